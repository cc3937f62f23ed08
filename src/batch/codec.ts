import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Head, Reading } from '../model/index.js';

// Readings as bytes: what workers hand over, what the cache keeps and what a run streams from disk. Rows become columns, every text
// stands once, and all is packed: a tenth of plain JSON. The head, which tells who is named, can be read alone.

type Row = Readonly<Record<string, unknown>>;
/** `c`: one value for all rows; `s`: places in the list of texts, −1 for null; `l`: lists of such places; `v`: the values. */
type Column = readonly [kind: 'c' | 's' | 'l' | 'v', cells: unknown];
type Packed = readonly [rows: number, keys: readonly string[], columns: readonly Column[]] | readonly Row[];

const HEAD_SIZE = 4;
const FAST = { level: 1 };
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

export const headOf = (bytes: Buffer): Head => unpacked(bytes.subarray(HEAD_SIZE, bodyAt(bytes))) as unknown as Head;

export const readingOf = (bytes: Buffer): Reading => ({
  ...headOf(bytes),
  ...(unpacked(bytes.subarray(bodyAt(bytes))) as unknown as Omit<Reading, keyof Head>),
});

const bodyAt = (bytes: Buffer): number => HEAD_SIZE + bytes.readUInt32LE(0);

function packed(reading: Reading, tables: readonly (keyof Reading)[], facts: Row): Buffer {
  const texts = new Map<string, number>();
  const place = (text: string): number => {
    let at = texts.get(text);
    if (at === undefined) texts.set(text, (at = texts.size));
    return at;
  };
  const rows = Object.fromEntries(tables.map((table) => [table, columnsOf(reading[table] as unknown as readonly Row[], place)]));
  return deflateRawSync(JSON.stringify([[...texts.keys()], rows, facts]), FAST);
}

function unpacked(bytes: Buffer): Row {
  const [texts, tables, facts] = JSON.parse(inflateRawSync(bytes).toString('utf8')) as [string[], Record<string, Packed>, Row];
  const rows = Object.fromEntries(Object.entries(tables).map(([table, columns]) => [table, rowsOf(columns, texts)]));
  return { ...facts, ...rows };
}

function columnsOf(rows: readonly Row[], place: (text: string) => number): Packed {
  if (rows.length === 0) return [];
  const keys = Object.keys(rows[0]);
  const alike = rows.every((row) => Object.keys(row).length === keys.length && keys.every((key) => key in row));
  return alike ? [rows.length, keys, keys.map((key) => columnOf(rows, key, place))] : rows;
}

function columnOf(rows: readonly Row[], key: string, place: (text: string) => number): Column {
  const first = rows[0][key];
  if ((typeof first !== 'object' || first === null) && rows.every((row) => row[key] === first)) return ['c', first ?? null];
  const cells = rows.map((row) => row[key]);
  if (cells.every((cell) => typeof cell === 'string' || cell === null))
    return ['s', cells.map((cell) => (cell === null ? -1 : place(cell as string)))];
  if (cells.every(isTexts)) return ['l', cells.map((cell) => cell.map(place))];
  return ['v', cells];
}

const isTexts = (cell: unknown): cell is readonly string[] => Array.isArray(cell) && cell.every((one) => typeof one === 'string');

function rowsOf(table: Packed, texts: readonly string[]): readonly Row[] {
  if (typeof table[0] !== 'number') return table as readonly Row[];
  const [count, keys, columns] = table as readonly [number, readonly string[], readonly Column[]];
  const rows: Record<string, unknown>[] = Array.from({ length: count }, () => ({}));
  columns.forEach(([kind, cells], c) => {
    const key = keys[c];
    if (kind === 'c') for (const row of rows) row[key] = cells;
    else if (kind === 's') for (let i = 0; i < count; i++) rows[i][key] = (cells as number[])[i] < 0 ? null : texts[(cells as number[])[i]];
    else if (kind === 'l') for (let i = 0; i < count; i++) rows[i][key] = (cells as number[][])[i].map((at) => texts[at]);
    else for (let i = 0; i < count; i++) rows[i][key] = (cells as unknown[])[i];
  });
  return rows;
}
