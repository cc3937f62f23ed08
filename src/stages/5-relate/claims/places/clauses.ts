import {
  AND,
  ARTICLE,
  BE,
  HAVE,
  OF,
  RELATIVE,
  SUBORDINATOR,
  clauseAt,
  isComma,
  isIn,
  isPlainVerb,
  subjectAround,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Clauses, Figure, Mention } from '../../../../model/index.js';
import { mentionOf, type Scene } from '../scene.js';
import type { Site } from './sites.js';

/** "21 patients and that nine were flown to Peshawar": a clause begins between the figure and the place. */
export function isBeyond(scene: Scene, clauses: Clauses | null, figure: Figure, site: Site, part: Stretch): boolean {
  if (clauses && isOtherClause(scene, clauses, figure, site, part)) return true;
  let comma = false;
  let subject = false;
  for (let token = figure.last; token < site.first; token++) {
    if (isComma(scene, token)) comma = true;
    // "sales doubled thanks to a shop in Oran"
    if (isIn(scene, token, CAUSE) && scene.mentionAt[token] < 0) return true;
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
      (isIn(scene, token, SUBORDINATOR) || (isIn(scene, token, RELATIVE) && !isIn(scene, token - 1, OF)))
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

const CAUSE = wordsOf('thanks owing because');
const WHO = wordsOf('who that which');

const TIME_CLAUSE = wordsOf('when after as');

/** Whether another subject has its verb between the figure and the place, or begins right behind the place. */
function isOtherClause(scene: Scene, clauses: Clauses, figure: Figure, site: Site, part: Stretch): boolean {
  const mine = clauseAt(clauses, figure.first);
  const there = clauseAt(clauses, site.first);
  const { subject } = there;
  const ours = (subject !== null && subject.first <= figure.first && figure.first < subject.last) || subject?.first === mine.subject?.first;
  if (there.verb > figure.last && !ours) return true;
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

const JOINTS = wordsOf('and but while');

/** "X, founded in Dresden by a student, had 12 followers": a place between commas that tells about the subject. */
export function isAside(scene: Scene, site: Site, figure: Figure, sentence: Stretch): boolean {
  let first = site.first;
  while (first > sentence.first && !isComma(scene, first - 1)) first--;
  if (first === sentence.first) return false;
  let last = site.last;
  while (last < sentence.last && last < figure.first && !isComma(scene, last)) last++;
  if (last >= figure.first || !isComma(scene, last)) return false;
  // "on 9 June, the army clashed with them in the hills of Gao, 28 km from": an article that opens the clause itself.
  if (isIn(scene, first, ARTICLE)) for (let token = first; token < site.first; token++) if (isPlainVerb(scene, token)) return false;
  return isIn(scene, first, RELATIVE) || isIn(scene, first, ARTICLE) || (posOf(scene.knowledge, scene.tokens, first) & (Pos.Past | Pos.Gerund)) !== 0;
}

/** "Agadir, where 12,000 perished": the place before "where" when the figure stands in its clause. */
export function whereOf(scene: Scene, figure: Figure, part: Stretch): Mention | null {
  const limit = Math.max(part.first, figure.first - 12);
  for (let at = figure.first - 1; at > limit; at--) {
    if (isIn(scene, at, WHERE)) {
      for (let back = at - 1; back >= Math.max(part.first, at - 16); back--) {
        const mention = mentionOf(scene, back);
        if (mention?.type === 'place' && mention.use !== 'demonym') return mention;
      }
      return null;
    }
    if (isComma(scene, at) || isIn(scene, at, AND)) return null;
  }
  return null;
}

const WHERE = wordsOf('where');
