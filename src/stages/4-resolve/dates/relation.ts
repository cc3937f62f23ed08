import type { Anchor, TimeExpression, TimexType } from '../../../model/index.js';
import { addMonths, dayNumber, dayOf, daysInMonth, isDay, isoOf, two, weekdayOf, weekOf } from '../../../text/index.js';
import { type Anchors, type Point, readPoint } from './anchors.js';
import { intervalOf } from './interval.js';
import { namedDay } from './named.js';
import { nth, weekdayOfMonth } from './nth.js';

export interface Resolution {
  readonly timex: string;
  readonly anchor: Anchor;
  /** Given when the interval is not that of the value: "the last two years". */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly type?: TimexType;
}

export interface Base {
  readonly point: Point;
  readonly anchor: 'published' | 'previous';
}

/** The anchor a relation asks for: what was told before, or the day of writing (in history, what was told before). */
export function baseOf(kind: string, anchors: Anchors): Base | null {
  const published: Base | null = anchors.published && { point: anchors.published, anchor: 'published' };
  const previous: Base | null = anchors.previous && { point: anchors.previous, anchor: 'previous' };
  if (kind === 'published') return anchors.narrative && anchors.published ? previous ?? published : published;
  if (kind === 'context') return anchors.narrative ? previous ?? published : published ?? previous;
  return previous ?? published;
}

export const yearText = (year: number): string => (year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

/**
 * Value of a relative time. The relation is a verb and its arguments: `year DIR` gives "XXXX-06-12" its year, `yearby w` the one in which it
 * is that weekday; `yearof BASE n`
 * the year n after the base; `shift BASE ±n U` counts units from the base; `unit BASE ±n U` is the whole unit; `weekday DIR d`,
 * `dom d`, `domof BASE ±n d`, `nth n UNIT WHERE ±n`, `weekdom w d` find days;
 * `plus ±n U …` and `weekof …` start from another relation; `onward` is the first such date behind the one before; `span past|future n U` bounds a duration; `named RULE DIR VALUE` is a day with a name.
 */
export function resolveRelation(time: TimeExpression, anchors: Anchors): Resolution {
  const [verb, ...args] = (time.relation ?? '').split(' ');
  const unknown: Resolution = { timex: time.timex, anchor: 'none' };
  const clock = time.timex.indexOf('T') >= 0 ? time.timex.slice(time.timex.indexOf('T')) : '';
  switch (verb) {
    case 'plus':
    case 'weekof': {
      const inner = args.slice(verb === 'plus' ? 2 : 0).join(' ');
      const at = inner === '-' ? { timex: time.timex, anchor: 'explicit' as const } : resolveRelation({ ...time, relation: inner }, anchors);
      const point = readPoint(at?.timex ?? '');
      if (!at || !point || numberOf(point) === null) return unknown;
      const base: Base = { point, anchor: at.anchor === 'previous' ? 'previous' : 'published' };
      const value = verb === 'plus' ? shifted(base, Number(args[0]), args[1], clock) : unitOf(base, 0, 'W');
      return value ? { ...value, anchor: verb === 'plus' ? 'event' : at.anchor } : unknown;
    }
    case 'onward': {
      const { previous } = anchors;
      if (!previous) return yearDirected(time, 'near', anchors) ?? unknown;
      const month = Number(time.timex.slice(5, 7)) || 1;
      const day = Number(time.timex.slice(8, 10)) || 31;
      const earlier = previous.month !== null && (month < previous.month || (month === previous.month && previous.day !== null && day < previous.day));
      return { timex: time.timex.replace('XXXX', yearText(previous.year + (earlier ? 1 : 0))), anchor: 'previous' };
    }
    case 'era': return !anchors.ancient ? NO_SUCH_DAY : anchors.previous && anchors.previous.year < 0 ? { timex: `BC${time.timex}`, anchor: 'previous' } : { timex: time.timex, anchor: 'explicit' };
    case 'nth': return nth(args, anchors) ?? unknown;
    case 'weekdom': return weekdayOfMonth(Number(args[0]), Number(args[1]), baseOf('context', anchors), clock) ?? unknown;
    case 'today': {
      if (!anchors.published || anchors.published.day === null || anchors.narrative) return unknown;
      return { timex: dayText(anchors.published), anchor: 'published' };
    }
    case 'clock': {
      const { previous } = anchors;
      if (!anchors.narrative && anchors.published?.day && (!previous || previous.day === null || time.sentence !== anchors.previousSentence)) {
        return { timex: dayText(anchors.published) + clock, anchor: 'published' };
      }
      if (!previous || previous.day === null || time.sentence - anchors.previousSentence > 2) return unknown;
      return { timex: dayText(previous) + clock, anchor: 'previous' };
    }
    case 'now': {
      if (anchors.narrative || !anchors.published?.day) return unknown;
      return { timex: time.timex, anchor: 'published', ...intervalOf(dayText(anchors.published), null) };
    }
    case 'yearby': return yearByWeekday(time.timex, Number(args[0]), anchors) ?? yearDirected(time, 'near', anchors) ?? unknown;
    case 'year': return yearDirected(time, args[0], anchors) ?? unknown;
    case 'yearof': {
      const base = baseOf(args[0], anchors);
      return base ? { timex: time.timex.replace('XXXX', yearText(base.point.year + Number(args[1]))), anchor: base.anchor } : unknown;
    }
    case 'shift': {
      const base = baseOf(args[0], anchors);
      return (base && shifted(base, Number(args[1]), args[2], clock)) ?? unknown;
    }
    case 'unit': {
      const base = baseOf(args[0], anchors);
      return (base && unitOf(base, Number(args[1]), args[2])) ?? unknown;
    }
    case 'weekday': {
      const told = anchors.narrative || ['following', 'before', 'previous'].includes(args[0]) ? 'previous' : 'published';
      const base = baseOf(told, anchors);
      const at = base && numberOf(base.point);
      if (!base || at === null) return unknown;
      return { timex: isoOf(weekdayFrom(at, args[0], Number(args[1]), told)) + clock, anchor: base.anchor };
    }
    case 'dom': return dayOfMonth(Number(args[0]), 0, baseOf('context', anchors)) ?? unknown;
    case 'domof': return dayOfMonth(Number(args[2]), Number(args[1]), baseOf(args[0], anchors)) ?? unknown;
    case 'century': {
      const base = baseOf('context', anchors);
      const century = base ? Math.floor(base.point.year / 100) : 19;
      const year = century * 100 + Number(time.timex.slice(2));
      return { timex: yearText(base && base.anchor === 'published' && year > base.point.year ? year - 100 : year), anchor: base?.anchor ?? 'none' };
    }
    case 'span': return spanOf(time.timex, args, anchors);
    case 'named': {
      const base = baseOf('context', anchors);
      return namedDay(time.timex, args[0], args[1], args.slice(2).join(' '), base?.point ?? null, base?.anchor ?? 'none', clock) ?? unknown;
    }
    default: return unknown;
  }
}

const dayText = (point: Point): string => `${yearText(point.year)}-${two(point.month as number)}-${two(point.day as number)}`;
const numberOf = (point: Point): number | null => (point.month === null || point.day === null || point.year < 0 ? null : dayNumber(point.year, point.month, point.day));

/** The year of "June", "12 June", "summer": in history that of the date before, else the nearest that fits the direction. */
function yearDirected(time: TimeExpression, direction: string, anchors: Anchors): Resolution | null {
  const give = (year: number, anchor: Anchor): Resolution | null => {
    const day = /^XXXX-02-29/.test(time.timex) && !isDay(Math.abs(year), 2, 29);
    return day ? NO_SUCH_DAY : { timex: time.timex.replace('XXXX', yearText(year)), anchor };
  };
  if (direction === 'present' && anchors.narrative && !/^XXXX-\d\d-\d\d/.test(time.timex)) return null;
  const recent = anchors.previous && anchors.published && anchors.previous.year < anchors.published.year - 1 && time.sentence - anchors.previousSentence <= 1;
  const told = anchors.narrative || recent || ['following', 'before', 'previous'].includes(direction);
  if (told && (anchors.previous || anchors.firstYear !== null)) {
    const year = anchors.previous?.year ?? (anchors.firstYear as number);
    const month = Number(time.timex.slice(5, 7)) || SEASON_MONTH[time.timex.slice(5, 7)] || null;
    const before = anchors.previous?.month ?? null;
    const turn = direction === 'near' || direction === 'past' || direction === 'future' ? turnOf(time.timex, anchors.month) : 0;
    if (turn !== 0) return give(year + turn, 'previous');
    const by = direction === 'following' || direction === 'next' ? (month && before && month > before ? 0 : 1) : direction === 'before' || direction === 'last' ? (month && before && month < before ? 0 : -1) : 0;
    return give(year + by, 'previous');
  }
  if (!anchors.published) return null;
  const { year, month, day } = anchors.published;
  const at = dayNumber(year, month ?? 7, day ?? 1);
  const candidates = [year - 1, year, year + 1].map((y) => {
    const { from, to } = intervalOf(time.timex.replace('XXXX', yearText(y)).replace(/T.*/, ''), null);
    return { y, from: startOf(from), to: startOf(to) };
  });
  if (direction === 'this') return give(year, 'published');
  const last = candidates.filter((c) => c.from <= at);
  const next = candidates.filter((c) => c.to > at);
  if (direction === 'past') return give((last.at(-1) ?? candidates[0]).y, 'published');
  if (direction === 'future') return give((next[0] ?? candidates[2]).y, 'published');
  if (direction === 'last') return give((candidates.filter((c) => c.to <= at).at(-1) ?? candidates[0]).y, 'published');
  if (direction === 'next') return give((candidates.find((c) => c.from > at) ?? candidates[2]).y, 'published');
  const distance = (c: { readonly from: number; readonly to: number }): number => (c.from <= at && at < c.to ? 0 : Math.abs(c.from - at));
  return give(candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a)).y, 'published');
}

/** The nearest year in which the day falls on the weekday. */
function yearByWeekday(timex: string, weekday: number, anchors: Anchors): Resolution | null {
  const base = baseOf('context', anchors);
  if (!base || base.point.year < 0) return null;
  const [month, day] = [Number(timex.slice(5, 7)), Number(timex.slice(8, 10))];
  const at = dayNumber(base.point.year, base.point.month ?? 7, base.point.day ?? 1);
  let best: number | null = null;
  for (let year = base.point.year - 6; year <= base.point.year + 6; year++) {
    if (!isDay(year, month, day)) continue;
    const number = dayNumber(year, month, day);
    if (weekdayOf(number) === weekday && (best === null || Math.abs(number - at) < Math.abs(best - at))) best = number;
  }
  return best === null ? null : { timex: timex.replace('XXXX', yearText(dayOf(best).year)), anchor: base.anchor };
}

/** The timex of a day that its year does not have; the expression yields nothing. */
export const NO_SUCH_DAY: Resolution = { timex: '', anchor: 'none' };

/** A story goes on: behind December, "in January" is of the next year. */
function turnOf(timex: string, before: number | null): number {
  if (before === null) return 0;
  const month = Number(timex.slice(5, 7)) || SEASON_MONTH[timex.slice(5, 7)] || 0;
  return month > 0 && month - before < -TURN ? 1 : 0;
}
const TURN = 8;
const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function startOf(iso: string | null): number {
  const [y, m = '1', d = '1'] = (iso ?? '1970').split('-');
  return dayNumber(Number(y), Number(m), Number(d));
}

/** "two days later" from a day; from a month or year only what that can tell. */
function shifted(base: Base, count: number, unit: string, clock: string): Resolution | null {
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
    const year = point.year + years;
    return unit === 'Y' ? { timex: yearText(year), anchor } : unit === 'DE' ? { timex: yearText(year).slice(0, -1), anchor } : { timex: yearText(year), anchor };
  }
  const at = numberOf(point);
  return at === null ? null : { timex: `${isoOf(unit === 'TH' ? at + Math.trunc(count / 24) : at)}TXX`, anchor };
}

/** The whole unit `by` units after that of the base. */
function unitOf(base: Base, by: number, unit: string): Resolution | null {
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
  if (at === null) return unit === 'D' || unit === 'N' ? { timex: `${yearText(point.year)}-${point.month === null ? 'XX' : two(point.month)}-XX`, anchor } : null;
  if (unit === 'D' || unit === 'N') return { timex: isoOf(at + by), anchor };
  const { year, week } = weekOf(at + by * 7);
  return { timex: `${year}-W${two(week)}${unit === 'WE' ? '-WE' : ''}`, anchor };
}

/** The weekday that is meant, counted from day `at`. */
function weekdayFrom(at: number, direction: string, weekday: number, told: string): number {
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

function dayOfMonth(day: number, by: number, base: Base | null): Resolution | null {
  if (!base || base.point.month === null) return null;
  const { year, month } = addMonths({ year: base.point.year, month: base.point.month, day: 1 }, by);
  return day > daysInMonth(Math.abs(year), month) ? null : { timex: `${yearText(year)}-${two(month)}-${two(day)}`, anchor: base.anchor };
}

/** Bounds of "the last two years", "the next 3 days": they touch the day of writing. */
function spanOf(timex: string, [direction, count, unit]: readonly string[], anchors: Anchors): Resolution {
  const at = anchors.published && !anchors.narrative ? numberOf(anchors.published) : null;
  if (at === null) return { timex, anchor: 'none' };
  const n = Number(count);
  const end = Number.isFinite(n) ? move(at, direction === 'past' ? -n : n, unit) : null;
  return direction === 'past' ? { timex, anchor: 'published', from: end === null ? null : isoOf(end), to: isoOf(at) }
    : { timex, anchor: 'published', from: isoOf(at + 1), to: end === null ? null : isoOf(end + 1) };
}

function move(at: number, count: number, unit: string): number | null {
  const days: Readonly<Record<string, number>> = { D: 1, W: 7, FN: 14, N: 1, WE: 7 };
  if (days[unit]) return at + count * days[unit];
  const months: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
  if (!months[unit]) return null;
  const to = addMonths(dayOf(at), Math.round(count * months[unit]));
  return dayNumber(to.year, to.month, to.day);
}

