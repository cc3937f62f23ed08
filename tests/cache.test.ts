import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, headOf, namesOf, readingOf } from '../src/batch/codec.js';
import { openStore } from '../src/batch/store.js';
import { MEMORY } from '../src/collate/index.js';
import { analyseArticle, BUNDLED, originLine, run, type Origins } from '../src/batch/index.js';
import { GAZETTEERS, listArticles, loadKnowledge, PACKAGE, PROGRAM, programHash, readArticles } from '../src/io/index.js';
import { fill, MAIN, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const article = (n: number): string =>
  `Kabul, Afghanistan\n\nThe Taliban said on Tuesday that ${n} soldiers were killed in Kunar. Qari Zakir, a commander, said that about 40 had fled.\n`;
const NEWS = Object.fromEntries([1, 2, 3, 4].map((n) => [`news/a${n}.txt`, article(n + 10)]));
let runs = 0;

/** Runs over the folder with a cache, and gives where the articles came from and all tables in one text. */
async function tablesOf(news: string, cache: string | null, more: object = {}) {
  const out = join(folder, `out${++runs}`);
  const settings = { formats: ['csv', 'json'], windows: ['sentence', 'paragraph', 'document'] as const, excel: false, articles: null };
  const { origins } = await run({ ...settings, paths: [news], out, gazetteers: null, workers: 1, cache, ...more });
  return { origins: some(origins), tables: textsIn(out) };
}

const textsIn = (out: string): string =>
  readdirSync(out)
    .filter((name) => name !== 'run.json')
    .sort()
    .map((name) => `${name}\n${readFileSync(join(out, name), 'utf8')}`)
    .join('\n');
const some = (origins: Origins) => Object.fromEntries(Object.entries(origins).filter(([, count]) => count > 0));
const packsIn = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pack'))
    .map((name) => join(cache, name));

describe('a reading as bytes', () => {
  it('is the same when it is read again', async () => {
    const knowledge = await loadKnowledge();
    for await (const { articles } of readArticles(listArticles([BUNDLED])))
      for (const one of articles.slice(0, 6)) {
        const reading = analyseArticle(one, knowledge, true);
        const again = readingOf(bytesOf(reading));
        expect(again).toEqual(reading);
        expect(headOf(bytesOf(reading))).toEqual({
          document: reading.document,
          dated: reading.dated,
          fingerprint: reading.fingerprint,
          entities: reading.entities,
          profiles: reading.profiles,
        });
        expect(namesOf(bytesOf(reading))).toEqual({ ...reading, claims: [], dates: [], problems: [], article: null });
      }
  });

  it('stays in memory as long as there is room, else it lies in a file until the store is closed', async () => {
    const knowledge = await loadKnowledge();
    const circumstances = { gazetteers: 'a', program: 'b', keepText: false };
    for await (const { articles } of readArticles(listArticles([BUNDLED]))) {
      const some = articles.slice(0, 3);
      const readings = some.map((one) => analyseArticle(one, knowledge, false));
      const spare = join(folder, 'spare');
      const store = openStore(null, [BUNDLED], spare, MEMORY.table(3), circumstances, () => {}, some[0].source.text.length);
      const keep = (from: number, to: number) =>
        store.keep(
          some.slice(from, to),
          readings.slice(from, to).map((reading) => ({ reading, data: () => bytesOf(reading), lasting: true })),
        );
      const kept = [...keep(0, 1)];
      expect(existsSync(spare)).toBe(false);
      expect(store.read(kept[0])).toBe(readings[0]);
      kept.push(...keep(1, 3));
      expect(readdirSync(spare)).toHaveLength(1);
      expect(kept.map(store.read)).toEqual(readings);
      expect(kept.map((one) => store.head(one).document)).toEqual(readings.map(({ document }) => document));
      store.close();
      expect(readdirSync(spare)).toEqual([]);
      break;
    }
  });

  it('keeps half characters and rows that differ in their columns', () => {
    const odd = { problems: [{ a: '\ud800' }, { a: null, b: 1 }], entities: [], profiles: [], mentions: [{ x: ['\udfff', 'y'] }, { x: [] }] };
    const numbers = [0, 127, 128, 2 ** 31, 2 ** 31 + 1, 2 ** 53 - 1, null].map((z) => ({ z }));
    const rest = { claims: [{ z: 1.5e-7 }, { z: -1 }], dates: numbers, sentences: [] };
    const reading = { document: {}, dated: null, fingerprint: null, windows: [0, 0, 0], article: null, ...odd, ...rest };
    expect(readingOf(bytesOf(reading as never))).toEqual(reading);
  });
});

describe('a second run', () => {
  const cache = join(folder, 'cache');
  const news = join(fill(folder, NEWS), 'news');

  it('analyses only what changed, says why, and writes the same bytes as a run without cache', async () => {
    const cold = await tablesOf(news, cache);
    expect(cold.origins).toEqual({ new: 4 });
    const warm = await tablesOf(news, cache);
    expect(warm.origins).toEqual({ cached: 4 });
    expect(warm.tables).toBe(cold.tables);
    expect((await tablesOf(news, null)).tables).toBe(cold.tables);

    fill(folder, { 'news/a1.txt': article(99), 'news/a5.txt': article(3) });
    rmSync(join(news, 'a2.txt'));
    const changed = await tablesOf(news, cache);
    expect(changed.origins).toEqual({ cached: 2, text: 1, new: 1 });
    expect(changed.tables).toBe((await tablesOf(news, null)).tables);

    fill(folder, { 'news/articles.csv': 'file,title,published\na3.txt,Fled,2024-05-14\n' });
    const dated = await tablesOf(news, cache);
    expect(dated.origins).toEqual({ cached: 3, metadata: 1 });
    expect(dated.tables).toBe((await tablesOf(news, null)).tables);

    expect((await tablesOf(news, cache, { formats: ['csv', 'json', 'conll'] })).origins).toEqual({ options: 4 });
  });

  it('analyses all when the gazetteers changed', async () => {
    await tablesOf(news, cache);
    const own = join(folder, 'gazetteers');
    cpSync(GAZETTEERS, own, { recursive: true });
    appendFileSync(join(own, 'aliases.csv'), 'group:taliban,Talibs of the Test,alias,,,,,test,\n');
    const { origins } = await tablesOf(news, cache, { gazetteers: own });
    expect(origins).toEqual({ gazetteers: 4 });
  });

  it('throws away what no article uses any more', async () => {
    await tablesOf(news, cache);
    const bytes = packsIn(cache).reduce((sum, path) => sum + statSync(path).size, 0);
    for (let n = 0; n < 4; n++) {
      fill(folder, { 'news/a1.txt': article(200 + n) });
      await tablesOf(news, cache);
    }
    expect(packsIn(cache).reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(bytes * 1.7);
    expect((await tablesOf(news, cache)).origins).toEqual({ cached: 4 });
  });

  it('analyses anew what is damaged in the cache', async () => {
    const { tables } = await tablesOf(news, cache);
    const [pack] = packsIn(cache).sort((a, b) => statSync(b).size - statSync(a).size);
    const bytes = readFileSync(pack);
    bytes[bytes.length - 5] ^= 1;
    writeFileSync(pack, bytes);
    const damaged = await tablesOf(news, cache);
    expect(damaged.origins['damaged']).toBe(1);
    expect(damaged.tables).toBe(tables);
    for (const path of packsIn(cache)) truncateSync(path, statSync(path).size - 3);
    const torn = await tablesOf(news, cache);
    expect(torn.origins['new']).toBeGreaterThan(0);
    expect(torn.tables).toBe(tables);
    for (const path of packsIn(cache)) writeFileSync(path, 'no pack');
    expect((await tablesOf(news, cache)).tables).toBe(tables);
    expect((await tablesOf(news, cache)).origins).toEqual({ cached: 4 });
  });

  it('goes on without a cache where none can be written, and says so', () => {
    const file = join(fill(folder, { 'in-the-way': 'x' }), 'in-the-way');
    const { status, stderr } = sitrep(['run', news, '--out', join(folder, 'uncached'), '--cache', file]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/The cache .*in-the-way cannot be written \(.+\); this run goes on without\. Name another one with --cache/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.scratch'))).toEqual([]);
  });

  it('tells another program from this one', () => {
    const other = join(folder, 'other');
    cpSync(PROGRAM, join(other, 'dist'), { recursive: true });
    for (const name of ['package.json', 'gazetteers', 'corpus', 'node_modules']) symlinkSync(join(PACKAGE, name), join(other, name));
    const call = (...words: string[]): string => sitrep(['run', news, '--cache', cache, ...words]).stderr;
    expect(call('--out', join(folder, 'same'))).toContain('4 articles from the cache, none to analyse.');
    const hash = JSON.parse(readFileSync(join(folder, 'same', 'run.json'), 'utf8')).program;
    expect(hash).toBe(programHash());
    appendFileSync(join(other, 'dist', 'pipeline.js'), '// another rule\n');
    const there = spawnMain(join(other, 'dist', 'cli', 'main.js'), ['run', news, '--cache', cache, '--out', join(folder, 'differs')]);
    return there.then((stderr) => {
      expect(stderr).toContain('0 articles from the cache, 4 analysed: 4 because the program changed.');
      expect(JSON.parse(readFileSync(join(folder, 'differs', 'run.json'), 'utf8')).program).not.toBe(hash);
      expect(textsIn(join(folder, 'differs'))).toBe(textsIn(join(folder, 'same')));
    });
  });
});

describe('sitrep cache', () => {
  it('shows what is kept, and clears it', () => {
    const cache = join(folder, 'shown');
    const news = join(fill(folder, { 'few/a.txt': article(5) }), 'few');
    expect(sitrep(['cache', '--cache', cache]).stderr).toBe(`Nothing is kept in ${cache}.\n`);
    sitrep(['run', news, '--cache', cache, '--out', join(folder, 'few-out')]);
    const { status, stdout, stderr } = sitrep(['cache', '--cache', cache]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^ +0\.0 MB {2}\d{4}-\d\d-\d\d {2}\/.*\/few\n$/)]);
    expect(stderr).toContain('delete it with sitrep cache --clear');
    sitrep(['cache', '--cache', cache, '--clear']);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('is left alone by --no-cache', () => {
    const cache = join(folder, 'untouched');
    sitrep(['run', join(fill(folder, { 'few/a.txt': article(5) }), 'few'), '--no-cache', '--out', join(folder, 'few-out')], '', {
      XDG_CACHE_HOME: cache,
    });
    expect(existsSync(cache)).toBe(false);
  });
});

it('where the articles came from is told in one line', () => {
  const none = { cached: 0, new: 0, text: 0, metadata: 0, gazetteers: 0, rules: 0, options: 0, failed: 0, damaged: 0 };
  expect(originLine({ ...none, new: 5 })).toBeNull();
  expect(originLine({ ...none, cached: 1 })).toBe('1 article from the cache, none to analyse.');
  expect(originLine({ ...none, cached: 1200, new: 1, text: 2 })).toBe('1,200 articles from the cache, 3 analysed: 1 new, 2 with another text.');
});

/** What another copy of the program says. */
function spawnMain(main: string, words: readonly string[]): Promise<string> {
  expect(main).not.toBe(MAIN);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...words]);
    let words_ = '';
    child.stderr.on('data', (data) => (words_ += data));
    child.on('close', () => resolve(words_));
  });
}
