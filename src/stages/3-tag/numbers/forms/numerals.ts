import { Flag, has } from '../../../../model/index.js';
import { plain, type Numeral } from './numeral.js';
import { pointAt } from './points.js';
import { matchAt, shapeOf } from '../rule.js';
import { FIGURED_NUMBERS, LONGER_NUMBERS, PLAIN, WORDED_NUMBERS } from '../rules/numbers.js';
import type { Scene } from '../scene.js';
import { sumAt } from './sums.js';
import { vagueAt } from './vague.js';

/** Longest number of words: beyond it a run of number words is no number. */
const LONGEST_NUMBER = 24;

const [figured, worded] = [FIGURED_NUMBERS, WORDED_NUMBERS].map((rules) =>
  rules.map((rule) => ({ rule, shape: rule.shape === null ? null : shapeOf(rule.shape) })),
);
const longer = LONGER_NUMBERS.map((rule) => ({ rule, shape: rule.shape === null ? null : shapeOf(rule.shape.replace(/^# /, '')) }));

/** Number phrase that begins at `token` and ends before `limit`; null when none. Idioms and ordinals are no numbers (see rules/refusals.ts). */
export function numeralAt(scene: Scene, token: number, limit: number): Numeral | null {
  const end = Math.min(limit, token + LONGEST_NUMBER);
  const vague = vagueAt(scene, token, end);
  const exact = exactAt(scene, token, end);
  // "9e300 googol"
  const number = exact?.value === null || Number.isFinite(exact?.value) ? exact : null;
  if (vague && (!number || vague.last > number.last)) return by(vague, PLAIN.vague);
  return number;
}

/** The first rule that reads a number here: those of whole phrases, then a sum of number words or figures and what goes on behind it. */
function exactAt(scene: Scene, token: number, limit: number): Numeral | null {
  for (const { rule, shape } of has(scene.tokens, token, Flag.Number) ? figured : worded) {
    const match = shape === null ? token : matchAt(scene, shape, token, limit);
    if (match < 0) continue;
    const numeral = rule.by(scene, token, limit);
    if (numeral) return by(numeral, rule);
  }
  const sum = sumAt(scene, token, limit);
  if (!sum) return null;
  const part = pointAt(scene, sum, limit);
  for (const { rule, shape } of longer) {
    const last = shape === null ? part.last : matchAt(scene, shape, part.last, limit);
    if (last < 0) continue;
    const numeral = rule.by(scene, token, part, limit);
    if (shape !== null) scene.captures = {};
    if (numeral) return by(numeral, rule);
  }
  const numeral = plain(token, part.last, part.value, part.digits ? 'digits' : 'words', part.scale);
  return by(numeral, part !== sum ? PLAIN.point : !part.digits ? PLAIN.words : part.scale > 1 ? PLAIN.scaled : PLAIN.digits);
}

function by(numeral: Numeral, rule: { readonly id: string }): Numeral {
  numeral.rule = rule.id;
  return numeral;
}
