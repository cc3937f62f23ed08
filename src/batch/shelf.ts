// Which reading is that of an article, in typed columns: a million articles take some thirty megabytes.

/** A table from the first eight bytes of a label to the number of a reading. */
export interface Shelf {
  /** The number; −1 where there is none. */
  readonly get: (label: Buffer) => number;
  /** A label put again replaces what stood there. */
  readonly put: (label: Buffer, number: number) => void;
  /** Puts it and notes that this run uses it. */
  readonly mark: (label: Buffer, number: number) => void;
  readonly isMarked: (label: Buffer) => boolean;
}

/** Share of places taken beyond which the table doubles. */
const FULL = 0.6;

export function openShelf(): Shelf {
  let size = 0;
  let table = columns(1024);

  /** The row of a label: its own, or the free one where it belongs. */
  const rowOf = (high: number, low: number): number => {
    let row = low & (table.numbers.length - 1);
    // Numbers are counted from one: a zero says that the row is free.
    while (table.numbers[row] !== 0 && (table.highs[row] !== high || table.lows[row] !== low)) row = (row + 1) & (table.numbers.length - 1);
    return row;
  };
  const rowFor = (label: Buffer): number => rowOf(label.readUInt32LE(0), label.readUInt32LE(4));
  const set = (high: number, low: number, number: number, mark: number): void => {
    const row = rowOf(high, low);
    if (table.numbers[row] === 0) size++;
    table.highs[row] = high;
    table.lows[row] = low;
    table.numbers[row] = number;
    table.marks[row] = mark;
  };
  const grow = (): void => {
    const old = table;
    table = columns(old.numbers.length * 2);
    size = 0;
    for (let row = 0; row < old.numbers.length; row++)
      if (old.numbers[row] !== 0) set(old.highs[row], old.lows[row], old.numbers[row], old.marks[row]);
  };
  const put = (label: Buffer, number: number, mark: number): void => {
    if (size >= table.numbers.length * FULL) grow();
    set(label.readUInt32LE(0), label.readUInt32LE(4), number + 1, mark);
  };
  return {
    get: (label) => table.numbers[rowFor(label)] - 1,
    put: (label, number) => put(label, number, 0),
    mark: (label, number) => put(label, number, 1),
    isMarked: (label) => table.marks[rowFor(label)] === 1,
  };
}

const columns = (rows: number) => ({
  highs: new Uint32Array(rows),
  lows: new Uint32Array(rows),
  numbers: new Uint32Array(rows),
  marks: new Uint8Array(rows),
});
