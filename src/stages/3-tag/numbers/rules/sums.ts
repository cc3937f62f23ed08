import { joinRanges } from '../bounds/ranges.js';
import { restatedAsMoney } from '../measures/equivalents.js';
import { readExchange } from '../measures/exchange.js';
import { settleCurrencies } from '../measures/homes.js';
import { readIndexLevels, readPoints } from '../measures/points.js';
import { sharePrices } from '../measures/prices.js';
import type { FigureRule } from '../rule.js';

/** Bare numbers that are sums or points, told by what was said before: whose currency, which measure. */
export const SUMS: readonly FigureRule[] = [
  {
    id: 'money.of-the',
    reads: 'so many millions of the sum: both are money',
    shape: null,
    by: joinRanges,
    examples: [
      ['It spent 280 million of the $1.5 billion.', 'money 280000000 USD'],
      ['He got 3 million of the €9 million.', 'money 3000000 EUR'],
    ],
    not: ['It spent $1.5 billion.'],
  },
  {
    id: 'money.price',
    reads: 'a verb of price: a bare number in the currency of the sum before',
    shape: null,
    by: sharePrices,
    examples: [
      ['A sack cost 200 francs in May and sells for 1,500.', 'money 1500'],
      ['It was bought for 90 euros and is priced at 140.', 'money 140 EUR'],
    ],
    not: ['It sells for 1,500.'],
  },
  {
    id: 'money.sum',
    reads: 'a noun for a sum of money: a large bare number in the currency of the sum before',
    shape: null,
    by: sharePrices,
    examples: [
      ['It lost 3 billion rupees after a profit of 240 million in May.', 'money 240000000; counted=profit'],
      ['It owes 9 billion birr and has an income of about 60,000.', 'money ~60000 ETB; counted=income'],
    ],
    not: ['It paid 9 billion birr after a loss of 12 men.'],
  },
  {
    id: 'money.price-list',
    reads: 'a bare number in a list of prices',
    shape: null,
    by: sharePrices,
    examples: [
      ['They ask 50 birr for a donkey, 700 for a lorry.', 'money 700 ETB'],
      ['He takes 5 euros for a goat and 9 for a cow.', 'money 9 EUR'],
    ],
    not: ['They ask 50 birr for a donkey.'],
  },
  {
    id: 'money.item-price',
    reads: 'hundredths right behind a thing, in a list of prices',
    shape: null,
    by: sharePrices,
    examples: [
      ['Onions cost 2.40 euros a kilo, potatoes 1.10 and garlic 6.80.', 'money 1.1 EUR; counted=potatoes'],
      ['A loaf is $1.35 and a dozen eggs 3.20.', 'money 3.2; counted=eggs'],
    ],
    not: ['It cost 2.40 euros and weighed 1.10.', 'He paid $5 and ran it in 9.58.'],
  },
  {
    id: 'money.millions',
    reads: 'millions by their letter, behind a verb or noun of money',
    shape: null,
    by: sharePrices,
    examples: [
      ['The town will spend 2.1m on roads.', 'money 2100000'],
      ['It has a budget of 4m a year.', 'money 4000000; rate=P1Y'],
    ],
    not: ['The town will dig 2.1m down.', 'It is 4m wide.'],
  },
  {
    id: 'money.share-out',
    reads: 'so many millions for something, of a sum before',
    shape: null,
    by: sharePrices,
    examples: [
      ['It got 3 billion rupees: 1.2 billion for schools.', 'money 1200000000; counted=schools'],
      ['The $9bn budget has 4 billion for roads.', 'money 4000000000 USD; counted=roads'],
    ],
    not: ['The $9bn plan feeds 4 million.', 'The $3m fund has 90 million for roads.'],
  },
  {
    id: 'money.paid',
    reads: 'the bare object of a verb of paying, in the currency of the last sum of the sentences before',
    shape: null,
    by: sharePrices,
    examples: [
      ['They ask 90 rand a day. He has paid 4,500 since May.', 'money 4500 ZAR'],
      ['The fare is $3. It cost 2.50 in May.', 'money 2.5 USD'],
    ],
    not: ['They ask 90 rand a day. He has counted 4,500 since May.', 'They ask 90 rand a day. He paid 40 men.'],
  },
  {
    id: 'money.of-which',
    reads: 'millions “of which”, behind a sum: both are money',
    shape: null,
    by: sharePrices,
    examples: [
      ['It needs $11 million, of which 3.9 million has been paid.', 'money 3900000 USD'],
      ['They owe €4bn, of which 1bn is due.', 'money 1000000000 EUR'],
    ],
    not: ['It needs $11 million, of which 40 men were paid.'],
  },
  {
    id: 'money.it-has',
    reads: 'a large bare number behind a sum, with a verb in the singular',
    shape: null,
    by: sharePrices,
    examples: [
      ['They took 3 million rand; only 410,000 has been found.', 'money 410000 ZAR'],
      ['It owes €9,000, but 4,000 was paid in May.', 'money 4000 EUR'],
    ],
    not: ['They took 3 million rand; only 41,000 have been found.'],
  },
  {
    id: 'money.restated',
    reads: 'a bare number that a sum of like size says again in brackets',
    shape: null,
    by: restatedAsMoney,
    examples: [
      ['The family has a net worth of 1.3 billion ($1.7bn).', 'money 1300000000; counted=net worth'],
      ['It left debts of 40,000 ($52,000).', 'money 40000; counted=debts'],
    ],
    not: ['It sold 40,000 tickets ($52,000).', 'It sold 40,000 ($1.2m).'],
  },
  {
    id: 'money.exchange',
    reads: 'what one money is worth in another: a rate',
    shape: null,
    by: readExchange,
    examples: [
      ['The lira slid to 34.2 against the dollar.', 'rate 34.2 lira; counted=lira'],
      ['Traders quoted 1,120 dinars to the euro.', 'rate 1120 dinar'],
    ],
    not: ['The lira slid to 34.2 on Monday.', 'He gave 1,120 dinars to the clerk.'],
  },
  {
    id: 'measure.percentage-points',
    reads: 'points beside a percentage that they do not tell again',
    shape: null,
    by: readPoints,
    examples: [
      ['Unemployment fell 0.4 points to 11.8%.', 'percent 0.4 percentage point; change=down; change_by=0.4'],
      ['Turnout was 60.9 percent, 18 points below that of May.', 'percent 18'],
    ],
    not: ['The index rose 30 points, or 1.2%.', 'The team won by 12 points.'],
  },
  {
    id: 'measure.index-level',
    reads: 'the level of an index behind its move: points',
    shape: null,
    by: readIndexLevels,
    examples: [
      ['The index slid 0.3% to 16,647.', 'measure 16647 point; counted=index; change=down; change_to=16647'],
      ['The benchmark closed 10% higher at 34,675.', 'measure 34675 point'],
    ],
    not: ['Complaints rose 11% to 3,142.'],
  },
  {
    id: 'money.home',
    reads: 'a currency word that several countries share, in the country the article names most',
    shape: null,
    by: settleCurrencies,
    examples: [
      ['In Pakistan the fine is 500 rupees. Pakistan raised it.', 'money 500 PKR'],
      ['In Uganda the fine is 500 shillings. Uganda raised it.', 'money 500 UGX'],
    ],
    not: ['The fine is 500 yen.'],
  },
];
