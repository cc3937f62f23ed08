import { existsSync, lstatSync, opendirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { inMemory, type Sorter } from '../collate/index.js';
import type { Problem } from '../model/index.js';
import type { Located } from './armful.js';
import { fits, isPattern, patternParts } from './glob.js';
import { problem } from './problems.js';
import { kindOf, unreadFormat, type Kind } from './readers/kinds.js';

/** A file that may hold articles. */
export interface InputFile extends Located {
  readonly bytes: number;
  readonly kind: Kind;
}

export interface Listing {
  /** In the order of their paths; may be gone through again. */
  readonly files: Iterable<InputFile>;
  readonly count: number;
  /** Of all files together. */
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

/** Files that are held in memory (some 15 MB). */
const MOST = 20_000;

/** The name of standard input among the paths, and what its article is called. */
const STDIN = '-';
/** Files beside articles that describe and correct them, and are none. */
export const BESIDE: ReadonlySet<string> = new Set(['articles.csv', 'overrides.csv']);
/** Every folder of results holds both. */
const RESULTS = ['datapackage.json', 'run.json'];

/**
 * Every file of a format that is read under the paths, in the order of their names, whatever the order the file system gives; a file named
 * itself is taken for text when its ending is unknown, `-` is standard input, and a path that is no file may be a pattern. Each
 * folder is read once, so links cannot loop; folders of results are no articles. `sorter` says what becomes of a list that outgrows memory.
 */
export function listArticles(paths: readonly string[], sorter: Sorter = inMemory): Listing {
  const files = sorter<InputFile>((a, b) => order(a.path, b.path), MOST);
  let [count, bytes] = [0, 0];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const path of [...paths].sort()) {
    if (path === STDIN) {
      take({ file: STDIN, path: 'stdin', bytes: 0, kind: 'stdin', root: STDIN, named: true });
      continue;
    }
    const stats = statOf(path);
    if (stats === null && isPattern(path)) match(path);
    else if (stats === null) problems.push(problem('no-such-path', { path }, path));
    else if (stats instanceof Error) problems.push(problem('unreadable-file', { path }, path, reason(stats)));
    else if (stats.isDirectory()) walk(path, path, '', [], null);
    else takeFile(path, path, basename(path), stats, true);
  }
  return { files: files.rows(), count, bytes, problems };

  function take(file: InputFile): void {
    files.add(file);
    count++;
    bytes += file.bytes;
  }

  function match(path: string): void {
    const { folder, names } = patternParts(path);
    const before = count + problems.length;
    if (statOf(folder) !== null) walk(folder, folder, '', [], names);
    if (count + problems.length === before) problems.push(problem('no-such-path', { path }, path));
  }

  function walk(root: string, folder: string, prefix: string, above: readonly string[], pattern: readonly string[] | null): void {
    const shown = prefix || folder;
    let real: string;
    // The order in which folders are walked tells which of two links to one is left out; files are sorted at the end.
    const links: string[] = [];
    try {
      real = realpathSync(folder);
      if (RESULTS.every((result) => existsSync(join(folder, result)))) return;
      const before = seen.get(real);
      if (above.includes(real)) return void problems.push(problem('symlink-loop', { path: shown }, `The folder ${shown}`));
      if (before !== undefined) return void problems.push(problem('folder-twice', { path: shown }, `The folder ${shown}`, before));
      seen.set(real, shown);
      const entries = opendirSync(folder);
      try {
        for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
          if (entry.name.startsWith('.')) continue;
          if (entry.isFile()) visit(root, join(folder, entry.name), inside(entry.name), [], pattern);
          else links.push(entry.name);
        }
      } finally {
        entries.closeSync();
      }
    } catch (error) {
      problems.push(problem('unreadable-file', { path: shown }, `The folder ${shown}`, reason(error)));
      return;
    }
    for (const name of links.sort(order)) {
      const file = join(folder, name);
      if (isLink(file) && leadsOut(file, above[0] ?? real)) problems.push(problem('link-outside', { path: inside(name) }, inside(name)));
      else visit(root, file, inside(name), [...above, real], pattern);
    }

    function inside(name: string): string {
      return prefix === '' ? name : `${prefix}/${name}`;
    }
  }

  function visit(root: string, file: string, path: string, above: readonly string[], pattern: readonly string[] | null): void {
    const wanted = (begin: boolean): boolean => pattern === null || fits(path.split('/'), pattern, begin);
    if (!wanted(true) && !wanted(false)) return;
    const stats = statOf(file);
    if (stats === null) problems.push(problem('unreadable-file', { path }, path, 'it is a link to nothing'));
    else if (stats instanceof Error) problems.push(problem('unreadable-file', { path }, path, reason(stats)));
    else if (stats.isDirectory()) walk(root, file, path, above, wanted(false) ? null : pattern);
    else if (wanted(false)) takeFile(root, file, path, stats, false);
  }

  function takeFile(root: string, file: string, path: string, stats: Stats, named: boolean): void {
    const unread = unreadFormat(path);
    const kind = kindOf(path) ?? (named && unread === null ? 'text' : null);
    if (!named && BESIDE.has(basename(path).toLowerCase())) return;
    if (kind !== null && !stats.isFile()) problems.push(problem('not-a-file', { path }, path));
    else if (kind !== null) take({ file, path, bytes: stats.size, kind, root, named });
    else if (unread !== null) problems.push(problem('unsupported-format', { path }, path, unread.ending, unread.instead));
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    // What is gone by now is told as such.
    return false;
  }
}

/** Whether a link leads to something outside of the input folder: whoever may put a link there could have any file of the machine read. */
function leadsOut(link: string, inputs: string): boolean {
  try {
    const real = realpathSync(link);
    return real !== inputs && !real.startsWith(inputs.endsWith(sep) ? inputs : inputs + sep);
  } catch {
    // A link to nothing or in a circle is told as such.
    return false;
  }
}

/** Facts of a file or what a link points to; null when there is nothing, the error when it cannot be told. */
function statOf(path: string): Stats | null | Error {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    return error as Error;
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An error of the system in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    ELOOP: 'its links go in a circle',
    ENOENT: 'it is gone',
    EMFILE: 'too many open files',
    EIO: 'the disk gave an error',
    EEXIST: 'a file is in its way',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of the path is a file',
    EISDIR: 'it is a folder',
    Z_BUF_ERROR: 'its compressed data end too early',
    Z_DATA_ERROR: 'its compressed data are damaged',
    ENAMETOOLONG: 'the name is too long',
  };
  return (code && words[code]) || code || message;
}
