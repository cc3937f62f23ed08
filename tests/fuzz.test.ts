import { expect, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Source } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';
import { documentOf, randomOf } from './fuzz/documents.mjs';
import { breaches } from './fuzz/promises.mjs';

// Hostile documents, the same each time: two thousand here, two hundred thousand in nightly/fuzz.mjs.

const FUZZED = 2_000;
const knowledge = await loadKnowledge();
const source = (text: string): Source => ({ id: 'a', text, title: null, published: '2024-05-14', url: null, path: null, sha256: null });

test('mutated articles, soups of trigger words, repetitions, nestings, any code units keep all promises', { timeout: 600_000 }, () => {
  const sorts = new Map<string, number>();
  for (let n = 0; n < FUZZED; n++) {
    const { sort, text } = documentOf('test', n);
    if (text.length > 20_000) continue;
    sorts.set(sort, (sorts.get(sort) ?? 0) + 1);
    expect(breaches(analyze(source(text), knowledge)), `${sort} document ${n} of SEED=test`).toEqual([]);
  }
  expect([...sorts.keys()].sort()).toEqual(['mutated', 'nested', 'repeated', 'soup', 'spliced', 'unicode']);
});

test.each([
  'It rose 5% last yr,and',
  'One in ten men is ill. One woman in six is well. One in nine fish.',
  'They paid .0,0€.',
  'They paid 9^999 euros.',
  'They paid 1 234,5e999 euros to 9e300 million million men.',
])('%j, which once broke a promise, breaks none', (text) => {
  expect(breaches(analyze(source(text), knowledge))).toEqual([]);
});

test('a hostile document is the same whenever it is made', () => {
  expect(documentOf('x', 5)).toEqual(documentOf('x', 5));
  expect(new Set(Array.from({ length: 50 }, (_, n) => documentOf('x', n).text)).size).toBeGreaterThan(45);
  const shares = Array.from({ length: 2000 }, (_, n) => randomOf('x', n).next());
  expect(Math.abs(shares.reduce((sum, one) => sum + one, 0) / shares.length - 0.5)).toBeLessThan(0.02);
});
