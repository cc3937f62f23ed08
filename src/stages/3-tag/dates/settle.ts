import { hashOf } from '../../../text/index.js';
import type { Scene } from './scene.js';
import { directionOf, hasRole, isSeasonal, isUsual } from './tense.js';
import type { Found } from './times.js';
import { period } from './value.js';

// What the tense and the words around an expression decide: whether "on Friday" lies before or behind the day of writing.

const hashes = (...words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashOf));
const [AS, OF, SINCE, FOR, FROM, THE, IN, WITHIN, OVERNIGHT] = ['as', 'of', 'since', 'for', 'from', 'the', 'in', 'within', 'overnight'].map(hashOf);

const AHEAD = hashes('if', 'unless', 'could', 'should', 'might', 'must', 'can');
const CONDITION_REACH = 16;

/** A condition or a verb of what may be stands before, in the same sentence and not far. */
function looksAhead(scene: Scene, at: number): boolean {
  for (let t = at - 1; t >= scene.first && t >= at - CONDITION_REACH; t--)
    if (AHEAD.has(scene.tokens.hash[t]) || hasRole(scene, t, 'ahead')) return true;
  return false;
}

const BOUNDS: ReadonlySet<string | null> = new Set(['ON_OR_BEFORE', 'BEFORE', 'UNTIL']);
const NEW_DATE = hashes('until', 'till', 'to', 'for', 'through');
const DEFERRAL_REACH = 10;

/** "was postponed until 19 May": what is put off is put off to a day that comes. */
function isPutOff(scene: Scene, first: number): boolean {
  const { hash } = scene.tokens;
  const before = hash[first - 1] === THE ? first - 2 : first - 1;
  return (NEW_DATE.has(hash[before]) || NEW_DATE.has(hash[first])) && isBehindDeferral(scene, before);
}

function isBehindDeferral(scene: Scene, before: number): boolean {
  for (let t = before - 1; t >= scene.first && t >= before - DEFERRAL_REACH; t--) if (hasRole(scene, t, 'deferral')) return true;
  return false;
}

/** A time of some day that the words do not name. */
const isOfDay = ({ type, timex }: Found): boolean => type === 'TIME' && timex.startsWith('XXXX-XX-XXT');

/** A day, with or without its month: a month or year is too long to be meant ahead by "for". */
const isDay = ({ timex }: Found): boolean => /^XXXX-(?:WXX-\d|\d\d-\d\d)/.test(timex);

const SEASON = /^XXXX-(?:SP|SU|FA|WI)$/;

/** Which way an expression lies that its words leave open; what is usual keeps no year, but a weekday always is of some week. */
function wayOf(scene: Scene, one: Found, relation: string): string {
  const { hash } = scene.tokens;
  // "since March" looks back whatever stands around it; "starting July 1" need not.
  if (one.mod === 'SINCE' && hash[one.first - 1] === SINCE) return 'past';
  // "if it is not reopened by Friday", "could be malnourished by December" look ahead.
  if (BOUNDS.has(one.mod) && looksAhead(scene, one.first)) return 'future';
  // "called a summit for Friday"
  if (isDay(one) && hash[one.first - 1] === FOR) return 'future';
  if (isPutOff(scene, one.first)) return 'future';
  // "moved from June to August"
  if (hash[one.first - 1] === FROM && isBehindDeferral(scene, one.first - 1)) return 'near';
  if (relation.startsWith('year') && isUsual(scene, one.first, one.last)) return 'usual';
  // A span of months ("year near 10") or a season
  const isSpan = /^year near \d/.test(relation) && /^XXXX-\d\d$/.test(one.timex);
  if ((isSpan || (relation === 'year near' && SEASON.test(one.timex))) && isSeasonal(scene, one.first)) return 'usual';
  const direction = directionOf(scene, one.first);
  return direction === 'present' && !relation.startsWith('year') ? 'near' : direction;
}

/** "as of Tuesday, 19 had been found" tells how it stood then; ahead, "as of 1 July" a rule holds from then on. */
function settleMod(scene: Scene, one: Found): Found {
  const { hash } = scene.tokens;
  const isState = one.mod === 'SINCE' && hash[one.first - 1] === OF && hash[one.first - 2] === AS && directionOf(scene, one.first) !== 'future';
  return isState ? { ...one, mod: null } : one;
}

/** What has a value of its own, and still is of some day: "killed overnight", "fled in the evening", "will end within ten days". */
function settleBare(scene: Scene, one: Found): Found {
  const { hash } = scene.tokens;
  const part = one.type === 'TIME' && /^XXXX-XX-XXT(MO|AF|EV|NI)$/.exec(one.timex);
  if (part && hash[one.first] === OVERNIGHT && directionOf(scene, one.first) === 'past') return { ...one, relation: 'overnight' };
  if (part && hash[one.first] === OVERNIGHT && directionOf(scene, one.first) === 'future') return { ...one, relation: 'shift published +0 D' };
  if (part && part[1] !== 'NI' && hash[one.first - 1] === THE && hash[one.first - 2] === IN && directionOf(scene, one.first) === 'past')
    return { ...one, relation: 'clock' };
  const length = one.type === 'DURATION' && hash[one.first - 1] === WITHIN && /^P(\d+)([DWMY])$/.exec(one.timex);
  return length && directionOf(scene, one.first) === 'future' ? { ...one, relation: `span future ${length[1]} ${length[2]}` } : one;
}

/** "the first time in", "the best half in": what has not been so for long stands right before. */
function isBehindRecord(scene: Scene, at: number): boolean {
  for (let t = at - 1; t >= scene.first && t >= at - RECORD_REACH; t--) if (hasRole(scene, t, 'record')) return true;
  return false;
}
const RECORD_REACH = 3;

/** Decides by the tense of the sentence what the words leave open. */
export function settle(scene: Scene, found: Found): Found {
  const one = settleMod(scene, found);
  const { relation } = one;
  // "has treated 63 people since dawn": of the day of writing.
  if (relation === null && one.mod === 'SINCE' && one.type === 'TIME' && one.timex.startsWith('XXXX-XX-XXT'))
    return { ...one, relation: 'shift published +0 D' };
  if (relation === null) return settleBare(scene, one);
  // "The gate usually shuts at 22:30": on no day in particular.
  if (relation === 'clock' && isOfDay(one)) {
    if (isUsual(scene, one.first, one.last)) return { ...one, relation: null };
    return directionOf(scene, one.first) === 'future' ? { ...one, relation: 'clock future' } : one;
  }
  const later = /^in (\S+) (\w+)$/.exec(relation);
  if (later) {
    // "the first time in three years", "the largest in a decade" is a length of the past, also of what is to come.
    if (directionOf(scene, one.first) !== 'past' && !isBehindRecord(scene, one.first) && later[1] !== 'X')
      return { ...one, relation: `shift published +${later[1]} ${later[2]}`, first: one.first + 1 };
    return { ...one, type: 'DURATION', timex: period(later[2], later[1] === 'X' ? 'X' : Number(later[1])), relation: null, first: one.first + 1 };
  }
  // "Two years later they lost": it lies behind what was told, never behind the day of writing.
  if (/^(?:shift|unit) previous \+[1-9]|^offset previous \+/.test(relation) && directionOf(scene, one.first) === 'past')
    return { ...one, relation: relation.replace('previous', 'told') };
  // "He spent the next nine years in jail": they begin with the time told before.
  if (relation.startsWith('span future') && directionOf(scene, one.first) === 'past')
    return { ...one, relation: relation.replace('future', 'after') };
  if (/^(?:plus \S+ D )?named \S+ near /.test(relation)) {
    const way = wayOf(scene, one, relation);
    return way === 'past' || way === 'future' ? { ...one, relation: relation.replace(' near ', way === 'past' ? ' last ' : ' next ') } : one;
  }
  if (/^(?:weekendof |weekof |night )?(?:year|weekday|weekend) near/.test(relation))
    return { ...one, relation: relation.replace('near', wayOf(scene, one, relation)) };
  return one;
}
