#!/usr/bin/env node
// Fifty runs killed at random moments: npm run nightly. After each, the output folder must hold the earlier output whole or the new one
// whole; after all, a run succeeds and has every article. The seed is printed; SEED=… repeats a night.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 50;
const ARTICLES = 400;
const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'sitrep-kill-'));
const [news, out, cache] = ['news', 'out', 'cache'].map((name) => join(folder, name));
let seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`SEED=${seed}\n`);
const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;

mkdirSync(news);
const line = (n, i) => `The Taliban said on Tuesday that ${n + i} soldiers were killed in Kunar, and Qari Zakir sent ${i + 3} trucks to Kabul.`;
for (let n = 0; n < ARTICLES; n++) writeFileSync(join(news, `a${n}.txt`), Array.from({ length: 8 }, (_, i) => line(n, i)).join('\n\n'));

const words = (more) => [main, 'run', news, '-q', '--out', out, ...more];
const ways = [['--cache', cache], ['--no-cache'], ['--cache', cache, '--jobs', '2'], ['--no-cache', '--jobs', '2']];
const began = performance.now();
if (spawnSync(process.execPath, words(['--no-cache'])).status !== 0) fail('the first run');
const duration = performance.now() - began;

for (let round = 1; round <= ROUNDS; round++) {
  const child = spawn(process.execPath, words(ways[round % ways.length]), { stdio: 'ignore' });
  setTimeout(() => child.kill('SIGKILL'), random() * duration * 1.1);
  const signal = await new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)));
  if (existsSync(out)) whole(`round ${round}`);
  else if (!readdirSync(folder).some((name) => /^\.out\.\d+\.previous$/.test(name))) fail(`round ${round}: no output at all`);
  process.stdout.write(signal === null ? 'o' : '.');
}
if (spawnSync(process.execPath, words(['--cache', cache])).status !== 0) fail('the last run');
whole('the last run');
const rest = readdirSync(folder).filter((name) => name.startsWith('.out.'));
if (rest.length > 0) fail(`left behind: ${rest}`);
process.stdout.write(`\n${ROUNDS} runs killed, nothing lost\n`);
rmSync(folder, { recursive: true });

/** Every file is what run.json says, and every article is there. */
function whole(when) {
  const { files, rows } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  for (const { path, sha256 } of files) {
    const found = createHash('sha256')
      .update(readFileSync(join(out, path)))
      .digest('hex');
    if (found !== sha256) fail(`${when}: ${path} is a mixture`);
  }
  if (rows.documents !== ARTICLES) fail(`${when}: ${rows.documents} articles`);
}

function fail(what) {
  process.stdout.write(`\nFailed: ${what}; see ${folder}\n`);
  process.exit(1);
}
