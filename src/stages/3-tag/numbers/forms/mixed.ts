import { Flag, has } from '../../../../model/index.js';
import { fractionSign, wordsOf } from '../../../../text/index.js';
import { denominatorAt, slashAt } from './fractions.js';
import { plain, times, type Numeral, type Part } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import { isHyphen, isOneOf, isTightTo, isWord, type Scene } from '../scene.js';
import { sumAt } from './sums.js';
import { A, AN, AND, OF } from '../words.js';

// Fractions beside whole numbers and scales.

/** "half a million", "three quarters billion", "two thirds of a million": a fraction of a scale word is a number. */
export function scaled(scene: Scene, fraction: Numeral, limit: number): Numeral {
  let next = fraction.last;
  // "half-billion", "quarter-million"
  if (next + 1 < limit && isHyphen(scene, next) && isTightTo(scene, next) && isTightTo(scene, next + 1)) next++;
  const ofIt = next < limit && isWord(scene, next, OF) ? next + 1 : next;
  if (ofIt < limit && (isWord(scene, ofIt, A) || isWord(scene, ofIt, AN))) next = ofIt + 1;
  else if (ofIt !== next) return fraction;
  const scale = roleAt(scene, next, limit, Role.Scale | Role.Dozen | Role.Hundred);
  return scale ? plain(fraction.first, scale.last, times(fraction.value ?? 0, scale.row.value ?? 1), 'words', scale.row.value ?? 1) : fraction;
}

/** "one million and a half", "two and a half million", "2 ½", "five and a quarter". */
export function andFractionAt(scene: Scene, first: number, part: Part, limit: number): Numeral | null {
  let at = part.last;
  if (at >= limit) return null;
  const sign = has(scene.tokens, at, Flag.Number) ? fractionSign(scene.text.slice(scene.tokens.start[at], scene.tokens.end[at])) : 0;
  if (sign > 0) return lifted(scene, plain(first, at + 1, part.value + sign, 'digits'), limit);
  if (part.digits && part.scale === 1) {
    // "4-1/2 cents"
    const joined = isHyphen(scene, at) && isTightTo(scene, at) && at + 1 < limit && isTightTo(scene, at + 1);
    const slash = slashAt(scene, joined ? at + 1 : at, limit);
    if (slash && slash.value !== null && slash.value < 1)
      return lifted(scene, plain(first, slash.last, part.value + (joined ? ofLast(part.value) : 1) * slash.value, 'digits'), limit);
  }
  if (!isWord(scene, at, AND)) return null;
  at++;
  const under = articleFraction(scene, at, limit) ?? numeratorFraction(scene, at, limit);
  if (!under || under.value === null || under.value >= 1) return null;
  const inner = roleAt(scene, under.last, limit, Role.Scale);
  // "one billion and a half million": the fraction has its own scale.
  if (inner && part.scale > (inner.row.value ?? 1)) return plain(first, inner.last, part.value + under.value * (inner.row.value ?? 1), 'words');
  const lift = part.scale >= 1000 && !inner ? part.scale : 1;
  return lifted(scene, plain(first, under.last, part.value + under.value * lift, 'words', part.scale), limit);
}

/** Of what a joined fraction is a part: in "$5.61-3/4" of a cent. */
const ofLast = (value: number): number => (Number.isInteger(value) ? 1 : 0.01);

/** "a half", "one half", "a quarter" behind "and": whatever follows. */
function articleFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const at = isOneOf(scene, token, ONE_WORDS) ? token + 1 : token;
  const part = roleAt(scene, at, limit, Role.Part);
  return part && (at > token || part.row.phrase === 'half') ? plain(token, part.last, part.row.value ?? 0, 'fraction') : null;
}
const ONE_WORDS = wordsOf('a an one');

function numeratorFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const part = sumAt(scene, token, limit);
  return part && part.value < 100 ? denominatorAt(scene, part.last, limit, { first: token, part }) : null;
}

function lifted(scene: Scene, numeral: Numeral, limit: number): Numeral {
  const scale = roleAt(scene, numeral.last, limit, Role.Scale);
  return scale ? plain(numeral.first, scale.last, times(numeral.value ?? 0, scale.row.value ?? 1), numeral.form, scale.row.value ?? 1) : numeral;
}
