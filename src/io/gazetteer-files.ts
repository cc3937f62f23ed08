import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GazetteerError, type Cells, type GazetteerRows, type Row } from '../knowledge/index.js';
import { PROGRAM } from './program.js';

/** A file that the compiled knowledge is made from, under the name that messages give it. */
export interface GazetteerFile {
  readonly name: string;
  readonly path: string;
}

const ENTITY_FILES = ['groups', 'people', 'places', 'units'] as const;
/** Code whose change makes compiled knowledge out of date as a changed row does. */
const COMPILER = [
  'knowledge/binary.js',
  'knowledge/compile.js',
  'knowledge/lexicon.js',
  'knowledge/weights.js',
  'text/characters.js',
  'text/fold.js',
  'text/phrase.js',
  'text/scanner.js',
  'text/trie.js',
  'text/vocabulary.js',
] as const;

const ENTITY_COLUMNS = ['id', 'name', 'kind'] as const;
const NEEDED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'groups.csv': ENTITY_COLUMNS,
  'people.csv': ENTITY_COLUMNS,
  'places.csv': ENTITY_COLUMNS,
  'units.csv': ENTITY_COLUMNS,
  'aliases.csv': ['id', 'name', 'use'],
  'centres.csv': ['id', 'latitude', 'longitude'],
};

/** Every file of a gazetteer folder that counts, in a fixed order. A folder without groups.csv is a GazetteerError. */
export function gazetteerFiles(folder: string): readonly GazetteerFile[] {
  const files: GazetteerFile[] = [];
  const take = (name: string, path: string): void => {
    if (existsSync(path)) files.push({ name, path });
  };
  for (const name of [...ENTITY_FILES, 'aliases', 'centres']) take(`${name}.csv`, join(folder, `${name}.csv`));
  if (files[0]?.name !== 'groups.csv') {
    throw new GazetteerError(`groups.csv is missing in ${folder}; put the file back or name another folder with --gazetteers.`);
  }
  const words = join(folder, 'words');
  if (existsSync(words))
    for (const name of readdirSync(words)
      .filter((n) => n.endsWith('.csv'))
      .sort())
      take(`words/${name}`, join(words, name));
  take('weights/names.csv', join(folder, 'weights', 'names.csv'));
  for (const name of ['world.tsv', 'english.tsv', ...COMPILER]) take(name, join(PROGRAM, name));
  return files;
}

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
  const { readCsv } = await import('./csv-parse.js');
  const paths = new Map(files.map(({ name, path }) => [name, path]));
  const rows = (name: string): Row[] => {
    const path = paths.get(name);
    if (path === undefined) return [];
    try {
      return withColumns(name, readCsv(name, readFileSync(path, 'utf8')));
    } catch (error) {
      if (!complain || !(error instanceof GazetteerError)) throw error;
      complain(error);
      return [];
    }
  };
  const words = new Map<string, Row[]>();
  for (const name of paths.keys()) if (name.startsWith('words/')) words.set(name.slice(6, -4), rows(name));
  return {
    entities: ENTITY_FILES.flatMap((name) => rows(`${name}.csv`)),
    aliases: rows('aliases.csv'),
    centres: rows('centres.csv'),
    words,
    weights: rows('weights/names.csv'),
    world: readTsv(paths.get('world.tsv')),
    english: readTsv(paths.get('english.tsv')),
    version,
  };
}

function withColumns(name: string, rows: Row[]): Row[] {
  const needed = NEEDED_COLUMNS[name] ?? (name.startsWith('words/') ? ['phrase'] : []);
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
