import { Flag, has } from '../../../model/index.js';
import { Kind, isKind } from '../../../knowledge/index.js';
import { wordsOf } from '../../../text/index.js';
import type { Draft } from './draft.js';
import { Class, entryBefore, isClass, isOneOf, isStop, isWord, type Scene } from './scene.js';
import { AGE, CLOSING, COMMA, OF, OPENING, RANGE_OPENERS, THAN, WHO } from './words.js';

const OLDEST = 120;

/** Reads ages that have no unit: "aged 34", "at the age of 21", "Senard, 65,", "she is 46 and", "younger than 16", "a grandmother of 68". */
export function readAge(scene: Scene, draft: Draft, first: number, limit: number): void {
  const number = draft.numeral;
  if (draft.kind !== 'count' || draft.unit !== null || number.value === null || number.value < 1 || number.value > OLDEST) return;
  if (!Number.isInteger(number.value) || number.first <= first) return;
  const aged = agedAt(scene, number.first - 1, first);
  if (
    aged < 0 &&
    !isBesidePerson(scene, draft, first, limit) &&
    !isSaidOfPerson(scene, draft, first, limit) &&
    !isBelowAge(scene, draft, first, limit)
  )
    return;
  draft.kind = 'age';
  draft.unit = 'year';
  if (aged >= 0 && !isWord(scene, aged, OF) && aged === number.first - 1) draft.first = aged;
  draft.because.push('age without a unit');
}

/** Token of "aged", "age" or "age of" right before the number or the word that opens its range; −1 when none. */
function agedAt(scene: Scene, before: number, first: number): number {
  const at = before > first && isOneOf(scene, before, RANGE_OPENERS) ? before - 1 : before;
  if (isOneOf(scene, at, AGED)) return at;
  return isWord(scene, at, OF) && at > first && isWord(scene, at - 1, AGE) ? at : -1;
}
const AGED = wordsOf('aged age ages');

/** "Klaas Wiersma, 58, of Leeuwarden", "The driver, 34, escaped", "Ali Khan (41)", "alias “Kumander Bagyo”, 41,". */
function isBesidePerson(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { tokens } = scene;
  const number = draft.numeral;
  const before = number.first - 1;
  if (number.form !== 'digits' || (number.value as number) < 5) return false;
  const comma = isWord(scene, before, COMMA) && (number.last >= limit || isOneOf(scene, number.last, AFTER_AGE_ASIDE));
  const bracket = isWord(scene, before, OPENING) && number.last < limit && isWord(scene, number.last, CLOSING);
  if (!comma && !bracket) return false;
  const end = isQuote(scene, before - 1) ? before - 2 : before - 1;
  if (end < first) return false;
  if (scene.nameAt[end] >= 0 && scene.names[scene.nameAt[end]].type === 'person') return true;
  if (!comma) return false;
  const roled = isPersonNoun(scene, end);
  // A name that no list holds.
  return roled || (has(tokens, end, Flag.Capital) && scene.nameAt[end] < 0 && !has(tokens, end, Flag.Upper));
}
const AFTER_AGE_ASIDE = wordsOf(', . ; ) who');

/** "She is 46 and", "I was eleven,", "Biya, who turns 90 on", "Sallam was 34", "a grandmother of 68". */
function isSaidOfPerson(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const next = draft.numeral.last;
  if (next < limit && has(scene.tokens, next, Flag.Word) && !isOneOf(scene, next, BEHIND_AGE)) return false;
  if (next < limit && isOneOf(scene, next, TIES_OF_NUMBERS)) return false;
  const hedge = entryBefore(scene, draft.first, first, Kind.Hedge, 3, (row) => row.position === 'before');
  let at = (hedge?.first ?? draft.first) - 1;
  if (isWord(scene, at, OF)) return at > first && isClass(scene, at - 1, Class.kin);
  if (at > first && isOneOf(scene, at, AGE_ADVERBS)) at--;
  const turning = isOneOf(scene, at, TURN);
  if (!turning && !isOneOf(scene, at, BE)) return false;
  at--;
  while (at > first && isOneOf(scene, at, BEFORE_BE)) at--;
  if (at < first) return false;
  if (isOneOf(scene, at, PERSON_PRONOUNS)) return true;
  if (isWord(scene, at, WHO)) {
    if (at > first && isWord(scene, at - 1, COMMA)) at--;
    at--;
    if (at < first) return false;
  }
  const name = scene.nameAt[at];
  return (name >= 0 && scene.names[name].type === 'person') || isPersonNoun(scene, at) || isOneOf(scene, at, SIBLINGS);
}
const SIBLINGS = wordsOf('youngest eldest oldest');
const PERSON_PRONOUNS = wordsOf('he she i');
const BEFORE_BE = wordsOf('will would had has just to');
const BE = wordsOf('is was am were be');
const TURN = wordsOf('turn turns turned turning');
const AGE_ADVERBS = wordsOf('only just now then still');
const TIES_OF_NUMBERS = wordsOf('- – : / %');
const BEHIND_AGE = wordsOf('and or but when by at on in at this next last while then now years');

/** "younger than 16", "children under five": an age by its bound. */
function isBelowAge(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const before = draft.numeral.first - 1;
  if (isWord(scene, before, THAN) && before > first && isOneOf(scene, before - 1, YOUNGER)) return true;
  const next = draft.numeral.last;
  const bare = next >= limit || !has(scene.tokens, next, Flag.Word) || isStop(scene, next);
  return bare && isOneOf(scene, before, BELOW) && before > first && isClass(scene, before - 1, Class.person);
}
const BELOW = wordsOf('under over');
const YOUNGER = wordsOf('younger older');
const isQuote = (scene: Scene, token: number): boolean => token >= 0 && '”"’'.includes(scene.text[scene.tokens.start[token]]);

const isPersonNoun = (scene: Scene, token: number): boolean =>
  isClass(scene, token, Class.person | Class.kin) || isKind(scene.knowledge, scene.tokens, token, Kind.Role);
