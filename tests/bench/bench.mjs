#!/usr/bin/env node
// How fast sitrep is, beside others on the same text in the same run: npm run bench [-- --write] [--rounds 5] [--megabytes 4] [--dist FOLDER]
// Rounds alternate between all contestants, so that what else the machine does falls on all alike. Ratios are taken inside a round.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { articlesOf } from './articles.mjs';
import { contestantsOf } from './contestants.mjs';
import { median, spread, table } from './numbers.mjs';
import { programOf } from './program.mjs';
import { startsOf } from './start.mjs';

const root = join(import.meta.dirname, '../..');
const option = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const dist = resolve(option('--dist', join(root, 'dist')));
const rounds = Number(option('--rounds', 5));
const WHOLE = 'sitrep, analysis alone';
const WINK = 'wink-nlp, all pipes';

const program = await programOf(dist);
const knowledge = await program.loadKnowledge();
const text = articlesOf(Number(option('--megabytes', 4)) * 1e6);
const { contestants, close } = contestantsOf(text, program, knowledge);

/** Name → MB/s in each round. */
const speeds = new Map(contestants.map(({ name }) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const { name, size, work } of contestants) {
    const began = performance.now();
    await work();
    // The first round only warms up.
    if (round > 0) speeds.get(name).push(size / 1000 / (performance.now() - began));
  }
  process.stderr.write(`round ${round} of ${rounds}\n`);
}
close();
const starts = startsOf(dist, 7);

const ratios = (a, b) => speeds.get(a).map((speed, i) => speed / speeds.get(b)[i]);
const digits = (speed) => (speed < 0.1 ? 4 : speed < 10 ? 2 : 1);
const rows = contestants.map(({ name }) => [name, spread(speeds.get(name), digits(median(speeds.get(name)))), spread(ratios(WHOLE, name))]);
const speedTable = table(['what', 'MB/s', 'sitrep’s analysis is so many times as fast'], rows);
const report = `# Speed

Written by \`npm run bench -- --write\`; do not edit. ${(text.size / 1e6).toFixed(1)} MB of articles (the bundled corpus, repeated), one thread,
${rounds} alternating rounds: median (lowest–highest). Slow peers get a share of the text. Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}.

${speedTable}
Start: \`sitrep explain "…"\` takes ${spread(starts.cpu, 0)} ms of processor time beyond an empty Node process, ${spread(starts.wall, 0)} ms on the clock.
`;
process.stdout.write(report);

if (process.argv.includes('--write')) {
  writeFileSync(join(import.meta.dirname, 'RESULT.md'), report);
  const history = join(import.meta.dirname, 'history.csv');
  if (!existsSync(history)) writeFileSync(history, 'date,node,processor,whole_mb_s,analysis_mb_s,scan_mb_s,times_wink,start_cpu_ms\n');
  const figures = [speeds.get('sitrep, files in, tables out'), speeds.get(WHOLE), speeds.get('scan'), ratios(WHOLE, WINK), starts.cpu];
  const facts = [new Date().toISOString().slice(0, 10), process.versions.node, `"${cpus()[0]?.model ?? ''}"`];
  appendFileSync(history, `${[...facts, ...figures.map((list) => median(list).toFixed(2))].join(',')}\n`);
  const readme = join(root, 'README.md');
  const block = /(<!-- speed: begin[^>]*-->\n)[\s\S]*?(<!-- speed: end -->)/;
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(block, (_, begin, end) => begin + speedTable + end),
  );
}
