import { fullYear } from '../numerals.js';
import { Flag, has } from '../../../../model/index.js';
import { type Captures, number, text, type TimeRule } from '../rule.js';
import { type Scene, signAt, written } from '../scene.js';
import { dayMade, monthMade } from '../value.js';
import { aloneMonth, countsSoon, lonelyDigits, yearBehind } from '../ordinary.js';

/** "One may ask": a number word before a month in lower case that is also a verb. */
const isOrdinaryMonth = (scene: Scene, c: Captures): boolean =>
  c['m'].phrase?.ambiguous === true &&
  !has(scene.tokens, c['m'].first, Flag.Capital) &&
  has(scene.tokens, c['d'].first, Flag.Word) &&
  c['d'].phrase?.role !== 'ordinal';

const CURRENCY: ReadonlySet<number> = new Set([...'$€£¥₹'].map((sign) => sign.charCodeAt(0)));

/** "At the end of March 78,745 people": too much for a day or a year. */
const isCount = (scene: Scene, at: number): boolean => /^\d{1,3}(,\d{3})+$/.test(written(scene, at, at + 1));

/** "In June 15 people died", "By March 40 percent had paid": a number behind the month that counts something and can be no day of it. */
const isCounting = (scene: Scene, first: number, at: number): boolean =>
  countsSoon(scene, at + 1) &&
  /^\d{1,3}$/.test(written(scene, at, at + 1)) &&
  (lonelyDigits(scene, first) || Number(written(scene, at, at + 1)) > 31);

/** Days and months by name. */
export const CALENDAR: readonly TimeRule[] = [
  {
    id: 'date.day-month-year',
    reads: 'day, month, year in this order',
    shape: 'the? day:d (=day of | of | -/ | ,)? month:m ((-/ | , | of | in)? year:y | (, | of)? threeDigits:y)',
    make: (c, scene, _first, last) =>
      number(c, 'y') > 0 &&
      number(c, 'y') < 1000 &&
      c['y'].last - c['y'].first === 1 &&
      last < scene.limit &&
      !has(scene.tokens, last, Flag.Punctuation)
        ? 'pass'
        : dayMade(number(c, 'y'), number(c, 'm'), number(c, 'd')),
    examples: [
      ['on 5 June 1944', '1944-06-05'],
      ['the 3rd of May, 1808', '1808-05-03'],
      ['09-JAN-2017', '2017-01-09'],
      ['12 March 455 BC', 'BC0455-03-12'],
    ],
    not: ['29 February 2014'],
  },
  {
    id: 'date.month-day-year',
    reads: 'month, day, year in this order',
    shape: '(month:m (-/ | ,)? the? day:d (-/ | , | of | in)? year:y | weekday month:m day:d ,? clock zone? year:y)',
    make: (c) => dayMade(number(c, 'y'), number(c, 'm'), number(c, 'd')),
    examples: [
      ['on June 5, 1944', '1944-06-05'],
      ['May the 3rd, 1808', '1808-05-03'],
      ['Sept. 4 2012', '2012-09-04'],
    ],
    not: ['August 32, 2014'],
  },
  {
    id: 'date.month-day-comma-year',
    reads: 'month, day, year with a comma and no blank: one number to the scanner',
    shape: 'month:m dayCommaYear:v',
    make: (c) => {
      const [day, year] = text(c, 'v').split(',').map(Number);
      return dayMade(year, number(c, 'm'), day);
    },
    examples: [
      ['on March 31,2002', '2002-03-31'],
      ['by June 4,1990', '1990-06-04'],
    ],
    not: ['a March 31,200 men joined'],
  },
  {
    id: 'date.year-words',
    reads: 'a date with its year in words, as deeds and speeches have it',
    shape: '(the? day:d (=day of | of)? month:m | month:m the? day:d | month:m) (, | in the =year | in)? yearWords:y',
    make: (c) => (c['d'] ? dayMade(number(c, 'y'), number(c, 'm'), number(c, 'd')) : monthMade(number(c, 'y'), number(c, 'm'))),
    examples: [
      ['on the fifth of June nineteen eighty-six', '1986-06-05'],
      ['on 6 April seventeen hundred and thirty-three', '1733-04-06'],
      ['in March two thousand and five', '2005-03'],
    ],
    not: ['They may lose two thousand.'],
  },
  {
    id: 'date.short-year',
    reads: 'day, month and the last two digits of the year',
    shape: '(day:d -/ month:m -/ apostrophe? twoDigits:y | day:d month:m apostrophe? twoDigits:y | month:m day:d ,? apostrophe? twoDigits:y)',
    make: (c, scene) =>
      number(c, 'y') < 32 && scene.tokens.hash[c['y'].first - 1] !== scene.tokens.hash[c['m'].first - 1]
        ? 'pass'
        : dayMade(fullYear(number(c, 'y')), number(c, 'm'), number(c, 'd')),
    examples: [
      ['21-APR-16', '2016-04-21'],
      ['3 Aug 96', '1996-08-03'],
      ['Aug 9, 96', '1996-08-09'],
    ],
    not: ['21-APT-16'],
  },
  {
    id: 'date.year-month-day',
    reads: 'year, month name, day',
    shape: '(yearOfFour:y ~-/ month:m ~-/ day:d | yearOfFour:y month:m day:d)',
    make: (c, scene, _first, last) => (yearBehind(scene, last) ? 'pass' : dayMade(number(c, 'y'), number(c, 'm'), number(c, 'd'))),
    examples: [
      ['2018 March 18', '2018-03-18'],
      ['2012/Aug/10', '2012-08-10'],
    ],
    not: ['room 2018 marchers 18'],
  },
  {
    id: 'date.year-month-day-blanks',
    reads: 'year, month, day in figures with blanks between',
    shape: 'yearOfFour:y twoDigits:m twoDigits:d',
    make: (c) => dayMade(number(c, 'y'), number(c, 'm'), number(c, 'd')),
    examples: [
      ['2014 12 28', '2014-12-28'],
      ['2011 03 09', '2011-03-09'],
    ],
    not: ['2012 80 10'],
  },
  {
    id: 'date.day-month',
    reads: 'a day of a month without a year',
    shape: 'the? day:d (=day of | of | -/)? month:m',
    make: (c, scene) =>
      isOrdinaryMonth(scene, c) || CURRENCY.has(signAt(scene, c['d'].first - 1)) ? 'pass' : dayMade(null, number(c, 'm'), number(c, 'd')),
    examples: [
      ['on 7 June', '2024-06-07'],
      ['the second of August', '2024-08-02'],
      ['Twenty-fourth of May', '2024-05-24'],
    ],
    not: ['31 February'],
  },
  {
    id: 'date.month-day',
    reads: 'a month and its day without a year',
    shape: 'month:m (-/)? the? day:d',
    make: (c, scene, first, last) =>
      number(c, 'd') > 40 || (countsSoon(scene, last) && c['d'].last - c['d'].first === 1 && lonelyDigits(scene, first))
        ? 'pass'
        : dayMade(null, number(c, 'm'), number(c, 'd')),
    examples: [
      ['on June 7', '2024-06-07'],
      ['May eighth', '2024-05-08'],
      ['Dec. 21 was cold', '2023-12-21'],
    ],
    not: ['August 32'],
  },
  {
    id: 'date.misread-day',
    reads: 'a day whose figures a machine took for letters, before its month',
    shape: 'the? misreadDay:d of? month:m (,? year:y)?',
    make: (c) => dayMade(c['y'] ? number(c, 'y') : null, number(c, 'm'), number(c, 'd')),
    examples: [
      ['on l2 June 2019', '2019-06-12'],
      ['on 2O March', '2024-03-20'],
    ],
    not: ['an l8 model'],
  },
  {
    id: 'date.month-year',
    reads: 'a month of a year',
    shape: '(month:m (-/ | , | of | in | the)? (the =year)? year:y | month:m of threeDigits:y | yearOfFour:y -/? month:m)',
    make: (c) => monthMade(number(c, 'y'), number(c, 'm')),
    examples: [
      ['in June 2023', '2023-06'],
      ['February of 1940', '1940-02'],
      ['April 480 BC', 'BC0480-04'],
      ['2024 Aug', '2024-08'],
    ],
    not: ['They may be 2000 men.'],
  },
  {
    id: 'date.month-short-year',
    reads: 'a month and the last two digits of its year',
    shape: 'month:m (apostrophe:q)? twoDigits:y',
    make: (c) => (c['q'] || number(c, 'y') > 40 ? monthMade(fullYear(number(c, 'y')), number(c, 'm')) : 'pass'),
    examples: [
      ['Aug 96', '1996-08'],
      ['June ’17', '2017-06'],
    ],
    not: ['They mark 17 men.'],
  },
  {
    id: 'date.month',
    reads: 'a month by itself',
    shape: 'month:m',
    make: (c, scene, first, last) =>
      aloneMonth(scene, first, last) && (!has(scene.tokens, last, Flag.Number) || isCount(scene, last) || isCounting(scene, first, last))
        ? monthMade(null, number(c, 'm'))
        : 'pass',
    examples: [
      ['They met in June.', '2023-06'],
      ['It fell in May.', '2024-05'],
      ['In June 15 people died.', '2023-06'],
    ],
    not: ['She may leave.', 'They march on.', 'an august body', 'May the force be with you.', 'jan', 'mar'],
  },
];
