import { Flag, has } from '../../../../model/index.js';
import { hashOf } from '../../../../text/index.js';
import { isHyphen, isTightTo, isWord, type Scene } from '../scene.js';
import type { Noun } from './counted.js';

// Things that are called by their model: "14 AK-47s".

/** Token behind the number of a model at `at`, with the "s" that makes it a plural: "AK-47", "Su-25s"; 0 when there is none. */
export function endOfModel(scene: Scene, first: number, at: number, end: number): number {
  const { tokens } = scene;
  if (!has(tokens, at, Flag.Number) || at < first + 2 || !isHyphen(scene, at - 1) || !isTightTo(scene, at - 1) || !isTightTo(scene, at)) return 0;
  if (!has(tokens, at - 2, Flag.Capital) || at + 1 >= scene.limit) return 0;
  if (at + 1 >= end || !isTightTo(scene, at + 1)) return at + 1;
  return isWord(scene, at + 1, PLURAL_S) ? at + 2 : 0;
}
/** "Model 3s", "Airbus 320s": token behind the plural of a model whose number stands apart from its word; 0 when there is none. */
export function endOfSpacedModel(scene: Scene, first: number, at: number): number {
  const { tokens } = scene;
  const behind = at > first && has(tokens, at - 1, Flag.Capital) && !isTightTo(scene, at) && at + 1 < tokens.count;
  return behind && isTightTo(scene, at + 1) && isWord(scene, at + 1, PLURAL_S) ? at + 2 : 0;
}
const PLURAL_S = hashOf('s');

export const modelOf = (scene: Scene, first: number, last: number): Noun => ({
  first,
  last,
  head: last - 1,
  unit: scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 2]),
  abstract: false,
});
