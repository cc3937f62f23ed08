import { clauseAt, isIn, wordsOf } from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

/** Whether a bare number is another count of what was counted before: "put the figure at 127", "residents spoke of 20", "the total rose to 61". */
export function isRecount(scene: Scene, clauses: Clauses, figure: Figure): boolean {
  const { subject, verb } = clauseAt(clauses, figure.first);
  if (verb < 0 || verb > figure.first) return false;
  if (isIn(scene, verb, COUNTING) || (subject !== null && isIn(scene, subject.head, TALLY))) return true;
  for (let token = Math.max(verb + 1, figure.first - FAR); token < figure.first; token++) if (isIn(scene, token, TALLY)) return true;
  return false;
}
/** How far the word for the count may stand before its number, in tokens. */
const FAR = 6;

const COUNTING = wordsOf(
  'put puts putting spoke speak speaks speaking counted counts count counting identified identify reported reports report recorded records confirmed confirms documented documents listed lists verified estimated estimates estimate',
);
const TALLY = wordsOf('figure number toll count tally total estimate');
