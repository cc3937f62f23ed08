import { Flag, has, isTight, type Tagged } from '../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, phraseAt, Pos, posOf, type Knowledge } from '../../../knowledge/index.js';
import { ARTICLE, BE, COORDINATOR, HAVE, MODAL, PREPOSITION, RELATIVE, SUBORDINATOR } from '../../../grammar/index.js';
import { classBits, classesOf, holds, PRONOUNS, type Words, wordsOf } from '../../../text/index.js';
import type { NounPhrase } from './phrase.js';

const TO = wordsOf('to');
const ABOUT = wordsOf('who which that');
export const THAT = wordsOf('that');
/** Of two that were named, so that nobody can be said to be meant. */
const LATTER = wordsOf('latter');
const SOMEBODY = wordsOf('one another somebody someone anybody anyone nobody everybody everyone');
/** Short words that the word list also knows as rare nouns. */
const LITTLE: Words = wordsOf('as at by he in it or so us a an i no do be are has was will can may if than that then there here');

/** What the closed words of a sentence are, so that each is looked up once. */
export const enum Class {
  Pronoun = 1 << 0,
  Article = 1 << 1,
  To = 1 << 2,
  Preposition = 1 << 3,
  Subordinator = 1 << 4,
  Relative = 1 << 5,
  About = 1 << 6,
  Coordinator = 1 << 7,
  Somebody = 1 << 8,
  Latter = 1 << 9,
  Auxiliary = 1 << 10,
}
export const CLASSES = classesOf([
  [PRONOUNS, Class.Pronoun],
  [ARTICLE, Class.Article],
  [TO, Class.To],
  [PREPOSITION, Class.Preposition],
  [SUBORDINATOR, Class.Subordinator],
  [RELATIVE, Class.Relative],
  [ABOUT, Class.About],
  [COORDINATOR, Class.Coordinator],
  [SOMEBODY, Class.Somebody],
  [LATTER, Class.Latter],
  [BE, Class.Auxiliary],
  [HAVE, Class.Auxiliary],
  [MODAL, Class.Auxiliary],
]);

/** Whether the text is inside a quotation behind a sign, `quoted` telling whether it was before. */
export const quotedBehind = (sign: string, quoted: boolean): boolean =>
  sign === '“' || sign === '«' ? true : sign === '”' || sign === '»' ? false : sign === '"' ? !quoted : quoted;

/** ", reports X": a word of saying right behind a comma or quotation mark. */
export const saidBehind = (knowledge: Knowledge, { tokens }: Tagged, token: number, first: number): boolean =>
  token > first && has(tokens, token - 1, Flag.Punctuation) && isKind(knowledge, tokens, token, Kind.Reporting);

/** "the gas price": the head comes next. */
export function headFollows({ tokens }: Tagged, knowledge: Knowledge, token: number, limit: number): boolean {
  const next = token + 1;
  // "a 71-year-old grandmother"
  if (next + 1 < limit && has(tokens, next, Flag.Punctuation) && isTight(tokens, next) && isTight(tokens, next + 1)) return true;
  if (next >= limit || !has(tokens, next, Flag.Word) || has(tokens, next, Flag.Capital)) return false;
  const pos = posOf(knowledge, tokens, next);
  // "a woman who": the WHO is a noun, too.
  const closed = classBits(CLASSES, tokens.hash[next]) !== 0 || holds(LITTLE, tokens.hash[next]);
  return (pos & Pos.Noun) !== 0 && (pos & (Pos.Verb | Pos.Adverb)) === 0 && !closed;
}

/** What a common noun at `token` is: a person, or a thing. */
export function sortOf(knowledge: Knowledge, { text, tokens }: Tagged, token: number): NounPhrase['sort'] {
  if (lexnameOf(knowledge, tokens, token) === Lexname.Person) return 'person';
  return phraseAt(knowledge, text, tokens, token, token + 1, Kind.Role)?.row.gives === 'person' ? 'person' : 'thing';
}
