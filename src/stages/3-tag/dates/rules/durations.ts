import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has } from '../../../../model/index.js';
import { hashOf } from '../../../../text/index.js';
import { beforeTimes, endsPhrase, isAlone, isOwned } from '../ordinary.js';
import { type Captures, made, number, over, text, type TimeRule } from '../rule.js';
import { type Scene, signAt } from '../scene.js';
import { period } from '../value.js';

const countOf = (c: Captures): number | 'X' => (c['half'] ? 0.5 : c['n'] ? number(c, 'n') : c['v'] ? 'X' : 1);
const [OVER, WELL, JUST] = ['over', 'well', 'just'].map(hashOf);

/** "A$400 million over five years": behind what is spent or spread, "over" is a preposition and no bound. */
function isSpreadOver(scene: Scene, first: number): boolean {
  const { hash } = scene.tokens;
  const before = first - 1;
  if (hash[first] !== OVER || before < scene.first || has(scene.tokens, before, Flag.Punctuation) || hash[before] === WELL || hash[before] === JUST)
    return false;
  if (has(scene.tokens, before, Flag.Number) || isKind(scene.knowledge, scene.tokens, before, Kind.Number)) return true;
  return (posOf(scene.knowledge, scene.tokens, before) & (Pos.Noun | Pos.Past)) === Pos.Noun;
}

const [AGE, AGED, OF] = ['age', 'aged', 'of'].map(hashOf);
/** "at the age of 25 years", "aged 12 months". */
const isAge = ({ tokens: { hash } }: Scene, first: number): boolean =>
  hash[first - 1] === AGED || (hash[first - 1] === OF && hash[first - 2] === AGE);
const LEAST_YEAR = 1000;
const UNIT = '(unit:u | units:u)';
const modOf = (c: Captures): string | null => (c['q'] ? text(c, 'q') : null);

/** How long. */
export const DURATIONS: readonly TimeRule[] = [
  {
    id: 'duration.number',
    reads: 'a number of units',
    shape: `approximate:q? (n:n | aHalf:half (a | an)) (more | full | whole | single | consecutive | straight)? -? quality? -? ${UNIT} (and a half)? (-? =long)?`,
    make: (c, scene, first, last) => {
      const n = countOf(c);
      // A length by itself says nothing of when.
      if (isAlone(scene, first, last) && !c['q']) return 'pass';
      if (isAge(scene, first)) return null;
      if (n === 'X' || (text(c, 'u') === 'TS' && n === 1) || text(c, 'u') === 'Q') return 'pass';
      const from = isSpreadOver(scene, first) ? first + 1 : first;
      return { ...made('DURATION', period(text(c, 'u'), n), null, from > first ? null : modOf(c)), first: from };
    },
    examples: [
      ['for two weeks', 'P2W'],
      ['about three years', 'P3Y'],
      ['a 90-day truce', 'P90D'],
      ['for two and a half years', 'P2.5Y'],
      ['more than two decades', 'P2DE'],
      ['They must leave within six months.', 'P6M'],
      ['half a century of war', 'P50Y'],
      ['for half an hour', 'PT30M'],
    ],
    not: ['two men'],
  },
  {
    id: 'duration.age',
    reads: 'how old somebody or something is: a claim, no time',
    shape: `approximate? n (- | and a half)? -? ${UNIT} (-? (old | olds) | of age)`,
    make: () => null,
    examples: [],
    not: ['a 64-year-old driver', 'She is nine years old.', 'boys 12 years of age'],
  },
  {
    id: 'duration.compound',
    reads: 'a length in two units',
    shape: 'approximate:q? n:a -? (unit:u | units:u) (, | and | , and)? n:b -? (unit:v | units:v | abbreviated:v)',
    make: (c, scene, first, last) => {
      const [u, v] = [period(text(c, 'u'), number(c, 'a')), period(text(c, 'v'), number(c, 'b'))];
      if (isAlone(scene, first, last)) return null;
      // Only units that share the part before or behind the T can stand in one value.
      return u.startsWith('PT') === v.startsWith('PT') && /[SMHDWY]$/.test(u + v) && !/DE|CE|ML|WE/.test(u + v)
        ? made('DURATION', u + v.replace(/^PT?/, ''), null, modOf(c))
        : 'pass';
    },
    examples: [
      ['it took 1 hour and 30 minutes', 'PT1H30M'],
      ['It took 2 years and 3 months.', 'P2Y3M'],
    ],
    not: ['15 hours 29 min'],
  },
  {
    id: 'duration.range',
    reads: 'from so many to so many units',
    shape: `approximate? n:a (- | to | or) n:b quality? (units:u | unit:u)`,
    make: (c) =>
      // "the 2014-15 financial year"
      number(c, 'a') >= LEAST_YEAR && number(c, 'b') < number(c, 'a')
        ? 'pass'
        : [
            over(c['a'], c['a'], made('DURATION', period(text(c, 'u'), number(c, 'a')))),
            over(c['b'], c['u'], made('DURATION', period(text(c, 'u'), number(c, 'b')))),
          ],
    examples: [
      ['ten or fifteen years', 'P15Y'],
      ['It takes 3 to 5 days.', 'P5D'],
    ],
    not: ['ten or fifteen men'],
  },
  {
    id: 'duration.one',
    reads: 'one unit behind an article',
    shape: `approximate:q? (a | an | one) (full | whole | single | long)? (unit:u) (and a aHalf:h)? (-? =long)?`,
    make: (c, scene, first, last) => {
      const unit = text(c, 'u');
      if (/^(TS|TM|N|Q)$/.test(unit) || isAlone(scene, first, last)) return 'pass';
      if (!c['q'] && !endsPhrase(scene, last) && !/^(of)$/.test(scene.text.slice(scene.tokens.start[last], scene.tokens.end[last]))) return 'pass';
      return made('DURATION', period(unit, c['h'] ? 1.5 : 1), null, modOf(c));
    },
    examples: [
      ['It lasted a week.', 'P1W'],
      ['for over a year', 'P1Y'],
    ],
    not: ['It lasted a round.'],
  },
  {
    id: 'duration.vague',
    reads: 'some units',
    shape: 'approximate:q? vague:v quality? units:u',
    make: (c, scene, _first, last) => {
      if (text(c, 'u') === 'Q') return 'pass';
      const word = c['v'].phrase?.phrase ?? '';
      if (word === 'the' || word === 'these' || word === 'those' || word === 'long')
        return word === 'the' && endsPhrase(scene, last) && !/^(TS|TM|N|Q)$/.test(text(c, 'u'))
          ? made('DURATION', period(text(c, 'u'), 'X'))
          : 'pass';
      if (/couple/.test(word)) return made('DURATION', period(text(c, 'u'), 2), null, 'APPROX');
      return made('DURATION', period(text(c, 'u'), 'X'));
    },
    examples: [
      ['for several months', 'PXM'],
      ['a few days', 'PXD'],
      ['a couple of weeks', 'P2W'],
      ['many years', 'PXY'],
    ],
    not: ['for several men'],
  },
  {
    id: 'duration.recent',
    reads: 'recent or coming units',
    shape:
      '(the | these)? (adjective:a | last:l | next:x | following:x | previous:l | intervening | final | early | later) (vague:v)? units:u (ahead)?',
    make: (c) => made('DURATION', period(text(c, 'u'), 'X'), c['l'] || c['a'] ? `span past X ${text(c, 'u')}` : null),
    examples: [
      ['in recent years', 'PXY'],
      ['the coming weeks', 'PXW'],
      ['over the last few days', 'PXD'],
    ],
    not: ['the coming men'],
  },
  {
    id: 'duration.last',
    reads: 'the last or next so many units',
    shape: '(the | these)? (last:l | next:x | following:x | previous:l | first:f | final:f) (approximate)? n:n quality? (units:u | unit:u)',
    make: (c, scene, _first, last) => {
      const n = number(c, 'n');
      const of = last < scene.limit && scene.text.slice(scene.tokens.start[last], scene.tokens.end[last]) === 'of';
      const past = c['l'] ? 'past' : 'future';
      return made('DURATION', period(text(c, 'u'), n), c['f'] || of ? null : `span ${past} ${n} ${text(c, 'u')}`);
    },
    examples: [
      ['over the last two decades', 'P2DE'],
      ['the next two years', 'P2Y'],
      ['these past three months', 'P3M'],
    ],
    not: ['the last two men'],
  },
  {
    id: 'duration.before-units',
    reads: 'a number before last or next',
    shape: '(the | these)? n:n (last:l | next:x | following:x | previous:l | first | final) units:u',
    make: (c) =>
      made(
        'DURATION',
        period(text(c, 'u'), number(c, 'n')),
        c['l'] || c['x'] ? `span ${c['l'] ? 'past' : 'future'} ${number(c, 'n')} ${text(c, 'u')}` : null,
      ),
    examples: [
      ['the four previous weeks', 'P4W'],
      ['the two next days', 'P2D'],
    ],
    not: ['the four previous owners'],
  },
  {
    id: 'duration.units',
    reads: 'units without a number, behind a preposition',
    shape: 'approximate? units:u (- =long)?',
    make: (c, scene, first, last) => {
      const unit = text(c, 'u');
      const long = last - first > 1;
      if (/^(TS|TM|N|Q|WE)$/.test(unit) || (!long && isOwned(scene, first - 1)) || isAlone(scene, first, last)) return 'pass';
      const free =
        beforeTimes(scene, first - 1) ||
        has(scene.tokens, first - 1, Flag.Punctuation) ||
        LOOSE.test(first > 0 ? scene.text.slice(scene.tokens.start[first - 1], scene.tokens.end[first - 1]) : '');
      return long || free ? made('DURATION', period(unit, 'X')) : 'pass';
    },
    examples: [
      ['After years of pressure it fell.', 'PXY'],
      ['It went on for weeks.', 'PXW'],
      ['months-long talks', 'PXM'],
      ['A months-long siege ended.', 'PXM'],
    ],
    not: ['After rows of pressure it fell.'],
  },
  {
    id: 'duration.all',
    reads: 'the whole of a unit',
    shape: 'all (the)? unit:u',
    make: (c, scene, _first, last) =>
      /^(D|W|M|Y|WE)$/.test(text(c, 'u')) && endsPhrase(scene, last) ? made('DURATION', period(text(c, 'u'), 1)) : 'pass',
    examples: [
      ['They have been digging all week.', 'P1W'],
      ['It rained all month.', 'P1M'],
    ],
    not: ['all men'],
  },
  {
    id: 'duration.unit-long',
    reads: 'as long as one unit',
    shape: 'unit:u - (=long | old)',
    make: (c, scene, first) => (signAt(scene, first - 1) === 45 ? 'pass' : made('DURATION', period(text(c, 'u'), 1))),
    examples: [
      ['a month-long siege', 'P1M'],
      ['a year-long siege', 'P1Y'],
    ],
    not: ['a mile-long siege'],
  },
  {
    id: 'duration.long',
    reads: 'a time of unknown length',
    shape: 'long:l',
    make: (c) => made('DURATION', text(c, 'l')),
    examples: [
      ['for a long time', 'PXX'],
      ['It lasted a long time.', 'PXX'],
    ],
    not: ['a long rope'],
  },
];

const LOOSE =
  /^(for|over|within|and|or|took|take|takes|lasted|spent|spend|spending|after|in|of|last|despite|several|wait|waited|waiting|just|only)$/i;
