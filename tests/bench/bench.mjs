#!/usr/bin/env node
// How fast sitrep is, beside others on the same text in the same run: npm run bench [-- --write] [--rounds 5] [--dist FOLDER]
// Rounds alternate between all contestants, so that what else the machine does falls on all alike; the median counts.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const root = join(import.meta.dirname, '../..');
const option = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const dist = resolve(option('--dist', join(root, 'dist')));
const rounds = Number(option('--rounds', 5));
const ENOUGH = 4_000_000;

const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { loadKnowledge } = await load('io/gazetteers.js');
const { analyze } = await load('pipeline.js');
const { scan } = await load('text/index.js');
const { clean } = await load('stages/1-clean/clean.js');
const { segment } = await load('stages/2-segment/segment.js');
const { tag } = await load('stages/3-tag/tag.js');
const { resolve: resolveNames } = await load('stages/4-resolve/resolve.js');
const { relate } = await load('stages/5-relate/relate.js');
const knowledge = await loadKnowledge();

const folder = join(root, 'corpus/articles');
const articles = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name)));
const bytes = [];
let size = 0;
while (size < ENOUGH) for (const article of articles) size += bytes[bytes.push(article) - 1].length;
const decoder = new TextDecoder('utf-8');
const sources = bytes.map((b, i) => ({
  id: `a${i}`,
  text: decoder.decode(b),
  title: null,
  published: '2024-05-14',
  url: null,
  path: null,
  sha256: null,
}));
const wink = winkNLP(model, ['sbd', 'negation', 'sentiment', 'ner', 'pos', 'cer']);

// Each stage works on what the stage before left in the same round.
let cleaned = [];
let segmented = [];
let tagged = [];
let resolved = [];
let kept = 0;
const contestants = {
  'sitrep, end to end': () =>
    sources.forEach((source) => {
      kept += analyze(source, knowledge).mentions.length;
    }),
  '1-clean': () => {
    cleaned = sources.map((source) => clean(source, knowledge));
  },
  '2-segment': () => {
    segmented = cleaned.map((document) => segment(document, knowledge));
  },
  '3-tag': () => {
    tagged = segmented.map((document) => tag(document, knowledge));
  },
  '4-resolve': () => {
    resolved = tagged.map((document) => resolveNames(document, knowledge));
  },
  '5-relate': () =>
    resolved.forEach((document) => {
      kept += relate(document, knowledge).claims.length;
    }),
  'UTF-8 decoding alone': () =>
    bytes.forEach((b) => {
      kept += decoder.decode(b).length;
    }),
  'scanner alone': () =>
    sources.forEach(({ text }) => {
      kept += scan(text, knowledge.vocabulary).count;
    }),
  'wink-nlp, all pipes': () =>
    sources.forEach(({ text }) => {
      kept += wink.readDoc(text).tokens().length();
    }),
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, work] of Object.entries(contestants)) {
    const began = performance.now();
    work();
    // The first round only warms up.
    if (round > 0) times[name].push((performance.now() - began) / 1000);
  }
  process.stderr.write(`round ${round} of ${rounds}\n`);
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const speed = (name) => size / 1e6 / median(times[name]);
const wall = (args) => {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - began;
};
const starts = { empty: [], explain: [] };
const SENTENCE = 'At least 12 people were killed near Gao on Tuesday, the Malian army said.';
for (let round = 0; round < 9; round++) {
  starts.empty.push(wall(['-e', '']));
  starts.explain.push(wall([join(dist, 'cli/main.js'), 'explain', SENTENCE]));
}

const rows = Object.keys(contestants).map((name) => [
  name,
  speed(name).toFixed(1),
  (median(times[name]) * 1000).toFixed(0),
  (speed(name) / speed('wink-nlp, all pipes')).toFixed(2),
]);
const table = [['what', 'MB/s', 'ms', '× wink-nlp'], ['---', '---:', '---:', '---:'], ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
const report = `# Speed

Written by \`npm run bench -- --write\`; do not edit. ${(size / 1e6).toFixed(1)} MB of articles (the bundled corpus, repeated), one thread, median of ${rounds} alternating
rounds. Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}.

${table}
Start-up: \`sitrep explain "…"\` takes ${median(starts.explain).toFixed(0)} ms from start to end, an empty \`node -e ""\` ${median(starts.empty).toFixed(0)} ms (median of ${starts.empty.length}).
`;
process.stdout.write(report);
if (process.argv.includes('--write')) {
  writeFileSync(join(import.meta.dirname, 'RESULT.md'), report);
  const readme = join(root, 'README.md');
  const text = readFileSync(readme, 'utf8');
  const block = /(<!-- speed: begin[^>]*-->\n)[\s\S]*?(<!-- speed: end -->)/;
  if (block.test(text))
    writeFileSync(
      readme,
      text.replace(block, (_, begin, end) => begin + table + end),
    );
}
if (kept === 0) throw new Error('nothing was found: the benchmark measured nothing');
