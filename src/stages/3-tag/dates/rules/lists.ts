import { Flag, has } from '../../../../model/index.js';
import { hashOf } from '../../../../text/index.js';
import { countsPeople, isAlone, isNamedNumber } from '../ordinary.js';
import { type Captures, type Made, made, number, over, text, type TimeRule } from '../rule.js';
import { type Scene, signAt } from '../scene.js';
import { hasRole } from '../tense.js';
import { dayMade, yearValue } from '../value.js';
import { centuryOf } from './years.js';

// Several times that share a word: "10–22 August", "the 14th and 15th centuries", "1939–45". Each becomes an expression of its own.

const THE = hashOf('the');
const SLASH = 47;
/** A slash joins what follows at once, "4/5 May", "2023/24": of two others it is part of a figure. */
const isSlashed = (scene: Scene, c: Captures, first: string): boolean => signAt(scene, c[first].last) === SLASH;

/** The days of one month that a list names, in its order; the month belongs to the first or to the last of them. */
function daysOf(c: Captures, slots: readonly string[], monthAt: 'first' | 'last'): readonly Made[] | null {
  const named = slots.filter((slot) => c[slot]);
  const days = named.map((slot) => dayMade(c['y'] ? number(c, 'y') : null, number(c, 'm'), number(c, slot)));
  if (days.includes(null)) return null;
  return named.map((slot, i) => {
    const isLast = i === named.length - 1;
    const day = days[i] as Made;
    // "21, 22 and 23 May": without a year the later are those behind the first.
    const rises = i > 0 && !c['y'] && number(c, named[i - 1]) < number(c, named[i]);
    const from = i === 0 && monthAt === 'first' ? c['m'] : c[slot];
    const to = isLast ? (c['y'] ?? (monthAt === 'last' ? c['m'] : c[slot])) : c[slot];
    return over(from, to, rises ? { ...day, relation: 'onward' } : day);
  });
}

const JOINTS = '- | to | and | or | through | until | till';

/** Words between a year of two numbers and the word that tells it for one, "the 2014-15 Premier League season", "the season of 2014-15". */
const STRADDLE_REACH = 3;
/** "the 2014-15 season", "the budget for 2023-24": one year that begins in one of the calendar and ends in the next. */
function isStraddling(scene: Scene, first: number, last: number): boolean {
  for (let t = last; t < scene.end && t < last + STRADDLE_REACH && !has(scene.tokens, t, Flag.Punctuation); t++)
    if (hasRole(scene, t, 'straddling')) return true;
  for (let t = first - 1; t >= first - STRADDLE_REACH && t >= scene.first && !has(scene.tokens, t, Flag.Punctuation); t--)
    if (hasRole(scene, t, 'straddling')) return true;
  return false;
}

/** Lists and ranges of days, years, decades and centuries. */
export const LISTS: readonly TimeRule[] = [
  {
    id: 'date.days-month',
    reads: 'days of one month, the month behind',
    shape: `(from | between)? (the? day:p , (day:q ,)?)? the? day:a (${JOINTS} | , and | & | /) the? day:b of? month:m (,? year:y)?`,
    make: (c, scene) => (isSlashed(scene, c, 'a') && number(c, 'b') !== number(c, 'a') + 1 ? 'pass' : daysOf(c, ['p', 'q', 'a', 'b'], 'last')),
    examples: [
      ['10-22 August 2012', '2012-08-22'],
      ['from 10 to 22 August 2012', '2012-08-22'],
      ['on 2, 9 and 16 June', '2024-06-16'],
      ['The shelling of 4/5 May went on.', '2024-05-05'],
    ],
    not: ['10-22 boats'],
  },
  {
    id: 'date.month-days',
    reads: 'days of one month, the month before',
    shape: `month:m the? day:a (${JOINTS} | & | , day:p (, day:q)? ,? (and | or | &)) the? day:b (,? year:y)?`,
    make: (c, scene, _first, last) => (countsPeople(scene, last) && !c['y'] ? 'pass' : daysOf(c, ['a', 'p', 'q', 'b'], 'first')),
    examples: [
      ['August 10-22, 2012', '2012-08-22'],
      ['April 9th through 17th, 2016', '2016-04-17'],
      ['on May 21, 22 and 23', '2024-05-23'],
    ],
    not: ['June 10 - 31, 2022'],
  },
  {
    id: 'year.span',
    reads: 'two years, the second perhaps by its last digits',
    shape: '(the years)? (year:a | threeDigits:a) ((- | /) apostrophe? (year:b | twoDigits:s) | (and | to | or) threeDigits:t era:e)',
    make: (c, scene, first, last) => {
      const a = number(c, 'a');
      if (isNamedNumber(scene, first - 1)) return 'pass';
      if (c['e']) {
        const sign = text(c, 'e') === 'BC' ? -1 : 1;
        return [
          over(c['a'], c['a'], made('DATE', yearValue(c['a'].last - c['a'].first > 1 ? a : Math.abs(a) * sign))),
          over(c['t'], c['e'], made('DATE', yearValue(number(c, 't') * sign))),
        ];
      }
      if (!c['b'] && isAlone(scene, first, last)) return null;
      const second = c['b'] ?? c['s'];
      const b = c['b'] ? number(c, 'b') : Math.floor(a / 100) * 100 + number(c, 's');
      // "490–480 BC": the era behind counts for both.
      const from = b < 0 && a > 0 ? -a : a;
      const slashed = isSlashed(scene, c, 'a');
      if (slashed && b !== from + 1) return 'pass';
      if (b === from + 1 && from > 0 && !c['b'] && (slashed || isStraddling(scene, first, last)))
        return { ...made('DATE', `${yearValue(from)}/${yearValue(b)}`), first: c['a'].first };
      if (b <= from || (Math.abs(from) < 1000 && b >= 1000)) return 'pass';
      return [over(c['a'], c['a'], made('DATE', yearValue(from))), over(second, second, made('DATE', yearValue(b)))];
    },
    examples: [
      ['the war of 1914–18', '1918'],
      ['the years 1976-2003', '2003'],
      ['the crisis of 2007/08', '2007/2008'],
      ['in the 2014-15 season', '2014/2015'],
      ['the budget for 2023–24', '2023/2024'],
    ],
    not: ['rooms 12–45'],
  },
  {
    id: 'year.decades',
    reads: 'two decades by two digits each',
    shape: 'the (yearOfFour:a | apostrophe? twoDigits:a) pluralSign:s (and | or | to | -) the? phase? -? (apostrophe? twoDigits:b) pluralSign:t',
    make: (c) => {
      const [a, b] = [number(c, 'a') % 100, number(c, 'b')];
      if (number(c, 'a') > 99 && Math.floor(number(c, 'a') / 100) !== 19) return 'pass';
      if (a % 10 !== 0 || b % 10 !== 0 || b <= a) return 'pass';
      return [
        { ...made('DATE', `19${a / 10}`), last: c['s'].last },
        { ...made('DATE', `19${b / 10}`), first: c['b'].first },
      ];
    },
    examples: [
      ['The 70s and 80s were lean years.', '198'],
      ['in the ’60s and ’70s', '197'],
      ['in the 1970s and early 80s', '198'],
    ],
    not: ['She is in her 20s or 30s.'],
  },
  {
    id: 'year.centuries',
    reads: 'several centuries by their numbers',
    shape: '(from | between)? the? ordinal:a (, ordinal:b)? ,? (- | to | and | or | until | through) the? ordinal:n (century | centuries) era:e?',
    make: (c, scene) => {
      const named = ['a', 'b', 'n'].filter((slot) => c[slot]);
      if (named.some((slot) => number(c, slot) < 1)) return 'pass';
      return named.map((slot, i) => {
        const { first, last } = c[slot];
        const one = made('DATE', centuryOf(number(c, slot), c['e']?.value === 'BC'));
        const from = scene.tokens.hash[first - 1] === THE ? first - 1 : first;
        return i < named.length - 1 ? { ...one, first: from, last } : { ...one, first: from };
      });
    },
    examples: [
      ['from the 8th to the 12th century', '11'],
      ['the 14th, 15th and 16th centuries', '15'],
    ],
    not: ['the first and second centurions'],
  },
];
