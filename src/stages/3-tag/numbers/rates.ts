import { Flag, has } from '../../../model/index.js';
import { Kind, phraseAt } from '../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../text/index.js';
import type { Draft } from './draft.js';
import { isHyphen, isOneOf, isStop, isTightTo, isWord, signOf, type Scene } from './scene.js';
import { A, AGO, AN, ANNUM, EACH, EARLIER, EVERY, INDEFINITE, LATER, OF, PER, QUARTER } from './words.js';

const isSlash = (scene: Scene, token: number): boolean => signOf(scene, token) === 47;

const PERIODS: Readonly<Record<string, string>> = {
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  year: 'P1Y',
  hour: 'PT1H',
  minute: 'PT1M',
  second: 'PT1S',
  decade: 'P10Y',
  century: 'P100Y',
  fortnight: 'P2W',
  night: 'P1D',
  quarter: 'P3M',
  millisecond: 'PT0.001S',
};
const ADVERBS: ReadonlyMap<number, string> = new Map([
  [hashOf('daily'), 'P1D'],
  [hashOf('weekly'), 'P1W'],
  [hashOf('monthly'), 'P1M'],
  [hashOf('yearly'), 'P1Y'],
  [hashOf('annually'), 'P1Y'],
  [hashOf('hourly'), 'PT1H'],
  [hashOf('fortnightly'), 'P2W'],
  [hashOf('quarterly'), 'P3M'],
]);

/** Reads a rate behind the figure: "per day", "a week", "each year", "/hour", "weekly", "per annum"; returns the token behind it. */
export function readRate(scene: Scene, draft: Draft, at: number, limit: number): number {
  if (at >= limit) return at;
  const adverb = ADVERBS.get(scene.tokens.hash[at]);
  if (adverb && (at + 1 >= limit || !has(scene.tokens, at + 1, Flag.Word) || isStop(scene, at + 1))) {
    draft.rate = adverb;
    return at + 1;
  }
  const hyphened =
    isHyphen(scene, at) &&
    isTightTo(scene, at) &&
    at + 3 < limit &&
    (isWord(scene, at + 1, A) || isWord(scene, at + 1, AN)) &&
    isHyphen(scene, at + 2);
  let next = at;
  if (hyphened) next = at + 3;
  else if (
    isWord(scene, at, PER) ||
    isWord(scene, at, A) ||
    isWord(scene, at, AN) ||
    isWord(scene, at, EACH) ||
    isWord(scene, at, EVERY) ||
    (isSlash(scene, at) && isTightTo(scene, at))
  )
    next = at + 1;
  else return at;
  if (next >= limit) return at;
  if (isWord(scene, next, ANNUM)) {
    draft.rate = 'P1Y';
    return next + 1;
  }
  if (isWord(scene, next, QUARTER)) {
    draft.rate = 'P3M';
    return next + 1;
  }
  const unit = phraseAt(scene.knowledge, scene.text, scene.tokens, next, limit, Kind.Unit);
  const period = unit ? PERIODS[unit.row.unit] : undefined;
  if (
    unit &&
    period &&
    unit.row.kind === 'duration' &&
    !isWord(scene, unit.last, LATER) &&
    !isWord(scene, unit.last, AGO) &&
    !isWord(scene, unit.last, EARLIER)
  ) {
    draft.rate = period;
    return unit.last;
  }
  // "11 litres per car a week": the share of each stands before the time.
  if (isWord(scene, at, PER) && next + 2 < limit && isOneOf(scene, next + 1, RATE_OPENERS)) {
    const behind = readRate(scene, draft, next + 1, limit);
    if (behind > next + 1) return behind;
  }
  return at;
}
const RATE_OPENERS = wordsOf('a per each every');

/** How far behind its noun a rate may stand: "ten thousand people back over the border every week". */
const RATE_REACH = 12;

/** Reads a rate that stands apart from the figure in its clause: "280 people may move there every year", "twelve bags of rice a week". */
export function readLaterRate(scene: Scene, draft: Draft, limit: number): void {
  let near = true;
  for (let at = draft.last; at < Math.min(limit, draft.last + RATE_REACH); at++) {
    if (has(scene.tokens, at, Flag.Punctuation) && !isHyphen(scene, at)) return;
    const each = isOneOf(scene, at, EACH_WORDS);
    if (each || (near && isOneOf(scene, at, INDEFINITE))) {
      if (readRate(scene, draft, at, limit) > at) return;
      near = false;
      continue;
    }
    // "a week" belongs to what stands right before it, at most an "of" phrase away.
    if (!isWord(scene, at, OF) && isStop(scene, at)) near = false;
    if (isOneOf(scene, at, NEW_CLAUSE)) return;
  }
}
const NEW_CLAUSE = wordsOf('and or but that which who while after before when since');
const EACH_WORDS = wordsOf('each every per');
