import type { TimeExpression } from '../../../model/index.js';
import { isoOf } from '../../../text/index.js';
import { type Anchors, isBefore, type Point, readPoint } from './anchors.js';
import { type Base, baseOf, dayText, NO_SUCH_DAY, numberOf, type Resolution, yearText } from './base.js';
import { intervalOf } from './interval.js';
import { namedDay } from './named.js';
import { nth, stretch, weekdayOfMonth } from './nth.js';
import { dayOfMonth, move, offset, shifted, spanOf, unitOf, weekdayFrom, workdayFrom, weekendOf } from './shift.js';
import { startOf, yearByWeekday, yearDirected } from './year.js';

/**
 * Value of a relative time. The relation is a verb and its arguments: `year DIR m` gives "XXXX-06-12" its year (m: the month in which the range ends that it begins), `yearby w` the one in which it
 * is that weekday; `yearof BASE n`
 * the year n after the base; `shift BASE ±n U` counts units from the base; `offset BASE ± n U …` a length of several; `unit BASE ±n U` is the whole unit; `weekday DIR d`, `weekend DIR`,
 * `workday BASE ±1`, `dom d`, `domof BASE ±n d`, `nth n UNIT WHERE ±n`, `weekdom w d` find days; `same UNIT ±n` is the unit spoken of, n years away; `within from to` is told by its words;
 * `night …` lasts until the day behind;
 * `stretch ±n U WHERE ±n` is the first or last n units of a month or year, `until n U …` the n units up to the end of another relation;
 * `plus ±n U …`, `weekof …` and `weekendof …` start from another relation; `onward` is the first such date behind the one before; `span past|future n U` bounds a duration; `named RULE DIR VALUE` is a day with a name.
 */
export function resolveRelation(time: TimeExpression, anchors: Anchors): Resolution {
  const [verb, ...args] = (time.relation ?? '').split(' ');
  const unknown: Resolution = { timex: time.timex, anchor: 'none' };
  const clock = time.timex.indexOf('T') >= 0 ? time.timex.slice(time.timex.indexOf('T')) : '';
  switch (verb) {
    case 'plus':
    case 'weekof':
    case 'weekendof': {
      const inner = args.slice(verb === 'plus' ? 2 : 0).join(' ');
      const at = inner === '-' ? { timex: time.timex, anchor: 'explicit' as const } : resolveRelation({ ...time, relation: inner }, anchors);
      const point = readPoint(at?.timex ?? '');
      if (!at || !point || numberOf(point) === null) return unknown;
      const base: Base = { point, anchor: at.anchor === 'previous' ? 'previous' : 'published' };
      const value = verb === 'plus' ? shifted(base, Number(args[0]), args[1], clock) : unitOf(base, 0, verb === 'weekof' ? 'W' : 'WE');
      return value ? { ...value, anchor: verb === 'plus' ? 'event' : at.anchor } : unknown;
    }
    case 'onward': {
      // Where the range begins in no known year, it ends in none.
      if (anchors.isOpen) return unknown;
      const previous = anchors.last ?? anchors.previous;
      if (!previous) return yearDirected(time, 'near', anchors) ?? unknown;
      const month = Number(time.timex.slice(5, 7)) || 1;
      const day = Number(time.timex.slice(8, 10)) || 31;
      const earlier =
        previous.month !== null && (month < previous.month || (month === previous.month && previous.day !== null && day < previous.day));
      return { timex: time.timex.replace('XXXX', yearText(previous.year + (earlier ? 1 : 0))), anchor: 'previous' };
    }
    case 'era':
      return !anchors.ancient
        ? NO_SUCH_DAY
        : anchors.previous && anchors.previous.year < 0
          ? { timex: `BC${time.timex}`, anchor: 'previous' }
          : { timex: time.timex, anchor: 'explicit' };
    case 'nth':
      return nth(args, anchors) ?? unknown;
    case 'night': {
      const inner = args.join(' ');
      const night = inner === '-' ? { timex: time.timex, anchor: 'explicit' as const } : resolveRelation({ ...time, relation: inner }, anchors);
      const { from, to } = intervalOf(night.timex, null);
      return { ...night, from, to: to === null ? null : isoOf(startOf(to) + 1) };
    }
    case 'stretch':
      return stretch(time.timex, args, anchors) ?? unknown;
    case 'until': {
      const inner = args.slice(2).join(' ');
      const length = `P${args[0]}${args[1]}`;
      const end =
        inner === '-' ? { timex: time.timex, anchor: 'explicit' as const } : resolveRelation({ ...time, type: 'DATE', relation: inner }, anchors);
      const { to } = intervalOf(end.timex, null);
      const from = to === null ? null : move(startOf(to), -Number(args[0]), args[1]);
      return {
        timex: length,
        anchor: end.anchor,
        told: end.timex,
        from: from === null ? null : isoOf(from),
        to: to === null ? null : isoOf(startOf(to)),
      };
    }
    case 'weekdom':
      return weekdayOfMonth(Number(args[0]), Number(args[1]), baseOf('context', anchors), clock) ?? unknown;
    case 'today': {
      if (!anchors.published || anchors.published.day === null || anchors.narrative) return unknown;
      return { timex: dayText(anchors.published), anchor: 'published' };
    }
    case 'clock': {
      // "He was born on 3 May 1961. The hearing will begin at 10:00.": what is to come is on no day that is over.
      const isOver = args[0] === 'future' && anchors.previous !== null && anchors.published !== null && isBefore(anchors.previous, anchors.published);
      const previous = isOver ? null : anchors.previous;
      // "19:30 – Nine dead": an entry is posted on the day of writing, whatever the one before told of.
      const told = previous !== null && previous.day !== null && time.sentence - anchors.previousSentence <= 1 && !anchors.opens;
      if (!anchors.narrative && anchors.published?.day && !told) {
        return { timex: dayText(anchors.published) + clock, anchor: 'published' };
      }
      if (!previous || previous.day === null || time.sentence - anchors.previousSentence > 2) return unknown;
      const day = numberOf(previous);
      return { timex: (args[0] === 'after' && day !== null ? isoOf(day + 1) : dayText(previous)) + clock, anchor: 'previous' };
    }
    case 'overnight': {
      const base = anchors.narrative ? null : baseOf('today', anchors);
      return (base && shifted(base, -1, 'D', clock)) ?? unknown;
    }
    case 'now': {
      if (anchors.narrative || !anchors.published?.day) return unknown;
      return { timex: time.timex, anchor: 'published', ...intervalOf(dayText(anchors.published), null) };
    }
    case 'yearby':
      return yearByWeekday(time.timex, Number(args[0]), anchors) ?? yearDirected(time, 'near', anchors) ?? unknown;
    case 'year':
      return yearDirected(time, args[0], anchors, args[1] === undefined ? null : Number(args[1])) ?? unknown;
    case 'yearof': {
      const base = baseOf(args[0], anchors);
      return base ? { timex: time.timex.replace('XXXX', yearText(base.point.year + Number(args[1]))), anchor: base.anchor } : unknown;
    }
    case 'shift': {
      const base = baseOf(args[0], anchors);
      return (base && shifted(base, Number(args[1]), args[2], clock)) ?? unknown;
    }
    case 'workday': {
      const base = baseOf(args[0], anchors);
      const at = base && numberOf(base.point);
      return base && at !== null ? { timex: isoOf(workdayFrom(at, Number(args[1]))), anchor: base.anchor } : unknown;
    }
    case 'offset': {
      const base = baseOf(args[0], anchors);
      return (base && offset(base, args[1] === '-' ? -1 : 1, args.slice(2), clock)) ?? unknown;
    }
    case 'unit': {
      const base = baseOf(args[0], anchors);
      return (base && unitOf(base, Number(args[1]), args[2])) ?? unknown;
    }
    case 'weekday': {
      const told = anchors.narrative || ['following', 'before', 'previous'].includes(args[0]) ? 'previous' : 'published';
      const story = baseOf(told, anchors);
      // A story without a day to count from, as in an opinion, names the weekdays of its own week.
      const base = story && numberOf(story.point) === null ? baseOf('today', anchors) : story;
      const at = base && numberOf(base.point);
      if (!base || at === null) return unknown;
      return { timex: isoOf(weekdayFrom(at, args[0], Number(args[1]), told)) + clock, anchor: base.anchor };
    }
    case 'weekend': {
      const base = baseOf(anchors.narrative ? 'previous' : 'published', anchors);
      return (base && weekendOf(base, args[0])) ?? unknown;
    }
    case 'dom':
      return atClock(dayOfMonth(Number(args[0]), 0, baseOf('context', anchors)), clock) ?? unknown;
    case 'domof':
      return atClock(dayOfMonth(Number(args[2]), Number(args[1]), baseOf(args[0], anchors)), clock) ?? unknown;
    case 'within':
      return { timex: time.timex, anchor: 'explicit', from: args[0], to: args[1] };
    case 'same':
      return sameUnit(time, args[0], Number(args[1]), anchors) ?? unknown;
    case 'century': {
      const base = baseOf('context', anchors);
      const century = base ? Math.floor(base.point.year / 100) : 19;
      const year = century * 100 + Number(time.timex.slice(2));
      return { timex: yearText(base && base.anchor === 'published' && year > base.point.year ? year - 100 : year), anchor: base?.anchor ?? 'none' };
    }
    case 'span':
      return spanOf(time.timex, args, anchors);
    case 'named': {
      const base = yearTold(args[1], anchors) ?? baseOf(args[1] === 'this' && anchors.published ? 'today' : 'context', anchors);
      return namedDay(time.timex, args[0], args[1], args.slice(2).join(' '), base?.point ?? null, base?.anchor ?? 'none', clock) ?? unknown;
    }
    default:
      return unknown;
  }
}

/** "In 1966 the square was cleared on Boxing Day": a past year of the same sentence is that of the day. */
function yearTold(way: string, { previous, published, apart }: Anchors): Base | null {
  if ((way !== 'near' && way !== 'last') || previous === null || published === null || apart > 0) return null;
  return previous.year > 0 && previous.year < published.year - 1 ? { point: { ...previous, month: null, day: null }, anchor: 'previous' } : null;
}

/** The unit that is spoken of, or that of the day of writing, so many years away; its year where no more is known. */
function sameUnit({ sentence }: TimeExpression, unit: string, years: number, anchors: Anchors): Resolution | null {
  const { quarter } = anchors;
  if (unit === 'Q' && quarter !== null && sentence - quarter.sentence <= 1)
    return { timex: `${Number(quarter.timex.slice(0, 4)) + years}${quarter.timex.slice(4)}`, anchor: 'previous' };
  const told = anchors.apart <= 1 ? anchors.previous : null;
  const knows = (point: Point | null): point is Point =>
    point !== null && point.month !== null && (unit === 'M' || unit === 'Q' || point.day !== null);
  // Of months only one that is told: a report of May tells of April, or of March.
  const point = knows(told) ? told : unit === 'W' || unit === 'D' ? anchors.published : null;
  const anchor = point === told && told !== null ? 'previous' : 'published';
  if (!knows(point)) return anchors.published && { timex: yearText(anchors.published.year + years), anchor: 'published' };
  return unitOf({ point: { ...point, year: point.year + years }, anchor }, 0, unit);
}

/** The day, at the time of day that the words name. */
const atClock = (day: Resolution | null, clock: string): Resolution | null => day && { ...day, timex: day.timex + clock };
