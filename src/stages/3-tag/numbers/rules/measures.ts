import { AGES } from './ages.js';
import { gluedMoney, moneyBefore, moneyBehind, smallerCoins } from '../measures/money.js';
import type { BesideRule } from '../rule.js';
import {
  belowFreezing,
  bracketedUnit,
  inchesBehind,
  inchesBySign,
  multiple,
  perUnit,
  powerBehind,
  strengthBefore,
  unitBehind,
} from '../measures/units.js';

/** The first that fits makes money of a number. */
export const MONEY: readonly BesideRule[] = [
  {
    id: 'money.glued',
    reads: 'a currency and its amount in one word',
    shape: null,
    by: gluedMoney,
    examples: [
      ['The fare is RM23.50 now.', 'money 23.5 MYR'],
      ['It paid USD10m for the pier.', 'money 10000000 USD'],
    ],
    not: ['The M23 rebels fled.'],
  },
  {
    id: 'money.before',
    reads: 'a currency before its amount',
    shape: null,
    by: moneyBefore,
    examples: [
      ['The fine is £250 for each bin.', 'money 250 GBP'],
      ['The dam cost Rs 340 crore.', 'money 3400000000 INR'],
      ['The stall takes A$40 a day.', 'money 40 AUD'],
    ],
    not: ['The fine is 250 goats.'],
  },
  {
    id: 'money.behind',
    reads: 'a currency behind its amount',
    shape: null,
    by: moneyBehind,
    examples: [
      ['The fund lent 40 billion yen.', 'money 40000000000 JPY'],
      ['The mine yields tens of millions of dollars.', 'money tens_of_millions'],
      ['Coffee fell by 14.7c on Monday.', 'money 14.7'],
    ],
    not: ['He won five marks of honour.'],
  },
];

/** What goes on behind money. */
export const BEHIND_MONEY: readonly BesideRule[] = [
  {
    id: 'money.coins',
    reads: 'smaller coins behind the greater',
    shape: '# and? number:n',
    by: smallerCoins,
    examples: [
      ['She earns 13 dollars and forty-five cents.', 'money 13.45'],
      ['It costs 3 dollars 50 cents.', 'money 3.5'],
    ],
    not: ['She earns $13.45 an hour.'],
  },
];

/** The first that fits makes a measure of a number that is no money. */
export const UNITS: readonly BesideRule[] = [
  {
    id: 'measure.multiple',
    reads: 'a word that says how many times',
    shape: null,
    by: multiple,
    examples: [
      ['The port was bombed twice.', 'count 2 time'],
      ['Rents rose fourfold.', 'count 4 time; change=up'],
    ],
    not: ['The port was bombed by two jets.'],
  },
  {
    id: 'measure.bracketed',
    reads: 'a unit in brackets',
    shape: '# opening ~word:u closing',
    by: bracketedUnit,
    examples: [
      ['Load: 20 (kg).', 'measure 20 kg'],
      ['Reach: 300 (km).', 'distance 300 km'],
    ],
    not: ['He has 20 (heavy) goods.'],
  },
  {
    id: 'measure.inch-sign',
    reads: 'inches by their sign',
    shape: '# inchSign',
    by: inchesBySign,
    examples: [
      ['The plank is 12″ wide.', 'distance 12 inch'],
      ['A 5″ pipe burst.', 'distance 5 inch'],
    ],
    not: ['He said “it is 12”.'],
  },
  {
    id: 'measure.magnitude',
    reads: 'the strength of an earthquake, said before its number',
    shape: 'magnitude of? #',
    by: strengthBefore,
    examples: [
      ['A magnitude 6.1 earthquake struck.', 'measure 6.1 magnitude; counted=earthquake'],
      ['It had a magnitude of 7.', 'measure 7 magnitude'],
    ],
    not: ['The magnitude of 30 floods was not known.'],
  },
  {
    id: 'measure.unit',
    reads: 'a unit of words/units.csv behind its amount: length, weight, time, percent, points, years old',
    shape: null,
    by: unitBehind,
    examples: [
      ['The road is 12 km long.', 'distance 12 km'],
      ['Sales rose by 12 percent.', 'percent 12'],
      ['It took a five-year plan.', 'duration 5 year'],
      ['The winds reached 90 km/h.', 'measure 90'],
      ['A 31-year-old baker came.', 'age 31 year'],
      ['It shook for half a minute.', 'duration 0.5 minute'],
    ],
    not: ['It was half time.', 'He made one point.'],
  },
];

/** What goes on behind a unit. */
export const BEHIND_UNITS: readonly BesideRule[] = [
  {
    id: 'measure.power',
    reads: 'a length squared or cubed',
    shape: '# power:p',
    by: powerBehind,
    examples: [
      ['The lake has 1km² of ice.', 'area 1 square kilometre'],
      ['It holds 20 m³ of sand.', 'measure 20'],
    ],
    not: ['The lake is 4 km long.'],
  },
  {
    id: 'measure.feet-inches',
    reads: 'inches behind feet',
    shape: '# (and | ,)? few:n unit:u',
    by: inchesBehind,
    examples: [
      ['The door is 6 feet and 6 inches high.', 'distance 6.5 foot'],
      ['He is 5 ft 3 in tall.', 'distance 5.25 foot'],
      ['The door is 6 ft 6 in more or less.', 'distance 6.5 foot'],
    ],
    not: ['The door is 6 feet high.'],
  },
  {
    id: 'measure.per-unit',
    reads: 'so much in each of another measure: a density, a dose, a yield',
    shape: '# (~/ | per) unit:u',
    by: perUnit,
    examples: [
      ['The water held 0.4 mg/L of lead.', 'measure 0.4 mg per litre; counted=lead'],
      ['The field gave 9 tonnes per hectare.', 'measure 9 tonne per hectare'],
    ],
    not: ['It pumps 40 litres per minute.', 'The field gave 9 tonnes per man.'],
  },
];

/** Asked last of all: with a unit or without. */
export const BELOW_ZERO: readonly BesideRule[] = [
  {
    id: 'measure.below-zero',
    reads: 'degrees below zero',
    shape: '# below (zero | freezing)',
    by: belowFreezing,
    examples: [
      ['It was 5 degrees below zero.', 'measure -5'],
      ['It fell to 12 degrees below freezing.', 'measure -12'],
      ['It was 20 below zero there.', 'measure -20'],
    ],
    not: ['It was 5 degrees below the mean.'],
  },
];

export const MEASURES = [...MONEY, ...BEHIND_MONEY, ...UNITS, ...BEHIND_UNITS, ...AGES, ...BELOW_ZERO];
