import { ofAgeList } from '../counted/aged.js';
import { atLevel, beforeAmount, labelOf, ofChain, ofList, placedBefore, standingOn, subjectOfClause } from '../counted/concepts.js';
import { ofGapped } from '../counted/gapped.js';
import { objectOf, ofMoved } from '../counted/moved.js';
import { forEach } from '../counted/payers.js';
import type { ConceptRule } from '../rule.js';

/** What a figure is told of before it: the label, the subject, the object, the item before. */
export const CONCEPTS_BEFORE: readonly ConceptRule[] = [
  {
    id: 'amount.standing',
    reads: 'who or what is on a share, beside others',
    shape: null,
    by: standingOn,
    examples: [
      ['Wind made 23% of it, ahead of gas on 19% and coal on 12%.', 'percent 12; counted=coal'],
      ['Labour led with 40%, and the Greens on 12 percent.', 'percent 12; counted=Greens'],
    ],
    not: ['They were on 12 percent.'],
  },
  {
    id: 'amount.label',
    reads: 'the label that opens the line',
    shape: null,
    by: labelOf,
    examples: [
      ['Street value: $2m', 'money 2000000; counted=Street value'],
      ['Length: 40 km', 'distance 40; counted=Length'],
    ],
    not: ['He asked: $2m?'],
  },
  {
    id: 'amount.level',
    reads: 'the level behind the amount of a change',
    shape: null,
    by: atLevel,
    examples: [
      ['The shares fell 68p at 1,112p.', 'money 1112; counted=shares'],
      ['Rice rose 5 cents at 90 cents.', 'money 90; counted=Rice'],
    ],
    not: ['The shares closed at 1,112p.'],
  },
  {
    id: 'amount.placed',
    reads: 'the object of a verb of placing: put, estimated, valued at so much',
    shape: null,
    by: placedBefore,
    examples: [
      ['He put his takings at €1,900.', 'money 1900; counted=takings'],
      ['They estimated losses at $5m.', 'money 5000000; counted=losses'],
    ],
    not: ['He sold his cow at 1,900 pounds.'],
  },
  {
    id: 'amount.object',
    reads: 'what a transitive verb of change moves',
    shape: null,
    by: objectOf,
    examples: [
      ['They boosted the driving range by 35 miles.', 'distance 35; counted=driving range'],
      ['It lowered its target to $84 billion.', 'money 84000000000; counted=target'],
    ],
    not: ['Prices rose by 3 percent.'],
  },
  {
    id: 'amount.moved',
    reads: 'the next figure of a transitive verb of change',
    shape: null,
    by: ofMoved,
    examples: [
      ['The bank cut its deposit rate by 25 basis points to 2%.', 'percent 2; counted=deposit rate'],
      ['They raised the fee by $5, to $30.', 'money 30; counted=fee'],
    ],
    not: ['The bank cut its deposit rate to help. It has 2%.'],
  },
  {
    id: 'amount.gapped',
    reads: 'the subject right before a like amount, where the word of change is left out',
    shape: null,
    by: ofGapped,
    examples: [
      ['Wheat rose 5 percent, rye 3 percent and oats 2 percent.', 'percent 2; counted=oats'],
      ['Rents fell by $40, wages by $20.', 'money 20; counted=wages'],
    ],
    not: ['Wheat rose 5 percent and 3 percent.'],
  },
  {
    id: 'amount.before',
    reads: 'the noun of which the amount is told: a rate of, savings ranging from',
    shape: null,
    by: beforeAmount,
    examples: [
      ['It has an interest rate of 1.38%.', 'percent 1.38; counted=interest rate'],
      ['They took a loan for 12 years.', 'duration 12; counted=loan'],
    ],
    not: ['It has 1.38% fat.'],
  },
  {
    id: 'amount.ages',
    reads: 'in a list of ages the person of the age before',
    shape: null,
    by: ofAgeList,
    examples: [
      ['Two bakers, aged 34 and 41, came.', 'age 41; counted=bakers'],
      ['Her sons, aged 8 and 12, sang.', 'age 12'],
    ],
    not: ['A baker, aged 34, came.'],
  },
  {
    id: 'amount.subject',
    reads: 'the subject of the clause',
    shape: null,
    by: subjectOfClause,
    examples: [
      ['Exports to Chad fell 7 percent.', 'percent 7; counted=Exports to Chad'],
      ['The bridge cost $3 million.', 'money 3000000; counted=bridge'],
    ],
    not: ['The firm signed a $94,000 contract.'],
  },
  {
    id: 'amount.for-each',
    reads: 'of what each one costs so much, where nothing else is told',
    shape: null,
    by: forEach,
    examples: [
      ['The guides charge $40 a climber.', 'money 40; counted=climber'],
      ['He asked 90 pesos per sheep.', 'money 90; counted=sheep'],
    ],
    not: ['He asked 90 pesos a week.', 'The ferry costs $40 a head.'],
  },
  {
    id: 'amount.list',
    reads: 'in a list the thing of the amount before',
    shape: null,
    by: ofList,
    examples: [
      ['They asked for loans of $1 million; $2 million.', 'money 2000000; counted=loans'],
      ['He sought grants of $5, $7 and $9.', 'money 7'],
    ],
    not: ['The bridge cost $3 million.'],
  },
  {
    id: 'amount.chain',
    reads: 'the next amount of one verb is of the same thing',
    shape: null,
    by: ofChain,
    examples: [
      ['They boosted the driving range by 35 miles, from 252 to 287 miles.', 'distance 252; counted=driving range'],
      ['They ask €9 million (US$11 million) in fees.', 'money 11000000 USD'],
    ],
    not: ['The bridge cost $3 million.'],
  },
];
