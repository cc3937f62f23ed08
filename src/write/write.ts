import type { Findings } from '../model/index.js';
import type { Table } from './columns.js';
import { dataPackage, type WrittenFile } from './datapackage.js';
import { dataDictionary } from './dictionary.js';
import { FORMATS, type WriteOptions } from './formats.js';
import { TABLES } from './tables.js';

/** A file to be written: its name and its text in pieces. */
export interface OutputFile {
  readonly path: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

/** Names of the formats a run writes when it is not told otherwise. */
export const USUAL_FORMATS: readonly string[] = ['csv', 'json'];

/** The files of every table in every wanted format, and the data dictionary. Unknown format names are left out. */
export function write(findings: Findings, formats: readonly string[], options: WriteOptions): OutputFile[] {
  const files = FORMATS.filter(({ name }) => formats.includes(name)).flatMap((format) =>
    (Object.keys(TABLES) as (keyof Findings)[]).map(
      (name): OutputFile => ({
        path: `${name}.${format.name}`,
        pieces: format.write(TABLES[name] as unknown as Table<object>, findings[name], options),
      }),
    ),
  );
  return [...files, { path: 'README.md', pieces: [dataDictionary(tableList())] }];
}

/** The descriptor that names the files written before it. */
export const describe = (files: readonly WrittenFile[], version: string, options: WriteOptions): OutputFile => ({
  path: 'datapackage.json',
  pieces: [dataPackage(tableList(), files, version, options)],
});

/** The tables, each forgetting what its rows are. */
export const tableList = (): readonly Table<object>[] => Object.values(TABLES) as unknown as readonly Table<object>[];
