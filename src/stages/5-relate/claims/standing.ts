import type { Figure, Modality, Polarity } from '../../../model/index.js';
import { phraseAt } from '../../../knowledge/index.js';
import type { Condition } from './conditions.js';
import { isWall, isWord, RELATIVE } from './grammar.js';
import { isIn, signAt, wordsBetween, wordsOf, type Scene, type Stretch } from './scene.js';

/** How firmly a figure stands: as fact, plan, possibility, denial; and the word that weakens it. */
export interface Standing {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly hedge: string | null;
  readonly because: string;
}

const WEAK = wordsOf('reportedly allegedly apparently purportedly supposedly presumably believed believes believe thought estimated estimates estimate reckons reckon suspected presumed rumoured rumored alleged claimed reported');
const SAID = wordsOf('said');
const TO_BE = wordsOf('to');
const REACH = 18;

/** Reads modality, polarity and hedge from the words of the figure's clause. `inside`: the figure stands in a condition. */
export function standingOf(scene: Scene, figure: Figure, sentence: Stretch, condition: Condition | null, inside: boolean, silent: readonly Stretch[]): Standing {
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
    if (hedge === null && inClause && (isIn(scene, token, WEAK) || (isIn(scene, token, SAID) && isIn(scene, token + 1, TO_BE))) && token < figure.numberLast + 8) {
      if (!isHuman(scene, token, figure)) hedge = wordsBetween(scene, token, token + 1).toLowerCase();
    }
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, 'modal');
    if (!hit) continue;
    const { row } = hit;
    if (row.polarity === 'denied') {
      // "denied that the bank had lost $3 billion", "rejected reports": whatever follows; "… were baseless": what stands before.
      const reaches = token < figure.first || (inClause && token < last);
      if (reaches && !silent.some((part) => part.first > token) ) return { polarity: 'denied', modality: 'denied', hedge, because: `denied "${row.phrase}"` };
      if (reaches) return { polarity: 'denied', modality: 'denied', hedge, because: `denied "${row.phrase}"` };
    } else if (row.polarity === 'none') {
      if (token >= figure.first && token < figure.numberLast) polarity = 'none';
    } else if (inClause && modality === 'asserted' && !(token >= figure.numberFirst && token < figure.numberLast) && !silent.some((part) => part.first <= token && token < part.last)) {
      modality = row.modality as Modality;
      because = `${row.modality} "${row.phrase}"`;
      token = hit.last - 1;
    }
  }
  if (inside || (condition && condition.role === 'opens' && modality !== 'planned')) {
    modality = 'hypothetical';
    because = condition ? `hypothetical "${condition.text}"` : 'hypothetical';
  }
  return { polarity, modality, hedge, because };
}

/** "estimated losses at Rs 8 crore" hedges; "officials reported 12" does not weaken. */
const isHuman = (scene: Scene, token: number, _figure: Figure): boolean => isIn(scene, token, PLAIN_REPORT) && !isIn(scene, token - 1, BE_WORDS);
const PLAIN_REPORT = wordsOf('reported claimed alleged suspected');
const BE_WORDS = wordsOf('is are was were be been');

function clauseStart(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.first;
  const limit = Math.max(sentence.first, figure.first - REACH);
  while (at > limit && !isWall(scene, at - 1) && !(isIn(scene, at - 1, RELATIVE) && at < figure.first) && signAt(scene, at - 1) !== ',') at--;
  return at;
}

function clauseEnd(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.last;
  const limit = Math.min(sentence.last, figure.last + REACH);
  while (at < limit && !isWall(scene, at) && !isIn(scene, at, RELATIVE) && signAt(scene, at) !== ',' && scene.figureAt[at] < 0) at++;
  return at;
}
