import { dayNumber, daysInMonth } from '../../text/index.js';

/** Days `[from, to)`, counted from 1970-01-01. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Reports of one event give it days a few apart: night attacks, time zones, bodies found later. */
const SLACK = 3;
/** Up to here a period is a moment, as events have it; longer ones are reporting periods that must be the same. */
const MOMENT = 10;
/** Two reporting periods are the same when they share so much of what they cover together. */
const SHARED = 0.5;

/** The days of an ISO prefix (`2023`, `2023-06`, `2023-06-30`); null when it is none, or lies before Christ. */
export function periodOf(prefix: string | null): Period | null {
  const parts = prefix === null ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(prefix);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const from = dayNumber(year, month, day);
  if (parts[3] !== undefined) return { from, to: from + 1 };
  return { from, to: parts[2] === undefined ? dayNumber(year + 1, 1, 1) : from + daysInMonth(year, month) };
}

/** From the first day of one prefix to the first day of another (half-open, as claims have it); an end left out is one period long. */
export function periodBetween(from: string | null, to: string | null): Period | null {
  const begin = periodOf(from);
  const end = periodOf(to);
  if (begin === null) return end === null ? null : { from: end.from - 1, to: end.from };
  return end === null ? begin : { from: begin.from, to: Math.max(end.from, begin.from + 1) };
}

/** Days between two periods; below 0 where they share some. */
export const daysBetween = (a: Period, b: Period): number => Math.max(a.from, b.from) - Math.min(a.to, b.to);

/** Whether two periods may be the time of one event; moments with at most `slack` days between them. */
export function isOneTime(a: Period, b: Period, slack = SLACK): boolean {
  const gap = daysBetween(a, b);
  const short = (period: Period): boolean => period.to - period.from <= MOMENT;
  if (short(a) && short(b)) return gap <= slack;
  if (short(a) || short(b)) return false;
  return -gap >= SHARED * (Math.max(a.to, b.to) - Math.min(a.from, b.from));
}

/** Whether two moments lie so many days apart that they are no time of one event. */
export const isApart = (a: Period, b: Period, slack: number): boolean =>
  a.to - a.from <= MOMENT && b.to - b.from <= MOMENT && !isOneTime(a, b, slack);

/** Whether two periods, one of them longer than a moment, count other events: "since June", "in the past week". */
export const isOtherPeriod = (a: Period, b: Period): boolean =>
  Math.max(a.to - a.from, b.to - b.from) > MOMENT && !isOnePeriod(a, b) && !isRunning(a, b) && !isOneTime(a, b);

/** Whether two periods are the same, as "since October" is in two articles. */
export const isOnePeriod = (a: Period, b: Period): boolean => a.from === b.from;

/** "Since October", told in January, and "as of Friday": a total that runs on, and one of a day within it or soon behind it. */
export function isRunning(a: Period, b: Period): boolean {
  const [long, short] = a.to - a.from > b.to - b.from ? [a, b] : [b, a];
  return long.to - long.from > MOMENT && short.to - short.from <= DAY && short.from >= long.from && short.from - long.to <= SOON;
}
/** Days of a count that stands for one day: longer ones are periods of their own, "in the past week". */
const DAY = 2;
/** Days after which a running total is another one's. */
const SOON = 31;

/** Whether two periods are one day, or the night between two. */
export const isOneDay = (a: Period, b: Period): boolean => a.to - a.from <= 2 && b.to - b.from <= 2 && a.from < b.to && b.from < a.to;
