import { BE, ADVERB, isClauseBreak, isComma, isIn, isQuote, isWord, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { Kind, Lexname, lexnameOf, phraseAt } from '../../../../knowledge/index.js';
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

/**
 * "Claims that three were shot were baseless", "reports of 40 dead are false", "the figure of 400 is wrong": the judgement behind the figure, of
 * words that tell of it before; "forty answers were wrong" denies nothing.
 */
export function refutedBehind(scene: Scene, figure: Figure, sentence: Stretch): string | null {
  let helped = false;
  for (let token = figure.last; token < sentence.last && !isClauseBreak(scene, token); token++) {
    // "The report named 12 firms and 40 answers were wrong": that is said of the answers.
    const other = scene.figureAt[token] >= 0 ? scene.document.figures[scene.figureAt[token]] : null;
    if (other !== null && isIn(scene, other.last, BE)) return null;
    if (isIn(scene, token, BE) || isIn(scene, token, PROVED)) helped = true;
    if (!helped || !isWord(scene, token) || scene.mentionAt[token] >= 0) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Modal);
    const judged = isIn(scene, token - 1, BE) || isIn(scene, token - 1, PROVED) || isQuote(scene, token - 1) || isIn(scene, token - 1, ADVERB);
    if (hit?.row.modality === 'refuted' && judged) return isToldOf(scene, figure, sentence) ? hit.row.phrase : null;
  }
  return null;
}

/** Whether a word for a report, a claim or a figure stands before, in the same part of the sentence. */
function isToldOf(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - REACH && !isClauseBreak(scene, token); token--) {
    if (scene.figureAt[token] >= 0) return false;
    if (scene.mentionAt[token] < 0 && lexnameOf(scene.knowledge, scene.tokens, token) === Lexname.Communication) return true;
  }
  return false;
}
/** Tokens of "claims by the rebels in the north that". */
const REACH = 12;
const PROVED = wordsOf('proved proves proven');

/** Words that deny what stands behind them. */
export const NOT = wordsOf('not never didnt dont doesnt');
const ONE = wordsOf('one');
