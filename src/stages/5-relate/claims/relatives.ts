import { clauseAt, isComma, isIn, isSubject, PREPOSITION, type Stretch, wordsOf } from '../../../grammar/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import type { Scene } from './scene.js';

/**
 * Whether a figure is the subject of its clause, and not only of one that describes it behind its verb: "sank three vessels that carried oil",
 * "named 180 firms tied to the trade".
 */
export function isClauseSubject(scene: Scene, figure: Stretch): boolean {
  const { clauses } = scene.document;
  if (!isSubject(clauses, figure)) return false;
  const { verb } = clauseAt(clauses, figure.first);
  if (verb < 0 || verb > figure.first) return true;
  if (isIn(scene, figure.last, DESCRIBING)) return false;
  const joined = isIn(scene, figure.first - 1, JOINT) || isComma(scene, figure.first - 1);
  const bare = (posOf(scene.knowledge, scene.tokens, figure.last) & (Pos.Past | Pos.Noun)) === Pos.Past;
  return joined || !bare || !isIn(scene, figure.last + 1, PREPOSITION);
}
const DESCRIBING = wordsOf('who that which whom whose where');
const JOINT = wordsOf('and or but');
