import type { Findings } from '../../model/index.js';
import { plainCell, textCell } from '../cells.js';
import type { Table } from '../columns.js';
import type { Encoder, Format, OutputFile, WriteOptions } from '../format.js';
import { putBytes, putCsv, putJson, putNumber, putText, takeBytes } from '../sheet.js';
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

/** A format of one file a table, whose rows are written as they come. */
export function streaming(
  name: string,
  reads: string,
  mediatype: string,
  encoder: (table: Table<object>, options: WriteOptions) => Promise<Encoder>,
): Format {
  async function* pieces(table: Table<object>, rows: readonly object[], options: WriteOptions): AsyncIterable<string> {
    const { head, encode, tail } = await encoder(table, options);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    yield head;
    for (let at = 0; at < rows.length; at += PIECE) yield decoder.decode(encode(rows.slice(at, at + PIECE)));
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

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const [COMMA, BRACE, ROW_ENDED, NULL] = [',', '}', ',\n', 'null'].map(utf8);

export async function csv({ columns }: Table<object>, { excel }: WriteOptions): Promise<Encoder> {
  const { csvLines } = await import('../csv-stringify.js');
  const lineEnd = excel ? '\r\n' : '\n';
  const lineEndBytes = utf8(lineEnd);
  return {
    head: (excel ? '\ufeff' : '') + csvLines([columns.map((column) => column.name)], lineEnd),
    encode(rows) {
      for (const row of rows) {
        for (let i = 0; i < columns.length; i++) {
          if (i > 0) putBytes(COMMA);
          const cell = plainCell(row[columns[i].name], columns[i].type);
          if (typeof cell === 'number') putNumber(cell);
          else if (cell !== '') putCsv(cell);
        }
        putBytes(lineEndBytes);
      }
      return takeBytes();
    },
    tail: '',
  };
}

export async function json({ columns }: Table<object>): Promise<Encoder> {
  const heads = columns.map(({ name }, i) => ({ name, head: utf8(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`) }));
  let between = utf8('\n');
  return {
    head: '[',
    encode(rows) {
      for (const row of rows) {
        putBytes(between);
        for (const { name, head } of heads) {
          putBytes(head);
          putJsonCell(row[name]);
        }
        putBytes(BRACE);
        between = ROW_ENDED;
      }
      return takeBytes();
    },
    tail: '\n]\n',
  };
}

/** A cell as JSON; most are texts, empty or plain numbers, which need no serialiser. */
function putJsonCell(value: unknown): void {
  if (typeof value === 'string') putJson(value);
  else if (value === null || value === undefined) putBytes(NULL);
  else if (typeof value === 'number' && Number.isFinite(value)) putNumber(value);
  else putText(JSON.stringify(value));
}
