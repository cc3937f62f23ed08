import { inMemory, type Sorter } from './sums.js';
import { sortRecords, type RecordSorting } from './records.js';
import { tableOf, type RecordTable } from './record-table.js';

/** Where that goes which outgrows memory; whoever gives one decides when, and what becomes of it. */
export interface Overflow {
  readonly sorter: Sorter;
  /** Sorts records of `width` numbers by their first `keys` numbers. */
  readonly records: (width: number, keys: number) => RecordSorting;
  /** Records of `width` numbers that are asked for by their place. */
  readonly table: (width: number) => RecordTable;
  readonly texts: () => Texts;
}

/** Texts put away until some of them are asked for again. */
export interface Texts {
  /** Puts a text away and tells its place. */
  readonly put: (text: string) => number;
  readonly at: (place: number) => string;
  /** Nothing more is asked for. */
  readonly close: () => void;
}

/** Everything stays in memory. */
export const MEMORY: Overflow = {
  sorter: inMemory,
  records: (width, keys) => sortRecords(width, keys, null),
  table: (width) => tableOf(width, null),
  texts: textsInMemory,
};

function textsInMemory(): Texts {
  const texts: string[] = [];
  return { put: (text) => texts.push(text) - 1, at: (place) => texts[place], close: () => {} };
}
