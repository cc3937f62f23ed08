import { isChain, isScore, isYear } from '../refusals/codes.js';
import * as is from '../refusals/exclusions.js';
import type { FigureRule, RefusalRule } from '../rule.js';
import { isWeak } from '../refusals/weak.js';

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
    by: is.isGeneration,
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

/** Asked of numbers that are no money. */
export const CLOCKS: readonly RefusalRule[] = [
  {
    id: 'not.minutes',
    reads: 'the minutes of a clock time',
    shape: 'digits ~: ~#',
    by: null,
    examples: [
      ['They mixed it in a 1:1 ratio.', ''],
      ['It rose at 05:30hrs.', ''],
    ],
    not: ['The list: 16 goats.'],
  },
  {
    id: 'not.hours',
    reads: 'the hours of a clock time',
    shape: '# ~: ~digits',
    by: null,
    examples: [
      ['They mixed it in a 1:1 ratio.', ''],
      ['The odds were 90:275 then.', ''],
    ],
    not: ['He asked 16: all came.'],
  },
  {
    id: 'not.half-day',
    reads: 'an hour with am or pm',
    shape: '# halfOfDay',
    by: is.isHour,
    examples: [
      ['It rained at 14pm last night.', ''],
      ['They eat at 13.30pm there.', ''],
    ],
    not: ['The film is 2.123 pm thick.'],
  },
  {
    id: 'not.clock',
    reads: 'an hour of the clock or of a zone',
    shape: '# (oclock | gmt | utc)',
    by: null,
    examples: [
      ['The call was at 8 GMT then.', ''],
      ['It rang at 9 UTC.', ''],
    ],
    not: ['Ten clocks struck.'],
  },
  {
    id: 'not.four-figure-hour',
    reads: 'an hour of the clock in four figures',
    shape: null,
    by: is.isFourFigureHour,
    examples: [
      ['They came about 1600hrs.', ''],
      ['They left at 0600 hours.', ''],
    ],
    not: ['They worked 1800 hours.', 'He slept 16 hours.'],
  },
  {
    id: 'not.part-of-day',
    reads: 'an hour of the morning, afternoon or evening',
    shape: '# in the partOfDay',
    by: is.isSmallHour,
    examples: [
      ['He works two hours in the morning, two in the afternoon.', ''],
      ['He sleeps one hour at noon, six in the evening.', ''],
    ],
    not: ['They sold 50 in the morning.'],
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
    by: is.isHyphenedWord,
    examples: [
      ['He drives a twin-two engine.', ''],
      ['The catch-twenty rule fell.', ''],
    ],
    not: ['A two-year plan was made.'],
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

/** Asked of figures that are no money. */
export const FIGURES: readonly RefusalRule[] = [
  {
    id: 'not.code',
    reads: 'a telephone number, version, date or other chain of figures',
    shape: null,
    by: isChain,
    examples: [
      ['Dial 0800 555 123 now.', ''],
      ['Call +1-222-2222 today.', ''],
    ],
    not: ['He counted 800 and 555 sheep.'],
  },
  {
    id: 'not.year',
    reads: 'a year that the dates did not take',
    shape: null,
    by: isYear,
    examples: [
      ['Sales of 1955 doors fell.', ''],
      ['He is in his 40s.', ''],
    ],
    not: ['2000 people came.', 'They took vans and 2000 leaflets.'],
  },
  {
    id: 'not.score',
    reads: 'the result of a match',
    shape: null,
    by: isScore,
    examples: [
      ['Our team won 3-1 at home.', ''],
      ['It stood 89-89 at the end.', ''],
    ],
    not: ['They lost 3-5 boats.'],
  },
  {
    id: 'not.exponent',
    reads: 'an exponent',
    shape: '^ #',
    by: null,
    examples: [
      ['The cube x ^ 3 is small.', ''],
      ['He drew y ^ 2 on it.', ''],
    ],
    not: ['The cube is 3 feet.'],
  },
  {
    id: 'not.hyphened',
    reads: 'figures tied to a word by a hyphen',
    shape: null,
    by: is.isHyphenedCode,
    examples: [
      ['The clinic treats COVID-19 there.', ''],
      ['The A-10 jet flew.', ''],
    ],
    not: ['The sub-7 metre boats race.'],
  },
];

/** Asked of figures that have no unit either. */
export const BARE_FIGURES: readonly RefusalRule[] = [
  {
    id: 'not.note',
    reads: 'the number of a note',
    shape: '[ # ]',
    by: is.isPlain,
    examples: [
      ['See note [27] there.', ''],
      ['The well is dry [4].', ''],
    ],
    not: ['He has twelve (12) goats.', 'The file [39K] is small.'],
  },
  {
    id: 'not.hash-sign',
    reads: 'a number behind the sign for number',
    shape: 'hashSign #',
    by: is.isPlain,
    examples: [
      ['It is #5 of them.', ''],
      ['Gate # 7 is shut.', ''],
    ],
    not: ['He has 5 goats.'],
  },
  {
    id: 'not.item-bracket',
    reads: 'the number of a list item before its bracket',
    shape: '# ~close',
    by: is.isItem,
    examples: [
      ['1) Fill the well.', ''],
      ['He named 2) the well.', ''],
    ],
    not: ['He has goats (about 12) there.'],
  },
  {
    id: 'not.aside-number',
    reads: 'a short number by itself in brackets that restates none',
    shape: 'open # close',
    by: is.isReference,
    examples: [
      ['The well (3) is dry.', ''],
      ['See the map (12) there.', ''],
    ],
    not: ['He has twelve (12) goats.'],
  },
  {
    id: 'not.list-number',
    reads: 'the number of a list item before its dot',
    shape: '# .',
    by: is.isListNumber,
    examples: [
      ['1. Blue', ''],
      ['3. Fill the well.', ''],
    ],
    not: ['He has 12.'],
  },
  {
    id: 'not.page-number',
    reads: 'the number of a page or paragraph, alone in its line',
    shape: null,
    by: is.isPageNumber,
    examples: [
      ['— 14 —', ''],
      ['10.', ''],
    ],
    not: ['They are 14.'],
  },
  {
    id: 'not.address',
    reads: 'a house number',
    shape: null,
    by: is.isAddress,
    examples: [
      ['She lives at 575 Harbour Road.', ''],
      ['It stands at 16-18 Mill Avenue.', ''],
    ],
    not: ['He built 575 roads.'],
  },
  {
    id: 'not.signed-code',
    reads: 'a hyphen read as a minus before things that are counted',
    shape: null,
    by: is.isSignedCode,
    examples: [
      ['They used -7 rifles.', ''],
      ['It has -12 doors.', ''],
    ],
    not: ['It was -5 degrees.'],
  },
  {
    id: 'not.label',
    reads: 'the number of a thing, not of things',
    shape: null,
    by: is.isLabelled,
    examples: [
      ['He read page 12 of it.', ''],
      ['The code 7731 opens it.', ''],
    ],
    not: ['He read 12 pages of it.'],
  },
  {
    id: 'not.name-tail',
    reads: 'figures behind a capitalised word that count nothing',
    shape: null,
    by: is.isNameTail,
    examples: [
      ['He bought an iPhone 11 there.', ''],
      ['The Zorro 12 flew.', ''],
    ],
    not: ['In Kunar 30 soldiers died.'],
  },
  {
    id: 'not.name-head',
    reads: 'three figures before a capitalised word: the name of a model',
    shape: '(a | an | own | new | old | first | latest) #',
    by: is.isNameHead,
    examples: [
      ['It flew its own 787 Dreamliner.', ''],
      ['He flew the latest 747 Cityliner.', ''],
    ],
    not: ['It has a 787 seat hall.'],
  },
  {
    id: 'not.model',
    reads: 'three figures between an article and one single thing: the model it is',
    shape: '(the | a | an) #',
    by: is.isModel,
    examples: [
      ['It will end production of the 767 freighter.', ''],
      ['She made a 911 call.', ''],
    ],
    not: ['The 120 aircraft landed.', 'It is a 767 seat hall.'],
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
