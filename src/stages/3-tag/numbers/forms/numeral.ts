import type { LexiconRow } from '../../../../knowledge/index.js';

/** A number phrase: tokens `[first, last)` and what they are worth. */
export interface Numeral {
  readonly first: number;
  readonly last: number;
  /** Null for vague words. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** The vague word as the word list has it. */
  readonly vague: string | null;
  readonly form: 'digits' | 'words' | 'fraction' | 'vague';
  /** Role of the vague word: numeral, several, weak, majority, part, rhetorical. */
  readonly role: string;
  /** Last scale word of the phrase ("million" → 1e6), 1 when none: a range may share it. */
  readonly scale: number;
  /** "+0.2", "-0.2" with the sign written on the digits. */
  readonly sign: -1 | 0 | 1;
  /** Currency written tight before the digits in one word ("RM23.50"), null otherwise. */
  readonly glued: LexiconRow<'currency'> | null;
  /** Id of the rule that read it; written by numerals.ts alone. */
  rule: string;
}

/** An exact number, as it is before signs are read. */
export const plain = (first: number, last: number, value: number, form: Numeral['form'], scale = 1): Numeral => ({
  first,
  last,
  value,
  min: null,
  max: null,
  vague: null,
  form,
  role: '',
  scale,
  sign: 0,
  glued: null,
  rule: '',
});

/** A piece of a number phrase: what stands up to `last` and its worth. */
export interface Part {
  readonly last: number;
  readonly value: number;
  /** Smallest place the part fills: 1 for "five", 1000 for "five thousand". */
  readonly place: number;
  readonly scale: number;
  readonly digits: boolean;
}

/** A product as a reader writes it: 2.05 × 100,000 is 205,000, not 204,999.99999999997. */
export function times(value: number, factor: number): number {
  const product = value * factor;
  return Number.isInteger(value) && Number.isInteger(factor) && Math.abs(product) < 1e15 ? product : Number(product.toPrecision(15));
}
