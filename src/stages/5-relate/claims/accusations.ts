import { ARTICLE, OF, isIn, isWall, isWord, phraseAtToken, wordsOf, isOfClass } from '../../../grammar/index.js';
import type { Phrase } from '../../../model/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import { eventAt, hasForm } from './events/words.js';
import type { Scene } from './scene.js';

/** "accused the army of executing four": whom, and the token of the word that ties the deed to him. */
export interface Accusation {
  readonly accused: Phrase;
  readonly tie: number;
}

/** What the verb at the token accuses whom of; null when it is no such verb, or no deed follows. */
export function accusationAt(scene: Scene, verb: number, limit: number): Accusation | null {
  if (!isOfClass(scene, verb, 'accusing')) return null;
  const accused = phraseAtToken(scene, verb + 1, limit);
  if (!accused) return null;
  for (let token = accused.last; token < Math.min(limit, accused.last + LONGEST); token++) {
    if (isWall(scene, token)) return null;
    if (isTie(scene, token)) return { accused, tie: token };
  }
  return null;
}

/** Whether the token ties a deed to somebody: "of executing", "with killing", "for shooting", "for the deaths", "of the murder". */
export function isTie(scene: Scene, token: number): boolean {
  if (!isIn(scene, token, OF_WITH) || !isWord(scene, token + 1)) return false;
  if ((posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) !== 0) return true;
  // "for 37% of heat deaths"
  const owner = scene.figureAt[token + 1];
  const behind = owner >= 0 ? scene.document.figures[owner].numberLast : token + 1;
  const first = isIn(scene, behind, ARTICLE) || isIn(scene, behind, OF) ? behind + 1 : behind;
  for (let at = first; at <= first + ADJECTIVES; at++) {
    const hit = isWord(scene, at) ? eventAt(scene, at, scene.tokens.count) : null;
    if (hit) return hasForm(hit, 'noun');
    if ((posOf(scene.knowledge, scene.tokens, at) & (Pos.Adjective | (owner >= 0 ? Pos.Noun : 0))) === 0) return false;
  }
  return false;
}
/** Adjectives before the noun of a deed, at most. */
const ADJECTIVES = 1;

/** What stands between "is" or "claims" and the deed of the subject: "is responsible for", "claimed responsibility for". */
export const ANSWERABLE = wordsOf('responsible liable guilty responsibility blame');

const OF_WITH = wordsOf('of with for');
/** Tokens between whom is accused and the deed: "in the north last week". */
const LONGEST = 12;
