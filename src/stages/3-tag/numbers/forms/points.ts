import { Role, roleAt } from '../roles.js';
import { times, type Part } from './numeral.js';
import { isWord, type Scene } from '../scene.js';
import { belowHundredAt } from './sums.js';
import { POINT } from '../words.js';

/** "five point five", "two hundred point seventy-one": digits said behind the point. */
export function pointAt(scene: Scene, part: Part, limit: number): Part {
  if (part.last + 1 >= limit || !isWord(scene, part.last, POINT)) return part;
  let decimals = '';
  let at = part.last + 1;
  while (at < limit) {
    const next = belowHundredAt(scene, at, limit);
    if (!next || (next.digits && decimals !== '')) break;
    decimals += String(next.value);
    at = next.last;
  }
  if (decimals === '') return part;
  let value = Number(`${part.value}.${decimals}`);
  let scale = 1;
  const word = roleAt(scene, at, limit, Role.Scale | Role.Hundred);
  if (word) {
    scale = word.row.value ?? 1;
    value = times(value, scale);
    at = word.last;
  }
  return { last: at, value, place: 1, scale, digits: part.digits };
}
