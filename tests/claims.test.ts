import { growthOf } from './support/work.mjs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Claim } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';

const knowledge = await loadKnowledge();
const claimsOf = (text: string): readonly Claim[] =>
  analyze({ id: 'c', text, title: null, published: '2024-05-06', url: null, path: null, sha256: null }, knowledge).claims;

type Slots = Partial<Record<keyof Claim, unknown>>;
interface Case {
  /** The rule, said aloud. */
  readonly reads: string;
  readonly text: string;
  /** For each figure, by the words it begins with, the slots that matter. */
  readonly gives: Readonly<Record<string, Slots>>;
}

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'what happened': [
    {
      reads: 'each verb of a list has its own number',
      text: 'Militants killed 12 soldiers and wounded 30 in Gao.',
      gives: { '12': { event: 'killed' }, '30': { event: 'wounded' } },
    },
    {
      reads: 'a passive verb stands behind its number',
      text: 'At least 14 people were arrested in Kano.',
      gives: { 'At least 14': { event: 'arrested' } },
    },
    { reads: 'a noun of the event governs the number', text: 'The death toll rose to 23.', gives: { '23': { event: 'killed' } } },
    { reads: 'a state stands behind its number', text: 'The storm left 11 people dead.', gives: { '11': { event: 'killed' } } },
    { reads: 'a word for people yields to the verb', text: 'Three hostages died.', gives: { Three: { event: 'killed' } } },
    { reads: 'a label tells what the list counts', text: 'Wounded: 14 policemen.', gives: { '14': { event: 'wounded' } } },
    { reads: 'being the object of a preposition is no event', text: 'The army killed nine gunmen in two villages.', gives: { two: { event: null } } },
  ],
  'who has the floor': [
    {
      reads: 'in a transcript whoever the label of the turn names speaks, and behind “A:” who was introduced',
      text: 'Lena Brandt, a baker, spoke to us.\n\nQ: How many ovens burned?\n\nA: Twelve ovens burned. Some 40 men came.\n\nQ: And now?\n\nA: We have three carts.',
      gives: {
        Twelve: { said_by: 'Lena Brandt', said_via: 'explicit' },
        'Some 40': { said_by: 'Lena Brandt', said_via: 'discourse' },
        three: { said_by: 'Lena Brandt', said_via: 'explicit' },
      },
    },
  ],
  'who did it': [
    { reads: 'the subject of an active verb', text: 'Boko Haram killed 12 farmers near Maiduguri.', gives: { '12': { actor: 'Boko Haram' } } },
    {
      reads: 'the "by" of a passive verb',
      text: 'Seven miners were abducted by Boko Haram.',
      gives: { Seven: { actor: 'Boko Haram', event: 'kidnapped' } },
    },
    {
      reads: 'the antecedent of a relative',
      text: 'He blamed Boko Haram, who are responsible for killing hundreds of farmers.',
      gives: { hundreds: { actor: 'Boko Haram' } },
    },
  ],
  'where, when and from where': [
    {
      reads: 'a list of places holds for its number',
      text: 'Some 60 camps lie in Gao, Kidal and Timbuktu.',
      gives: { 'Some 60': { places: ['Gao', 'Kidal', 'Timbuktu'] } },
    },
    {
      reads: 'a place behind the last number of a list is the place of all',
      text: 'Police arrested 12 men and wounded 30 in Kano.',
      gives: { '12': { places: ['Kano'] } },
    },
    {
      reads: 'people from somewhere',
      text: 'Dozens of recruits from Chad have arrived in Gao.',
      gives: { Dozens: { origin_ids: ['place:TD'], places: ['Gao'] } },
    },
    {
      reads: 'a date behind its own number stays with it',
      text: 'The camp grew from 300 people in 2019 to 900 people in 2023.',
      gives: { '300': { when_text: '2019' }, '900': { when_text: '2023' } },
    },
  ],
  'who says so': [
    { reads: 'according to', text: 'According to the Red Cross, 12 people drowned.', gives: { '12': { said_via: 'explicit' } } },
    {
      reads: 'a speaker behind the claim',
      text: '12 people drowned, residents said.',
      gives: { '12': { said_by: 'residents', said_via: 'explicit' } },
    },
    {
      reads: 'the same report',
      text: 'The United Nations said in a report dated 28 February 2024 that 90 families fled. The same report listed 87 burned huts.',
      gives: {
        '90': { said_by_id: 'group:united-nations', said_on: '2024-02-28' },
        '87': { said_by_id: 'group:united-nations', said_via: 'anaphora', said_on: '2024-02-28' },
      },
    },
    {
      reads: 'a sentence without a speaker goes on',
      text: 'According to a June 2023 UN report, leaders number in the dozens. There are around 70 cooks in Mali.',
      gives: { 'around 70': { said_by_id: 'group:united-nations', said_via: 'discourse', said_on: '2023-06' } },
    },
    {
      reads: 'a sentence that begins with another name does not',
      text: 'Police said 12 people drowned. Boko Haram holds 40 farmers.',
      gives: { '40': { said_by: null } },
    },
    {
      reads: 'an age beside the speaker is the writer’s',
      text: '“We lost 17 cows,” said Amina Diallo, 29, a herder.',
      gives: { '17': { said_by: 'Amina Diallo' }, '29': { said_by: null } },
    },
  ],
  'on what condition, and how sure': [
    {
      reads: 'a condition about counting widens the number before',
      text: 'There are around 70 cooks in Mali and up to 300 if helpers are counted.',
      gives: { 'around 70': { condition: null }, 'up to 300': { condition: 'if helpers are counted', counted: 'cooks', counted_via: 'ellipsis' } },
    },
    { reads: 'plans', text: 'The agency will train 300 nurses.', gives: { '300': { modality: 'planned' } } },
    { reads: 'denials', text: 'The ministry denied that 40 soldiers had died.', gives: { '40': { polarity: 'denied', modality: 'denied' } } },
    {
      reads: 'a denial does not reach over a semicolon',
      text: 'The army denied the report; police said 40 people died.',
      gives: { '40': { polarity: 'affirmed' } },
    },
    { reads: 'whether is no condition', text: 'She asked if 12 tents were enough.', gives: { '12': { condition: null } } },
  ],
};

for (const [topic, cases] of Object.entries(CASES)) {
  describe(topic, () => {
    test.each(cases)('$reads', ({ text, gives }) => {
      const claims = claimsOf(text);
      for (const [words, slots] of Object.entries(gives)) {
        const claim = claims.find((one) => one.text.startsWith(words));
        expect(claim, `no claim "${words}" in ${claims.map((one) => `«${one.text}»`).join(' ')}`).toBeDefined();
        for (const [slot, value] of Object.entries(slots))
          expect(claim?.[slot as keyof Claim], `${words}: ${slot} {${claim?.because}}`).toEqual(value);
      }
    });
  });
}

test('a part and a wider count name the claim they belong to', () => {
  const [whole, part] = claimsOf('The blast killed 19 people, including three children.');
  expect(part.part_of).toBe(whole.claim_id);
  const [narrow, wide] = claimsOf('There are around 70 cooks in Mali and up to 300 if helpers are counted.');
  expect(wide.alternative_of).toBe(narrow.claim_id);
});

test('every claim says why, quotes its sentence in one line and points at its words', () => {
  const text = 'Police arrested\n14 men in Kano.';
  const [claim] = claimsOf(text);
  expect(text.slice(claim.start, claim.end)).toBe(claim.text);
  expect(claim.sentence_text).toBe('Police arrested 14 men in Kano.');
  expect(claim.because).toContain('arrested');
});

test('the work of a long article of numbers is linear', async () => {
  const article = (n: number): string => 'Police said 12 people died in Kano, including 3 children, and 40 were hurt; he said 9 fled. '.repeat(n);
  expect(await growthOf((n) => void claimsOf(article(n)), 100, 8)).toBeLessThan(12);
});

test('the work of a long article of pronouns is linear, also without a stop', async () => {
  const article = (n: number): string =>
    'Hezbollah said it left, and Maria Okafor told her men that they took its boat, “he lost it”, she said. '.repeat(n);
  const stopless = (n: number): string => 'Maria and he saw her and it took its boat while they lost their men '.repeat(n);
  expect(await growthOf((n) => void claimsOf(article(n)), 100, 8)).toBeLessThan(12);
  expect(await growthOf((n) => void claimsOf(stopless(n)), 100, 8)).toBeLessThan(12);
});
