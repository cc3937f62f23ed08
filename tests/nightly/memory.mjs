#!/usr/bin/env node
// A run over articles whose persons, groups and numbers are all their own, in a heap that holds none of the tables: npm run nightly.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameOf } from '../bench/varied.mjs';

const ARTICLES = 2500;
/** Megabytes of long-lived objects. */
const HEAP = 112;
const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'sitrep-heap-'));
const [news, out] = ['news.ndjson', 'out'].map((name) => join(folder, name));

const line = (n, i) =>
  `${nameOf(n * 16 + i)} ${nameOf(n * 16 + i + 7)}, a commander of Jaish ${nameOf(n * 31 + i)}, said on Tuesday that ${n * 7 + i + 3} fighters were killed near Kabul and ${n + i * 3 + 5} trucks were seized in Kunar.`;
const article = (n) => JSON.stringify({ id: `a${n}`, text: Array.from({ length: 6 }, (_, i) => line(n, i)).join('\n\n') });
writeFileSync(news, Array.from({ length: ARTICLES }, (_, n) => `${article(n)}\n`).join(''));
// Gazetteers that changed are compiled before, which takes more.
spawnSync(process.execPath, [main, 'explain', 'Kabul']);
const words = [`--max-old-space-size=${HEAP}`, main, 'run', news, '-q', '--no-cache', '--jobs', '1', '--format', 'csv', '--out', out];
const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
assert.equal(status, 0, stderr);
const { rows } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
assert.equal(rows.documents, ARTICLES);
assert.ok(rows.entities > 5 * ARTICLES && rows.ledger > 5 * ARTICLES, JSON.stringify(rows));
process.stdout.write(`${rows.entities} entities and ${rows.ledger} claims compared in a heap of ${HEAP} MB\n`);
rmSync(folder, { recursive: true });
