import type { Anchor } from '../../../model/index.js';
import { addMonths, dayNumber, daysInMonth, isoOf, nthWeekday, two, weekdayOf, weekOf } from '../../../text/index.js';
import type { Anchors } from './anchors.js';
import { type Base, baseOf, type Resolution, yearText } from './base.js';
import { move } from './shift.js';

/** A month or year by its days: `from` and, half-open, `to`. */
interface Whole {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  /** Null when it is a year. */
  readonly month: number | null;
  readonly anchor: Anchor;
}

/** The month or year that `where` names: "2014-10", "2014"; X stands for what the base tells, and `by` counts months or years from there. */
function wholeOf(where: string, by: string, anchors: Anchors): Whole | null {
  const base = baseOf('context', anchors);
  if (where.startsWith('BC')) return null;
  const [yearCell, monthCell] = where.split('-');
  if (!/^\d/.test(yearCell) && !base) return null;
  let year = /^\d/.test(yearCell) ? Number(yearCell) : (base as Base).point.year;
  let month = monthCell && /^\d/.test(monthCell) ? Number(monthCell) : null;
  if (monthCell === 'XX') {
    const told = (base as Base).point;
    if (told.month === null) return null;
    ({ year, month } = addMonths({ year: told.year, month: told.month, day: 1 }, Number(by)));
  } else if (yearCell === 'XXXX' && monthCell === undefined) year += Number(by);
  const from = dayNumber(year, month ?? 1, 1);
  const to = month === null ? dayNumber(year + 1, 1, 1) : from + daysInMonth(year, month);
  return { from, to, year, month, anchor: /^\d/.test(yearCell) ? 'explicit' : (base as Base).anchor };
}

/**
 * The n-th weekday, day, week, weekend or month of a month or year; n counts from the end when negative. A week belongs to
 * the month or year that holds its Thursday. `where` is "2014-10", "2014", or has X for what the base tells.
 */
export function nth([count, unit, where, by]: readonly string[], anchors: Anchors): Resolution | null {
  const n = Number(count);
  const whole = wholeOf(where, by, anchors);
  if (!whole) return null;
  const { from, to, year, month, anchor } = whole;
  if (unit === 'M') return month !== null || Math.abs(n) > 12 ? null : { timex: `${yearText(year)}-${two(n > 0 ? n : 13 + n)}`, anchor };
  if (unit === 'W' || unit === 'WE') {
    // Mondays of the weeks whose Thursday lies inside.
    const first = from + ((4 - weekdayOf(from) + 7) % 7) - 3;
    const last = to - 1 - ((weekdayOf(to - 1) - 4 + 7) % 7) - 3;
    const monday = n > 0 ? first + (n - 1) * 7 : last + (n + 1) * 7;
    if (monday < first || monday > last) return null;
    const week = weekOf(monday);
    return { timex: `${yearText(week.year)}-W${two(week.week)}${unit === 'WE' ? '-WE' : ''}`, anchor };
  }
  if (unit === 'D') {
    const at = n > 0 ? from + n - 1 : to + n;
    return at < from || at >= to ? null : { timex: isoOf(at), anchor };
  }
  const at = month === null ? null : nthWeekday(year, month, Number(unit.slice(7)), n);
  return at === null ? null : { timex: isoOf(at), anchor };
}

/** The first (or, with n below 0, last) so many units of a month or year: its interval, behind the length. */
export function stretch(timex: string, [count, unit, where, by]: readonly string[], anchors: Anchors): Resolution | null {
  const n = Number(count);
  const whole = wholeOf(where, by, anchors);
  if (!whole) return null;
  const inner = move(n > 0 ? whole.from : whole.to, n, unit);
  if (inner === null || inner > whole.to || inner < whole.from) return null;
  const told = whole.month === null ? yearText(whole.year) : `${yearText(whole.year)}-${two(whole.month)}`;
  const [from, to] = n > 0 ? [whole.from, inner] : [inner, whole.to];
  return { timex, anchor: whole.anchor, told, from: isoOf(from), to: isoOf(to) };
}

/** "Friday the 13th": the nearest month in which that day is that weekday. */
export function weekdayOfMonth(weekday: number, day: number, base: Base | null, clock: string): Resolution | null {
  if (!base || base.point.month === null || base.point.year < 0) return null;
  const { year, month } = base.point;
  for (let distance = 0; distance <= 14; distance++) {
    for (const by of distance === 0 ? [0] : [distance, -distance]) {
      const at = addMonths({ year, month, day: 1 }, by);
      if (day > daysInMonth(at.year, at.month)) continue;
      const number = dayNumber(at.year, at.month, day);
      if (weekdayOf(number) === weekday) return { timex: isoOf(number) + clock, anchor: base.anchor };
    }
  }
  return null;
}
