import { agedBefore, atAge, atStage, bareBelow, besidePerson, saidOfPerson, toldOfAge } from '../measures/ages.js';
import type { BesideRule } from '../rule.js';

const told = (): string => '';

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
    id: 'age.stage',
    reads: 'at so much, somebody leaves school, marries, retires or dies',
    shape: null,
    by: atStage,
    examples: [
      ['She left school at 13 and wove mats.', 'age 13 year'],
      ['He died at just 44.', 'age 44 year'],
    ],
    not: ['Two died at 44 sites.', 'It closed at 44.'],
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
