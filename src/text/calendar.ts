// Pure arithmetic of the proleptic Gregorian calendar. Days are counted from 1970-01-01; years before Christ are negative
// as historians count them (490 BC is −490), so that the value of a date reads like its words.

export interface Day {
  readonly year: number;
  /** 1 … 12. */
  readonly month: number;
  /** 1 … 31. */
  readonly day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]);

/** Whether the day exists; with `year` null, whether it exists in some year. */
export const isDay = (year: number | null, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (year === null ? (month === 2 ? 29 : MONTH_DAYS[month - 1]) : daysInMonth(year, month));

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Monday of an ISO week: 4 January lies in week 1. */
export function mondayOf(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** ISO week and the year it belongs to, which is that of its Thursday. */
export function weekOf(number: number): { readonly year: number; readonly week: number } {
  const { year } = dayOf(number - weekdayOf(number) + 4);
  return { year, week: Math.floor((number - mondayOf(year, 1)) / 7) + 1 };
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(at: Day, months: number): Day {
  const index = at.year * 12 + at.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(at.day, daysInMonth(year, month)) };
}

/** Easter Sunday of the Western churches (Butcher's rule). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Day number of the `n`-th `weekday` of a month; negative `n` counts from its end; null when the month has no such day. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number | null {
  const length = daysInMonth(year, month);
  const first = dayNumber(year, month, 1);
  const offset = (weekday - weekdayOf(first) + 7) % 7;
  const count = Math.floor((length - 1 - offset) / 7) + 1;
  const index = n > 0 ? n - 1 : count + n;
  return index >= 0 && index < count ? first + offset + index * 7 : null;
}

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Four digits, a minus before years BC: "0480" → "-0480". */
export const isoYear = (year: number): string => (year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${two(month)}`;

export const isoDay = (at: Day): string => `${isoYear(at.year)}-${two(at.month)}-${two(at.day)}`;

export const isoOf = (number: number): string => isoDay(dayOf(number));
