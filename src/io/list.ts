import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Problem } from '../model/index.js';
import { problem } from './problems.js';

/** A file that may hold articles. */
export interface InputFile {
  /** Where it is. */
  readonly file: string;
  /** Relative to the input folder, with forward slashes; the bare name of a file that was named itself. */
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'text' | 'ndjson';
  /** Folder in which articles.csv describes it, and its path from there. */
  readonly root: string;
}

export interface Listing {
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
}

/** Endings of documents that people take for articles and that are not read; anything else beside articles is passed over in silence. */
const UNREAD = new Set(['.pdf', '.doc', '.docx', '.odt', '.rtf', '.html', '.htm', '.eml', '.msg', '.epub', '.xls', '.xlsx']);
const NDJSON = new Set(['.ndjson', '.jsonl']);

/**
 * Every article file under the paths: .txt and .ndjson in folders and their folders, in the order of their names, whatever the
 * order the file system gives; a file named itself is taken whatever its ending. Each folder is read once, so links cannot loop.
 */
export function listArticles(paths: readonly string[]): Listing {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const path of [...paths].sort()) {
    const stats = statOf(path);
    if (stats === null) problems.push(problem('no-such-path', { path }, path));
    else if (stats instanceof Error) problems.push(problem('unreadable-file', { path }, path, reason(stats)));
    else if (stats.isDirectory()) walk(path, path, '', []);
    else takeFile(path, path, basename(path), stats, true);
  }
  return { files: files.sort((a, b) => order(a.path, b.path)), problems };

  function walk(root: string, folder: string, prefix: string, above: readonly string[]): void {
    let real: string;
    let names: string[];
    try {
      real = realpathSync(folder);
      names = readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch (error) {
      problems.push(problem('unreadable-file', { path: prefix || folder }, `The folder ${prefix || folder}`, reason(error)));
      return;
    }
    const shown = prefix || folder;
    const before = seen.get(real);
    if (above.includes(real)) problems.push(problem('symlink-loop', { path: shown }, `The folder ${shown}`));
    else if (before !== undefined) problems.push(problem('folder-twice', { path: shown }, `The folder ${shown}`, before));
    else {
      seen.set(real, shown);
      for (const name of names) visit(root, join(folder, name), prefix === '' ? name : `${prefix}/${name}`, [...above, real]);
    }
  }

  function visit(root: string, file: string, path: string, above: readonly string[]): void {
    const stats = statOf(file);
    if (stats === null) problems.push(problem('unreadable-file', { path }, path, 'it is a link to nothing'));
    else if (stats instanceof Error) problems.push(problem('unreadable-file', { path }, path, reason(stats)));
    else if (stats.isDirectory()) walk(root, file, path, above);
    else takeFile(root, file, path, stats, false);
  }

  function takeFile(root: string, file: string, path: string, stats: Stats, named: boolean): void {
    const ending = extname(path).toLowerCase();
    const kind = NDJSON.has(ending) ? 'ndjson' : ending === '.txt' || (named && !UNREAD.has(ending)) ? 'text' : null;
    if (kind !== null && !stats.isFile()) problems.push(problem('not-a-file', { path }, path));
    else if (kind !== null) files.push({ file, path, bytes: stats.size, kind, root });
    else if (UNREAD.has(ending)) problems.push(problem('unsupported-format', { path }, path, ending));
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
    ENAMETOOLONG: 'the name is too long',
  };
  return (code && words[code]) || code || message;
}
