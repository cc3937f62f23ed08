import type { Anchor, TimeExpression } from '../../../model/index.js';
import { dayNumber, dayOf, isDay, weekdayOf } from '../../../text/index.js';
import type { Anchors } from './anchors.js';
import { baseOf, NO_SUCH_DAY, type Resolution, yearText } from './base.js';
import { intervalOf } from './interval.js';

/**
 * The year of "June", "12 June", "summer": in history that of the date before, else the nearest that fits the direction. `ends`: the month in which
 * the range ends that the date begins, as what is past is past to its end.
 */
export function yearDirected(time: TimeExpression, direction: string, anchors: Anchors, ends: number | null = null): Resolution | null {
  const give = (year: number, anchor: Anchor): Resolution | null => {
    const day = /^XXXX-02-29/.test(time.timex) && !isDay(Math.abs(year), 2, 29);
    return day ? NO_SUCH_DAY : { timex: time.timex.replace('XXXX', yearText(year)), anchor };
  };
  if (direction === 'usual' || (direction === 'present' && anchors.narrative && !/^XXXX-\d\d-\d\d/.test(time.timex))) return null;
  const { previous, published } = anchors;
  // "In 2018 … in the first quarter": a year told in the same sentence, or in the one before when the words look back.
  const near = direction === 'near' || direction === 'past';
  const recent =
    near &&
    previous !== null &&
    published !== null &&
    previous.year < published.year &&
    anchors.apart <= (previous.year < published.year - 1 ? 1 : 0);
  // "The 2026 finals start on 11 June"
  const ahead =
    direction !== 'past' &&
    !['last', 'next', 'this'].includes(direction) &&
    previous !== null &&
    published !== null &&
    previous.year > published.year &&
    anchors.apart === 0;
  const told =
    ahead ||
    (anchors.narrative && !['last', 'next', 'this'].includes(direction)) ||
    recent ||
    ['following', 'before', 'previous'].includes(direction);
  if (told && (previous || anchors.firstYear !== null)) {
    const year = previous?.year ?? (anchors.firstYear as number);
    const month = Number(time.timex.slice(5, 7)) || SEASON_MONTH[time.timex.slice(5, 7)] || null;
    const before = previous?.month ?? null;
    if (direction === 'near' || direction === 'past' || direction === 'future') return give(yearOfStory(year, month, anchors), 'previous');
    const by =
      direction === 'following' || direction === 'next'
        ? month && before && month > before
          ? 0
          : 1
        : direction === 'before' || direction === 'last'
          ? month && before && month < before
            ? 0
            : -1
          : 0;
    return give(year + by, 'previous');
  }
  if (!published) return null;
  const { year, month, day } = published;
  const at = dayNumber(year, month ?? 7, day ?? 1);
  const candidates = [year - 1, year, year + 1].map((y) => {
    const { from, to } = intervalOf(time.timex.replace('XXXX', yearText(y)).replace(/T.*/, ''), null);
    return { y, from: startOf(from), to: startOf(to) };
  });
  if (direction === 'this') return give(year, 'published');
  const turns = ends !== null && ends < Number(time.timex.slice(5, 7)) ? 1 : 0;
  const last = candidates.filter((c) => (ends === null ? c.from : dayNumber(c.y + turns, ends, 1)) <= at);
  const next = candidates.filter((c) => c.to > at);
  // "The vote was set for 19 May": no report leaves out the year of a day almost a year ago when the same day is near.
  const isNearer = /^XXXX-\d\d-\d\d/.test(time.timex) && next[0] && next[0].from - at <= SOON && at - (last.at(-1)?.from ?? at) >= LONG_AGO;
  if (direction === 'past' && !isNearer) return give((last.at(-1) ?? candidates[0]).y, 'published');
  if (direction === 'future' || (direction === 'past' && isNearer)) return give((next[0] ?? candidates[2]).y, 'published');
  if (direction === 'last') return give((candidates.filter((c) => c.to <= at).at(-1) ?? candidates[0]).y, 'published');
  if (direction === 'next') return give((candidates.find((c) => c.from > at) ?? candidates[2]).y, 'published');
  const distance = (c: { readonly from: number; readonly to: number }): number => (c.from <= at && at < c.to ? 0 : Math.abs(c.from - at));
  return give(candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a)).y, 'published');
}

/** Days. */
const SOON = 31;
const LONG_AGO = 330;

/** The nearest year in which the day falls on the weekday. */
export function yearByWeekday(timex: string, weekday: number, anchors: Anchors): Resolution | null {
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

/** The year of a month told behind a date of `year`. */
function yearOfStory(year: number, month: number | null, { previous, month: before, next, years, ahead }: Anchors): number {
  const step = month === null || before === null ? null : month - before;
  // "28 September … on 2 November": the story simply goes on.
  const goesOn = step !== null && previous?.month !== null && step > 0 && step <= NEAR;
  if (next !== null && next.year !== year && !goesOn) {
    const told = (y: number): number => [...years, ...ahead].filter((one) => one === y).length;
    // "… in March 1920 (a study of 2004 has it so). On 6 April … by May 1920": the story is back where it was before the aside.
    if (years.includes(next.year) && told(next.year) > told(year) + 1) return next.year;
    // "in December 1864 … on 1 April … on 9 April 1865": behind the date before, not behind the next.
    if (step !== null && step < -NEAR && next.year === year + 1 && (next.month === null || (month as number) <= next.month)) return next.year;
  }
  // A story goes on: behind December, "in January" is of the next year.
  return step !== null && step < -TURN ? year + 1 : year;
}
/** Months. */
const NEAR = 3;
const TURN = 8;
const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The first day of an ISO prefix, "2024-06". */
export function startOf(iso: string | null): number {
  const [y, m = '1', d = '1'] = (iso ?? '1970').split('-');
  return dayNumber(Number(y), Number(m), Number(d));
}
