import { Flag, has, type NameMention } from '../../../../model/index.js';
import { isKind, Kind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { isPersonNoun } from '../forms/readers.js';
import { Class, entryBefore, isClass, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { isModifier, isPersonWord, isPlural } from '../counted/plurals.js';
import { AND, AT, CLOSING, COMMA, OF, OPENING, RANGE_OPENERS, WHO } from '../words.js';

/** A bare whole number that can be an age. */
export const canBeAge = ({ kind, unit, numeral }: Draft, first: number): boolean =>
  kind === 'count' &&
  unit === null &&
  numeral.value !== null &&
  numeral.value >= 1 &&
  numeral.value <= OLDEST &&
  Number.isInteger(numeral.value) &&
  numeral.first > first;
const OLDEST = 120;

/** "aged 34": the word belongs to the figure when nothing stands between. */
export function agedBefore(scene: Scene, draft: Draft): string {
  const at = draft.numeral.first - 1;
  if (isOneOf(scene, at, AGED)) draft.first = at;
  // "aged between 45 and 82"
  else if (isOneOf(scene, at, RANGE_OPENERS) && isOneOf(scene, at - 1, AGED)) draft.first = at - 1;
  return '';
}
const AGED = wordsOf('aged age ages');

/** "Klaas Wiersma, 58, of Leeuwarden", "The driver, 34, escaped", "Ali Khan (41)", "alias “Kumander Bagyo”, 41,": figures from five up, in an aside; any figure behind "now". */
export function besidePerson(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const { tokens } = scene;
  const number = draft.numeral;
  const told = isOneOf(scene, number.first - 1, AGE_ADVERBS);
  const before = told ? number.first - 2 : number.first - 1;
  // "the boy, now seven,"
  if (!told && (number.form !== 'digits' || (number.value as number) < 5)) return null;
  const pair = isPair(scene, number.last, limit);
  const comma = isWord(scene, before, COMMA) && (pair || number.last >= limit || isOneOf(scene, number.last, AFTER_AGE_ASIDE));
  const bracket = isWord(scene, before, OPENING) && number.last < limit && isWord(scene, number.last, CLOSING);
  if (!comma && !bracket) return null;
  const end = isQuote(scene, before - 1) ? before - 2 : before - 1;
  if (end < first) return null;
  if (scene.nameAt[end] >= 0 && isPersonHere(scene, scene.names[scene.nameAt[end]])) return '';
  if (!comma) return null;
  // "her daughters, 8 and 11,"
  if (pair) return isPersonWord(scene, end) || (isPersonNoun(scene, end) && isPlural(scene, end)) ? '' : null;
  // "some lawyers, 62, or 12 percent": so many of them
  if (isPersonNoun(scene, end) && isPlural(scene, end)) return null;
  const roled = isPersonNoun(scene, end) || isOneOf(scene, end, SIBLINGS);
  // A name that no list holds.
  return roled || (has(tokens, end, Flag.Capital) && scene.nameAt[end] < 0 && !has(tokens, end, Flag.Upper)) ? '' : null;
}

/** A person, or a name at the head of its sentence that no list knows: "Maddon, 66, has". */
const isPersonHere = (scene: Scene, { type, senses, first }: NameMention): boolean =>
  type === 'person' || (type === 'place' && senses.length === 0 && has(scene.tokens, first, Flag.SentenceStart));

/** "19 and 23,": a second bare number that closes the aside. */
function isPair(scene: Scene, token: number, limit: number): boolean {
  if (token + 1 >= limit || !isWord(scene, token, AND) || !has(scene.tokens, token + 1, Flag.Number)) return false;
  return token + 2 >= limit || isOneOf(scene, token + 2, AFTER_AGE_ASIDE);
}

/** "left school at 13", "died at 94": a bare number of which nothing stands behind a word for a stage of life and "at". */
export function atStage(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  if (bareBelow(scene, draft, first, limit) === null || (draft.numeral.last < limit && isOneOf(scene, draft.numeral.last, TIES_OF_NUMBERS)))
    return null;
  const at = isOneOf(scene, draft.numeral.first - 1, AGE_ADVERBS) ? draft.numeral.first - 2 : draft.numeral.first - 1;
  return at > first && isWord(scene, at, AT) && isClass(scene, at - 1, Class.living) ? '' : null;
}

/** "At 71, Mrs Kovac still works": a number that opens a clause about a person. */
export function atAge(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const { first: number, last } = draft.numeral;
  const at = isOneOf(scene, number - 1, AGE_ADVERBS) ? number - 2 : number - 1;
  if (at < first || !isWord(scene, at, AT) || (draft.numeral.value as number) < YOUNGEST_NAMED) return null;
  if (at > first && !has(scene.tokens, at - 1, Flag.Punctuation)) return null;
  if (last + 1 >= limit || !isWord(scene, last, COMMA)) return null;
  const who = last + 1;
  const named = scene.nameAt[who] >= 0 ? scene.nameAt[who] : scene.nameAt[who + 1];
  return isOneOf(scene, who, PERSON_PRONOUNS) || (named >= 0 && scene.names[named].type === 'person') || isPersonNoun(scene, who) ? '' : null;
}
const YOUNGEST_NAMED = 8;
const AFTER_AGE_ASIDE = wordsOf(', . ; ) who');

/** "She is 46 and", "I was eleven,", "Biya, who turns 90 on", "Sallam was 34", "a grandmother of 68". */
export function saidOfPerson(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const next = draft.numeral.last;
  if (next < limit && isOneOf(scene, next, TIES_OF_NUMBERS)) return null;
  if (isChildOf(scene, draft, first)) return next < limit && isPlural(scene, next) ? null : '';
  if (next < limit && has(scene.tokens, next, Flag.Word) && !isOneOf(scene, next, BEHIND_AGE)) return null;
  const hedge = entryBefore(scene, draft.first, first, Kind.Hedge, 3, (row) => row.position === 'before');
  let at = (hedge?.first ?? draft.first) - 1;
  // "a grandmother of 68", but "a mother of three" has children.
  if (isWord(scene, at, OF)) return at > first && isClass(scene, at - 1, Class.kin) && (draft.numeral.value as number) >= YOUNGEST_PARENT ? '' : null;
  if (at > first && isOneOf(scene, at, AGE_ADVERBS)) at--;
  const turning = isOneOf(scene, at, TURN);
  if (!turning && !isOneOf(scene, at, BE)) return null;
  at--;
  while (at > first && isOneOf(scene, at, BEFORE_BE)) at--;
  if (at < first) return null;
  if (isOneOf(scene, at, PERSON_PRONOUNS)) return '';
  if (isWord(scene, at, WHO)) {
    if (at > first && isWord(scene, at - 1, COMMA)) at--;
    at--;
    if (at < first) return null;
  }
  const name = scene.nameAt[at];
  return (name >= 0 && scene.names[name].type === 'person') || isPersonNoun(scene, at) || isOneOf(scene, at, SIBLINGS) ? '' : null;
}

/** "a boy of 12": somebody who has no children of his own to be counted. */
function isChildOf(scene: Scene, draft: Draft, first: number): boolean {
  const child = draft.numeral.first - 2;
  if (child <= first || !isWord(scene, child + 1, OF) || !isOneOf(scene, child, CHILDREN)) return false;
  // "a pregnant woman of 24"
  let at = child - 1;
  while (at > first && child - at <= 2 && !isOneOf(scene, at, ONES) && isModifier(scene, at)) at--;
  return isOneOf(scene, at, ONES);
}
const CHILDREN = wordsOf('boy girl child youth teenager lad infant man woman widow');
const ONES = wordsOf('a an the one another little young');
const YOUNGEST_PARENT = 15;
const SIBLINGS = wordsOf('youngest eldest oldest');
const PERSON_PRONOUNS = wordsOf('he she i');
const BEFORE_BE = wordsOf('will would had has just to');
const BE = wordsOf('is was am were be');
const TURN = wordsOf('turn turns turned turning');
const AGE_ADVERBS = wordsOf('only just now then still');
const TIES_OF_NUMBERS = wordsOf('- – : / %');
const BEHIND_AGE = wordsOf('and or but when by at on in at this next last while then now years');

/** "life expectancy for men is around 73", "the pension age will rise to 67": a bare number told of an age. */
export function toldOfAge(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  if (bareBelow(scene, draft, first, limit) === null || (draft.numeral.last < limit && isOneOf(scene, draft.numeral.last, TIES_OF_NUMBERS)))
    return null;
  const hedge = entryBefore(scene, draft.first, first, Kind.Hedge, 3, (row) => row.position === 'before');
  const link = (hedge?.first ?? draft.first) - 1;
  if (link <= first || !isOneOf(scene, link, AGE_LINKS)) return null;
  for (let at = link - 1; at >= Math.max(first, link - AGE_REACH); at--) {
    if (isOneOf(scene, at, AGE_NOUNS)) return '';
    if (has(scene.tokens, at, Flag.Punctuation | Flag.Number) || isKind(scene.knowledge, scene.tokens, at, Kind.Number)) return null;
  }
  return null;
}
/** Tokens between the noun and its number. */
const AGE_REACH = 8;
const AGE_NOUNS = wordsOf('age expectancy lifespan');
const AGE_LINKS = wordsOf('is was are were be been to at from');

/** "children under five": nothing that it could count stands behind. */
export function bareBelow(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const next = draft.numeral.last;
  return next >= limit || !has(scene.tokens, next, Flag.Word) || isStop(scene, next) || !isPlural(scene, next) ? '' : null;
}
const isQuote = (scene: Scene, token: number): boolean => token >= 0 && '”"’'.includes(scene.text[scene.tokens.start[token]]);
