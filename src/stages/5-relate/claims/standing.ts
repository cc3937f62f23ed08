import {
  ADVERB,
  AND,
  BE,
  BY,
  HAVE,
  RELATIVE,
  isAdverb,
  isClauseBreak,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  clauseAt,
  skipBack,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../grammar/index.js';
import type { Figure, Modality, Polarity } from '../../../model/index.js';
import { Kind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import type { Condition } from './conditions.js';
import { isClauseSubject } from './relatives.js';
import { hasFigure, MODAL } from './speakers/saying.js';
import type { Scene } from './scene.js';

/** How firmly a figure stands: as fact, plan, possibility, denial; and the word that weakens it. */
export interface Standing {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly hedge: string | null;
  /** The figure has a verb of its own behind "and", which what was said before it does not reach. */
  readonly parted: boolean;
  readonly because: string;
}

const REACH = 18;

/** Reads modality, polarity and hedge from the words of the figure's clause. `inside`: the figure stands in a condition. */
export function standingOf(
  scene: Scene,
  figure: Figure,
  sentence: Stretch,
  condition: Condition | null,
  inside: boolean,
  silent: readonly Stretch[],
): Standing {
  const first = clauseStart(scene, figure, sentence);
  const last = clauseEnd(scene, figure, sentence);
  let modality: Modality = 'asserted';
  let polarity: Polarity = 'affirmed';
  let hedge: string | null = figure.hedge;
  let because = '';
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
    } else if (
      row.modality !== 'refuted' &&
      inClause &&
      modality === 'asserted' &&
      figure.kind !== 'age' &&
      token >= joint &&
      !isSpent(scene, token, hit.last, figure) &&
      !isCounted(scene, figure, token) &&
      clause.subject?.head !== token &&
      !isCompared(scene, figure, token) &&
      (token < figure.first || isIn(scene, token, MODAL) || isIn(scene, token, AFTER)) &&
      !(token >= figure.first && token < figure.numberLast) &&
      !(row.modality === 'possible' && (isIn(scene, hit.last, NEGATION) || isIn(scene, token - 1, NOT))) &&
      !silent.some((part) => part.first <= token && token < part.last && !(part.first <= figure.first && figure.first < part.last))
    ) {
      modality = row.modality as Modality;
      because = `${row.modality} "${row.phrase}"`;
    }
    token = Math.max(token, hit.last - 1);
  }
  if (isContrasted(scene, figure)) return { polarity: 'denied', modality: 'denied', hedge, parted: false, because: 'denied "not"' };
  if (figure.value === 1 && isIn(scene, figure.first, ONE) && hasNot(scene, figure, first)) polarity = 'none';
  const refuted = refutedBehind(scene, figure, sentence);
  if (refuted) return { polarity: 'denied', modality: 'denied', hedge, parted: false, because: `denied "${refuted}"` };
  if (modality === 'asserted' && isAnnouncedSum(scene, figure)) modality = 'planned';
  const phrase = condition?.role === 'phrase' && (modality === 'planned' || modality === 'possible');
  if (inside || phrase || (condition && condition.role === 'opens')) {
    modality = 'hypothetical';
    because = condition ? `hypothetical "${condition.text}"` : 'hypothetical';
  }
  return { polarity, modality, hedge, parted: joint > 0, because };
}

/** "growing demand for rice has cost [40 jobs]": a noun that is the subject of a verb of its own before the figure. */
function isSpent(scene: Scene, token: number, after: number, figure: Figure): boolean {
  if (after !== token + 1 || (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Past)) !== Pos.Noun) return false;
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

/** "announced $3 million for the camps and $2 million for the wells": a sum that is itself what is announced will be paid. */
export function isAnnouncedSum(scene: Scene, figure: Figure): boolean {
  if (figure.kind !== 'money') return false;
  const { verb } = clauseAt(scene.document.clauses, figure.first);
  return isIn(scene, verb, ANNOUNCING) && (verb + 1 === figure.first || (verb < figure.first && isIn(scene, figure.first - 1, AND)));
}
const ANNOUNCING = wordsOf('announce announces announced announcing unveil unveils unveiled');

/** "Two, not ten": the number the text sets against another. */
export const isContrasted = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.first - 1, NOT) && isComma(scene, figure.first - 2) && figure.operator === '=';

/** "We have not given up one village" */
function hasNot(scene: Scene, figure: Figure, first: number): boolean {
  for (let token = figure.first - 1; token >= first && token > figure.first - 6; token--) if (isIn(scene, token, NOT)) return true;
  return false;
}
const ONE = wordsOf('one');

/** Whether a figure stands in one list with the one before it: no verb and no wall between them. */
export function sharesStanding(scene: Scene, figures: readonly Figure[], figure: Figure): boolean {
  const i = figures.indexOf(figure);
  if (i < 1) return false;
  const before = figures[i - 1];
  if (before.kind !== figure.kind || before.kind === 'age' || figure.first - before.last > 8) return false;
  for (let token = before.last; token < figure.first; token++)
    if (
      isWall(scene, token) ||
      isPlainVerb(scene, token) ||
      isIn(scene, token, BE_WORDS) ||
      isIn(scene, token, HAVE) ||
      isIn(scene, token, MODAL) ||
      isIn(scene, token, FROM_TO) ||
      isIn(scene, token, RELATIVE)
    )
      return false;
  return true;
}
const FROM_TO = wordsOf('from than against instead compared down up of');

const isParted = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (isClauseBreak(scene, token)) return true;
  return false;
};

/** "Claims that three were shot were baseless", "reports of 40 dead are false": the judgement behind the figure. */
function refutedBehind(scene: Scene, figure: Figure, sentence: Stretch): string | null {
  let helped = false;
  for (let token = figure.last; token < sentence.last && !isClauseBreak(scene, token); token++) {
    if (isIn(scene, token, BE_WORDS)) helped = true;
    if (!helped || !isWord(scene, token) || scene.mentionAt[token] >= 0) continue;
    const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Modal);
    if (hit?.row.modality === 'refuted' && (isIn(scene, token - 1, BE_WORDS) || isQuote(scene, token - 1) || isIn(scene, token - 1, ADVERB)))
      return hit.row.phrase;
  }
  return null;
}

/** "losses are estimated at Rs 8 crore" weakens, "officials claimed 12" is who says so: words of saying hedge by their voice. */
const isWeak = (scene: Scene, token: number, after: number, figure: Figure): boolean =>
  // "an attack claimed by the group", "the storm claimed 34 lives"
  !isIn(scene, after, BY) &&
  !isIn(scene, figure.last - 1, LIVES) &&
  !hasFigure(scene, after, figure.first) &&
  signAt(scene, token + 1) !== '-' &&
  (isIn(scene, token - 1, BE_WORDS) ||
    isIn(scene, after, TO_BE) ||
    isAdverb(scene, token) ||
    isIn(scene, token - 1, A) ||
    isComma(scene, token - 1) ||
    signAt(scene, token - 1) === ':' ||
    isIn(scene, token - 1, WE));
const LIVES = wordsOf('life lives');
const WE = wordsOf('they we i he she would');
const TO_BE = wordsOf('to at');
const A = wordsOf('a an the');

/** The last word of a hedge that says it: "are said to" is "said". */
export const hedgeOf = (phrase: string): string => phrase.replace(/^(?:is|are|was|were|by the|would) | (?:to|of)$/g, '');

const BE_WORDS = wordsOf('is are was were be been');
const NEGATION = wordsOf('not only hardly barely scarcely');
/** "denied losing any of his 90 men": what is denied is the losing. */
const DOING = wordsOf('losing any');

function clauseStart(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.first;
  const limit = Math.max(sentence.first, figure.first - REACH);
  while (at > limit && !isWall(scene, at - 1) && !isIn(scene, at - 1, RELATIVE) && (signAt(scene, at - 1) !== ',' || isResult(scene, at, figure)))
    at--;
  return at;
}

/** "would be built in Gao, [creating] 1,200 jobs": a participle behind a comma stands as what it follows does. */
const isResult = (scene: Scene, token: number, figure: Figure): boolean =>
  figure.first - token <= 3 && (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0 && scene.mentionAt[token] < 0;

/** "one in three children under five could …", "two of the three stations would …": a figure inside the phrase of another. */
const isPassed = (scene: Scene, token: number): boolean =>
  scene.document.figures[scene.figureAt[token]].kind === 'age' ||
  isIn(scene, token - 1, THE) ||
  (scene.figureAt[token - 1] === scene.figureAt[token] && isIn(scene, scene.document.figures[scene.figureAt[token]].first - 1, THE));
const THE = wordsOf('the its their');
const AFTER = wordsOf('is are was were expected due going likely planned set slated scheduled');
const NOT = wordsOf('not never didnt dont doesnt');

const WHEN = wordsOf('before after until because although though while since');

function clauseEnd(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.last;
  const limit = Math.min(sentence.last, figure.last + REACH);
  while (
    at < limit &&
    !isWall(scene, at) &&
    !isIn(scene, at, RELATIVE) &&
    !isIn(scene, at, WHEN) &&
    !(isIn(scene, at, AND) && (isIn(scene, at + 1, MODAL) || isIn(scene, at + 1, BE_WORDS))) &&
    signAt(scene, at) !== ',' &&
    (scene.figureAt[at] < 0 || isPassed(scene, at))
  )
    at++;
  return at;
}
