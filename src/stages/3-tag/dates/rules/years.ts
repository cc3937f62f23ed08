import { Flag, has } from '../../../../model/index.js';
import { hashOf } from '../../../../text/index.js';
import { aloneSeason, endsPhrase, isAlone, isOwned, isPartOfName, isPreposition, isYear } from '../ordinary.js';
import { fullYear } from '../numerals.js';
import { made, number, text, type TimeRule } from '../rule.js';
import { hasRole } from '../tense.js';
import { yearValue } from '../value.js';

const THE = hashOf('the');
const decadeOf = (year: number): string => yearValue(year).slice(0, -1);
/** "the 20th century" is 19, "the 5th century BC" is BC04. */
export const centuryOf = (n: number, before: boolean): string => `${before ? 'BC' : ''}${String(n - 1).padStart(2, '0')}`;
const UP: Readonly<Record<string, string>> = { last: 'past', next: 'future', this: 'near' };

/** Years and what is longer or shorter by a fixed part: centuries, decades, halves, quarters, seasons. */
export const YEARS: readonly TimeRule[] = [
  {
    id: 'year.decade',
    reads: 'a decade by its first year',
    shape: 'the? yearOfFour:y pluralSign:s',
    make: (c, scene, first) => {
      const y = number(c, 'y');
      if (y % 10 !== 0) return 'pass';
      // "Vision 2030’s goals" owns, "the 1990’s" are a decade.
      if (c['s'] && has(scene.tokens, c['s'].first, Flag.Possessive) && c['y'].first === first) return 'pass';
      // "the 1800s" are a century, "the 2000s" so far a decade.
      return made('DATE', y % 100 === 0 && y !== 2000 ? yearValue(y).slice(0, -2) : decadeOf(y));
    },
    examples: [
      ['in the 1990s', '199'],
      ['the 1800s', '18'],
      ['the 2000s', '200'],
    ],
    not: ['Boeing 747s'],
  },
  {
    id: 'year.decade-bc',
    reads: 'a decade before Christ',
    shape: 'the? threeDigits:y pluralSign era:e',
    make: (c) => (number(c, 'y') % 10 === 0 ? made('DATE', `${text(c, 'e') === 'BC' ? 'BC' : ''}${decadeOf(number(c, 'y')).slice(0, 3)}`) : 'pass'),
    examples: [
      ['the 470s BC', 'BC047'],
      ['in the 330s BC', 'BC033'],
    ],
    not: ['the 470s of them'],
  },
  {
    id: 'year.short-decade',
    reads: 'a decade by two digits or by name',
    shape: 'the? (apostrophe:q? twoDigits:y pluralSign | decade:w)',
    make: (c, scene, first) => {
      const own = (c['y'] ?? c['w']).first;
      // "the late seventies", but "his late seventies"
      const the = c['w'] && own === first && hasRole(scene, first - 1, 'phase') ? first - 2 : first;
      if (isOwned(scene, first - 1) || (!c['q'] && (the < scene.first || scene.tokens.hash[the] !== THE))) return 'pass';
      const tens = c['w'] ? number(c, 'w') : number(c, 'y') / 10;
      return Number.isInteger(tens) ? made('DATE', `${tens < 2 ? '20' : '19'}${tens}`) : 'pass';
    },
    examples: [
      ['in the ’60s', '196'],
      ['the seventies', '197'],
      ['in the early Seventies', '197'],
    ],
    not: ['She is in her 20s.', 'He is in his late seventies.'],
  },
  {
    id: 'year.century',
    reads: 'a century by its number',
    shape: 'the? ordinal:n - century era:e?',
    make: (c) => (number(c, 'n') > 0 ? made('DATE', centuryOf(number(c, 'n'), c['e']?.value === 'BC')) : 'pass'),
    examples: [
      ['an 18th-century fort', '17'],
      ['a 19th-century mill', '18'],
    ],
    not: ['a 3rd-class fort'],
  },
  {
    id: 'year.century-words',
    reads: 'a century by its number',
    shape: 'the? ordinal:n (century | centuries) era:e?',
    make: (c) => (number(c, 'n') > 0 ? made('DATE', centuryOf(number(c, 'n'), c['e']?.value === 'BC')) : 'pass'),
    examples: [
      ['in the nineteenth century', '18'],
      ['the 5th century BC', 'BC04'],
    ],
    not: ['the sixth centurion'],
  },
  {
    id: 'year.millennium',
    reads: 'a millennium by its number',
    shape: 'the? ordinal:n -? (millennium | millennia) era:e?',
    make: (c) => (number(c, 'n') > 0 ? made('DATE', `${c['e']?.value === 'BC' ? 'BC' : ''}${number(c, 'n') - 1}`) : 'pass'),
    examples: [
      ['since the third millennium BC', 'BC2'],
      ['in the second millennium', '1'],
    ],
    not: ['the third milliner'],
  },
  {
    id: 'year.season',
    reads: 'a season of a year',
    shape:
      '(the? season:s (,? of)? year:y (-/ twoDigits)? | the? season:s of threeDigits:y | the? season:s year:y | yearOfFour:y season:s | the? season:s of? apostrophe twoDigits:z)',
    make: (c, scene, _first, last) =>
      c['s'].last === last && isPartOfName(scene, last, last) && has(scene.tokens, c['s'].first, Flag.Capital)
        ? 'pass'
        : made('DATE', `${yearValue(c['z'] ? fullYear(number(c, 'z')) : number(c, 'y'))}-${text(c, 's')}`),
    examples: [
      ['in the spring of 1916', '1916-SP'],
      ['the summer of ’72', '1972-SU'],
      ['fall 1977', '1977-FA'],
      ['1982 summer', '1982-SU'],
      ['the winter of 1776–77', '1776-WI'],
    ],
    not: ['They spring at 2000 men.'],
  },
  {
    id: 'year.season-relative',
    reads: 'a season beside last, next, this',
    shape: '(last:last | next:next | this:this | the? following:next | the previous:last | that:that) season:s',
    make: (c) => {
      const way = c['last'] ? 'last' : c['next'] ? 'next' : 'this';
      const role = (c['next'] ?? c['last'])?.phrase?.role;
      if (c['that'] || role === 'following' || role === 'previous')
        return made('DATE', `XXXX-${text(c, 's')}`, `year ${c['that'] ? 'previous' : role === 'following' ? 'following' : 'before'}`);
      return made('DATE', `XXXX-${text(c, 's')}`, `year ${way === 'this' ? UP[way] : way}`);
    },
    examples: [
      ['next summer', '2024-SU'],
      ['last winter', '2023-WI'],
    ],
    not: ['They spring up.'],
  },
  {
    id: 'year.season-alone',
    reads: 'a season whose year is not said',
    shape: 'the? season:s',
    make: (c, scene, first, last) =>
      aloneSeason(scene, first, last, c['s'].phrase?.ambiguous === true) ? made('DATE', `XXXX-${text(c, 's')}`, 'year near') : 'pass',
    examples: [
      ['during the winter', '2023-WI'],
      ['in the spring', '2024-SP'],
    ],
    not: ['the fall of Kabul', 'They spring up.', 'the Arab Spring'],
  },
  {
    id: 'year.named',
    reads: 'the word year before its number',
    shape: 'the? =year (year:y | threeDigits:y)',
    make: (c) => made('DATE', yearValue(number(c, 'y'))),
    examples: [
      ['in the year 1950', '1950'],
      ['in the year 410', '0410'],
    ],
    not: ['the year book'],
  },
  {
    id: 'year.era',
    reads: 'a year with its era',
    shape: 'year:y',
    make: (c, scene, first, last) => {
      const y = number(c, 'y');
      if (last - first > 1) return made('DATE', yearValue(y));
      // A heading of its own, "1919", is a year; a text that is nothing but a number need not be.
      if (isAlone(scene, first, last) && scene.end - scene.first === scene.tokens.count) return 'pass';
      return isYear(scene, first, last, y) ? made('DATE', yearValue(y)) : 'pass';
    },
    examples: [
      ['He came in 1984.', '1984'],
      ['490 BC', 'BC0490'],
      ['the 2008 elections', '2008'],
      ['In 2003 troops entered.', '2003'],
      ['AD 347', '0347'],
    ],
    not: ['2,000 fighters', '2000 troops', 'resolution 1973', 'It cost $1990.', '1500 people', 'more than 1800 died'],
  },
  {
    id: 'year.three-digits',
    reads: 'a year of three digits behind a preposition',
    shape: '(in | until | since | before | after | circa | ca | c) .? threeDigits:y',
    make: (c, scene, _first, last) =>
      // "in 226 of the 298 towns"
      endsPhrase(scene, last) && scene.tokens.hash[last] !== hashOf('of')
        ? { ...made('DATE', yearValue(number(c, 'y')), 'era'), first: c['y'].first }
        : 'pass',
    examples: [
      ['Born in AD 340, he died in 384.', '0384'],
      ['They won in 490 BC and lost in 480.', 'BC0480'],
    ],
    not: ['in 100 villages', 'Shops closed in 226 of the towns.'],
  },
  {
    id: 'year.digits',
    reads: 'an apostrophe and two digits',
    shape: 'apostrophe twoDigits:y',
    make: (c, scene, first, last) =>
      isPreposition(scene, first - 1) && endsPhrase(scene, last) ? made('DATE', `XX${String(c['y'].value).padStart(2, '0')}`, 'century') : 'pass',
    examples: [
      ['the men of 1968 met in ’99', '1999'],
      ['It fell in ’04.', '2004'],
    ],
    not: ['She took ’99 of them.'],
  },
];
