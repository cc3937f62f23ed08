import { Kind, phraseAt } from '../../../../knowledge/index.js';
import { plain, type Numeral, type Part } from './numeral.js';
import { wordsOf } from '../../../../text/index.js';
import { isOneOf, isWord, type Scene } from '../scene.js';
import { IN, OVER } from '../words.js';

/** "one in five", "two out of three", "1 over 21": the whole stands in the captures of the shape. */
export function ratioAt(scene: Scene, first: number, part: Part, limit: number): Numeral | null {
  const whole = scene.captures['whole'].phrase;
  if (!whole || part.value < 1 || part.value > 99 || part.scale !== 1) return null;
  if (whole.value <= part.value || !Number.isInteger(whole.value)) return null;
  if (isWord(scene, part.last, OVER) && part.value !== 1) return null;
  if (isWord(scene, part.last, IN)) {
    if ((part.value > 9 && !isOneOf(scene, part.last + 1, EVERY)) || (whole.value > 1000 && whole.digits)) return null;
    // "one in 20 minutes" is a time, "two in 2014" a year; "three in four in May" measures no inches.
    if (phraseAt(scene.knowledge, scene.text, scene.tokens, whole.last, limit, Kind.Unit) && !isWord(scene, whole.last, IN)) return null;
  }
  return plain(first, whole.last, part.value / whole.value, 'fraction');
}
/** "29 in every 100" */
const EVERY = wordsOf('every');
