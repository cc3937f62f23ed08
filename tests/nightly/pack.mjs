// Packs the program as npm would publish it, installs the tarball into an empty folder and works there with it. Needs a build, and
// the registry for the packages that sitrep uses; where it cannot be reached, says so and ends well.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'sitrep-pack-'));
const call = (cwd, command, ...words) =>
  spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache') },
    shell: process.platform === 'win32',
  });

try {
  const packed = call(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', scratch);
  assert.equal(packed.status, 0, packed.stderr);
  const [{ filename, files }] = JSON.parse(packed.stdout);
  const folders = new Set(files.map(({ path }) => path.split('/')[0]));
  assert.deepEqual([...folders].sort(), ['README.md', 'corpus', 'dist', 'gazetteers', 'package.json']);

  const home = join(scratch, 'empty');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const installed = call(home, 'npm', 'install', '--no-audit', '--no-fund', join(scratch, filename));
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/.test(installed.stderr) && installed.status !== 0) {
    console.log('pack: left out, the registry cannot be reached.');
  } else {
    assert.equal(installed.status, 0, installed.stderr);
    // What is built lies in the tarball: an installation builds nothing and compiles nothing.
    const explained = call(home, 'npx', 'sitrep', 'explain', 'At least 12 soldiers were killed in Herat.');
    assert.match(explained.stdout, /At least 12 soldiers {2}number/);
    assert.doesNotMatch(explained.stderr, /compiling/);
    const run = call(home, 'npx', 'sitrep', 'run');
    assert.equal(run.status, 0, run.stderr);
    assert.ok(existsSync(join(home, 'output', 'claims.csv')));
    assert.ok(JSON.parse(readFileSync(join(home, 'output', 'run.json'), 'utf8')).rows.documents > 40);
    console.log('pack: npx sitrep works from the tarball.');
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
