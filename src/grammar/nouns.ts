import { Flag, has } from '../model/index.js';
import { Pos, posOf } from '../knowledge/index.js';
import { ADVERB, BE, COORDINATOR, HAVE, isAdverb, isWord, MODAL, PARTICLE, PREPOSITION, QUASI_PREPOSITION, RELATIVE, TO } from './words.js';
import { isIn, signAt, wordsOf, type Ground } from './ground.js';

const NO_NOUN = wordsOf(
  'not than as so very too never if when because although while',
  COORDINATOR,
  TO,
  PREPOSITION,
  QUASI_PREPOSITION,
  PARTICLE,
  BE,
  HAVE,
  MODAL,
  RELATIVE,
  ADVERB,
);

/** Four digits. */
export const isYear = (ground: Ground, token: number): boolean =>
  has(ground.tokens, token, Flag.Number) && ground.tokens.end[token] - ground.tokens.start[token] === 4;

/** The token behind the date that covers `token`. */
export function dateEnd(ground: Ground, token: number): number {
  const owner = ground.dateAt[token];
  let end = token + 1;
  while (end < ground.tokens.count && ground.dateAt[end] === owner) end++;
  return end;
}

/** A hyphen or dash right behind the word before. */
export function isHyphen(ground: Ground, token: number): boolean {
  const sign = signAt(ground, token);
  return (sign === '-' || sign === '–') && !has(ground.tokens, token, Flag.SpaceBefore);
}

/** Whether the token ends an owner: "Gao's", "teachers'". */
export const isPossessive = (ground: Ground, token: number): boolean =>
  token >= 0 && (has(ground.tokens, token, Flag.Possessive) || isPluralOwner(ground, token));

/** "teachers' pay": the apostrophe of owners in the plural, right before what is theirs. */
function isPluralOwner(ground: Ground, token: number): boolean {
  const { tokens, text } = ground;
  if (token < 1 || tokens.end[token] - tokens.start[token] !== 1 || !"'’".includes(text[tokens.start[token]])) return false;
  if (has(tokens, token, Flag.SpaceBefore) || (text.charCodeAt(tokens.start[token] - 1) | 32) !== LOWER_S) return false;
  return isWord(ground, token + 1) && has(tokens, token + 1, Flag.SpaceBefore) && (posOf(ground.knowledge, tokens, token + 1) & Pos.Noun) !== 0;
}

const LOWER_S = 115;

/** Whether the word can be a noun; unknown words can. */
export const isNoun = (ground: Ground, token: number): boolean => {
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 || (pos & Pos.Noun) !== 0;
};

/** Whether the word can stand in a noun phrase. */
export function isNominal(ground: Ground, token: number): boolean {
  if (isIn(ground, token, NO_NOUN) || isAdverb(ground, token)) return false;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Adjective | Pos.Gerund | Pos.Past)) !== 0;
}

/** The noun and plural bits of a common noun; 0 for what may be either, and for names. */
export const numberOf = (ground: Ground, token: number): number =>
  ground.mentionAt[token] < 0 && ground.figureAt[token] < 0 && isWord(ground, token) && !isIn(ground, token, PLURALS)
    ? posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Plural)
    : 0;

/** Plurals without an ending. */
export const PLURALS = wordsOf('people police cattle staff media crew');

/** A word that is a noun and no past or third-person form. */
export const isPlainNoun = (ground: Ground, token: number): boolean =>
  isWord(ground, token) &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Past | Pos.Third | Pos.Adverb)) === Pos.Noun &&
  !isIn(ground, token, PREPOSITION);
