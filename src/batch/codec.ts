import type { Head, Reading } from '../model/index.js';
import { openReader, openWriter, type ByteReader, type ByteWriter } from './bytes.js';

// Readings as bytes: what workers hand over, what the cache keeps and what a run streams from disk. Rows become columns, and every text
// stands once in each part. Parts are read as far as they are wanted.

type Row = Record<string, unknown>;

/** The parts: who is named in the article, where, and the rest. */
const PARTS = [
  { facts: ['document', 'dated', 'fingerprint'], tables: ['entities', 'profiles'] },
  { facts: ['windows'], tables: ['mentions', 'sentences'] },
  { facts: ['article'], tables: ['claims', 'dates', 'problems'] },
] as const satisfies readonly { readonly facts: readonly (keyof Reading)[]; readonly tables: readonly (keyof Reading)[] }[];
/** Bytes of the number before each part, which tells its length. */
const SIZE = 4;

/** A reading as bytes; `readingOf` gives an equal one back. */
export function bytesOf(reading: Reading): Buffer {
  const parts = PARTS.flatMap(({ facts, tables }) => {
    const to = openWriter();
    to.json(facts.map((fact) => reading[fact]));
    for (const table of tables) putRows(reading[table] as unknown as readonly Row[], to);
    const part = to.bytes();
    const size = Buffer.allocUnsafe(SIZE);
    size.writeUInt32LE(part.length, 0);
    return [size, part];
  });
  return Buffer.concat(parts);
}

export const headOf = (bytes: Buffer): Head => parts(bytes, 1) as unknown as Head;

/** The reading as if nobody had told numbers, dates or problems in it. */
export const namesOf = (bytes: Buffer): Reading => ({ ...parts(bytes, 2), claims: [], dates: [], problems: [], article: null }) as unknown as Reading;

export const readingOf = (bytes: Buffer): Reading => parts(bytes, PARTS.length) as unknown as Reading;

/** What so many of the first parts hold. */
function parts(bytes: Buffer, count: number): Row {
  const found: Row = {};
  let at = 0;
  for (const { facts, tables } of PARTS.slice(0, count)) {
    const end = at + SIZE + bytes.readUInt32LE(at);
    const from = openReader(bytes.subarray(at + SIZE, end));
    const told = from.json() as unknown[];
    for (const [i, fact] of facts.entries()) found[fact] = told[i];
    for (const table of tables) found[table] = rowsFrom(from);
    at = end;
  }
  return found;
}

/** What cells of a column are: all one value, texts or null, whole numbers from 0 on or null, lists of texts, or anything. */
const ALIKE = 1;
const TEXTS = 2;
const WHOLE = 4;
const LISTS = 8;
const ANY = 16;

/** Columns that say what every row says come first: each row begins as a copy of what these tell. */
function putRows(rows: readonly Row[], to: ByteWriter): void {
  to.number(rows.length);
  if (rows.length === 0) return;
  const keys = Object.keys(rows[0]);
  const alike = rows.every((row) => areSame(Object.keys(row), keys));
  to.text(alike ? keys.join('\n') : null);
  if (!alike) return to.json(rows);
  const columns = keys.map((key, k) => {
    const cells = rows.map((row) => row[key]);
    return { k, cells, kind: kindOf(cells) };
  });
  const shared = columns.filter(({ kind }) => kind === ALIKE);
  to.number(shared.length);
  for (const { k, cells } of shared) {
    to.number(k);
    to.json(cells[0] ?? null);
  }
  for (const { k, cells, kind } of columns) {
    if (kind === ALIKE) continue;
    to.number(k);
    to.number(kind);
    putCells(cells, kind, to);
  }
}

const areSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

function putCells(cells: readonly unknown[], kind: number, to: ByteWriter): void {
  if (kind === TEXTS) for (const cell of cells) to.text(cell as string | null);
  else if (kind === WHOLE) for (const cell of cells) to.number(cell === null ? 0 : (cell as number) + 1);
  else if (kind === LISTS)
    for (const cell of cells) {
      to.number((cell as readonly string[]).length);
      for (const text of cell as readonly string[]) to.text(text);
    }
  else to.json(cells);
}

/** The first of the kinds that all cells of a column are. */
function kindOf(cells: readonly unknown[]): number {
  const first = cells[0];
  let all = typeof first === 'object' && first !== null ? TEXTS | WHOLE | LISTS : ALIKE | TEXTS | WHOLE | LISTS;
  for (const cell of cells) {
    let own = cell === first ? ALIKE : 0;
    if (typeof cell === 'string') own |= TEXTS;
    else if (cell === null) own |= TEXTS | WHOLE;
    else if (typeof cell === 'number') own |= Number.isSafeInteger(cell) && cell >= 0 ? WHOLE : 0;
    else if (Array.isArray(cell) && cell.every((one) => typeof one === 'string')) own |= LISTS;
    if ((all &= own) === 0) return ANY;
  }
  // The lowest bit.
  return all & -all;
}

function rowsFrom(from: ByteReader): readonly Row[] {
  const count = from.number();
  if (count === 0) return [];
  const columns = from.text();
  if (columns === null) return from.json() as Row[];
  const keys = columns.split('\n');
  const model = emptyRow(columns);
  let left = keys.length;
  for (let shared = from.number(); shared > 0; shared--, left--) model[keys[from.number()]] = from.json();
  const rows = Array.from({ length: count }, () => ({ ...model }));
  for (; left > 0; left--) {
    const key = keys[from.number()];
    const kind = from.number();
    if (kind === TEXTS) for (const row of rows) row[key] = from.text();
    else if (kind === WHOLE) for (const row of rows) row[key] = wholeFrom(from);
    else if (kind === LISTS) for (const row of rows) row[key] = Array.from({ length: from.number() }, from.text);
    else for (const [i, cell] of (from.json() as unknown[]).entries()) rows[i][key] = cell;
  }
  return rows;
}

function wholeFrom(from: ByteReader): number | null {
  const number = from.number();
  return number === 0 ? null : number - 1;
}

const emptyRows = new Map<string, Row>();

/** A row with these columns, all empty. It comes from JSON, as an object of many columns that get there one by one becomes a slow table. */
function emptyRow(columns: string): Row {
  let row = emptyRows.get(columns);
  if (row === undefined) {
    row = JSON.parse(JSON.stringify(Object.fromEntries(columns.split('\n').map((column) => [column, null])))) as Row;
    emptyRows.set(columns, row);
  }
  return { ...row };
}
