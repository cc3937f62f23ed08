import { ofAgeList, ofPerson } from '../counted/aged.js';
import {
  atLevel,
  beforeAmount,
  beforeAside,
  beforeBracket,
  beforeMoney,
  labelOf,
  ofChain,
  ofList,
  placedBefore,
  standingOn,
  subjectOfClause,
} from '../counted/concepts.js';
import { behindAmount } from '../counted/behind.js';
import { besideDistance } from '../counted/distances.js';
import { ofGapped } from '../counted/gapped.js';
import { objectOf, ofMoved } from '../counted/moved.js';
import { forEach, givenTo, ofItem, ofPrice, spentOn } from '../counted/payers.js';
import { ofSharer } from '../counted/shares-left.js';
import { ofMultiple } from '../counted/times.js';
import type { ConceptRule } from '../rule.js';

/** What an amount is of, the nearest words first. */
export const CONCEPTS: readonly ConceptRule[] = [
  {
    id: 'amount.multiple',
    reads: 'what is taken so many times',
    shape: null,
    by: ofMultiple,
    examples: [
      ['It has six times as many wells as Chad.', 'count 6 time; counted=wells'],
      ['The stock trades at 6.5 times earnings.', 'measure 6.5 time; counted=earnings'],
    ],
    not: ['Salt rose sevenfold.', 'It was bombed six times.'],
  },
  {
    id: 'amount.of-person',
    reads: 'who is so old, in an aside',
    shape: null,
    by: ofPerson,
    examples: [
      ['A baker, aged 34, came.', 'age 34; counted=baker'],
      ['The driver, 41, escaped.', 'age 41; counted=driver'],
    ],
    not: ['He left at the age of 34.'],
  },
  {
    id: 'amount.aside',
    reads: 'what stands before the comma of an aside that tells how much it is on average, each or in all',
    shape: null,
    by: beforeAside,
    examples: [
      ['They left unpaid bills, $400 on average.', 'money 400; counted=unpaid bills'],
      ['He sold bronze statues, 90 kilos each.', 'measure 90; counted=bronze statues'],
    ],
    not: ['They left unpaid bills, $400 in fines and a goat.'],
  },
  {
    id: 'amount.sharer',
    reads: 'the name before a share whose percent is said further ahead in the list',
    shape: null,
    by: ofSharer,
    examples: [
      ['Labour had 33 percent, the Greens 24.1 and the Centre Party 5.2.', 'percent 5.2; counted=Centre Party'],
      ['Hungary spent 2 percent of output, Latvia 3.4 percent and Denmark 1.9.', 'percent 1.9; counted=Denmark'],
    ],
    not: ['Output fell 3 percent and Windows 11 sold well.'],
  },
  {
    id: 'amount.bracket',
    reads: 'what stands right before the bracket in which the amount is told',
    shape: null,
    by: beforeBracket,
    examples: [
      ['She fried two fillets (1 lb) in oil.', 'measure 1; counted=fillets'],
      ['They sold the barn ($9,000).', 'money 9000; counted=barn'],
    ],
    not: ['They sold 40 acres (16 hectares).'],
  },
  {
    id: 'amount.beside',
    reads: 'what lies so far, or is so long, beside its distance',
    shape: null,
    by: besideDistance,
    examples: [
      ['They met in the hamlet, 35 kilometres south of the port.', 'distance 35; counted=hamlet'],
      ['They laid a pipe 175 kilometres long.', 'distance 175; counted=pipe'],
    ],
    not: ['They walked 35 kilometres.'],
  },
  {
    id: 'amount.money-of',
    reads: 'a fine, a grant, losses of so much money',
    shape: null,
    by: beforeMoney,
    examples: [
      ['It paid a fine of $5m.', 'money 5000000; counted=fine'],
      ['She got a grant worth $400.', 'money 400; counted=grant'],
    ],
    not: ['It sold $5m of gold.'],
  },
  {
    id: 'amount.item',
    reads: 'the thing before its price, in a list of prices',
    shape: null,
    by: ofItem,
    examples: [
      ['Onions cost 2.40 euros a kilo, potatoes 1.10 and garlic 6.80.', 'money 6.8 EUR; counted=garlic'],
      ['Milk is $1.20 and bread 2.35.', 'money 2.35; counted=bread'],
    ],
    not: ['Milk is $1.20 and dearer.'],
  },
  {
    id: 'amount.price',
    reads: 'what is bought, sold or hired for so much',
    shape: null,
    by: ofPrice,
    examples: [
      ['He bought a mule for $300.', 'money 300; counted=mule'],
      ['They came on a barge hired for €900.', 'money 900; counted=barge'],
    ],
    not: ['He sold his mule.'],
  },
  {
    id: 'amount.spent',
    reads: 'what so much is spent on',
    shape: null,
    by: spentOn,
    examples: [
      ['She spent 40 pesos on candles.', 'money 40; counted=candles'],
      ['$3m has been spent on the canal.', 'money 3000000; counted=canal'],
    ],
    not: ['She spent 40 pesos on Tuesday.'],
  },
  {
    id: 'amount.behind',
    reads: 'the noun behind the amount, also after of, in and for',
    shape: null,
    by: behindAmount,
    examples: [
      ['The firm signed a $94,000 contract.', 'money 94000; counted=contract'],
      ['They built 12 km of road.', 'distance 12; counted=road'],
      ['It cut 20 percent of spending.', 'percent 20; counted=spending'],
    ],
    not: ['Prices rose 3 percent on Tuesday.'],
  },
  {
    id: 'amount.given',
    reads: 'to whom a sum is given, promised or charged, right before it',
    shape: null,
    by: givenTo,
    examples: [
      ['They promised the orphans $300 each.', 'money 300; counted=orphans'],
      ['The court fined the mill €9,000.', 'money 9000; counted=mill'],
    ],
    not: ['They promised $300 on Tuesday.', 'They promised him $300.'],
  },
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
