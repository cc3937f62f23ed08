import { isComma, isIn, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

/** The figure just before that this one tells otherwise: in other money or units, as a share, or as another source has it; null when none. */
export function otherwise(scene: Scene, figure: Figure, previous: Figure | null): Figure | null {
  if (!previous || figure.kind === 'age' || figure.first - previous.last > FAR) return null;
  const before = figure.first - 1;
  // "$1.9 billion (€1.7 billion)"
  if (signAt(scene, before) === '(')
    return previous.last >= figure.first - 4 &&
      ((figure.kind === previous.kind && figure.kind !== 'count') ||
        figure.kind === 'measure' ||
        isShareOf(figure, previous) ||
        isShareOf(previous, figure))
      ? previous
      : null;
  // "569, or one in eight,", "100,000 afghanis, or about $1,300"
  if (isIn(scene, before, OR) && isComma(scene, before - 1) && before - previous.last < 5) return previous;
  // "half a million dinars, roughly $90,000", "130 bolívars: about $3.50", "equivalent to some US$42 million"
  if (figure.kind === 'money' && previous.kind === 'money' && figure.currency !== previous.currency && isSameSum(scene, previous.last, figure.first))
    return previous;
  // "25 soldiers killed according to one channel, three according to others"
  if (figure.counted === null && figure.kind === previous.kind && isComma(scene, before) && isIn(scene, figure.last, ACCORDING)) return previous;
  return null;
}

/** "1,240 (36%)", "36% (1,240)": a share and how many that are. */
const isShareOf = (share: Figure, count: Figure): boolean =>
  (share.kind === 'percent' || share.kind === 'fraction') && share.change === null && count.kind === 'count' && count.change === null;

const FAR = 14;
const OR = wordsOf('or');
const ACCORDING = wordsOf('according');
const EQUAL = wordsOf('or equivalent to worth equal about roughly some around approximately that is');

/** Whether only a comma, a colon or words of equality stand between two sums. */
function isSameSum(scene: Scene, first: number, last: number): boolean {
  if (last - first > 5 || last === first) return false;
  for (let token = first; token < last; token++)
    if (!isComma(scene, token) && signAt(scene, token) !== ':' && !isIn(scene, token, EQUAL)) return false;
  return true;
}
