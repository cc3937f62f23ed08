import { Kind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { isComparative } from '../counted/plurals.js';
import type { Draft } from '../draft.js';
import { LATER_PRICE } from '../measures/prices.js';
import { Class, entryBefore, isClass, isOneOf, isWord, type Scene } from '../scene.js';
import { COMMA, FROM, OF, STRONG_STOPS, THAN, THE, TO } from '../words.js';

/** A time that makes a comparison one of then and now stands at most this many tokens behind the figure. */
export const TIME_REACH = 6;

// The words by which of two figures one is of now and one of then.

/** Whether a time stands between two figures or right behind the second: without one they may be two things. */
export function timeBetween(scene: Scene, one: Draft, two: Draft): boolean {
  for (let at = one.last; at < two.last + 4; at++) if (scene.timeAt[at] >= 0) return true;
  return false;
}

/** "; a week ago it was 13%", "; now it is 90": behind a figure a clause of its own that tells the same of another time, and nothing else. */
export function isOfThen(scene: Scene, draft: Draft): boolean {
  const be = draft.first - 1;
  if (!isOneOf(scene, be, PRESENT) && !isOneOf(scene, be, PAST)) return false;
  if (!isOneOf(scene, be - 1, IT) || (draft.kind === 'count' && draft.noun !== null && draft.noun.first >= draft.numeral.last)) return false;
  let timed = false;
  for (let at = be - 2; at >= Math.max(0, be - THEN_REACH); at--) {
    if (isOneOf(scene, at, STRONG_STOPS)) return timed;
    timed ||= scene.timeAt[at] >= 0 || isOneOf(scene, at, NOW);
    if (!timed && scene.timeAt[at] < 0) return false;
  }
  return false;
}
const THEN_REACH = 8;
const IT = wordsOf('it they');
export const PRESENT = wordsOf('is are');
const PAST = wordsOf('was were');

/** "A flat costs 1,450 euros, from 1,390 in 2023": set off by a comma, whence without whither is what it was at another time. */
export function isFormer(scene: Scene, draft: Draft, limit: number): boolean {
  if (!isOneOf(scene, draft.first - 1, WHENCE) || !isWord(scene, draft.first - 2, COMMA) || draft.kind === 'duration' || draft.kind === 'age')
    return false;
  if (draft.kind === 'count' && draft.noun !== null && draft.noun.first >= draft.numeral.last) return false;
  let timed = false;
  for (let at = draft.last; at < Math.min(limit, draft.last + TIME_REACH); at++) {
    if (isWord(scene, at, TO)) return false;
    timed ||= scene.timeAt[at] >= 0 || isOneOf(scene, at, PERIODS);
  }
  return timed;
}

const WHENCE = wordsOf('from after');

/** "was revised to 21 from 19", "restated at $4.2 million from $4.6 million": behind a word that says no way, whither and right behind it whence. */
export function isRevised(scene: Scene, draft: Draft, level: Draft): boolean {
  const from = draft.first - 1;
  if (!isWord(scene, from, FROM) || from !== level.last || !isOneOf(scene, level.first - 1, TO_AT)) return false;
  for (let at = level.first - 2; at >= Math.max(0, level.first - REVISED_REACH); at--) if (isClass(scene, at, Class.changing)) return true;
  return false;
}
/** "revised the death toll up to" */
const REVISED_REACH = 7;
const TO_AT = wordsOf('to at');

/** "a loss of $88 million, narrower than the $131 million it lost a year ago": behind a comparative and "the" the figure of another time or thing. */
export function isThanThe(scene: Scene, draft: Draft): boolean {
  let at = draft.first - 1;
  if (!isWord(scene, at, THE) || !isWord(scene, --at, THAN)) return false;
  return isOneOf(scene, at - 1, COMPARATIVES) || isComparative(scene, at - 1);
}
const COMPARATIVES = wordsOf('more less fewer higher lower better worse bigger smaller larger greater');

/** A bare figure of now beside one of then: a later price, or one with "today" or "now" beside it. */
export function isLater(scene: Scene, draft: Draft, limit: number): boolean {
  if (draft.because.includes(LATER_PRICE)) return true;
  if (draft.noun !== null || (draft.kind === 'count' && draft.counted !== null) || draft.kind === 'duration' || draft.kind === 'age') return false;
  for (let at = draft.last; at < Math.min(limit, draft.last + 3); at++) if (isOneOf(scene, at, NOW)) return true;
  return false;
}
const NOW = wordsOf('today now currently');

/** "compared with 61 percent a year earlier", "against 26,000 in March", "3 percent instead of 2 percent". */
export function isAgainst(scene: Scene, draft: Draft, limit: number): boolean {
  const cue = entryBefore(scene, draft.first, Math.max(0, draft.first - 4), Kind.Change, 4, (row) => row.form === 'against');
  return cue !== null && (isWord(scene, draft.first - 1, OF) || hasTime(scene, draft.last, limit));
}

export function hasTime(scene: Scene, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + TIME_REACH); at++) {
    if (scene.timeAt[at] >= 0 || isOneOf(scene, at, PERIODS)) return true;
    if (isOneOf(scene, at, STRONG_STOPS)) return false;
  }
  return false;
}

/** "in the prior-year quarter", "in the year-ago period" */
const PERIODS = wordsOf('season quarter period previously earlier year-ago prior-year year-earlier prior-quarter');
