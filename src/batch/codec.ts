import type { Head, Reading } from '../model/index.js';
import { openReader, openWriter, type ByteReader, type ByteWriter } from './bytes.js';

// Readings as bytes: what workers hand over, what the cache keeps and what a run streams from disk. Rows become columns, and every text
// stands once. The head, which tells who is named, can be read alone.

type Row = Record<string, unknown>;

const HEAD_SIZE = 4;
const HEAD_TABLES = ['entities', 'profiles'] as const;
const BODY_TABLES = ['mentions', 'claims', 'dates', 'problems', 'sentences'] as const;

/** A reading as bytes; `readingOf` gives an equal one back. */
export function bytesOf(reading: Reading): Buffer {
  const head = packed(reading, HEAD_TABLES, { document: reading.document, dated: reading.dated, fingerprint: reading.fingerprint });
  const body = packed(reading, BODY_TABLES, { windows: reading.windows, article: reading.article });
  const size = Buffer.allocUnsafe(HEAD_SIZE);
  size.writeUInt32LE(head.length, 0);
  return Buffer.concat([size, head, body]);
}

export const headOf = (bytes: Buffer): Head => unpacked(bytes.subarray(HEAD_SIZE, bodyAt(bytes)), HEAD_TABLES) as unknown as Head;

export const readingOf = (bytes: Buffer): Reading => ({
  ...headOf(bytes),
  ...(unpacked(bytes.subarray(bodyAt(bytes)), BODY_TABLES) as unknown as Omit<Reading, keyof Head>),
});

const bodyAt = (bytes: Buffer): number => HEAD_SIZE + bytes.readUInt32LE(0);

function packed(reading: Reading, tables: readonly (keyof Reading)[], facts: Row): Buffer {
  const to = openWriter();
  to.json(facts);
  for (const table of tables) putRows(reading[table] as unknown as readonly Row[], to);
  return to.bytes();
}

function unpacked(bytes: Buffer, tables: readonly string[]): Row {
  const from = openReader(bytes);
  const found = from.json() as Row;
  for (const table of tables) found[table] = rowsFrom(from);
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
