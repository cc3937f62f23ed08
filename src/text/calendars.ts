import { dayNumber } from './calendar.js';

// Calendars beside the Gregorian one. Days are counted from 1970-01-01.

/** `AH` the moon years of Islam, `SH` the sun years of Persia and Afghanistan, `BE` the Buddhist era of Thailand, `BS` Nepal's, `EC` Ethiopia's. */
export type Calendar = 'AH' | 'SH' | 'BE' | 'BS' | 'EC';

/** Days `[from, to)`. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** 16 July 622 of the Julian calendar, from which the moon years count. */
const HIJRA = dayNumber(622, 7, 19);
/** 1 Farvardin 1403, near which the rule of leap years holds exactly. */
const NOWRUZ = { year: 1403, at: dayNumber(2024, 3, 20) };

/** First day of a moon year, by the table that counts eleven long years in thirty; an observed moon may differ by a day. */
const moonYear = (year: number): number => HIJRA + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);

/** Long years of the sun calendar come by a cycle of 33. */
const isLongSunYear = (year: number): boolean => (25 * year + 11) % 33 < 8;
function sunYear(year: number): number {
  let at = NOWRUZ.at;
  for (let y = NOWRUZ.year; y < year; y++) at += isLongSunYear(y) ? 366 : 365;
  for (let y = year; y < NOWRUZ.year; y++) at -= isLongSunYear(y) ? 366 : 365;
  return at;
}

/** First and last year that a text names: of the Buddhist and Nepali eras only years of our time. */
const NAMED: Readonly<Record<Calendar, readonly [number, number]>> = {
  AH: [1, 1600],
  SH: [1, 1500],
  BE: [2300, 2700],
  BS: [1800, 2200],
  EC: [1, 2100],
};

/** The days of a year; null for years that no text names. Those of Nepal and Ethiopia are known to some days. */
export function yearOfCalendar(calendar: Calendar, year: number): Days | null {
  if (!Number.isInteger(year) || year < NAMED[calendar][0] || year > NAMED[calendar][1]) return null;
  switch (calendar) {
    case 'AH':
      return { from: moonYear(year), to: moonYear(year + 1) };
    case 'SH':
      return { from: sunYear(year), to: sunYear(year + 1) };
    case 'BE':
      return { from: dayNumber(year - 543, 1, 1), to: dayNumber(year - 542, 1, 1) };
    case 'BS':
      return { from: dayNumber(year - 57, 4, 14), to: dayNumber(year - 56, 4, 14) };
    case 'EC':
      return { from: dayNumber(year + 7, 9, 11), to: dayNumber(year + 8, 9, 11) };
  }
}

/** The days of month 1 … 12 of a year; null for calendars whose months have no fixed lengths. */
export function monthOfCalendar(calendar: Calendar, year: number, month: number): Days | null {
  const whole = yearOfCalendar(calendar, year);
  if (!whole || month < 1 || month > 12) return null;
  if (calendar === 'AH') {
    const from = whole.from + Math.ceil(29.5 * (month - 1));
    return { from, to: month === 12 ? whole.to : whole.from + Math.ceil(29.5 * month) };
  }
  if (calendar !== 'SH') return null;
  const from = whole.from + (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7));
  return { from, to: month === 12 ? whole.to : from + (month <= 6 ? 31 : 30) };
}

/** The months of that number that begin in a Gregorian year; of moon years there may be two. */
export function monthsWithin(calendar: Calendar, month: number, gregorian: number): readonly Days[] {
  const near = calendar === 'AH' ? Math.floor((gregorian - 622) * 1.03069) : gregorian - 621;
  const [first, last] = [dayNumber(gregorian, 1, 1), dayNumber(gregorian + 1, 1, 1)];
  return [near - 1, near, near + 1, near + 2].flatMap((year) => {
    const days = monthOfCalendar(calendar, year, month);
    return days && days.from >= first && days.from < last ? [days] : [];
  });
}
