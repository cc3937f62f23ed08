import type { Findings } from '../../model/index.js';
import type { Column, ColumnType, Table } from '../columns.js';
import type { Found } from '../format.js';
import { TABLES } from '../tables.js';
import type { Sheet, SheetCell } from './write-excel-file.js';

/** The most lines a sheet may have in Excel, without the header. */
export const MOST_ROWS = 1_048_575;
const WIDTHS: Readonly<Record<ColumnType, number>> = { string: 24, date: 12, integer: 10, number: 12, boolean: 9, names: 30, ids: 24 };
const WIDE: ReadonlySet<string> = new Set(['sentence_text', 'example_text', 'message', 'because']);

/** All tables as one workbook, with a sheet of sentences to which each claim leads. */
export async function* xlsx({ findings }: Found): AsyncIterable<Uint8Array> {
  const { workbookBytes } = await import('./write-excel-file.js');
  const { timeless } = await import('./fflate.js');
  const sentences = sentencesOf(findings);
  const sheets = (Object.keys(TABLES) as (keyof Findings)[]).map((name) => {
    const links = name === 'claims' || name === 'ledger' ? sentences.rowOf : null;
    return sheetOf(TABLES[name] as unknown as Table<object>, findings[name], links);
  });
  yield timeless(await workbookBytes([...sheets, sentences.sheet]));
}

type RowOf = ReadonlyMap<string, number>;
const keyOf = (row: Readonly<Record<string, unknown>>): string => `${row['document_id']}\u0000${row['sentence_text']}`;

/** Every sentence that holds a claim, once. */
function sentencesOf({ claims }: Findings): { readonly sheet: Sheet; readonly rowOf: RowOf } {
  const rowOf = new Map<string, number>();
  const rows: SheetCell[][] = [];
  for (const claim of claims) {
    const key = keyOf(claim as unknown as Readonly<Record<string, unknown>>);
    if (rowOf.has(key) || rows.length === MOST_ROWS) continue;
    rows.push([claim.document_id, claim.sentence, claim.sentence_text]);
    rowOf.set(key, rows.length + 1);
  }
  return { sheet: { name: 'sentences', head: ['document_id', 'sentence', 'sentence_text'], widths: [24, 10, 120], rows }, rowOf };
}

function sheetOf(table: Table<object>, all: readonly object[], links: RowOf | null): Sheet {
  const columns = table.columns as readonly Column[];
  const rows = all.slice(0, MOST_ROWS) as readonly Readonly<Record<string, unknown>>[];
  return {
    name: table.name,
    head: columns.map(({ name }) => name),
    widths: columns.map(({ name, type }) => (WIDE.has(name) ? 60 : WIDTHS[type])),
    rows: rows.map((row) => columns.map(({ name, type }) => cellOf(row, name, type, links))),
  };
}

function cellOf(row: Readonly<Record<string, unknown>>, name: string, type: ColumnType, links: RowOf | null): SheetCell {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.join(type === 'ids' ? ' ' : ' | ');
  const target = name === 'text' ? links?.get(keyOf(row)) : undefined;
  return target === undefined ? String(value) : { text: String(value), to: `'sentences'!C${target}` };
}
