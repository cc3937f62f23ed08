import { shareBefore } from '../bounds/ranges.js';
import { shareInLists } from '../bounds/ranges.js';
import { readOf } from '../counted/partitives.js';
import { shareWholes, wholeOf } from '../counted/parts.js';
import { readSharesLeftOut } from '../counted/shares-left.js';
import { likeInBrackets } from '../measures/equivalents.js';
import type { FigureRule } from '../rule.js';

/** Of what a count is a part, and what it takes from the figures beside it. */
export const PARTS: readonly FigureRule[] = [
  {
    id: 'part.member',
    reads: 'a part of the number before: including, among them, of whom',
    shape: null,
    by: wholeOf,
    examples: [
      ['The flood killed 12 people, including three children.', 'count 3 person'],
      ['They have 12 boats, three of which leak.', 'count 3'],
    ],
    not: ['The flood killed 12 people and three goats.'],
  },
  {
    id: 'part.of-whole',
    reads: 'a part without a noun counts what its whole counts',
    shape: null,
    by: wholeOf,
    examples: [
      ['They have 12 boats, three of which leak.', 'count 3 boat; counted=boats'],
      ['He saw 40 people, two of whom fled.', 'count 2 person'],
    ],
    not: ['The flood killed 12 people, including three children.'],
  },
  {
    id: 'part.number-of',
    reads: 'so many of the so many',
    shape: null,
    by: shareWholes,
    examples: [
      ['14 of the 21 sites were closed.', 'count 14 site'],
      ['They closed 3 of their 8 schools.', 'count 3 school'],
    ],
    not: ['14 of the sites were closed.'],
  },
  {
    id: 'list.parallel',
    reads: 'a bare number behind a measure, with the same preposition behind both',
    shape: null,
    by: shareBefore,
    examples: [
      ['The path is 12 km for riders and 9 for walkers.', 'distance 9 km'],
      ['Tax is 14 percent on rum and 19 on beer.', 'percent 19'],
    ],
    not: ['The path is 12 km for riders and 9 walkers came.'],
  },
  {
    id: 'list.share',
    reads: 'a bare number behind a name in a list of shares',
    shape: null,
    by: readSharesLeftOut,
    examples: [
      ['The Liberals won 31 percent, the Greens 12.4 and the Left 9.8.', 'percent 12.4'],
      ['Labour had 33 percent and the Conservative Party 24.', 'percent 24'],
    ],
    not: ['Output fell 3 percent and the plant has 24.'],
  },
  {
    id: 'list.same-in-brackets',
    reads: 'the same amount in another unit, in brackets',
    shape: null,
    by: likeInBrackets,
    examples: [
      ['The road is more than 7 miles (11 km) long.', 'distance >11 km'],
      ['It weighs 20 kg (44 pounds).', 'measure 44'],
    ],
    not: ['The road is 7 miles long.'],
  },
  {
    id: 'list.ages',
    reads: 'in a list of ages the word that tells the first',
    shape: null,
    by: shareInLists,
    examples: [
      ['Boys aged 4 and 6 came.', 'age 6 year'],
      ['She is 58, or perhaps 60.', 'age ~60 year'],
    ],
    not: ['Boys aged 4 came.'],
  },
  {
    id: 'measure.part-of-one',
    reads: 'a part of a measure: half of a mile',
    shape: null,
    by: readOf,
    examples: [
      ['Add 1/4 of a gallon.', 'measure 0.25 gallon'],
      ['Add 1/16 of a pint.', 'measure 0.0625 pint'],
    ],
    not: ['He walked half of the way.'],
  },
];
