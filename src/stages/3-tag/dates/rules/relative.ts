import { Flag, has } from '../../../../model/index.js';

import { aloneWeekday, endsPhrase, isOneOf, isPreposition } from '../ordinary.js';
import { hashOf } from '../../../../text/index.js';
import { type Captures, made, number, text, type TimeRule } from '../rule.js';
import type { Scene } from '../scene.js';
import { directionOf } from '../tense.js';
import { period, typeOfUnit, UNKNOWN, yearValue } from '../value.js';

/** From what, and how many units away, last, next, this, that, the following and the previous count. */
export const base = (c: Captures): { readonly at: 'published' | 'previous'; readonly by: number } =>
  c['last']
    ? { at: 'published', by: -1 }
    : c['next']
      ? { at: 'published', by: 1 }
      : c['this']
        ? { at: 'published', by: 0 }
        : c['following']
          ? { at: 'previous', by: 1 }
          : c['before']
            ? { at: 'previous', by: -1 }
            : { at: 'previous', by: 0 };

/** Parts of many days. */
const PLURAL: ReadonlySet<string> = new Set(['mornings', 'afternoons', 'evenings', 'nights']);
const FRONTING: ReadonlySet<number> = new Set(['at', 'towards', 'toward'].map(hashOf));
/** The words open the sentence or clause: "At the end of the month prices …" is no month of prices. */
const isFronted = (scene: Scene, first: number): boolean =>
  (isPreposition(scene, first - 1) || isOneOf(scene, first - 1, FRONTING)) &&
  (first - 1 === scene.first || has(scene.tokens, first - 2, Flag.Punctuation));
const WHICH = '(last:last | next:next | this:this | that:that | following:following | previous:before)';
export const signed = (n: number): string => (n < 0 ? String(n) : `+${n}`);

/** Times told from the day of writing or from the time told before. */
export const RELATIVE: readonly TimeRule[] = [
  {
    id: 'relative.day',
    reads: 'today, yesterday, tomorrow',
    shape: 'deictic:d (part:p)?',
    make: (c) => {
      const [by, part] = text(c, 'd').split(' ');
      const suffix = part ?? (c['p'] ? `T${text(c, 'p')}` : '');
      if (by === '+0D' && !suffix) return made('DATE', 'PRESENT_REF', 'today');
      return made(suffix ? 'TIME' : 'DATE', `XXXX-XX-XX${suffix}`, `shift published ${by.slice(0, -1)} D`);
    },
    examples: [
      ['They left yesterday.', '2024-05-14'],
      ['tomorrow night', '2024-05-16TNI'],
      ['the day after tomorrow', '2024-05-17'],
      ['today', '2024-05-15'],
    ],
    not: ['nowhere', 'noway'],
  },
  {
    id: 'relative.working-day',
    reads: 'the working day before or behind this day',
    shape: 'the? (last:l | next:x) (working | unit:u)',
    make: (c) =>
      c['u'] && (text(c, 'u') !== 'D' || c['u'].phrase?.phrase === 'day')
        ? 'pass'
        : made('DATE', UNKNOWN['D'], `workday published ${c['l'] ? -1 : 1}`),
    examples: [
      ['They reopen on the next working day.', '2024-05-16'],
      ['last weekday', '2024-05-14'],
    ],
    not: ['the next door'],
  },
  {
    id: 'relative.unit',
    reads: 'last, next, this, that, the following, the previous with a unit',
    shape: `the? ${WHICH} (unit:u | abbreviated:u)`,
    make: (c, scene, first, last) => {
      const unit = text(c, 'u');
      // "the next day" is that behind the day told before, "the next year" too in a story; ahead both are counted from now.
      const told = c['next']?.phrase?.phrase === 'next' && c['next'].first > first && (unit === 'D' || directionOf(scene, first) === 'past');
      const { at, by } = told ? { at: 'previous', by: 1 } : base(c);
      if (c['u'].phrase?.detail === 'abbreviation' && unit.length < 3 && !/^(qtr|yr|mo|wk|hr)$/.test(c['u'].phrase.phrase)) return 'pass';
      if (unit === 'FN' && !c['that'] && !c['this']) return made('DURATION', 'P2W', `span ${by < 0 ? 'past' : 'future'} 1 FN`);
      if (unit.startsWith('T') && unit !== 'TS' && !c['that'] && !c['following'] && !c['before'])
        return made(typeOfUnit(unit), UNKNOWN[unit], `shift published ${signed(by)} ${unit}`);
      if (/^T|^FN/.test(unit) || (unit === 'D' && c['this'] && scene.tokens.hash[first] !== scene.tokens.hash[c['this'].first])) return 'pass';
      // "the past year" is a length that ends now, "last year" a year; "the last year of the war" neither.
      const the = c['last'] && c['last'].first > first;
      if ((the && unit !== 'Q') || (c['last'] && /past/.test(c['last'].phrase?.phrase ?? '') && c['last'].first > first)) {
        return endsPhrase(scene, last) || at === 'published' ? made('DURATION', period(unit, 1), `span past 1 ${unit}`) : 'pass';
      }
      if (unit === 'N') return made('TIME', 'XXXX-XX-XXTNI', `shift ${at} ${signed(by)} D`);
      return made('DATE', UNKNOWN[unit], `unit ${at} ${signed(by)} ${unit}`);
    },
    examples: [
      ['last year', '2023'],
      ['next month', '2024-06'],
      ['this week', '2024-W20'],
      ['In 1940 they won; the following year they lost.', '1941'],
      ['They met on Friday and left the next day.', '2024-05-11'],
      ['the past decade', 'P1DE'],
    ],
    not: ['the last man', 'next door'],
  },
  {
    id: 'relative.same-period',
    reads: 'the same period of another year',
    shape:
      'the =same (period | time | point | stage | unit:w) (of | in | a)? the? (last:l unit:u | previous:l unit:u | year:y | a unit:u (ago:l | earlier:l))',
    make: (c) => {
      if (c['u'] && text(c, 'u') !== 'Y') return 'pass';
      const unit = c['w'] ? text(c, 'w') : '';
      // "in the same week last year": the week spoken of, or that of writing.
      if (c['u'] && /^[DWMQ]$/.test(unit)) return made('DATE', UNKNOWN[unit], `same ${unit} -1`);
      return c['y'] ? made('DATE', yearValue(number(c, 'y'))) : made('DATE', UNKNOWN['Y'], 'unit published -1 Y');
    },
    examples: [
      ['up from the same period last year', '2023'],
      ['more than in the same month of 2022', '2022'],
      ['In April sales fell from the same month last year.', '2023-04'],
      ['fewer than in the same week a year earlier', '2023-W20'],
    ],
    not: ['the same period drama'],
  },
  {
    id: 'relative.edge-unit',
    reads: 'an end of the unit that is spoken of',
    shape: "((the? edge:e of | later:e in | earlier:e in | phase:e in) the? unit:u | phase:e - unit:u | the? unit:u (- | 's | ’s) edge:e)",
    make: (c, scene, first, last) => {
      const unit = text(c, 'u');
      if ((!endsPhrase(scene, last) && !isFronted(scene, first)) || /^(T|N)/.test(unit)) return 'pass';
      const edge =
        c['e'].phrase?.role === 'edge' || c['e'].phrase?.role === 'phase' ? text(c, 'e') : c['e'].phrase?.role === 'later' ? 'END' : 'START';
      return made('DATE', UNKNOWN[unit], `unit context +0 ${unit}`, edge);
    },
    examples: [
      ['By June 1940 they had won. They left by the end of the month.', '2024-05'],
      ['They left by the end of the year.', '2024'],
      ['It will ease by year-end.', '2024'],
      ['At the beginning of the month prices fell.', '2024-05'],
    ],
    not: ['the end of the road'],
  },
  {
    id: 'relative.to-date',
    reads: 'the year, quarter or month so far',
    shape: '((the | this)? unit:u - to - =date | (the | this) unit:u to =date)',
    make: (c) => (/^[MQY]$/.test(text(c, 'u')) ? made('DATE', UNKNOWN[text(c, 'u')], `unit published +0 ${text(c, 'u')}`) : 'pass'),
    examples: [
      ['Sales rose 4 per cent in the year to date.', '2024'],
      ['a year-to-date loss', '2024'],
    ],
    not: ['a fair man to pate'],
  },
  {
    id: 'relative.weekend',
    reads: 'the weekend that is nearest, as the tense has it',
    shape: 'the? unit:u',
    make: (c, scene, first, last) =>
      text(c, 'u') === 'WE' && c['u'].first > first && endsPhrase(scene, last) ? made('DATE', UNKNOWN['WE'], 'weekend near') : 'pass',
    examples: [
      ['They met at the weekend.', '2024-W19-WE'],
      ['They will meet over the weekend.', '2024-W20-WE'],
    ],
    not: ['a weekender boat'],
  },
  {
    id: 'relative.month',
    reads: 'a month beside last, next, this',
    shape: `the? ${WHICH} month:m (dayth:d)?`,
    make: (c, scene) => {
      if (c['m'].phrase?.ambiguous === true && !c['d'] && !has(scene.tokens, c['m'].first, Flag.Capital)) return 'pass';
      const way = c['last'] ? 'last' : c['next'] ? 'next' : c['this'] ? 'this' : c['following'] ? 'following' : c['before'] ? 'before' : 'previous';
      const m = String(c['m'].value).padStart(2, '0');
      return made('DATE', c['d'] ? `XXXX-${m}-${String(c['d'].value).padStart(2, '0')}` : `XXXX-${m}`, `year ${way}`);
    },
    examples: [
      ['last June', '2023-06'],
      ['next March', '2025-03'],
    ],
    not: ['The last may win.'],
  },
  {
    id: 'relative.weekday',
    reads: 'a day of the week, perhaps beside last, next, this, perhaps of a week',
    shape: `(the? ${WHICH} weekday:w | weekday:w (part:p)? (of | in)? the? (this:tw | last:tw | next:tw | following:tw) week | (this:tw | last:tw | next:tw) week (on | ’s)? weekday:w | the? weekday:w) (the dayth:d | dayth:d)? (part:p)?`,
    make: (c, scene, first, last) => {
      const w = c['w'];
      const day = Number(w.value);
      if (!c['tw'] && !c['last'] && !c['next'] && !c['this'] && !aloneWeekday(scene, w.first, w.last, w.phrase?.ambiguous === true)) return 'pass';
      const type = c['p'] ? 'TIME' : 'DATE';
      const timex = `XXXX-WXX-${day}${c['p'] ? `T${text(c, 'p')}` : ''}`;
      // "on Friday mornings"
      if (c['p'] && PLURAL.has(c['p'].phrase?.phrase ?? '')) return { ...made('SET', timex), first: w.first };
      if (c['tw']) return made(type, timex, `weekday week${signed(number(c, 'tw'))} ${day}`);
      if (c['d']) return made(type, timex, `weekdom ${day} ${number(c, 'd')}`);
      const way = c['last'] ? 'last' : c['next'] ? 'next' : c['this'] ? 'this' : c['following'] ? 'following' : c['before'] ? 'before' : 'near';
      const one = made(type, timex, `weekday ${way} ${day}`);
      return way === 'near' && scene.tokens.hash[first] !== scene.tokens.hash[w.first] ? { ...one, first: w.first, last } : one;
    },
    examples: [
      ['They met on Tuesday.', '2024-05-14'],
      ['last Friday', '2024-05-10'],
      ['next Monday', '2024-05-20'],
      ['Monday of next week', '2024-05-20'],
      ['on Tuesday morning', '2024-05-14TMO'],
      ['on Tuesday evening last week', '2024-05-07TEV'],
      ['on Friday mornings', 'XXXX-WXX-5TMO'],
    ],
    not: ['The sun rose.', 'They sat down.'],
  },
  {
    id: 'relative.weekday-week',
    reads: 'a week behind a day of the week that comes: Monday week, a week on Monday',
    shape: '(a =week (on | from) weekday:w | weekday:w =week)',
    make: (c, scene, _first, last) =>
      c['w'].last === last || endsPhrase(scene, last) ? made('DATE', `XXXX-WXX-${text(c, 'w')}`, `plus +1 W weekday future ${text(c, 'w')}`) : 'pass',
    examples: [
      ['They start on Monday week.', '2024-05-27'],
      ['It opens a week on Friday.', '2024-05-24'],
    ],
    not: ['a deck on the road'],
  },
];
