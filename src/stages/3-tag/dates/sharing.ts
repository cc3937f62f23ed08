import { hashOf } from '../../../text/index.js';
import { hashes, isBetween, isDate, isNearWeekday, isOfDay, isRange, lacksYear, linked } from './beside.js';
import { type Scene, signAt } from './scene.js';
import { directionOf } from './tense.js';
import type { Found } from './times.js';

// What expressions that stay two take from each other: the day or year behind that counts for both, the day on which a range of hours ends.

const AND = hashOf('and');
const COMMA = 44;
const LIST_LINKS = hashes('to', 'and', 'or', '-', 'until', 'till', 'through', ',', '&', 'the', 'from', '/', 'early', 'late', 'mid');
const RANGE_LINKS = hashes('to', 'until', 'till', 'through', '-', 'the');

/** "between 6pm and 8pm on Monday": the day behind is that of both. */
export function shareDays(scene: Scene, joined: Found[]): void {
  for (let i = joined.length - 2; i >= 0; i--) {
    const [a, b] = [joined[i], joined[i + 1]];
    if (a.relation !== 'clock' || !isOfDay(a) || b.type !== 'TIME' || !/T\d\d:/.test(b.timex) || isOfDay(b)) continue;
    if (isBetween(scene, a, b) || (isRange(scene, a.last, b.first) && linked(scene, a.last, b.first, RANGE_LINKS)))
      joined[i] = { ...a, timex: b.timex.slice(0, 10) + a.timex.slice(10), relation: b.relation };
  }
}

/** "from 9 p.m. to 5 a.m.": the later hour is of the day behind. */
export function turnDays(scene: Scene, joined: Found[]): void {
  for (let i = 1; i < joined.length; i++) {
    const [a, b] = [joined[i - 1], joined[i]];
    const [from, to] = [/T(\d\d:\d\d)/.exec(a.timex)?.[1], /T(\d\d:\d\d)/.exec(b.timex)?.[1]];
    if (from === undefined || to === undefined || to >= from || b.relation !== 'clock' || a.type !== 'TIME' || b.first - a.last > 2) continue;
    if (isBetween(scene, a, b) || isRange(scene, a.last, b.first)) joined[i] = { ...b, relation: 'clock after' };
  }
}

/** "Half a century earlier, in 1851, the canal had closed": the date right behind says when that was. */
export function takeAppositions(scene: Scene, joined: Found[]): void {
  for (let i = joined.length - 2; i >= 0; i--) {
    const [a, b] = [joined[i], joined[i + 1]];
    if (!/^(?:shift|offset) (?:previous|told) /.test(a.relation ?? '') || a.type !== 'DATE' || !isDate(b) || b.relation !== null) continue;
    if (signAt(scene, a.last) !== COMMA || b.first - a.last > 2 || !/^\d{4}/.test(b.timex)) continue;
    if (b.first - a.last === 2 && !IN_OR_ON.has(scene.tokens.hash[a.last + 1])) continue;
    // No more of it than the length can tell: "two years later, on 3 May 1948" is a year.
    joined[i] = { ...a, timex: b.timex.slice(0, Math.max(a.timex.length, 'YYYY'.length)), relation: null };
  }
}
const IN_OR_ON = hashes('in', 'on');

/** "10 August to 12 September 2013", "May, June and July 1940": the year behind counts for all. */
export function shareYears(scene: Scene, joined: Found[]): void {
  for (let i = joined.length - 2; i >= 0; i--) {
    const [a, b] = [joined[i], joined[i + 1]];
    // "from about 1200 to 400 BC"
    const era = /^BC(\d{4})$/.exec(b.timex);
    if (era && /^\d{4}$/.test(a.timex) && a.timex > era[1] && (isBetween(scene, a, b) || isRange(scene, a.last, b.first)) && b.first - a.last <= 2)
      joined[i] = { ...a, timex: `BC${a.timex}` };
    const year = /^((?:BC)?\d{4})-(\d\d)?/.exec(b.timex);
    if (lacksYear(b) && /^(BC)?\d{4}-\d\d/.test(a.timex) && a.relation === null && linked(scene, a.last, b.first, RANGE_LINKS)) {
      joined[i + 1] = { ...b, relation: 'onward' };
      continue;
    }
    if (
      (isBetween(scene, a, b) || (isRange(scene, a.last, b.first) && linked(scene, a.last, b.first, RANGE_LINKS))) &&
      ((lacksYear(a) && lacksYear(b)) || (isNearWeekday(a) && isNearWeekday(b)))
    ) {
      const end = /^XXXX-(\d\d)/.exec(b.timex)?.[1];
      if (end && a.relation === 'year near') joined[i] = { ...a, relation: `year near ${Number(end)}` };
      joined[i + 1] = {
        ...b,
        relation: b.relation?.startsWith('year') ? 'onward' : (b.relation as string).replace(/^weekday \w+/, 'weekday following'),
      };
      continue;
    }
    // "on Tuesday and Wednesday": the second is behind the first.
    if (
      isNearWeekday(a) &&
      isNearWeekday(b) &&
      b.first === a.last + 1 &&
      scene.tokens.hash[a.last] === AND &&
      directionOf(scene, a.first) === 'future'
    ) {
      joined[i + 1] = { ...b, relation: (b.relation as string).replace(/^weekday \w+/, 'weekday following') };
      continue;
    }
    if (!year || !lacksYear(a) || b.relation !== null || !linked(scene, a.last, b.first, LIST_LINKS)) continue;
    // "December to May 2022" began the year before.
    const turned =
      year[2] !== undefined &&
      /^XXXX-\d\d/.test(a.timex) &&
      a.timex.slice(5, 10) > b.timex.slice(b.timex.length > 7 ? -5 : -2) &&
      !b.timex.startsWith('BC');
    const own = turned && isRange(scene, a.last, b.first) ? String(Number(year[1]) - 1) : year[1];
    joined[i] = { ...a, timex: a.timex.replace('XXXX', own), relation: null };
  }
}
