import { Kind, phraseAt } from '../../../knowledge/index.js';
import { plain, type Numeral, type Part } from './numeral.js';
import { isWord, type Scene } from './scene.js';
import { sumAt } from './sums.js';
import { EVERY, IN, OF, OUT, OVER } from './words.js';

/** "one in five", "two out of three", "1 over 21". */
export function ratioAt(scene: Scene, first: number, part: Part, limit: number): Numeral | null {
  let at = part.last;
  if (at + 1 >= limit || part.value < 1 || part.value > 99 || part.scale !== 1) return null;
  const out = isWord(scene, at, OUT) && isWord(scene, at + 1, OF);
  const over = isWord(scene, at, OVER) && part.value === 1;
  const within = isWord(scene, at, IN) && part.value <= 9;
  const every = isWord(scene, at + 1, EVERY);
  if (!out && !over && !within) return null;
  at += out ? 2 : 1;
  if (every) at++;
  const whole = sumAt(scene, at, limit);
  if (!whole || whole.value <= part.value || !Number.isInteger(whole.value)) return null;
  if (within) {
    if (whole.value > 1000 && whole.digits) return null;
    // "one in 20 minutes" is a time, "two in 2014" a year.
    const unit = phraseAt(scene.knowledge, scene.text, scene.tokens, whole.last, limit, Kind.Unit);
    if (unit) return null;
  }
  return plain(first, whole.last, part.value / whole.value, 'fraction');
}
