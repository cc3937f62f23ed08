import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collate, expectedCount, logLikelihoodRatio, npmi, openCollation, pValue, qValues, readArticle } from '../src/collate/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import { relateCooccurrences } from '../src/stages/5-relate/cooccurrences.js';
import type { Entity, Mention, Reading, Related, Sentence } from '../src/model/index.js';

const knowledge = await loadKnowledge();

/** An article written as paragraphs of sentences; names are the words with a capital, of type group. */
function article(id: string, paragraphs: readonly (readonly string[])[], published: string | null = null): Related {
  let text = '';
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  paragraphs.forEach((paragraph, p) => {
    for (const words of paragraph) {
      const start = text.length;
      text += words;
      const index = sentences.length;
      sentences.push({ index, first: 0, last: 0, start, end: text.length, paragraph: p, region: 'body' });
      for (const match of words.matchAll(/[A-Z]\w*/g)) {
        const at = start + match.index;
        const name = match[0];
        mentions.push({
          mention_id: `${id}#${at}`,
          document_id: id,
          sentence: index,
          start: at,
          end: at + name.length,
          text: name,
          type: 'group',
          use: 'name',
          entity_id: `group:${name.toLowerCase()}`,
          name,
          because: 'test',
        });
      }
      text += ' ';
    }
    text += '\n\n';
  });
  const entities = [...new Set(mentions.map((mention) => mention.entity_id))].map((entity_id): Entity => {
    const own = mentions.filter((mention) => mention.entity_id === entity_id);
    return {
      entity_id,
      type: 'group',
      name: own[0].name,
      kind: null,
      listed: true,
      country: null,
      latitude: null,
      longitude: null,
      located: null,
      parent_id: null,
      parent: null,
      external_ids: [],
      surface_forms: [],
      documents: 1,
      mentions: own.length,
      first_seen: null,
      last_seen: null,
    };
  });
  const resolved = {
    id,
    text,
    title: null,
    published,
    url: null,
    path: `${id}.txt`,
    sha256: null,
    regions: [],
    masks: [],
    dated: published === null ? null : { on: published, because: 'test' },
    sentences,
    mentions,
    entities,
    dates: [],
    names: [],
    figures: [],
    times: [],
    references: [],
    pronouns: [],
    tokens: { count: 0 },
  } as unknown as Related;
  return { ...resolved, cooccurrences: relateCooccurrences(resolved), claims: [], problems: [] };
}

const read = (...articles: readonly Related[]): readonly Reading[] => articles.map((one) => readArticle(one, 'en'));

describe('statistics', () => {
  it('gives the ratio of Dunning\'s own table ("the swiss", 1993)', () => {
    expect(logLikelihoodRatio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114)).toBeCloseTo(270.72, 2);
  });

  it('gives the p-values of the χ² table', () => {
    expect(pValue(3.841459)).toBeCloseTo(0.05, 6);
    expect(pValue(6.634897)).toBeCloseTo(0.01, 6);
    expect(pValue(0)).toBe(1);
  });

  it('adjusts p-values as Benjamini and Hochberg do', () => {
    expect([...qValues([0.01, 0.04, 0.03, 0.005])]).toEqual([0.02, 0.04, 0.04, 0.02]);
    expect([...qValues([])]).toEqual([]);
  });

  it('knows the ends of npmi: never together, as by chance, only together, everywhere', () => {
    expect(npmi(0, 5, 5, 100)).toBe(-1);
    expect(npmi(1, 10, 10, 100)).toBeCloseTo(0, 12);
    expect(npmi(5, 5, 5, 100)).toBeCloseTo(1, 12);
    expect(npmi(3, 3, 3, 3)).toBeNull();
  });

  it('stays in its ranges for every possible table', () => {
    const counts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500)).filter((cells) => cells.some((n) => n > 0));
    fc.assert(
      fc.property(counts, ([both, onlyA, onlyB, neither]) => {
        const [a, b, all] = [both + onlyA, both + onlyB, both + onlyA + onlyB + neither];
        const llr = logLikelihoodRatio(both, a, b, all);
        expect(llr).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(llr)).toBe(true);
        expect(pValue(llr)).toBeGreaterThanOrEqual(0);
        expect(pValue(llr)).toBeLessThanOrEqual(1);
        expect(expectedCount(a, b, all)).toBeLessThanOrEqual(Math.min(a, b));
        const measured = npmi(both, a, b, all);
        if (measured !== null) expect(Math.abs(measured)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('collate', () => {
  const articles = [
    article('b', [['Alpha met Beta.', 'They left.'], ['Gamma slept.']], '2023-06'),
    article('a', [['Alpha met Beta.', 'Delta came.'], ['Alpha saw Gamma.']], '2022-07-31'),
    article('c', [['Nobody is named here'.toLowerCase()], ['Delta alone.']]),
  ];
  const findings = collate(read(...articles), [], knowledge);
  const row = (a: string, b: string, window: string) =>
    findings.cooccurrences.find((pair) => pair.a_id === `group:${a}` && pair.b_id === `group:${b}` && pair.window === window);

  it('counts windows and documents of a pair, and what chance would give', () => {
    // 8 sentences; Alpha in 3, Beta in 2, both in 2.
    expect(row('alpha', 'beta', 'sentence')).toMatchObject({ count: 2, documents: 2, expected: 0.75, a_name: 'Alpha', b_type: 'group' });
    expect(row('alpha', 'beta', 'document')).toMatchObject({ count: 2, documents: 2, expected: 1.33333 });
    expect(row('beta', 'gamma', 'paragraph')).toBeUndefined();
    expect(row('beta', 'gamma', 'document')).toMatchObject({ count: 2, documents: 2 });
  });

  it('takes the shortest stretch as example, one paragraph before two, the first article of equals', () => {
    expect(row('alpha', 'beta', 'document')).toMatchObject({ example_document_id: 'a', example_text: 'Alpha met Beta.' });
    expect(row('beta', 'delta', 'document')).toMatchObject({ example_text: 'Alpha met Beta. Delta came.' });
    expect(row('beta', 'gamma', 'document')).toMatchObject({ example_document_id: 'a', example_text: 'Alpha met Beta. […] Alpha saw Gamma.' });
  });

  it('prefers the shorter stretch of a later article', () => {
    const readings = read(article('m', [['Alpha slept.', 'Beta slept.']]), article('n', [['Alpha met Beta.']]));
    expect(collate(readings, [], knowledge).cooccurrences.find(({ window }) => window === 'paragraph')).toMatchObject({
      example_document_id: 'n',
      count: 2,
    });
  });

  it('counts only the windows that are wanted', () => {
    const collation = openCollation(knowledge, ['sentence']);
    for (const reading of read(...articles)) collation.add(reading);
    expect(collation.finish([]).cooccurrences).toEqual(findings.cooccurrences.filter(({ window }) => window === 'sentence'));
  });

  it('points each example to its place in the article', () => {
    for (const { example_document_id, example_start, example_end, example_text } of findings.cooccurrences) {
      const { text } = articles.find(({ id }) => id === example_document_id) as Related;
      const words = (part: string): string => part.replace(/\s+/g, ' ');
      const stretch = words(text.slice(example_start, example_end));
      const [first, last] = example_text.split(' […] ').map(words);
      if (last === undefined) expect(stretch).toBe(first);
      else expect([stretch.startsWith(first), stretch.endsWith(last), stretch.length > first.length + last.length]).toEqual([true, true, true]);
    }
  });

  it('gives one q-value family to each window type', () => {
    const sentence = findings.cooccurrences.filter(({ window }) => window === 'sentence');
    const q = qValues(sentence.map(({ llr }) => pValue(llr)));
    sentence.forEach(({ q_value }, i) => expect(q_value).toBeCloseTo(q[i], 4));
  });

  it('gathers an entity over articles: mentions, documents, first and last date', () => {
    expect(findings.entities[0]).toMatchObject({
      entity_id: 'group:alpha',
      documents: 2,
      mentions: 3,
      first_seen: '2022-07-31',
      last_seen: '2023-06',
    });
    expect(findings.entities.find(({ entity_id }) => entity_id === 'group:delta')).toMatchObject({
      documents: 2,
      first_seen: '2022-07-31',
      last_seen: '2022-07-31',
    });
  });

  it('lists surface forms by frequency and folds line breaks in them', () => {
    const spelled = article('d', [['Alpha and Alpha and Alfa.']]);
    const mentions = spelled.mentions.map((mention) => ({
      ...mention,
      entity_id: 'group:alpha',
      text: mention.text === 'Alfa' ? 'Al\nfa' : mention.text,
    }));
    const [entity] = collate(read({ ...spelled, mentions, entities: [spelled.entities[0]], cooccurrences: [] }), [], knowledge).entities;
    expect(entity.surface_forms).toEqual(['Alpha', 'Al fa']);
  });

  it('lists no word that only points back among the surface forms', () => {
    const spelled = article('d', [['Alpha and Its.']]);
    const mentions = spelled.mentions.map((mention) => ({
      ...mention,
      entity_id: 'group:alpha',
      use: mention.text === 'Its' ? ('reference' as const) : mention.use,
    }));
    const [entity] = collate(read({ ...spelled, mentions, entities: [spelled.entities[0]], cooccurrences: [] }), [], knowledge).entities;
    expect(entity.surface_forms).toEqual(['Alpha']);
  });

  it('describes an entity found by rule as most mentions do', () => {
    const as = (id: string, name: string, mentions: number): Reading => {
      const [reading] = read(article(id, [['Zeta.']]));
      return { ...reading, entities: [{ ...reading.entities[0], name, mentions }] };
    };
    expect(collate([as('x', 'Zeta', 1), as('y', 'Zeta Group', 3)], [], knowledge).entities[0].name).toBe('Zeta Group');
  });

  it('does not care in which order articles come', () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'nobody'];
    const sentence = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }).map((words) => `${words.join(' ')}.`);
    const many = fc.array(fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (texts, random) => {
        const readings = read(...texts.map((paragraphs, i) => article(`d${i}`, paragraphs)));
        const shuffled = readings
          .map((reading) => ({ reading, key: random.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ reading }) => reading);
        expect(JSON.stringify(collate(shuffled, [], knowledge))).toBe(JSON.stringify(collate(readings, [], knowledge)));
      }),
      { numRuns: 50 },
    );
  });

  it('sorts problems of files and articles together', () => {
    const problem = (path: string, line: number | null) => ({ document_id: null, path, line, code: 'x', message: 'x' });
    const sorted = collate([], [problem('b', null), problem('a', 10), problem('a', 9)], knowledge).problems;
    expect(sorted.map(({ path, line }) => [path, line])).toEqual([
      ['a', 9],
      ['a', 10],
      ['b', null],
    ]);
  });
});
