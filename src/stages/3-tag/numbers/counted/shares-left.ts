import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import { type Draft, draftBefore } from '../draft.js';
import { isHyphen, isOneOf, isStop, type Scene } from '../scene.js';
import { DETERMINERS, found, type Found } from './phrases.js';

// "Labour had 33.2 percent, the Greens 24.1 and the Centre 5.2": in a list of results "percent" is said once.

/** Rule of a bare number that is a share like the ones before it. */
export const LEFT_OUT = 'list.share';

/** Makes a share of each bare number that stands behind nothing but a name in a list of shares. */
export function readSharesLeftOut(scene: Scene, drafts: readonly Draft[], first: number): void {
  for (const draft of drafts) {
    if (draft.kind !== 'count' || draft.unit !== null || draft.last - draft.first !== 1 || sharerOf(scene, draft.first, first) < 0) continue;
    draft.kind = 'percent';
    draft.unit = '%';
    draft.because.push(LEFT_OUT);
  }
}

/** Whose share it is. */
export function ofSharer(scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  if (!draft.because.includes(LEFT_OUT)) return null;
  const from = sharerOf(scene, draft.first, first);
  if (from < 0) return null;
  // "in Chikwawa 41": of what was told of the place before
  if (!isOneOf(scene, from - 1, WHERE)) return found(scene, from, draft.first);
  const earlier = draftBefore(neighbours, draft);
  return earlier?.counted ? { span: earlier.counted, last: draft.last, adjacent: false, whole: false } : null;
}

/** First token of the name between the bare number at `token` and the share before it; −1 when it is no such number. */
export function sharerOf(scene: Scene, token: number, first: number): number {
  const next = token + 1;
  if (!has(scene.tokens, token, Flag.Number) || (next < scene.tokens.count && has(scene.tokens, next, Flag.Word) && !isOneOf(scene, next, JOINTS)))
    return -1;
  const name = nameBefore(scene, token, first);
  let number = token;
  for (let items = 0; items < MOST_ITEMS; items++) {
    let at = nameBefore(scene, number, first);
    if (at < 0) return -1;
    if (isOneOf(scene, at - 1, DETERMINERS)) at--;
    // "in Nsanje it was 48%, in Chikwawa 41"
    if (isOneOf(scene, at - 1, WHERE)) at--;
    let joint = at - 1;
    if (joint <= first || !isOneOf(scene, joint, JOINTS)) return -1;
    while (joint > first && isOneOf(scene, joint - 1, JOINTS)) joint--;
    if (isOneOf(scene, joint - 1, PERCENTS)) return name;
    if (!has(scene.tokens, joint - 1, Flag.Number)) return -1;
    number = joint - 1;
  }
  return -1;
}
const MOST_ITEMS = 12;
const WHERE = wordsOf('in');
const JOINTS = wordsOf(', ; and while but with');
const PERCENTS = wordsOf('% percent cent pct');

/** A name right before a number: of a group or person before a whole number ("the Greens 9", not "Windows 11"), before decimals any word with a capital. */
function nameBefore(scene: Scene, number: number, first: number): number {
  if (number <= first) return -1;
  const decimal = /\.\d/.test(scene.text.slice(scene.tokens.start[number], scene.tokens.end[number]));
  const mention = scene.nameAt[number - 1];
  const placed = mention >= 0 && isOneOf(scene, scene.names[mention].first - 1, WHERE);
  if (mention < 0 ? !decimal : scene.names[mention].type === 'place' && !decimal && !placed) return -1;
  let at = number - 1;
  while (at > first && number - at < LONGEST_NAME && isOfName(scene, at)) at--;
  return at + 1 < number ? at + 1 : -1;
}
const LONGEST_NAME = 8;
const isOfName = (scene: Scene, token: number): boolean =>
  scene.nameAt[token] >= 0 || isHyphen(scene, token) || (has(scene.tokens, token, Flag.Capital) && !isStop(scene, token));
