import { hashOf } from '../../../text/index.js';
import { hasDay, hashes, isDate, isNearWeekday, isOfDay, lacksYear, linked } from './beside.js';
import { BOUNDING, endsPhrase } from './ordinary.js';
import { extend } from './prefixes.js';
import { type Scene, signAt } from './scene.js';
import { clockAgain, clockOfPart, nightAcross, weekendWith, yearsAgo } from './pairs.js';
import { clockOften, openHours } from './often.js';
import { settle } from './settle.js';
import { shareDays, shareYears, takeAppositions, turnDays } from './sharing.js';
import { hasRole } from './tense.js';
import type { Found } from './times.js';

// What one expression takes from the words and expressions beside it: "Sunday, March 6", "the morning of 19 April",
// "10 August – 12 September 2013", "in August of that year", "early", "since".

const BOUND: ReadonlyMap<number, string> = new Map([
  [hashOf('before'), 'BEFORE'],
  [hashOf('after'), 'AFTER'],
  [hashOf('by'), 'ON_OR_BEFORE'],
]);
const TIME_LINKS = hashes('on', 'of', ',', 'at', 'in', 'the', 'around', 'about', '-', '(', '@');
const OF_LINKS = hashes('of', 'in', ',', 'during', '(');

const canTakeTime = (one: Found): boolean =>
  isDate(one) &&
  (hasDay(one) || /^(shift|today|weekday|dom|named|year)/.test(one.relation ?? '')) &&
  !/^XXXX-\d\d$|^XXXX-(SP|SU|FA|WI|Q)/.test(one.timex);

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
  shareDays(scene, joined);
  turnDays(scene, joined);
  openHours(scene, joined);
  takeAppositions(scene, joined);
  let free = scene.first;
  const out: Found[] = [];
  for (const one of joined) {
    const whole = weekOf(scene, settle(scene, extend(scene, postposed(scene, one), free)), free);
    if (whole.relation === 'bounded') continue;
    out.push(whole);
    free = whole.last;
  }
  return out;
}

/** "on Monday last", "the 12th of October last", "Friday next": as letters and courts have it. */
function postposed(scene: Scene, one: Found): Found {
  const word = scene.tokens.hash[one.last];
  if ((word !== LAST && word !== NEXT) || one.last >= scene.end || !endsPhrase(scene, one.last + 1) || hasRole(scene, one.last + 1, 'last'))
    return one;
  if (!hasDay(one) && !isNearWeekday(one) && !/^XXXX-\d\d$/.test(one.timex)) return one;
  const way = word === LAST ? 'last' : 'next';
  return /^(?:year|weekday) near/.test(one.relation ?? '')
    ? {
        ...one,
        last: one.last + 1,
        relation: (one.relation as string).replace('near', one.relation?.startsWith('weekday') && way === 'next' ? 'future' : way),
      }
    : one;
}
const [LAST, NEXT] = ['last', 'next'].map(hashOf);

const [THE, WEEK] = ['the', 'week'].map(hashOf);
const WEEK_FROM = hashes('of', 'beginning', 'starting', 'commencing');

/** "the week of 6 October", "the week beginning 3 June". */
function weekOf(scene: Scene, one: Found, free: number): Found {
  const { hash } = scene.tokens;
  if (!hasDay(one) || !WEEK_FROM.has(hash[one.first - 1]) || hash[one.first - 2] !== WEEK) return one;
  const first = hash[one.first - 3] === THE ? one.first - 3 : one.first - 2;
  return first < free ? one : { ...one, first, mod: null, relation: `weekof ${one.relation ?? '-'}` };
}

/** Two expressions that are one: null when they are not. */
function join(scene: Scene, a: Found, b: Found): Found | null {
  if (isNearWeekday(a) && hasDay(b) && linked(scene, a.last, b.first, TIME_LINKS))
    return { ...b, first: a.first, last: closed(scene, a, b), relation: byWeekday(a, b) };
  if (isNearWeekday(b) && hasDay(a) && linked(scene, a.last, b.first, TIME_LINKS) && b.first - a.last <= 1)
    return { ...a, last: closed(scene, a, b), relation: byWeekday(b, a) };
  // "6 August 1944, a Sunday"
  if (hasDay(a) && isNearWeekday(b) && b.first === a.last + 2 && signAt(scene, a.last) === COMMA && scene.tokens.hash[a.last + 1] === A)
    return { ...a, last: b.last, relation: byWeekday(b, a) };
  const often = isOfDay(a) && b.type === 'SET' ? clockOften(scene, a, b) : isOfDay(b) && a.type === 'SET' ? clockOften(scene, b, a) : null;
  if (often) return often;
  const whole = nightAcross(scene, a, b) ?? clockAgain(scene, a, b) ?? clockOfPart(scene, a, b) ?? weekendWith(scene, a, b) ?? yearsAgo(a, b);
  if (whole) return whole;
  if (isOfDay(a) && canTakeTime(b) && linked(scene, a.last, b.first, TIME_LINKS)) return withTime(b, a, a.first, b.last);
  if (isOfDay(b) && canTakeTime(a) && linked(scene, a.last, b.first, TIME_LINKS)) return withTime(a, b, a.first, b.last);
  // "tomorrow before 5 p.m.", "on Friday after dark"
  if (isOfDay(b) && /T\d\d:/.test(b.timex) && canTakeTime(a) && b.first === a.last + 1 && BOUND.has(scene.tokens.hash[a.last]))
    return { ...withTime(a, b, a.first, b.last), mod: BOUND.get(scene.tokens.hash[a.last]) as string };
  if (isOfDay(a) && isOfDay(b) && linked(scene, a.last, b.first, TIME_LINKS) && /T\d\d:/.test(a.timex) !== /T\d\d:/.test(b.timex)) {
    return { ...(/T\d\d:/.test(a.timex) ? a : b), first: a.first, last: b.last };
  }
  const bounded = boundedBy(scene, a, b);
  if (bounded) return bounded;
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
    // "closed for three weeks from Monday" is how long.
    const isLength = word === FROM && scene.tokens.hash[a.first - 1] === FOR;
    const sign = isLength ? '' : word === BEFORE ? '-' : word === AFTER || word === FROM ? '+' : '';
    if (sign) return { ...b, first: a.first, relation: `plus ${sign}${length[1]} ${length[2]} ${b.relation ?? '-'}` };
  }
  return null;
}

const END_LINKS = hashes('on', 'in', 'the', 'end', 'of', 'mid', '-', 'early', 'late');

/** "the year ended March 31", "the three months to the end of June": a length that a day or month bounds. */
function boundedBy({ tokens }: Scene, a: Found, b: Found): Found | null {
  const length = a.type === 'DURATION' ? /^P(\d+)([DWMQY])$/.exec(a.timex) : null;
  if (!length || (a.relation !== null && a.relation !== 'bounded') || !isDate(b) || !isBound(b)) return null;
  if (!BOUNDING.has(tokens.hash[a.last]) || b.first - a.last > 4) return null;
  for (let t = a.last + 1; t < b.first; t++) if (!END_LINKS.has(tokens.hash[t])) return null;
  const first = tokens.hash[a.first] === THE ? a.first : tokens.hash[a.first - 1] === THE ? a.first - 1 : -1;
  if (first < 0) return null;
  return { ...b, first, type: 'DURATION', relation: `until ${length[1]} ${length[2]} ${b.relation ?? '-'}`, mod: null, because: a.because };
}
/** A day, a month or a weekday; a year bounds no length that would be told in it. */
const isBound = ({ timex, relation }: Found): boolean =>
  /^(?:\d{4}|XXXX)-\d\d(?:-\d\d)?$/.test(timex) || /^(?:weekday|weekend|today)/.test(relation ?? '');

/** Nothing but the two is said: in prose "two years after the flood of 1 May 1993" is a length and a date. */
const isBare = (scene: Scene, a: Found, b: Found): boolean => scene.first === a.first && scene.end === b.last;
const [BEFORE, AFTER, FROM, FOR, A] = ['before', 'after', 'from', 'for', 'a'].map(hashOf);
const COMMA = 44;
const canOffset = (one: Found): boolean =>
  one.type === 'DATE' && (hasDay(one) || /^(shift published|today|weekday|named|dom)/.test(one.relation ?? '') || one.relation === 'today');

const [OPENING, CLOSING] = [40, 41];
/** The end of two of which the second may stand in brackets: "Saturday (May 11)". */
const closed = (scene: Scene, a: Found, b: Found): number =>
  signAt(scene, a.last) === OPENING && signAt(scene, b.last) === CLOSING ? b.last + 1 : b.last;

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
