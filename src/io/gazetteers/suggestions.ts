import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GazetteerError, type Row } from '../../knowledge/index.js';
import { SUGGESTED_FILES, SUGGESTION_COLUMNS, type KnownName, type SuggestedFile, type Suggestion } from '../../suggest/index.js';
import { csvText } from '../../write/index.js';
import { GAZETTEERS } from '../program.js';

/** The names of a gazetteer folder and of the program's own, and the kinds that each type of entity has there. */
export interface Listed {
  readonly names: readonly KnownName[];
  readonly ids: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

const YES = new Set(['y', 'yes', 'x', 'true', '1']);

export async function readListed(folder: string = GAZETTEERS): Promise<Listed> {
  const names: KnownName[] = [];
  const ids = new Set<string>();
  const kinds = new Map<string, Set<string>>();
  for (const one of new Set([resolve(GAZETTEERS), resolve(folder)]))
    for (const file of SUGGESTED_FILES)
      for (const { cells } of await rowsOf(one, file)) {
        const { id = '', name = '', kind = '' } = cells;
        names.push({ id, name });
        if (file === 'aliases.csv') continue;
        ids.add(id);
        const type = id.slice(0, id.indexOf(':'));
        kinds.set(type, (kinds.get(type) ?? new Set()).add(kind));
      }
  return { names, ids, kinds };
}

async function rowsOf(folder: string, file: string): Promise<readonly Row[]> {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const { readCsv } = await import('../csv-parse.js');
  return readCsv(file, readFileSync(path, 'utf8'));
}

/** suggestions.csv as text. */
export const suggestionsCsv = (suggestions: readonly Suggestion[]): Promise<string> =>
  csvText([SUGGESTION_COLUMNS, ...suggestions.map((row) => SUGGESTION_COLUMNS.map((column) => String(row[column])))]);

/** The accepted rows of a suggestions.csv; a row that cannot be used is a GazetteerError naming file, row and remedy. */
export async function readAccepted(path: string): Promise<readonly Suggestion[]> {
  if (!existsSync(path)) throw new GazetteerError(`There is no file ${path}; write it with sitrep suggest --out ${path}.`);
  const { readCsv } = await import('../csv-parse.js');
  return readCsv(path, readFileSync(path, 'utf8')).flatMap(({ line, cells }) => {
    if (!YES.has((cells['accept'] ?? '').trim().toLowerCase())) return [];
    if (!SUGGESTED_FILES.some((file) => file === cells['file']))
      throw new GazetteerError(
        `${path}, line ${line}: "${cells['file'] ?? ''}" in the column file is none of ${SUGGESTED_FILES.join(', ')}; correct it.`,
      );
    for (const column of cells['file'] === 'aliases.csv' ? ['id', 'name', 'use'] : ['id', 'name', 'kind'])
      if (!cells[column]?.trim()) throw new GazetteerError(`${path}, line ${line}: the cell ${column} is empty; fill it, or empty the cell accept.`);
    return [cells as unknown as Suggestion];
  });
}

/** Adds rows to the tables of a gazetteer folder, all or none; gives how many each file got. */
export async function addRows(folder: string, rows: readonly Suggestion[]): Promise<ReadonlyMap<SuggestedFile, number>> {
  const { ids } = await readListed(folder);
  const added = new Set<string>();
  for (const { file, id, name } of rows) {
    if (file === 'aliases.csv') continue;
    if (ids.has(id) || added.has(id))
      throw new GazetteerError(
        `The id ${id} of "${name}" is there already; give it another id, or make it a row of aliases.csv. Nothing was written.`,
      );
    added.add(id);
  }
  for (const { file, id, name } of rows)
    if (file === 'aliases.csv' && !ids.has(id) && !added.has(id))
      throw new GazetteerError(`"${name}" is a name of ${id}, which no row has as its id; accept the row of ${id}, too. Nothing was written.`);
  const counts = new Map<SuggestedFile, number>();
  mkdirSync(folder, { recursive: true });
  for (const file of SUGGESTED_FILES) {
    const own = rows.filter((row) => row.file === file);
    if (own.length === 0) continue;
    const path = join(folder, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : headerOf(file);
    const columns = before
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1)[0]
      .split(',');
    const text = await csvText(own.map((row) => columns.map((column) => cellOf(row, column))));
    writeFileSync(`${path}.${process.pid}`, `${before}${before.endsWith('\n') ? '' : '\n'}${text}`);
    renameSync(`${path}.${process.pid}`, path);
    counts.set(file, own.length);
  }
  return counts;
}

/** The first line of the program's own table of that name. */
export const headerOf = (file: string): string => `${readFileSync(join(GAZETTEERS, file), 'utf8').split(/\r?\n/, 1)[0]}\n`;

function cellOf(row: Suggestion, column: string): string {
  if (column === 'countries') return row.country ?? '';
  return String((row as unknown as Record<string, unknown>)[column] ?? '');
}
