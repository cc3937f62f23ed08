import { LOCATIVE, OF, isComma, isIn, isPlainVerb, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { isWhole } from '../events/events.js';
import type { Scene } from '../scene.js';
import { asideAround } from './reach.js';
import type { Site } from './sites.js';
import { isPlaceWord } from './words.js';

// Which places of a sentence can be told of a figure at all.

/** A test for the places of a sentence: whether one can be told of the figure at all. `silent`: the stretches that tell of speakers. */
export function bearingOn(scene: Scene, figure: Figure, sentence: Stretch, silent: readonly Stretch[]): (site: Site) => boolean {
  // "two boats, counted among [six] of the fleet, landed near Oran"
  const end = asideAround(scene, figure, sentence, true)?.last ?? Infinity;
  const speaker = silent.find((one) => holds(one, figure)) ?? null;
  const whole = isWhole(scene, figure);
  return (site) =>
    (site.reach === null || holds(site.reach, figure)) &&
    (site.aside === null || site.aside.last > figure.first) &&
    site.first < end &&
    // "…, officials in the [two countries] said": what tells of a speaker has only the places beside it and those that open the sentence.
    (speaker === null || holds(speaker, site) || (site.last <= speaker.first && speaker.first - site.last < 3)) &&
    // "three of her [five children] have moved to Oran": of the whole nothing is told behind it but by what describes it.
    (!whole || site.first < figure.first || isRightBehind(scene, figure, site));
}

const holds = (part: Stretch, { first }: Stretch): boolean => part.first <= first && first < part.last;

/** Whether only a preposition and what describes the place stand between the figure and the place. */
function isRightBehind(scene: Scene, figure: Figure, site: Site): boolean {
  if (site.first < figure.last || site.first - figure.last > NEAR) return false;
  for (let token = figure.last + 1; token < site.first; token++)
    if ((isComma(scene, token) && !isPlaceWord(scene, token - 1)) || isPlainVerb(scene, token) || isIn(scene, token, LOCATIVE)) return false;
  return isIn(scene, figure.last, LOCATIVE) || isIn(scene, figure.last, OF) || site.first === figure.last;
}
/** Tokens of "in the northern province of". */
const NEAR = 6;

/**
 * The part told behind a comma, up to the next comma, that has a place of its own: ", eleven of them employees of a consulate in Munich,", ", four of the
 * trawlers off Delft Island"; null when none is told.
 */
export function partBehind(scene: Scene, figure: Figure, figures: readonly Figure[], part: Stretch): Stretch | null {
  const other = figures.find((one) => one.first >= figure.last && one.first < part.last && isPartOf(scene, one));
  if (!other) return null;
  let last = other.last;
  while (last < part.last && !isComma(scene, last)) last++;
  return { first: other.first, last };
}

const isPartOf = (scene: Scene, figure: Figure): boolean => {
  if (!isComma(scene, figure.first - 1)) return false;
  // ", one in Oran and one near Tunis"
  if (figure.counted === null || figure.countedVia !== 'phrase') if (isIn(scene, figure.last, LOCATIVE)) return true;
  return isIn(scene, figure.numberLast, OF) && (isIn(scene, figure.numberLast + 1, THEM) || isIn(scene, figure.numberLast + 1, THE));
};
const THEM = wordsOf('them whom which these those');
const THE = wordsOf('the');
