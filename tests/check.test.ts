import { describe, expect, it } from 'vitest';
import {
  LEXICON_KINDS,
  CHECK_RULES,
  checkGazetteers,
  LEXICON,
  type Cells,
  type Complaint,
  type GazetteerRows,
  type Row,
  Way,
} from '../src/knowledge/index.js';

const row = (file: string, line: number, cells: Record<string, string>): Row => ({ file, line, cells: cells as Cells });
const group = (line: number, id: string, name: string, more: Record<string, string> = {}): Row =>
  row('groups.csv', line, { id, name, kind: 'armed_group', parent: '', countries: '', from: '', to: '', source: 'knowledge', ...more });
const place = (line: number, id: string, name: string, more: Record<string, string> = {}): Row =>
  row('places.csv', line, { id, name, kind: 'country', countries: '', latitude: '', longitude: '', source: 'knowledge', ...more });
const alias = (line: number, id: string, name: string, more: Record<string, string> = {}): Row =>
  row('aliases.csv', line, { id, name, use: 'alias', case: '', needs: '', source: 'knowledge', ...more });

function complaints(
  entities: readonly Row[],
  aliases: readonly Row[] = [],
  words: Readonly<Record<string, readonly Row[]>> = {},
  offices: readonly Row[] = [],
): readonly Complaint[] {
  const english = [
    { word: 'front', level: '10', pos: 'n', lexname: '' },
    { word: 'obelisk', level: '50', pos: 'n', lexname: '' },
  ] as unknown as Cells[];
  return checkGazetteers({
    entities,
    aliases,
    centres: [],
    offices,
    words: new Map(Object.entries(words)),
    weights: [],
    world: [],
    english,
    version: 'test',
  } satisfies GazetteerRows);
}
const found = (list: readonly Complaint[]): (string | number)[][] => list.map(({ code, file, line }) => [code, file, line]);

const A = group(2, 'group:a', 'Alpha Front');
const B = group(3, 'group:b', 'Beta Front');
const AF = place(2, 'place:AF', 'Afghanistan', { countries: 'AF' });

/** For each rule rows that it must complain of, where, and rows that look alike and are in order. */
const CASES: Readonly<
  Record<string, { readonly bad: readonly Complaint[]; readonly at: readonly (string | number)[]; readonly good: readonly Complaint[] }>
> = {
  'bad-id': { bad: complaints([group(5, 'Group A', 'Alpha')]), at: ['groups.csv', 5], good: complaints([A]) },
  'duplicate-id': { bad: complaints([A, group(9, 'group:a', 'Other')]), at: ['groups.csv', 9], good: complaints([A, B]) },
  'no-name': { bad: complaints([group(4, 'group:a', ' ')]), at: ['groups.csv', 4], good: complaints([A]) },
  'unknown-id': {
    bad: complaints([A], [alias(2, 'group:zz', 'ZZ Front')]),
    at: ['aliases.csv', 2],
    good: complaints([A], [alias(2, 'group:a', 'AF Front')]),
  },
  'unknown-holder': {
    bad: complaints([A], [], {}, [row('offices.csv', 2, { id: 'person:a', office: 'president', country: 'AF', from: '2013' })]),
    at: ['offices.csv', 2],
    good: complaints([A], [], {}, [row('offices.csv', 2, { id: 'group:a', office: 'president', country: 'AF', from: '2013-09' })]),
  },
  'unknown-need': {
    bad: complaints([A], [alias(2, 'group:a', 'AF', { needs: 'self group:zz' })]),
    at: ['aliases.csv', 2],
    good: complaints([A, B], [alias(2, 'group:a', 'AF', { needs: 'self place group:b' })]),
  },
  'unknown-use': {
    bad: complaints([A], [alias(2, 'group:a', 'AF', { use: 'nickname' })]),
    at: ['aliases.csv', 2],
    good: complaints([A], [alias(2, 'group:a', 'AF', { use: 'acronym' })]),
  },
  'unknown-case': {
    bad: complaints([A], [alias(2, 'group:a', 'AF', { case: 'upper' })]),
    at: ['aliases.csv', 2],
    good: complaints([A], [alias(2, 'group:a', 'AF', { case: 'any' })]),
  },
  'unknown-parent': {
    bad: complaints([group(2, 'group:a', 'Alpha', { parent: 'group:zz' })]),
    at: ['groups.csv', 2],
    good: complaints([A, group(3, 'group:b', 'Beta', { parent: 'group:a' })]),
  },
  'unknown-country': {
    bad: complaints([AF, group(2, 'group:a', 'Alpha', { countries: 'AF XQ' })]),
    at: ['groups.csv', 2],
    good: complaints([AF, group(2, 'group:a', 'Alpha', { countries: 'AF' })]),
  },
  'bad-number': {
    bad: complaints([place(2, 'place:x', 'Xanadu', { latitude: '34,5' })]),
    at: ['places.csv', 2],
    good: complaints([place(2, 'place:x', 'Xanadu', { latitude: '-34.5', longitude: '170' })]),
  },
  'never-matches': { bad: complaints([A], [alias(2, 'group:a', '’')]), at: ['aliases.csv', 2], good: complaints([A], [alias(2, 'group:a', 'А1')]) },
  shadowed: {
    bad: complaints([A], [alias(2, 'group:a', 'alpha-FRONT')]),
    at: ['aliases.csv', 2],
    // Such a row says under which condition the entity's own name counts.
    good: complaints([A], [alias(2, 'group:a', 'Alpha Front', { needs: 'self' })]),
  },
  'same-name': {
    bad: complaints([A, group(7, 'group:x', 'Alpha front')]),
    at: ['groups.csv', 7],
    good: complaints([A, group(7, 'group:x', 'Alpha Front')], [alias(2, 'group:x', 'Alpha Front', { needs: 'place' })]),
  },
  'colliding-name': {
    bad: complaints([A, B], [alias(6, 'group:b', 'Alpha Front')]),
    at: ['aliases.csv', 6],
    good: complaints([A, B], [alias(6, 'group:b', 'Alpha Front', { needs: 'group:b' })]),
  },
  'common-word': {
    bad: complaints([A], [alias(2, 'group:a', 'Front')]),
    at: ['aliases.csv', 2],
    good: complaints([A], [alias(2, 'group:a', 'FRONT', { case: 'exact' }), alias(3, 'group:a', 'Obelisk')]),
  },
  'no-source': { bad: complaints([group(2, 'group:a', 'Alpha', { source: '' })]), at: ['groups.csv', 2], good: complaints([A]) },
  'missing-column': {
    bad: complaints([A], [], { titles: [row('words/titles.csv', 2, { phrase: 'Dr', kind: 'academic', position: 'before' })] }),
    at: ['words/titles.csv', 1],
    good: complaints([A], [], { titles: [row('words/titles.csv', 2, { phrase: 'Dr', kind: 'academic', position: 'before', ambiguous: '' })] }),
  },
  'no-phrase': {
    bad: complaints([A], [], { particles: [row('words/particles.csv', 4, { phrase: '', culture: 'x' })] }),
    at: ['words/particles.csv', 4],
    good: complaints([A], [], { particles: [row('words/particles.csv', 4, { phrase: 'bin', culture: 'x' })] }),
  },
  'no-number': {
    bad: complaints([A], [], { [LEXICON.month.file]: [row('words/months.csv', 2, { phrase: 'May', month: 'five', ambiguous: 'true' })] }),
    at: ['words/months.csv', 2],
    good: complaints([A], [], { [LEXICON.month.file]: [row('words/months.csv', 2, { phrase: 'May', month: '5', ambiguous: 'true' })] }),
  },
  'unused-list': {
    bad: complaints([A], [], { colours: [row('words/colours.csv', 2, { phrase: 'red' })] }),
    at: ['words/colours.csv', 1],
    good: complaints([A], [], { particles: [row('words/particles.csv', 2, { phrase: 'bin', culture: 'x' })] }),
  },
};

describe('word lists', () => {
  it('are numbered in their order', () => {
    expect(LEXICON_KINDS.map((kind) => LEXICON[kind].kind)).toEqual(LEXICON_KINDS.map((_, i) => i));
    expect(LEXICON_KINDS.length).toBeLessThanOrEqual(Way.Length);
  });
});

describe('sitrep check', () => {
  it('has a case for every rule', () => {
    expect(Object.keys(CASES).sort()).toEqual(CHECK_RULES.map(({ id }) => id).sort());
  });

  it.each(CHECK_RULES.map(({ id, reads }) => [id, reads]))('%s: %s', (id) => {
    const { bad, at, good } = CASES[id];
    expect(found(bad.filter(({ code }) => code === id))).toEqual([[id, ...at]]);
    expect(good.filter(({ code }) => code === id)).toEqual([]);
  });

  it('names a remedy in every complaint', () => {
    for (const { bad } of Object.values(CASES))
      for (const { message } of bad) expect(message).toMatch(/(; |, )(\S+ )*?(write|delete|give|fill|correct|add|exchange|\S+ lists)\b/);
  });

  it('says of the two rows that collide where the other one stands', () => {
    const [{ message }] = CASES['colliding-name'].bad;
    expect(message).toContain('group:a (groups.csv, line 2) and group:b');
  });

  it('finds nothing in rows that are in order', () => {
    expect(
      complaints(
        [AF, group(2, 'group:a', 'Alpha Front', { countries: 'AF', from: '2001', to: '2013-06' })],
        [alias(2, 'group:a', 'ALF', { use: 'acronym' })],
      ),
    ).toEqual([]);
  });
});
