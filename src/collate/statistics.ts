import { remembering } from '../text/index.js';

// Measures of how two entities keep company. All take counts of windows: `both` that name a and b, `a` and `b` that name
// each, `all` there are; both ≤ a, b ≤ all.

/**
 * Windows that would name both if a and b were spread over all windows independently of each other.
 * Formula a · b / all; unit windows; range 0 … all.
 */
export const expectedCount = (a: number, b: number, all: number): number => (all === 0 ? 0 : (a * b) / all);

/**
 * Normalised pointwise mutual information: ln(p(ab) / (p(a) · p(b))) / −ln p(ab), with p = share of all windows (Bouma 2009).
 * No unit; −1 never together … 0 as chance has it … 1 only together. Null when both stand in every window: nothing to compare.
 */
export function npmi(both: number, a: number, b: number, all: number): number | null {
  if (both === all) return null;
  if (both === 0) return -1;
  return Math.log((both * all) / (a * b)) / -Math.log(both / all);
}

/**
 * Dunning's log-likelihood ratio G² of the 2 × 2 table (a yes/no, b yes/no): 2 · Σ observed · ln(observed / expected).
 * No unit; 0 independent … no upper bound, growing with the evidence. It does not tell more from less than chance: npmi's sign does.
 */
export function logLikelihoodRatio(both: number, a: number, b: number, all: number): number {
  const cell = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const sum = cell(both, a, b) + cell(a - both, a, all - b) + cell(b - both, all - a, b) + cell(all - a - b + both, all - a, all - b);
  // Rounding can leave a hair below zero for independent tables.
  return Math.max(0, 2 * sum);
}

/**
 * Chance of a G² at least as large if the two were independent: upper tail of χ² with one degree of freedom.
 * Formula erfc(√(llr / 2)); no unit; 0 … 1.
 */
export const pValue = (llr: number): number => erfc(Math.sqrt(llr / 2));

/** Complementary error function for x ≥ 0, relative error below 1.2e-7 (Chebyshev fit of Numerical Recipes, erfcc). */
function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  const fit = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
  const polynomial = fit.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(-x * x + polynomial));
}

/**
 * Benjamini–Hochberg q-values, in the order of `p`: the share of false finds to expect if every pair with a q as small counts
 * as a find. Formula min over ranks ≥ r of p · n / r; no unit; 0 … 1; never below p.
 */
export function qValues(p: readonly number[] | Float64Array): Float64Array {
  const order = Uint32Array.from(p, (_, i) => i).sort((i, j) => p[j] - p[i]);
  const next = fallingQ(p.length);
  const q = new Float64Array(p.length);
  for (const i of order) q[i] = next(p[i]);
  return q;
}

/** The same for p-values that come one by one, the largest first; `many`: how many will come. */
export function fallingQ(many: number): (p: number) => number {
  let rank = many;
  let least = 1;
  return (p) => (least = Math.min(least, (p * many) / rank--));
}

/** So many roundings are remembered: counts are small, so that most pairs share their figures with others. */
const MOST_REMEMBERED = 50_000;

/** Rounds statistics as they are published: six significant digits, so that the last bit of a logarithm makes no difference between two runs. */
export const publisher = (): ((value: number) => number) => remembering((value) => Number(value.toPrecision(6)), MOST_REMEMBERED);
