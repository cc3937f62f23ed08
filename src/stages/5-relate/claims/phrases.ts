import { Flag, has } from '../../../model/index.js';
import { Kind, isKind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import { ADVERB, ARTICLE, BE, HAVE, isAdverb, isReporting, isWord, MODAL, PARTICLE, PREPOSITION, PRONOUN, RELATIVE } from './grammar.js';
import { isIn, mentionEnd, signAt, wordsOf, type Scene, type Stretch } from './scene.js';

/** A noun phrase, articles and modifiers with it; `head`: its last word. */
export interface Phrase extends Stretch {
  readonly head: number;
}

const NOT_NOUN = wordsOf('and or but nor yet to not if than as so very too not never if when because although while that which who whom whose');
/** Longest noun phrase, in tokens. */
const LONGEST = 14;

/** The noun phrase that begins at `token`, null when none does. A figure with what it counts is one phrase. */
export function phraseAtToken(scene: Scene, token: number, limit: number): Phrase | null {
  let head = -1;
  let at = token;
  const most = Math.min(limit, token + LONGEST);
  while (at < most) {
    const owner = scene.figureAt[at];
    if (owner >= 0) {
      if (head >= 0) break;
      at = Math.max(at + 1, scene.document.figures[owner].last);
      head = at - 1;
      continue;
    }
    if (scene.dateAt[at] >= 0) break;
    if (scene.mentionAt[at] >= 0) {
      at = mentionEnd(scene, at);
      head = at - 1;
      continue;
    }
    if (isHyphen(scene, at) && at > token) {
      at++;
      continue;
    }
    if (isPossessive(scene, at)) {
      at++;
      continue;
    }
    if (!isWord(scene, at) && !has(scene.tokens, at, Flag.Number)) break;
    if (isIn(scene, at, ARTICLE)) {
      if (head >= 0 && !isPossessive(scene, at - 1)) break;
      at++;
      continue;
    }
    if (isIn(scene, at, PRONOUN)) {
      if (at === token) return { first: token, last: at + 1, head: at };
      break;
    }
    if (!isNominal(scene, at) || (head >= 0 && isVerbBehind(scene, at, limit))) break;
    if (head < 0 && isVerbal(scene, at) && at === token) break;
    if (isNoun(scene, at)) head = at;
    at++;
  }
  return head < 0 ? null : { first: token, last: head + 1, head };
}

const isHyphen = (scene: Scene, token: number): boolean => '-–'.includes(signAt(scene, token) || ' ') && !has(scene.tokens, token, Flag.SpaceBefore);

const isPossessive = (scene: Scene, token: number): boolean => token >= 0 && has(scene.tokens, token, Flag.Possessive);

const isNoun = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 || (pos & Pos.Noun) !== 0;
};

function isNominal(scene: Scene, token: number): boolean {
  if (
    isIn(scene, token, NOT_NOUN) ||
    isIn(scene, token, PREPOSITION) ||
    isIn(scene, token, PARTICLE) ||
    isAuxiliary(scene, token) ||
    isIn(scene, token, RELATIVE)
  )
    return false;
  if (isIn(scene, token, ADVERB) || isAdverb(scene, token)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Adjective | Pos.Gerund | Pos.Past)) !== 0;
}

/** Whether the word can only be a verb: "overran", "says", "reached". */
export function isVerbal(scene: Scene, token: number): boolean {
  if (scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0 || scene.dateAt[token] >= 0 || !isWord(scene, token)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 ? isPastOfEvent(scene, token) : (pos & Pos.Verb) !== 0 && (pos & Pos.Noun) === 0 && (pos & Pos.Gerund) === 0;
}

/** "overran", "overthrew": a past form that the table of parts of speech does not hold, but the list of events does. */
const isPastOfEvent = (scene: Scene, token: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.Event)?.row.form === 'past';

export const isAuxiliary = (scene: Scene, token: number): boolean =>
  scene.mentionAt[token] < 0 && (isIn(scene, token, BE) || isIn(scene, token, HAVE) || isIn(scene, token, MODAL));

/**
 * Whether a word behind a noun is the verb of that noun: a form that is no noun, unless a noun follows that it describes; a past
 * form; or a form that could be a noun too, right before an article, a number, a name, a pronoun or "that".
 */
export function isVerbBehind(scene: Scene, token: number, limit: number): boolean {
  if (scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0 || scene.dateAt[token] >= 0 || !isWord(scene, token)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  if (pos === 0) return isPastOfEvent(scene, token);
  if ((pos & Pos.Verb) === 0) return false;
  // "killing 12", not "neighbouring Niger"
  if ((pos & Pos.Gerund) !== 0) return opensPhrase(scene, token + 1, limit) && !((pos & Pos.Adjective) !== 0 && scene.mentionAt[token + 1] >= 0);
  if ((pos & Pos.Noun) === 0 || isReporting(scene, token)) return true;
  if ((pos & Pos.Past) !== 0) return true;
  if (isKind(scene.knowledge, scene.tokens, token, Kind.Change) && (isIn(scene, token + 1, PREPOSITION) || scene.figureAt[token + 1] >= 0))
    return true;
  if (opensPhrase(scene, token + 1, limit)) return true;
  // "the RSF grants passage", not "UN reports say"
  return (pos & Pos.Third) !== 0 && scene.mentionAt[token - 1] >= 0 && isPlainNoun(scene, token + 1);
}

/** A word that is a noun and no past or third-person form. */
export const isPlainNoun = (scene: Scene, token: number): boolean =>
  isWord(scene, token) &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Past | Pos.Third | Pos.Adverb)) === Pos.Noun &&
  !isIn(scene, token, PREPOSITION);

const OPENING = wordsOf('that to him her them it us me you himself themselves between around about nearly almost over up only at some');

/** Whether a noun phrase or a clause begins at the token, so that the word before it is its verb. */
function opensPhrase(scene: Scene, token: number, limit: number): boolean {
  if (token >= limit) return false;
  return (
    scene.figureAt[token] >= 0 ||
    isIn(scene, token, ARTICLE) ||
    isIn(scene, token, OPENING) ||
    (scene.mentionAt[token] >= 0 && !isPossessive(scene, token)) ||
    (posOf(scene.knowledge, scene.tokens, token) & (Pos.Adjective | Pos.Noun | Pos.Verb)) === Pos.Adjective
  );
}
