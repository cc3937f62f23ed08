import { csvCell, textCell } from './cells.js';
import type { Table } from './columns.js';

/** How a table becomes a file. */
export interface Format {
  readonly name: string;
  readonly reads: string;
  readonly mediatype: string;
  /** The file's text in pieces; together they are the file. */
  readonly write: (table: Table<object>, rows: readonly object[], options: WriteOptions) => AsyncIterable<string> | Iterable<string>;
}

export interface WriteOptions {
  /** Byte order mark and CRLF, which Excel wants of a CSV file that it opens by a double click. */
  readonly excel: boolean;
}

/** Rows a piece: large enough to be fast, small enough that no string of a whole table is built. */
const PIECE = 2000;

/** Rows of texts as CSV, safe for spreadsheets. */
export async function csvText(rows: readonly (readonly string[])[]): Promise<string> {
  const { csvLines } = await import('./csv-stringify.js');
  return csvLines(
    rows.map((row) => row.map(textCell)),
    '\n',
  );
}

async function* csv(table: Table<object>, rows: readonly object[], { excel }: WriteOptions): AsyncIterable<string> {
  const { csvLines } = await import('./csv-stringify.js');
  const lineEnd = excel ? '\r\n' : '\n';
  yield (excel ? '\ufeff' : '') + csvLines([table.columns.map((column) => column.name)], lineEnd);
  for (let at = 0; at < rows.length; at += PIECE) {
    const cells = rows.slice(at, at + PIECE).map((row) => table.columns.map(({ name, type }) => csvCell(row[name], type)));
    yield csvLines(cells, lineEnd);
  }
}

function* json(table: Table<object>, rows: readonly object[]): Iterable<string> {
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

/** Every format of the tables. A new one is a writer above and a line here. */
export const FORMATS: readonly Format[] = [
  { name: 'csv', reads: 'comma-separated, RFC 4180, UTF-8, for spreadsheets', mediatype: 'text/csv', write: csv },
  { name: 'json', reads: 'an array of objects with the same names, an object a line', mediatype: 'application/json', write: json },
];
