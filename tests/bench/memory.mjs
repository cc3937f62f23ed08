#!/usr/bin/env node
// How much memory a run takes: npm run bench:memory [-- --write] [--megabytes 1,4,16] [--collating 16,64,256]. One NDJSON file a size, made
// of the bundled articles with names and figures of their own in each: files in, tables out, one thread, no cache. Beyond that the
// articles are only put together (collating.mjs), since the analysis takes the same memory whatever comes behind. With --write: MEMORY.md and memory.svg.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { articlesOf } from './articles.mjs';
import { table } from './numbers.mjs';
import { varied } from './varied.mjs';

const option = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const sizesOf = (name, usual) => option(name, usual).split(',').filter(Boolean).map(Number);
const sizes = sizesOf('--megabytes', '1,4,16');
const dist = resolve(option('--dist', join(import.meta.dirname, '../../dist')));
const main = join(dist, 'cli/main.js');
const scratch = mkdtempSync(join(tmpdir(), 'sitrep-memory-'));
const { list, size: length } = articlesOf(120e3);
const [texts, file, out] = [list.map(String), join(scratch, 'feed.ndjson'), join(scratch, 'out')];
const rows = [];
for (const size of sizes) {
  const feed = openSync(file, 'w');
  let bytes = 0;
  let articles = 0;
  while (bytes < size * 1e6) {
    bytes += writeSync(
      feed,
      `${JSON.stringify({ id: `a${articles}`, text: varied(texts[articles % texts.length], articles), published: '2024-05-14' })}\n`,
    );
    articles++;
  }
  closeSync(feed);
  const watch = "process.on('exit', () => console.error('RSS', process.resourceUsage().maxRSS))";
  const words = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, main, 'run', file, '-q', '--no-cache', '--jobs', '1', '--out', out];
  const began = performance.now();
  const { stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const rss = Number(/RSS (\d+)/.exec(stderr)?.[1]) / 1024;
  rows.push({ size: bytes / 1e6, articles, rss, seconds: (performance.now() - began) / 1000 });
  process.stderr.write(`${(bytes / 1e6).toFixed(0)} MB: ${rss.toFixed(0)} MB of memory, ${rows.at(-1).seconds.toFixed(0)} s\n`);
}
rmSync(scratch, { recursive: true });

const collated = [];
for (const size of sizesOf('--collating', '16,64,256')) {
  const count = Math.round((size * 1e6) / (length / texts.length));
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'collating.mjs'), dist, count], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { megabytes, memory, seconds } = JSON.parse(stdout);
  collated.push({ size: megabytes, articles: count, rss: memory, seconds });
  process.stderr.write(`${megabytes.toFixed(0)} MB put together: ${memory.toFixed(0)} MB of memory, ${seconds.toFixed(0)} s\n`);
}

const shown = ({ size, articles, rss }) => [size.toFixed(0), articles.toLocaleString('en-US'), rss.toFixed(0)];
const report = `# Memory

Written by \`npm run bench:memory -- --write\`; do not edit. Highest resident memory of the whole process, with some 190 MB that Node and the
gazetteers take. Node ${process.versions.node}.

One NDJSON file with names and figures of its own in each article: files in, tables out, one thread, no cache.

${table(['MB', 'articles', 'MB of memory'], rows.map(shown))}
The same without the analysis: readings that were made once come again and again with ids of their own, so that whoever no gazetteer lists
is somebody else in each article (sentences and paragraphs as windows, CSV).

${table(['MB', 'articles', 'MB of memory'], collated.map(shown))}
![memory over megabytes](memory.svg)
`;
process.stdout.write(report);
if (process.argv.includes('--write')) {
  writeFileSync(join(import.meta.dirname, 'MEMORY.md'), report);
  writeFileSync(
    join(import.meta.dirname, 'memory.svg'),
    plotOf([
      { name: 'whole runs', colour: '#1f5fa8', points: rows },
      { name: 'tables alone', colour: '#b3541e', points: collated },
    ]),
  );
}

/** Memory over size, both from zero; a line for each series, with its name at the end, and the memory above each point. */
function plotOf(series) {
  const [width, height, edge] = [480, 320, 50];
  const all = series.flatMap(({ points }) => points);
  const [right, top] = [Math.max(...all.map(({ size }) => size)) * 1.25, Math.max(500, ...all.map(({ rss }) => rss)) * 1.1];
  const xOf = ({ size }) => edge + (size / right) * (width - 2 * edge);
  const yOf = ({ rss }) => height - edge - (rss / top) * (height - 2 * edge);
  const lines = series.map(({ name, colour, points }, i) => {
    // Above the upper series, below the lower one, so that neither lies on the other.
    const beside = i === 0 ? -10 : 18;
    const marks = points.map((point) => {
      const [x, y] = [xOf(point).toFixed(1), yOf(point)];
      return `<circle cx="${x}" cy="${y.toFixed(1)}" r="4" fill="${colour}"/><text x="${x}" y="${(y + beside).toFixed(1)}" text-anchor="middle">${point.rss.toFixed(0)}</text>`;
    });
    const end = points.at(-1);
    const line = points.map((point) => `${xOf(point).toFixed(1)},${yOf(point).toFixed(1)}`).join(' ');
    return `<polyline points="${line}" stroke="${colour}" stroke-width="2" fill="none"/>${marks.join('')}
<text x="${(xOf(end) + 12).toFixed(1)}" y="${(yOf(end) + 4).toFixed(1)}" fill="${colour}">${name}, ${end.size.toFixed(0)} MB</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<path d="M${edge},${edge / 2} V${height - edge} H${width - edge / 2}" fill="none" stroke="#444"/>
${lines.join('\n')}
<text x="${width / 2}" y="${height - 15}" text-anchor="middle">megabytes of articles, from 0 to ${right.toFixed(0)}</text>
<text transform="translate(18 ${height / 2}) rotate(-90)" text-anchor="middle">megabytes of memory</text>
</svg>
`;
}
