import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { matchAt, shapeOf } from '../rule.js';
import { RATES } from '../rules/rates.js';
import { isHyphen, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { INDEFINITE, OF } from '../words.js';

const rates = RATES.map((rule) => ({ rule, shape: shapeOf(rule.shape.replace(/^# /, '')) }));

/** Reads a rate behind the figure: "per day", "a week", "each year", "/hour", "weekly", "per annum"; returns the token behind it. */
export function readRate(scene: Scene, draft: Draft, at: number, limit: number): number {
  if (at >= limit) return at;
  for (const { rule, shape } of rates) {
    const last = matchAt(scene, shape, at, limit);
    if (last < 0 || (rule.by !== null && !rule.by(scene, last, limit))) continue;
    draft.rate = String(scene.value);
    draft.because.push(rule.id);
    return last;
  }
  return at;
}

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
