import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has, type Span, tokenAtOrAfter } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../../text/index.js';
import { isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { AMPERSAND } from '../words.js';

// Noun phrases as they stand, without asking what they do in their clause.

export const DETERMINERS = wordsOf('the a an its their his her our your my this that these those all each every some many another both no any such');
export const PRONOUNS = wordsOf('it he she they we i you');

/** A noun phrase found around a figure. */
export interface Found {
  readonly span: Span;
  readonly last: number;
  /** Stands right behind the figure and belongs to its span. */
  readonly adjacent: boolean;
  /** The whole of which a share is told. */
  readonly whole: boolean;
}

/** The phrase of tokens `[first, last)`. */
export const found = (scene: Scene, first: number, last: number, adjacent = false, whole = false): Found => ({
  span: { start: scene.tokens.start[first], end: scene.tokens.end[last - 1] },
  last,
  adjacent,
  whole,
});

/** Noun phrase that ends with the token `last`, read backwards to its determiner. */
export function phraseEndingAt(scene: Scene, last: number, first: number): Found | null {
  if (last < first) return null;
  let from = last;
  // "S&P 500 +0.3%"
  if (has(scene.tokens, last, Flag.Number) && last > first && has(scene.tokens, last - 1, Flag.Capital)) from = last - 1;
  else if (!isNominal(scene, last) && !isNetWorth(scene, last)) return null;
  while (
    from > first &&
    last - from < 8 &&
    ((isNominal(scene, from - 1) && !isHelpedVerb(scene, from - 1)) ||
      (isHyphen(scene, from - 1) && isTightTo(scene, from)) ||
      has(scene.tokens, from - 1, Flag.Possessive) ||
      isWord(scene, from - 1, AMPERSAND) ||
      isDescribing(scene, from - 1))
  )
    from--;
  // "reported revenue of", "had expected earnings of": the verb of the clause, which by itself could be an adjective.
  const { verb } = clauseAt(scene.clauses, last);
  if (verb >= from && verb < last) from = verb + 1;
  while (from < last && !has(scene.tokens, from, Flag.Word)) from++;
  // "All-in costs": a word of grammar that a hyphen makes part of an adjective
  while (from - 2 >= first && isHyphen(scene, from - 1) && isTightTo(scene, from) && isTightTo(scene, from - 1)) from -= 2;
  return found(scene, from, last + 1);
}

/** "could cause sea levels to rise": behind an auxiliary a word that can be a verb is one. */
const isHelpedVerb = (scene: Scene, token: number): boolean =>
  isOneOf(scene, token - 1, MODALS) && scene.nameAt[token] < 0 && (posOf(scene.knowledge, scene.tokens, token) & Pos.Verb) !== 0;
const MODALS = wordsOf('will would can could may might shall should must cannot');

/** "each printed sample": a participle between a determiner and its noun. */
const isDescribing = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0 && isOneOf(scene, token - 1, DETERMINERS);

/** "a net worth of $2m": the one phrase in which "worth" is a noun. */
const isNetWorth = (scene: Scene, token: number): boolean => isWord(scene, token, WORTH) && isWord(scene, token - 1, NET);
const WORTH = hashOf('worth');
const NET = hashOf('net');

/** Whether the word can stand in a noun phrase. */
export function isNominal(scene: Scene, token: number): boolean {
  if (has(scene.tokens, token, Flag.Masked) || !has(scene.tokens, token, Flag.Word) || isStop(scene, token)) return false;
  if (scene.nameAt[token] >= 0) return true;
  if (isOneOf(scene, token, ADVERBS)) return false;
  if (isKind(scene.knowledge, scene.tokens, token, Kind.Hedge)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Plural | Pos.Adjective)) !== 0;
}

/** Words a dictionary knows as nouns too, but which beside a figure say only which way or how far. */
const ADVERBS = wordsOf('back upward upwards downward downwards further forward forth');

/** "two suspects, aged 29 and 34": the people without their number. */
export function withoutNumber(scene: Scene, phrase: Found | null): Found | null {
  const from = phrase ? tokenAtOrAfter(scene.tokens, phrase.span.start) : 0;
  if (phrase)
    for (let at = phrase.last - 2; at >= from; at--)
      if (isKind(scene.knowledge, scene.tokens, at, Kind.Number)) return found(scene, at + 1, phrase.last);
  return phrase;
}
