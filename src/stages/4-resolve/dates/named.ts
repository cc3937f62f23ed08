import type { Anchor } from '../../../model/index.js';
import { type Calendar, dayNumber, type Days, easterOf, isDay, isoOf, monthsWithin, nthWeekday } from '../../../text/index.js';
import type { Point } from './anchors.js';
import type { Resolution } from './base.js';

/**
 * The day with a name: `fixed` 12-25, `nth` "11 4 4" (November, Thursday, fourth; "+1" a day later), `easter` days from Easter
 * Sunday, `table` one day or from/to a year, `calendar` a month of another calendar. `way` is a year, last, next, this or near; null when no year is known or the table ends.
 */
export function namedDay(
  timex: string,
  rule: string,
  way: string,
  value: string,
  base: Point | null,
  anchor: Anchor,
  clock: string,
): Resolution | null {
  if (/^-?\d+$/.test(way)) return give(spans(rule, value, Number(way))[0], 'explicit', clock);
  if (!base) return { timex, anchor: 'none' };
  const counted = /^[a-z]+([+-]\d+)$/.exec(way);
  if (counted) return give(spans(rule, value, base.year + Number(counted[1]))[0], anchor, clock);
  const at = base.month === null ? dayNumber(base.year, 7, 1) : dayNumber(base.year, base.month, base.day ?? 15);
  if (anchor === 'previous' || base.month === null || way === 'this') return give(spans(rule, value, base.year)[0], anchor, clock);
  const all = [base.year - 1, base.year, base.year + 1].flatMap((year) => spans(rule, value, year));
  const past = all.filter((one) => one.from < at).at(-1);
  const next = all.find((one) => one.from >= at);
  if (way === 'last') return give(past, anchor, clock);
  if (way === 'next' || !past) return give(next, anchor, clock);
  if (!next) return give(past, anchor, clock);
  // A feast just past is still spoken of; otherwise the coming one is meant.
  return give(at - past.from <= RECENT ? past : next, anchor, clock);
}

const RECENT = 30;

function give(days: Days | undefined, anchor: Anchor, clock: string): Resolution | null {
  if (!days) return null;
  const timex = `${isoOf(days.from)}${clock}`;
  return { timex, anchor, from: isoOf(days.from), to: isoOf(days.to) };
}

function spans(rule: string, value: string, year: number): readonly Days[] {
  const one = (at: number | null): readonly Days[] => (at === null ? [] : [{ from: at, to: at + 1 }]);
  const numbers = value.split(' ').map(Number);
  switch (rule) {
    case 'fixed': {
      const [month, day] = value.split('-').map(Number);
      return isDay(Math.abs(year), month, day) ? one(dayNumber(year, month, day)) : [];
    }
    case 'nth': {
      const at = nthWeekday(year, numbers[0], numbers[1], numbers[2]);
      return one(at === null ? null : at + (numbers[3] || 0));
    }
    case 'easter':
      return one(easterOf(year) + numbers[0]);
    case 'table':
      return value
        .split(' ')
        .filter((cell) => cell.startsWith(`${year}-`))
        .map((cell) => {
          const [from, to] = cell.split('/');
          return { from: day(from), to: to ? day(to) : day(from) + 1 };
        });
    // "AH 9": the ninth month of the moon years.
    case 'calendar': {
      const [calendar, month] = value.split(' ');
      return monthsWithin(calendar as Calendar, Number(month), year);
    }
    default:
      return [];
  }
}

const day = (iso: string): number => dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
