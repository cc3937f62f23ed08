import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED } from '../src/batch/index.js';
import { analyseArticle } from '../src/batch/index.js';
import { ALL_WINDOWS, collateAll, inMemory, openOverriding, type Sorter, type Together } from '../src/collate/index.js';
import { openSums } from '../src/collate/sums.js';
import { externalSorter, listArticles, loadKnowledge, OutputError, readArticles } from '../src/io/index.js';
import type { Reading } from '../src/model/index.js';
import { fill, scratch } from './support/sitrep.js';

const folder = scratch();

/** A sorter that holds three rows in memory, so that nearly all go through files. */
const tiny = (name: string): Sorter => externalSorter(join(folder, name), 3);

describe('sorting with files', () => {
  it('gives what sorting in memory gives, equal rows as they came, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.string({ unit: 'binary' }))), (rows) => {
        const order = (a: readonly [number, string], b: readonly [number, string]): number => a[0] - b[0];
        const [files, memory] = [tiny('sorted')<readonly [number, string]>(order), inMemory<readonly [number, string]>(order)];
        for (const row of rows) {
          files.add(row);
          memory.add(row);
        }
        expect([...files.rows()]).toEqual([...memory.rows()]);
        expect([...files.rows()]).toEqual([...memory.rows()]);
      }),
      { numRuns: 60 },
    );
  });

  it('makes no file while rows fit into memory', () => {
    const sorting = externalSorter(join(folder, 'unneeded'))<number>((a, b) => a - b);
    for (const n of [3, 1, 2]) sorting.add(n);
    expect([...sorting.rows()]).toEqual([1, 2, 3]);
    expect(existsSync(join(folder, 'unneeded'))).toBe(false);
  });

  it('says what to do when no file can be made', () => {
    fill(folder, { 'in-the-way': 'x' });
    const sorting = tiny('in-the-way')<number>((a, b) => a - b);
    expect(() => [1, 2, 3, 4].map((n) => sorting.add(n))).toThrow(OutputError);
  });

  it('adds up what outgrew memory as if all had stayed there', () => {
    const sum = { most: 2, add: (into: { n: number }, more: { n: number }) => void (into.n += more.n), pack: (v: { n: number }) => v.n };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', '\ud800', 'é'), fc.nat())), (pairs) => {
        const sums = openSums<{ n: number }, number>(tiny('sums'), { ...sum, unpack: (n) => ({ n }) });
        const plain = new Map<string, number>();
        for (const [key, n] of pairs) {
          sums.add(key, { n });
          plain.set(key, (plain.get(key) ?? 0) + n);
        }
        expect([...sums.all()].map(([key, { n }]) => [key, n])).toEqual([...plain].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
      }),
      { numRuns: 60 },
    );
  });
});

it('the tables are the same whether or not they fit into memory', async () => {
  const knowledge = await loadKnowledge();
  const readings: Reading[] = [];
  for await (const { articles } of readArticles(listArticles([BUNDLED])))
    readings.push(...articles.slice(0, 12).map((article) => analyseArticle(article, knowledge, false)));
  readings.sort((a, b) => (a.document.document_id < b.document.document_id ? -1 : 1));
  mkdirSync(join(folder, 'small'), { recursive: true });
  const tables = (sorter: Sorter): string => {
    const collating = collateAll(
      { heads: () => readings, readings: () => readings },
      [],
      knowledge,
      ALL_WINDOWS,
      sorter,
      openOverriding([], knowledge),
    );
    let next = collating.next();
    while (!next.done) next = collating.next();
    const { entities, identities, cooccurrences, ledger, problems }: Together = next.value;
    return JSON.stringify([[...entities], identities, [...cooccurrences], ledger, [...problems]]);
  };
  const usual = tables(inMemory);
  expect(tables(externalSorter(join(folder, 'small'), 500))).toBe(usual);
  expect(readdirSync(join(folder, 'small')).length).toBeGreaterThan(5);
});
