import {
  RELATIVE,
  isIn,
  isPlainVerb,
  signAt,
  BE,
  COORDINATOR,
  HAVE,
  OF,
  isComma,
  isWord,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Flag, has, type Figure } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { alike } from './understood.js';
import type { Asked } from './link.js';
import type { Scene } from '../scene.js';

// Where the whole of a part stands.

/** "nine of her 14 workers", "of the company's roughly 46,000 employees": the figure a few words behind "of"; −1 when none. */
export function wholeBehind(scene: Scene, first: number, sentence: Stretch): number {
  if (scene.figureAt[first] >= 0) return first;
  if (!isIn(scene, first, OWNED)) return -1;
  for (let token = first + 1; token < Math.min(sentence.last, first + 4); token++) {
    if (scene.figureAt[token] >= 0) return token;
    if (!isWord(scene, token) && !has(scene.tokens, token, Flag.Possessive)) return -1;
  }
  return -1;
}
const OWNED = wordsOf('the these those its their my our his her your');

/** "of those asked", "of those who …": a group told anew, none counted before. */
export const isDescribed = (scene: Scene, token: number): boolean =>
  isIn(scene, token, THOSE) && (isIn(scene, token + 1, RELATIVE) || isPlainVerb(scene, token + 1) || scene.mentionAt[token + 1] >= 0);
const THOSE = wordsOf('those these');

/** "of which Hualin puts up 60 percent", "of whom 12": the whole stands before "of". */
export function isOfWhich(scene: Scene, figure: Figure, previous: Figure): boolean {
  if (!alike(figure, previous) && figure.kind !== 'percent' && figure.kind !== 'fraction') return false;
  for (let token = figure.first - 1; token > previous.last && token > figure.first - 6; token--)
    if (isIn(scene, token, WHICH)) return isIn(scene, token - 1, OF);
    else if (isComma(scene, token) || scene.figureAt[token] >= 0) return false;
  return false;
}
const WHICH = wordsOf('which whom them');

/** Whether a verb follows the figure at once. */
export const isPredicated = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.last, BE) || isIn(scene, figure.last, HAVE) || (posOf(scene.knowledge, scene.tokens, figure.last) & Pos.Past) !== 0;

/** Whether a figure can be a part of another by its size; unknown sizes can. */
export const isLess = (part: Figure, whole: Figure): boolean => {
  const small = part.value ?? part.min;
  const large = whole.value ?? whole.max ?? whole.min;
  return small === null || large === null || small <= large;
};

/** Figures of the two sentences before, the nearest last. */
function earlierFigures(scene: Scene, figure: Figure): readonly Figure[] {
  const from = Math.max(0, figure.sentence - 3);
  return scene.document.figures.slice(scene.figureFirst[from], scene.figureFirst[figure.sentence]);
}

const VICTIMS = wordsOf('victims dead deaths killed');
const HURT = wordsOf('wounded injured');

/** The figure before that counted the noun at `noun`, or the dead or hurt whom it means. */
export function countedAs({ scene, figure, before, known }: Asked, noun: number): Figure | null {
  const all = [...earlierFigures(scene, figure), ...before];
  for (let i = all.length - 1; i >= 0; i--) {
    const other = all[i];
    if (!alike(figure, other) || other.kind !== 'count' || !isLess(figure, other)) continue;
    const event = known.get(other)?.event;
    if ((isIn(scene, noun, VICTIMS) && event === 'killed') || (isIn(scene, noun, HURT) && event === 'wounded')) return other;
    if (!other.counted) continue;
    for (let token = other.first; token < other.last; token++) if (scene.tokens.hash[token] === scene.tokens.hash[noun]) return other;
  }
  return null;
}

/** The colon behind a figure that opens what makes it up; −1 when none. */
export function colonBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 40; token--) {
    if (signAt(scene, token) === ':') {
      for (let at = token - 1; at >= sentence.first && at > token - 8; at--) if (scene.figureAt[at] >= 0) return token;
      return -1;
    }
    if (signAt(scene, token) === ';') return -1;
  }
  return -1;
}

/** The nearest of some figures that this one can be a part of. */
export const lastWhole = (figures: readonly Figure[], figure: Figure): Figure | null => {
  for (let i = figures.length - 1; i >= 0; i--)
    if (
      alike(figure, figures[i]) &&
      figures[i].kind !== 'age' &&
      figures[i].kind !== 'money' &&
      !(figure.kind === 'count' && !isLess(figure, figures[i]))
    )
      return figures[i];
  return null;
};

/** "…, including nine children, and 2,300 goats were lost": behind a comma and "and" a figure with its verb begins a clause of its own. */
export const beginsAnew = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.first - 1, COORDINATOR) && isComma(scene, figure.first - 2) && (isIn(scene, figure.last, BE) || isIn(scene, figure.last, HAVE));

/** "three dead, including a girl, and 16 wounded" */
export const isOtherFate = (scene: Scene, figure: Figure, whole: Figure): boolean =>
  (isIn(scene, figure.last - 1, HURT) || isIn(scene, figure.last - 1, VICTIMS)) &&
  !isIn(scene, whole.last - 1, HURT) === isIn(scene, figure.last - 1, HURT);

/** The noun behind "among the" that opens the clause in which the figure is counted: "Among the dead are seven"; −1 when none. */
export function amongBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  let token = figure.first - 1;
  if (!isIn(scene, token, BE)) return -1;
  for (token--; token > sentence.first && token > figure.first - 12; token--) if (isIn(scene, token - 1, AMONG)) break;
  if (!isIn(scene, token - 1, AMONG)) return -1;
  if (isIn(scene, token, THEM)) return token;
  return isIn(scene, token, THE) ? token + 1 : -1;
}
const THEM = wordsOf('them these');

/** "A survey of 400 farmers found that": those whom somebody asked or examined, before a verb of finding. */
export function isSurveyed(scene: Scene, whole: Figure, figure: Figure): boolean {
  if (whole.kind !== 'count' || whole.counted === null || !isIn(scene, whole.first - 1, OF) || !isOfClass(scene, whole.first - 2, 'survey'))
    return false;
  for (let token = whole.last; token < figure.first; token++) if (isOfClass(scene, token, 'survey-finding')) return true;
  return false;
}

/**
 * "240 patients are still in hospital, 12 in intensive care", "38 were hurt, six so badly that": behind the comma of a whole clause a bare
 * figure without a verb says of some what the clause said of all; one of another day or place ("610 on Friday, 480 on Saturday") is another figure.
 */
export function isGappedPart(scene: Scene, figure: Figure, whole: Figure): boolean {
  if (whole.kind !== 'count' || figure.kind !== 'count' || !isComma(scene, figure.first - 1) || figure.first - whole.last > GAP) return false;
  const next = figure.last;
  if (!isIn(scene, next, PLACING) && !isIn(scene, next, MANNER)) return false;
  if (scene.dateAt[next + 1] >= 0 || scene.mentionAt[next + 1] >= 0) return false;
  for (let token = whole.last; token < figure.first - 1; token++)
    if (isComma(scene, token) || signAt(scene, token) === ';' || signAt(scene, token) === ':') return false;
  return isPredicated(scene, whole);
}
const GAP = 14;
const PLACING = wordsOf('in on under with without at as');
const MANNER = wordsOf('so seriously badly critically severely slightly mortally fatally gravely lightly');

const INCLUDING = wordsOf('including among');
const AMONG = wordsOf('among');
const THE = wordsOf('the these those its their');

/** Token of the "including" that a figure stands behind in one list; −1 when none. */
export function includingBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  if (beginsAnew(scene, figure)) return -1;
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 14; token--) {
    // "Two helicopters, counted among six aircraft" is the other way round.
    if (isIn(scene, token, INCLUDING)) return isIn(scene, token, AMONG) && isPlainVerb(scene, token - 1) ? -1 : token;
    if (scene.figureAt[token] >= 0 || isComma(scene, token) || isIn(scene, token, COORDINATOR) || scene.mentionAt[token] >= 0) continue;
    if (!isWord(scene, token) && signAt(scene, token) !== '-') return -1;
    if (token < figure.first - 1 && !isListWord(scene, token)) return -1;
  }
  return -1;
}
const isListWord = (scene: Scene, token: number): boolean =>
  scene.figureAt[token - 1] >= 0 || scene.figureAt[token + 1] >= 0 || isIn(scene, token, THE);
