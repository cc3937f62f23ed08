#!/usr/bin/env node
// Measures and, with --write (npm run accept), rewrites baseline.csv, floors.csv, development.csv, REPORT.md and the accuracy block of
// README.md. Floors only rise. Without --write it only says which floors are missed. Needs a build.
//   --write         rewrite the committed files
//   --development   measure the development sets too (on by itself with --write when ../shared is there)
//   --json FILE     write {passed, failed, missed} for .ci/run
//   --dist FOLDER   another build than dist
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BLOCK, corpusValues, csv, developmentValues, missed, raiseFloors, readCsv, readmeBlock, reportText } from './figures.mjs';

const root = join(import.meta.dirname, '../..');
const here = (name) => join(import.meta.dirname, name);
const scorer = join(root, '../shared/score/score.mjs');
const write = process.argv.includes('--write');
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const dist = resolve(option('--dist') ?? join(root, 'dist'));
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { baselineOf, evaluate, f1, precision, recall } = await load('evaluate/index.js');
const { loadKnowledge } = await load('io/gazetteers/gazetteers.js');
const { readGoldArticles, writeBaseline } = await load('io/gold.js');
const { analyze } = await load('pipeline.js');
const { TEMPLATES } = await load('stages/3-tag/names/evidence/templates.js');
const { NAME_RULES } = await load('stages/3-tag/names/rules.js');
const { PLACE_RULES } = await load('stages/4-resolve/places/points.js');
const read = (file, fallback) => (existsSync(file) ? readCsv(readFileSync(file, 'utf8')) : fallback);

const knowledge = await loadKnowledge();
const { articles, problems } = await readGoldArticles([join(root, 'corpus')]);
for (const { message } of problems) console.error(message);
const evaluation = evaluate(
  articles.map(({ gold }) => gold),
  articles.map(({ source }) => analyze(source, knowledge)),
);

let development = read(here('development.csv'), []);
const measured = existsSync(scorer) && (write || process.argv.includes('--development'));
if (measured) development = developmentValues(score());
const values = [...corpusValues(evaluation.measures, f1), ...(measured ? development : [])];
const floors = read(here('floors.csv'), []).filter(({ set }) => set === 'corpus' || measured);
const short = missed(floors, values);

if (write) {
  writeBaseline(here('baseline.csv'), baselineOf(evaluation.items));
  writeFileSync(here('development.csv'), csv(['set', 'measure', 'value'], development));
  writeFileSync(here('floors.csv'), csv(['set', 'measure', 'floor'], raiseFloors(read(here('floors.csv'), []), values)));
  writeFileSync(here('REPORT.md'), reportText(evaluation, { precision, recall, f1 }, development));
  const readme = join(root, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  if (BLOCK.test(text))
    writeFileSync(
      readme,
      text.replace(BLOCK, (_, begin, end) => begin + readmeBlock(evaluation, { f1 }, development) + end),
    );
  else console.error('README.md has no lines <!-- accuracy: begin --> and <!-- accuracy: end -->: its accuracy block was not written.');
}
if (write) {
  const table = existsSync(here('ABLATION.md')) ? readFileSync(here('ABLATION.md'), 'utf8') : '';
  const listed = [...table.matchAll(/^\| `([^`]+)` /gm)].map(([, name]) => name);
  const there = [...[...NAME_RULES.flat(), ...PLACE_RULES].map(({ id }) => id), ...TEMPLATES];
  const apart = [...there.filter((id) => !listed.includes(id)), ...listed.filter((id) => !there.includes(id))];
  if (apart.length > 0) console.error(`ABLATION.md is not in step (${apart.join(', ')}): npm run ablation -- --write makes it anew.`);
}
for (const line of short) console.error(`below its floor: ${line}`);
console.log(`${floors.length - short.length} floors held, ${short.length} missed${measured ? '' : ' (development sets not measured)'}`);
if (option('--json'))
  writeFileSync(option('--json'), JSON.stringify({ passed: floors.length - short.length, failed: short.length + problems.length, missed: short }));
process.exitCode = short.length + problems.length > 0 ? 1 : 0;

/** All numbers of the development sets. */
function score() {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-score-'));
  try {
    const file = join(folder, 'score.json');
    const { status, error } = spawnSync(
      process.execPath,
      // By its real path: the scorer does nothing when it is called through a link.
      [realpathSync(scorer), '--cmd', `"${process.execPath}" "${join(dist, 'cli/main.js')}" tag`, '--json', file],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0 || !existsSync(file)) throw error ?? new Error('the scorer of the development sets failed: run it by itself to see why');
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
