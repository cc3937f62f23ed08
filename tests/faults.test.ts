import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { listArticles, PROGRAM, readArticles } from '../src/io/index.js';
import { articles, articlesIn, cachedBytes, leftovers, start, until } from './support/faults.js';
import { fill, MAIN, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const MANY = 120;
const news = fill(join(folder, 'news'), articles(MANY));
const few = fill(join(folder, 'few'), articles(1));
let tries = 0;

/** An output folder that holds the run over one article, and a cache of its own. */
function place() {
  const base = join(folder, `try${++tries}`);
  const [out, cache] = [join(base, 'out'), join(base, 'cache')];
  expect(sitrep(['run', few, '-q', '--out', out, '--cache', join(base, 'other')]).status).toBe(0);
  return { out, cache, words: ['run', news, '-q', '--out', out, '--cache', cache] };
}

/** After whatever has happened: the next run succeeds, leaves nothing behind and misses no article. */
function recovers(words: readonly string[], out: string): void {
  const { status, stderr } = sitrep(words);
  expect([status, stderr]).toEqual([0, '']);
  expect(articlesIn(out)).toBe(MANY);
  expect(leftovers(out)).toEqual([]);
}

describe('a run that ends in the middle', () => {
  it('by kill -9 at random moments leaves the earlier output whole or the new one whole', async () => {
    const { out, words } = place();
    const began = performance.now();
    expect(sitrep(['run', news, '-q', '--no-cache', '--out', `${out}-timed`]).status).toBe(0);
    const duration = performance.now() - began;
    for (let round = 0; round < 5; round++) {
      const run = start(round % 2 === 0 ? words : [...words, '--no-cache']);
      setTimeout(() => run.child.kill('SIGKILL'), duration * ((round + Math.random()) / 5));
      await run.end;
      // Between two renames the earlier output stands beside its place, from where the next run takes it back.
      const found = existsSync(out) ? out : leftovers(out).find((name) => name.endsWith('.previous'));
      expect(found).toBeDefined();
      if (existsSync(out)) expect([1, MANY]).toContain(articlesIn(out));
    }
    recovers(words, out);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s says so, leaves the earlier output, and goes on where it stopped', async (signal, code) => {
    const { out, cache, words } = place();
    const run = start(words);
    await until(() => cachedBytes(cache) > 100, run);
    run.child.kill(signal);
    expect(await run.end).toEqual({ code, signal: null });
    expect(run.words()).toBe(`Stopped: ${out} is as it was before. The same command goes on where this one stopped.\n`);
    expect(articlesIn(out)).toBe(1);
    expect(leftovers(out)).toEqual([]);
    const { stderr } = sitrep(words.filter((word) => word !== '-q'));
    const [, cached, analysed] = /(\d+) articles? from the cache, (\d+) analysed: \d+ new\./.exec(stderr) ?? [];
    expect(Number(cached)).toBeGreaterThan(5);
    expect(Number(cached) + Number(analysed)).toBe(MANY);
    expect(articlesIn(out)).toBe(MANY);
  });
});

/** A small disk of its own, where the system lets us have one. */
const disk = join(folder, 'disk');
mkdirSync(disk);
const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]);
afterAll(() => {
  if (status === 0) execFileSync('umount', [disk]);
});

describe.skipIf(status !== 0)('a disk that is full (skipped where no small disk can be mounted: that needs root)', () => {
  it.each(['1', '2'])('stops the run of %s threads with a clear word and leaves the earlier output; the next run over less succeeds', (jobs) => {
    const out = join(disk, 'out');
    expect(sitrep(['run', few, '-q', '--no-cache', '--out', out]).status).toBe(0);
    const { status: code, stderr } = sitrep(['run', news, '-q', '--out', out, '--cache', join(folder, 'roomy'), '--jobs', jobs]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^sitrep: (.*out\/.* cannot be written|Nothing can be written beside the output folder) \(the disk is full\); make room or name another folder with --out/,
    );
    expect(articlesIn(out)).toBe(1);
    expect(leftovers(out)).toEqual([]);
    expect(sitrep(['run', few, '-q', '--no-cache', '--out', out]).status).toBe(0);
  });

  it('under the cache alone loses the cache and nothing else', () => {
    rmSync(join(disk, 'out'), { recursive: true, force: true });
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(570_000));
    const out = join(folder, 'whole');
    const { status: code, stderr } = sitrep(['run', news, '-q', '--out', out, '--cache', join(disk, 'cache')]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^The cache .* cannot be written \(the disk is full\); this run goes on without/)]);
    expect(articlesIn(out)).toBe(MANY);
  });

  it('a disk that is the output folder itself: the move of its files is finished by the next run', () => {
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    expect(sitrep(['run', few, '-q', '--no-cache', '--out', disk]).status).toBe(0);
    expect(articlesIn(disk)).toBe(1);
    // As a process leaves it that dies in the middle of the move.
    mkdirSync(join(disk, '.ready'));
    for (const name of ['claims.csv', 'run.json']) renameSync(join(disk, name), join(disk, '.ready', name));
    writeFileSync(
      join(disk, '.ready', '.names'),
      JSON.stringify(
        readdirSync(disk)
          .filter((name) => !name.startsWith('.'))
          .concat('claims.csv', 'run.json'),
      ),
    );
    const { status: code } = sitrep(['run', join(folder, 'nowhere'), '--no-cache', '--out', disk]);
    expect(code).toBe(2);
    expect(articlesIn(disk)).toBe(1);
    expect(readdirSync(disk).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('while a run is at work', () => {
  it('the output folder is removed: the new one is whole all the same', async () => {
    const { out, cache, words } = place();
    const run = start(words);
    await until(() => cachedBytes(cache) > 0, run);
    rmSync(out, { recursive: true });
    expect((await run.end).code).toBe(0);
    expect(articlesIn(out)).toBe(MANY);
  });

  it('all that lies beside the output folder is removed: a clear word, and the next run succeeds', async () => {
    const base = join(folder, 'gone');
    const [out, cache] = [join(base, 'out'), join(folder, 'gone-cache')];
    const words = ['run', news, '-q', '--out', out, '--cache', cache];
    const run = start(words);
    await until(() => cachedBytes(cache) > 0, run);
    rmSync(base, { recursive: true });
    expect((await run.end).code).toBe(2);
    expect(run.words()).toMatch(/^sitrep: .*(cannot be written|cannot be put in its place) \(.+\)/);
    recovers(words, out);
  });

  it('articles are changed and removed: each is read as it was or as it is, or is a problem', async () => {
    const names = Object.keys(articles(40));
    const moving = fill(join(folder, 'moving'), articles(40));
    const listing = listArticles([moving]);
    rmSync(join(moving, names[3]));
    writeFileSync(join(moving, names[4]), 'Another text, longer or shorter than it was when it was listed.');
    const read = [];
    const problems = [];
    for await (const armful of readArticles(listing)) {
      read.push(...armful.articles);
      problems.push(...armful.problems);
    }
    expect(read).toHaveLength(39);
    expect(problems).toMatchObject([{ code: 'unreadable-file', path: names[3], message: expect.stringContaining('it is gone') }]);

    const out = join(folder, 'moving-out');
    const run = start(['run', moving, '-q', '--out', out, '--no-cache']);
    await until(() => existsSync(join(folder, '.moving-out.lock')), run);
    for (const name of names.slice(10, 20)) rmSync(join(moving, name));
    expect([0, 1]).toContain((await run.end).code);
    const lost = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8')).length;
    expect(articlesIn(out) + lost).toBeGreaterThanOrEqual(29);
    expect(articlesIn(out) + lost).toBeLessThanOrEqual(39);
  });

  it('another one into the same folder is refused with a clear word', async () => {
    const { out, cache, words } = place();
    const run = start(words);
    await until(() => cachedBytes(cache) > 0, run);
    const { status, stderr } = sitrep(['run', few, '--no-cache', '--out', out]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^sitrep: Another run \(process \d+\) is writing into .*out; wait for its end, or name/),
    ]);
    expect((await run.end).code).toBe(0);
    expect(articlesIn(out)).toBe(MANY);
    expect(leftovers(out)).toEqual([]);
  });

  it('whoever reads its words goes away: the tables are written', async () => {
    const out = join(folder, 'unheard');
    const run = start(['run', news, '--out', out, '--no-cache']);
    run.child.stderr?.destroy();
    expect((await run.end).code).toBe(0);
    expect(articlesIn(out)).toBe(MANY);
  });
});

describe('a thread', () => {
  it.each([
    ['ends', 'process.exit(3)', 'its thread ended'],
    ['breaks off', "parentPort.postMessage = () => {}; throw new Error('out of order')", 'its thread broke off: out of order'],
    ['hangs', 'for (;;);', 'it took longer than 2 seconds'],
  ])('that %s on an article: the article becomes a problem, the others are analysed', (_, fault, why) => {
    const index = pathToFileURL(join(PROGRAM, 'index.js')).href;
    const inside = (name: string): string => pathToFileURL(join(PROGRAM, 'batch', name)).href;
    const threads = fill(join(folder, 'threads'), {
      'worker.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (articles) => { if (articles.some(({ source }) => source.id === 'a2')) { ${fault} } });
const { analyseInThread } = await import('${inside('worker.js')}');
analyseInThread();
`,
      'main.mjs': `import { loadKnowledge } from '${index}';
import { hireCrew } from '${inside('crew.js')}';
import { readingOf } from '${inside('codec.js')}';
const crew = hireCrew(2, await loadKnowledge(undefined, () => {}, true), false, { program: new URL('./worker.mjs', import.meta.url), patience: () => 2000 });
const article = (id) => ({ source: { id, text: 'The Taliban killed 12 people in Kabul.', title: null, published: null, url: null, path: null, sha256: null }, problems: [] });
const batches = [['a1', 'a2', 'a3'], ['b1', 'b2'], ['c1']].map((ids) => crew.analyse(ids.map(article)));
const readings = (await Promise.all(batches)).flat();
console.log(JSON.stringify(readings.map(({ data, lasting }) => ({ lasting, ...readingOf(data()) })).map(({ lasting, document, claims, problems }) => [document.document_id, lasting, claims.length, problems[0]?.message ?? null])));
await crew.dismiss();
`,
    });
    const { stdout, stderr } = spawnSync(process.execPath, [join(threads, 'main.mjs')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const rows = JSON.parse(stdout) as [string, boolean, number, string | null][];
    expect(rows.map(([id]) => id)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
    for (const [id, lasting, claims, message] of rows)
      expect([id, lasting, claims, message]).toEqual(id === 'a2' ? [id, false, 0, expect.stringContaining(why)] : [id, true, 1, null]);
  });
});

it('the programs of these tests are the built ones', () => {
  expect(existsSync(MAIN)).toBe(true);
});
