import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Numeral } from './numeral.js';
import { isHyphen, isOneOf, isTightTo, type Scene } from '../scene.js';

/** A minus or plus written on the number, or said before it: "-5", "$-50.8bn", "minus-5", "negative five hundred". */
export function signed(scene: Scene, numeral: Numeral, first: number): Numeral {
  const before = numeral.first - 1;
  if (before < first || numeral.value === null) return numeral;
  const negative = (from: number): Numeral => ({ ...numeral, first: from, value: -(numeral.value as number), sign: -1 });
  // "plus or minus 3 points": the number goes both ways.
  if (before - 2 >= first && isOneOf(scene, before, MINUS) && isOneOf(scene, before - 1, OR_SLASH) && isOneOf(scene, before - 2, PLUS))
    return { ...numeral, first: before - 2 };
  if (isOneOf(scene, before, MINUS)) return negative(before);
  if (
    isHyphen(scene, before) &&
    before - 1 >= first &&
    isTightTo(scene, before) &&
    isTightTo(scene, numeral.first) &&
    isOneOf(scene, before - 1, MINUS)
  )
    return negative(before - 1);
  const hyphen = scene.text.charCodeAt(scene.tokens.start[before]);
  if (has(scene.tokens, numeral.first, Flag.Number) && isTightTo(scene, numeral.first)) {
    const opens =
      before === first || has(scene.tokens, before, Flag.SpaceBefore) || '$€£¥(<>=^'.includes(scene.text[scene.tokens.start[before] - 1] ?? '');
    const ranged = before > first && has(scene.tokens, before - 1, Flag.Number);
    if ((hyphen === 45 || hyphen === 0x2212) && opens && !ranged) return negative(before);
    if (hyphen === 43 && opens) return { ...numeral, sign: 1 };
  }
  // "- 5" at the very beginning or behind "to": a sign with a blank.
  if (
    (hyphen === 45 || hyphen === 0x2212) &&
    before === first &&
    has(scene.tokens, numeral.first, Flag.Number) &&
    !has(scene.tokens, before, Flag.LineStart)
  )
    return negative(before);
  if (hyphen === 45 && before === 0 && scene.tokens.count <= 8 && has(scene.tokens, numeral.first, Flag.Number)) return negative(before);
  return numeral;
}
const MINUS = wordsOf('minus negative');
const PLUS = wordsOf('plus');
const OR_SLASH = wordsOf('or /');
