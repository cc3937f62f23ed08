import type { Overflow } from './overflow.js';
import type { RecordSorting } from './records.js';

// Pairs of entities over all articles, a record a pair, found by hashing: no object and no text a pair.

/** Places in the record of a pair: two entities, */
export const A = 0;
export const B = 1;
/** windows that name both (sentences, paragraphs, documents), documents with such a window of each kind, */
export const COUNTS = 2;
export const DOCUMENTS = 5;
/** the clearest stretch that names both: how clear it is, then what `exemplify` was told. */
export const EXAMPLE = 8;
const WIDTH = 14;

/** Pairs added up. */
export interface Pairs {
  /** Adds the windows of one article; tells whether its stretch is clearer than any before. Counts are not negative. */
  readonly add: (a: number, b: number, sentences: number, paragraphs: number, documents: number, clearness: number) => boolean;
  /** Says where the clearest stretch of the pair added last stands: places of its document's id and of the words at its ends, its span. */
  readonly exemplify: (document: number, from: number, to: number, start: number, end: number) => void;
  /** Every pair once, each lent until the next is asked for. Nothing is added any more. */
  readonly all: () => Iterable<Float64Array>;
}

/** So many pairs are held in memory (15 MB). */
const MOST = 1 << 17;

export function openPairs(records: Overflow['records'], most = MOST): Pairs {
  let rows = new Float64Array(WIDTH * 64);
  /** Number of a row, counted from one, at the place that the hash of its pair has; at most half are taken. */
  let slots = new Int32Array(128);
  let count = 0;
  let last = 0;
  let away: RecordSorting | null = null;

  const slotOf = (a: number, b: number): number => {
    const mask = slots.length - 1;
    let slot = mixed(a, b) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (slots[slot] - 1) * WIDTH;
      if (rows[at + A] === a && rows[at + B] === b) break;
    }
    return slot;
  };
  const grow = (): void => {
    const more = new Float64Array(rows.length * 2);
    more.set(rows);
    rows = more;
    slots = new Int32Array(slots.length * 2);
    for (let n = 0; n < count; n++) slots[slotOf(rows[n * WIDTH + A], rows[n * WIDTH + B])] = n + 1;
  };
  const putAway = (): RecordSorting => {
    away ??= records(WIDTH, B + 1);
    for (let n = 0; n < count; n++) away.add(rows, n * WIDTH);
    slots.fill(0);
    count = 0;
    return away;
  };
  return {
    add(a, b, sentences, paragraphs, documents, clearness) {
      let slot = slotOf(a, b);
      if (slots[slot] === 0) {
        if (count === most) putAway();
        else if ((count + 1) * WIDTH > rows.length) grow();
        slot = slotOf(a, b);
        last = count * WIDTH;
        rows.fill(0, last, last + WIDTH);
        rows[last + A] = a;
        rows[last + B] = b;
        rows[last + EXAMPLE] = Number.MAX_VALUE;
        slots[slot] = ++count;
      } else last = (slots[slot] - 1) * WIDTH;
      rows[last + COUNTS] += sentences;
      rows[last + COUNTS + 1] += paragraphs;
      rows[last + COUNTS + 2] += documents;
      if (sentences > 0) rows[last + DOCUMENTS]++;
      if (paragraphs > 0) rows[last + DOCUMENTS + 1]++;
      if (documents > 0) rows[last + DOCUMENTS + 2]++;
      if (clearness >= rows[last + EXAMPLE]) return false;
      rows[last + EXAMPLE] = clearness;
      return true;
    },
    exemplify(document, from, to, start, end) {
      const at = last + EXAMPLE;
      rows[at + 1] = document;
      rows[at + 2] = from;
      rows[at + 3] = to;
      rows[at + 4] = start;
      rows[at + 5] = end;
    },
    all: () => ({ [Symbol.iterator]: () => (away === null ? held(rows, count) : addedUp(putAway().rows())) }),
  };
}

function* held(rows: Float64Array, count: number): Iterator<Float64Array> {
  for (let n = 0; n < count; n++) yield rows.subarray(n * WIDTH, (n + 1) * WIDTH);
}

/** Records of one pair as one: those put away earlier come first, and keep their example unless a later one is clearer. */
function* addedUp(records: Iterable<Float64Array>): Iterator<Float64Array> {
  const sum = new Float64Array(WIDTH);
  let any = false;
  for (const record of records) {
    if (any && record[A] === sum[A] && record[B] === sum[B]) {
      for (let i = COUNTS; i < EXAMPLE; i++) sum[i] += record[i];
      if (record[EXAMPLE] < sum[EXAMPLE]) sum.set(record.subarray(EXAMPLE), EXAMPLE);
      continue;
    }
    if (any) yield sum;
    sum.set(record);
    any = true;
  }
  if (any) yield sum;
}

/** Spreads two numbers over all bits of one. */
function mixed(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return h ^ (h >>> 15);
}
