import { byCodeUnits } from './order.js';

/** Rows on their way into an order. */
export interface Sorting<Row> {
  readonly add: (row: Row) => void;
  /** All rows in order, equal ones as they were added; may be asked again. Nothing is added any more. */
  readonly rows: () => Iterable<Row>;
}

/** Sorts rows that are JSON, of which so many may be held in memory; whoever gives one decides what happens to the others. */
export type Sorter = <Row>(order: (a: Row, b: Row) => number, most: number) => Sorting<Row>;

/** Rows that are gone through in the order in which they came. */
export const queue = <Row>(sorter: Sorter, most: number): Sorting<Row> => sorter<Row>(() => 0, most);

/** Everything stays in memory. */
export const inMemory: Sorter = <Row>(order: (a: Row, b: Row) => number): Sorting<Row> => {
  const list: Row[] = [];
  return { add: (row) => list.push(row), rows: () => list.sort(order) };
};

/** What is added up under a key, and its way into JSON and back. */
export interface Sum<Value, Packed> {
  /** So many keys are held in memory. */
  readonly most: number;
  /** Adds what came later to what came before. */
  readonly add: (into: Value, more: Value) => void;
  readonly pack: (value: Value) => Packed;
  readonly unpack: (packed: Packed) => Value;
}

/** Values added up by key. Sums that outgrow memory are sorted away and added up again at the end. */
export interface Sums<Value> {
  readonly add: (key: string, value: Value) => void;
  /** Every key once, by code units; may be asked again. */
  readonly all: () => Iterable<readonly [key: string, value: Value]>;
}

export function openSums<Value, Packed>(sorter: Sorter, { most, add, pack, unpack }: Sum<Value, Packed>): Sums<Value> {
  const held = new Map<string, Value>();
  let away: Sorting<readonly [string, Packed]> | null = null;
  const putAway = (): void => {
    away ??= sorter<readonly [string, Packed]>((a, b) => byCodeUnits(a[0], b[0]), most);
    for (const [key, value] of held) away.add([key, pack(value)]);
    held.clear();
  };
  let sorted: (readonly [string, Value])[] | null = null;
  return {
    add(key, value) {
      const known = held.get(key);
      if (known !== undefined) return add(known, value);
      if (held.size >= most) putAway();
      held.set(key, value);
    },
    all() {
      if (away === null) return (sorted ??= [...held].sort((a, b) => byCodeUnits(a[0], b[0])));
      putAway();
      const { rows } = away;
      return { [Symbol.iterator]: () => addedUp(rows(), add, unpack) };
    },
  };
}

function* addedUp<Value, Packed>(
  rows: Iterable<readonly [string, Packed]>,
  add: (into: Value, more: Value) => void,
  unpack: (packed: Packed) => Value,
): Iterator<readonly [string, Value]> {
  let current: readonly [string, Value] | null = null;
  for (const [key, packed] of rows) {
    if (current?.[0] === key) add(current[1], unpack(packed));
    else {
      if (current !== null) yield current;
      current = [key, unpack(packed)];
    }
  }
  if (current !== null) yield current;
}
