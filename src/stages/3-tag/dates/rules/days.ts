import { Flag, has, isTight } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf } from '../../../../text/index.js';
import { endsPhrase, isPartOfName } from '../ordinary.js';
import { made, number, text, type TimeRule } from '../rule.js';
import { type Scene, signAt } from '../scene.js';
import { period, yearValue } from '../value.js';

const [OF, AND, OR] = ['of', 'and', 'or'].map(hashOf);

const isAdjective = ({ knowledge, tokens, limit }: Scene, at: number): boolean =>
  at < limit && (posOf(knowledge, tokens, at) & (Pos.Adjective | Pos.Verb | Pos.Past)) === Pos.Adjective;

/** "the 24th, 25th", "the 4th and 5th": another numbered day stands behind. */
function isListed(scene: Scene, last: number): boolean {
  const { tokens, limit } = scene;
  const joined = last + 3 < limit && (signAt(scene, last) === COMMA || tokens.hash[last] === AND || tokens.hash[last] === OR);
  return joined && has(tokens, last + 1, Flag.Number) && isTight(tokens, last + 2) && has(tokens, last + 2, Flag.Word);
}
const COMMA = 44;

/** Days told by their number within a month or year that other words name. */
export const DAYS: readonly TimeRule[] = [
  {
    id: 'date.day-of-month',
    reads: 'a numbered day of the month that is spoken of',
    shape: '(on | by | until | since | before | after | from | of) the dayth:d',
    make: (c, scene, _first, last) =>
      // "by the first important vote"; "on the 24th, 25th and 26th of December" is a list of days
      !isListed(scene, last) &&
      endsPhrase(scene, last) &&
      !isAdjective(scene, last) &&
      !isPartOfName(scene, last, last) &&
      scene.tokens.hash[last] !== OF
        ? { ...made('DATE', 'XXXX-XX-XX', `dom ${number(c, 'd')}`), first: c['d'].first - 1 }
        : 'pass',
    examples: [
      ['They came on the 20th.', '2024-05-20'],
      ['They left by the 3rd.', '2024-05-03'],
    ],
    not: ['They lived on the 20th floor.', 'They left by the first available train.'],
  },
  {
    id: 'date.day-of-unit',
    reads: 'a numbered day of last, this, next month',
    shape: 'the? day:d =day? of? the? (last:last | next:next | this:this | following:following | previous:before | that:that) =month',
    make: (c) => {
      const [base, by] = c['last']
        ? ['published', '-1']
        : c['next']
          ? ['published', '+1']
          : c['this']
            ? ['published', '+0']
            : c['following']
              ? ['previous', '+1']
              : c['before']
                ? ['previous', '-1']
                : ['previous', '+0'];
      return made('DATE', 'XXXX-XX-XX', `domof ${base} ${by} ${number(c, 'd')}`);
    },
    examples: [
      ['the 20th of next month', '2024-06-20'],
      ['the 3rd of this month', '2024-05-03'],
    ],
    not: ['the 20th of the batch'],
  },
  {
    id: 'date.nth',
    reads: 'the first Tuesday of October, the last day of 2015, the third week of March',
    shape:
      'the? (ordinal:n last:back | ordinal:n) (weekday:w | unit:u) (of | in) the? (month:m (,? (of | in)? year:y)? | year:y | every:e unit:v | (this:this | last:last | next:next)? unit:v)',
    make: (c) => {
      const unit = c['u'] ? text(c, 'u') : `weekday${number(c, 'w')}`;
      if (c['u'] && !['D', 'W', 'WE', 'M'].includes(unit)) return 'pass';
      if (c['v'] && !['M', 'Y'].includes(text(c, 'v'))) return 'pass';
      const n = c['back'] ? -number(c, 'n') : number(c, 'n');
      if (c['e']) return made('SET', period(text(c, 'v'), number(c, 'e')));
      const by = c['last'] ? '-1' : c['next'] ? '+1' : '+0';
      const where = c['m']
        ? `${c['y'] ? yearValue(number(c, 'y')) : 'XXXX'}-${String(number(c, 'm')).padStart(2, '0')}`
        : c['y']
          ? yearValue(number(c, 'y'))
          : text(c, 'v') === 'M'
            ? 'XXXX-XX'
            : 'XXXX';
      return made('DATE', unit === 'W' ? 'XXXX-WXX' : unit === 'M' ? 'XXXX-XX' : 'XXXX-XX-XX', `nth ${n} ${unit} ${where} ${by}`);
    },
    examples: [
      ['the first Tuesday of October 2014', '2014-10-07'],
      ['the last day of October 2015', '2015-10-31'],
      ['the first week of 2021', '2021-W01'],
      ['the last Monday of March', '2024-03-25'],
      ['They meet on the first Monday of each month.', 'P1M'],
    ],
    not: ['the first house of the street'],
  },
];
