import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GazetteerError, type Cells, type GazetteerRows, type Row } from '../../knowledge/index.js';
import { ENTITY_FILES, WEIGHTS, type GazetteerFile } from './files.js';

const ENTITY_COLUMNS = ['id', 'name', 'kind'] as const;
const NEEDED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'groups.csv': ENTITY_COLUMNS,
  'people.csv': ENTITY_COLUMNS,
  'places.csv': ENTITY_COLUMNS,
  'units.csv': ENTITY_COLUMNS,
  'aliases.csv': ['id', 'name', 'use'],
  'centres.csv': ['id', 'latitude', 'longitude'],
  'offices.csv': ['id', 'office', 'country', 'from'],
};

/** Sixteen hexadecimal digits that change when a byte of any of the files does. */
export function contentVersion(files: readonly GazetteerFile[]): string {
  const hash = createHash('sha256');
  for (const { name, path } of files)
    hash
      .update(name)
      .update('\0')
      .update(createHash('sha256').update(readFileSync(path)).digest());
  return hash.digest('hex').slice(0, 16);
}

/**
 * The rows of gazetteer files. A file that is no CSV, or lacks a column it needs, is a GazetteerError; with `complain` the
 * error is handed over instead and the file counts as empty.
 */
export async function readRows(files: readonly GazetteerFile[], version: string, complain?: (error: GazetteerError) => void): Promise<GazetteerRows> {
  const { readCsv } = await import('../csv-parse.js');
  const layers = new Map<string, GazetteerFile[]>();
  for (const one of files) layers.set(one.table, [...(layers.get(one.table) ?? []), one]);
  const rowsIn = ({ name, path, table }: GazetteerFile): Row[] => {
    try {
      return withColumns(name, table, readCsv(name, readFileSync(path, 'utf8')));
    } catch (error) {
      if (!complain || !(error instanceof GazetteerError)) throw error;
      complain(error);
      return [];
    }
  };
  const rows = (table: string): Row[] => (layers.get(table) ?? []).map(rowsIn).reduce((below, above) => laidOver(below, above, keyOf(table)), []);
  const built = (name: string): Cells[] => readTsv(layers.get(name)?.[0].path);
  const words = new Map<string, Row[]>();
  for (const table of layers.keys()) if (table.startsWith('words/')) words.set(table.slice(6, -4), rows(table));
  return {
    entities: ENTITY_FILES.flatMap((name) => rows(`${name}.csv`)),
    aliases: rows('aliases.csv'),
    centres: rows('centres.csv'),
    offices: rows('offices.csv'),
    words,
    weights: rows(WEIGHTS),
    world: built('world.tsv'),
    english: built('english.tsv'),
    version,
  };
}

/** What tells a row of a table from the others: a row of a layer stands in the place of the one with the same key. */
function keyOf(table: string): (cells: Cells) => string {
  if (table.startsWith('words/')) return ({ phrase }) => phrase;
  if (table === 'offices.csv') return ({ id, office, country, from }) => [id, office, country, from].join('\t');
  return table === 'aliases.csv' ? ({ id, name }) => `${id}\t${name}` : ({ id }) => id;
}

function laidOver(below: Row[], above: Row[], keyOf: (cells: Cells) => string): Row[] {
  if (below.length === 0 || above.length === 0) return below.length === 0 ? above : below;
  const waiting = new Map(above.map((row) => [keyOf(row.cells), row]));
  const used = new Set<Row>();
  const replaced = below.flatMap((row) => {
    const own = waiting.get(keyOf(row.cells));
    if (own === undefined) return [row];
    if (used.has(own)) return [];
    used.add(own);
    return [own];
  });
  // Two rows of a layer with one key both stay, for the lint to find.
  return [...replaced, ...above.filter((row) => !used.has(row))];
}

function withColumns(name: string, table: string, rows: Row[]): Row[] {
  const needed = NEEDED_COLUMNS[table] ?? (table.startsWith('words/') ? ['phrase'] : []);
  const missing = rows.length > 0 ? needed.filter((column) => !(column in rows[0].cells)) : [];
  if (missing.length > 0) {
    throw new GazetteerError(`${name}, line 1: the column "${missing.join('", "')}" is missing; add it to the first line, with a cell in each row.`);
  }
  return rows;
}

/** The build's own intermediate files: tab separated, no quotes, a header line. */
function readTsv(path: string | undefined): Cells[] {
  if (path === undefined) return [];
  const [header, ...lines] = readFileSync(path, 'utf8').split('\n');
  const names = header.split('\t');
  return lines.filter(Boolean).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
