import { hashOf } from '../../../text/index.js';
import { isBetween, isOfDay, isRange } from './beside.js';
import { type Scene, signAt } from './scene.js';
import type { Found } from './times.js';

// Hours of what happens again and again: "at 22:30 each night", "daily from 9 a.m. to 5 p.m.", "Fridays at noon".

const LINKS: ReadonlySet<number> = new Set(['at', 'on', 'from', 'between', 'around', 'about', 'of', 'in'].map(hashOf));
const LOOSE: ReadonlySet<number> = new Set([...LINKS, ...[',', '(', ':'].map(hashOf)]);
const MOST_LINKS = 2;

function meets(scene: Scene, from: number, to: number, links = LINKS): boolean {
  if (to < from || to - from > MOST_LINKS) return false;
  for (let t = from; t < to; t++) if (!links.has(scene.tokens.hash[t])) return false;
  return true;
}

const LATE: ReadonlySet<string> = new Set(['AF', 'EV', 'NI']);
const NOON = 12;

/** The value of a set of days at an hour; null for sets of longer or shorter times. */
function atHour(set: string, clock: string): string | null {
  if (set === 'P1D') return `XXXX-XX-XX${clock}`;
  const m = /^(XXXX-XX-XX|XXXX-WXX-(?:\d|WE|WD))(?:T(MO|AF|EV|NI|DT))?$/.exec(set);
  if (!m) return null;
  const hour = Number(clock.slice(1, 3));
  // "7:15 every evening"
  const later = m[2] !== undefined && LATE.has(m[2]) && hour < NOON && !(m[2] === 'NI' && hour < NOON / 2);
  return `${m[1]}${later ? `T${hour + NOON}${clock.slice(3)}` : clock}`;
}

/** An hour and the set of days beside it as one; null when they do not meet. "Daily 08:00–20:00" lists hours and stays apart. */
export function clockOften(scene: Scene, clock: Found, set: Found): Found | null {
  if (set.because === HABIT || !areNear(scene, clock, set)) return null;
  const timex = /T\d\d:/.test(clock.timex) ? atHour(set.timex, clock.timex.slice(10)) : null;
  return timex === null ? null : { ...set, timex, first: Math.min(clock.first, set.first), last: Math.max(clock.last, set.last) };
}
const HABIT = 'rule set.habit';
const areNear = (scene: Scene, clock: Found, set: Found, links = LINKS): boolean =>
  clock.first < set.first ? meets(scene, clock.last, set.first, links) : meets(scene, set.last, clock.first, links);

/** "from 9 a.m. to 5 p.m. every day", "daily from 9 a.m. to 5 p.m.": an hour of each day is of no day in particular. */
export function openHours(scene: Scene, joined: Found[]): void {
  const openAt = (i: number, beside: number): void => {
    const [one, set] = [joined[i], joined[beside]];
    if (one?.relation !== 'clock' || !isOfDay(one) || !set) return;
    const isOften =
      set.type === 'SET' ? areNear(scene, one, set, LOOSE) || isSpan(scene, one, set) : set.because === OPENED && isSpan(scene, one, set);
    if (isOften) joined[i] = { ...one, relation: null, because: OPENED };
  };
  for (let i = 1; i < joined.length; i++) openAt(i, i - 1);
  for (let i = joined.length - 2; i >= 0; i--) openAt(i, i + 1);
}
const OPENED = 'rule time.clock, of every day';

/** Whether the two are the ends of a range of hours. */
function isSpan(scene: Scene, one: Found, other: Found): boolean {
  if (!/T\d\d:/.test(other.timex)) return false;
  const [a, b] = one.first < other.first ? [one, other] : [other, one];
  return b.first - a.last <= MOST_LINKS && (isBetween(scene, a, b) || isRange(scene, a.last, b.first) || signAt(scene, a.last) === DASH);
}
const DASH = 45;
