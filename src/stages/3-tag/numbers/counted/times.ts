import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Draft } from '../draft.js';
import { isStop, isOneOf, type Scene } from '../scene.js';
import { wordsOf } from '../../../../text/index.js';

/** "attacked 75 times", "five times a week": how often something happened is a count; "three times larger", "6.5 times earnings" multiply. */
export function countTimes(scene: Scene, draft: Draft, limit: number): void {
  const word = draft.numeral.last;
  if (
    draft.unit !== 'time' ||
    draft.kind !== 'measure' ||
    (draft.value !== null && !Number.isInteger(draft.value)) ||
    multiplies(scene, word + 1, limit)
  )
    return;
  draft.kind = 'count';
  draft.counted = { start: scene.tokens.start[word], end: scene.tokens.end[word] };
  draft.countedVia = 'phrase';
  draft.because.push('counted.times');
}

function multiplies(scene: Scene, at: number, limit: number): boolean {
  if (at >= limit || !has(scene.tokens, at, Flag.Word)) return false;
  if (isOneOf(scene, at, MULTIPLIED)) return true;
  return !isStop(scene, at) && (posOf(scene.knowledge, scene.tokens, at) & (Pos.Noun | Pos.Adjective | Pos.Plural)) !== 0 && scene.timeAt[at] < 0;
}
const MULTIPLIED = wordsOf('as more less the that those its their over greater');
