import { BE, isIn, isWord, type Stretch, wordsOf } from '../../../grammar/index.js';
import type { Claim, Figure } from '../../../model/index.js';
import type { Scene } from './scene.js';
import { isContrasted } from './standing/denials.js';

/** Whether a figure says something of the world, counts the parts of the text itself, or is a figure of speech that nobody could check. */
export function salienceOf(scene: Scene, figure: Figure, figures: readonly Figure[], sentence: Stretch): Claim['salience'] {
  // "a million reasons": too many to be listed.
  if (figure.salience === 'enumeration' && (figure.vague !== null || (figure.value ?? 0) >= MANY)) return 'rhetorical';
  if (figure.salience !== 'claim') return figure.salience;
  const speech =
    isContrasted(scene, figure) || isNeeded(scene, figure, sentence) || isAnyones(scene, figure, sentence) || isTautology(scene, figure, figures);
  return speech ? 'rhetorical' : 'claim';
}

const MANY = 100;

/** "It takes a thousand to fill it again", "it would take six men to steal it": what it takes, in no past. */
function isNeeded(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  if (figure.kind !== 'count' || !isIn(scene, figure.first - 1, TAKES)) return false;
  const subject = isIn(scene, figure.first - 2, WOULD) ? figure.first - 3 : figure.first - 2;
  if (!isIn(scene, subject, IT)) return false;
  for (let token = figure.numberLast; token < Math.min(sentence.last, figure.last + 5); token++) if (isIn(scene, token, TO)) return true;
  return false;
}
const TAKES = wordsOf('takes take');
const WOULD = wordsOf('would will');
const IT = wordsOf('it');
const TO = wordsOf('to');

/** "If you are a 16-year-old from Sudan", "you can’t take two-thirds of what you don’t know": said of anyone. */
function isAnyones(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 8; token--)
    if (isIn(scene, token, YOU)) return isIn(scene, token - 1, IF) || isIn(scene, token + 1, CAN);
  return false;
}
const YOU = wordsOf('you');
const IF = wordsOf('if when unless');
const CAN = wordsOf('can cant cannot can’t couldnt');

/** "112 trees are 112 trees" */
const isTautology = (scene: Scene, figure: Figure, figures: readonly Figure[]): boolean =>
  figures.some(
    (other) =>
      other !== figure &&
      other.value !== null &&
      other.value === figure.value &&
      other.kind === figure.kind &&
      Math.abs(other.first - figure.first) < 8 &&
      isEquation(scene, Math.min(other.last, figure.last), Math.max(other.first, figure.first)),
  );

const isEquation = (scene: Scene, first: number, last: number): boolean => last - first === 1 && isWord(scene, first) && isIn(scene, first, BE);
