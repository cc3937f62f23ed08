import { agedBefore, atAge, bareBelow, besidePerson, saidOfPerson, toldOfAge } from '../measures/ages.js';
import { gluedMoney, moneyBefore, moneyBehind, smallerCoins } from '../measures/money.js';
import type { BesideRule } from '../rule.js';
import { belowFreezing, bracketedUnit, inchesBehind, inchesBySign, multiple, powerBehind, strengthBefore, unitBehind } from '../measures/units.js';

const told = (): string => '';

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
];

/** The first that fits makes an age of a bare number from 1 to 120. */
export const AGES: readonly BesideRule[] = [
  {
    id: 'age.aged',
    reads: 'aged so much',
    shape: 'aged (opener | hedge)? #',
    by: agedBefore,
    examples: [
      ['Girls aged at least 12 sang.', 'age >=12 year; counted=Girls'],
      ['A baker aged 34 came.', 'age 34 year'],
      ['Girls aged between 8 and 12 sang.', 'age 8..12 year'],
    ],
    not: ['A baker came with 34 loaves.'],
  },
  {
    id: 'age.of',
    reads: 'at the age of so much',
    shape: 'age of opener? #',
    by: told,
    examples: [
      ['She wed at the age of 21.', 'age 21 year'],
      ['He left at an age of nine.', 'age 9 year'],
    ],
    not: ['The age of steam had 21 kings.'],
  },
  {
    id: 'age.aside',
    reads: 'a number in commas or brackets behind a person',
    shape: null,
    by: besidePerson,
    examples: [
      ['The driver, 34, escaped.', 'age 34 year'],
      ['Klaas Wiersma, 58, of Leeuwarden, fell.', 'age 58 year'],
      ['Her daughters, 8 and 11, sang.', 'age 8 year; counted=daughters'],
    ],
    not: ['The tally, 34, is final.'],
  },
  {
    id: 'age.at',
    reads: 'at so much, somebody does something',
    shape: null,
    by: atAge,
    examples: [
      ['At 71, she still ploughs.', 'age 71 year'],
      ['At just 19, he led a choir.', 'age 19 year'],
    ],
    not: ['At 71, the index was low.', 'At 1,600, she stopped counting.'],
  },
  {
    id: 'age.said',
    reads: 'a person is, was or turns so much',
    shape: null,
    by: saidOfPerson,
    examples: [
      ['She is 46 and still works.', 'age 46 year'],
      ['I was eleven, he said.', 'age 11 year'],
      ['A boy of 12 drowned.', 'age 12 year; counted=boy'],
    ],
    not: ['The total is 46 and rising.'],
  },
  {
    id: 'age.told',
    reads: 'an age, life expectancy or lifespan is, rises to so much',
    shape: null,
    by: toldOfAge,
    examples: [
      ['Life expectancy for men in the port is around 73.', 'age ~73 year'],
      ['The pension age will rise to 67.', 'age 67 year'],
      ['Their average age was 34 and falling.', 'age 34 year'],
    ],
    not: ['The age of the 73 men is known.', 'Stone age finds were sold to 40 museums.'],
  },
  {
    id: 'age.than',
    reads: 'younger or older than so much',
    shape: 'younger than #',
    by: told,
    examples: [
      ['Nobody younger than 16 may vote.', 'age <16'],
      ['Nobody older than 90 came.', 'age >90'],
    ],
    not: ['Nobody faster than 16 came.'],
  },
  {
    id: 'age.as',
    reads: 'as young or as old as so much',
    shape: 'young as #',
    by: bareBelow,
    examples: [
      ['Boys as young as 12 dig there.', 'age >=12'],
      ['Men as old as 80 came.', 'age <=80'],
    ],
    not: ['Some as small as 12 came.'],
  },
  {
    id: 'age.bound',
    reads: 'people under or over so much',
    shape: 'person under #',
    by: bareBelow,
    examples: [
      ['They feed children under five.', 'age <5'],
      ['It is for women over 60.', 'age >60'],
      ['Farmers above 60 get it.', 'age >60'],
    ],
    not: ['Children under five trees slept.'],
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
