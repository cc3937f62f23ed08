import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate as command } from '../src/cli/evaluate.js';
import { compareWithBaseline, evaluate, f1, precision, recall, writeFlips } from '../src/evaluate/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import { readBaseline, readFloors, readGoldArticles } from '../src/io/gold.js';
import { analyze } from '../src/pipeline.js';
import { BLOCK, corpusValues, csv, developmentValues, missed, raiseFloors, readCsv, readmeBlock, reportText } from './accuracy/figures.mjs';

const ROOT = join(import.meta.dirname, '..');
const accuracy = (name: string): string => join(ROOT, 'tests/accuracy', name);
const text = (path: string): string => readFileSync(path, 'utf8');

const { articles, problems } = await readGoldArticles([join(ROOT, 'corpus')]);
const knowledge = await loadKnowledge();
const analysed = articles.map(({ source }) => analyze(source, knowledge));
const evaluation = evaluate(
  articles.map(({ gold }) => gold),
  analysed,
);
const ACCEPT = 'look at the differences, and if they are right: npm run accept';

describe('the bundled corpus', () => {
  test('every marked article can be read, and is the article without its marks', () => {
    expect(problems).toEqual([]);
    expect(articles.length).toBeGreaterThanOrEqual(30);
    for (const { gold } of articles) expect(gold.text, gold.id).toBe(text(join(ROOT, `corpus/articles/${gold.id}.txt`)));
    expect(readdirSync(join(ROOT, 'corpus/articles')).sort()).toEqual(articles.map(({ gold }) => `${gold.id}.txt`));
  });

  test('articles.csv describes each article once', () => {
    const lines = text(join(ROOT, 'corpus/articles.csv')).trim().split('\n');
    expect(lines[0]).toBe('id,file,title,publisher,published,url,region,genre,language,licence');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(articles.map(({ gold }) => gold.id));
    expect(articles.filter(({ source }) => source.published === null).map(({ gold }) => gold.id)).toEqual([]);
  });
});

describe('accuracy', () => {
  test('no measure is below its floor', () => {
    expect(
      missed(
        readFloors(accuracy('floors.csv')).filter(({ set }) => set === 'corpus'),
        corpusValues(evaluation.measures, f1),
      ),
    ).toEqual([]);
  });

  test('nothing flipped since the baseline', () => {
    const flips = compareWithBaseline(evaluation.items, readBaseline(accuracy('baseline.csv')));
    if (flips.length > 0) expect.fail(`${ACCEPT}\n${writeFlips(flips, analysed, 20)}`);
  });

  test('the report and the block in README.md are in step', () => {
    const development = readCsv(text(accuracy('development.csv')));
    expect(reportText(evaluation, { precision, recall, f1 }, development) === text(accuracy('REPORT.md')), ACCEPT).toBe(true);
    const readme = existsSync(join(ROOT, 'README.md')) ? text(join(ROOT, 'README.md')) : '';
    expect(BLOCK.test(readme), 'README.md has no lines <!-- accuracy: begin --> and <!-- accuracy: end -->').toBe(true);
    expect(
      readme.replace(BLOCK, (_, begin: string, end: string) => begin + readmeBlock(evaluation, { f1 }, development) + end) === readme,
      ACCEPT,
    ).toBe(true);
  });
});

describe('floors', () => {
  test('only ever rise', () => {
    const floors = [
      { set: 'x', measure: 'strict', floor: 80 },
      { set: 'x', measure: 'overlap', floor: 80 },
    ];
    expect(
      raiseFloors(floors, [
        { set: 'x', measure: 'strict', value: 60 },
        { set: 'x', measure: 'overlap', value: 90.27 },
        { set: 'x', measure: 'new', value: 50 },
      ]),
    ).toEqual([
      { set: 'x', measure: 'new', floor: 49.5 },
      { set: 'x', measure: 'overlap', floor: 89.7 },
      { set: 'x', measure: 'strict', floor: 80 },
    ]);
  });

  test('a missed one is told', () => {
    expect(
      missed(
        [
          { set: 'x', measure: 'strict', floor: 80 },
          { set: 'x', measure: 'gone', floor: 1 },
        ],
        [{ set: 'x', measure: 'strict', value: 79.99 }],
      ),
    ).toEqual(['x, strict: 79.99, floor 80', 'x, gone: not measured, floor 1']);
  });

  test('their file is read as it was written, and a scorer that lacks a row is an error', () => {
    const rows = [{ set: 'seeds names', measure: 'strict', floor: 80.5 }];
    expect(readCsv(csv(['set', 'measure', 'floor'], rows))).toEqual(rows);
    expect(() => developmentValues([])).toThrow('the scorer gave no row "seeds names"');
  });
});

describe('sitrep evaluate', () => {
  const run = async (
    words: readonly string[],
    options: Record<string, string | boolean> = {},
  ): Promise<{ code: number; out: string; said: string }> => {
    let out = '';
    let said = '';
    const terminal = {
      out: async (data: string) => {
        out += data;
      },
      say: (line: string) => {
        said += `${line}\n`;
      },
      colour: false,
      watched: false,
    };
    return { code: await command.run(words, options, terminal), out, said };
  };
  const one = join(ROOT, `corpus/gold/${articles[0].gold.id}.txt`);

  test('prints tables, and says with its exit code whether floors hold', async () => {
    const { code, out } = await run([one], { errors: '1' });
    expect(code).toBe(0);
    expect(out).toMatch(/^1 article\n\nmentions +gold +found/);
    const high = await run([one], { floors: accuracy('floors.csv'), set: 'no such set' });
    expect(high.code).toBe(0);
  });

  test('a missed floor gives 1, nothing to read gives 2, a wrong argument is told', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync(join((await import('node:os')).tmpdir(), 'sitrep-evaluate-'));
    try {
      writeFileSync(join(folder, 'floors.csv'), 'set,measure,floor\ncorpus,names.all.strict,100.1\n');
      const low = await run([one], { floors: join(folder, 'floors.csv'), json: true });
      expect([low.code, low.said]).toEqual([1, expect.stringContaining('names.all.strict is ')]);
      expect(JSON.parse(low.out)).toMatchObject({ documents: 1, below_floors: [{ measure: 'names.all.strict' }] });
      expect((await run([folder])).code).toBe(2);
      writeFileSync(join(folder, 'bad.txt'), 'In ⟦Peru|plaice:PE⟧.');
      expect(await run([folder])).toMatchObject({ code: 2, said: expect.stringContaining('“plaice:PE” is no label') });
      await expect(run([one], { baseline: join(folder, 'none.csv') })).rejects.toThrow('--baseline');
      await expect(run([one], { errors: 'many' })).rejects.toThrow('--errors');
      writeFileSync(join(folder, 'good.txt'), 'Rain fell in ⟦Peru|place:PE⟧.');
      rmSync(join(folder, 'bad.txt'));
      expect((await run([folder], { writeBaseline: join(folder, 'b.csv') })).code).toBe(0);
      expect((await run([folder], { baseline: join(folder, 'b.csv') })).out).toContain('0 newly right, 0 newly wrong');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
