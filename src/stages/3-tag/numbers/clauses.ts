import { Flag, has } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../knowledge/index.js';
import { type Words, wordsOf } from '../../../text/index.js';
import { isPlural } from './counted/plurals.js';
import { Class, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from './scene.js';
import { DETERMINERS, found, isNominal, type Found } from './counted/phrases.js';
import { AMPERSAND, AND, CLOSING, COMMA, HAVING, OPENING, OR, SLASH, THERE, TO } from './words.js';

// The verb of the clause a figure stands in, and the noun phrase before it: its subject.

const AUXILIARIES = wordsOf('is are was were be been being am has have had do does did');
const MODALS = wordsOf('will would can could may might shall should must cannot');
const PRONOUNS = wordsOf('it he she they we i you there');
const RELATIVES = wordsOf('which who that');
/** Words that stand before an object or amount, so that the word ahead of them is a verb and no noun. */
const OBJECT_OPENERS = wordsOf('from about around only just nearly almost', DETERMINERS);
/** … or particles behind a past form. */
const PARTICLES = wordsOf('to at up out over between by that in on off down for with');
/** Prepositions that tie a further noun phrase to the head of a subject: "exports to China", "the price of gold in Lagos". */
const TIES = wordsOf('of in for to at on from with between across per about against by over through near among within around under');
const HEAD_TIES = wordsOf('of');
/** A clause is read back over this many tokens. */
const REACH = 40;
const LONGEST_PHRASE = 10;

const isAuxiliary = (scene: Scene, at: number): boolean => isOneOf(scene, at, AUXILIARIES) || isOneOf(scene, at, MODALS);

/** Whether the word is a verb with a subject of its own where it stands; participles and infinitives are none. */
export function isFiniteVerb(scene: Scene, at: number, first: number): boolean {
  if (scene.nameAt[at] >= 0 || !has(scene.tokens, at, Flag.Word)) return false;
  if (isAuxiliary(scene, at)) return true;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if ((pos & (Pos.Verb | Pos.Past | Pos.Third)) === 0 || (pos & Pos.Gerund) !== 0) return false;
  const before = at - 1;
  if (before < first || isClass(scene, at, Class.person | Class.plural)) return false;
  if (isOneOf(scene, before, DETERMINERS) || has(scene.tokens, before, Flag.Possessive) || isHyphen(scene, before)) return false;
  if (isOneOf(scene, before, PRONOUNS) || isOneOf(scene, before, RELATIVES) || isAuxiliary(scene, before) || isOneOf(scene, before, VERB_LEADS))
    return true;
  if (isStop(scene, before) && !isOneOf(scene, before, STOPS_BEFORE_VERB)) return false;
  // "up", "like", "near": words of grammar that a dictionary also knows as verbs.
  if (isStop(scene, at) && (pos & (Pos.Past | Pos.Third)) === 0 && (pos & (Pos.Adverb | Pos.Adjective | Pos.Noun)) !== 0) return false;
  const nominal = (pos & (Pos.Noun | Pos.Plural | Pos.Adjective)) !== 0 && !isStop(scene, at);
  const after = at + 1;
  const opens = after < scene.tokens.count && (opensObject(scene, after) || isOneOf(scene, after, PARTICLES) || !has(scene.tokens, after, Flag.Word));
  if ((pos & Pos.Past) !== 0) {
    // "recorded songs", "unaccompanied minors": a participle before its noun.
    if (!nominal || (pos & (Pos.Noun | Pos.Plural)) === 0)
      return (opens && !isStop(scene, before)) || isSubjectEnd(scene, before) || (!nominal && isStop(scene, after));
    return isNominal(scene, before) && opens && !isObject(scene, before, first);
  }
  if (!nominal) return true;
  if (!isNominal(scene, before) || isObject(scene, before, first)) return false;
  if ((pos & Pos.Third) !== 0) return !isPlural(scene, before) && (opensObject(scene, after) || isOneOf(scene, after, VERB_PARTICLES));
  return isPlural(scene, before) && !isPlural(scene, at) && opensObject(scene, after);
}
const VERB_PARTICLES = wordsOf('out up off down');
const STOPS_BEFORE_VERB = wordsOf('and now still already even only just or');
const VERB_LEADS = wordsOf('not also to');

/** Whether the phrase that ends here is governed by a verb or preposition before it, so that it is no subject: "revised its growth forecast". */
function isObject(scene: Scene, last: number, first: number): boolean {
  let at = last;
  while (at > first && last - at < LONGEST_PHRASE && (isNominal(scene, at) || isHyphen(scene, at) || has(scene.tokens, at, Flag.Possessive))) at--;
  if (!isOneOf(scene, at, DETERMINERS)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, at - 1);
  return at > first && ((pos & (Pos.Past | Pos.Third | Pos.Gerund)) !== 0 || isAuxiliary(scene, at - 1)) && !isStopNoun(scene, at - 1);
}
const isStopNoun = (scene: Scene, at: number): boolean => isOneOf(scene, at, SAYING);
const SAYING = wordsOf('said says according including that');

const isSubjectEnd = (scene: Scene, at: number): boolean =>
  isNominal(scene, at) || isOneOf(scene, at, SUBJECT_SIGNS) || has(scene.tokens, at, Flag.Number);
const SUBJECT_SIGNS = wordsOf(') , ” "');

const opensObject = (scene: Scene, at: number): boolean =>
  has(scene.tokens, at, Flag.Number) ||
  isOneOf(scene, at, OBJECT_OPENERS) ||
  isKind(scene.knowledge, scene.tokens, at, Kind.Number) ||
  isKind(scene.knowledge, scene.tokens, at, Kind.Hedge) ||
  (has(scene.tokens, at, Flag.Punctuation) && isKind(scene.knowledge, scene.tokens, at, Kind.Currency)) ||
  (posOf(scene.knowledge, scene.tokens, at) & (Pos.Adverb | Pos.Noun | Pos.Adjective)) === Pos.Adverb;

/**
 * Subject of the nearest finite verb before `limit` down to `border`: the noun phrase right before it with the "of …" and "to …"
 * phrases tied to it. Null when there is no such verb, or the subject is a pronoun.
 */
export function clauseSubject(scene: Scene, border: number, limit: number, first: number): Found | 'pronoun' | null {
  let participle = -1;
  for (let at = limit - 1; at >= Math.max(border, limit - REACH); at--) {
    if (participle < 0 && isParticiple(scene, at) && at > border) {
      // "payments accounting for a fifth": what the participle is said of stands before it; behind a comma it is the main clause's subject.
      if (isNominal(scene, at - 1) && scene.timeAt[at - 1] < 0 && !isFiniteVerb(scene, at - 1, first)) return phraseWithTies(scene, at - 1, border);
      participle = at;
      continue;
    }
    if (!isFiniteVerb(scene, at, border)) continue;
    // "plans to lay off": the subject is that of the verb before; "having increased" likewise.
    if (isWord(scene, at - 1, TO) && isNominal(scene, at - 2) && !isAdjectival(scene, at - 2)) {
      at--;
      continue;
    }
    let end = subjectEnd(scene, at, border);
    if (isWord(scene, end, HAVING)) {
      at = end;
      continue;
    }
    while (end > border && scene.timeAt[end] >= 0 && scene.nameAt[end] < 0) end--;
    // "the laptop 16 inch is": a measure behind its noun.
    if (end - 1 > border && isKind(scene.knowledge, scene.tokens, end, Kind.Unit) && has(scene.tokens, end - 1, Flag.Number)) end -= 2;
    if (end < border || isKind(scene.knowledge, scene.tokens, end, Kind.Number)) return null;
    if (isOneOf(scene, end, PRONOUNS)) return isWord(scene, end, THERE) ? null : 'pronoun';
    if (isOneOf(scene, end, RELATIVES)) {
      const antecedent = isWord(scene, end - 1, COMMA) ? end - 2 : end - 1;
      return antecedent >= first && isNominal(scene, antecedent) ? phraseWithTies(scene, antecedent, first, HEAD_TIES) : null;
    }
    if (isNominal(scene, end) || has(scene.tokens, end, Flag.Number) || isJoined(scene, end, border))
      return aboveRelative(scene, end, border) ?? phraseWithTies(scene, end, border);
    return null;
  }
  return null;
}

/** "a boy who carries messages gets": what stands before the verb is the object of a relative clause, and its head is the subject. */
function aboveRelative(scene: Scene, end: number, border: number): Found | null {
  let at = phraseStart(scene, end, border) - 1;
  while (at > border && isOneOf(scene, at, DETERMINERS)) at--;
  if (at - 2 < border || !isFiniteVerb(scene, at, border) || !isOneOf(scene, at - 1, RELATIVES)) return null;
  const head = isWord(scene, at - 2, COMMA) ? at - 3 : at - 2;
  return head >= border && isNominal(scene, head) ? phraseWithTies(scene, head, border, HEAD_TIES) : null;
}

/** A participle or adjective that takes an infinitive: "expected to rise", "likely to cost". */
const isAdjectival = (scene: Scene, at: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, at) & Pos.Past) !== 0 || isOneOf(scene, at, ADJECTIVALS);
const ADJECTIVALS = wordsOf('set likely due poised able ready bound unlikely');

const isParticiple = (scene: Scene, at: number): boolean =>
  scene.nameAt[at] < 0 && (posOf(scene.knowledge, scene.tokens, at) & Pos.Gerund) !== 0 && !isAuxiliary(scene, at - 1) && !isNominalGerund(scene, at);

/** "the building", "spending on": a gerund that is a noun where it stands. */
const isNominalGerund = (scene: Scene, at: number): boolean =>
  isOneOf(scene, at - 1, DETERMINERS) ||
  ((posOf(scene.knowledge, scene.tokens, at) & Pos.Noun) !== 0 && !isWord(scene, at - 1, COMMA) && isOneOf(scene, at + 1, GERUND_TIES));
const GERUND_TIES = wordsOf('of on in');

/** Token before the whole verb: back over auxiliaries, adverbs, infinitives, brackets and insertions between commas. */
function subjectEnd(scene: Scene, verb: number, border: number): number {
  let at = verb - 1;
  for (let guard = 0; guard < 12 && at >= border; guard++) {
    if (isOneOf(scene, at, PRONOUNS) || isOneOf(scene, at, RELATIVES) || isWord(scene, at, HAVING)) break;
    const pos = posOf(scene.knowledge, scene.tokens, at);
    const chained =
      isAuxiliary(scene, at) ||
      isOneOf(scene, at, VERB_CHAIN) ||
      (scene.nameAt[at] < 0 && (pos & Pos.Adverb) !== 0 && (pos & Pos.Noun) === 0) ||
      ((isWord(scene, at + 1, TO) || isAuxiliary(scene, at + 1)) && (pos & Pos.Past) !== 0 && (isAuxiliary(scene, at - 1) || (pos & Pos.Noun) === 0));
    if (chained) {
      at--;
      continue;
    }
    if (isWord(scene, at, CLOSING)) {
      while (at >= border && !isWord(scene, at, OPENING)) at--;
      at--;
      continue;
    }
    if (isWord(scene, at, COMMA)) {
      const open = commaBefore(scene, at, border);
      if (open < 0) return at - 1 >= border && isNominal(scene, at - 1) ? at - 1 : -1;
      at = open - 1;
      continue;
    }
    break;
  }
  return at;
}
const VERB_CHAIN = wordsOf('not to also now still already only just even never yet currently meanwhile likely set due');

/** The comma that opens the insertion closed at `close`, −1 when none. */
function commaBefore(scene: Scene, close: number, border: number): number {
  for (let at = close - 1; at >= Math.max(border + 1, close - 25); at--) if (isWord(scene, at, COMMA)) return at;
  return -1;
}

/** Noun phrase that ends at `last` with the phrases its head is tied to, read back: "median price for flats in Lagos". */
export function phraseWithTies(scene: Scene, last: number, border: number, by: Words = TIES): Found | null {
  let from = phraseStart(scene, last, border);
  if (from > last) return null;
  for (let ties = 0; ties < 4; ties++) {
    let tie = from - 1;
    while (tie > border && isOneOf(scene, tie, DETERMINERS)) tie--;
    const joins = isWord(scene, tie, AND) || isWord(scene, tie, OR);
    if (!(isOneOf(scene, tie, by) || joins) || tie - 1 < border || scene.timeAt[from] >= 0) break;
    let end = tie - 1;
    // "the charge stored in the battery": a participle ties the phrase to its noun.
    if (!joins && end > border && (posOf(scene.knowledge, scene.tokens, end) & Pos.Past) !== 0 && scene.nameAt[end] < 0 && isNominal(scene, end - 1))
      end--;
    if (!isNominal(scene, end) || scene.timeAt[end] >= 0 || (end === tie - 1 && isFiniteVerb(scene, end, border))) break;
    const next = phraseStart(scene, end, border);
    if (next > end) break;
    from = next;
  }
  return found(scene, from, last + 1);
}

/** First token of the noun phrase that ends at `last`, without its determiner; above `last` when there is none. */
export function phraseStart(scene: Scene, last: number, border: number): number {
  if (!isNominal(scene, last) && !isNumberInName(scene, last) && !isJoined(scene, last, border)) return last + 1;
  let from = last;
  while (from > border && last - from < LONGEST_PHRASE) {
    const at = from - 1;
    const goes =
      ((isNominal(scene, at) || isNumberInName(scene, at)) && !isFiniteVerb(scene, at, border) && (scene.timeAt[at] < 0 || isDateWord(scene, at))) ||
      (isDateWord(scene, at) && (isOneOf(scene, at - 1, DETERMINERS) || has(scene.tokens, at - 1, Flag.Possessive) || isNominal(scene, at - 1))) ||
      (isHyphen(scene, at) && isTightTo(scene, from)) ||
      (at > border && isHyphen(scene, at - 1) && isTightTo(scene, at) && has(scene.tokens, at, Flag.Word)) ||
      has(scene.tokens, at, Flag.Possessive) ||
      isWord(scene, at, AMPERSAND) ||
      (isWord(scene, at, SLASH) && isTightTo(scene, from));
    // "a 1.6 litre engine": the measure is no part of the name of the thing.
    if (!goes || (has(scene.tokens, at - 1, Flag.Number) && isKind(scene.knowledge, scene.tokens, at, Kind.Unit))) break;
    from = at;
  }
  while (from < last && !has(scene.tokens, from, Flag.Word | Flag.Number)) from++;
  return from;
}

/** "the September contract", "its 2018 sales": a month or year beside the noun it tells. */
const isDateWord = (scene: Scene, at: number): boolean =>
  isKind(scene.knowledge, scene.tokens, at, Kind.Month) ||
  (has(scene.tokens, at, Flag.Number) && scene.timeAt[at] >= 0 && scene.tokens.end[at] - scene.tokens.start[at] === 4);

/** "Galaxy Note 20 Ultra", "S&P 500": digits behind a capitalised word. */
const isNumberInName = (scene: Scene, at: number): boolean =>
  has(scene.tokens, at, Flag.Number) &&
  scene.timeAt[at] < 0 &&
  at > 1 &&
  scene.tokens.end[at] - scene.tokens.start[at] <= 4 &&
  !isKind(scene.knowledge, scene.tokens, at + 1, Kind.Unit) &&
  ((has(scene.tokens, at - 1, Flag.Capital) && !has(scene.tokens, at - 1, Flag.SentenceStart)) ||
    (isHyphen(scene, at - 1) && isTightTo(scene, at) && has(scene.tokens, at - 2, Flag.Capital)));

/** "start-up", "follow-on": a word of grammar that a hyphen makes the end of a noun. */
const isJoined = (scene: Scene, at: number, border: number): boolean =>
  at - 1 > border && isHyphen(scene, at - 1) && isTightTo(scene, at) && isNominal(scene, at - 2);
