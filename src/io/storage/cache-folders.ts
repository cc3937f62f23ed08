import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

// The cache folder holds a folder for each set of inputs that was ever run over, with its packs and a note that says what it is.

/** What the cache keeps of one set of inputs. */
export interface CacheEntry {
  readonly folder: string;
  /** The files and folders that the run was given, as absolute paths. */
  readonly paths: readonly string[];
  readonly bytes: number;
  /** When a run last used it, in milliseconds of the system's clock. */
  readonly used: number;
}

const NOTE = 'inputs.json';
const PACK = '.pack';

/** The user's folder for caches as the system has it, else one of the user's own among the temporary files. */
export function usualCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'sitrep');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'sitrep', 'cache');
  const home = homedir();
  if (home && home !== '/') return process.platform === 'darwin' ? join(home, 'Library', 'Caches', 'sitrep') : join(home, '.cache', 'sitrep');
  return join(tmpdir(), `sitrep-${userInfo().uid}`);
}

/** The folder for these inputs, made and marked as used now; its packs, the oldest first. */
export function cacheFolderFor(cache: string, paths: readonly string[]): { readonly folder: string; readonly packs: readonly string[] } {
  const inputs = [...new Set(paths.map((path) => resolve(path)))].sort();
  const name = createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 16);
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const note = join(folder, NOTE);
  writeFileSync(`${note}.${process.pid}`, `${JSON.stringify({ tool: 'sitrep', paths: inputs })}\n`, { mode: 0o600 });
  renameSync(`${note}.${process.pid}`, note);
  return { folder, packs: packsOf(folder) };
}

/** Everything in the cache, the most recently used first. */
export function cacheEntries(cache: string): readonly CacheEntry[] {
  return namesIn(cache)
    .flatMap((name) => entryOf(join(cache, name)) ?? [])
    .sort((a, b) => b.used - a.used || (a.folder < b.folder ? -1 : 1));
}

/** Deletes entries, the longest unused first, until the others have no more than `most` bytes; the most recent one stays. */
export function shrinkCache(cache: string, most: number): void {
  let bytes = 0;
  cacheEntries(cache).forEach((entry, i) => {
    bytes += entry.bytes;
    if (i > 0 && bytes > most) clearEntry(entry);
  });
}

export const clearEntry = ({ folder }: CacheEntry): void => rmSync(folder, { recursive: true, force: true });

/** Null for a folder that is none of ours. */
function entryOf(folder: string): CacheEntry | null {
  try {
    const { tool, paths } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as { tool: unknown; paths: readonly string[] };
    if (tool !== 'sitrep') return null;
    const bytes = packsOf(folder).reduce((sum, pack) => sum + (statSync(pack, { throwIfNoEntry: false })?.size ?? 0), 0);
    return { folder, paths, bytes, used: statSync(join(folder, NOTE)).mtimeMs };
  } catch {
    return null;
  }
}

const packsOf = (folder: string): readonly string[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(PACK))
    .map((name) => join(folder, name));

/** A name for a pack that no other process and no earlier run gives, sorting behind those of earlier runs. */
export const newPack = (folder: string): string =>
  join(folder, `${Date.now().toString(36).padStart(9, '0')}-${process.pid}-${(packs++).toString(36)}${PACK}`);

let packs = 0;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
