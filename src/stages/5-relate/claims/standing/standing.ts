import {
  AND,
  BE,
  isAdverb,
  isIn,
  isPlainVerb,
  isWord,
  TO,
  PREPOSITION,
  clauseAt,
  signAt,
  skipBack,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import type { Figure, Modality, Polarity } from '../../../../model/index.js';
import { Kind, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import type { Condition } from '../conditions.js';
import { isClauseSubject } from '../relatives.js';
import { MODAL } from '../speakers/saying.js';
import type { Scene } from '../scene.js';
import type { When } from '../times/times.js';
import { isAnnouncedSum } from './announced.js';
import { isAbleTo, isAddressed, isAskedSum, isBidden, isLevelNow, isSeenComing } from './bidden.js';
import { isContrasted, isNotOne, isParted, NOT, refutedBehind } from './denials.js';
import { isOfOtherClause, modalBeforeAside } from './governed.js';
import { hedgeOf, isWeak } from './hedges.js';
import { isAhead, isOfIdea, isOfPlan, modalityOfParticiple } from './intended.js';
import { clauseEnd, clauseStart } from './reach.js';

/** How firmly a figure stands: as fact, plan, possibility, denial; and the word that weakens it. */
export interface Standing {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly hedge: string | null;
  /** The figure has a verb of its own behind "and", or is the level before a change: what was said before does not reach it. */
  readonly parted: boolean;
  readonly because: string;
}

/** Reads modality, polarity and hedge from the words of the figure's clause. `inside`: the figure stands in a condition. */
export function standingOf(
  scene: Scene,
  figure: Figure,
  sentence: Stretch,
  condition: Condition | null,
  inside: boolean,
  silent: readonly Stretch[],
  when: When,
): Standing {
  const first = clauseStart(scene, figure, sentence);
  const last = clauseEnd(scene, figure, sentence);
  let modality: Modality = 'asserted';
  let polarity: Polarity = 'affirmed';
  let hedge: string | null = figure.hedge;
  let because = '';
  let apart = false;
  const wide = Math.max(sentence.first, figure.first - 40);
  const joint = jointBefore(scene, figure);
  // "Demand rose to 250 tonnes": the head of the subject is a noun.
  const clause = clauseAt(scene.document.clauses, figure.first);
  for (let token = wide; token < last; token++) {
    if (!isWord(scene, token) || scene.mentionAt[token] >= 0 || scene.dateAt[token] >= 0) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Modal);
    if (!hit) continue;
    // "Allegedly, 12 men were beaten"
    const inClause = token >= first || (token === sentence.first && hit.last === first - 1 && isAdverb(scene, token));
    const { row } = hit;
    if (row.polarity === 'denied') {
      // "denied that the bank had lost $3 billion", "rejected reports of 12": whatever follows in its part of the sentence.
      // "have been denied schooling": who is denied something disputes nothing.
      const passive = hit.last === token + 1 && isIn(scene, token - 1, BE);
      // "dismissed 300 workers": what is done to the counted themselves.
      const done = figure.first === hit.last && phraseAt(scene.knowledge, scene.text, scene.tokens, token, hit.last, Kind.Event) !== null;
      if (
        row.modality === 'denied' &&
        !passive &&
        !done &&
        token < figure.first &&
        !isParted(scene, token, figure.first) &&
        !isIn(scene, hit.last, DOING)
      )
        return { polarity: 'denied', modality: 'denied', hedge, parted: false, because: `denied "${row.phrase}"` };
    } else if (row.polarity === 'none') {
      // "not one shell"
      if (token <= figure.first && hit.last > figure.first && token < hit.last - 1) polarity = 'none';
      if (token >= figure.first && token < figure.numberLast && (figure.value === 0 || figure.value === null)) polarity = 'none';
      continue;
    } else if (row.modality === 'opinion' || row.modality === 'reported') {
      if (inClause && token < figure.numberLast + 8 && isWeak(scene, token, hit.last, figure)) {
        hedge ??= hedgeOf(row.phrase);
        if (row.modality === 'reported' && modality === 'asserted') modality = 'reported';
      }
    } else if (inClause && token < figure.first && isOfOtherClause(scene, figure, token, hit.last)) {
      apart = true;
    } else if (
      row.modality !== 'refuted' &&
      inClause &&
      modality === 'asserted' &&
      figure.kind !== 'age' &&
      token >= joint &&
      !isSpent(scene, token, hit.last, figure) &&
      // "a target of 90%"
      (!isCounted(scene, figure, token) || hit.last === figure.first) &&
      !isAddressed(scene, figure, token, hit.last) &&
      !isAbleTo(scene, figure, token) &&
      (clause.subject?.head !== token || isOfNoun(scene, figure, hit.last)) &&
      !isCompared(scene, figure, token) &&
      (token < figure.first ||
        isIn(scene, token, MODAL) ||
        isIn(scene, token, AFTER) ||
        (isIn(scene, token - 1, BE) && row.modality === 'possible' && hit.last > token + 1)) &&
      signAt(scene, token + 1) !== '-' &&
      signAt(scene, hit.last) !== '-' &&
      !(token >= figure.first && token < figure.numberLast) &&
      !(row.modality === 'possible' && (isIn(scene, hit.last, NEGATION) || isIn(scene, token - 1, NOT))) &&
      !silent.some((part) => part.first <= token && token < part.last && !(part.first <= figure.first && figure.first < part.last))
    ) {
      modality = row.modality === 'planned' && isOfIdea(scene, token, sentence, when) ? 'hypothetical' : (row.modality as Modality);
      because = `${modality} "${row.phrase}"`;
    }
    token = Math.max(token, hit.last - 1);
  }
  if (isContrasted(scene, figure)) return { polarity: 'denied', modality: 'denied', hedge, parted: false, because: 'denied "not"' };
  if (isNotOne(scene, figure, first)) polarity = 'none';
  const refuted = refutedBehind(scene, figure, sentence);
  if (refuted) return { polarity: 'denied', modality: 'denied', hedge, parted: false, because: `denied "${refuted}"` };
  const aside = modality === 'asserted' ? modalBeforeAside(scene, figure, sentence) : null;
  if (aside) {
    modality = aside.modality;
    because = `${aside.modality} "${aside.phrase}"`;
  }
  if (modality === 'asserted' && isSeenComing(scene, figure)) modality = 'possible';
  if (modality === 'asserted' && (isAnnouncedSum(scene, figure) || isAskedSum(scene, figure) || isBidden(scene, figure, first))) modality = 'planned';
  if (modality === 'asserted') {
    const ahead =
      modalityOfParticiple(scene, figure, sentence) ?? (isOfPlan(scene, figure, sentence) || isAhead(scene, figure, when) ? 'planned' : null);
    if (ahead) {
      modality = ahead;
      because = `${ahead} by its clause`;
    }
  }
  const level = isLevelNow(scene, figure);
  if (level && (modality === 'planned' || modality === 'possible')) modality = 'asserted';
  const phrase = condition?.role === 'phrase' && (modality === 'planned' || modality === 'possible');
  if (inside || phrase || (condition && condition.role === 'opens')) {
    modality = 'hypothetical';
    because = condition ? `hypothetical "${condition.text}"` : 'hypothetical';
  }
  return { polarity, modality, hedge, parted: joint > 0 || level || apart, because };
}

/** "plans for [18 turbines] were shown": what a noun of planning has right behind its preposition. */
const isOfNoun = (scene: Scene, figure: Figure, after: number): boolean => after === figure.first && isIn(scene, after - 1, PREPOSITION);

/** "growing demand for rice has cost [40 jobs]": a noun that is the subject of a verb of its own before the figure. */
function isSpent(scene: Scene, token: number, after: number, figure: Figure): boolean {
  if (after !== token + 1 || (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Past)) !== Pos.Noun) return false;
  // "expects demand to grow": the object of a verb
  if (isPlainVerb(scene, token - 1) && isIn(scene, after, TO)) return true;
  const { subject, verb } = clauseAt(scene.document.clauses, figure.first);
  return verb > token && subject !== null && subject.first <= token && token < subject.tied;
}

/**
 * "asked for $163 million and had received $47 million": the "and" before a verb of the figure's own that stands in no infinitive; what was said
 * before it does not reach the figure. 0 for none.
 */
function jointBefore(scene: Scene, figure: Figure): number {
  // "asked for 200 pints and 600 people came": the figure opens a clause of its own.
  if (isIn(scene, figure.first - 1, AND) && isClauseSubject(scene, figure)) return figure.first - 1;
  const { verb } = clauseAt(scene.document.clauses, figure.first);
  if (verb < 0 || verb > figure.first || (posOf(scene.knowledge, scene.tokens, verb) & Pos.Past) === 0) return 0;
  const before = skipBack(scene, verb - 1, verb - 6);
  for (let token = verb - 1; token > before; token--) if (isIn(scene, token, BUT)) return token;
  return verb - 1 > before && isIn(scene, before, AND) ? before : 0;
}

/** "cut the risk of a stroke by 32%": a word of what is measured itself. */
const isCounted = ({ tokens }: Scene, { counted, kind }: Figure, token: number): boolean =>
  counted !== null && kind === 'percent' && counted.start <= tokens.start[token] && tokens.end[token] <= counted.end;

/** "2.2 degrees higher than they would have been": how it would be is no word on how it is. */
function isCompared(scene: Scene, figure: Figure, token: number): boolean {
  for (let at = token - 1; at >= figure.last && at > token - 4; at--) if (isIn(scene, at, THAN)) return true;
  return false;
}
const THAN = wordsOf('than');

const NEGATION = wordsOf('not only hardly barely scarcely');
/** "denied losing any of his 90 men": what is denied is the losing. */
const DOING = wordsOf('losing any');
const BUT = wordsOf('but yet');
const AFTER = wordsOf('is are was were expected due going likely planned set slated scheduled');
