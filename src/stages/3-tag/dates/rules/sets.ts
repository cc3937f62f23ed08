import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has } from '../../../../model/index.js';
import { made, number, text, type TimeRule } from '../rule.js';
import { type Scene, written } from '../scene.js';
import { period } from '../value.js';

/** How far before "a day" the number may stand that is so many a day. */
const RATE_REACH = 6;

/** A number of something ends right before: "900 litres of diesel", "$5", "another 650"; no verb or preposition does. */
function countsBefore(scene: Scene, at: number): boolean {
  const before = at - 1;
  if (before < scene.first || has(scene.tokens, before, Flag.Punctuation)) return false;
  if (has(scene.tokens, before, Flag.Number)) return true;
  const pos = posOf(scene.knowledge, scene.tokens, before);
  if ((pos & Pos.Noun) === 0 && !isKind(scene.knowledge, scene.tokens, before, Kind.Number)) return false;
  for (let t = before; t >= scene.first && t >= at - RATE_REACH; t--) {
    if (has(scene.tokens, t, Flag.Number) || isKind(scene.knowledge, scene.tokens, t, Kind.Number)) return true;
    if (has(scene.tokens, t, Flag.Punctuation)) return false;
  }
  return false;
}

/** How often. */
export const SETS: readonly TimeRule[] = [
  {
    id: 'set.rate',
    reads: 'so many a unit, so often a unit',
    shape: '(once | twice | thrice | n =times | several =times | many =times)? (a | an | each | per | every) unit:u',
    make: (c, scene, first, last) => {
      const unit = text(c, 'u');
      const times = c['u'].first - first > 1 && !/^(every|each)$/i.test(written(scene, first, first + 1));
      if (/^(TS|TM|Q|WE)$/.test(unit) || (!times && (/^(every|each|per)$/i.test(written(scene, first, first + 1)) || !countsBefore(scene, first))))
        return 'pass';
      return last < scene.limit && /^(ago|later|earlier|before|after|or|and)$/.test(written(scene, last, last + 1))
        ? 'pass'
        : made('SET', period(unit, 1));
    },
    examples: [
      ['They pay $5 a day.', 'P1D'],
      ['The ferry sails twice a week.', 'P1W'],
      ['They burn 900 litres of diesel a week.', 'P1W'],
      ['A room costs £145 a night.', 'P1D'],
    ],
    not: ['$5 a man'],
  },
  {
    id: 'set.every',
    reads: 'every unit, weekday, part of the day',
    shape:
      'every:e (ordinal:o (unit:u | weekday:w) | n:n (units:u | unit:u) | unit:u | weekday:w | weekdays:w | part:p | month:m | season:s) (part:p)?',
    make: (c) => {
      const by = number(c, 'e') * (c['o'] ? number(c, 'o') : 1);
      if (by < 1) return 'pass';
      const many = (c['n'] ? number(c, 'n') : 1) * by;
      // "every night", "each quarter", "every weekend"
      if (c['u'] && many === 1 && text(c, 'u') === 'N') return made('SET', 'XXXX-XX-XXTNI');
      if (c['u'] && many === 1 && text(c, 'u') === 'WE') return made('SET', 'XXXX-WXX-WE');
      if (c['u']) return text(c, 'u') === 'Q' ? made('SET', period('M', 3 * many)) : made('SET', period(text(c, 'u'), many));
      if (c['w']) return made('SET', `XXXX-WXX-${text(c, 'w')}${c['p'] ? `T${text(c, 'p')}` : ''}`);
      if (c['m']) return made('SET', `XXXX-${String(c['m'].value).padStart(2, '0')}`);
      if (c['s']) return made('SET', `XXXX-${text(c, 's')}`);
      return made('SET', `XXXX-XX-XXT${text(c, 'p')}`);
    },
    examples: [
      ['every day', 'P1D'],
      ['each week', 'P1W'],
      ['every Friday', 'XXXX-WXX-5'],
      ['every other day', 'P2D'],
      ['every third Thursday', 'XXXX-WXX-4'],
      ['every fourth year', 'P4Y'],
      ['every two years', 'P2Y'],
      ['every morning', 'XXXX-XX-XXTMO'],
      ['every night', 'XXXX-XX-XXTNI'],
      ['each quarter', 'P3M'],
    ],
    not: ['every man'],
  },
  {
    id: 'set.weekdays',
    reads: 'weekdays in the plural',
    shape: 'weekdays:w (part:p)?',
    make: (c) => made('SET', `XXXX-WXX-${text(c, 'w')}${c['p'] ? `T${text(c, 'p')}` : ''}`),
    examples: [
      ['They pray on Fridays.', 'XXXX-WXX-5'],
      ['The shop shuts on Sundays.', 'XXXX-WXX-7'],
    ],
    not: ['They pray at suns.'],
  },
  {
    id: 'set.weekends',
    reads: 'every weekend, every day of work',
    shape: '(on | at) units:u',
    make: (c) =>
      text(c, 'u') === 'WE'
        ? { ...made('SET', 'XXXX-WXX-WE'), first: c['u'].first }
        : c['u'].phrase?.phrase === 'weekdays'
          ? { ...made('SET', 'XXXX-WXX-WD'), first: c['u'].first }
          : 'pass',
    examples: [
      ['The shop is shut at weekends.', 'XXXX-WXX-WE'],
      ['They march on weekends.', 'XXXX-WXX-WE'],
      ['The shop opens at noon on weekdays.', 'XXXX-WXX-WDT12:00'],
    ],
    not: ['at bends'],
  },
  {
    id: 'set.habit',
    reads: 'daily, weekly, monthly',
    shape: 'habit:h',
    make: (c) => made('SET', text(c, 'h') === 'TNI' ? 'XXXX-XX-XXTNI' : text(c, 'h')),
    examples: [
      ['paid monthly', 'P1M'],
      ['a daily briefing', 'P1D'],
    ],
    not: ['a dally'],
  },
  {
    id: 'set.per',
    reads: 'so much a unit',
    shape: 'per unit:u',
    make: (c) => made('SET', period(text(c, 'u'), 1)),
    examples: [
      ['twice per week', 'P1W'],
      ['four times per month', 'P1M'],
    ],
    not: ['twice per man'],
  },
];
