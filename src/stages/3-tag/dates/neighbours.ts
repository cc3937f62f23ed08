import { has, Flag } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import { extend } from './prefixes.js';
import { type Scene, signAt } from './scene.js';
import { directionOf } from './tense.js';
import type { Found } from './times.js';
import { period } from './value.js';

// What one expression takes from the words and expressions beside it: "Sunday, March 6", "the morning of 19 April",
// "10 August – 12 September 2013", "in August of that year", "early", "since".

const hashes = (...words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashOf));
const TIME_LINKS = hashes('on', 'of', ',', 'at', 'in', 'the', 'around', 'about', '-', '(', '@');
const LIST_LINKS = hashes('to', 'and', 'or', '-', 'until', 'till', 'through', ',', '&', 'the', 'from', '/', 'early', 'late', 'mid');
const RANGE_LINKS = hashes('to', 'until', 'till', 'through', '-', 'the');
const OF_LINKS = hashes('of', 'in', ',', 'during', '(');

/** Whether all tokens `[from, to)` are links of a set, at most three. */
function linked(scene: Scene, from: number, to: number, links: ReadonlySet<number>): boolean {
  if (to < from || to - from > 3) return false;
  for (let t = from; t < to; t++) {
    if (!links.has(scene.tokens.hash[t]) && !(links.has(hashOf('-')) && signAt(scene, t) >= 0x2010 && signAt(scene, t) <= 0x2015)) return false;
  }
  return true;
}

const isDate = (one: Found): boolean => one.type === 'DATE' && !/REF$/.test(one.timex);
const isNearWeekday = (one: Found): boolean => one.relation !== null && /^weekday (near|this|last|next) /.test(one.relation) && one.type === 'DATE';
/** A day of the calendar, with or without its year. */
const hasDay = (one: Found): boolean => one.type === 'DATE' && /^(BC)?[\dX]{4}-\d\d-\d\d$/.test(one.timex);
const isOfDay = (one: Found): boolean =>
  one.type === 'TIME' && one.timex.startsWith('XXXX-XX-XXT') && (one.relation === null || one.relation === 'clock');
const canTakeTime = (one: Found): boolean =>
  isDate(one) &&
  (hasDay(one) || /^(shift|today|weekday|dom|named|year)/.test(one.relation ?? '')) &&
  !/^XXXX-\d\d$|^XXXX-(SP|SU|FA|WI|Q)/.test(one.timex);
const lacksYear = (one: Found): boolean => /^XXXX-(\d\d|SP|SU|FA|WI|Q\d)/.test(one.timex) && /^year near/.test(one.relation ?? '');

/** Joins and completes the expressions of one sentence. */
export function joinNeighbours(scene: Scene, found: readonly Found[]): readonly Found[] {
  const joined: Found[] = [];
  for (const one of found) {
    const before = joined.at(-1);
    const both = before ? join(scene, before, one) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(one);
  }
  shareYears(scene, joined);
  let free = scene.first;
  const out: Found[] = [];
  for (const one of joined) {
    const whole = weekOf(scene, settle(scene, extend(scene, one, free)), free);
    out.push(whole);
    free = whole.last;
  }
  return out;
}

const [THE, WEEK, OF] = ['the', 'week', 'of'].map(hashOf);

/** "the week of 6 October". */
function weekOf(scene: Scene, one: Found, free: number): Found {
  const { hash } = scene.tokens;
  if (!hasDay(one) || hash[one.first - 1] !== OF || hash[one.first - 2] !== WEEK) return one;
  const first = hash[one.first - 3] === THE ? one.first - 3 : one.first - 2;
  return first < free ? one : { ...one, first, relation: `weekof ${one.relation ?? '-'}` };
}

/** Two expressions that are one: null when they are not. */
function join(scene: Scene, a: Found, b: Found): Found | null {
  if (isNearWeekday(a) && hasDay(b) && linked(scene, a.last, b.first, TIME_LINKS)) return { ...b, first: a.first, relation: byWeekday(a, b) };
  if (isNearWeekday(b) && hasDay(a) && linked(scene, a.last, b.first, TIME_LINKS) && b.first - a.last <= 1)
    return { ...a, last: b.last, relation: byWeekday(b, a) };
  if (isOfDay(a) && canTakeTime(b) && linked(scene, a.last, b.first, TIME_LINKS)) return withTime(b, a, a.first, b.last);
  if (isOfDay(b) && canTakeTime(a) && linked(scene, a.last, b.first, TIME_LINKS)) return withTime(a, b, a.first, b.last);
  if (isOfDay(a) && isOfDay(b) && linked(scene, a.last, b.first, TIME_LINKS) && /T\d\d:/.test(a.timex) !== /T\d\d:/.test(b.timex)) {
    return { ...(/T\d\d:/.test(a.timex) ? a : b), first: a.first, last: b.last };
  }
  const ofYear = /^unit (\w+) ([+-]\d+) Y$/.exec(b.relation ?? '');
  if (ofYear && lacksYear(a) && linked(scene, a.last, b.first, OF_LINKS)) {
    return { ...a, last: b.last, relation: `yearof ${ofYear[1]} ${ofYear[2]}`, because: a.because };
  }
  const ofMonth = /^unit (\w+) ([+-]\d+) M$/.exec(b.relation ?? '');
  const dom = /^dom (\d+)$/.exec(a.relation ?? '');
  if (ofMonth && dom && linked(scene, a.last, b.first, OF_LINKS))
    return { ...a, last: b.last, relation: `domof ${ofMonth[1]} ${ofMonth[2]} ${dom[1]}` };
  const ofNamed = ofYear && /^named (\w+) near (.*)$/.exec(a.relation ?? '');
  if (ofYear && ofNamed && linked(scene, a.last, b.first, OF_LINKS))
    return { ...a, last: b.last, relation: `named ${ofNamed[1]} ${ofYear[1]}${ofYear[2]} ${ofNamed[2]}` };
  const length = /^P(\d+)([DWMY])$/.exec(a.timex);
  if (
    a.type === 'DURATION' &&
    length &&
    a.relation === null &&
    canOffset(b) &&
    b.first - a.last === 1 &&
    (b.relation !== null || isBare(scene, a, b))
  ) {
    const word = scene.tokens.hash[a.last];
    const sign = word === BEFORE ? '-' : word === AFTER || word === FROM ? '+' : '';
    if (sign) return { ...b, first: a.first, relation: `plus ${sign}${length[1]} ${length[2]} ${b.relation ?? '-'}` };
  }
  return null;
}

/** Nothing but the two is said: in prose "two years after the flood of 1 May 1993" is a length and a date. */
const isBare = (scene: Scene, a: Found, b: Found): boolean => scene.first === a.first && scene.end === b.last;
const [BEFORE, AFTER, FROM] = ['before', 'after', 'from'].map(hashOf);
const canOffset = (one: Found): boolean =>
  one.type === 'DATE' && (hasDay(one) || /^(shift published|today|weekday|named|dom)/.test(one.relation ?? '') || one.relation === 'today');

/** "Friday, July 18": the weekday tells the year. */
const byWeekday = (weekday: Found, day: Found): string | null =>
  day.relation?.startsWith('year near') && /^XXXX-WXX-\d/.test(weekday.timex) ? `yearby ${weekday.timex[9]}` : day.relation;

const withTime = (day: Found, time: Found, first: number, last: number): Found => {
  const date = day.relation === 'today' ? 'XXXX-XX-XX' : day.timex;
  return {
    ...day,
    type: 'TIME',
    timex: `${date}${time.timex.slice(10)}`,
    relation: day.relation === 'today' ? 'shift published +0 D' : day.relation,
    first,
    last,
  };
};

/** "10 August to 12 September 2013", "May, June and July 1940": the year behind counts for all. */
function shareYears(scene: Scene, joined: Found[]): void {
  for (let i = joined.length - 2; i >= 0; i--) {
    const [a, b] = [joined[i], joined[i + 1]];
    const year = /^((?:BC)?\d{4})-(\d\d)?/.exec(b.timex);
    if (lacksYear(b) && /^(BC)?\d{4}-\d\d/.test(a.timex) && a.relation === null && linked(scene, a.last, b.first, RANGE_LINKS)) {
      joined[i + 1] = { ...b, relation: 'onward' };
      continue;
    }
    if (
      isRange(scene, a.last, b.first) &&
      linked(scene, a.last, b.first, RANGE_LINKS) &&
      ((lacksYear(a) && lacksYear(b)) || (isNearWeekday(a) && isNearWeekday(b)))
    ) {
      joined[i + 1] = {
        ...b,
        relation: b.relation?.startsWith('year') ? 'onward' : (b.relation as string).replace(/^weekday \w+/, 'weekday following'),
      };
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

/** What is usual keeps no year; a weekday always is of some week. */
const settledDirection = (scene: Scene, one: Found, relation: string): string => {
  const direction = directionOf(scene, one.first);
  return direction === 'present' && relation.startsWith('weekday') ? 'near' : direction;
};

const RANGE = hashes('to', 'until', 'till', 'through', '-');
function isRange(scene: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t++)
    if (RANGE.has(scene.tokens.hash[t]) || (has(scene.tokens, t, Flag.Punctuation) && signAt(scene, t) >= 0x2010)) return true;
  return false;
}

/** "the first time in three years", "the largest in a decade": a length of the past. */
const FIRST_IN = hashes('time', 'first', 'level', 'largest', 'highest', 'lowest', 'biggest', 'worst', 'best', 'deadliest', 'investment');

const AHEAD = hashes('if', 'unless', 'could', 'should', 'might', 'must', 'can', 'projected');
const CONDITION_REACH = 16;

/** A condition or a verb of what may be stands before, in the same sentence and not far. */
function looksAhead(scene: Scene, at: number): boolean {
  for (let t = at - 1; t >= scene.first && t >= at - CONDITION_REACH; t--) if (AHEAD.has(scene.tokens.hash[t])) return true;
  return false;
}

/** Decides by the tense of the sentence what the words leave open. */
function settle(scene: Scene, one: Found): Found {
  const { relation } = one;
  // "has treated 63 people since dawn": of the day of writing.
  if (relation === null && one.mod === 'SINCE' && one.type === 'TIME' && one.timex.startsWith('XXXX-XX-XXT'))
    return { ...one, relation: 'shift published +0 D' };
  if (relation === null) return one;
  const later = /^in (\S+) (\w+)$/.exec(relation);
  if (later) {
    const direction = directionOf(scene, one.first);
    if ((direction === 'future' || (direction !== 'past' && !FIRST_IN.has(scene.tokens.hash[one.first - 1]))) && later[1] !== 'X')
      return { ...one, relation: `shift published +${later[1]} ${later[2]}`, first: one.first + 1 };
    return { ...one, type: 'DURATION', timex: period(later[2], later[1] === 'X' ? 'X' : Number(later[1])), relation: null, first: one.first + 1 };
  }
  // "since March" looks back whatever stands around it.
  if (/^(year|weekday|weekend) near/.test(relation) && one.mod === 'SINCE') return { ...one, relation: relation.replace('near', 'past') };
  if (relation.startsWith('named') && / near /.test(relation)) {
    const way = one.mod === 'SINCE' ? 'past' : directionOf(scene, one.first);
    return way === 'past' || way === 'future' ? { ...one, relation: relation.replace(' near ', way === 'past' ? ' last ' : ' next ') } : one;
  }
  // "if it is not reopened by Friday", "could be malnourished by December" look ahead.
  const bound = one.mod === 'ON_OR_BEFORE' || one.mod === 'BEFORE' || one.mod === 'UNTIL';
  if (/^(year|weekday|weekend) near/.test(relation) && bound && looksAhead(scene, one.first))
    return { ...one, relation: relation.replace('near', 'future') };
  if (/^(year|weekday|weekend) near/.test(relation)) return { ...one, relation: relation.replace('near', settledDirection(scene, one, relation)) };
  return one;
}
