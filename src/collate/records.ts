import { openLevels } from './levels.js';
import { merged } from './merge.js';

// Records of numbers behind one another in one column: millions of them cost no object each, and files of them need no parsing.

/** Records on their way into the order of their first numbers. */
export interface RecordSorting {
  /** Adds the record that stands in `from` at that place. */
  readonly add: (from: Float64Array, at?: number) => void;
  /** All records in order, each lent until the next is asked for; may be asked again. Nothing is added any more. */
  readonly rows: () => Iterable<Float64Array>;
}

/** Sorted records put away, given back in pieces of whole records. */
export interface Away {
  readonly pieces: () => Iterable<Float64Array>;
  /** They are not asked for any more. */
  readonly remove: () => void;
}

/** Puts away sorted records, which come in pieces that are lent. */
export type PutAway = (pieces: Iterable<Float64Array>) => Away;

/** So many numbers are held in memory (16 MB). */
const MOST = 1 << 21;
/** Records given to `putAway` at once. */
const PIECE = 4096;

/** Sorts records of `width` numbers by their first `keys` numbers; `putAway` is null where all stays in memory. */
export function sortRecords(width: number, keys: number, putAway: PutAway | null, most = MOST): RecordSorting {
  let held = new Float64Array(width * 64);
  let count = 0;

  const isBefore = (a: number, b: number): boolean => {
    for (let k = 0; k < keys; k++) if (held[a + k] !== held[b + k]) return held[a + k] < held[b + k];
    return true;
  };
  const order = (): Uint32Array => {
    const places = new Uint32Array(count);
    for (let i = 0; i < count; i++) places[i] = i * width;
    return mergeSorted(places, isBefore);
  };
  function* sorted(): Generator<Float64Array> {
    const lent = new Float64Array(width);
    for (const place of order()) {
      copy(held, place, lent, 0, width);
      yield lent;
    }
  }
  const all = (away: readonly Away[]): Iterable<Float64Array> =>
    merged(
      away.map((one) => recordsOf(one, width)),
      before,
    );
  const runs = openLevels<Away>((away) => {
    const one = (putAway as PutAway)(inPieces(all(away), width));
    for (const { remove } of away) remove();
    return one;
  });
  const empty = (put: PutAway): void => {
    runs.add(put(inPieces(sorted(), width)));
    count = 0;
  };
  const before = (a: Float64Array, b: Float64Array): number => {
    for (let k = 0; k < keys; k++) if (a[k] !== b[k]) return a[k] - b[k];
    return 0;
  };

  return {
    add(from, at = 0) {
      if (putAway !== null && count > 0 && (count + 1) * width > most) empty(putAway);
      if ((count + 1) * width > held.length) {
        const larger = new Float64Array(held.length * 2);
        larger.set(held);
        held = larger;
      }
      copy(from, at, held, count++ * width, width);
    },
    rows() {
      if (runs.all().length === 0 || putAway === null) return { [Symbol.iterator]: sorted };
      if (count > 0) empty(putAway);
      held = new Float64Array(0);
      return { [Symbol.iterator]: () => all(runs.all())[Symbol.iterator]() };
    },
  };
}

/** Runs of so many are sorted by insertion. */
const RUN = 8;

/** The numbers sorted, equals in their order: typed arrays sort by a function of ours at a third of this speed. `isBefore`: or equal. */
function mergeSorted(numbers: Uint32Array, isBefore: (a: number, b: number) => boolean): Uint32Array {
  let from = numbers;
  let to: Uint32Array = new Uint32Array(numbers.length);
  for (let begin = 0; begin < from.length; begin += RUN) {
    const end = Math.min(from.length, begin + RUN);
    for (let i = begin + 1; i < end; i++) {
      const number = from[i];
      let at = i;
      for (; at > begin && !isBefore(from[at - 1], number); at--) from[at] = from[at - 1];
      from[at] = number;
    }
  }
  for (let size = RUN; size < from.length; size *= 2) {
    for (let begin = 0; begin < from.length; begin += 2 * size) {
      const middle = Math.min(from.length, begin + size);
      const end = Math.min(from.length, begin + 2 * size);
      for (let i = begin, j = middle, at = begin; at < end; at++) {
        to[at] = j >= end || (i < middle && isBefore(from[i], from[j])) ? from[i++] : from[j++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The records of pieces, one by one. */
function* recordsOf(away: Away, width: number): Generator<Float64Array> {
  const lent = new Float64Array(width);
  for (const piece of away.pieces()) {
    for (let at = 0; at < piece.length; at += width) {
      copy(piece, at, lent, 0, width);
      yield lent;
    }
  }
}

/** Lent records in pieces, which are lent, too. */
export function* inPieces(records: Iterable<Float64Array>, width: number): Generator<Float64Array> {
  const piece = new Float64Array(width * PIECE);
  let full = 0;
  for (const record of records) {
    copy(record, 0, piece, full, width);
    full += width;
    if (full < piece.length) continue;
    yield piece;
    full = 0;
  }
  if (full > 0) yield piece.subarray(0, full);
}

/** Faster than a view of so few numbers. */
function copy(from: Float64Array, at: number, to: Float64Array, place: number, width: number): void {
  for (let i = 0; i < width; i++) to[place + i] = from[at + i];
}
