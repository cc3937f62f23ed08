import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { aloneWeekday, endsPhrase, isAlone } from '../ordinary.js';
import { type Captures, made, type Made, number, text, type TimeRule } from '../rule.js';
import { type Scene, signAt, written } from '../scene.js';
import { period, typeOfUnit, UNKNOWN } from '../value.js';

const base = (c: Captures): { readonly at: 'published' | 'previous'; readonly by: number } =>
  c['last']
    ? { at: 'published', by: -1 }
    : c['next']
      ? { at: 'published', by: 1 }
      : c['this']
        ? { at: 'published', by: 0 }
        : c['following']
          ? { at: 'previous', by: 1 }
          : c['before']
            ? { at: 'previous', by: -1 }
            : { at: 'previous', by: 0 };

const WHICH = '(last:last | next:next | this:this | that:that | following:following | previous:before)';
/** "in two year terms": the unit only describes what follows. */
const isModified = (scene: Scene, last: number): boolean =>
  last < scene.limit &&
  has(scene.tokens, last, Flag.Word) &&
  !endsPhrase(scene, last) &&
  !has(scene.tokens, last, Flag.Capital) &&
  (posOf(scene.knowledge, scene.tokens, last) & Pos.Verb) === 0;

/** "in the second …", "in those years": not so long from now. */
const isDefinite = (c: Captures): boolean => /^(the|these|those|long)$/.test(c['v']?.phrase?.phrase ?? '');

const signed = (n: number): string => (n < 0 ? String(n) : `+${n}`);

/** A unit counted from an anchor: "two days later" keeps the anchor's day, "fifteen months later" only its month. */
const shift = (at: string, sign: string, count: number | 'X', unit: string): Made => {
  if (count === 'X' || !Number.isFinite(count) || (unit === 'Y' && count > 9999)) return made('DATE', sign === '-' ? 'PAST_REF' : 'FUTURE_REF');
  return made(typeOfUnit(unit), UNKNOWN[unit], `shift ${at} ${sign}${count} ${unit}`);
};
const counted = (c: Captures): number | 'X' =>
  c['v'] ? (/couple/.test(c['v'].phrase?.phrase ?? '') ? 2 : 'X') : c['n'] ? number(c, 'n') : c['half'] ? 0.5 : 1;
const COUNT = '(approximate)? (aHalf:half (a | an) | n:n | vague:v n:n? | a | an | one) quality? (unit:u | units:u | abbreviated:u)';

/** Times told from the day of writing or from the time told before. */
export const RELATIVE: readonly TimeRule[] = [
  {
    id: 'relative.day',
    reads: 'today, yesterday, tomorrow',
    shape: 'deictic:d (part:p)?',
    make: (c) => {
      const [by, part] = text(c, 'd').split(' ');
      const suffix = part ?? (c['p'] ? `T${text(c, 'p')}` : '');
      if (by === '+0D' && !suffix) return made('DATE', 'PRESENT_REF', 'today');
      return made(suffix ? 'TIME' : 'DATE', `XXXX-XX-XX${suffix}`, `shift published ${by.slice(0, -1)} D`);
    },
    examples: [
      ['They left yesterday.', '2024-05-14'],
      ['tomorrow night', '2024-05-16TNI'],
      ['the day after tomorrow', '2024-05-17'],
      ['today', '2024-05-15'],
    ],
    not: ['nowhere', 'noway'],
  },
  {
    id: 'relative.unit',
    reads: 'last, next, this, that, the following, the previous with a unit',
    shape: `the? ${WHICH} (unit:u | abbreviated:u)`,
    make: (c, scene, first, last) => {
      const { at, by } = base(c);
      const unit = text(c, 'u');
      if (c['u'].phrase?.detail === 'abbreviation' && unit.length < 3 && !/^(qtr|yr|mo|wk|hr)$/.test(c['u'].phrase.phrase)) return 'pass';
      if (unit === 'FN' && !c['that'] && !c['this']) return made('DURATION', 'P2W', `span ${by < 0 ? 'past' : 'future'} 1 FN`);
      if (unit.startsWith('T') && unit !== 'TS' && !c['that'] && !c['following'] && !c['before'])
        return shift('published', by < 0 ? '-' : '+', Math.abs(by), unit);
      if (/^T|^FN/.test(unit) || (unit === 'D' && c['this'] && scene.tokens.hash[first] !== scene.tokens.hash[c['this'].first])) return 'pass';
      // "the past year" is a length that ends now, "last year" a year; "the last year of the war" neither.
      const the = c['last'] && c['last'].first > first;
      if ((the && unit !== 'Q') || (c['last'] && /past/.test(c['last'].phrase?.phrase ?? '') && c['last'].first > first)) {
        return endsPhrase(scene, last) || at === 'published' ? made('DURATION', period(unit, 1), `span past 1 ${unit}`) : 'pass';
      }
      if (unit === 'N') return made('TIME', 'XXXX-XX-XXTNI', `shift ${at} ${signed(by)} D`);
      return made('DATE', UNKNOWN[unit], `unit ${at} ${signed(by)} ${unit}`);
    },
    examples: [
      ['last year', '2023'],
      ['next month', '2024-06'],
      ['this week', '2024-W20'],
      ['In 1940 they won; the following year they lost.', '1941'],
      ['the past decade', 'P1DE'],
    ],
    not: ['the last man', 'next door'],
  },
  {
    id: 'relative.edge-unit',
    reads: 'an end of the unit that is spoken of',
    shape: '((the? edge:e of | later:e in | earlier:e in | phase:e in) the? unit:u | phase:e - unit:u)',
    make: (c, scene, _first, last) => {
      const unit = text(c, 'u');
      if (!endsPhrase(scene, last) || /^(T|N)/.test(unit)) return 'pass';
      const edge =
        c['e'].phrase?.role === 'edge' || c['e'].phrase?.role === 'phase' ? text(c, 'e') : c['e'].phrase?.role === 'later' ? 'END' : 'START';
      return made('DATE', UNKNOWN[unit], `unit context +0 ${unit}`, edge);
    },
    examples: [
      ['By June 1940 they had won. They left by the end of the month.', '2024-05'],
      ['They left by the end of the year.', '2024'],
    ],
    not: ['the end of the road'],
  },
  {
    id: 'relative.weekend',
    reads: 'the weekend that is nearest, as the tense has it',
    shape: 'the? unit:u',
    make: (c, scene, first, last) =>
      text(c, 'u') === 'WE' && c['u'].first > first && endsPhrase(scene, last) ? made('DATE', UNKNOWN['WE'], 'weekend near') : 'pass',
    examples: [
      ['They met at the weekend.', '2024-W19-WE'],
      ['They will meet over the weekend.', '2024-W20-WE'],
    ],
    not: ['a weekender boat'],
  },
  {
    id: 'relative.month',
    reads: 'a month beside last, next, this',
    shape: `the? ${WHICH} month:m (dayth:d)?`,
    make: (c, scene) => {
      if (c['m'].phrase?.ambiguous === true && !c['d'] && !has(scene.tokens, c['m'].first, Flag.Capital)) return 'pass';
      const way = c['last'] ? 'last' : c['next'] ? 'next' : c['this'] ? 'this' : c['following'] ? 'following' : c['before'] ? 'before' : 'previous';
      const m = String(c['m'].value).padStart(2, '0');
      return made('DATE', c['d'] ? `XXXX-${m}-${String(c['d'].value).padStart(2, '0')}` : `XXXX-${m}`, `year ${way}`);
    },
    examples: [
      ['last June', '2023-06'],
      ['next March', '2025-03'],
    ],
    not: ['The last may win.'],
  },
  {
    id: 'relative.weekday',
    reads: 'a day of the week, perhaps beside last, next, this, perhaps of a week',
    shape: `(the? ${WHICH} weekday:w | weekday:w (of | in)? the? (this:tw | last:tw | next:tw | following:tw) week | (this:tw | last:tw | next:tw) week (on | ’s)? weekday:w | the? weekday:w) (the dayth:d | dayth:d)? (part:p)?`,
    make: (c, scene, first, last) => {
      const w = c['w'];
      const day = Number(w.value);
      if (!c['tw'] && !c['last'] && !c['next'] && !c['this'] && !aloneWeekday(scene, w.first, w.last, w.phrase?.ambiguous === true)) return 'pass';
      const type = c['p'] ? 'TIME' : 'DATE';
      const timex = `XXXX-WXX-${day}${c['p'] ? `T${text(c, 'p')}` : ''}`;
      if (c['tw']) return made(type, timex, `weekday week${signed(number(c, 'tw'))} ${day}`);
      if (c['d']) return made(type, timex, `weekdom ${day} ${number(c, 'd')}`);
      const way = c['last'] ? 'last' : c['next'] ? 'next' : c['this'] ? 'this' : c['following'] ? 'following' : c['before'] ? 'before' : 'near';
      const one = made(type, timex, `weekday ${way} ${day}`);
      return way === 'near' && scene.tokens.hash[first] !== scene.tokens.hash[w.first] ? { ...one, first: w.first, last } : one;
    },
    examples: [
      ['They met on Tuesday.', '2024-05-14'],
      ['last Friday', '2024-05-10'],
      ['next Monday', '2024-05-20'],
      ['Monday of next week', '2024-05-20'],
      ['on Tuesday morning', '2024-05-14TMO'],
    ],
    not: ['The sun rose.', 'They sat down.'],
  },
  {
    id: 'relative.ago',
    reads: 'so long ago',
    shape: `${COUNT} ((,? and)? (n:n2 | a | an) (unit:u2 | units:u2 | abbreviated:u2))? ago`,
    make: (c) => (c['u2'] ? shift('published', '-', counted(c), text(c, 'u')) : shift('published', '-', counted(c), text(c, 'u'))),
    examples: [
      ['two years ago', '2022'],
      ['three days ago', '2024-05-12'],
      ['two weeks ago', '2024-05-01'],
      ['many years ago', 'PAST_REF'],
      ['18 months ago', '2022-11'],
    ],
    not: ['two men ago'],
  },
  {
    id: 'relative.offset',
    reads: 'so long from now or ago by a sign, where nothing else is said',
    shape: 'n:n (units:u | unit:u | abbreviated:u) (,? n:m (units:v | unit:v | abbreviated:v))?',
    make: (c, scene, first, last) => {
      const sign = signAt(scene, first - 1);
      if ((sign !== 43 && sign !== 45) || !Number.isInteger(number(c, 'n')) || !isAlone(scene, first, last)) return 'pass';
      const way = sign === 43 ? '+' : '-';
      const one = shift('published', way, number(c, 'n'), text(c, 'u'));
      // What is told by months and years is no day to count on from.
      const more = c['m'] && /^[DW]$/.test(text(c, 'u')) && /^[DW]$/.test(text(c, 'v'));
      const made = more ? { ...one, timex: UNKNOWN[text(c, 'v')], relation: `plus ${way}${number(c, 'm')} ${text(c, 'v')} ${one.relation}` } : one;
      return { ...made, first: first - 1 };
    },
    examples: [
      ['+2 days', '2024-05-17'],
      ['-3 years', '2021'],
      ['+2 weeks, 3 days', '2024-06-01'],
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
    shape: `(${COUNT} hence | in ${COUNT} (time | from now))`,
    make: (c) => shift('published', '+', counted(c), text(c, 'u')),
    examples: [
      ['three days from now', '2024-05-18'],
      ['in two years time', '2026'],
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
    shape: `(the? | only) ${COUNT} (later:l | earlier:e)`,
    make: (c, scene, _first, last) => {
      if (isDefinite(c) && !c['n']) return 'pass';
      // "a week before moving back" is a length: what it is counted from stands behind.
      if (/^(before|prior|previously)/.test(c['e']?.phrase?.phrase ?? '') && last < scene.end && !has(scene.tokens, last, Flag.Punctuation))
        return 'pass';
      return shift('previous', c['l'] ? '+' : '-', counted(c), text(c, 'u'));
    },
    examples: [
      ['They won on 2 June 1940. Two days later they left.', '1940-06-04'],
      ['They won in 1940. Three years later they lost.', '1943'],
      ['a few days later', 'FUTURE_REF'],
    ],
    not: ['two men later'],
  },
  {
    id: 'relative.next-day',
    reads: 'the day, week, month, year before or after the time told before',
    shape: 'the unit:u (earlier:b | after | following)',
    make: (c, scene, _first, last) => {
      const unit = text(c, 'u');
      if (!endsPhrase(scene, last) || !/^(D|W|M|Y|DE)$/.test(unit)) return 'pass';
      return made('DATE', UNKNOWN[unit], `${unit === 'D' ? 'shift' : 'unit'} previous ${c['b'] ? '-1' : '+1'} ${unit}`);
    },
    examples: [
      ['They won on 2 June 1940 and left the day after.', '1940-06-03'],
      ['They paid more in 2019 than the year before.', '2018'],
    ],
    not: ['the man before'],
  },
  {
    id: 'relative.part',
    reads: 'a part of the day that is spoken of',
    shape: '(that:that | this:this | following:following | previous:before | the) part:p',
    make: (c, scene, first, last) => {
      if (!c['that'] && !c['this'] && !c['following'] && !c['before'] && !endsPhrase(scene, last)) return 'pass';
      const { at, by } = c['that'] || c['this'] || c['following'] || c['before'] ? base(c) : { at: 'previous', by: 0 };
      const one = made('TIME', `XXXX-XX-XXT${text(c, 'p')}`, `shift ${at} ${signed(by)} D`);
      return c['p'].first - first === 1 && !c['that'] && !c['this'] && !c['following'] && !c['before']
        ? { ...one, relation: null, first: c['p'].first }
        : one;
    },
    examples: [
      ['They won on 2 June 1940. That afternoon they left.', '1940-06-02TAF'],
      ['They won on 2 June 1940. That night they left.', '1940-06-02TNI'],
    ],
    not: ['that man'],
  },
  {
    id: 'relative.bare-part',
    reads: 'a part of some day',
    shape: 'part:p',
    make: (c, scene, first, last) =>
      (!endsPhrase(scene, last) && text(c, 'p') !== 'DT') || (isAlone(scene, first, last) && text(c, 'p').length > 2)
        ? 'pass'
        : made('TIME', `XXXX-XX-XXT${text(c, 'p')}`, text(c, 'p') === '12:00' ? 'clock' : null),
    examples: [
      ['They came at night.', 'XXXX-XX-XXTNI'],
      ['They left at dawn.', 'XXXX-XX-XXTMO'],
    ],
    not: ['a knight'],
  },
];
