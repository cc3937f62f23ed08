import type { Findings } from '../../model/index.js';
import { csvCell, textCell } from '../cells.js';
import type { Table } from '../columns.js';
import type { Encoder, Format, OutputFile, WriteOptions } from '../format.js';
import { TABLES } from '../tables.js';

/** Rows a piece: large enough to be fast, small enough that no string of a whole table is built. */
export const PIECE = 2000;

/** A format of one file a table. */
export function tabular(
  name: string,
  reads: string,
  mediatype: string,
  write: (table: Table<object>, rows: readonly object[], options: WriteOptions) => OutputFile['pieces'],
): Format {
  const tables = Object.keys(TABLES) as (keyof Findings)[];
  return {
    name,
    reads,
    needsTexts: false,
    names: tables.map((table) => `${table}.${name}`),
    files: ({ findings }, options) =>
      tables.map((table) => {
        const shape = TABLES[table] as unknown as Table<object>;
        return { path: `${table}.${name}`, format: name, mediatype, title: shape.title, table, pieces: write(shape, findings[table], options) };
      }),
  };
}

/** A format of one file a table, whose rows are written as they come. */
export function streaming(
  name: string,
  reads: string,
  mediatype: string,
  encoder: (table: Table<object>, options: WriteOptions) => Promise<Encoder>,
): Format {
  async function* pieces(table: Table<object>, rows: readonly object[], options: WriteOptions): AsyncIterable<string> {
    const { head, encode, tail } = await encoder(table, options);
    yield head;
    for (let at = 0; at < rows.length; at += PIECE) yield encode(rows.slice(at, at + PIECE));
    yield tail;
  }
  return {
    ...tabular(name, reads, mediatype, pieces),
    stream: async (table, options) => {
      const shape = TABLES[table] as unknown as Table<object>;
      return { path: `${table}.${name}`, format: name, mediatype, title: shape.title, table, encoder: await encoder(shape, options) };
    },
  };
}

/** Rows of texts as CSV, safe for spreadsheets. */
export async function csvText(rows: readonly (readonly string[])[]): Promise<string> {
  const { csvLines } = await import('../csv-stringify.js');
  return csvLines(
    rows.map((row) => row.map(textCell)),
    '\n',
  );
}

export async function csv({ columns }: Table<object>, { excel }: WriteOptions): Promise<Encoder> {
  const { csvLines } = await import('../csv-stringify.js');
  const lineEnd = excel ? '\r\n' : '\n';
  const cellsOf = (row: object): (string | number)[] => {
    const cells: (string | number)[] = [];
    for (const { name, type } of columns) cells.push(csvCell(row[name], type));
    return cells;
  };
  return {
    head: (excel ? '\ufeff' : '') + csvLines([columns.map((column) => column.name)], lineEnd),
    encode: (rows) => csvLines(rows.map(cellsOf), lineEnd),
    tail: '',
  };
}

export async function json({ columns }: Table<object>): Promise<Encoder> {
  const heads = columns.map(({ name }, i) => ({ name, head: `${i === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  let between = '\n';
  return {
    head: '[',
    encode: (rows) => {
      let text = '';
      for (const row of rows) {
        text += between;
        for (const { name, head } of heads) text += head + jsonValue(row[name]);
        text += '}';
        between = ',\n';
      }
      return text;
    },
    tail: '\n]\n',
  };
}

/** JSON of a cell; most are empty or plain numbers, which need no serialiser. */
function jsonValue(value: unknown): string | number | boolean {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  return JSON.stringify(value);
}
