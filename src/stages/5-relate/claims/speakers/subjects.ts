import {
  PREPOSITION,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  RELATIVE,
  THAT,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isWall,
  mentionEnd,
  mentionStart,
  signAt,
  skipBack,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Flag, has, type Sentence } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { SAYING } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { apposed, describedBefore, isSpeaker } from './appositions.js';
import { isPlace, phraseFirst } from './phrases.js';

/** The noun phrase before a verb of saying, appositions included; null when none stands there. */
export function subjectOf(scene: Scene, verb: number, sentence: Sentence, floor: number): Stretch | null {
  let at = tokenBefore(scene, verb, floor);
  if (at < floor) return null;
  // "…, which found that": the antecedent speaks. "offers a rate and says": the subject of the sentence goes on.
  if (isIn(scene, at, RELATIVE) && at > floor) {
    const relative = at;
    at = isComma(scene, at - 1) ? at - 2 : at - 1;
    if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
    if (signAt(scene, at) === '(') at--;
    // "Kaori Yamanobe, a strategist in Oran, who had forecast": where he works does not speak.
    const person = isIn(scene, relative, WHO) && isPlace(scene, at) ? describedBefore(scene, at + 1, floor) : null;
    if (person) return person;
    if (mentionOf(scene, at)) return { first: mentionStart(scene, at), last: at + 1 };
    const first = phraseFirst(scene, at, floor);
    return first <= at && isComma(scene, relative - 1) ? { first, last: at + 1 } : null;
  }
  if (isIn(scene, at, JOINT)) return headOf(scene, sentence, floor, at);
  if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
  if (signAt(scene, at) === '(') at--;
  if (scene.mentionAt[at] < 0 && (isIn(scene, at, PRONOUN_PERSON) || isIn(scene, at, PRONOUN_GROUP))) return { first: at, last: at + 1 };
  const last = at + 1;
  if (isComma(scene, at)) return apposed(scene, at, floor);
  const told = toldOf(scene, at, verb, floor);
  if (told) return told;
  const first = phraseFirst(scene, at, floor);
  if (first > at) return null;
  return { first, last };
}

/** "a resident who lost two sons said": the one of whom a clause with "who" tells that ends right before the verb of saying. */
function toldOf(scene: Scene, token: number, verb: number, floor: number): Stretch | null {
  const telling = isIn(scene, verb, SAYING) || (posOf(scene.knowledge, scene.tokens, verb) & Pos.Past) !== 0;
  for (let at = token; at > floor && at > token - LONGEST_CLAUSE && !isWall(scene, at) && !isComma(scene, at) && !isQuote(scene, at); at--) {
    if (!isIn(scene, at, WHO) && !(telling && isIn(scene, at, THAT))) continue;
    const first = phraseFirst(scene, at - 1, floor);
    // "the bank that owns the mill says"; but in "they say that the mill says" the clause is what is said.
    return first < at && isSpeaker(scene, isIn(scene, at, WHO) ? first : at - 1, at) ? { first, last: at } : null;
  }
  return null;
}
const WHO = wordsOf('who');
const LONGEST_CLAUSE = 12;

export const JOINT = wordsOf('and but');

/** The token before a verb and the auxiliaries and adverbs with it; "but" is one of the latter and parts clauses. */
export const tokenBefore = (scene: Scene, verb: number, floor: number): number =>
  isIn(scene, verb - 1, JOINT) ? verb - 1 : skipBack(scene, verb - 1, floor);

/** The name that opens the sentence or its last part: the subject that a verb behind "and" shares. */
function headOf(scene: Scene, sentence: Sentence, floor: number, limit: number): Stretch | null {
  for (let token = Math.max(sentence.first, floor); token < limit; token++) {
    const mention = mentionOf(scene, token);
    if (isIn(scene, token, PRONOUN_PERSON) || (isIn(scene, token, PRONOUN_GROUP) && token === sentence.first))
      return { first: token, last: token + 1 };
    if (!mention) {
      if (isPlainVerb(scene, token)) return null;
      continue;
    }
    const end = mentionEnd(scene, token);
    if (mention.type !== 'place' && !isIn(scene, token - 1, PREPOSITION))
      return { first: token, last: has(scene.tokens, end, Flag.Possessive) ? Math.min(limit, end + 3) : end };
    token = end - 1;
  }
  return null;
}
