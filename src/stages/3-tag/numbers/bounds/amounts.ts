import { Kind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { hasTime, TIME_REACH } from './cues.js';
import { entryAt, isOneOf, isWord, type Scene } from '../scene.js';
import { BEFORE, CLOSING, COMMA, OPENING, STRONG_STOPS, THAN } from '../words.js';
import { isShare, REACH } from './levels.js';

// An amount of change told beside the level that it led to.

/** "800 more than in 2023", "a thousand up on the previous year": an amount of change, and behind a comma the level it led to. */
export function readAmount(scene: Scene, drafts: readonly Draft[], i: number, limit: number): boolean {
  const draft = drafts[i];
  // The comparing word may have been read as a unit's or hedge's neighbour, so it stands behind the body or the noun.
  const cue =
    draft.change === null
      ? (entryAt(scene, draft.bodyLast, limit, Kind.Change, (row) => row.form === 'than') ??
        entryAt(scene, draft.last, limit, Kind.Change, (row) => row.form === 'than'))
      : null;
  const split = cue || draft.change !== null ? null : splitAmount(scene, draft, limit);
  if (split) {
    draft.change = split;
    draft.changeBy = draft.value ?? draft.max;
    draft.because.push('compare.amount');
    return true;
  }
  // "paid 707 billion crowns, 27.4 billion more than it collected"
  const sum = i > 0 ? drafts[i - 1] : null;
  if (
    cue &&
    sum?.kind === 'money' &&
    draft.kind === 'count' &&
    draft.counted === null &&
    (draft.numeral.scale >= MILLION || ((draft.value ?? 0) >= LEAST_SUM && isWord(scene, sum.last, COMMA) && draft.first === sum.last + 1)) &&
    draft.first - sum.last <= REACH
  )
    Object.assign(draft, { kind: 'money', unit: sum.unit, currency: sum.currency, currencyCertain: sum.currencyCertain });
  if (cue) {
    if (!hasTime(scene, cue.last, limit) && !isWord(scene, cue.last, BEFORE)) return false;
    draft.change = cue.row.change as Draft['change'];
    draft.changeBy = draft.value ?? draft.max;
    draft.because.push(`compare.amount "${cue.row.phrase}"`);
  } else if (draft.changeBy === null || !isOneOf(scene, draft.first - 1, UP_DOWN)) return false;
  let comma = draft.first - 1;
  while (comma > 0 && isOneOf(scene, comma, UP_DOWN_ONLY)) comma--;
  // "costs 2,100 meticais ($33), up a quarter": the sum that the bracket says again
  const again = i > 1 && isWord(scene, drafts[i - 1].first - 1, OPENING) && isWord(scene, drafts[i - 1].last, CLOSING);
  const level = again ? drafts[i - 2] : i > 0 ? drafts[i - 1] : null;
  if (
    !level ||
    !isWord(scene, comma, COMMA) ||
    (hasComma(scene, level.last, comma) && scene.timeAt[comma - 1] < 0) ||
    comma - level.last > (scene.timeAt[comma - 1] < 0 ? 12 : 20) ||
    isShare(level) ||
    level.change !== null
  )
    return true;
  if (level.kind === 'duration' || level.kind === 'age' || level.value === null) return true;
  level.change = draft.change;
  level.changeTo = level.value;
  level.because.push('compare.level');
  // "bought 1.4 million tonnes of soy, 200,000 tonnes less than in April"
  if (!isShare(draft) && draft.kind === level.kind && draft.unit === level.unit && draft.noun === null && level.counted !== null) {
    draft.counted = level.counted;
    draft.countedVia = 'ellipsis';
  }
  if (isShare(draft) && level.counted !== null) {
    draft.counted = level.counted;
    draft.countedVia = 'phrase';
  }
  if (draft.kind === 'count' && draft.counted === null) {
    Object.assign(draft, { kind: level.kind, unit: level.unit, currency: level.currency, currencyCertain: level.currencyCertain });
    draft.counted = level.counted;
    draft.countedVia = level.counted ? 'ellipsis' : null;
  }
  return true;
}
const MILLION = 1e6;
const LEAST_SUM = 1000;

/** "1,150 more cases each week than a year ago": the noun stands between the two words of the comparison. */
function splitAmount(scene: Scene, draft: Draft, limit: number): 'up' | 'down' | null {
  if (draft.noun === null || !isOneOf(scene, draft.bodyLast, MORE_FEWER)) return null;
  for (let at = draft.last; at < Math.min(limit, draft.last + TIME_REACH); at++) {
    if (isOneOf(scene, at, STRONG_STOPS) || isWord(scene, at, COMMA)) return null;
    if (isWord(scene, at, THAN)) return hasTime(scene, at + 1, limit) ? (isOneOf(scene, draft.bodyLast, MORE_ONLY) ? 'up' : 'down') : null;
  }
  return null;
}
const MORE_FEWER = wordsOf('more fewer less');
const MORE_ONLY = wordsOf('more');
const UP_DOWN_ONLY = wordsOf('up down only just');
const UP_DOWN = wordsOf('up down');

/** Another name may stand between two commas: "A, down 12 at 90, B, down 3". */
function hasComma(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWord(scene, at, COMMA)) return true;
  return false;
}
