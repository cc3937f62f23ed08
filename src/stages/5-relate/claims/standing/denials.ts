import { BE, ADVERB, isClauseBreak, isComma, isIn, isQuote, isWord, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { Kind, phraseAt } from '../../../../knowledge/index.js';
import type { Scene } from '../scene.js';

/** "Two, not ten": the number the text sets against another. */
export const isContrasted = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.first - 1, NOT) && isComma(scene, figure.first - 2) && figure.operator === '=';

/** "We have not given up one village": the number one under a "not" of its clause, which begins at `first`. */
export function isNotOne(scene: Scene, figure: Figure, first: number): boolean {
  if (figure.value !== 1 || !isIn(scene, figure.first, ONE)) return false;
  for (let token = figure.first - 1; token >= first && token > figure.first - 6; token--) if (isIn(scene, token, NOT)) return true;
  return false;
}

/** Whether a clause of equal rank begins among the tokens. */
export const isParted = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (isClauseBreak(scene, token)) return true;
  return false;
};

/** "Claims that three were shot were baseless", "reports of 40 dead are false": the judgement behind the figure. */
export function refutedBehind(scene: Scene, figure: Figure, sentence: Stretch): string | null {
  let helped = false;
  for (let token = figure.last; token < sentence.last && !isClauseBreak(scene, token); token++) {
    if (isIn(scene, token, BE)) helped = true;
    if (!helped || !isWord(scene, token) || scene.mentionAt[token] >= 0) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Modal);
    if (hit?.row.modality === 'refuted' && (isIn(scene, token - 1, BE) || isQuote(scene, token - 1) || isIn(scene, token - 1, ADVERB)))
      return hit.row.phrase;
  }
  return null;
}

/** Words that deny what stands behind them. */
export const NOT = wordsOf('not never didnt dont doesnt');
const ONE = wordsOf('one');
