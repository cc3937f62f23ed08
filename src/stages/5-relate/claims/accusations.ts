import { isIn, isWall, isWord, phraseAtToken, wordsOf } from '../../../grammar/index.js';
import type { Phrase } from '../../../model/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import type { Scene } from './scene.js';

/** "accused the army of executing four": whom, and the token of the word that ties the deed to him. */
export interface Accusation {
  readonly accused: Phrase;
  readonly tie: number;
}

/** What the verb at the token accuses whom of; null when it is no such verb, or no deed follows. */
export function accusationAt(scene: Scene, verb: number, limit: number): Accusation | null {
  if (!isIn(scene, verb, ACCUSING)) return null;
  const accused = phraseAtToken(scene, verb + 1, limit);
  if (!accused) return null;
  for (let token = accused.last; token < Math.min(limit, accused.last + LONGEST); token++) {
    if (isWall(scene, token)) return null;
    if (isTie(scene, token)) return { accused, tie: token };
  }
  return null;
}

/** Whether the token ties a deed to somebody: "of executing", "with killing", "for shooting". */
export const isTie = (scene: Scene, token: number): boolean =>
  isIn(scene, token, OF_WITH) && isWord(scene, token + 1) && (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) !== 0;

/** Participles that charge their subject with a deed: "was accused of killing two". */
export const CHARGED = wordsOf('accused suspected convicted charged guilty');

const ACCUSING = wordsOf('accuse accuses accused accusing blame blames blamed blaming suspect suspects charged charges');
const OF_WITH = wordsOf('of with for');
/** Tokens between whom is accused and the deed: "in the north last week". */
const LONGEST = 12;
