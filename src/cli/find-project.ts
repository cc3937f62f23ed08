import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder whose sitrep.json holds here: this one (`.`), or the nearest above it, as other tools look for theirs; null when there is none.
 * The home folder and what lies above it count only for who stands in them.
 */
export function findProject(from = process.cwd(), home = homedir()): string | null {
  if (existsSync(join(from, 'sitrep.json'))) return from === process.cwd() ? '.' : from;
  const end = resolve(home);
  for (let folder = dirname(from), below = from; folder !== below && below !== end && folder !== end; below = folder, folder = dirname(folder))
    if (existsSync(join(folder, 'sitrep.json'))) return folder;
  return null;
}
