import { chainedRole } from '../bounds/chains.js';
import { changeBehind, governorOf, readChanges } from '../bounds/changes.js';
import { readAmount } from '../bounds/amounts.js';
import { readComparisons } from '../bounds/comparisons.js';
import { isAgainst, isFormer, isLater, isOfThen, isRevised, isThanThe } from '../bounds/cues.js';
import type { FigureRule } from '../rule.js';

/** Changes: which way a figure moved, by how much, whence and whither. The words are those of words/changes.csv. */
export const CHANGES: readonly FigureRule[] = [
  {
    id: 'change.governed',
    reads: 'rose by, fell to, up from so much: the figure behind a word of change',
    shape: null,
    by: governorOf,
    examples: [
      ['Sales rose by 12 percent.', 'percent 12; change=up; change_by=12'],
      ['Prices fell to $40.', 'money 40; change=down; change_to=40'],
    ],
    not: ['He gave up 12 percent.'],
  },
  {
    id: 'change.chained',
    reads: 'the next figure of the same word of change',
    shape: null,
    by: chainedRole,
    examples: [
      ['Sales rose by 12 percent to 340 tonnes.', 'measure 340; change=up; change_to=340'],
      ['It fell 7% to $2.3 billion.', 'money 2300000000; change=down'],
    ],
    not: ['He gave 12 percent to 340 men.'],
  },
  {
    id: 'change.restated',
    reads: 'the amount of a change again in another unit, or that of another time',
    shape: null,
    by: readChanges,
    examples: [
      ['The index fell 478 points, or 1.1%, to 42,171.', 'percent 1.1; change=down; change_by=1.1'],
      ['Output will grow by 3% this year and 5% in 2026.', 'percent 5; change=up; change_by=5'],
    ],
    not: ['The index fell 478 points and 3% of it is steel.'],
  },
  {
    id: 'change.gapped',
    reads: 'a like amount of the next thing, its word of change left out',
    shape: null,
    by: readChanges,
    examples: [
      ['Wheat rose 5 percent and rye 3 percent.', 'percent 3; change=up; change_by=3'],
      ['Rents fell 40 dollars and wages 20 dollars.', 'money 20; change=down; change_by=20'],
    ],
    not: ['Wheat rose 5 percent and rye makes up 3 percent.'],
  },
  {
    id: 'change.like-before',
    reads: 'a bare number behind by, like the percentage of the change before it',
    shape: null,
    by: readChanges,
    examples: [
      ['Wheat rose by 2 percent but rye fell by 1.', 'percent 1; counted=rye; change=down; change_by=1'],
      ['Output fell by 4%, pay rose by 2.', 'percent 2; counted=pay; change=up'],
    ],
    not: ['Wheat rose by 2 percent but the herd fell by 90 cows.', 'Wheat rose 2 percent and rye cost 1.'],
  },
  {
    id: 'change.both-ends',
    reads: 'from so much to so much behind a word of change',
    shape: null,
    by: readChanges,
    examples: [
      ['The herd fell from 75 to 45 cows.', 'count 75; change=down; change_from=75; change_to=45'],
      ['It rose from $3 to $5.', 'money 5; change=up; change_to=5'],
    ],
    not: ['The herd has 45 to 75 cows.'],
  },
  {
    id: 'change.signed',
    reads: 'a share with a plus',
    shape: null,
    by: readChanges,
    examples: [
      ['The index closed (+3%) today.', 'percent 3; change=up; change_by=3'],
      ['Zinc (+0.8%) led.', 'percent 0.8; change=up'],
    ],
    not: ['The index has 3% of it.'],
  },
  {
    id: 'change.behind',
    reads: 'so much higher, a drop of so much said behind it',
    shape: null,
    by: changeBehind,
    examples: [
      ['It saw a 3 percent drop in exports.', 'percent 3; change=down; change_by=3'],
      ['Rents are 34% higher.', 'percent 34; change=up'],
    ],
    not: ['65 percent cut their hair.'],
  },
  {
    id: 'compare.from',
    reads: 'a level, and behind it what it was before',
    shape: null,
    by: readComparisons,
    examples: [
      ['It has 200 lorries, up from 120.', 'count 200; change=up; change_from=120; change_to=200'],
      ['Output is 40 tonnes, down from 90 tonnes.', 'measure 40; change=down; change_from=90'],
    ],
    not: ['It has 200 lorries from 120 firms.'],
  },
  {
    id: 'compare.former',
    reads: 'a level, and behind a comma whence it came',
    shape: null,
    by: isFormer,
    examples: [
      ['A flat costs 1,450 euros, from 1,390 in 2023.', 'money 1390 EUR; change=up; change_from=1390; change_to=1450'],
      ['It has 40 members, from 52 a year ago.', 'count 52; change=down; change_from=52; change_to=40'],
    ],
    not: ['A flat costs 1,450 euros, from 1,390 to 1,500 more than in 2023.'],
  },
  {
    id: 'compare.revised',
    reads: 'revised to so much from so much: the numbers tell which way',
    shape: null,
    by: isRevised,
    examples: [
      ['The count was revised to 21 goats from 19 goats.', 'count 19; change=up; change_from=19; change_to=21'],
      ['Sales were restated at $4m from $5m.', 'money 4000000; change=down; change_from=5000000; change_to=4000000'],
    ],
    not: ['It moved to 21 huts from 19 towns.', 'Sales came to $4m from $5m of goods.'],
  },
  {
    id: 'compare.than-the',
    reads: 'a level, and behind a comparative the one it is compared with',
    shape: null,
    by: isThanThe,
    examples: [
      ['It made a loss of $88 million, narrower than the $131 million of 2023.', 'money 131000000; change=down; change_from=131000000'],
      ['It sold 900 cars, fewer than the 1,200 sold in May.', 'count 900; change=down; change_to=900'],
    ],
    not: ['It made a loss of more than $88 million.'],
  },
  {
    id: 'compare.it',
    reads: 'a level, and behind it the same of another time: a week ago it was, now it is',
    shape: null,
    by: isOfThen,
    examples: [
      ['The rate is 70 percent; a year ago it was 13 percent.', 'percent 13; change=up; change_from=13; change_to=70'],
      ['A sack cost $40 in May; now it is $90.', 'money 90; change=up; change_from=40'],
    ],
    not: ['The rate is 70 percent; in May it was high, at 13 percent.'],
  },
  {
    id: 'compare.from-too',
    reads: 'the level of a further time before',
    shape: null,
    by: readComparisons,
    examples: [
      ['The share is 28%, up from 27% in 2024 and 25% in 2019.', 'percent 25; change=up; change_from=25; change_to=28'],
      ['It made $9m, down from $12m in 2023 and $14m in 2022.', 'money 14000000; change=down; change_from=14000000'],
    ],
    not: ['The share is 28%, up from 27% in 2024, and 25% of it is steel.'],
  },
  {
    id: 'compare.against',
    reads: 'a level, compared with one of another time',
    shape: null,
    by: isAgainst,
    examples: [
      ['It had 51,000 appeals against 26,000 in March.', 'count 51000; change=up; change_from=26000'],
      ['It sold 90 tonnes compared with 60 tonnes in 2019.', 'measure 90; change=up; change_from=60'],
    ],
    not: ['It played 12 games against 6 teams.'],
  },
  {
    id: 'compare.now',
    reads: 'a figure of then, and one of now',
    shape: null,
    by: isLater,
    examples: [
      ['It employed 22,000 in 1990 and has 9,000 today.', 'count 22000; change=down; change_to=9000'],
      ['A sack cost 200 francs in May and sells for 1,500.', 'money 1500; change=up; change_from=200'],
    ],
    not: ['It employed 22,000 in 1990.'],
  },
  {
    id: 'compare.amount',
    reads: 'so many more or fewer than at another time',
    shape: null,
    by: readAmount,
    examples: [
      ['It sold 800 more than in 2023.', 'count 800; change=up; change_by=800'],
      ['It treated 90 fewer than in May.', 'count 90; change=down'],
      ['It hears 40 more cases each week than a year ago.', 'count 40 case; change=up; change_by=40'],
    ],
    not: ['It sold 800 more.'],
  },
  {
    id: 'compare.level',
    reads: 'the level that a change led to',
    shape: null,
    by: readAmount,
    examples: [
      ['It treated 217 patients, a fifth more than in August.', 'count 217; change=up; change_to=217'],
      ['It has 900 beds, up 12 percent.', 'count 900; change=up'],
    ],
    not: ['It treated 217 patients.'],
  },
];
