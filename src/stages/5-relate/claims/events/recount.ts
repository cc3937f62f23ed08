import { clauseAt, isComma, isIn, isPlainVerb, LOCATIVE, wordsOf, isOfClass } from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import { isWhole } from './events.js';
import type { Scene } from '../scene.js';

/** Whether a bare number is another count of what was counted before: "put the figure at 127", "residents spoke of 20", "the total rose to 61". */
export function isRecount(scene: Scene, clauses: Clauses, figure: Figure): boolean {
  const { subject, verb } = clauseAt(clauses, figure.first);
  if (verb < 0 || verb > figure.first) return false;
  if (isOfClass(scene, verb, 'recounting') || (subject !== null && isIn(scene, subject.head, TALLY))) return true;
  for (let token = Math.max(verb + 1, figure.first - FAR); token < figure.first; token++) if (isIn(scene, token, TALLY)) return true;
  return false;
}
/** How far the word for the count may stand before its number, in tokens. */
const FAR = 6;

const TALLY = wordsOf('figure number toll count tally total estimate');

/** The figure before, of the same kind, that this one is set beside: "5,200 fled, up from 3,900", "nine killings, two fewer than in May". */
export function comparedTo(scene: Scene, figure: Figure, figures: readonly Figure[]): Figure | null {
  const at = figures.indexOf(figure);
  const previous = figures[at > 1 && isWhole(scene, figures[at - 1]) ? at - 2 : at - 1];
  if (!previous || previous.kind !== figure.kind || figure.first - previous.last > FARTHEST) return null;
  const stepped = isIn(scene, figure.first - 1, FROM_OR_WITH) && isIn(scene, figure.first - 2, STEPPING);
  // "346 of the 513 deputies voted for it, against 97"
  const against = isIn(scene, figure.first - 1, AGAINST) && isComma(scene, figure.first - 2);
  const differs = isComma(scene, figure.first - 1) && (isIn(scene, figure.last - 1, FEWER) || isIn(scene, figure.last, FEWER));
  return stepped || differs || against ? previous : null;
}
/** "92 people died in Oran and 36 in Tunis", "12 on Friday": a bare number behind "and" with nothing but a place or time behind it: the verb before goes on. */
export function isGapped(scene: Scene, figure: Figure, figures: readonly Figure[]): boolean {
  const previous = figures[figures.indexOf(figure) - 1];
  if (!previous || figure.kind !== 'count' || figure.countedVia !== 'ellipsis' || previous.kind !== 'count') return false;
  const joint = isIn(scene, figure.first - 1, AND) || isComma(scene, figure.first - 1);
  if (!joint || !(isIn(scene, figure.last, LOCATIVE) || isIn(scene, figure.last, ON)) || figure.first - previous.last > FARTHEST) return false;
  const at = figure.last + 1;
  return !isPlainVerb(scene, at) && clauseAt(scene.document.clauses, figure.first).verb < figure.first;
}
const AND = wordsOf('and');
const ON = wordsOf('on');

/** How far apart two compared figures may stand, in tokens. */
const FARTHEST = 16;
const FROM_OR_WITH = wordsOf('from to with');
const STEPPING = wordsOf('up down compared');
const AGAINST = wordsOf('against');
const FEWER = wordsOf('fewer more less');
