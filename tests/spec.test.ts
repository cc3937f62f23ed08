import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import { analyze } from '../src/pipeline.js';
import { readCases, type SpecCase, specCases } from './spec/cases.js';
import { judge } from './spec/judge.js';

const knowledge = await loadKnowledge();
const cases = specCases();

const verdictOn = (specCase: SpecCase): string | null =>
  judge(
    specCase,
    analyze({ id: 'case', text: specCase.text, title: null, published: specCase.published, url: null, path: null, sha256: null }, knowledge),
  );

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  for (const specCase of cases.filter((one) => one.file === file)) {
    test(`${specCase.line}: ${specCase.text.replaceAll('\n', '¶').slice(0, 100)}`, () => {
      const failure = verdictOn(specCase);
      const at = `tests/spec/${specCase.file}:${specCase.line}`;
      if (specCase.knownFailure === null && failure !== null) expect.fail(`${at}\n${failure}`);
      if (specCase.knownFailure !== null && failure === null)
        expect.fail(`${at} passes now: take away the ? and the reason “${specCase.knownFailure}”`);
    });
  }
});

describe('case files', () => {
  test('there are at least 700 cases, 300 of them with nothing to find', () => {
    expect(cases.length).toBeGreaterThanOrEqual(700);
    expect(cases.filter(({ file }) => file === 'nothing.txt').length).toBeGreaterThanOrEqual(300);
    expect(cases.filter(({ file, marks }) => file === 'nothing.txt' && marks.length > 0)).toEqual([]);
  });

  test('no sentence stands twice', () => {
    const seen = new Map<string, number>();
    for (const { file, text } of cases) seen.set(`${file} ${text}`, (seen.get(`${file} ${text}`) ?? 0) + 1);
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });

  const first = (name: string, line: string): SpecCase => readCases(name, line)[0];

  test('a wrong case is seen', () => {
    expect(verdictOn(first('names.txt', 'He was born in ⟦Peru|place:PE⟧.'))).toBeNull();
    expect(verdictOn(first('names.txt', 'He was born in Peru.'))).toContain('found   He was born in ⟦Peru|place:PE⟧.');
    expect(verdictOn(first('names.txt', 'He was born in ⟦Peru|place:CL⟧.'))).toContain('wanted  He was born in ⟦Peru|place:CL⟧.');
    expect(verdictOn(first('names.txt', 'He was ⟦born|person⟧ in ⟦Peru|place:PE⟧.'))).not.toBeNull();
    expect(verdictOn(first('numbers.txt', 'They saw ⟦12 buses|count 12⟧.'))).toBeNull();
    expect(verdictOn(first('numbers.txt', 'They saw ⟦12 buses|count 13⟧.'))).toContain('count 12');
  });

  test('a broken line is seen', () => {
    expect(() => first('names.txt', '? In ⟦Peru|place:PE⟧.')).toThrow('tells its reason');
    expect(() => first('names.txt', 'In ⟦Peru|plaice:PE⟧.')).toThrow('names.txt:1: “plaice:PE” is no label');
    expect(() => first('names.txt', 'In ⟦Peru.')).toThrow('never closed');
    expect(() => first('other.txt', 'In Peru.')).toThrow('no layers are known');
  });
});
