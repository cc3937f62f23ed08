import { BOTH, joinBounds, readAfter, readBounds, readDoubt, SUB } from '../bounds/bounds.js';
import type { FigureRule } from '../rule.js';

/** Hedges and bounds; their words are those of words/hedges.csv. */
export const BOUNDS: readonly FigureRule[] = [
  {
    id: 'bound.before',
    reads: 'about, at least, more than, up to so many; several may stack',
    shape: 'hedge #',
    by: readBounds,
    examples: [
      ['Around 60 miners were trapped.', 'count ~60 person'],
      ['At least 60 miners were trapped.', 'count >=60 person'],
      ['Up to about 300 boats sank.', 'count <=300 boat'],
      ['An estimated 60 miners were trapped.', 'count ~60 person; hedge=estimated'],
    ],
    not: ['He talked about 60 miners.', 'It led up to two quarrels.'],
  },
  {
    id: 'bound.behind',
    reads: 'so many or more, or so, -odd, at most',
    shape: '# hedge',
    by: readAfter,
    examples: [
      ['It sold 60 or more bikes.', 'count >=60 bike'],
      ['The ferry carries 200-odd cars.', 'count ~200 car'],
      ['It sold 12 or so vans.', 'count ~12 van'],
    ],
    not: ['It sold 60 and over 40 came.'],
  },
  {
    id: 'bound.sub',
    reads: 'a bound tied to its number: sub-so-much',
    shape: SUB,
    by: readBounds,
    examples: [
      ['They make sub-7 nanometre chips.', 'distance <7'],
      ['He ran sub-10 second races.', 'duration <10 second'],
    ],
    not: ['The sub has 7 berths.'],
  },
  {
    id: 'bound.doubt',
    reads: 'a word of doubt shortly before the figure',
    shape: null,
    by: readDoubt,
    examples: [
      ['It is reportedly worth $5 million.', 'money 5000000; hedge=reportedly'],
      ['He allegedly took 40 cows.', 'count 40 cow; hedge=allegedly'],
    ],
    not: ['It is worth $5 million.'],
  },
  {
    id: 'bound.both',
    reads: 'an upper and a lower bound of one quantity',
    shape: BOTH,
    by: joinBounds,
    examples: [
      ['It weighs more than 100 and less than 300 tonnes.', 'measure 100..300'],
      ['He needs at least 20 and at most 90 days.', 'duration 20..90 day'],
    ],
    not: ['More than 100 came and less than 300 left.'],
  },
];
