import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cells, RunTables } from '../../compare/index.js';
import { csvCell, TABLES, type Column, type Table } from '../../write/index.js';
import { readCsv } from '../csv-parse.js';
import { OutputError } from './output-file.js';

/** The tables of an earlier run, from its CSV files or else its JSON; a folder that no run wrote is an OutputError. */
export function readRunTables(folder: string, names: readonly string[]): RunTables {
  const record = recordOf(folder);
  return {
    version: `${record['version'] ?? ''} ${record['program'] ?? ''}`.trim(),
    gazetteers: String(record['gazetteers'] ?? ''),
    options: optionsOf(record['options']),
    overrides: JSON.stringify(record['overrides'] ?? []),
    tables: Object.fromEntries(names.map((name) => [name, rowsOf(folder, name)])),
  };
}

/** What the run says of itself: `run.json`, or the descriptor where that is not kept (as under version control). */
function recordOf(folder: string): Readonly<Record<string, unknown>> {
  const path = ['run.json', 'datapackage.json'].map((name) => join(folder, name)).find(existsSync);
  if (path === undefined) throw new OutputError(`"${folder}" is no output folder of sitrep run (it has no run.json); name one that is.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new OutputError(`${path} cannot be read (${(error as Error).message}); run sitrep again into that folder.`);
  }
}

/** The options that can make rows differ; where the articles lie and how files are written cannot. */
function optionsOf(options: unknown): string {
  const { windows, articles } = (options ?? {}) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ windows, articles });
}

function rowsOf(folder: string, name: string): readonly Cells[] {
  const csv = join(folder, `${name}.csv`);
  if (existsSync(csv)) return readCsv(csv, readFileSync(csv, 'utf8')).map(({ cells }) => cells);
  const json = join(folder, `${name}.json`);
  if (!existsSync(json)) return [];
  const rows = JSON.parse(readFileSync(json, 'utf8')) as readonly Readonly<Record<string, unknown>>[];
  const { columns } = TABLES[name as keyof typeof TABLES] as Table<object>;
  return rows.map((row) =>
    Object.fromEntries((columns as readonly Column[]).map((column) => [column.name, String(csvCell(row[column.name], column.type))])),
  );
}
