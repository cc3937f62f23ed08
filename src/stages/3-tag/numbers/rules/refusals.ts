import * as is from '../refusals/exclusions.js';
import { isHyphenedWord, isJoinedNoun } from '../refusals/hyphens.js';
import { isGeneration } from '../refusals/models.js';
import type { FigureRule, RefusalRule } from '../rule.js';
import { isWeak } from '../refusals/weak.js';
import { CLOCKS } from './clocks.js';
import { BARE_FIGURES, FIGURES } from './labels.js';

// Numbers that say neither how much nor how many. Examples are refused, counter-examples are not.

/** Phrases of words/numbers.csv in which a number word counts nothing; they are passed over before a number is read. */
export const IDIOM: FigureRule = {
  id: 'not.idiom',
  reads: 'an idiom',
  shape: null,
  by: null,
  examples: [
    ['They spoke to one another.', ''],
    ['He was in two minds.', ''],
  ],
  not: ['He spoke to two men.'],
};

/** Asked of every number. */
export const ALL_NUMBERS: readonly RefusalRule[] = [
  {
    id: 'not.name',
    reads: 'part of a name',
    shape: null,
    by: is.isNamed,
    examples: [
      ['The Group of Seven met in Nairobi.', ''],
      ['He works for the March 23 Movement.', ''],
    ],
    not: ['The seven ministers met in Nairobi.'],
  },
  {
    id: 'not.date',
    reads: 'part of a date or a time told from today',
    shape: null,
    by: is.isTimed,
    examples: [
      ['She came on 4 July 2016.', ''],
      ['He left two weeks ago.', ''],
    ],
    not: ['He stayed two weeks.'],
  },
  {
    id: 'not.network',
    reads: 'the generation of a network',
    shape: null,
    by: isGeneration,
    examples: [
      ['They switched on the 5G mast.', ''],
      ['The 4G signal failed.', ''],
    ],
    not: ['The firm has 5 masts.'],
  },
  {
    id: 'not.denominator',
    reads: 'so many of something else for each of which an amount is told',
    shape: '(per | for every) #',
    by: is.isDenominator,
    examples: [
      ['The rate fell per 1,000 births.', ''],
      ['It is dear per thousand litres.', ''],
    ],
    not: ['It costs 30 francs for a litre.', 'He can wait per se 20 days.'],
  },
  {
    id: 'not.coordinate',
    reads: 'degrees of a place on the globe',
    shape: null,
    by: is.isCoordinate,
    examples: [
      ['The wreck lies at 34° N.', ''],
      ['It drifted to 12° 30′ in the night.', ''],
    ],
    not: ['It was 34° in the shade.'],
  },
];

/** Asked of vague words. */
export const VAGUE_NUMBERS: readonly RefusalRule[] = [
  {
    id: 'not.weak',
    reads: 'a weak quantifier that carries no statement',
    shape: null,
    by: isWeak,
    examples: [
      ['Many wells are dry.', ''],
      ['He has several reasons.', ''],
    ],
    not: ['Several people were killed.', 'Many of these men fled.'],
  },
];

/** Asked of number words and of all figures. */
export const ORDINAL: RefusalRule = {
  id: 'not.ordinal',
  reads: 'an ordinal',
  shape: null,
  by: is.isOrdinal,
  examples: [
    ['It was the 21st storm.', ''],
    ['It was the twenty-first storm.', ''],
  ],
  not: ['They have 14 first-team players.'],
};

/** Asked of number words and fractions. */
export const WORDED_NUMBERS: readonly RefusalRule[] = [
  {
    id: 'not.one',
    reads: 'the pronoun one',
    shape: null,
    by: is.isPronoun,
    examples: [
      ['She wants the blue one.', ''],
      ['He is the tall one.', ''],
    ],
    not: ['One camp was closed.', 'One of the camps was closed.'],
  },
  {
    id: 'not.hyphened-word',
    reads: 'part of a word with hyphens',
    shape: null,
    by: isHyphenedWord,
    examples: [
      ['He drives a twin-two engine.', ''],
      ['The catch-twenty rule fell.', ''],
    ],
    not: ['A two-year plan was made.'],
  },
  {
    id: 'not.joined-noun',
    reads: 'a number that a hyphen makes part of a noun: a three-pointer, two-seaters',
    shape: '# ~- ~word',
    by: isJoinedNoun,
    examples: [
      ['She hit four three-pointers.', 'count 4; counted=three-pointers'],
      ['He drives a two-seater.', ''],
    ],
    not: ['A two-member panel met.', 'The ten-year bonds fell.'],
  },
  {
    id: 'not.label-word',
    reads: 'the number of a thing, not of things',
    shape: null,
    by: is.isLabelledWord,
    examples: [
      ['He read chapter two.', ''],
      ['She sat on platform nine.', ''],
    ],
    not: ['He read two chapters.'],
  },
];

export const REFUSALS: readonly FigureRule[] = [
  IDIOM,
  ...ALL_NUMBERS,
  ...VAGUE_NUMBERS,
  ...CLOCKS,
  ORDINAL,
  ...WORDED_NUMBERS,
  ...FIGURES,
  ...BARE_FIGURES,
];
