import { BE, BY, isAdverb, isComma, isIn, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { hasFigure } from '../speakers/saying.js';
import type { Scene } from '../scene.js';

/** "losses are estimated at Rs 8 crore" weakens, "officials claimed 12" is who says so: words of saying hedge by their voice. */
export const isWeak = (scene: Scene, token: number, after: number, figure: Figure): boolean =>
  // "an attack claimed by the group", "the storm claimed 34 lives"
  !isIn(scene, after, BY) &&
  !isIn(scene, figure.last - 1, LIVES) &&
  !hasFigure(scene, after, figure.first) &&
  signAt(scene, token + 1) !== '-' &&
  // "are said to be", "I am told"
  (isIn(scene, token, BE) ||
    isIn(scene, token + 1, BE) ||
    isIn(scene, token - 1, BE) ||
    isIn(scene, after, TO_BE) ||
    isAdverb(scene, token) ||
    isIn(scene, token - 1, A) ||
    isComma(scene, token - 1) ||
    signAt(scene, token - 1) === ':' ||
    isIn(scene, token - 1, WE));
const LIVES = wordsOf('life lives');
const WE = wordsOf('they we i he she would');
const TO_BE = wordsOf('to at');
const A = wordsOf('a an the');

/** The last word of a hedge that says it: "are said to" is "said". */
export const hedgeOf = (phrase: string): string => phrase.replace(/^(?:is|are|was|were|by the|would) | (?:to|of)$/g, '');
