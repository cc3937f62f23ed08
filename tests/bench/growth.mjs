#!/usr/bin/env node
// How cost grows: npm run bench:growth [-- --write] [--megabytes 0.1] [--names 1000000] (some eight minutes)
// Corpora of 1, 10 and 100 times the size, one document of 20 MB, two workers, a million names. Processor time where one thread works,
// so that what else the machine does counts less. With --write: GROWTH.md and growth.svg.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { articlesOf, folderOf, sourceOf } from './articles.mjs';
import { median, spread, table } from './numbers.mjs';
import { programOf } from './program.mjs';
import { nameOf, varied } from './varied.mjs';

const root = join(import.meta.dirname, '../..');
const option = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const dist = resolve(option('--dist', join(root, 'dist')));
const unit = Number(option('--megabytes', 0.1)) * 1e6;
const names = Number(option('--names', 1_000_000));
/** Units of the corpus that two workers share. */
const SHARED = 100;
const program = await programOf(dist);
const scratch = mkdtempSync(join(tmpdir(), 'sitrep-growth-'));
const settings = { formats: ['csv', 'json'], windows: ['sentence', 'paragraph', 'document'], articles: null, gazetteers: null, excel: false };

/** Seconds of processor and wall time that `work` takes. */
async function timed(work) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}

const runOver = (folder, workers) => program.run({ ...settings, paths: [folder], out: join(scratch, 'out'), workers });

const say = (line) => process.stderr.write(`${line}\n`);

/** Articles with names and figures of their own, as files. */
function corpusOf(bytes) {
  const { list, size } = articlesOf(bytes);
  return { folder: folderOf(list.map((article, n) => varied(article.toString('utf8'), n))), size };
}

// 1. Corpora of 1, 10 and 100 units: seconds a megabyte, the smallest measured three times after a warm-up.
const growth = [];
const warm = corpusOf(unit * 10);
await runOver(warm.folder, 1);
rmSync(warm.folder, { recursive: true });
for (const times of [1, 10, 100]) {
  const { folder, size } = corpusOf(unit * times);
  const runs = [];
  for (let round = 0; round < (times === 1 ? 3 : 1); round++) runs.push((await timed(() => runOver(folder, 1))).cpu);
  growth.push({ times, size, seconds: median(runs) });
  rmSync(folder, { recursive: true });
  say(`corpus of ${(size / 1e6).toFixed(1)} MB: ${median(runs).toFixed(1)} s`);
}

// 2. One document of 20 MB beside the same text in small ones.
const knowledge = await program.loadKnowledge();
const { list, size } = articlesOf(20e6);
const texts = list.map((bytes) => bytes.toString('utf8'));
const SHARE = 8;
const few = texts.slice(0, Math.ceil(texts.length / SHARE));
const analyseAll = (known) => few.forEach((text, i) => program.analyze(sourceOf(text, i), known));
analyseAll(knowledge);
const small = await timed(() => analyseAll(knowledge));
const large = await timed(() => program.analyze(sourceOf(texts.join('\n\n'), 0), knowledge));
const largeRatio = large.cpu / (small.cpu * SHARE);
say(`one document of 20 MB: ${largeRatio.toFixed(2)} times as long a megabyte`);

// 3. Two workers beside one thread, alternating: the command by itself, on a corpus large enough to be given workers.
const { folder, size: shared } = corpusOf(unit * SHARED);
const gains = [];
/** Seconds on the clock that the command takes with so many threads. */
function command(jobs) {
  const began = performance.now();
  const words = ['run', folder, '--out', join(scratch, `out${jobs}`), '--format', 'csv', 'json', '--no-cache', '--jobs', String(jobs)];
  execFileSync(process.execPath, [join(dist, 'cli/main.js'), ...words], { stdio: 'ignore' });
  rmSync(join(scratch, `out${jobs}`), { recursive: true });
  return (performance.now() - began) / 1000;
}
for (let round = 0; round < 2; round++) {
  const [one, two] = [command(1), command(2)];
  gains.push(one / two);
  say(`two workers, round ${round + 1} of 2: ${one.toFixed(1)} s, ${two.toFixed(1)} s: ${gains.at(-1).toFixed(2)} times as fast`);
}
rmSync(folder, { recursive: true });

// 4. A million names more: how long they take to open, and what they cost in speed.
const gazetteers = join(scratch, 'gazetteers');
cpSync(join(root, 'gazetteers'), gazetteers, { recursive: true });
let rows = '';
for (let i = 0; i < names; i++) rows += `group:al-qaeda,${nameOf(i)} ${nameOf(i * 7 + 3)},alias,,,,,benchmark,\n`;
appendFileSync(join(gazetteers, 'aliases.csv'), rows);
const compiled = await timed(() => program.loadKnowledge(gazetteers));
say(`${names.toLocaleString('en-US')} names more: compiled in ${compiled.cpu.toFixed(0)} s`);
const opened = [];
let wide = null;
for (let round = 0; round < 5; round++) {
  const began = performance.now();
  wide = await program.loadKnowledge(gazetteers);
  opened.push(performance.now() - began);
}
const slower = [];
for (let round = 0; round < 3; round++) {
  const usual = await timed(() => analyseAll(knowledge));
  const more = await timed(() => analyseAll(wide));
  slower.push(more.cpu / usual.cpu);
}
rmSync(scratch, { recursive: true, force: true });

const perMegabyte = ({ seconds, size: bytes }) => seconds / (bytes / 1e6);
const report = `# How cost grows

Written by \`npm run bench:growth -- --write\`; do not edit. Files in, tables out; processor time of one thread. Node ${process.versions.node}.

${table(
  ['corpus', 'MB', 's', 's a MB', 'beside the smallest'],
  growth.map((one) => [
    `${one.times} ×`,
    (one.size / 1e6).toFixed(1),
    one.seconds.toFixed(1),
    perMegabyte(one).toFixed(3),
    (perMegabyte(one) / perMegabyte(growth[0])).toFixed(2),
  ]),
)}
![seconds over megabytes](growth.svg)

- One document of ${(size / 1e6).toFixed(0)} MB takes ${largeRatio.toFixed(2)} times as long a megabyte as the same text in articles of a few kilobytes.
- On ${(shared / 1e6).toFixed(0)} MB two workers are ${spread(gains)} times as fast as one thread, from the start of the command to its end.
- ${names.toLocaleString('en-US')} names more are compiled in ${compiled.cpu.toFixed(0)} s, open in ${spread(opened, 0)} ms, and make the analysis take ${spread(slower)} times as long.
`;
process.stdout.write(report);
if (process.argv.includes('--write')) {
  writeFileSync(join(import.meta.dirname, 'GROWTH.md'), report);
  writeFileSync(join(import.meta.dirname, 'growth.svg'), plotOf(growth));
}

/** Seconds over megabytes, both logarithmic: a straight line of slope one is linear cost; the thin line is exactly that. */
function plotOf(points) {
  const [width, height, edge] = [480, 320, 50];
  const logs = (pick) => points.map((point) => Math.log10(pick(point)));
  const [xs, ys] = [logs((point) => point.size / 1e6), logs((point) => point.seconds)];
  const [x0, x1, y0] = [Math.min(...xs) - 0.2, Math.max(...xs) + 0.2, Math.min(...ys) - 0.2];
  const scale = (width - 2 * edge) / (x1 - x0);
  const at = (x, y) =>
    `${(edge + (x - x0) * scale).toFixed(1)},${(height - edge - ((y - y0) * scale * (height - 2 * edge)) / (width - 2 * edge)).toFixed(1)}`;
  const straight = [xs[0], xs.at(-1)].map((x) => at(x, ys[0] + x - xs[0])).join(' ');
  const dots = xs.map((x, i) => `<circle cx="${at(x, ys[i]).split(',')[0]}" cy="${at(x, ys[i]).split(',')[1]}" r="4" fill="#1f5fa8"/>`).join('');
  const labels = points
    .map((point, i) => {
      const [cx, cy] = at(xs[i], ys[i]).split(',').map(Number);
      return `<text x="${cx - 8}" y="${cy - 10}" text-anchor="end">${(point.size / 1e6).toFixed(1)} MB, ${point.seconds.toFixed(1)} s</text>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<path d="M${edge},${edge / 2} V${height - edge} H${width - edge / 2}" fill="none" stroke="#444"/>
<polyline points="${straight}" stroke="#bbb" fill="none"/>
<polyline points="${xs.map((x, i) => at(x, ys[i])).join(' ')}" stroke="#1f5fa8" stroke-width="2" fill="none"/>
${dots}${labels}
<text x="${width / 2}" y="${height - 15}" text-anchor="middle">megabytes of articles (logarithmic)</text>
<text transform="translate(18 ${height / 2}) rotate(-90)" text-anchor="middle">seconds (logarithmic)</text>
</svg>
`;
}
