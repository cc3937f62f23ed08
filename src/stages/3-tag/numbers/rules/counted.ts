import { readCounted, readJoined, readOf, readWhole } from '../counted/partitives.js';
import { isElliptic, shareNouns } from '../counted/parts.js';
import { numberOf, readPredicate } from '../counted/predicates.js';
import { joinShares } from '../counted/shares.js';
import { countTimes } from '../counted/times.js';
import type { FigureRule } from '../rule.js';

/** What a count counts, by the words behind it, before it or around it. */
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
];
