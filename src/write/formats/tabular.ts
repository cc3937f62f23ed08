import type { Findings } from '../../model/index.js';
import { csvCell, textCell } from '../cells.js';
import type { Table } from '../columns.js';
import type { Format, OutputFile, WriteOptions } from '../format.js';
import { TABLES } from '../tables.js';

/** Rows a piece: large enough to be fast, small enough that no string of a whole table is built. */
const PIECE = 2000;

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

/** Rows of texts as CSV, safe for spreadsheets. */
export async function csvText(rows: readonly (readonly string[])[]): Promise<string> {
  const { csvLines } = await import('../csv-stringify.js');
  return csvLines(
    rows.map((row) => row.map(textCell)),
    '\n',
  );
}

export async function* csv(table: Table<object>, rows: readonly object[], { excel }: WriteOptions): AsyncIterable<string> {
  const { csvLines } = await import('../csv-stringify.js');
  const lineEnd = excel ? '\r\n' : '\n';
  yield (excel ? '\ufeff' : '') + csvLines([table.columns.map((column) => column.name)], lineEnd);
  for (let at = 0; at < rows.length; at += PIECE) {
    const cells = rows.slice(at, at + PIECE).map((row) => table.columns.map(({ name, type }) => csvCell(row[name], type)));
    yield csvLines(cells, lineEnd);
  }
}

export function* json(table: Table<object>, rows: readonly object[]): Iterable<string> {
  const columns = table.columns.map(({ name }, i) => ({ name, head: `${i === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  yield '[';
  for (let at = 0; at < rows.length; at += PIECE) {
    const lines = rows.slice(at, at + PIECE).map((row) => {
      let line = '';
      for (const { name, head } of columns) line += head + JSON.stringify(row[name] ?? null);
      return `${line}}`;
    });
    yield `${at === 0 ? '\n' : ',\n'}${lines.join(',\n')}`;
  }
  yield '\n]\n';
}
