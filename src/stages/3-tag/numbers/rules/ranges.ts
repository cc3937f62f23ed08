import type { Draft } from '../draft.js';
import type { LinkRule } from '../rule.js';

/** "from 3 and 5" joins nothing; "from 3 km and 5 km" is said for between. */
const isMeasured = (one: Draft, two: Draft): boolean => one.kind !== 'count' || two.kind === 'money';

/** A bare number beside a length. */
const isSides = (one: Draft, two: Draft): boolean => one.kind === 'count' && one.unit === null && two.kind === 'distance';

/** What joins two numbers, the first that fits. */
export const LINKS: readonly LinkRule[] = [
  {
    id: 'range.to',
    reads: 'so many to so many, a range or both ends of a change',
    shape: '(opener hedge?)? # (to | through) about? #',
    by: null,
    link: 'to',
    examples: [
      ['12 to 15 boats sank.', 'count 12..15 boat'],
      ['From 5,000 to 7,000 pilgrims climb the hill.', 'count 5000..7000 person'],
      ['It costs $3 to about $5 billion.', 'money 3000000000..5000000000 USD'],
    ],
    not: ['He gave 12 boats to 15 men.'],
  },
  {
    id: 'range.between',
    reads: 'between so many and so many',
    shape: 'between hedge? # and about? #',
    by: null,
    link: 'range',
    examples: [
      ['Between 12 and 15 boats sank.', 'count 12..15 boat'],
      ['The load is between 2 and about 7 kg.', 'measure 2..7 kg'],
      ['It weighs between about 3 and 5 tonnes.', 'measure 3..5'],
    ],
    not: ['He sold 12 and 15 boats.'],
  },
  {
    id: 'range.from-and',
    reads: 'from so much and so much',
    shape: 'from hedge? # and about? #',
    by: isMeasured,
    link: 'range',
    examples: [
      ['It ranges from 2 kg and 7 kg.', 'measure 2..7 kg'],
      ['They pay from $3 and $5.', 'money 3..5 USD'],
    ],
    not: ['It came from 2 and 7 boats.'],
  },
  {
    id: 'range.or',
    reads: 'so many or a few more',
    shape: '# or about? #',
    by: null,
    link: 'or',
    examples: [
      ['Three or four boats sank.', 'count 3..4 boat'],
      ['They need 5 or 6 days.', 'duration 5..6 day'],
    ],
    not: ['He pays one dollar or two cents.', 'Take 2 or 90 pills.'],
  },
  {
    id: 'range.dash',
    reads: 'two numbers joined by a dash',
    shape: '(opener hedge?)? # (- | wave) about? #',
    by: null,
    link: 'range',
    examples: [
      ['12–15 boats sank.', 'count 12..15 boat'],
      ['The bridge cost $3–5bn.', 'money 3000000000..5000000000 USD'],
      ['It takes 10-12 weavers.', 'count 10..12 person'],
    ],
    not: ['Our team won 3-1 at home.'],
  },
  {
    id: 'list.and',
    reads: 'two of a list: what is said once of them is true of both',
    shape: '# (and | ,) about? #',
    by: null,
    link: 'list',
    examples: [
      ['He paid 12,000 and 5,000 dollars.', 'money 12000'],
      ['The pipes are 5 and 7 metres long.', 'distance 5'],
    ],
    not: ['He paid 12,000 dollars.'],
  },
  {
    id: 'range.to-hyphen',
    reads: 'so many to so many before a noun',
    shape: '(opener hedge?)? # (to - | - to) about? #',
    by: null,
    link: 'to',
    examples: [
      ['An 8- to 16-metre pole stood there.', 'distance 8..16'],
      ['A two- to three-year plan was made.', 'duration 2..3 year'],
    ],
    not: ['An 8-metre pole stood there.'],
  },
  {
    id: 'list.hyphen',
    reads: 'two of a list before a noun',
    shape: '# - (and | or) about? #',
    by: null,
    link: 'list',
    examples: [
      ['They sell 2- and 3-year bonds.', 'duration 2 year'],
      ['He cut 5- and 7-metre poles.', 'distance 5'],
    ],
    not: ['They sell three-year bonds.'],
  },
  {
    id: 'list.sides',
    reads: 'the sides of a thing: so much by so much',
    shape: '# (by | ×) #',
    by: isSides,
    link: 'list',
    examples: [
      ['The plot is 20 by 35 metres.', 'distance 20 m'],
      ['A 3 by 4 metre mat lay there.', 'distance 3 m'],
    ],
    not: ['It cut 20 by 35.'],
  },
  {
    id: 'list.comma-and',
    reads: 'the last two of a longer list',
    shape: '# , (and | or) about? #',
    by: null,
    link: 'list',
    examples: [
      ['He paid 12,000, 8,000, and 5,000 dollars.', 'money 8000'],
      ['The pipes are 5, 6, or 7 metres long.', 'distance 6'],
    ],
    not: ['He paid 5,000 dollars.'],
  },
];
