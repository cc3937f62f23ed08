import { FROM, OF, TO, isComma, isIn, mentionStart, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure, Mention } from '../../../../model/index.js';
import type { Happening } from '../events/words.js';
import type { Scene } from '../scene.js';
import type { Site } from './sites.js';

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
  (figure.kind === 'distance' || isIn(scene, figure.last - 1, LINE)) &&
  isIn(scene, site.first - 1, FROM) &&
  site.first - figure.last <= 2 &&
  isIn(scene, site.last, TO);
const LINE = wordsOf('line lines road roads railway railways pipeline pipelines route routes cable cables fence wall tunnel highway motorway canal');

/** "[60 lorries] from Oran to Tunis" */
const isFromTo = (scene: Scene, site: Site, figure: Figure): boolean =>
  isIn(scene, figure.last, FROM) && mentionStart(scene, site.first - 2) === figure.last + 1 && isIn(scene, site.first - 1, TO);

/** "over 10,000 residents of Oran fled" */
const isHomeLeft = (scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean =>
  happening !== null && LEAVING.has(happening.event) && isIn(scene, figure.last, OF) && site.first >= figure.last && site.first - figure.last <= 2;
const LEAVING: ReadonlySet<string> = new Set(['fled', 'left', 'evacuated']);

/** Where the counted come from, of the places that stand behind "from" or a verb of leaving. */
export function originsOf(scene: Scene, sites: readonly Site[], figure: Figure, happening: Happening | null): readonly Mention[] {
  return sites
    .filter(
      (site) =>
        isHomeLeft(scene, site, figure, happening) ||
        (site.use === 'from' && !isLineFrom(scene, site, figure) && isOriginOf(scene, site, figure, happening)),
    )
    .map(({ mention }) => mention);
}

/** "fighters from Syria", "have arrived from Pakistan": directly behind the counted, or behind a verb of moving. */
function isOriginOf(scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean {
  if (figure.kind === 'distance' || figure.kind === 'age' || figure.kind === 'duration') return false;
  // "have left Vovchansk, Lyptsi and smaller villages"
  if (happening !== null && happening.event === 'left' && site.first >= happening.first) return true;
  // "have fled Oran"
  if (happening !== null && LEAVING.has(happening.event) && site.first >= happening.last && site.first - happening.last <= 1) return true;
  // "from Oran, 60 lorries left": before the counted, with its own preposition.
  if (site.last <= figure.first) return moves(happening) && isIn(scene, site.first - 1, FROM) && figure.first - site.last < NEAR;
  let at = site.first - 1;
  while (at >= figure.last && !isIn(scene, at, FROM)) at--;
  if (signAt(scene, figure.last) === '(' && signAt(scene, at - 1) === ')') return true;
  if (at < figure.last) return false;
  if (at <= figure.last + 1 || (at <= figure.last + 4 && signAt(scene, at - 1) === ')')) return true;
  // "42 fishermen, all from Tamil Nadu", "five came from Datu Salibo"
  if (at === figure.last + 2 && isComma(scene, figure.last) && isIn(scene, at - 1, ALL)) return true;
  if (at <= figure.last + 4 && isIn(scene, at - 1, GOING)) return true;
  return happening !== null && moves(happening) && at >= happening.last && at - happening.last < 8;
}

/** "walked to Saint-Marc", "went back to Hsipaw": a place reached. */
export function isMotion(scene: Scene, site: Site, sentence: Stretch): boolean {
  for (let at = site.first - 1; at >= sentence.first && at > site.first - 7; at--) if (isIn(scene, at, GOING)) return true;
  return false;
}

/** How far a fronted place may stand before what is counted. */
const NEAR = 6;
const ALL = wordsOf('all most some many mainly mostly both');

const GOING = wordsOf(
  'export exports exported exporting ship ships shipped shipping shipment shipments pump pumps pumped pumping supply supplies supplied supplying deliver delivers delivering deliveries dispatch dispatched flight flights send sends sending carry carries carried carrying transport transported transporting order orders ordered rush rushed walk walks walked walking move moves moving go goes going went gone back return returns returned come comes flee flees travel travels travelled traveled flown flew fled driven drove sailed moved taken towed sent come came transferred crossed delivered brought',
);
