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
  return {
    head: (excel ? '\ufeff' : '') + csvLines([columns.map((column) => column.name)], lineEnd),
    encode: (rows) =>
      csvLines(
        rows.map((row) => columns.map(({ name, type }) => csvCell(row[name], type))),
        lineEnd,
      ),
    tail: '',
  };
}

export async function json({ columns }: Table<object>): Promise<Encoder> {
  const heads = columns.map(({ name }, i) => ({ name, head: `${i === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  let between = '\n';
  return {
    head: '[',
    encode: (rows) => {
      const lines = rows.map((row) => {
        let line = '';
        for (const { name, head } of heads) line += head + JSON.stringify(row[name] ?? null);
        return `${line}}`;
      });
      const text = between + lines.join(',\n');
      between = ',\n';
      return text;
    },
    tail: '\n]\n',
  };
}
