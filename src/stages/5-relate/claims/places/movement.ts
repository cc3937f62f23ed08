import {
  AND,
  BE,
  FROM,
  OF,
  TO,
  isComma,
  isIn,
  isPlainVerb,
  isSubject,
  mentionStart,
  signAt,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import type { Figure, Mention } from '../../../../model/index.js';
import type { Happening } from '../events/words.js';
import { mentionOf, type Scene } from '../scene.js';
import type { Site } from './sites.js';
import { isLeft } from './uses.js';

// Places that things come from, go to, and lie between.

const MOVING: ReadonlySet<string> = new Set([
  'arrived',
  'returned',
  'fled',
  'evacuated',
  'deployed',
  'displaced',
  'left',
  'delivered',
  'released',
  'rescued',
]);

/** Whether a site behind "from", "to" or "of" says nothing of where the claim holds: the place is left, or nothing moves there. */
export function isPassedBy(scene: Scene, site: Site, figure: Figure, happening: Happening | null, sentence: Stretch): boolean {
  if (site.use === 'from') return !isMeasuredFrom(scene, site, figure) && !isLineFrom(scene, site, figure);
  if (site.use === 'at') return isHomeLeft(scene, site, figure, happening);
  return !moves(happening) && !isMotion(scene, site, sentence) && !isFromTo(scene, site, figure);
}

const moves = (happening: Happening | null): boolean => happening !== null && MOVING.has(happening.event);

/** "five kilometres from the highway near Gao": of a distance the place is told that it is measured from. */
const isMeasuredFrom = (scene: Scene, site: Site, figure: Figure): boolean =>
  figure.kind === 'distance' && site.first >= figure.last && isIn(scene, figure.last, FROM);

/** "a 90-kilometre line from Oran to Tunis": both ends tell where it is. */
const isLineFrom = (scene: Scene, site: Site, figure: Figure): boolean =>
  (figure.kind === 'distance' || isOfClass(scene, figure.last - 1, 'line')) &&
  isIn(scene, site.first - 1, FROM) &&
  site.first - figure.last <= 2 &&
  isIn(scene, site.last, TO);

/** "[60 lorries] from Oran to Tunis" */
const isFromTo = (scene: Scene, site: Site, figure: Figure): boolean =>
  isIn(scene, figure.last, FROM) && mentionStart(scene, site.first - 2) === figure.last + 1 && isIn(scene, site.first - 1, TO);

/** "over 10,000 residents of Oran fled" */
const isHomeLeft = (scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean =>
  happening !== null && LEAVING.has(happening.event) && isIn(scene, figure.last, OF) && site.first >= figure.last && site.first - figure.last <= 2;
const LEAVING: ReadonlySet<string> = new Set(['fled', 'left', 'evacuated']);

/** Where the counted come from, of the places that stand behind "from" or a verb of leaving. */
export function originsOf(scene: Scene, sites: readonly Site[], figure: Figure, happening: Happening | null): readonly Mention[] {
  const found: Site[] = [];
  for (const site of sites) {
    if (isHomeLeft(scene, site, figure, happening)) found.push(site);
    else if (site.use !== 'from' || isLineFrom(scene, site, figure)) continue;
    else if (isOriginOf(scene, site, figure, happening) || goesOn(scene, site, found.at(-1))) found.push(site);
  }
  return found.map(({ mention }) => mention);
}

/** "from a parish in Oran and [from] Tunis": behind another origin, with "and from". */
function goesOn(scene: Scene, site: Site, before: Site | undefined): boolean {
  if (!before || site.first - before.last > LONGEST_NEXT) return false;
  for (let at = before.last; at < site.first; at++) if (isIn(scene, at, FROM)) return isIn(scene, at - 1, AND);
  return false;
}
/** Tokens of "and from Haitians in". */
const LONGEST_NEXT = 6;

/** "fighters from Syria", "have arrived from Pakistan": directly behind the counted, or behind a verb of moving. */
function isOriginOf(scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean {
  if (figure.kind === 'distance' || figure.kind === 'age' || figure.kind === 'duration') return false;
  // "have left Vovchansk, Lyptsi and smaller villages"
  if (happening !== null && happening.event === 'left' && site.first >= happening.first) return true;
  // "have fled Oran"
  if (happening !== null && LEAVING.has(happening.event) && site.first >= happening.last && site.first - happening.last <= 1) return true;
  // "the convoy left Oran with 300 passengers and 12 tonnes of millet"
  if (site.last <= figure.first && isLeft(scene, site.first) && isWith(scene, figure, site.last)) return true;
  // "from Oran, 60 lorries left": before the counted, with its own preposition.
  if (site.last <= figure.first) return moves(happening) && isIn(scene, site.first - 1, FROM) && figure.first - site.last < NEAR;
  let at = site.first - 1;
  while (at >= figure.last && !isIn(scene, at, FROM)) at--;
  if (signAt(scene, figure.last) === '(' && signAt(scene, at - 1) === ')') return true;
  if (at < figure.last) return false;
  if (at <= figure.last + 1 || (at <= figure.last + 4 && signAt(scene, at - 1) === ')')) return true;
  // "6,500 motors and some engines from Oran": the last of a list tells it of all.
  if (isListedTo(scene, figure, at)) return true;
  // "twelve of the 40 students are from Oran"
  if (isIn(scene, at - 1, BE) && isSubject(scene.document.clauses, figure) && at - figure.last <= NEAR && figure.partOfFigure >= 0) return true;
  // "one of the injured, a cook from Oran, has burns"
  if (isComma(scene, figure.last) && isIn(scene, figure.last + 1, A) && isBare(scene, figure.last + 2, at)) return true;
  // "42 fishermen, all from Tamil Nadu", "five came from Datu Salibo"
  if (at === figure.last + 2 && isComma(scene, figure.last) && isIn(scene, at - 1, ALL)) return true;
  if (at <= figure.last + 4 && isOfClass(scene, at - 1, 'going')) return true;
  return happening !== null && moves(happening) && at >= happening.last && at - happening.last < 8;
}

/**
 * "engines from Hokwing, a supplier in Hong Kong,": the place that tells where the one is from whom the counted come, behind a comma and "a"; the
 * figure is the one before "from", or one of the list it ends.
 */
export function supplierPlace(scene: Scene, site: Site, figure: Figure): boolean {
  let at = site.first - 1;
  while (at > figure.last && at > site.first - LONGEST_NAME && !isComma(scene, at)) at--;
  if (!isComma(scene, at) || !isIn(scene, at + 1, A) || !isIn(scene, site.first - 1, IN)) return false;
  const party = mentionOf(scene, at - 1);
  const from = party && party.type !== 'place' ? mentionStart(scene, at - 1) - 1 : -1;
  return isIn(scene, from, FROM) && (from === figure.last || isListedTo(scene, figure, from));
}
const IN = wordsOf('in');

/** Whether the figure stands behind "with", or "and" behind one that does, with no verb between it and the place left. */
function isWith(scene: Scene, figure: Figure, first: number): boolean {
  for (let at = figure.first - 1; at >= first; at--) {
    if (isIn(scene, at, WITH)) return true;
    if (isPlainVerb(scene, at) || isIn(scene, at, BE) || isComma(scene, at)) return false;
  }
  return false;
}

/** Whether only figures that "and" or commas join stand between the figure and the preposition at `token`. */
function isListedTo(scene: Scene, figure: Figure, token: number): boolean {
  let at = figure.last;
  while (at < token) {
    if (!isIn(scene, at, AND) && !isComma(scene, at)) return false;
    const next = scene.document.figures[scene.figureAt[at + 1]];
    if (next?.countedVia !== 'phrase' || next.kind !== figure.kind || next.partOfFigure >= 0) return false;
    at = next.last;
  }
  return at === token && at > figure.last;
}

/** Whether neither a comma nor a verb stands in tokens `[first, last)`, nor a figure but an age. */
function isBare(scene: Scene, first: number, last: number): boolean {
  if (last - first > LONGEST_NAME) return false;
  for (let at = first - 1; at < last; at++) {
    const figure = scene.document.figures[scene.figureAt[at]];
    if (figure ? figure.kind !== 'age' : isComma(scene, at) || isPlainVerb(scene, at) || isIn(scene, at, BE)) return false;
  }
  return true;
}
/** Tokens of "a 29-year-old engine-room hand". */
const LONGEST_NAME = 10;
const A = wordsOf('a an');
const WITH = wordsOf('with carrying');

/** "walked to Saint-Marc", "went back to Hsipaw": a place reached. */
export function isMotion(scene: Scene, site: Site, sentence: Stretch): boolean {
  for (let at = site.first - 1; at >= sentence.first && at > site.first - 7; at--) if (isOfClass(scene, at, 'going')) return true;
  return false;
}

/** How far a fronted place may stand before what is counted. */
const NEAR = 6;
const ALL = wordsOf('all most some many mainly mostly both');
