import { likeInBrackets, restatedAsMoney } from '../measures/equivalents.js';
import { readExchange } from '../measures/exchange.js';
import { readIndexLevels, readPoints } from '../measures/points.js';
import { settleCurrencies } from '../measures/homes.js';
import { countTimes } from '../counted/times.js';
import { readCounted, readJoined, readOf, readWhole } from '../counted/partitives.js';
import { isElliptic, shareNouns, shareWholes, wholeOf } from '../counted/parts.js';
import { numberOf, readPredicate } from '../counted/predicates.js';
import { sharePrices } from '../measures/prices.js';
import { joinRanges, shareInLists } from '../bounds/ranges.js';
import { joinShares } from '../counted/shares.js';
import { readSharesLeftOut } from '../counted/shares-left.js';
import type { FigureRule } from '../rule.js';

/** What a count counts, of what it is a part, and what it takes from the figures beside it. */
export const COUNTED: readonly FigureRule[] = [
  {
    id: 'counted.behind',
    reads: 'the noun phrase behind the number',
    shape: null,
    by: readCounted,
    examples: [
      ['The port lost 14 fishing boats.', 'count 14 boat; counted=fishing boats'],
      ['He repaired 20 Kia and Fiat vans.', 'count 20 van; counted=Kia and Fiat vans'],
    ],
    not: ['The total was 14.'],
  },
  {
    id: 'counted.of',
    reads: 'the noun behind of: two of the camps, dozens of people',
    shape: null,
    by: readOf,
    examples: [
      ['Two of the camps burned.', 'count 2 camp; part_of=the camps'],
      ['Dozens of houses burned.', 'count dozens house'],
    ],
    not: ['Two camps burned.'],
  },
  {
    id: 'counted.of-which',
    reads: 'of which, of whom, of them: the things were named before',
    shape: null,
    by: readOf,
    examples: [
      ['They have 12 boats, three of which leak.', 'count 3'],
      ['Two of them fled.', 'count 2'],
    ],
    not: ['Two of the boats leak.'],
  },
  {
    id: 'counted.of-those',
    reads: 'those who, those with, those asked: people told by what is said of them',
    shape: null,
    by: readOf,
    examples: [
      ['Half of those who bought a ticket stayed away.', 'fraction 0.5 person; counted=those who bought a ticket'],
      ['Twelve of those invited came.', 'count 12 person; counted=those invited'],
    ],
    not: ['Half of those goats died.'],
  },
  {
    id: 'counted.times',
    reads: 'how often: so many times',
    shape: null,
    by: countTimes,
    examples: [
      ['The bridge was bombed 40 times.', 'count 40 time; counted=times'],
      ['He called five times in May.', 'count 5 time; counted=times'],
    ],
    not: ['It is three times larger.', 'The stock trades at 6.5 times earnings.'],
  },
  {
    id: 'counted.multiple',
    reads: 'how many times as much: so many times as many, twice what it was',
    shape: null,
    by: countTimes,
    examples: [
      ['The quay lost 40 boats, twice as many as in May.', 'count 2 time; counted=boats; change=up'],
      ['It is three times larger.', 'count 3 time'],
    ],
    not: ['The bridge was bombed 40 times.'],
  },
  {
    id: 'counted.whole',
    reads: 'the whole of a share without of: half the camps',
    shape: null,
    by: readWhole,
    examples: [
      ['More than half the camps burned.', 'fraction >0.5'],
      ['A quarter of the orchards and half their fruit died.', 'fraction 0.5'],
    ],
    not: ['Half of the camps burned.'],
  },
  {
    id: 'counted.joined',
    reads: 'a noun that a hyphen joins: a 24-member panel',
    shape: null,
    by: readJoined,
    examples: [
      ['A 24-member panel met.', 'count 24 person; counted=member'],
      ['A six-cylinder engine failed.', 'count 6; counted=cylinder'],
    ],
    not: ['A panel of 24 members met.'],
  },
  {
    id: 'counted.strong',
    reads: 'a force so-many-strong is of people',
    shape: null,
    by: readJoined,
    examples: [
      ['A 500-strong force came.', 'count 500 person; counted=force'],
      ['A 40-strong choir sang.', 'count 40 person'],
    ],
    not: ['A strong force of 500 came.'],
  },
  {
    id: 'counted.label',
    reads: 'the label that opens the line',
    shape: null,
    by: readPredicate,
    examples: [
      ['People in need: 5.8 million', 'count 5800000; counted=People in need'],
      ['Goats lost: 40', 'count 40; counted=Goats lost'],
    ],
    not: ['He counted: 40.'],
  },
  {
    id: 'counted.number-of',
    reads: 'the number of things is, rose to, stands at so many',
    shape: null,
    by: numberOf,
    examples: [
      ['The number of hill farmers is about 400.', 'count ~400 person; counted=hill farmers'],
      ['The total of lost goats stands at 90.', 'count 90 goat'],
    ],
    not: ['The hill farmers have 400 goats.'],
  },
  {
    id: 'counted.subject',
    reads: 'the subject of a verb of numbering or of change',
    shape: null,
    by: readPredicate,
    examples: [
      ['The herders number in the dozens.', 'count dozens person; counted=herders'],
      ['Herders numbered 400 then.', 'count 400 person; counted=Herders'],
    ],
    not: ['The herders have dozens of goats.'],
  },
  {
    id: 'counted.body-of',
    reads: 'a town, crowd or force of so many: people',
    shape: null,
    by: readPredicate,
    examples: [
      ['A crowd of some 300 marched.', 'count ~300 person; counted=crowd'],
      ['It is a town of 9,000.', 'count 9000 person; counted=town'],
    ],
    not: ['It has a total of 9,000.', 'It sold a herd of 40 goats.'],
  },
  {
    id: 'counted.share',
    reads: 'so many things in so many: a share',
    shape: null,
    by: joinShares,
    examples: [
      ['One family in six fled.', 'fraction 0.1667'],
      ['They skip two meals in three.', 'fraction 0.6667'],
    ],
    not: ['One family in six villages fled.'],
  },
  {
    id: 'counted.list',
    reads: 'in a list the noun of the number behind',
    shape: null,
    by: shareNouns,
    examples: [
      ['The engine has four-, five- and six-cylinder versions.', 'count 4; counted=cylinder'],
      ['They saw 45 and 50 cases.', 'count 45 case'],
    ],
    not: ['They saw 45 cases.'],
  },
  {
    id: 'counted.ellipsis',
    reads: 'a bare count goes on with the noun of the count before',
    shape: null,
    by: isElliptic,
    examples: [
      ['The blast killed 12 people and wounded 30.', 'count 30 person; counted=people'],
      ['There are around 400 hill farmers in the valley and up to 2,000 if herders are included.', 'count <=2000 person'],
    ],
    not: ['The blast killed 12 people.'],
  },
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
