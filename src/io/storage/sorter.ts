import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { merged, openLevels, type Sorter, type Sorting } from '../../collate/index.js';
import { reason } from '../list.js';
import { OutputError } from './output-file.js';

// A plain external merge sort: rows that outgrow memory become sorted files of a JSON row a line, which are merged when they are read.
// Everything a run needs of a data base is this and its twin for numbers (overflow.ts), with the order of code units that all tables have.

/** Bytes of each file held in memory while files are merged. */
const WINDOW = 1 << 16;
const NEWLINE = 10;

/** Sorts in memory as many rows as are asked for (`atMost` where there are more), and beyond with files in `folder`, which is made when it is needed. */
export function externalSorter(folder: string, atMost = Number.MAX_SAFE_INTEGER): Sorter {
  let files = 0;
  return <Row>(order: (a: Row, b: Row) => number, room: number): Sorting<Row> => {
    const most = Math.min(room, atMost);
    const putAway = (rows: Iterable<Row>): string => {
      const path = join(folder, `${files++}.run`);
      writeRows(folder, path, rows);
      return path;
    };
    const all = (runs: readonly string[]): Iterable<Row> =>
      merged(
        runs.map((path) => rowsOf<Row>(path)),
        order,
      );
    const runs = openLevels<string>((paths) => {
      const one = putAway(all(paths));
      for (const path of paths) rmSync(path);
      return one;
    });
    let held: Row[] = [];
    const empty = (): void => {
      runs.add(putAway(held.sort(order)));
      held = [];
    };
    return {
      add(row) {
        if (held.length >= most) empty();
        held.push(row);
      },
      rows() {
        if (runs.all().length === 0) return held.sort(order);
        if (held.length > 0) empty();
        return { [Symbol.iterator]: () => all(runs.all())[Symbol.iterator]() };
      },
    };
  };
}

function writeRows(folder: string, path: string, rows: Iterable<unknown>): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = openSync(path, 'w', 0o600);
    try {
      let text = '';
      const flush = (): void => {
        const data = Buffer.from(text);
        for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
        text = '';
      };
      for (const row of rows) {
        text += `${JSON.stringify(row)}\n`;
        if (text.length > WINDOW) flush();
      }
      flush();
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`Nothing can be written beside the output folder (${reason(error)}); make room or name another folder with --out.`);
  }
}

function* rowsOf<Row>(path: string): Generator<Row> {
  const file = openSync(path, 'r');
  try {
    // One stretch of memory a file, used again and again: what is thrown away would be cleared up late.
    let window = Buffer.allocUnsafeSlow(WINDOW);
    let end = 0;
    for (;;) {
      const read = readSync(file, window, end, window.length - end, null);
      if (read === 0) return;
      end += read;
      let from = 0;
      for (let at = window.indexOf(NEWLINE); at >= 0 && at < end; at = window.indexOf(NEWLINE, from)) {
        yield JSON.parse(window.toString('utf8', from, at)) as Row;
        from = at + 1;
      }
      window.copyWithin(0, from, end);
      end -= from;
      if (end === window.length) window = Buffer.concat([window], 2 * window.length);
    }
  } finally {
    closeSync(file);
  }
}
