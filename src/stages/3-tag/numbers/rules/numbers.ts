import { articleAt } from '../measures/articles.js';
import { denominatorAt, slashAt } from '../forms/fractions.js';
import { andFractionAt, scaled } from '../forms/mixed.js';
import { plain, type Numeral, type Part } from '../forms/numeral.js';
import { pairAt } from '../forms/pairs.js';
import { pointAt } from '../forms/points.js';
import { ratioAt } from '../forms/ratios.js';
import type { FigureRule, LongerRule, NumberRule } from '../rule.js';
import type { Scene } from '../scene.js';
import { signed } from '../forms/signs.js';
import { Role, roleAt } from '../roles.js';
import { sumAt } from '../forms/sums.js';
import { vagueAt } from '../forms/vague.js';

/** "twice", "sevenfold": how many times. */
function multipleAt(scene: Scene, token: number, limit: number): Numeral | null {
  const word = roleAt(scene, token, limit, Role.Multiple);
  return word && { ...plain(token, word.last, word.row.value ?? 0, 'words'), role: 'multiple' };
}

/** "half", "a third", "quarter of a million": a part by itself. */
function partAt(scene: Scene, token: number, limit: number): Numeral | null {
  const part = denominatorAt(scene, token, limit, null);
  return part && scaled(scene, part, limit);
}

/** "two-thirds", "three quarters of a million": parts that were counted. */
function partsAt(scene: Scene, first: number, part: Part, limit: number): Numeral | null {
  const parts = denominatorAt(scene, part.last, limit, { first, part });
  return parts && scaled(scene, parts, limit);
}

/** What figures make beyond a sum. */
export const FIGURED_NUMBERS: readonly NumberRule[] = [
  {
    id: 'number.slash',
    reads: 'a fraction in figures',
    shape: 'digits slash digits',
    by: slashAt,
    examples: [
      ['He ate 3/4 of the loaf.', 'fraction 0.75'],
      ['Add 1/2 cup of oil.', 'measure 0.5 cup'],
    ],
    not: ['They meet on 5/17/2018.', 'The kiosk is open 24/7.', 'The 2023/2024 budget fell.'],
  },
];

/** Words that are more than a sum of number words, in the order in which they are tried. */
export const WORDED_NUMBERS: readonly NumberRule[] = [
  {
    id: 'number.multiple',
    reads: 'how many times, in one word',
    shape: null,
    by: multipleAt,
    examples: [
      ['Salt rose sevenfold.', 'count 7 time; counted=Salt; change=up'],
      ['They were beaten twice.', 'count 2 time; counted=times'],
    ],
    not: ['She thought twice about it.'],
  },
  {
    id: 'number.pair',
    reads: 'a pair, a couple, a baker’s dozen',
    shape: null,
    by: pairAt,
    examples: [
      ['A pair of herons nested there.', 'count 2'],
      ['She baked a couple of cakes.', 'count 2 cake'],
    ],
    not: ['The couple wed in May.'],
  },
  {
    id: 'number.article',
    reads: 'one of a measure, said by its article',
    shape: '(a | an) word',
    by: articleAt,
    examples: [
      ['He walked a mile to the well.', 'distance 1 mile'],
      ['He was paid a dollar a day.', 'money 1'],
      ['She bought a gallon of milk.', 'measure 1 gallon'],
    ],
    not: ['Oil costs $50 a barrel.', 'He ran half a mile.', 'He lost a dollar bill.', 'It costs 5 euros a dollar.'],
  },
  {
    id: 'number.part',
    reads: 'half, a third, a quarter of something',
    shape: null,
    by: partAt,
    examples: [
      ['Half the wells are dry.', 'fraction 0.5'],
      ['A third of the orchards died.', 'fraction 0.3333'],
      ['It cost half a million dollars.', 'money 500000'],
      ['The half-billion-dollar dam leaks.', 'money 500000000; counted=dam'],
    ],
    not: ['A third man came.', 'They lost in the second half.'],
  },
];

/** What goes on behind a sum, in the order in which it is tried. */
export const LONGER_NUMBERS: readonly LongerRule[] = [
  {
    id: 'number.parts',
    reads: 'parts that are counted',
    shape: null,
    by: partsAt,
    examples: [
      ['Two-thirds of the voters stayed away.', 'fraction 0.6667'],
      ['Three quarters of the roofs leak.', 'fraction 0.75'],
      ['One fifth of the herd died.', 'fraction 0.2'],
      ['Each heir got three twenty-firsts of it.', 'fraction 0.1429'],
      ['It holds one hundred and thirty-two fifths of it.', 'fraction 26.4'],
    ],
    not: ['The firm grew for three quarters in a row.', 'It was the twenty-first storm.'],
  },
  {
    id: 'number.ratio',
    reads: 'so many in, out of every so many',
    shape: '# (in | out of | over | of every) every? number:whole',
    by: ratioAt,
    examples: [
      ['One in five pupils walks.', 'fraction 0.2'],
      ['Two out of three farms closed.', 'fraction 0.6667'],
      ['One in every four boats leaks.', 'fraction 0.25'],
      ['Two of every three boats leak.', 'fraction 0.6667'],
    ],
    not: ['He ran one in 20 minutes.', 'They sold two in 2014.'],
  },
  {
    id: 'number.mixed',
    reads: 'a whole number and a fraction',
    shape: null,
    by: andFractionAt,
    examples: [
      ['It took two and a half hours.', 'duration 2.5 hour'],
      ['The mine yields one and a half million tons.', 'measure 1500000'],
      ['The plank is 2 ½ feet long.', 'distance 2.5 foot'],
      ['It took one hundred and three quarters of an hour.', 'count 100.8'],
    ],
    not: ['He has two and she has a half share.'],
  },
];

/** Written on a number that is already read, or said before it. */
export const SIGNED: FigureRule = {
  id: 'number.signed',
  reads: 'a plus or minus on the figures, minus or negative before the number',
  shape: null,
  by: signed,
  examples: [
    ['It was minus five degrees.', 'measure -5'],
    ['It was -5 degrees.', 'measure -5'],
    ['The index moved +0.2%.', 'percent 0.2'],
  ],
  not: ['It was five degrees.'],
};

/** Plain numbers: nothing is left to try behind them. */
export const PLAIN = {
  words: {
    id: 'number.words',
    reads: 'a number in words',
    shape: null,
    by: sumAt,
    examples: [
      ['They lost two hundred and five thousand trees.', 'count 205000 tree'],
      ['Twelve boats sank.', 'count 12 boat'],
      ['A hundred geese flew over.', 'count 100 goose'],
      ['It sold thirty-two lakh bulbs.', 'count 3200000 bulb'],
    ],
    not: ['No one came.', 'They sold 30 bulbs.'],
  },
  digits: {
    id: 'number.digits',
    reads: 'a number in figures, with separators of any custom',
    shape: null,
    by: sumAt,
    examples: [
      ['They lost 2,000 trees.', 'count 2000 tree'],
      ['They lost 12,34,567 trees.', 'count 1234567 tree'],
      ['They lost 1.234.567 trees.', 'count 1234567 tree'],
    ],
    not: ['They lost twelve trees.'],
  },
  scaled: {
    id: 'number.scaled',
    reads: 'figures with a word or letter of scale',
    shape: null,
    by: sumAt,
    examples: [
      ['It has 2.5 million trees.', 'count 2500000 tree'],
      ['It sold 3 crore bulbs.', 'count 30000000 bulb'],
      ['500k cows died.', 'count 500000 cow'],
      ['The dam cost $3bn.', 'money 3000000000 USD'],
    ],
    not: ['They lost 2,000 trees.', 'The 5G mast fell.'],
  },
  point: {
    id: 'number.point',
    reads: 'decimals that are said',
    shape: null,
    by: pointAt,
    examples: [
      ['It weighs five point five kilos.', 'measure 5.5'],
      ['It fell by two point seven percent.', 'percent 2.7'],
    ],
    not: ['It weighs 5.5 kilos.', 'He made five points.'],
  },
  vague: {
    id: 'number.vague',
    reads: 'a vague number, with its bounds from words/vague.csv',
    shape: null,
    by: vagueAt,
    examples: [
      ['Dozens of houses burned.', 'count dozens house'],
      ['Tens of millions of bees died.', 'count tens_of_millions bee'],
      ['Several thousand monks marched.', 'count several_thousand person'],
    ],
    not: ['The score was level.'],
  },
} as const satisfies Readonly<Record<string, FigureRule>>;
