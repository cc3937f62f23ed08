import { Flag, has } from '../../../../model/index.js';
import type { RateRule } from '../rule.js';
import { isStop, type Scene } from '../scene.js';

/** "weekly" behind an amount, not "weekly papers". */
const endsPhrase = (scene: Scene, last: number, limit: number): boolean =>
  last >= limit || !has(scene.tokens, last, Flag.Word) || isStop(scene, last);

/** Rates behind a figure, the first that fits. */
export const RATES: readonly RateRule[] = [
  {
    id: 'rate.often',
    reads: 'so much daily, weekly, monthly, yearly',
    shape: '# often',
    by: endsPhrase,
    examples: [
      ['The mine yields tens of millions of dollars weekly.', 'money tens_of_millions; rate=P1W'],
      ['It burns 300 litres daily.', 'measure 300 litre; rate=P1D'],
    ],
    not: ['He prints 300 weekly papers.'],
  },
  {
    id: 'rate.joined',
    reads: 'so-much-a-day before a noun',
    shape: '# ~- (a | an) - period',
    by: null,
    examples: [
      ['A 20-a-day habit kills.', 'count 20; rate=P1D'],
      ['It is a $5-a-month plan.', 'money 5 USD; rate=P1M'],
    ],
    not: ['It is a 20-day plan.'],
  },
  {
    id: 'rate.each',
    reads: 'so much a day, per hour, each year, every month',
    shape: '# (each | ~/) period',
    by: null,
    examples: [
      ['The stall takes A$40 a day.', 'money 40 AUD; rate=P1D'],
      ['They sell 500 tonnes per annum.', 'measure 500; rate=P1Y'],
      ['280 people may move there every year.', 'count 280 person; rate=P1Y'],
    ],
    not: ['They sold 40 a day later.', 'They sell 500 tonnes a piece.'],
  },
  {
    id: 'rate.of-each',
    reads: 'so much per head a day: the share of each stands before the time',
    shape: '# per word each period',
    by: null,
    examples: [
      ['It burns 11 litres per car a week.', 'measure 11 litre; rate=P1W'],
      ['They pay $5 per cow each month.', 'money 5 USD; rate=P1M'],
    ],
    not: ['It burns 11 litres per car.'],
  },
];
