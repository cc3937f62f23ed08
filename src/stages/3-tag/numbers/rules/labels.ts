import { isChain, isScore, isYear } from '../refusals/codes.js';
import * as is from '../refusals/exclusions.js';
import { isHyphenedCode, isJoinedNoun } from '../refusals/hyphens.js';
import { isCountedModel, isModelAgain, isModel, isNameHead, isNameTail, isSignedCode } from '../refusals/models.js';
import type { RefusalRule } from '../rule.js';

// Figures that name or number something: codes, years, notes, items, addresses, models.

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
    id: 'not.joined-figure',
    reads: 'figures that a hyphen makes part of a noun',
    shape: '# ~- ~word',
    by: isJoinedNoun,
    examples: [
      ['They drive 18-wheelers.', ''],
      ['He bought a 12-footer.', ''],
    ],
    not: ['A 24-member panel met.', 'The 10-year bonds fell.'],
  },
  {
    id: 'not.hyphened',
    reads: 'figures tied to a word by a hyphen',
    shape: null,
    by: isHyphenedCode,
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
    by: isSignedCode,
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
    id: 'not.area-code',
    reads: 'the number of a post or telephone district before the word for it',
    shape: '# (zip | area | dialling | dialing | postal) code',
    by: null,
    examples: [
      ['Homes in the 90317 ZIP code sell fast.', ''],
      ['She has a 415 area code.', ''],
    ],
    not: ['They use 12 area codes.', 'He has 12 codes.'],
  },
  {
    id: 'not.name-tail',
    reads: 'figures behind a capitalised word that count nothing',
    shape: null,
    by: isNameTail,
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
    by: isNameHead,
    examples: [
      ['It flew its own 787 Dreamliner.', ''],
      ['He flew the latest 747 Cityliner.', ''],
    ],
    not: ['It has a 787 seat hall.'],
  },
  {
    id: 'not.model-again',
    reads: 'the figures of a model named before, said again',
    shape: null,
    by: isModelAgain,
    examples: [
      ['The Orion 11 and 11 Pro Max are out.', ''],
      ['He reviewed the Zorro 40 Lite, 40 Ultra.', ''],
    ],
    not: ['The Orion 11 and 12 Scots came.', 'In May 11 Danes and 11 Scots came.'],
  },
  {
    id: 'not.counted-model',
    reads: 'three figures between a count and a capitalised word: the model of what is counted',
    shape: null,
    by: isCountedModel,
    examples: [
      ['It parked two new 737 Max jets.', 'count 2; counted=new 737 Max jets'],
      ['It has five 787 Dreamliners.', 'count 5; counted=787 Dreamliners'],
    ],
    not: ['It has 787 Scots.', 'He has five, and 787 Scots came.'],
  },
  {
    id: 'not.model',
    reads: 'three figures between an article and one single thing: the model it is',
    shape: '(the | a | an) #',
    by: isModel,
    examples: [
      ['It will end production of the 767 freighter.', ''],
      ['She made a 911 call.', ''],
    ],
    not: ['The 120 aircraft landed.', 'It is a 767 seat hall.'],
  },
];
