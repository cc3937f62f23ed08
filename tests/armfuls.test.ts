import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineAll } from '../src/batch/index.js';
import { loadKnowledge, PACKAGE } from '../src/io/index.js';
import type { Source } from '../src/model/index.js';
import { analyze, analyzeAll, armfuls } from '../src/pipeline.js';

// Articles go through the stages together, but have no part in each other.

const knowledge = await loadKnowledge();
const folder = join(PACKAGE, 'corpus', 'articles');
const sources: readonly Source[] = readdirSync(folder)
  .sort()
  .slice(0, 12)
  .map((name) => ({
    id: name,
    text: readFileSync(join(folder, name), 'utf8'),
    title: null,
    published: '2024-05-14',
    url: null,
    path: name,
    sha256: null,
  }));

test('of many articles each is analysed as it is by itself', () => {
  expect(analyzeAll(sources, knowledge)).toEqual(sources.map((source) => analyze(source, knowledge)));
});

test('an article that breaks the analysis takes no other with it', () => {
  const broken: Source = Object.defineProperty({ ...sources[1] }, 'title', {
    get: () => {
      throw new Error('no title');
    },
  });
  const examined = examineAll(
    [sources[0], broken, sources[2]].map((source) => ({ source, problems: [] })),
    knowledge,
  );
  expect(examined.map(({ related }) => related?.id ?? null)).toEqual([sources[0].id, null, sources[2].id]);
  expect(examined.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['analysis-failed'], []]);
});

test('an armful ends with the article that fills it', () => {
  expect([...armfuls([4, 1, 5, 9, 2], 5, (characters) => characters)]).toEqual([[4, 1], [5], [9], [2]]);
});
