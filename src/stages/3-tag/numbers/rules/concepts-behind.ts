import { ofPerson } from '../counted/aged.js';
import { beforeAside, beforeBracket, beforeMoney } from '../counted/concepts.js';
import { behindAmount } from '../counted/behind.js';
import { besideDistance } from '../counted/distances.js';
import { givenTo, ofItem, ofPrice, spentOn } from '../counted/payers.js';
import { ofSharer } from '../counted/shares-left.js';
import { ofMultiple } from '../counted/times.js';
import type { ConceptRule } from '../rule.js';

/** What stands beside a figure or behind it. */
export const CONCEPTS_BEHIND: readonly ConceptRule[] = [
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
];
