import { has, Flag } from '../../../../model/index.js';
import { BOUNDING, endsPhrase, isOneOf, isPreposition } from '../ordinary.js';
import { type Captures, made, type Made, number, text, type TimeRule } from '../rule.js';
import type { Scene } from '../scene.js';
import { hasRole } from '../tense.js';
import { period, yearValue } from '../value.js';
import { two } from '../../../../text/index.js';

// Halves and quarters, years that are not those of the calendar, and the first or last stretch of a greater unit.

/** "this year", "last year", "the year" that a half or quarter is of. */
const ofYear = (c: Captures): string => (c['t'] ? `yearof published ${number(c, 't')}` : 'year near');
const OF_YEAR = '(this:t =year | last:t =year | next:t =year | the =year)';

/** Whether a year is told by another word than "year": "financial year", "school year". */
const isOtherYear = (c: Captures): boolean => !c['u'] || (text(c, 'u') === 'Y' && c['u'].phrase?.phrase !== 'year');

/** Months from April, in which fiscal years begin at the earliest, to October, in which they begin at the latest, or to the January behind. */
const [BY_OCTOBER, BY_JANUARY] = [6, 9];

/**
 * A quarter or half of a fiscal year: nobody says in which month it begins, so that it lies in all months that it can be in. A year of one number is
 * told by the one that it ends in.
 */
function fiscalPart(part: string, first: number, last: number | null): Made | 'pass' {
  if (last !== null && last !== first + 1) return 'pass';
  const length = part.startsWith('Q') ? 3 : 6;
  const from = (last === null ? first - 1 : first) * 12 + 3 + length * (Number(part[1]) - 1);
  const to = from + length + (last === null ? BY_JANUARY : BY_OCTOBER);
  const month = (index: number): string => `${yearValue(Math.floor(index / 12))}-${two((index % 12) + 1)}`;
  return made('DATE', `${last === null ? yearValue(first) : `${yearValue(first)}/${yearValue(last)}`}-${part}`, `within ${month(from)} ${month(to)}`);
}

/** Weeks that a season of games or a course may have. */
const LONG_SEASON = 26;

/** Where a stretch lies, as `nth` reads it: "2024-05", "XXXX-05", "2024", "XXXX-XX", "XXXX". */
function placeOf(c: Captures): string {
  const year = c['y'] ? yearValue(number(c, 'y')) : 'XXXX';
  if (c['m']) return `${year}-${two(number(c, 'm'))}`;
  return c['v'] && text(c, 'v') === 'M' ? 'XXXX-XX' : year;
}

/** "Q3" and "H1" name no quarter where a name goes on: "H1 visas", "Q1 Labs". */
const isFree = (scene: Scene, first: number, last: number): boolean =>
  isPreposition(scene, first - 1)
    ? endsPhrase(scene, last) || !has(scene.tokens, last, Flag.Capital)
    : first === scene.first && !has(scene.tokens, last, Flag.Capital);

/** Parts of years, years that begin in another month than January, and stretches at an end of a greater unit. */
export const PERIODS: readonly TimeRule[] = [
  {
    id: 'year.quarter',
    reads: 'a quarter of a year',
    shape: `the? ordinal:n -:h? (quarter | qtr) ((of | in)? (year:y | ${OF_YEAR}))?`,
    make: (c, scene, _first, last) => {
      const n = number(c, 'n') === -1 && (c['y'] || c['t']) ? 4 : number(c, 'n');
      if (n < 1 || n > 4) return 'pass';
      if (c['y']) return made('DATE', `${yearValue(number(c, 'y'))}-Q${n}`);
      // "first-quarter profits": the hyphen says that it is no quarter of them.
      const free = c['t'] || c['h'] || (endsPhrase(scene, last) && scene.tokens.hash[last] !== scene.tokens.hash[last - 3]);
      return free ? made('DATE', `XXXX-Q${n}`, ofYear(c)) : 'pass';
    },
    examples: [
      ['the third quarter of 2018', '2018-Q3'],
      ['the last quarter of 2018', '2018-Q4'],
      ['First-quarter profits fell.', '2024-Q1'],
    ],
    not: ['a quarter of the men'],
  },
  {
    id: 'year.month-quarter',
    reads: 'a quarter by the month it ends in, as firms call it',
    shape: 'the month:m quarter ((of | in)? year:y)?',
    make: (c) => {
      const m = number(c, 'm');
      if (m % 3 !== 0) return 'pass';
      return c['y'] ? made('DATE', `${yearValue(number(c, 'y'))}-Q${m / 3}`) : made('DATE', `XXXX-Q${m / 3}`, 'year near');
    },
    examples: [
      ['Output rose in the March quarter.', '2024-Q1'],
      ['the December quarter of 2019', '2019-Q4'],
    ],
    not: ['the May quarter'],
  },
  {
    id: 'year.half',
    reads: 'a half of a year',
    shape: `the? half:h of ((the =year)? year:y | ${OF_YEAR})`,
    make: (c, scene, _first, last) => {
      if (c['y']) return made('DATE', `${yearValue(number(c, 'y'))}-${text(c, 'h')}`);
      return c['t'] || endsPhrase(scene, last) ? made('DATE', `XXXX-${text(c, 'h')}`, ofYear(c)) : 'pass';
    },
    examples: [
      ['in the second half of 2008', '2008-H2'],
      ['the first half of 1999', '1999-H1'],
      ['Sales fell in the second half of the year.', '2023-H2'],
    ],
    not: ['the second half of the match'],
  },
  {
    id: 'year.fiscal-part',
    reads: 'a quarter or half of a fiscal year',
    shape: `(fiscalQuarterSign:f | (quarterSign:q | the? ordinal:n -? (quarter | qtr) | the? half:h) (of | in)? (fiscalSign:y | the? (fiscal | unit:u) year:y | year:z) (-/ apostrophe? (year:b | twoDigits:s))?)`,
    make: (c) => {
      if (c['f']) {
        const [part, year] = text(c, 'f').split(' ');
        return fiscalPart(part, Number(year), null);
      }
      const n = c['n'] ? (number(c, 'n') === -1 ? 4 : number(c, 'n')) : 1;
      const part = c['q'] ? text(c, 'q') : c['h'] ? text(c, 'h') : `Q${n}`;
      if (n < 1 || n > 4 || !isOtherYear(c)) return 'pass';
      const first = number(c, c['y'] ? 'y' : 'z');
      const last = c['b'] ? number(c, 'b') : c['s'] ? Math.floor(first / 100) * 100 + number(c, 's') : null;
      return c['y'] || last !== null ? fiscalPart(part, first, last) : 'pass';
    },
    examples: [
      ['Revenue in Q3 2025-26 rose.', '2025/2026-Q3'],
      ['Costs fell in Q3 FY25.', '2025-Q3'],
      ['the third quarter of 2025-26', '2025/2026-Q3'],
      ['a loss in H1FY26', '2026-H1'],
    ],
    not: ['Q7 leads'],
  },
  {
    id: 'year.quarter-sign',
    reads: 'Q3 2019, 2019-H2',
    shape: '(quarterSign:q (of | - | ,)? year:y | yearOfFour:y -? quarterSign:q)',
    make: (c) => made('DATE', `${yearValue(number(c, 'y'))}-${text(c, 'q')}`),
    examples: [
      ['Q3 2019', '2019-Q3'],
      ['2018Q4', '2018-Q4'],
    ],
    not: ['Q7 leads'],
  },
  {
    id: 'year.quarter-sign-alone',
    reads: 'Q3, H1 of a year that is not said',
    shape: 'quarterSign:q',
    make: (c, scene, first, last) => (isFree(scene, first, last) ? made('DATE', `XXXX-${text(c, 'q')}`, 'year near') : 'pass'),
    examples: [
      ['Growth slowed in Q1.', '2024-Q1'],
      ['The bank made a loss in H2.', '2023-H2'],
    ],
    not: ['an H1 visa', 'the gene Q2'],
  },
  {
    id: 'year.fiscal',
    reads: 'a fiscal or school year by its number or numbers',
    shape: '(fiscalSign:y | (fiscal | unit:u) year:y) (-/ apostrophe? (year:b | twoDigits:s))?',
    make: (c) => {
      if (!isOtherYear(c)) return 'pass';
      const a = number(c, 'y');
      const b = c['b'] ? number(c, 'b') : c['s'] ? Math.floor(a / 100) * 100 + number(c, 's') : null;
      if (b !== null && b !== a + 1) return 'pass';
      return made('DATE', b === null ? yearValue(a) : `${yearValue(a)}/${yearValue(b)}`);
    },
    examples: [
      ['Spending rose in FY2023.', '2023'],
      ['the budget for FY24/25', '2024/2025'],
      ['in fiscal 2022', '2022'],
      ['in the financial year 2023-24', '2023/2024'],
    ],
    not: ['a fiscal policy'],
  },
  {
    id: 'year.week',
    reads: 'a week of the calendar by its number',
    shape: '=week digits:n ((of | in | ,)? year:y)?',
    make: (c, scene, first) => {
      const n = number(c, 'n');
      if (!Number.isInteger(n) || n < 1 || n > 53) return 'pass';
      if (c['y']) return made('DATE', `${yearValue(number(c, 'y'))}-W${two(n)}`);
      // The twelfth week of a strike or season is "week 12", too.
      return n > LONG_SEASON || hasRole(scene, first - 1, 'calendar') ? made('DATE', `XXXX-W${two(n)}`, 'year near') : 'pass';
    },
    examples: [
      ['in week 35 of 2023', '2023-W35'],
      ['Cases fell in epidemiological week 14.', '2024-W14'],
      ['Prices fell in week 35.', '2023-W35'],
    ],
    not: ['They lost in week 5.', 'week 60 of the siege'],
  },
  {
    id: 'period.stretch',
    reads: 'the first or last so many units of a month or year',
    shape: `(the | these)? ordinal:n n:k quality? (units:u | unit:u) of (month:m (,? (of | in)? year:y)? | (fiscal | the =year)? year:y | (this:t | last:t | next:t | the) unit:v)`,
    make: (c) => {
      const [u, n, k] = [text(c, 'u'), number(c, 'n'), number(c, 'k')];
      if (Math.abs(n) !== 1 || !/^[DWMY]$/.test(u) || (c['v'] && !/^[MY]$/.test(text(c, 'v'))) || !Number.isInteger(k)) return 'pass';
      return made('DURATION', period(u, k), `stretch ${n * k} ${u} ${placeOf(c)} ${c['t'] ? number(c, 't') : 0}`);
    },
    examples: [
      ['in the first three months of 2024', 'P3M'],
      ['the last two weeks of April', 'P2W'],
    ],
    not: ['the first three houses of the street'],
  },
  {
    id: 'period.bounded',
    reads: 'a unit that a date behind bounds: the year ended 31 March',
    shape: 'the unit:u',
    make: (c, scene, _first, last) =>
      /^[DWMQY]$/.test(text(c, 'u')) && isOneOf(scene, last, BOUNDING) ? made('DURATION', period(text(c, 'u'), 1), 'bounded') : 'pass',
    examples: [
      ['Sales fell in the year ended 31 March.', 'P1Y'],
      ['in the week to Sunday', 'P1W'],
    ],
    not: ['the year to come', 'from the month to the village'],
  },
];
