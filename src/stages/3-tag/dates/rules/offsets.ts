import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf } from '../../../../text/index.js';
import { endsPhrase, isAlone, isOneOf } from '../ordinary.js';
import { type Captures, made, type Made, number, text, type TimeRule } from '../rule.js';
import { type Scene, signAt, written } from '../scene.js';
import { typeOfUnit, UNKNOWN } from '../value.js';

const DETERMINERS: ReadonlySet<number> = new Set('the a an this that these those his her its their our my'.split(' ').map(hashOf));
const THAN: ReadonlySet<number> = new Set([hashOf('than')]);
const LAST: ReadonlySet<number> = new Set([hashOf('last')]);

/** "in two year terms": the unit only describes what follows. */
const isModified = (scene: Scene, last: number): boolean =>
  last < scene.limit &&
  has(scene.tokens, last, Flag.Word) &&
  !endsPhrase(scene, last) &&
  !has(scene.tokens, last, Flag.Capital) &&
  (posOf(scene.knowledge, scene.tokens, last) & Pos.Verb) === 0;

/** "in the second …", "in those years": not so long from now. */
const isDefinite = (c: Captures): boolean => /^(the|these|those|long)$/.test(c['v']?.phrase?.phrase ?? '');

/** A unit counted from an anchor: "two days later" keeps the anchor's day, "fifteen months later" only its month. */
const shift = (at: string, sign: string, count: number | 'X', unit: string): Made => {
  if (count === 'X' || !Number.isFinite(count) || (unit === 'Y' && count > 9999)) return made('DATE', sign === '-' ? 'PAST_REF' : 'FUTURE_REF');
  return made(typeOfUnit(unit), UNKNOWN[unit], `shift ${at} ${sign}${count} ${unit}`);
};
const counted = (c: Captures): number | 'X' =>
  c['v'] ? (/couple/.test(c['v'].phrase?.phrase ?? '') ? 2 : 'X') : c['n'] ? number(c, 'n') : c['half'] ? 0.5 : 1;
/** Further units of one length, "two weeks and three days". */
const FURTHER = ['2', '3'];
const lengthOf = (c: Captures): string =>
  [
    `${counted(c)} ${text(c, 'u')}`,
    ...FURTHER.filter((i) => c[`u${i}`]).map((i) => `${c[`n${i}`] ? number(c, `n${i}`) : 1} ${text(c, `u${i}`)}`),
  ].join(' ');

/** A length of one or several units counted from an anchor; of several the smallest says how exactly. */
function counting(at: string, sign: '+' | '-', c: Captures): Made {
  if (!c['u2'] || counted(c) === 'X') return shift(at, sign, counted(c), text(c, 'u'));
  const least = text(c, c['u3'] ? 'u3' : 'u2');
  return made(typeOfUnit(least), UNKNOWN[least], `offset ${at} ${sign} ${lengthOf(c)}`);
}

/** "two weeks, three days", "a week and a day"; "356m a year earlier" is no length of two units. */
const further = (i: string): string => `((, and | , | and)? n:n${i} | (, and | and) (a | an | one)) (unit:u${i} | units:u${i} | abbreviated:u${i})`;
const MORE = `(${further('2')} (${further('3')})?)?`;
const COUNT = '(approximate)? (aHalf:half (a | an) | n:n | vague:v n:n? | a | an | one) quality? (unit:u | units:u | abbreviated:u)';

/** Times so many units before or after another. */
export const OFFSETS: readonly TimeRule[] = [
  {
    id: 'relative.ago',
    reads: 'so long ago',
    shape: `${COUNT} ${MORE} ago`,
    make: (c, scene, first) => {
      if (isDefinite(c)) return 'pass';
      // "27 more than four years ago": so many more than then
      const than = isOneOf(scene, first + 1, THAN) && first > scene.first && has(scene.tokens, first - 1, Flag.Number | Flag.Alphanumeric);
      return than ? { ...counting('published', '-', c), first: first + 2 } : counting('published', '-', c);
    },
    examples: [
      ['two years ago', '2022'],
      ['three days ago', '2024-05-12'],
      ['two weeks ago', '2024-05-01'],
      ['many years ago', 'PAST_REF'],
      ['18 months ago', '2022-11'],
      ['two weeks and three days ago', '2024-04-28'],
      ['a year and two months ago', '2023-03'],
    ],
    not: ['two men ago'],
  },
  {
    id: 'relative.offset',
    reads: 'so long from now or ago by a sign, where nothing else is said',
    shape: `n:n (units:u | unit:u | abbreviated:u) ${MORE}`,
    make: (c, scene, first, last) => {
      const sign = signAt(scene, first - 1);
      if ((sign !== 43 && sign !== 45) || !Number.isInteger(number(c, 'n')) || !isAlone(scene, first, last)) return 'pass';
      return { ...counting('published', sign === 43 ? '+' : '-', c), first: first - 1 };
    },
    examples: [
      ['+2 days', '2024-05-17'],
      ['-3 years', '2021'],
      ['+2 weeks, 3 days', '2024-06-01'],
      ['-2 months, 5 days', '2024-03-10'],
    ],
    not: ['+2 boats', '-1.2M'],
  },
  {
    id: 'relative.units-ago',
    reads: 'units ago without a number',
    shape: 'units (ago | later:l | earlier)',
    make: (c) => made('DATE', c['l'] ? 'FUTURE_REF' : 'PAST_REF'),
    examples: [
      ['They left years ago.', 'PAST_REF'],
      ['It began decades ago.', 'PAST_REF'],
    ],
    not: ['two men ago'],
  },
  {
    id: 'relative.hence',
    reads: 'so long from now',
    shape: `(${COUNT} ${MORE} hence | in ${COUNT} ${MORE} (time | from now))`,
    make: (c) => counting('published', '+', c),
    examples: [
      ['three days from now', '2024-05-18'],
      ['in two years time', '2026'],
      ['two weeks and three days from now', '2024-06-01'],
    ],
    not: ['three men hence'],
  },
  {
    id: 'relative.in',
    reads: 'after so long, in a sentence about what is to come',
    shape: '(in | within) (approximate)? (aHalf:half (a | an) | n:n | vague:v | a | an | one) (unit:u | units:u | abbreviated:u)',
    make: (c, scene, first, last) =>
      !isModified(scene, last) &&
      !isDefinite(c) &&
      text(c, 'u') !== 'Q' &&
      (!/^within$/i.test(written(scene, first, first + 1)) || isAlone(scene, first, last))
        ? { ...shift('published', '+', counted(c), text(c, 'u')), relation: `in ${counted(c)} ${text(c, 'u')}`, first }
        : 'pass',
    examples: [
      ['We will meet in two days.', '2024-05-17'],
      ['They crossed it in two days.', 'P2D'],
      ['Prices have risen in two years.', 'P2Y'],
    ],
    not: ['In three quarters of the cases', 'in the second column'],
  },
  {
    id: 'relative.later',
    reads: 'so long after or before the time told before',
    shape: `(the? | only) ${COUNT} ${MORE} (later:l | earlier:e)`,
    make: (c, scene, _first, last) => {
      if (isDefinite(c) && !c['n']) return 'pass';
      // "a week before moving back" is a length: what it is counted from stands behind.
      if (/^(before|prior|previously)/.test(c['e']?.phrase?.phrase ?? '') && last < scene.end && !has(scene.tokens, last, Flag.Punctuation))
        return 'pass';
      return counting('previous', c['l'] ? '+' : '-', c);
    },
    examples: [
      ['They won on 2 June 1940. Two days later they left.', '1940-06-04'],
      ['They won in 1940. Three years later they lost.', '1943'],
      ['They met on 2 June 1940. A week and a day later they left.', '1940-06-10'],
      ['a few days later', 'FUTURE_REF'],
    ],
    not: ['two men later'],
  },
  {
    id: 'relative.next-day',
    reads: 'the day, week, month, year before or after the time told before',
    shape: 'the (unit:u | part:p) (earlier:b | after | following)',
    make: (c, scene, first, last) => {
      const by = c['b'] ? '-1' : '+1';
      if (c['p']) return endsPhrase(scene, last) ? made('TIME', `XXXX-XX-XXT${text(c, 'p')}`, `shift previous ${by} D`) : 'pass';
      const unit = text(c, 'u');
      if (!endsPhrase(scene, last) || !/^(D|N|W|M|Y|DE)$/.test(unit)) return 'pass';
      // "the day after the vote" is counted from the vote, of which no more may be known than that it was told before; "8 May, the day after the
      // vote" tells its day.
      if (isOneOf(scene, last, DETERMINERS) && first > scene.first) {
        const told = has(scene.tokens, first - 1, Flag.Punctuation) && first - 2 >= scene.first && has(scene.tokens, first - 2, Flag.Number);
        return made(unit === 'N' ? 'TIME' : 'DATE', UNKNOWN[unit], told && unit === 'D' ? 'shift previous +0 D' : null);
      }
      if (unit === 'N') return made('TIME', UNKNOWN[unit], `shift previous ${by} D`);
      return made('DATE', UNKNOWN[unit], `${unit === 'D' ? 'shift' : 'unit'} previous ${by} ${unit}`);
    },
    examples: [
      ['They won on 2 June 1940 and left the day after.', '1940-06-03'],
      ['They paid more in 2019 than the year before.', '2018'],
      ['They left on 2 June 1940, the day after the vote.', '1940-06-02'],
      ['They left on 2 June 1940. They had met the night before.', '1940-06-01TNI'],
    ],
    not: ['the man before'],
  },
  {
    id: 'relative.beyond',
    reads: 'the week before last, the month after next',
    shape: 'the? unit:u (before:b =last | after =next)',
    make: (c, scene, _first, last) =>
      /^(D|W|WE|M|Y)$/.test(text(c, 'u'))
        ? made('DATE', UNKNOWN[text(c, 'u')], `unit published ${isOneOf(scene, last - 1, LAST) ? '-2' : '+2'} ${text(c, 'u')}`)
        : 'pass',
    examples: [
      ['They met the week before last.', '2024-W18'],
      ['the year after next', '2026'],
    ],
    not: ['the man before last'],
  },
];
