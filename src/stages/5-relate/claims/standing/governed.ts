import {
  BE,
  HAVE,
  isComma,
  isIn,
  isOfClass,
  isWall,
  numberOf,
  RELATIVE,
  clauseAt,
  skipBack,
  SUBORDINATOR,
  TO,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Kind, phraseAt, Pos, posOf, splitPhraseAt } from '../../../../knowledge/index.js';
import type { Figure, Modality } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

// What a word of planning or doubt governs: the verb that it stands with, and not one of another clause.

/**
 * "The court that is to hear the case has [11] judges", "may close, as it has only [14] pupils": the verb before the figure is finite, and the word of
 * planning `[token, after)` belongs to its subject or to a clause before its own.
 */
export function isOfOtherClause(scene: Scene, figure: Figure, token: number, after: number): boolean {
  if (isGiven(scene, figure, after)) return true;
  const { subject, verb } = clauseAt(scene.document.clauses, figure.first);
  if (!subject || verb < after || verb >= figure.first || !isTensed(scene, verb, subject.head)) return false;
  if (skipBack(scene, verb - 1, after - 1) < after) return false;
  // "aims to develop the sport by courses organised into [three] groups": a past form may be a participle, unless the words before are those of the subject.
  if (subject.first <= token) return isPresent(scene, verb) || token < subject.head || isRelative(scene, subject.head, token);
  return subject.first > after && isIn(scene, subject.first - 1, SUBORDINATOR) && !isIn(scene, subject.first - 1, OF_COMPLEMENT);
}
/** Subordinators behind which a clause can be what is expected or feared. */
const OF_COMPLEMENT = wordsOf('if whether than');

/** Whether a relative clause begins between a noun and a word behind it. */
function isRelative(scene: Scene, head: number, token: number): boolean {
  for (let at = head + 1; at < token; at++) if (isIn(scene, at, RELATIVE)) return true;
  return isIn(scene, token, RELATIVE);
}

const isPresent = (scene: Scene, verb: number): boolean =>
  isIn(scene, verb, BE) || isIn(scene, verb, HAVE) || (posOf(scene.knowledge, scene.tokens, verb) & Pos.Third) !== 0;

/** A verb form with a tense of its own: "has", "employs", "visited". */
const isTensed = (scene: Scene, verb: number, head: number): boolean =>
  !isIn(scene, verb - 1, TO) &&
  (isPresent(scene, verb) ||
    ((posOf(scene.knowledge, scene.tokens, verb) & Pos.Past) !== 0 &&
      // "the museum that will house them cost [90 million]": of one thing the present would have its ending.
      (!isOfClass(scene, verb, 'past-like-base') || (verb !== head + 1 && numberOf(scene, head) === Pos.Noun))));

/** "hopes to return after missing [11 matches]", "must explain how [2 million] went": what has happened before, or is taken to be so. */
function isGiven(scene: Scene, figure: Figure, after: number): boolean {
  for (let token = figure.first - 1; token >= after && token > figure.first - LONGEST_GIVEN; token--) {
    if (isIn(scene, token, HOW)) return true;
    if (isIn(scene, token, AFTER)) return figure.kind !== 'duration' && scene.dateAt[token] < 0 && !isIn(scene, token - 1, SOON);
    if (isComma(scene, token) || isWall(scene, token)) return false;
  }
  return false;
}
const HOW = wordsOf('how why');
const AFTER = wordsOf('after since despite following');
/** "the day after" */
const SOON = wordsOf('day week month year days weeks months years hours minutes soon shortly long ever');
/** Tokens of "after missing some of its last". */
const LONGEST_GIVEN = 9;

/**
 * "will, its head told staff, cut [1,300] jobs", "aims, over the decade, to open [80] stores": what is said of the verb before the words between
 * commas that part it from its object's verb.
 */
export function modalBeforeAside(scene: Scene, figure: Figure, sentence: Stretch): { readonly modality: Modality; readonly phrase: string } | null {
  const { verb } = clauseAt(scene.document.clauses, figure.first);
  if (verb < 0 || verb >= figure.first) return null;
  const closing = skipBack(scene, verb - 1, sentence.first);
  if (!isComma(scene, closing)) return null;
  let opening = closing - 1;
  while (opening > sentence.first && opening > closing - LONGEST_ASIDE && !isComma(scene, opening) && !isWall(scene, opening)) opening--;
  if (!isComma(scene, opening)) return null;
  for (let token = opening - 1; token >= sentence.first && token > opening - 4; token--) {
    if (scene.mentionAt[token] >= 0) return null;
    const whole = phraseAt(scene.knowledge, scene.text, scene.tokens, token, opening, Kind.Modal);
    const hit =
      whole?.last === opening
        ? whole
        : token === opening - 1
          ? splitPhraseAt(scene.knowledge, scene.text, scene.tokens, token, closing + 1, verb, Kind.Modal)
          : null;
    if (hit && (hit.row.modality === 'planned' || hit.row.modality === 'possible')) return { modality: hit.row.modality, phrase: hit.row.phrase };
  }
  return null;
}
/** Tokens of ", its chief executive told staff on Thursday,". */
const LONGEST_ASIDE = 18;
