import { type Calendar, type Days, isoOf, monthOfCalendar, yearOfCalendar } from '../../../../text/index.js';
import { type Captures, made, type Made, number, text, type TimeRule } from '../rule.js';
import { worthOf } from '../tense.js';
import { dayMade, monthMade } from '../value.js';

/** The whole of some days of another calendar, told by the first of them; a year by the two that it lies in. */
const within = ({ from, to }: Days, isYear: boolean): Made => {
  const [begin, end] = [isoOf(from), isoOf(to - 1)];
  const years = begin.slice(5) === '01-01' ? begin.slice(0, 4) : `${begin.slice(0, 4)}/${end.slice(0, 4)}`;
  return made('DATE', isYear ? years : begin, `within ${begin} ${isoOf(to)}`);
};

const monthOf = (c: Captures): readonly [Calendar, number] => {
  const [calendar, month] = text(c, 'm').split('-');
  return [calendar as Calendar, Number(month)];
};

/** Years that a month of a moon calendar is told of; a year of ours stands behind it, too: "Ramadan 2018". */
const MOON_YEARS = { first: 1000, last: 1600 };

/** Dates of other calendars, in days of ours. */
export const CALENDARS: readonly TimeRule[] = [
  {
    id: 'calendar.year',
    reads: 'a year of another calendar, which its sign or name tells',
    shape: '(the? calendar:c digits:y | (the =year)? digits:y calendar:c)',
    make: (c) => {
      const year = yearOfCalendar(text(c, 'c') as Calendar, number(c, 'y'));
      return year ? within(year, true) : 'pass';
    },
    examples: [
      ['It was built in 1012 AH.', '1603/1604'],
      ['the year 1403 SH', '2024/2025'],
      ['a law of 2566 BE', '2023'],
    ],
    not: ['They will be 25 ah.'],
  },
  {
    id: 'calendar.year-of',
    reads: 'a year of a calendar that the word before tells',
    shape: 'unit:u digits:y',
    make: (c, scene, first) => {
      if (c['u'].phrase?.phrase !== 'year') return 'pass';
      const calendar = worthOf(scene, first - 1, 'calendar-of');
      const year = calendar === null ? null : yearOfCalendar(calendar as Calendar, number(c, 'y'));
      return year ? within(year, true) : 'pass';
    },
    examples: [
      ['in the Persian year 1402', '2023/2024'],
      ['the Ethiopian year 2016', '2023/2024'],
    ],
    not: ['They lost in year 3.'],
  },
  {
    id: 'calendar.month',
    reads: 'a month of another calendar, or a day of it, with its year',
    shape:
      '(the? day:d (=day of | of)? calendarMonth:m ,? digits:y calendar? | calendarMonth:m day:d , digits:y calendar? | calendarMonth:m digits:y calendar?)',
    make: (c) => {
      const [calendar, month] = monthOf(c);
      const year = number(c, 'y');
      const days = year >= MOON_YEARS.first && year <= MOON_YEARS.last ? monthOfCalendar(calendar, year, month) : null;
      if (!days) return 'pass';
      if (!c['d']) return within(days, false);
      const at = days.from + number(c, 'd') - 1;
      return at < days.to ? within({ from: at, to: at + 1 }, false) : null;
    },
    examples: [
      ['on 12 Ramadan 1445 AH', '2024-03-22'],
      ['signed on 22 Bahman 1357', '1979-02-11'],
      ['in Muharram 1446', '2024-07-08'],
    ],
    not: ['on 40 Muharram 1446'],
  },
  {
    id: 'calendar.day',
    reads: 'a day of a month of another calendar without its year',
    shape: 'the? day:d (=day of | of)? calendarMonth:m',
    make: (c) => {
      const [calendar, month] = monthOf(c);
      return number(c, 'd') > 31 ? 'pass' : made('DATE', 'XXXX-XX-XX', `plus +${number(c, 'd') - 1} D named calendar near ${calendar} ${month}`);
    },
    examples: [
      ['They marched on 10 Muharram.', '2023-07-28'],
      ['They marched on 22 Bahman.', '2024-02-11'],
    ],
    not: ['They saw 40 Muharram.'],
  },
  {
    id: 'calendar.month-of-year',
    reads: 'a month of ours in a year of another era',
    shape: '(day:d of?)? month:m digits:y calendar:c',
    make: (c) => {
      if (c['c'].value !== 'BE') return 'pass';
      const year = number(c, 'y') - 543;
      return c['d'] ? dayMade(year, number(c, 'm'), number(c, 'd')) : monthMade(year, number(c, 'm'));
    },
    examples: [
      ['on 5 June 2566 BE', '2023-06-05'],
      ['in June 2566 BE', '2023-06'],
    ],
    not: ['They may be 2566.'],
  },
];
