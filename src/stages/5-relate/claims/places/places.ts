import { AND, FROM, OF, clauseAt, isClauseBreak, isComma, isIn, mentionStart, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Clauses, Figure, Mention } from '../../../../model/index.js';
import type { Happening } from '../events/words.js';
import { isAside, isBeyond, isInTimeClause, whereOf } from './clauses.js';
import { mentionOf, type Scene } from '../scene.js';
import { PLACE_NOUN, type Site, type Sites } from './sites.js';

/** Where a claim holds and where its people or goods come from. */
export interface Whereabouts {
  readonly at: readonly Mention[];
  readonly from: readonly Mention[];
  readonly because: string;
}

const HERE = wordsOf('these those same such');

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

/**
 * Places of one figure: those before the first figure govern all; a place behind a figure belongs to it and to the figures
 * before it that have none of their own; a figure without a place of its own takes the last place said before it.
 */
export function whereaboutsOf(
  scene: Scene,
  sites: Sites,
  clauses: Clauses | null,
  figure: Figure,
  figures: readonly Figure[],
  happening: Happening | null,
  sentence: Stretch,
): Whereabouts {
  const part = stretchOf(scene, figure, sentence);
  const from: Mention[] = [];
  const at: Mention[] = [];
  const moves = happening !== null && MOVING.has(happening.event);
  const inPart = sites.sites.filter((site) => site.first >= part.first && site.first < part.last);
  for (const site of inPart) {
    if (site.use === 'from' && isOriginOf(scene, site, figure, happening)) from.push(site.mention);
  }
  const usable = inPart.filter((site) => site.use === 'at' || (site.use === 'to' && (moves || isMotion(scene, site, sentence))));
  const parted = figures.find((other) => other.first >= figure.last && other.first < part.last && isPartBehind(scene, other));
  const own = usable.filter(
    (site) => site.first >= figure.first && !(parted && site.first >= parted.last) && !isBeyond(scene, clauses, figure, site, part),
  );
  const nextFigure = figures.find((other) => other.first >= figure.last && other.first > figure.first && other.first < part.last);
  const close = ofVerb(scene, nextFigure ? own.filter((site) => site.first < nextFigure.first) : own, clauses);
  const bracketed = signAt(scene, figure.first - 1) === '(' ? mentionOf(scene, figure.first - 2) : null;
  if (bracketed?.type === 'place' && bracketed.use !== 'demonym') return { at: [bracketed], from, because: `place "${bracketed.text}"` };
  const leading = usable.filter((site) => site.first < figure.first && !isAside(scene, site, figure, sentence));
  const before = sites.sites.filter((site) => site.use === 'at' && site.first < part.first && !isAside(scene, site, figure, sentence));
  const labels = before.filter((site) => site.label);
  const earlier = labels.length > 0 ? labels : before;
  const relative = whereOf(scene, figure, part);
  if (relative && close.length === 0) return { at: [relative], from, because: `place "${relative.text}"` };
  const chosen =
    close.length > 0
      ? close
      : leading.length > 0
        ? ofSubject(nearestGroup(leading, figures), clauses, figure)
        : own.length > 0
          ? nearestBehind(own)
          : earlier.length > 0 && part.first > sentence.first
            ? nearestGroup(earlier, figures)
            : // "12 died when a pit caved in near Raghistan"
              happening
              ? usable
                  .filter((site) => site.first >= figure.last && !(parted && site.first >= parted.last) && isInTimeClause(scene, figure, site))
                  .slice(0, 2)
              : [];
  for (const site of chosen) if (!at.some((one) => one.entity_id === site.mention.entity_id)) at.push(site.mention);
  return { at, from, because: at.length > 0 ? `place "${at[0].text}"` : '' };
}

/** The places said last before the figure, with no other figure between them and each other. */
function nearestGroup(leading: readonly Site[], figures: readonly Figure[]): readonly Site[] {
  const last = leading[leading.length - 1];
  return leading.filter((site) => !figures.some((other) => other.first > site.first && other.first < last.first));
}

/** "one died in Oran and a blast near a school in Tunis hurt [three]": only the places within the subject of the figure's own clause, if it has any. */
function ofSubject(sites: readonly Site[], clauses: Clauses | null, figure: Figure): readonly Site[] {
  const last = sites[sites.length - 1];
  const { subject, verb } = clauses ? clauseAt(clauses, figure.first) : { subject: null, verb: -1 };
  if (!clauses || !subject || sites.length < 2 || verb > figure.first || last.first < subject.first || last.first >= verb) return sites;
  return sites.filter((site) => site.first >= subject.first || last.first - site.last < APART || clauseAt(clauses, site.first).verb < 0);
}

/** "cleared [one school] in Oran and closed a road in Tunis": without the places of the next verb, if there are others. */
function ofVerb(scene: Scene, sites: readonly Site[], clauses: Clauses | null): readonly Site[] {
  if (!clauses || sites.length < 2) return sites;
  const mine = sites.filter((site) => {
    const { verb } = clauseAt(clauses, site.first);
    // "and neighbouring Niger" opens no clause.
    return verb <= sites[0].last || !isIn(scene, verb - 1, AND) || (posOf(scene.knowledge, scene.tokens, verb) & Pos.Gerund) !== 0;
  });
  return mine.length > 0 ? mine : sites;
}

/** Items of one list stand closer: "throughout Peru and Chile". */
const APART = 4;

/** ", eleven of them employees of a consulate in Munich": a part told behind a comma, with a place of its own. */
const isPartBehind = (scene: Scene, figure: Figure): boolean =>
  isComma(scene, figure.first - 1) && isIn(scene, figure.numberLast, OF) && isIn(scene, figure.numberLast + 1, THEM);
const THEM = wordsOf('them whom which these those');

const nearestBehind = (own: readonly Site[]): readonly Site[] => own.filter((site) => site.first - own[0].first < 14);

/** The part of the sentence between semicolons that holds the figure. */
function stretchOf(scene: Scene, figure: Figure, sentence: Stretch): Stretch {
  let first = figure.first;
  while (first > sentence.first && !isClauseBreak(scene, first - 1)) first--;
  let last = figure.last;
  while (last < sentence.last && !isClauseBreak(scene, last)) last++;
  return { first, last };
}

/** "fighters from Syria", "have arrived from Pakistan": directly behind the counted, or behind a verb of moving. */
function isOriginOf(scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean {
  if (figure.kind === 'distance' || figure.kind === 'age' || figure.kind === 'duration') return false;
  // "have left Vovchansk, Lyptsi and smaller villages"
  if (happening !== null && happening.event === 'left') return site.first >= happening.first;
  let at = site.first - 1;
  while (at >= figure.last && !isIn(scene, at, FROM)) at--;
  if (signAt(scene, figure.last) === '(' && signAt(scene, at - 1) === ')') return true;
  if (at < figure.last) return false;
  if (at <= figure.last + 1 || (at <= figure.last + 4 && signAt(scene, at - 1) === ')')) return true;
  // "42 fishermen, all from Tamil Nadu", "five came from Datu Salibo"
  if (at === figure.last + 2 && isComma(scene, figure.last) && isIn(scene, at - 1, ALL)) return true;
  if (at <= figure.last + 4 && isIn(scene, at - 1, GOING)) return true;
  return happening !== null && MOVING.has(happening.event) && at >= happening.last && at - happening.last < 8;
}

/** "Merawi had 9,000 inhabitants": where nothing happens, a place that is the subject is where the claim holds; null otherwise. */
export function subjectPlace(scene: Scene, clauses: Clauses | null, figure: Figure, event: string | null): readonly Mention[] | null {
  if (!clauses || event !== null || (figure.kind !== 'count' && figure.kind !== 'rate' && figure.kind !== 'fraction' && figure.kind !== 'percent'))
    return null;
  const { subject } = clauseAt(clauses, figure.first);
  const mention = subject && subject.last <= figure.first ? mentionOf(scene, subject.head) : null;
  if (!subject || !mention || mention.type !== 'place' || mention.use === 'demonym') return null;
  // "Oran and Tunis work at 40 percent"
  const second = isIn(scene, subject.last, AND) ? mentionOf(scene, subject.last + 1) : null;
  return second?.type === 'place' && second.use !== 'demonym' ? [mention, second] : [mention];
}

/** "walked to Saint-Marc", "went back to Hsipaw": a place reached. */
function isMotion(scene: Scene, site: Site, sentence: Stretch): boolean {
  for (let at = site.first - 1; at >= sentence.first && at > site.first - 7; at--) if (isIn(scene, at, GOING)) return true;
  return false;
}

const ALL = wordsOf('all most some many mainly mostly both');

const GOING = wordsOf(
  'walk walks walked walking move moves moving go goes going went gone back return returns returned come comes flee flees travel travels travelled traveled flown flew fled driven drove sailed moved taken towed sent come came transferred crossed delivered brought',
);

/** "in these locations", "there": the sentence points back at the places of the one before. */
export function pointsBack(scene: Scene, sentence: Stretch): boolean {
  for (let token = sentence.first; token + 1 < sentence.last; token++) {
    if (
      isIn(scene, token, HERE) &&
      isIn(scene, token + 1, PLACE_NOUN) &&
      mentionStart(scene, token) === token &&
      isIn(scene, token - 1, LOCATIVE_OR_TO)
    )
      return true;
  }
  return false;
}

const LOCATIVE_OR_TO = wordsOf('in to at across from around near the into');

/** Every place named in a sentence, for the sentence that points back at it. */
export const placesNamed = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter((mention) => mention.type === 'place' && mention.use !== 'demonym');
