#!/usr/bin/env node
// What is left of a run when the analysis is taken away: node tests/bench/collating.mjs DIST ARTICLES. Readings of the bundled articles are
// made once and come again and again with ids of their own, so that tables of any size are put together in a short time. Prints what it took.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articlesOf, sourceOf } from './articles.mjs';

const dist = resolve(process.argv[2]);
const count = Number(process.argv[3]);
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const [{ analyseArticle }, { openDesk }, { collateAll, openOverriding }, io, { OUTPUT_NAMES }, { spareMemory }] = await Promise.all(
  ['batch/analyse.js', 'batch/desk.js', 'collate/index.js', 'io/index.js', 'write/index.js', 'cli/spare-memory.js'].map(load),
);
const ID = 'D0D';
const knowledge = await io.loadKnowledge();
const texts = articlesOf(120e3).list.map(String);
const readings = texts.map((text) => JSON.stringify(analyseArticle({ source: { ...sourceOf(text, 0), id: ID }, problems: [] }, knowledge, false)));
spareMemory();

/** Whoever no gazetteer lists is somebody of its own in each article, and no article is a copy. */
function reading(n) {
  const own = readings[n % readings.length].replaceAll(ID, `a${String(n).padStart(9, '0')}`).replace(/:~([a-z0-9-]+)/g, `:~$1-${n.toString(36)}`);
  const one = JSON.parse(own);
  const minima = one.fingerprint.minima.map((hash) => Math.imul(hash ^ n, 0x9e3779b1) >>> 0);
  return { ...one, fingerprint: { ...one.fingerprint, whole: n, minima } };
}

const scratch = mkdtempSync(join(tmpdir(), 'sitrep-collating-'));
const output = io.openOutput(join(scratch, 'out'), OUTPUT_NAMES);
const desk = await openDesk(output, ['csv'], { excel: false });
const collating = collateAll(
  { count, head: reading, reading },
  [],
  knowledge,
  ['sentence', 'paragraph'],
  io.overflowInto(output.scratch),
  openOverriding([], knowledge),
);
let next = collating.next();
for (; !next.done; next = collating.next()) for (const table of ['mentions', 'claims', 'dates']) desk.put(table, next.value[table]);
for (const [table, rows] of Object.entries(next.value)) {
  let some = [];
  for (const row of rows)
    if (some.push(row) === 5000) {
      desk.put(table, some);
      some = [];
    }
  desk.put(table, some);
}
await desk.close([]);
output.discard();
rmSync(scratch, { recursive: true });
const bytes = texts.reduce((sum, text) => sum + text.length, 0) * (count / texts.length);
const { maxRSS, userCPUTime } = process.resourceUsage();
process.stdout.write(`${JSON.stringify({ megabytes: bytes / 1e6, articles: count, memory: maxRSS / 1024, seconds: userCPUTime / 1e6 })}\n`);
