import { isComma, isIn, OF, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Claim, Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

/** The figure just before that this one tells otherwise: in other money or units, as a share, or as another source has it; null when none. */
export function otherwise(scene: Scene, figure: Figure, previous: Figure | null, known: ReadonlyMap<Figure, Claim>): Figure | null {
  if (!previous || figure.first - previous.last > FAR) return null;
  if (isOneOfTwo(scene, figure, previous)) return previous;
  if (figure.kind === 'age') return null;
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
  // "more than half of the deaths, 1,684, were in Oran"
  if (figure.kind === 'count' && isShare(previous) && figure.first - previous.last <= 1 && isComma(scene, before) && isComma(scene, figure.last))
    return previous;
  // "closed 10.2% higher, a gain of 3,217 points": one change told twice.
  if (figure.kind !== previous.kind || figure.unit !== previous.unit) {
    const moved = isIn(scene, before, OF) && isIn(scene, before - 1, GAIN) && isIn(scene, before - 2, A) && isComma(scene, before - 3);
    if (moved) for (const other of movedBefore(scene, figure, known)) return other;
  }
  // "half a million dinars, roughly $90,000", "130 bolívars: about $3.50", "equivalent to some US$42 million"
  if (figure.kind === 'money' && previous.kind === 'money' && figure.currency !== previous.currency && isSameSum(scene, previous.last, figure.first))
    return previous;
  // "25 soldiers killed according to one channel, three according to others"
  if (figure.countedVia !== 'phrase' && figure.kind === previous.kind && isComma(scene, before) && isIn(scene, figure.last, ACCORDING))
    return previous;
  return null;
}

/** "1,240 (36%)", "36% (1,240)": a share and how many that are. */
const isShareOf = (share: Figure, count: Figure): boolean =>
  (share.kind === 'percent' || share.kind === 'fraction') && share.change === null && count.kind === 'count' && count.change === null;

/** "58, or perhaps 60", "either 140,000 or 80,000 dirhams" */
function isOneOfTwo(scene: Scene, figure: Figure, previous: Figure): boolean {
  let at = figure.first;
  while (at < figure.numberFirst && isIn(scene, at, PERHAPS)) at++;
  at--;
  while (at > previous.last && isIn(scene, at, PERHAPS)) at--;
  if (!isIn(scene, at, OR)) return false;
  const maybe = isIn(scene, at + 1, PERHAPS) && (isComma(scene, at - 1) ? at - 1 : at) === previous.last;
  return maybe || (at === previous.last && isIn(scene, previous.first - 1, EITHER));
}
const PERHAPS = wordsOf('perhaps maybe possibly probably even');
const EITHER = wordsOf('either');

const isShare = ({ kind }: Figure): boolean => kind === 'percent' || kind === 'fraction';

/** The figure of the sentence that tells a change by its size, the nearest first. */
function* movedBefore(scene: Scene, figure: Figure, known: ReadonlyMap<Figure, Claim>): Generator<Figure> {
  const { figures } = scene.document;
  for (let i = scene.figureAt[figure.first] - 1; i >= scene.figureFirst[figure.sentence]; i--)
    if (known.get(figures[i])?.change_by !== null && known.has(figures[i])) yield figures[i];
}
const A = wordsOf('a an');
const GAIN = wordsOf('gain loss rise fall drop increase decrease jump decline growth reduction surge');

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
