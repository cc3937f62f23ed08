import type { Figure, Modality, Polarity } from '../../../model/index.js';
import { phraseAt } from '../../../knowledge/index.js';
import type { Condition } from './conditions.js';
import { ADVERB, isClauseBreak, isQuote, isWall, isWord, RELATIVE } from './grammar.js';
import { isIn, signAt, wordsBetween, wordsOf, type Scene, type Stretch } from './scene.js';

/** How firmly a figure stands: as fact, plan, possibility, denial; and the word that weakens it. */
export interface Standing {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly hedge: string | null;
  readonly because: string;
}

const WEAK = wordsOf(
  'projected reportedly allegedly apparently purportedly supposedly presumably believed believes believe thought estimated estimates estimate reckons reckon suspected presumed rumoured rumored alleged claimed reported',
);
const SAID = wordsOf('said');
const TO_BE = wordsOf('to');
const REACH = 18;

/** Reads modality, polarity and hedge from the words of the figure's clause. `inside`: the figure stands in a condition. */
export function standingOf(
  scene: Scene,
  figure: Figure,
  sentence: Stretch,
  condition: Condition | null,
  inside: boolean,
  silent: readonly Stretch[],
): Standing {
  const first = clauseStart(scene, figure, sentence);
  const last = clauseEnd(scene, figure, sentence);
  let modality: Modality = 'asserted';
  let polarity: Polarity = 'affirmed';
  let hedge: string | null = figure.hedge;
  let because = '';
  const wide = Math.max(sentence.first, figure.first - 40);
  for (let token = wide; token < last; token++) {
    if (!isWord(scene, token) || scene.mentionAt[token] >= 0) continue;
    const inClause = token >= first;
    if (
      hedge === null &&
      inClause &&
      (isIn(scene, token, WEAK) || (isIn(scene, token, SAID) && isIn(scene, token + 1, TO_BE))) &&
      token < figure.numberLast + 8
    ) {
      if (!isHuman(scene, token, figure)) hedge = wordsBetween(scene, token, token + 1).toLowerCase();
    }
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, 'modal');
    if (!hit) continue;
    const { row } = hit;
    if (row.polarity === 'denied') {
      // "denied that the bank had lost $3 billion", "rejected reports of 12": whatever follows in its part of the sentence.
      if (row.modality === 'denied' && token < figure.first && !isParted(scene, token, figure.first))
        return { polarity: 'denied', modality: 'denied', hedge, because: `denied "${row.phrase}"` };
      token = hit.last - 1;
    } else if (row.polarity === 'none') {
      if (token >= figure.first && token < figure.numberLast && (figure.value === 0 || figure.value === null)) polarity = 'none';
    } else if (
      row.modality !== 'refuted' &&
      inClause &&
      modality === 'asserted' &&
      !(token >= figure.first && token < figure.numberLast) &&
      !silent.some((part) => part.first <= token && token < part.last)
    ) {
      modality = row.modality as Modality;
      because = `${row.modality} "${row.phrase}"`;
      token = hit.last - 1;
    }
  }
  const refuted = refutedBehind(scene, figure, sentence);
  if (refuted) return { polarity: 'denied', modality: 'denied', hedge, because: `denied "${refuted}"` };
  if (inside || (condition && condition.role === 'opens' && modality !== 'possible')) {
    modality = 'hypothetical';
    because = condition ? `hypothetical "${condition.text}"` : 'hypothetical';
  }
  return { polarity, modality, hedge, because };
}

const isParted = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (isClauseBreak(scene, token)) return true;
  return false;
};

/** "Claims that three were shot were baseless", "reports of 40 dead are false": the judgement behind the figure. */
function refutedBehind(scene: Scene, figure: Figure, sentence: Stretch): string | null {
  let helped = false;
  for (let token = figure.last; token < sentence.last && !isClauseBreak(scene, token); token++) {
    if (isIn(scene, token, BE_WORDS)) helped = true;
    if (!helped || !isWord(scene, token) || scene.mentionAt[token] >= 0) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, 'modal');
    if (hit?.row.modality === 'refuted' && (isIn(scene, token - 1, BE_WORDS) || isQuote(scene, token - 1) || isIn(scene, token - 1, ADVERB)))
      return hit.row.phrase;
  }
  return null;
}

/** "estimated losses at Rs 8 crore" hedges; "officials reported 12" does not weaken. */
const isHuman = (scene: Scene, token: number, _figure: Figure): boolean => isIn(scene, token, PLAIN_REPORT) && !isIn(scene, token - 1, BE_WORDS);
const PLAIN_REPORT = wordsOf('reported claimed alleged suspected');
const BE_WORDS = wordsOf('is are was were be been');

function clauseStart(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.first;
  const limit = Math.max(sentence.first, figure.first - REACH);
  while (at > limit && !isWall(scene, at - 1) && !isIn(scene, at - 1, RELATIVE) && signAt(scene, at - 1) !== ',') at--;
  return at;
}

function clauseEnd(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.last;
  const limit = Math.min(sentence.last, figure.last + REACH);
  while (at < limit && !isWall(scene, at) && !isIn(scene, at, RELATIVE) && signAt(scene, at) !== ',' && scene.figureAt[at] < 0) at++;
  return at;
}
