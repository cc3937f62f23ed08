import { addMonths, dayNumber, dayOf, daysInMonth, isoOf, two, weekdayOf, weekOf } from '../../../text/index.js';
import type { Anchors } from './anchors.js';
import { type Base, numberOf, type Resolution, yearText } from './base.js';

/** "two days later" from a day; from a month or year only what that can tell. */
export function shifted(base: Base, count: number, unit: string, clock: string): Resolution | null {
  const { point, anchor } = base;
  if (point.year < 0 && unit !== 'Y' && unit !== 'DE') return null;
  const days = unit === 'D' || unit === 'N' ? count : unit === 'W' ? count * 7 : unit === 'FN' ? count * 14 : unit === 'WE' ? count * 7 : null;
  if (days !== null) {
    const at = numberOf(point);
    if (at === null) return { timex: `${yearText(point.year)}-${point.month === null ? 'XX' : two(point.month)}-XX${clock}`, anchor };
    return { timex: isoOf(at + Math.round(days)) + clock, anchor };
  }
  const months = unit === 'M' ? count : unit === 'Q' ? count * 3 : null;
  if (months !== null) {
    if (point.month === null) return null;
    const to = addMonths({ year: point.year, month: point.month, day: 1 }, Math.round(months));
    return { timex: `${yearText(to.year)}-${two(to.month)}`, anchor };
  }
  const years = unit === 'Y' ? count : unit === 'DE' ? count * 10 : unit === 'CE' ? count * 100 : unit === 'ML' ? count * 1000 : null;
  if (years !== null) {
    if (!Number.isInteger(years)) return point.month === null ? null : shifted(base, Math.round(years * 12), 'M', '');
    return { timex: yearText(point.year + years), anchor };
  }
  const at = numberOf(point);
  return at === null ? null : { timex: `${isoOf(unit === 'TH' ? at + Math.trunc(count / 24) : at)}TXX`, anchor };
}

/** Units of `offset` in months and in days; those of hours and less stay within the day. */
const MONTHS: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
const DAYS: Readonly<Record<string, number>> = { D: 1, N: 1, W: 7, WE: 7, FN: 14 };

/** A length of several units from a base, "a year and two months ago": as exact as its smallest unit. */
export function offset(base: Base, sign: number, length: readonly string[], clock: string): Resolution | null {
  let months = 0;
  let days = 0;
  let unit = '';
  for (let i = 0; i + 1 < length.length; i += 2) {
    unit = length[i + 1];
    months += Number(length[i]) * (MONTHS[unit] ?? 0);
    days += Number(length[i]) * (DAYS[unit] ?? 0);
  }
  const at = numberOf(base.point);
  if (MONTHS[unit] || at === null)
    return days === 0 && unit === 'M'
      ? shifted(base, sign * months, 'M', clock)
      : months % 12 === 0
        ? shifted(base, (sign * months) / 12, 'Y', clock)
        : null;
  const { year, month, day } = addMonths(dayOf(at), Math.round(sign * months));
  return { timex: isoOf(dayNumber(year, month, day) + Math.round(sign * days)) + (DAYS[unit] ? clock : 'TXX'), anchor: base.anchor };
}

/** The whole unit `by` units after that of the base. */
export function unitOf(base: Base, by: number, unit: string): Resolution | null {
  const { point, anchor } = base;
  if (unit === 'Y') return { timex: yearText(point.year + by), anchor };
  if (unit === 'DE') return { timex: yearText(point.year + by * 10).slice(0, -1), anchor };
  if (unit === 'CE') return { timex: yearText(point.year + by * 100).slice(0, -2), anchor };
  if (point.year < 0) return null;
  if (unit === 'M' || unit === 'Q') {
    if (point.month === null) return null;
    if (unit === 'Q') {
      const index = point.year * 4 + Math.floor((point.month - 1) / 3) + by;
      return { timex: `${Math.floor(index / 4)}-Q${(index % 4) + 1}`, anchor };
    }
    const to = addMonths({ year: point.year, month: point.month, day: 1 }, by);
    return { timex: `${to.year}-${two(to.month)}`, anchor };
  }
  const at = numberOf(point);
  if (at === null)
    return unit === 'D' || unit === 'N' ? { timex: `${yearText(point.year)}-${point.month === null ? 'XX' : two(point.month)}-XX`, anchor } : null;
  if (unit === 'D' || unit === 'N') return { timex: isoOf(at + by), anchor };
  const { year, week } = weekOf(at + by * 7);
  return { timex: `${year}-W${two(week)}${unit === 'WE' ? '-WE' : ''}`, anchor };
}

/** The weekday that is meant, counted from day `at`. */
export function weekdayFrom(at: number, direction: string, weekday: number, told: string): number {
  const monday = at - weekdayOf(at) + 1;
  const here = monday + weekday - 1;
  const behind = (weekday - weekdayOf(at) + 7) % 7;
  if (direction.startsWith('week')) return here + 7 * Number(direction.slice(4));
  if (direction === 'last' || direction === 'before') return behind === 0 ? at - 7 : at + behind - 7;
  if (direction === 'next') return here <= at || here - at < 7 ? here + 7 : here;
  if (direction === 'following') return behind === 0 ? at + 7 : at + behind;
  if (direction === 'this') return at + behind;
  if (told === 'previous') return at + behind;
  if (direction === 'past') return behind === 0 ? at : at + behind - 7;
  if (direction === 'future') return at + behind;
  return behind <= 3 ? at + behind : at + behind - 7;
}

/** The day nearest to day `at`, before or behind it as `step` says, that is neither Saturday nor Sunday. */
export function workdayFrom(at: number, step: number): number {
  let day = at + step;
  while (weekdayOf(day) > 5) day += step;
  return day;
}

/** The weekend just past or the one that comes; on a weekend, this one. */
export function weekendOf(base: Base, direction: string): Resolution | null {
  const at = numberOf(base.point);
  return at === null ? null : unitOf(base, direction === 'past' && weekdayOf(at) < 6 ? -1 : 0, 'WE');
}

/** A numbered day of the month `by` months after that of the base. */
export function dayOfMonth(day: number, by: number, base: Base | null): Resolution | null {
  if (!base || base.point.month === null) return null;
  const { year, month } = addMonths({ year: base.point.year, month: base.point.month, day: 1 }, by);
  return day > daysInMonth(Math.abs(year), month) ? null : { timex: `${yearText(year)}-${two(month)}-${two(day)}`, anchor: base.anchor };
}

/** Bounds of "the last two years", "the next 3 days": they touch the day of writing, or, with `after`, the day told before. */
export function spanOf(timex: string, [direction, count, unit]: readonly string[], anchors: Anchors): Resolution {
  const told = direction === 'after';
  const from = told ? anchors.previous : anchors.narrative ? null : anchors.published;
  const at = from && numberOf(from);
  if (at === null) return { timex, anchor: 'none' };
  const anchor = told ? 'previous' : 'published';
  const n = Number(count);
  const end = Number.isFinite(n) ? move(at, direction === 'past' ? -n : n, unit) : null;
  return direction === 'past'
    ? { timex, anchor, from: end === null ? null : isoOf(end), to: isoOf(at) }
    : { timex, anchor, from: isoOf(at + 1), to: end === null ? null : isoOf(end + 1) };
}

/** The day `count` units after day `at`; null for units shorter than a day. */
export function move(at: number, count: number, unit: string): number | null {
  const days: Readonly<Record<string, number>> = { D: 1, W: 7, FN: 14, N: 1, WE: 7 };
  if (days[unit]) return at + count * days[unit];
  const months: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
  if (!months[unit]) return null;
  const to = addMonths(dayOf(at), Math.round(count * months[unit]));
  return dayNumber(to.year, to.month, to.day);
}
