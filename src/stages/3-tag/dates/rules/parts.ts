import { hashOf } from '../../../../text/index.js';
import { endsPhrase, isAlone, isOneOf } from '../ordinary.js';
import { made, text, type TimeRule } from '../rule.js';
import type { Scene } from '../scene.js';
import { base, signed } from './relative.js';

const GREETING: ReadonlySet<number> = new Set([hashOf('good')]);
const OF: ReadonlySet<number> = new Set([hashOf('of')]);
const DETERMINERS: ReadonlySet<number> = new Set(['a', 'an', 'his', 'her', 'their', 'our', 'its'].map(hashOf));
/** "the dawn of a new era" */
const isOfAnother = (scene: Scene, last: number): boolean => isOneOf(scene, last, OF) && isOneOf(scene, last + 1, DETERMINERS);

/** Parts of a day by themselves. */
export const PARTS: readonly TimeRule[] = [
  {
    id: 'relative.part',
    reads: 'a part of the day that is spoken of',
    shape: '(that:that | this:this | following:following | previous:before | the) part:p',
    make: (c, scene, first, last) => {
      if (!c['that'] && !c['this'] && !c['following'] && !c['before'] && (!endsPhrase(scene, last) || isOfAnother(scene, last))) return 'pass';
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
      isOneOf(scene, first - 1, GREETING) ||
      isOfAnother(scene, last) ||
      (!endsPhrase(scene, last) && text(c, 'p') !== 'DT') ||
      (isAlone(scene, first, last) && text(c, 'p').length > 2)
        ? 'pass'
        : made('TIME', `XXXX-XX-XXT${text(c, 'p')}`, text(c, 'p') === '12:00' ? 'clock' : null),
    examples: [
      ['They came at night.', 'XXXX-XX-XXTNI'],
      ['They left at dawn.', 'XXXX-XX-XXTMO'],
    ],
    not: ['a knight', 'Good morning to you.'],
  },
];
