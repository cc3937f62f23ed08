import type { FigureRule } from './rule.js';
import { BOUNDS } from './rules/bounds.js';
import { CHANGES } from './rules/changes.js';
import { CONCEPTS } from './rules/concepts.js';
import { COUNTED } from './rules/counted.js';
import { MEASURES } from './rules/measures.js';
import { FIGURED_NUMBERS, LONGER_NUMBERS, PLAIN, SIGNED, WORDED_NUMBERS } from './rules/numbers.js';
import { PARTS } from './rules/parts.js';
import { LINKS } from './rules/ranges.js';
import { RATES } from './rules/rates.js';
import { REFUSALS } from './rules/refusals.js';
import { SUMS } from './rules/sums.js';

/** Every rule that shapes a claim's figure, in the order in which a number meets them. */
export const FIGURE_RULES: readonly FigureRule[] = [
  ...FIGURED_NUMBERS,
  ...WORDED_NUMBERS,
  ...LONGER_NUMBERS,
  ...Object.values(PLAIN),
  SIGNED,
  ...MEASURES,
  ...LINKS,
  ...RATES,
  ...BOUNDS,
  ...CHANGES,
  ...CONCEPTS,
  ...COUNTED,
  ...PARTS,
  ...SUMS,
];

/** Every rule that says why a number is no claim. */
export const REFUSAL_RULES: readonly FigureRule[] = REFUSALS;
