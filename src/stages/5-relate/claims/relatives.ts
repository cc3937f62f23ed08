import { BE, HAVE, PREPOSITION, RELATIVE, clauseAt, isComma, isIn, isPlainVerb, isSubject, type Stretch, wordsOf } from '../../../grammar/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import type { Scene } from './scene.js';

/**
 * Whether a phrase and a figure stand in different clauses, one of them a relative or subordinate clause that does not hold the other:
 * "riots that began in May left 11 dead", "Since 2019 he has led a firm, which kept ten employees".
 */
export function isOutside(scene: Scene, phrase: Stretch, figure: Stretch): boolean {
  if (phrase.first >= figure.last) return opensBetween(scene, figure.last, phrase.first, figure.last);
  // The clause of the phrase has ended before the figure, or the figure's has begun behind the phrase.
  return opensBetween(scene, phrase.last, figure.first, -1) || isClosed(scene, phrase, figure.first);
}

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
const DESCRIBING = wordsOf('who that which');
const JOINT = wordsOf('and or but');

/** Whether a relative clause opens in tokens `[first, last)`, other than at the token `own`, where it belongs to what was counted. */
function opensBetween(scene: Scene, first: number, last: number, own: number): boolean {
  for (let token = first; token < last; token++) {
    if (token === own || scene.mentionAt[token] >= 0) continue;
    if (
      (isIn(scene, token, WHO) && (isComma(scene, token - 1) || own < 0 || verbsIn(scene, token, last) < 2)) ||
      (isIn(scene, token, THAT) && (isIn(scene, token - 1, AND) || isComma(scene, token - 1)))
    )
      return true;
    if (own >= 0 && isComma(scene, token) && isIn(scene, token + 1, A) && (isIn(scene, token + 3, WHO) || isIn(scene, token + 3, THAT))) return true;
  }
  return false;
}

function verbsIn(scene: Scene, first: number, last: number): number {
  let verbs = 0;
  for (let token = first; token < last; token++) if (isVerb(scene, token)) verbs++;
  return verbs;
}

/** Whether the phrase stands in a relative clause that its own verb opens and that ends before `last`. */
function isClosed(scene: Scene, phrase: Stretch, last: number): boolean {
  if (verbsIn(scene, phrase.last, last) === 0) return false;
  for (let token = phrase.first - 1; token > phrase.first - 12 && token >= 0 && !isComma(scene, token); token--)
    if (isIn(scene, token, RELATIVE) || isIn(scene, token, UNTIL)) {
      for (let at = token + 1; at < phrase.first; at++) if (isVerb(scene, at)) return true;
      return false;
    }
  return false;
}

const isVerb = (scene: Scene, token: number): boolean => isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE);
const WHO = wordsOf('which who whom whose where');
const THAT = wordsOf('that');
const AND = wordsOf('and');
const A = wordsOf('a an the');
const UNTIL = wordsOf('until');
