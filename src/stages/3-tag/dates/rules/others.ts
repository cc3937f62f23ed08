import { Flag, has } from '../../../../model/index.js';
import { hashOf, two } from '../../../../text/index.js';
import { endsPhrase, isAlone, isOneOf, isPartOfName, isPreposition } from '../ordinary.js';
import { made, type Made, number, text, type TimeRule } from '../rule.js';
import { type Scene, written } from '../scene.js';
import { directionOf } from '../tense.js';

const BEHIND_ONE_OF_TWO = /^([.,;:)]|a|an|is|was|were|are|had|has|and|or|to|of|in|on|as|while|who|which)$/;
const endsClause = (scene: Scene, last: number): boolean =>
  last >= scene.limit || !/^(on|in|from|at|during|last|this|since)$/.test(written(scene, last, last + 1));

const AT: ReadonlySet<number> = new Set([hashOf('at')]);
const CLOCK_LEADS: ReadonlySet<number> = new Set(['at', 'around', 'about', 'until', 'till', 'by', 'since', 'from', '@'].map(hashOf));

/** A time of day told by its hour on a dial; 'pass' when there is no such hour. */
function spoken(hour: number, minutes: number, part: string | null): Made | 'pass' {
  if (!Number.isInteger(hour) || hour < 1 || hour > 12) return 'pass';
  const late = part === 'AF' || part === 'EV' || (part === 'NI' && hour > 5);
  const all = ((hour % 12) + (late ? 12 : part === null && hour === 12 ? 12 : 0)) * 60 + minutes;
  const of = (all + 1440) % 1440;
  return made('TIME', `XXXX-XX-XXT${two(Math.floor(of / 60))}:${two(of % 60)}`, 'clock');
}

/** The hour of a dial in a part of the day: seven in the evening is 19. */
function halved(clock: string, part: string): string {
  const hour = Number(clock.slice(1, 3));
  return LATE.has(part) && hour < 12 ? `T${hour + 12}${clock.slice(3)}` : clock;
}
const LATE: ReadonlySet<string> = new Set(['AF', 'EV']);

/** Clock times, days with names, and words that only say past, present or future. */
export const OTHERS: readonly TimeRule[] = [
  {
    id: 'time.clock',
    reads: 'a time of the day, perhaps with its zone',
    shape: '((clock:c zone:z? | zonedClock:c zone:z) (in the part:p)? | zonedClock:o (in | on) the part:p)',
    make: (c, scene, first) => {
      // "at 7.32 on the morning of 12 November"
      if (c['o'])
        return isOneOf(scene, first - 1, AT) && written(scene, first, first + 1).includes('.')
          ? made('TIME', `XXXX-XX-XX${halved(text(c, 'o'), text(c, 'p'))}`, 'clock')
          : 'pass';
      return made('TIME', `XXXX-XX-XX${text(c, 'c')}${c['z'] ? text(c, 'z') : ''}`, 'clock');
    },
    examples: [
      ['at 10:57', '2024-05-15T10:57'],
      ['at 7 pm', '2024-05-15T19:00'],
      ['19:00 GMT', '2024-05-15T19:00Z'],
      ['at 2142 GMT', '2024-05-15T21:42Z'],
      ['at 8.15pm', '2024-05-15T20:15'],
      ['at 7.32 on the morning of 12 May', '2024-05-12T07:32'],
      ['at 7.10 in the evening', '2024-05-15T19:10'],
    ],
    not: ['25:12', 'a 4:3 ratio', '14PM'],
  },
  {
    id: 'time.spoken',
    reads: 'half past three, a quarter to nine',
    shape: 'a? (quarter | aHalf | n:m (minutes)?) (past | to) n:n (in the part:p)?',
    make: (c, scene, first, last) => {
      const words = written(scene, first, last).toLowerCase();
      const minutes = c['m'] ? number(c, 'm') : words.includes('half') ? 30 : 15;
      const back = / to /.test(words);
      // "ten to three" may be a result, "5 to 7" a range: only behind "at", in words and with nothing to count is it a time of day.
      const told = isOneOf(scene, first - 1, AT) && has(scene.tokens, first, Flag.Word) && endsPhrase(scene, last);
      if (c['m'] && !/minutes/.test(words) && !told) return 'pass';
      if (minutes % 5 !== 0 || minutes > 30 || (back && minutes === 30)) return 'pass';
      return spoken(number(c, 'n'), back ? -minutes : minutes, c['p'] ? text(c, 'p') : null);
    },
    examples: [
      ['They met at half past three.', '2024-05-15T03:30'],
      ['a quarter to nine in the evening', '2024-05-15T20:45'],
      ['at ten past four', '2024-05-15T04:10'],
    ],
    not: ['They won ten to three.', 'from 5 to 7 per cent', 'about five to ten men', 'from a quarter to half of them'],
  },
  {
    id: 'time.hour-words',
    reads: 'three o’clock in words, or an hour with its part of the day',
    shape: `n:n (o'clock | oclock)? (in the part:p)?`,
    make: (c, scene, first, last) => {
      const clock = /clock/i.test(written(scene, first, last));
      if (!clock && (!c['p'] || (!isOneOf(scene, first - 1, CLOCK_LEADS) && !isAlone(scene, first, last)))) return 'pass';
      return spoken(number(c, 'n'), 0, c['p'] ? text(c, 'p') : null);
    },
    examples: [
      ['They met at three o’clock.', '2024-05-15T03:00'],
      ['It began at nine in the evening.', '2024-05-15T21:00'],
      ['at 3 in the morning', '2024-05-15T03:00'],
    ],
    not: ['They shot three in the yard.'],
  },
  {
    id: 'named.day',
    reads: 'a day with a name, perhaps with its year',
    shape: '(last:last | next:next | this:this)? named:d (,? (of | in)? year:y)?',
    make: (c, scene, _first, last) => {
      const rule = c['d'].phrase?.detail ?? '';
      if (rule !== 'event' && isPartOfName(scene, c['d'].first, last)) return 'pass';
      const value = text(c, 'd');
      if (rule === 'event') return made('DATE', value);
      const way = c['y'] ? String(c['y'].value) : c['last'] ? 'last' : c['next'] ? 'next' : c['this'] ? 'this' : 'near';
      return made('DATE', rule === 'fixed' ? `XXXX-${value}` : 'XXXX-XX-XX', `named ${rule} ${way} ${value}`);
    },
    examples: [
      ['since 9/11', '2001-09-11'],
      ['Christmas 2007', '2007-12-25'],
      ['Eid al-Fitr 2018', '2018-06-15'],
      ['Ramadan 2018', '2018-05-16'],
      ['Thanksgiving 2016', '2016-11-24'],
      ['Easter 2010', '2010-04-04'],
    ],
    not: ['They were boxing in the yard.'],
  },
  {
    id: 'named.nth-day',
    reads: 'a numbered day of a feast or a holy month',
    shape: '(the? ordinal:n =day of | (digits:m | the? dayth:m of?)) named:d (,? (of | in)? year:y)?',
    make: (c) => {
      const value = text(c, 'd');
      const n = c['n'] ? number(c, 'n') : number(c, 'm');
      // Only what lasts longer than a day has numbered days by the number alone: "17 Ramadan".
      if (c['d'].phrase?.detail !== 'table' || n < 1 || n > 30 || (!c['n'] && !value.includes('/'))) return 'pass';
      return made('DATE', 'XXXX-XX-XX', `plus +${n - 1} D named table ${c['y'] ? c['y'].value : 'near'} ${value}`);
    },
    examples: [
      ['They marched on the second day of Eid al-Fitr.', '2024-04-11'],
      ['They marched on 17 Ramadan.', '2024-03-27'],
    ],
    not: ['the second day of boxing'],
  },
  {
    id: 'reference.word',
    reads: 'now, recently, soon and the like',
    shape: 'reference:r',
    make: (c, scene, first, last) => {
      const word = (c['r'].phrase?.phrase ?? '').toLowerCase();
      // "He soon left" looks back.
      if (word === 'soon' && (directionOf(scene, first) !== 'future' || written(scene, first - 1, first) === 'as')) return 'pass';
      // "as recently as 2021"
      if (written(scene, first - 1, first).toLowerCase() === 'as' && last < scene.limit && written(scene, last, last + 1) === 'as') return null;
      // "most recently on 22 November": the date behind says when.
      if (word === 'most recently' && !endsClause(scene, last)) return null;
      if (word === 'future' && !endsPhrase(scene, last) && isPreposition(scene, first - 1)) return 'pass';
      if (/^(the )?(past|future|present)$/.test(word) && !endsPhrase(scene, last) && word !== 'future') return 'pass';
      if (word === 'previously' || word === 'formerly') return 'pass';
      return made('DATE', text(c, 'r'), text(c, 'r') === 'PRESENT_REF' ? 'now' : null);
    },
    examples: [
      ['They now rule.', 'PRESENT_REF'],
      ['It was recently seen.', 'PAST_REF'],
      ['They will leave soon.', 'FUTURE_REF'],
      ['as in the past', 'PAST_REF'],
      ['at present', 'PRESENT_REF'],
    ],
    not: ['The soon-to-be bride laughed.'],
  },
  {
    id: 'reference.adjective',
    reads: 'current, former, recent',
    shape: 'adjective:a',
    make: (c, scene, first, last) => {
      // "the former was shut": of two things, no time.
      const ofTwo = c['a'].phrase?.phrase === 'former' && (last >= scene.end || BEHIND_ONE_OF_TWO.test(written(scene, last, last + 1)));
      return ofTwo || isAlone(scene, first, last) ? 'pass' : made('DATE', text(c, 'a'));
    },
    examples: [
      ['the current rulers', 'PRESENT_REF'],
      ['the former minister', 'PAST_REF'],
    ],
    not: ['Of the two, the former was shut.'],
  },
  {
    id: 'set.day-of-every',
    reads: 'a numbered day of every month',
    shape: 'the? dayth:d =day? of every =month',
    make: (c) => made('SET', `XXXX-XX-${String(number(c, 'd')).padStart(2, '0')}`),
    examples: [
      ['on the 19th of every month', 'XXXX-XX-19'],
      ['the 5th of every month', 'XXXX-XX-05'],
    ],
    not: ['the 19th of every batch'],
  },
];
