// Where the readings of articles stand, in typed columns: a million articles take some thirty megabytes.

/** Place of a reading: the number of its pack, its byte there, its length. */
export interface Slot {
  readonly pack: number;
  readonly at: number;
  readonly length: number;
}

/** A table from the first eight bytes of a label to a slot; a label put again replaces what stood there. */
export interface Shelf {
  readonly get: (label: Buffer) => Slot | null;
  readonly put: (label: Buffer, slot: Slot) => void;
  /** Notes that this run uses what stands there. */
  readonly mark: (label: Buffer) => void;
  readonly isMarked: (label: Buffer) => boolean;
}

/** Share of places taken beyond which the table doubles. */
const FULL = 0.6;

export function openShelf(): Shelf {
  let size = 0;
  let table = columns(1024);

  /** The row of a label: its own, or the free one where it belongs. */
  const rowOf = (high: number, low: number): number => {
    let row = low & (table.lengths.length - 1);
    // Zero packs are counted from one: a zero says that the row is free.
    while (table.packs[row] !== 0 && (table.highs[row] !== high || table.lows[row] !== low)) row = (row + 1) & (table.lengths.length - 1);
    return row;
  };
  const rowFor = (label: Buffer): number => rowOf(label.readUInt32LE(0), label.readUInt32LE(4));
  const set = (high: number, low: number, pack: number, at: number, length: number, mark: number): void => {
    const row = rowOf(high, low);
    if (table.packs[row] === 0) size++;
    table.highs[row] = high;
    table.lows[row] = low;
    table.packs[row] = pack;
    table.ats[row] = at;
    table.lengths[row] = length;
    table.marks[row] = mark;
  };
  const grow = (): void => {
    const old = table;
    table = columns(old.lengths.length * 2);
    size = 0;
    for (let row = 0; row < old.lengths.length; row++)
      if (old.packs[row] !== 0) set(old.highs[row], old.lows[row], old.packs[row], old.ats[row], old.lengths[row], old.marks[row]);
  };
  return {
    get(label) {
      const row = rowFor(label);
      return table.packs[row] === 0 ? null : { pack: table.packs[row] - 1, at: table.ats[row], length: table.lengths[row] };
    },
    put(label, { pack, at, length }) {
      if (size >= table.lengths.length * FULL) grow();
      set(label.readUInt32LE(0), label.readUInt32LE(4), pack + 1, at, length, 0);
    },
    mark(label) {
      const row = rowFor(label);
      if (table.packs[row] !== 0) table.marks[row] = 1;
    },
    isMarked: (label) => table.marks[rowFor(label)] === 1,
  };
}

const columns = (rows: number) => ({
  highs: new Uint32Array(rows),
  lows: new Uint32Array(rows),
  packs: new Uint32Array(rows),
  ats: new Float64Array(rows),
  lengths: new Uint32Array(rows),
  marks: new Uint8Array(rows),
});
