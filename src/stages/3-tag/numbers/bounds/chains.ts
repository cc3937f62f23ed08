import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { Class, isClass, isHyphen, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { AND, AT, CLOSING, COMMA, FROM, INDEFINITE, OF, OPENING, OR, TO } from '../words.js';

// The figures that follow the first of one word of change: its level, the same amount in another unit, the amount of another time.

/** As what a figure goes with a word of change: how much, whence or whither. */
export type Role = 'by' | 'to' | 'from' | 'of';

/** "… 7% to $2.3 billion", "to $7.36 billion from $6.78 billion": the next figure of the same verb. */
export function chainedRole(scene: Scene, last: Draft, draft: Draft): Role | null {
  const from = behindEach(scene, last);
  const gap = draft.first - from;
  if (gap < 1 || gap > LONGEST_CHAIN) return null;
  let link = draft.first - 1;
  // "by a quarter of a point to a range of 4% to 4.25%"
  if (isWord(scene, link, OF) && isOneOf(scene, link - 1, RANGES) && isOneOf(scene, link - 2, INDEFINITE)) link -= 3;
  if (link < from) return null;
  if (link < draft.first - 1 && isWord(scene, link, TO)) return 'to';
  // "rose $2.36 to settle at $69.77"
  if (last.changeBy !== null && settlesAt(scene, from, link)) return 'to';
  // "rose 3.4% year on year to $5.2bn", "declined 4% sequentially to $8.15", "rose 1.2% from a year earlier to 90"
  if (gap > 1 && last.changeBy !== null && isWord(scene, link, TO) && onlyTime(scene, from, link)) return 'to';
  // "to 1.9% in the third quarter from 2.2%"
  if (gap > 2 && isWord(scene, link, FROM)) return last.changeTo !== null && onlyTime(scene, from, link) && draft.kind === last.kind ? 'from' : null;
  // "closed down 6.4% at $14.20", "10.2% higher at 34,675 points": the level at the end of the move
  if (
    last.changeBy !== null &&
    last.kind === 'percent' &&
    draft.noun === null &&
    draft.kind !== 'percent' &&
    draft.kind !== 'count' &&
    isWord(scene, link, AT)
  )
    return gap === 1 || (gap === 2 && isOneOf(scene, from, CHAIN_TIES)) ? 'to' : null;
  if (gap > 2) return null;
  if (gap === 2 && !isOneOf(scene, from, CHAIN_TIES)) return null;
  if (isWord(scene, link, TO)) return 'to';
  if (isWord(scene, link, FROM)) return 'from';
  return null;
}
/** "3.5p a share from 6.2p", "$70 per metric ton from": token behind what one of is told. */
function behindEach(scene: Scene, { kind, last }: Draft): number {
  if (kind !== 'money' || !isOneOf(scene, last, EACH_ONE)) return last;
  for (let end = last + 2; end <= last + 3; end++) {
    if (isStop(scene, end - 1) || !has(scene.tokens, end - 1, Flag.Word)) return last;
    if (isOneOf(scene, end, CHANGE_TIES) || isWord(scene, end, COMMA)) return end;
  }
  return last;
}
const EACH_ONE = wordsOf('a an per each');
const CHANGE_TIES = wordsOf('from by to');

function settlesAt(scene: Scene, from: number, link: number): boolean {
  const verb = isWord(scene, link, AT) ? link - 1 : link;
  const to = verb - 1;
  return isClass(scene, verb, Class.settling) && isWord(scene, to, TO) && (to === from || (to === from + 1 && isWord(scene, from, COMMA)));
}

/** Between the level of a change and the one before stands at most the time. */
const LONGEST_CHAIN = 9;
function onlyTime(scene: Scene, first: number, last: number): boolean {
  let times = 0;
  for (let at = first; at < last; at++) {
    if (scene.timeAt[at] >= 0 || isOneOf(scene, at, COMPARED)) times++;
    else if (!isOneOf(scene, at, TIME_TIES) && !isHyphen(scene, at)) return false;
  }
  return times > 0;
}
const TIME_TIES = wordsOf('in on at for the , by as of this last from over a an to since until during');
/** Words by which a change is told over one year, quarter or month. */
const COMPARED = wordsOf('year month quarter week sequentially annually overall yoy qoq');
const CHAIN_TIES = wordsOf(', ) higher lower up down');
const RANGES = wordsOf('range band');

/** "dropped 478 points, or 1.1%", "rose 478 points (1.1%)": the amount of a change again in another unit. */
export function restates(scene: Scene, earlier: Draft, draft: Draft): boolean {
  if (earlier.changeBy === null || draft.unit === earlier.unit || (draft.kind === 'count' && draft.counted === null)) return false;
  const tie = draft.first - 1;
  if (isWord(scene, tie, OPENING)) return tie === earlier.last && isWord(scene, draft.last, CLOSING);
  return isWord(scene, tie, OR) && (tie === earlier.last || (tie === earlier.last + 1 && isWord(scene, earlier.last, COMMA)));
}

/** Prepositions that tell in which of two respects something moved. */
const PARALLELS = wordsOf('by in for on among at');

/** "to grow by 0.3% this year and 1.5% in 2026": the same change of another time. */
export function isSecondOf(scene: Scene, earlier: Draft, draft: Draft): boolean {
  const and = draft.first - 1;
  if (earlier.changeBy === null || draft.kind !== earlier.kind || draft.unit !== earlier.unit || draft.kind === 'count') return false;
  if (!isWord(scene, and, AND) || and - earlier.last > LONGEST_CHAIN) return false;
  // "dropped 12% by volume and 19% by value": the same preposition behind both
  if (draft.kind === 'percent' && isOneOf(scene, draft.last, PARALLELS) && scene.tokens.hash[draft.last] === scene.tokens.hash[earlier.last])
    return true;
  if (!onlyTime(scene, earlier.last, and)) return false;
  return isOneOf(scene, draft.last, TIME_TIES) ? scene.timeAt[draft.last + 1] >= 0 || scene.timeAt[draft.last] >= 0 : scene.timeAt[draft.last] >= 0;
}
