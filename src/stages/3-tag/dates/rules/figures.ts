import { Flag, has } from '../../../../model/index.js';
import { hashOf } from '../../../../text/index.js';
import { behindOn, isAlone } from '../ordinary.js';
import { made, number, text, type TimeRule } from '../rule.js';
import { type Scene, signAt } from '../scene.js';
import { hasRole } from '../tense.js';
import { dayMade } from '../value.js';

const AT = hashOf('at');
const DOT = 46;

/** "No. 8/2026", "Decree 12/2019": the eighth paper of a year. */
const isNumbered = (scene: Scene, at: number): boolean => hasRole(scene, signAt(scene, at - 1) === DOT ? at - 2 : at - 1, 'numbered');

/** "4/25 at 16:00": a clock time says that the figures before are a date. */
const hourBehind = (scene: Scene, last: number): boolean =>
  scene.tokens.hash[last] === AT && last + 1 < scene.limit && has(scene.tokens, last + 1, Flag.Number);

/** Dates in figures. */
export const FIGURES: readonly TimeRule[] = [
  {
    id: 'date.figures',
    reads: 'a date in figures',
    shape: 'numericDate:v',
    make: (c, scene, first) => {
      const value = text(c, 'v');
      if (value === '' || (value.length === 'YYYY-MM'.length && isNumbered(scene, first))) return null;
      return made(value.includes('T') ? 'TIME' : 'DATE', value);
    },
    examples: [
      ['2014-04-18', '2014-04-18'],
      ['8/10/2012', '2012-08-10'],
      ['25/05/2015', '2015-05-25'],
      ['04/2016', '2016-04'],
      ['23.04.2022', '2022-04-23'],
    ],
    not: ['Bulletin No. 8/2026', 'Decree 12/2019', '2014-02-30', '1-2-3', '20-30-12', 'version 1.10.30', '8/32/2014', '06/31/2022'],
  },
  {
    id: 'date.month-slash-day',
    reads: 'month and day in figures where words say that it is a date',
    shape: 'digits:a / digits:b',
    make: (c, scene, first, last) => {
      if (!behindOn(scene, first) && !isAlone(scene, first, last) && !hourBehind(scene, last)) return 'pass';
      const [a, b] = [number(c, 'a'), number(c, 'b')];
      const one = a > 12 ? dayMade(null, b, a) : dayMade(null, a, b);
      return one ?? 'pass';
    },
    examples: [
      ['on 6/14', '2024-06-14'],
      ['on 22/04', '2024-04-22'],
      ['We meet 22/04 at 16:00', '2024-04-22T16:00'],
    ],
    not: ['8/10 of them'],
  },
];
