import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import { analyze } from '../src/pipeline.js';
import { FIGURE_RULES, REFUSAL_RULES } from '../src/stages/3-tag/numbers/grammar.js';
import { refusedNumbers } from '../src/stages/3-tag/numbers/figures.js';
import { TIME_RULES } from '../src/stages/3-tag/dates/grammar.js';
import { rulesPage } from './rules-page.mjs';
import { fitsFigure, figureLabel } from './spec/judge.js';

// Every rule of the number grammar is tested by its own examples and counter-examples; those of the dates in dates.test.ts.

const knowledge = await loadKnowledge();
const read = (text: string) => analyze({ id: 'a', text, title: null, published: '2024-05-15', url: null, path: null, sha256: null }, knowledge);

const refused = (text: string) => refusedNumbers(read(text), knowledge);

const names = (because: string, id: string): boolean => because.split('; ').some((one) => one === `rule ${id}` || one.startsWith(`rule ${id} "`));
const shown = (text: string): string =>
  read(text)
    .claims.map((claim) => `${claim.text}: ${figureLabel(claim, '')} (${claim.because})`)
    .join(' | ');

describe('each rule of the number grammar', () => {
  for (const { id, examples, not } of FIGURE_RULES) {
    test(id, () => {
      for (const [text, wanted] of examples) {
        const found = read(text).claims.find((claim) => names(claim.because, id) && fitsFigure(claim, wanted));
        expect(found, `${text} → ${wanted}, found ${shown(text)}`).toBeDefined();
      }
      for (const text of not) {
        const found = read(text).claims.find((claim) => names(claim.because, id));
        expect(found, `${text}: ${shown(text)}`).toBeUndefined();
      }
    });
  }
});

describe('each rule that refuses a number', () => {
  for (const { id, examples, not } of REFUSAL_RULES) {
    test(id, () => {
      for (const [text] of examples)
        expect(
          refused(text).map(({ rule }) => rule),
          `${text} ${shown(text)}`,
        ).toContain(id);
      for (const text of not)
        expect(
          refused(text).map(({ rule }) => rule),
          text,
        ).not.toContain(id);
    });
  }
});

describe('the number grammar', () => {
  const rules = [...FIGURE_RULES, ...REFUSAL_RULES];
  it('has an id for each rule', () => expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length));
  it('has two examples and a counter-example for each', () => {
    expect(rules.filter(({ examples, not }) => examples.length < 2 || not.length < 1).map(({ id }) => id)).toEqual([]);
  });
  it('has a shape or a function for each', () => {
    expect(rules.filter(({ id, shape, by }) => shape === null && by === null && id !== 'not.idiom').map(({ id }) => id)).toEqual([]);
  });
});

test('the page of all rules is up to date: npm run accept writes it', () => {
  const page = readFileSync(new URL('../src/stages/3-tag/RULES.md', import.meta.url), 'utf8');
  expect(page).toBe(rulesPage(TIME_RULES, FIGURE_RULES, REFUSAL_RULES));
});
