import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { PROGRAM } from '../../src/io/program.js';

/** The built program. */
export const MAIN = join(PROGRAM, 'cli', 'main.js');

/** No test finds what another has left in a cache, and none leaves anything in the user's. */
export const CACHE = mkdtempSync(join(tmpdir(), 'sitrep-cache-'));
process.env['XDG_CACHE_HOME'] = CACHE;
afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

/** Calls the built program as a shell would. */
export function sitrep(words: readonly string[], input: string | Buffer = '', env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [MAIN, ...words], { input, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
}

/** A folder of its own for the tests of one file, gone afterwards. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder; names may hold slashes. */
export function fill(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
