import { hashEnd, hashOf, hashStep } from '../text/index.js';
import { GazetteerError, type Row } from './rows.js';

/** Weights of named evidence for the four answers group, person, place, none, in an open-addressing table. */
export interface Weights {
  /** Row number + 1 at each slot; the length is a power of two. */
  readonly slots: Int32Array;
  readonly key: Int32Array;
  /** Four numbers a row. */
  readonly value: Float64Array;
  /** The words of each row, for saying why: "before: in". */
  readonly evidence: readonly string[];
}

export const ANSWERS = ['group', 'person', 'place', 'none'] as const;

export const weightKey = (template: number, value: number): number => hashEnd(hashStep(template, value));

/** Value of two pieces of evidence that are seen together. */
export const pairOf = (one: number, other: number): number => hashEnd(hashStep(Math.imul(one, 31), other));

/** Value of a cell: a word, or a pair written "in + unknown". */
function cellValue(cell: string): number {
  const plus = cell.indexOf(' + ');
  return plus > 0 ? pairOf(hashOf(cell.slice(0, plus)), hashOf(cell.slice(plus + 3))) : hashOf(cell);
}

/** Compiles the rows of a weights file: template, value, group, person, place, none. */
export function buildWeights(rows: readonly Row[]): Omit<Weights, 'evidence'> {
  let capacity = 16;
  while (capacity < rows.length * 2) capacity *= 2;
  const slots = new Int32Array(capacity);
  const key = new Int32Array(rows.length);
  const value = new Float64Array(rows.length * ANSWERS.length);
  rows.forEach((row, i) => {
    key[i] = weightKey(hashOf(row.cells['template'] ?? ''), cellValue(row.cells['value'] ?? ''));
    ANSWERS.forEach((answer, a) => {
      const number = Number(row.cells[answer]);
      if (!Number.isFinite(number))
        throw new GazetteerError(`${row.file}, line ${row.line}: the weight for ${answer} is no number; run the fitting script again.`);
      value[i * ANSWERS.length + a] = number;
    });
    let slot = key[i] & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = i + 1;
  });
  return { slots, key, value };
}

/** Row of a key, −1 when it has no weight. */
export function weightRow(weights: Omit<Weights, 'evidence'>, key: number): number {
  const mask = weights.slots.length - 1;
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const row = weights.slots[slot] - 1;
    if (row < 0 || weights.key[row] === key) return row;
  }
}
