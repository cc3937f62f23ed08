import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  HAVE,
  LOCATIVE,
  OF,
  RELATIVE,
  SUBORDINATOR,
  clauseAt,
  isComma,
  isIn,
  isPlainVerb,
  mentionStart,
  subjectAround,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import type { Clauses, Figure, Mention, Phrase } from '../../../../model/index.js';
import { isPlace, mentionOf, type Scene } from '../scene.js';
import { eventAt } from '../events/words.js';
import type { Site } from './sites.js';
import { isPlaceWord } from './words.js';

/** "21 patients and that nine were flown to Peshawar": a clause begins between the figure and the place. */
export function isBeyond(scene: Scene, clauses: Clauses, figure: Figure, site: Site, part: Stretch): boolean {
  if (isOtherClause(scene, clauses, figure, site, part)) return true;
  let comma = false;
  let subject = false;
  for (let token = figure.last; token < site.first; token++) {
    if (isComma(scene, token)) comma = true;
    // "sales doubled thanks to a shop in Oran"
    if (isIn(scene, token, CAUSE) && scene.mentionAt[token] < 0) return true;
    // "80 died in Oran and in Tunis province [30]": the place opens what is told of the next figure.
    if (isIn(scene, token, AND) && isIn(scene, token + 1, LOCATIVE) && site.first - token <= 4 && opensFigure(scene, site.last)) return true;
    // "arrested six men over the killing of a judge in Oran"
    if (isIn(scene, token, REASON) && scene.mentionAt[token] < 0 && isDeed(scene, isIn(scene, token + 1, ARTICLE) ? token + 2 : token + 1, site))
      return true;
    // "two boats off Gao and the others north of Sake"
    if (isIn(scene, token, AND) && isIn(scene, token + 1, ARTICLE) && isIn(scene, token + 2, OTHERS)) return true;
    // "killing thousands, its members have sought work across Afghanistan": a name behind a comma with a verb of its own.
    if (comma && mentionOf(scene, token)) subject = true;
    if (comma && subject && scene.mentionAt[token] < 0 && (isIn(scene, token, HAVE) || isIn(scene, token, BE) || isPlainVerb(scene, token)))
      return true;
    // "people who worked in Gao": the clause about the counted.
    if (token === figure.last && isIn(scene, token, WHO)) continue;
    // "more than 40" opens no clause.
    if (
      scene.mentionAt[token] < 0 &&
      scene.figureAt[token] < 0 &&
      (isIn(scene, token, SUBORDINATOR) || (isIn(scene, token, RELATIVE) && !isIn(scene, token - 1, OF) && !isIn(scene, token + 1, OF)))
    )
      return true;
  }
  return false;
}

/** Whether only "when", "after" or "as" stands between the figure and the place: the clause that tells how it came about. */
export function isInTimeClause(scene: Scene, figure: Figure, site: Site): boolean {
  let time = false;
  for (let token = figure.last; token < site.first; token++) {
    if (scene.mentionAt[token] >= 0) continue;
    if (isIn(scene, token, TIME_CLAUSE)) time = true;
    else if (isIn(scene, token, SUBORDINATOR) || isIn(scene, token, RELATIVE)) return false;
  }
  return time;
}

/** Whether a figure begins at the token, a word for a sort of place and "only" between. */
function opensFigure(scene: Scene, token: number): boolean {
  let at = isPlaceWord(scene, token) ? token + 1 : token;
  if (isIn(scene, at, ADVERB)) at++;
  return scene.figureAt[at] >= 0;
}
const REASON = wordsOf('for over about against');
const isDeed = (scene: Scene, token: number, site: Site): boolean => token < site.first && eventAt(scene, token, site.first) !== null;
const OTHERS = wordsOf('others other rest remainder remaining');
const CAUSE = wordsOf('thanks owing because');
const WHO = wordsOf('who that which');

const TIME_CLAUSE = wordsOf('when after as before during');

/** Whether another subject has its verb between the figure and the place, or begins right behind the place. */
function isOtherClause(scene: Scene, clauses: Clauses, figure: Figure, site: Site, part: Stretch): boolean {
  const mine = clauseAt(clauses, figure.first);
  const there = clauseAt(clauses, site.first);
  const { subject } = there;
  const ours = (subject !== null && subject.first <= figure.first && figure.first < subject.last) || subject?.first === mine.subject?.first;
  if (there.verb > figure.last && !ours && !sharesOutcome(scene, figure, subject, there.verb, site)) return true;
  // "cut to 28 per cent and eleven clinics in Samburu will close"
  const ahead = subjectAround(clauses, site.first);
  if (ahead && ahead.first >= figure.last && scene.figureAt[ahead.first] >= 0) return true;
  // "dropped 0.7 metres a year, and around Korla the figure was": the place opens the next clause.
  let joint = site.first - 1;
  while (joint >= figure.last && !isComma(scene, joint)) joint--;
  if (joint < figure.last || !isIn(scene, joint + 1, JOINTS)) return false;
  const next = clauseAt(clauses, Math.min(part.last, site.last + 8));
  return next.subject !== null && next.subject.first >= site.last;
}

/** "[six people] died and 30 were injured in a fire in Oran": two outcomes for people, told in one breath, have one place. */
function sharesOutcome(scene: Scene, figure: Figure, subject: Phrase | null, verb: number, site: Site): boolean {
  const other = subject && scene.figureAt[subject.first] >= 0 ? scene.document.figures[scene.figureAt[subject.first]] : null;
  if (!other || verb > site.first || !isIn(scene, other.first - 1, AND) || figure.unit !== 'person') return false;
  return other.kind === 'count' && (other.unit === 'person' || other.unit === null) && other.first - figure.last < BREATH;
}
/** Tokens of "people died on Sunday and". */
const BREATH = 10;

const JOINTS = wordsOf('and but while');

/** "Agadir and Taroudant, where 12,000 perished": the places before "where" when the figure stands in its clause. */
export function whereOf(scene: Scene, figure: Figure, part: Stretch): readonly Mention[] {
  const limit = Math.max(part.first, figure.first - 12);
  for (let at = figure.first - 1; at > limit; at--) {
    if (isIn(scene, at, WHERE)) {
      for (let back = at - 1; back >= Math.max(part.first, at - 16); back--) {
        const mention = mentionOf(scene, back);
        if (!mention || !isPlace(mention)) continue;
        // "Agadir and Taroudant, where"; of three the last alone may be meant
        const joint = mentionStart(scene, back) - 1;
        const before = isIn(scene, joint, AND) ? mentionOf(scene, joint - 1) : null;
        return before && isPlace(before) && !isComma(scene, mentionStart(scene, joint - 1) - 1) ? [before, mention] : [mention];
      }
      return [];
    }
    if (isComma(scene, at) || isIn(scene, at, AND)) return [];
  }
  return [];
}

const WHERE = wordsOf('where');
