import { Flag, has } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../knowledge/index.js';
import { wordsOf } from '../../../text/index.js';
import { isPlural } from './plurals.js';
import { clauseSubject } from './clauses.js';
import type { Draft } from './draft.js';
import { DETERMINERS, found, isNominal, phraseEndingAt, PRONOUNS, type Found } from './phrases.js';
import { isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from './scene.js';
import { AMPERSAND, BY, CLOSING, COMMA, OPENING, THAT, TO } from './words.js';

const DEICTICS = wordsOf('there who this that');
const OPENERS = wordsOf(
  'in on at after before since by for with during according despite as from under over among of to if when while although through',
);

/**
 * Subject of the clause a figure stands in: the first noun phrase behind the clause's border, with a short "of …" or "to …" behind it;
 * the noun before "which" for a relative clause; null when the subject is a pronoun.
 */
export function subjectOf(scene: Scene, draft: Draft, first: number, neighbours: readonly Draft[]): Found | null {
  const direct = clauseSubject(scene, clauseBorder(scene, draft, first, neighbours), draft.first, first);
  if (direct !== null && direct !== 'pronoun') return direct;
  let border = first;
  for (let at = draft.first - 1; at > first; at--) {
    if (isOneOf(scene, at, RELATIVE_WORDS)) {
      const antecedent = antecedentOf(scene, at, first);
      if (antecedent) return antecedent;
      if (isWord(scene, at, THAT)) {
        border = at + 1;
        break;
      }
    }
    if (isBorder(scene, at, neighbours, draft)) {
      border = at + 1;
      break;
    }
  }
  const clause = afterOpener(scene, border, draft.first);
  // "The company said it has 1,000 customers": a pronoun in a later clause takes the subject of the sentence.
  const pronoun = isOneOf(scene, clause, THIRD_PERSON)
    ? clause
    : isOneOf(scene, clause, BEFORE_PRONOUN) && isOneOf(scene, clause + 1, THIRD_PERSON)
      ? clause + 1
      : -1;
  if (pronoun > first + 2) return firstPhrase(scene, afterOpener(scene, first, pronoun), pronoun, neighbours);
  return firstPhrase(scene, clause, draft.first, neighbours);
}
const BEFORE_PRONOUN = wordsOf('and which that where');
const THIRD_PERSON = wordsOf('it he she they');
const RELATIVE_WORDS = wordsOf('which who that');

/** First token of the clause a figure stands in. */
function clauseBorder(scene: Scene, draft: Draft, first: number, neighbours: readonly Draft[]): number {
  for (let at = draft.first - 1; at > first; at--) if (isBorder(scene, at, neighbours, draft)) return at + 1;
  return first;
}

/** The noun a relative pronoun stands for; null where "that" opens a statement ("said that", "this means that"). */
function antecedentOf(scene: Scene, pronoun: number, first: number): Found | null {
  let at = pronoun - 1;
  if (isWord(scene, at, COMMA)) at--;
  // "Ford (F) which has"
  if (isWord(scene, at, CLOSING)) while (at > first && !isWord(scene, at + 1, OPENING)) at--;
  if (at < first || scene.timeAt[at] >= 0 || isKind(scene.knowledge, scene.tokens, at, Kind.Number)) return null;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if (isWord(scene, pronoun, THAT) && scene.nameAt[at] < 0 && (pos & (Pos.Third | Pos.Past)) !== 0) return null;
  return phraseEndingAt(scene, at, first);
}

/** "In Tokyo trade, Nintendo plunged", "Meanwhile, exports fell": the clause proper begins behind the comma. */
function afterOpener(scene: Scene, border: number, limit: number): number {
  if (!isOneOf(scene, border, OPENERS) && (posOf(scene.knowledge, scene.tokens, border) & Pos.Adverb) === 0) return border;
  for (let at = border + 1; at < limit - 1; at++) if (isWord(scene, at, COMMA) && at + 2 < limit) return at + 1;
  return border;
}

function firstPhrase(scene: Scene, border: number, limit: number, figures: readonly Draft[]): Found | null {
  for (let at = border; at < limit; at++) {
    if (scene.timeAt[at] >= 0 || figures.some((other) => other.bodyFirst <= at && at < other.bodyLast)) continue;
    if (isOneOf(scene, at, PRONOUNS) || (isOneOf(scene, at, DEICTICS) && at + 1 < limit && !isNominal(scene, at + 1))) return null;
    if (isOneOf(scene, at, DETERMINERS) || !has(scene.tokens, at, Flag.Word)) continue;
    if (!isNominal(scene, at) || isVerbal(scene, at, limit) || isAdverb(scene, at)) continue;
    // "Following the launch of", "boiling down to": a gerund without its article is no subject.
    if ((posOf(scene.knowledge, scene.tokens, at) & Pos.Gerund) !== 0 && scene.nameAt[at] < 0 && !isOneOf(scene, at - 1, DETERMINERS)) continue;
    if (at > border && isWord(scene, at - 1, TO) && (posOf(scene.knowledge, scene.tokens, at) & Pos.Verb) !== 0) continue;
    let last = runEnd(scene, at, limit);
    // "exports to China", "the price of gold"
    if (last + 1 < limit && isOneOf(scene, last, NOUN_TIES) && last - at < 6) {
      let more = last + 1;
      if (isOneOf(scene, more, DETERMINERS)) more++;
      const end = runEnd(scene, more, limit);
      const verb = isWord(scene, last, TO) && (posOf(scene.knowledge, scene.tokens, last + 1) & Pos.Verb) !== 0 && scene.nameAt[last + 1] < 0;
      if (end > more && end < limit && !verb && scene.timeAt[more] < 0) last = end;
    }
    return found(scene, at, last);
  }
  return null;
}
const NOUN_TIES = wordsOf('of to in for');

function runEnd(scene: Scene, at: number, limit: number): number {
  let last = at;
  while (last < limit && last - at < 8 && scene.timeAt[last] < 0) {
    const goes =
      (isNominal(scene, last) && !(last > at && isVerbal(scene, last, limit))) ||
      (last > at && isHyphen(scene, last - 1) && isTightTo(scene, last) && has(scene.tokens, last, Flag.Word)) ||
      (isHyphen(scene, last) && isTightTo(scene, last)) ||
      has(scene.tokens, last, Flag.Possessive) ||
      isWord(scene, last, AMPERSAND) ||
      (has(scene.tokens, last, Flag.Number) && isHyphen(scene, last - 1));
    if (!goes) break;
    last++;
  }
  while (last > at && !has(scene.tokens, last - 1, Flag.Word | Flag.Number)) last--;
  return last;
}

const isAdverb = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return scene.nameAt[token] < 0 && (pos & Pos.Adverb) !== 0 && (pos & Pos.Noun) === 0 && !has(scene.tokens, token + 1, Flag.Capital);
};

/** A clause begins behind ";", ":", "while", "but", or behind "and" and a comma when another figure stands before it. */
function isBorder(scene: Scene, token: number, neighbours: readonly Draft[], draft: Draft): boolean {
  if (isOneOf(scene, token, TIME_BORDERS)) {
    return !isWord(scene, token, BY) && (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) === 0 && scene.timeAt[token + 1] < 0;
  }
  if (isWord(scene, token, OPENING)) return !closes(scene, token, draft.first);
  if (isOneOf(scene, token, BORDERS)) return true;
  if (!isOneOf(scene, token, JOINERS)) return false;
  if (token + 1 >= draft.first - 1 || (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) !== 0) return false;
  return neighbours.some((other) => other !== draft && other.kind !== 'age' && other.bodyLast <= token && token - other.bodyLast < 4);
}
const JOINERS = wordsOf(', and or');
const BORDERS = wordsOf('; : but whereas although though because if says said saying as where — – unless');
const TIME_BORDERS = wordsOf('after before while when since by');

function closes(scene: Scene, open: number, limit: number): boolean {
  for (let at = open + 1; at < limit; at++) if (isWord(scene, at, CLOSING)) return true;
  return false;
}

const AUXILIARIES = wordsOf('is are was were be been being has have had not');

/** Whether the word is the clause's verb where it stands. */
export function isVerbal(scene: Scene, token: number, limit: number): boolean {
  if (scene.nameAt[token] >= 0) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  const afterNoun =
    token > 0 && (isPlural(scene, token - 1) || scene.nameAt[token - 1] >= 0 || (posOf(scene.knowledge, scene.tokens, token - 1) & Pos.Noun) !== 0);
  if (isKind(scene.knowledge, scene.tokens, token, Kind.Change) && afterNoun && (pos & (Pos.Past | Pos.Third | Pos.Verb)) !== 0) return true;
  const nounNext =
    token + 1 < limit &&
    has(scene.tokens, token + 1, Flag.Word) &&
    !isStop(scene, token + 1) &&
    (posOf(scene.knowledge, scene.tokens, token + 1) & (Pos.Noun | Pos.Plural)) !== 0;
  if ((pos & Pos.Past) !== 0 && afterNoun && (isPlural(scene, token - 1) || !nounNext)) return true;
  if ((pos & Pos.Past) !== 0 && token > 0 && isOneOf(scene, token - 1, AUXILIARIES)) return true;
  if ((pos & Pos.Past) !== 0 && (pos & (Pos.Adjective | Pos.Noun)) === 0) return !(token + 1 < limit && isPlural(scene, token + 1));
  if ((pos & Pos.Gerund) !== 0 && (pos & Pos.Noun) === 0) return true;
  return (pos & Pos.Verb) !== 0 && (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0;
}
