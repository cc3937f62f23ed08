import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { GazetteerError } from '../../knowledge/index.js';
import { GAZETTEERS, PROGRAM } from '../program.js';

/** A file that the compiled knowledge is made from, under the name that messages give it. */
export interface GazetteerFile {
  readonly name: string;
  readonly path: string;
  /** The table it is, or adds rows to: `groups.csv`. */
  readonly table: string;
}

/** Whether a file does not belong to the program's own gazetteers. */
export function isOwn({ path }: GazetteerFile): boolean {
  const absolute = isAbsolute(path) ? path : resolve(path);
  return !absolute.startsWith(GAZETTEERS) && !absolute.startsWith(PROGRAM);
}

/** Tables of entities, in the order of their rows. */
export const ENTITY_FILES = ['groups', 'people', 'places', 'units'] as const;
/** Code whose change makes compiled knowledge out of date as a changed row does: these files, and all of these rooms. */
const COMPILER = ['knowledge/binary.js', 'knowledge/lexicon.js', 'knowledge/weights.js'] as const;
const COMPILER_ROOMS = ['knowledge/compile', 'text/tokens'] as const;

/**
 * Every file of a gazetteer folder that counts, in a fixed order. A folder without weights is a layer: its tables, as far as they
 * hold rows, come behind those of the program. A folder that has neither is a GazetteerError.
 */
export function gazetteerFiles(folder: string): readonly GazetteerFile[] {
  if (existsSync(join(folder, WEIGHTS))) return [...tablesOf(folder), ...file(WEIGHTS, join(folder, WEIGHTS)), ...builtFiles()];
  const own = tablesOf(folder);
  if (resolve(folder) === resolve(GAZETTEERS)) throw new GazetteerError(`${WEIGHTS} is missing in ${folder}; install sitrep anew.`);
  if (own.length === 0) throw new GazetteerError(whyNone(folder));
  const layer = own.filter(({ path }) => holdsRows(path)).map(({ table, path }) => ({ table, path, name: `${basename(resolve(folder))}/${table}` }));
  return [...tablesOf(GAZETTEERS), ...layer, ...file(WEIGHTS, join(GAZETTEERS, WEIGHTS)), ...builtFiles()];
}

/** The table that tells the program's gazetteers from a layer of rows. */
export const WEIGHTS = 'weights/names.csv';

function whyNone(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return `There is no folder ${folder}; correct the path behind --gazetteers.`;
  if (!found.isDirectory()) return `${folder} is a file; name the folder that it lies in behind --gazetteers.`;
  return `${folder} holds no table of names (groups.csv, people.csv, places.csv, aliases.csv, words/); put one there, or name another folder with --gazetteers.`;
}

const file = (name: string, path: string): readonly GazetteerFile[] => (existsSync(path) ? [{ name, path, table: name }] : []);

function tablesOf(folder: string): readonly GazetteerFile[] {
  const words = join(folder, 'words');
  const lists = existsSync(words)
    ? readdirSync(words)
        .filter((name) => name.endsWith('.csv'))
        .sort()
    : [];
  const names = [...[...ENTITY_FILES, 'aliases', 'centres', 'offices'].map((name) => `${name}.csv`), ...lists.map((name) => `words/${name}`)];
  return names.flatMap((name) => file(name, join(folder, name)));
}

const builtFiles = (): readonly GazetteerFile[] =>
  ['world.tsv', 'english.tsv', ...COMPILER_ROOMS.flatMap(modulesIn), ...COMPILER].flatMap((name) => file(name, join(PROGRAM, name)));

const modulesIn = (room: string): readonly string[] =>
  readdirSync(join(PROGRAM, room))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => `${room}/${name}`);

/** Whether something stands below the line of column names. */
const holdsRows = (path: string): boolean => /\n[^\n]*\S/.test(readFileSync(path, 'utf8').trimEnd());
