import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED } from '../src/batch/index.js';
import { analyseArticle } from '../src/batch/index.js';
import {
  ALL_WINDOWS,
  collateAll,
  inMemory,
  MEMORY,
  openLevels,
  openOverriding,
  type Overflow,
  type Sorter,
  type Together,
} from '../src/collate/index.js';
import { A, B, COUNTS, DOCUMENTS, EXAMPLE, openPairs } from '../src/collate/pairs.js';
import { openSums } from '../src/collate/sums.js';
import { externalSorter, listArticles, loadKnowledge, OutputError, overflowInto, readArticles } from '../src/io/index.js';
import type { Reading } from '../src/model/index.js';
import { fill, scratch } from './support/sitrep.js';

const folder = scratch();

/** A sorter that holds three rows in memory, so that nearly all go through files. */
const tiny = (name: string): Sorter => externalSorter(join(folder, name), 3);
/** More rows than any test has. */
const MOST = 100_000;

describe('sorting with files', () => {
  it('gives what sorting in memory gives, equal rows as they came, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.string({ unit: 'binary' }))), (rows) => {
        const order = (a: readonly [number, string], b: readonly [number, string]): number => a[0] - b[0];
        const [files, memory] = [tiny('sorted')<readonly [number, string]>(order, MOST), inMemory<readonly [number, string]>(order, MOST)];
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

  it('has few files at once, however many rows come, and each row is written few times', () => {
    let written = 0;
    const levels = openLevels<readonly number[]>((runs) => {
      const one = runs.flat();
      written += one.length;
      return one;
    }, 4);
    for (let n = 0; n < 5000; n++) {
      levels.add([n]);
      expect(levels.all().length).toBeLessThan(4 * 7);
    }
    expect(levels.all().flat()).toEqual(Array.from({ length: 5000 }, (_, n) => n));
    expect(written).toBeLessThan(5000 * 7);
  });

  it('makes no file while rows fit into memory', () => {
    const sorting = externalSorter(join(folder, 'unneeded'))<number>((a, b) => a - b, MOST);
    for (const n of [3, 1, 2]) sorting.add(n);
    expect([...sorting.rows()]).toEqual([1, 2, 3]);
    expect(existsSync(join(folder, 'unneeded'))).toBe(false);
  });

  it('says what to do when no file can be made', () => {
    fill(folder, { 'in-the-way': 'x' });
    const sorting = tiny('in-the-way')<number>((a, b) => a - b, MOST);
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

describe('what outgrows memory, beside rows', () => {
  let folders = 0;
  const tight = (): Overflow => overflowInto(join(folder, `tight${folders++}`), { numbers: 9, bytes: 9 });

  it('is records sorted by their first numbers, equal ones as they came, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true })), { maxLength: 300 }), (list) => {
        const sorting = tight().records(3, 2);
        list.forEach(([a, b], i) => sorting.add(Float64Array.of(0, a, b, i), 1));
        const sorted = list.map(([a, b], i) => [a, b, i]).sort((x, y) => x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : x[2] - y[2]));
        expect([...sorting.rows()].map((lent) => lent.length)).toEqual(sorted.map(() => 3));
        for (let time = 0; time < 2; time++) {
          const got: number[][] = [];
          for (const lent of sorting.rows()) got.push([...lent]);
          expect(got).toEqual(sorted);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is records by their place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.array(fc.nat(), { maxLength: 60 }), (count, questions) => {
        const table = overflowInto(join(folder, `table${folders++}`), { pages: 1 }).table(2);
        for (let n = 0; n < count; n++) expect(table.add(Float64Array.of(n, n / 3))).toBe(n);
        for (const n of questions) if (n < count) expect([...table.at(n)]).toEqual([n, n / 3]);
        for (const n of questions) if (count > 0) expect([...table.at(n % count)]).toEqual([n % count, (n % count) / 3]);
      }),
      { numRuns: 40 },
    );
  });

  it('is texts, half characters too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (list) => {
        const texts = tight().texts();
        const places = list.map((text) => texts.put(text));
        expect(places.map(texts.at)).toEqual(list);
        texts.close();
      }),
      { numRuns: 40 },
    );
  });

  it('is pairs, added up as if all had stayed in memory, the first of the clearest examples kept', () => {
    const meeting = fc.record({ a: fc.nat(4), b: fc.nat(4), sentences: fc.nat(2), paragraphs: fc.nat(2), clearness: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 60 }), (meetings) => {
        const pairs = openPairs(tight().records, 3);
        const plain = new Map<string, number[]>();
        meetings.forEach(({ a, b, sentences, paragraphs, clearness }, i) => {
          if (pairs.add(a, b, sentences, paragraphs, 1, clearness)) pairs.exemplify(i, 0, 0, 0, 0);
          const sum = plain.get(`${a} ${b}`) ?? [0, 0, 0, 0, 0, 0, 99, 0];
          const more = [sentences, paragraphs, 1, Math.min(1, sentences), Math.min(1, paragraphs), 1];
          const best = clearness < sum[6] ? [clearness, i] : sum.slice(6);
          plain.set(`${a} ${b}`, [...more.map((n, k) => n + sum[k]), ...best]);
        });
        const got: [string, number[]][] = [];
        for (const row of pairs.all()) got.push([`${row[A]} ${row[B]}`, [...row.subarray(COUNTS, DOCUMENTS + 3), row[EXAMPLE], row[EXAMPLE + 1]]]);
        expect(new Map(got)).toEqual(plain);
        expect(got.length).toBe(plain.size);
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
  const at = (article: number): Reading => readings[article];
  const tables = (overflow: Overflow): string => {
    const collating = collateAll(
      { count: readings.length, head: at, reading: at },
      [],
      knowledge,
      ALL_WINDOWS,
      overflow,
      openOverriding([], knowledge),
    );
    let next = collating.next();
    while (!next.done) next = collating.next();
    const { entities, identities, cooccurrences, ledger, problems }: Together = next.value;
    return JSON.stringify([entities, identities, cooccurrences, ledger, problems].map((rows) => [...rows]));
  };
  const usual = tables(MEMORY);
  expect(tables(overflowInto(join(folder, 'small'), { rows: 50, numbers: 2_000, bytes: 1000, pages: 1 }))).toBe(usual);
  expect(readdirSync(join(folder, 'small')).length).toBeGreaterThan(5);
});
