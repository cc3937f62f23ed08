import { ADVERB, BE, HAVE, PREPOSITION, isComma, isIn, isPlainVerb, isQuote, isWall, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Sentence } from '../../../../model/index.js';
import type { Scene } from '../scene.js';
import { isDocumentWord } from './sources.js';

// What stands behind a verb of saying.

const REPORTED_SPEECH = wordsOf('that how why whether');

/** Behind the verb: "told reporters on Wednesday that": where the content begins and whether "that" opens it. */
export function contentAfter(
  scene: Scene,
  after: number,
  sentence: Sentence,
): { readonly first: number; readonly rest: number; readonly that: boolean } {
  const limit = Math.min(sentence.last, after + 24);
  let end = after;
  for (let token = after; token < limit; token++) {
    if (isIn(scene, token, REPORTED_SPEECH) && scene.mentionAt[token] < 0) return { first: token + 1, rest: token + 1, that: true };
    if (isQuote(scene, token) || isComma(scene, token) || isWall(scene, token)) return { first: token, rest: token, that: false };
    // "said in a report released on Friday": a participle of the document
    if (isDocumentWord(scene, token - 1, limit) && isPlainVerb(scene, token) && !hasObject(scene, token)) continue;
    if (scene.figureAt[token] >= 0 || isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE))
      return { first: end, rest: token, that: false };
    if (scene.dateAt[token] >= 0) end = token + 1;
    if (signAt(scene, token) === '.' && token === sentence.last - 1) return { first: sentence.last, rest: sentence.last, that: false };
  }
  return limit === sentence.last ? { first: sentence.last, rest: sentence.last, that: false } : { first: end, rest: limit, that: false };
}

/** Whether something follows that a past form takes as a verb of its own and not as a participle: neither a preposition nor a time. */
const hasObject = (scene: Scene, token: number): boolean => !isIn(scene, token + 1, PREPOSITION) && scene.dateAt[token + 1] < 0;

/** Last token before `token` that is no adverb, not before `limit`. */
export const skipAdverbs = (scene: Scene, token: number, limit: number): number => {
  while (token >= limit && isIn(scene, token, ADVERB)) token--;
  return token;
};
