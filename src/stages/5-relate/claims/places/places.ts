import {
  AND,
  BE,
  BY,
  isComma,
  skipBack,
  LOCATIVE,
  OF,
  clauseAt,
  isClauseBreak,
  isIn,
  mentionStart,
  signAt,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { type Clauses, type Figure, Flag, has, type Mention, type Phrase } from '../../../../model/index.js';
import type { Happening } from '../events/words.js';
import { bearingOn, partBehind } from './bearing.js';
import { isBeyond, isInTimeClause, whereOf } from './clauses.js';
import { isPlace, meantBy, mentionOf, type Scene } from '../scene.js';
import { isMotion, isPassedBy, originsOf, supplierPlace } from './movement.js';
import type { Site } from './sites.js';

/** Where a claim holds and where its people or goods come from. */
export interface Whereabouts {
  readonly at: readonly Mention[];
  readonly from: readonly Mention[];
  readonly because: string;
}

const HERE = wordsOf('these those same such');

/**
 * Places of one figure: those before the first figure govern all; a place behind a figure belongs to it and to the figures
 * before it that have none of their own; a figure without a place of its own takes the last place said before it.
 * `silent`: the stretches of the sentence that tell of speakers.
 */
export function whereaboutsOf(
  scene: Scene,
  sites: readonly Site[],
  clauses: Clauses,
  figure: Figure,
  figures: readonly Figure[],
  happening: Happening | null,
  sentence: Stretch,
  silent: readonly Stretch[],
): Whereabouts {
  const part = stretchOf(scene, figure, sentence);
  const told = sites.length === 0 ? sites : sites.filter(bearingOn(scene, figure, sentence, silent));
  const inPart = told.filter((site) => site.first >= part.first && site.first < part.last);
  const supplied = sites.filter((site) => supplierPlace(scene, site, figure)).map(({ mention }) => mention);
  const from = [...originsOf(scene, inPart, figure, happening), ...supplied];
  const beside = placeBeside(scene, figure);
  if (beside) return { at: [beside], from, because: `place "${beside.text}"` };
  const usable = inPart.filter((site) => !isPassedBy(scene, site, figure, happening, sentence));
  const parted = partBehind(scene, figure, figures, part);
  const behind = usable.filter((site) => site.first >= figure.last && !(parted && site.first >= parted.first && site.first < parted.last));
  const own = usable.filter(
    (site) => site.first >= figure.first && (site.first < figure.last || (behind.includes(site) && !isBeyond(scene, clauses, figure, site, part))),
  );
  const next = figures.find((other) => other.first >= (parted?.last ?? figure.last) && other.first > figure.first && other.first < part.last);
  const close = ofVerb(scene, next ? own.filter((site) => site.first < next.first) : own, clauses);
  const relative = whereOf(scene, figure, part);
  if (relative.length > 0 && close.length === 0) return { at: relative, from, because: `place "${relative[0].text}"` };
  const leading = usable.filter((site) => site.first < figure.first);
  // "five came from Oran": of whom it is told where they come from, nothing is carried over.
  const before =
    from.length > 0 || part.first === sentence.first || !CARRIED.has(figure.kind) || isOfPlace(scene, clauses, figure)
      ? []
      : told.filter((site) => site.first < part.first && (site.use === 'at' || (site.use === 'to' && isMotion(scene, site, sentence))));
  const labels = before.filter((site) => site.label);
  const earlier = labels.length > 0 ? labels : before;
  const chosen =
    close.length > 0
      ? close
      : leading.length > 0
        ? ofSubject(nearestGroup(leading, figures), clauses, figure)
        : own.length > 0
          ? nearestBehind(own, figures)
          : earlier.length > 0
            ? nearestGroup(earlier, figures)
            : // "12 died when a pit caved in near Raghistan"
              happening
              ? behind.filter((site) => isInTimeClause(scene, figure, site)).slice(0, 2)
              : [];
  const at: Mention[] = [];
  for (const site of chosen) if (!at.some((one) => one.entity_id === site.mention.entity_id)) at.push(site.mention);
  return { at, from, because: at.length > 0 ? `place "${at[0].text}"` : '' };
}

/** Kinds of figures that have the place told before a semicolon: "shares fell in Oran; the dinar slipped to 1.2" is true of no place there. */
const CARRIED: ReadonlySet<string> = new Set(['count', 'fraction', 'percent']);

/** "Oran (90 cases) and Tunis (40)", "Spain, with 11 percent, followed by Greece with 10", "Sake, 25 km from Goma": the place right before. */
function placeBeside(scene: Scene, { first, kind }: Figure): Mention | null {
  const at =
    signAt(scene, first - 1) === '('
      ? first - 2
      : isIn(scene, first - 1, WITH)
        ? withOwner(scene, first - 1)
        : kind === 'distance' && isComma(scene, first - 1)
          ? first - 2
          : -1;
  const mention = mentionOf(scene, at);
  return mention && isPlace(mention) ? mention : null;
}
const WITH = wordsOf('with at');

/** The last token of what has the figure: before a comma, or behind "by" or "and". */
function withOwner(scene: Scene, preposition: number): number {
  if (isComma(scene, preposition - 1)) return preposition - 2;
  const before = mentionStart(scene, preposition - 1) - 1;
  return isIn(scene, before, BY) || isIn(scene, before, AND) ? preposition - 1 : -1;
}

/** The places said last before the figure, with no other figure between them and each other. */
function nearestGroup(leading: readonly Site[], figures: readonly Figure[]): readonly Site[] {
  const last = leading[leading.length - 1];
  return leading.filter((site) => !figures.some((other) => other.first > site.first && other.first < last.first));
}

/** "one died in Oran and a blast near a school in Tunis hurt [three]": only the places within the subject of the figure's own clause, if it has any. */
function ofSubject(sites: readonly Site[], clauses: Clauses, figure: Figure): readonly Site[] {
  const last = sites[sites.length - 1];
  const { subject, verb } = clauseAt(clauses, figure.first);
  if (!subject || sites.length < 2 || verb > figure.first || last.first < subject.first || last.first >= verb) return sites;
  return sites.filter((site) => site.first >= subject.first || last.first - site.last < APART || clauseAt(clauses, site.first).verb < 0);
}

/** "cleared [one school] in Oran and closed a road in Tunis": without the places of the next verb, if there are others. */
function ofVerb(scene: Scene, sites: readonly Site[], clauses: Clauses): readonly Site[] {
  if (sites.length < 2) return sites;
  const mine = sites.filter((site) => {
    const { verb } = clauseAt(clauses, site.first);
    // "and neighbouring Niger" opens no clause.
    return (
      verb <= sites[0].last ||
      !isIn(scene, skipBack(scene, verb - 1, sites[0].last), AND) ||
      (posOf(scene.knowledge, scene.tokens, verb) & Pos.Gerund) !== 0
    );
  });
  return mine.length > 0 ? mine : sites;
}

/** Items of one list stand closer: "throughout Peru and Chile". */
const APART = 4;

/** The first place behind the figure with those close behind it, up to the next figure. */
const nearestBehind = (own: readonly Site[], figures: readonly Figure[]): readonly Site[] =>
  own.filter((site) => site.first - own[0].first < 14 && !figures.some((other) => other.first > own[0].first && other.first < site.first));

/** The part of the sentence between semicolons that holds the figure. */
function stretchOf(scene: Scene, figure: Figure, sentence: Stretch): Stretch {
  let first = figure.first;
  while (first > sentence.first && !isClauseBreak(scene, first - 1)) first--;
  let last = figure.last;
  while (last < sentence.last && !isClauseBreak(scene, last)) last++;
  return { first, last };
}

/** "Oran had 9,000 inhabitants", "Sake lies 25 km from Goma", "it lost 30 houses": a place that is the subject and merely has, sees or loses is where the claim holds; null otherwise. */
export function subjectPlace(scene: Scene, clauses: Clauses, figure: Figure, event: string | null): readonly Mention[] | null {
  const { subject, verb } = clauseAt(clauses, figure.first);
  if (event !== null || !HELD.has(figure.kind) || !subject || subject.last > figure.first) return null;
  if (!(figure.kind === 'distance' ? isIn(scene, verb, LYING) : isOfClass(scene, verb, 'holding')) && !isIn(scene, verb, BE)) return null;
  const mention = mentionOf(scene, subject.head) ?? meantBy(scene, subject.head) ?? populated(scene, subject);
  if (!mention || !isPlace(mention)) return null;
  // "Oran and Tunis work at 40 percent"
  const second = isIn(scene, subject.last, AND) ? mentionOf(scene, subject.last + 1) : null;
  if (second && isPlace(second)) return [mention, second];
  const other = isIn(scene, subject.first - 1, AND) ? mentionOf(scene, subject.first - 2) : null;
  return other && isPlace(other) && !isIn(scene, mentionStart(scene, subject.first - 2) - 1, LOCATIVE) ? [other, mention] : [mention];
}
const LYING = wordsOf('lie lies lay sit sits sat stand stands stood');
/** Kinds of figures that a place can have. */
const HELD: ReadonlySet<string> = new Set(['count', 'rate', 'fraction', 'percent', 'measure', 'area', 'distance']);

/** "…, while Tunisia has counted 155 deaths": the subject of the clause is a place, which speaks or acts for itself. */
function isOfPlace(scene: Scene, clauses: Clauses, figure: Figure): boolean {
  const { subject } = clauseAt(clauses, figure.first);
  const mention = subject && subject.last <= figure.first ? mentionOf(scene, subject.head) : null;
  return mention !== null && isPlace(mention);
}

/** "the population of Oran", "Oran’s population": of what place the people are. */
function populated(scene: Scene, { head, first, last }: Phrase): Mention | null {
  if (!isIn(scene, head, POPULATION)) return null;
  const owner = mentionOf(scene, first);
  return owner && has(scene.tokens, head - 1, Flag.Possessive) ? owner : isIn(scene, last, OF) ? mentionOf(scene, last + 1) : null;
}
const POPULATION = wordsOf('population');

/** "in these locations", "there": the sentence points back at the places of the one before. */
export function pointsBack(scene: Scene, sentence: Stretch): boolean {
  for (let token = sentence.first; token + 1 < sentence.last; token++) {
    if (
      isIn(scene, token, HERE) &&
      isOfClass(scene, token + 1, 'place-noun') &&
      mentionStart(scene, token) === token &&
      isIn(scene, token - 1, LOCATIVE_OR_TO)
    )
      return true;
  }
  return false;
}

const LOCATIVE_OR_TO = wordsOf('in to at across from around near the into');

/** Every place named in a sentence, for the sentence that points back at it. */
export const placesNamed = (mentions: readonly Mention[]): readonly Mention[] => mentions.filter(isPlace);
