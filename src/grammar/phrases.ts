import { Flag, has, type Phrase } from '../model/index.js';
import { Kind, isKind, phraseAt, Pos, posOf } from '../knowledge/index.js';
import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  BY,
  COORDINATOR,
  HAVE,
  isAdverb,
  isReporting,
  isWord,
  MODAL,
  MOSTLY_VERB,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  QUASI_PREPOSITION,
  RELATIVE,
  THAT,
  TO,
  UNMARKED,
} from './words.js';
import { isIn, mentionEnd, signAt, wordsOf, type Ground } from './ground.js';

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
const DEMONSTRATIVE = wordsOf('this that');
const AWAITING = wordsOf('a an its his her their our my');
/** Longest noun phrase, in tokens. */
const LONGEST = 14;

/** A phrase while it is read: further ones may be tied to it. */
export type OpenPhrase = { -readonly [K in keyof Phrase]: Phrase[K] };

/**
 * The noun phrase that begins at `token`, null when none does. A figure with what it counts is one phrase. In an `object` ("revised its
 * growth forecast") a word that can be a noun is one.
 */
export function phraseAtToken(ground: Ground, token: number, limit: number, object = false): OpenPhrase | null {
  let head = -1;
  let at = token;
  const most = Math.min(limit, token + LONGEST);
  while (at < most) {
    const owner = ground.figureAt[at];
    if (owner >= 0) {
      if (head >= 0) break;
      at = Math.max(at + 1, ground.figures[owner].last);
      head = at - 1;
      continue;
    }
    if (ground.dateAt[at] >= 0) {
      // "the September contract", "its 2018 sales"
      const after = dateEnd(ground, at);
      if (at === token || (head >= 0 && !isYear(ground, at)) || after >= most || !isNominal(ground, after) || !isWord(ground, after)) break;
      at = after;
      continue;
    }
    if (ground.mentionAt[at] >= 0) {
      at = mentionEnd(ground, at);
      head = at - 1;
      continue;
    }
    if (isHyphen(ground, at) && at > token) {
      at++;
      continue;
    }
    if (isPossessive(ground, at)) {
      at++;
      continue;
    }
    // "an EPA-rated economy"
    if (at > token && isHyphen(ground, at - 1) && isWord(ground, at)) {
      // "the start-up", "a follow-on": what a hyphen joins is one noun.
      if (isNoun(ground, at) || isIn(ground, at, PARTICLE)) head = at;
      at++;
      continue;
    }
    if (!isWord(ground, at) && !has(ground.tokens, at, Flag.Number)) break;
    // "this means that"
    if (at === token && isIn(ground, at, DEMONSTRATIVE) && isThird(ground, at + 1) && isVerbBehind(ground, at + 1, limit))
      return { first: at, last: at + 1, head: at, tied: at + 1 };
    if (isIn(ground, at, ARTICLE)) {
      if (head >= 0 && !isPossessive(ground, at - 1)) break;
      at++;
      continue;
    }
    // "a canoe, which many rent": a count of many takes no singular
    if (isIn(ground, at, MANY) && at === token && isSingularVerb(ground, at + 1)) return { first: at, last: at + 1, head: at, tied: at + 1 };
    if (isIn(ground, at, PRONOUN)) {
      if (at === token) return { first: token, last: at + 1, head: at, tied: at + 1 };
      break;
    }
    // "a 20 per cent rebound next year", "a two-month contract": the article waits for a noun.
    const awaited =
      (object || (at > token && isIn(ground, token, AWAITING) && ground.figureAt[at - 1] >= 0)) &&
      isNoun(ground, at) &&
      !isIn(ground, at, MOSTLY_VERB);
    if (!isNominal(ground, at) || (head >= 0 && !awaited && isVerbBehind(ground, at, limit))) break;
    if (head < 0 && at === token && isVerbal(ground, at) && !isParticipleBefore(ground, at, limit)) break;
    // "a similar stranding": behind an article a gerund is a noun, unless another follows.
    if (isNoun(ground, at) || isStanding(ground, at, token)) head = at;
    at++;
  }
  return head < 0 ? null : { first: token, last: head + 1, head, tied: head + 1 };
}

const isStanding = (ground: Ground, token: number, first: number): boolean =>
  (posOf(ground.knowledge, ground.tokens, token) & Pos.Gerund) !== 0 &&
  isIn(ground, first, ARTICLE) &&
  token > first &&
  (isIn(ground, token + 1, PREPOSITION) || isVerbal(ground, token + 1) || isAuxiliary(ground, token + 1));

/** "suspected militants", "wounded civilians": a participle that stands before its noun and is no verb. */
export const isParticipleBefore = (ground: Ground, token: number, limit: number): boolean =>
  token + 1 < limit &&
  (posOf(ground.knowledge, ground.tokens, token) & Pos.Past) !== 0 &&
  ground.mentionAt[token] < 0 &&
  ground.figureAt[token + 1] < 0 &&
  ground.dateAt[token + 1] < 0 &&
  ground.mentionAt[token + 1] < 0 &&
  isWord(ground, token + 1) &&
  (posOf(ground.knowledge, ground.tokens, token + 1) & (Pos.Noun | Pos.Adverb)) === Pos.Noun &&
  isNominal(ground, token + 1) &&
  !isIn(ground, token + 1, ARTICLE) &&
  !isIn(ground, token + 1, PRONOUN);

const MANY = wordsOf('many few several');
const isSingularVerb = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Verb | Pos.Plural | Pos.Adjective)) === Pos.Verb &&
  !isIn(ground, token, PLURALS);

const isThird = (ground: Ground, token: number): boolean => (posOf(ground.knowledge, ground.tokens, token) & Pos.Third) !== 0;

const isYear = (ground: Ground, token: number): boolean =>
  has(ground.tokens, token, Flag.Number) && ground.tokens.end[token] - ground.tokens.start[token] === 4;

export function dateEnd(ground: Ground, token: number): number {
  const owner = ground.dateAt[token];
  let end = token + 1;
  while (end < ground.tokens.count && ground.dateAt[end] === owner) end++;
  return end;
}

function isHyphen(ground: Ground, token: number): boolean {
  const sign = signAt(ground, token);
  return (sign === '-' || sign === '–') && !has(ground.tokens, token, Flag.SpaceBefore);
}

const isPossessive = (ground: Ground, token: number): boolean =>
  token >= 0 && (has(ground.tokens, token, Flag.Possessive) || isPluralOwner(ground, token));

/** "teachers' pay": the apostrophe of owners in the plural, right before what is theirs. */
function isPluralOwner(ground: Ground, token: number): boolean {
  const { tokens, text } = ground;
  if (token < 1 || tokens.end[token] - tokens.start[token] !== 1 || !"'’".includes(text[tokens.start[token]])) return false;
  if (has(tokens, token, Flag.SpaceBefore) || (text.charCodeAt(tokens.start[token] - 1) | 32) !== LOWER_S) return false;
  return isWord(ground, token + 1) && has(tokens, token + 1, Flag.SpaceBefore) && (posOf(ground.knowledge, tokens, token + 1) & Pos.Noun) !== 0;
}
const LOWER_S = 115;

const isNoun = (ground: Ground, token: number): boolean => {
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 || (pos & Pos.Noun) !== 0;
};

function isNominal(ground: Ground, token: number): boolean {
  if (isIn(ground, token, NO_NOUN) || isAdverb(ground, token)) return false;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Adjective | Pos.Gerund | Pos.Past)) !== 0;
}

/** Whether the word can only be a verb: "overran", "says", "reached". */
export function isVerbal(ground: Ground, token: number): boolean {
  if (ground.mentionAt[token] >= 0 || ground.figureAt[token] >= 0 || ground.dateAt[token] >= 0 || !isWord(ground, token)) return false;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 ? isPastOfEvent(ground, token) : (pos & Pos.Verb) !== 0 && (pos & Pos.Noun) === 0 && (pos & Pos.Gerund) === 0;
}

/** "overran", "overthrew": a past form that the table of parts of speech does not hold, but the list of events does. */
const isPastOfEvent = (ground: Ground, token: number): boolean =>
  phraseAt(ground.knowledge, ground.text, ground.tokens, token, token + 1, Kind.Event)?.row.form === 'past';

export const isAuxiliary = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 && (isIn(ground, token, BE) || isIn(ground, token, HAVE) || isIn(ground, token, MODAL));

/**
 * Whether a word behind a noun is the verb of that noun: a form that is no noun, unless a noun follows that it describes; a past
 * form; or a form that could be a noun too, right before an article, a number, a name, a pronoun or "that".
 */
export function isVerbBehind(ground: Ground, token: number, limit: number): boolean {
  if (ground.mentionAt[token] >= 0 || ground.figureAt[token] >= 0 || ground.dateAt[token] >= 0 || !isWord(ground, token)) return false;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  if (pos === 0) return isPastOfEvent(ground, token);
  if ((pos & Pos.Verb) === 0) return false;
  // "the country's air force": what somebody has is a noun.
  if ((pos & (Pos.Noun | Pos.Past)) === Pos.Noun && isPossessive(ground, token - 1)) return false;
  // "officials in the north say", "parts make possible", "boys sleep in a classroom"
  if (isIn(ground, token, SAY) || isVerbOfMany(ground, token, pos)) return true;
  if (isIn(ground, token, NO_VERB)) return false;
  // "a ship run by a charity"
  if (isIn(ground, token + 1, BY) && isIn(ground, token, UNMARKED)) return true;
  // "it sells carpets", "they blame": what stands behind a pronoun in the nominative is its verb.
  if (isIn(ground, token - 1, NOMINATIVE) || (isIn(ground, token - 1, IT) && has(ground.tokens, token - 1, Flag.SentenceStart))) return true;
  // "Tesla shares have risen", "the rich list led by": what stands before a verb is its noun.
  if ((pos & Pos.Noun) !== 0 && (isAuxiliary(ground, token + 1) || isVerbal(ground, token + 1))) return false;
  // "street fighting that left 14 dead"
  if ((pos & Pos.Gerund) !== 0 && (pos & Pos.Noun) !== 0 && isIn(ground, token + 1, THAT) && !isReporting(ground, token)) return false;
  // "fats and oils": two of a kind
  if ((pos & Pos.Plural) !== 0 && isIn(ground, token - 1, AND) && numberOf(ground, token - 2) === (Pos.Noun | Pos.Plural)) return false;
  // "killing 12", not "neighbouring Niger"
  if ((pos & Pos.Gerund) !== 0) return opensPhrase(ground, token + 1, limit) && !((pos & Pos.Adjective) !== 0 && ground.mentionAt[token + 1] >= 0);
  if ((pos & Pos.Noun) === 0 || (pos & Pos.Past) !== 0) return true;
  // "the ministry reports", but not "an attack on a military post", "raids on army posts"
  if (isReporting(ground, token)) return !disagrees(ground, token, pos) && !isGoverned(ground, token, limit) && !isModifier(ground, token, pos);
  // "which many rent"
  if (isIn(ground, token - 1, MANY) && isSingularVerb(ground, token)) return true;
  // "the router offers speeds": behind what is one, a word that is mostly a verb
  if (isIn(ground, token, MOSTLY_VERB) && (ground.mentionAt[token - 1] >= 0 || numberOf(ground, token - 1) === Pos.Noun)) return true;
  // "diamonds typically score", "the material shoots out"
  if (isAdverb(ground, token - 1) || (isIn(ground, token + 1, PARTICLE) && (pos & Pos.Third) !== 0)) return true;
  if (isKind(ground.knowledge, ground.tokens, token, Kind.Change) && (isIn(ground, token + 1, PREPOSITION) || ground.figureAt[token + 1] >= 0))
    return true;
  if (disagrees(ground, token, pos) && ground.figureAt[token + 1] < 0) return false;
  if (opensPhrase(ground, token + 1, limit)) return true;
  // "the RSF grants passage", not "UN reports say"
  return (
    (pos & Pos.Third) !== 0 &&
    ground.mentionAt[token - 1] >= 0 &&
    isPlainNoun(ground, token + 1) &&
    // "WFP rations cover 39 percent"
    !((pos & Pos.Plural) !== 0 && isVerbBehind(ground, token + 1, limit))
  );
}

/** "a junta air strike", "Sudan claim forms": a base form between a singular or a name and a plain noun. */
const isModifier = (ground: Ground, token: number, pos: number): boolean =>
  (pos & (Pos.Third | Pos.Past)) === 0 && isPlainNoun(ground, token + 1) && numberOf(ground, token - 1) !== (Pos.Noun | Pos.Plural);

/** "the exchange rate between", "strong sales channels to": a base form agrees with no singular noun, a third person with no plural. */
const disagrees = (ground: Ground, token: number, pos: number): boolean =>
  numberOf(ground, token - 1) === ((pos & Pos.Third) === 0 ? Pos.Noun : Pos.Noun | Pos.Plural);

/** Whether the word ends a phrase that a preposition governs, and nothing it could say follows. */
function isGoverned(ground: Ground, token: number, limit: number): boolean {
  if (token + 1 < limit && isWord(ground, token + 1) && !isIn(ground, token + 1, PREPOSITION)) return false;
  let at = token - 1;
  while (ground.mentionAt[at] < 0 && isPlainNoun(ground, at)) at--;
  if (isIn(ground, at, ARTICLE)) at--;
  return isIn(ground, at, PREPOSITION);
}

/** A base form behind a plural that is none of those that stand before nouns ("arms", "sales"): its verb where the word is mostly one. */
const isVerbOfMany = (ground: Ground, token: number, pos: number): boolean =>
  (pos & (Pos.Third | Pos.Past | Pos.Gerund)) === 0 &&
  numberOf(ground, token - 1) === (Pos.Noun | Pos.Plural) &&
  !isIn(ground, token - 1, BEFORE_NOUNS) &&
  // "robbers blow up"
  (isIn(ground, token, MOSTLY_VERB_BASE) || isIn(ground, token + 1, PARTICLE));
const BEFORE_NOUNS = wordsOf(
  'arms sports drugs goods sales savings rights operations communications news systems services operations customs settlements economics politics physics mathematics athletics ethics logistics electronics sanctions emergency elections securities futures bonds jobs prices crimes years days months weeks hours times series species means works headquarters',
);
const MOSTLY_VERB_BASE = wordsOf(
  'make take give offer sell buy keep hold seek bring want go come leave pay earn win lose carry deliver provide produce own reach need sleep live eat die know think believe cook hide walk wait stay sit see',
);
const SAY = wordsOf('say');
/** Nouns that a dictionary knows as verbs and news hardly ever uses as such. */
const NO_VERB = wordsOf('man men people child');
const NOMINATIVE = wordsOf('he she they we i');
const IT = wordsOf('it');

/** The noun and plural bits of a common noun; 0 for what may be either, and for names. */
const numberOf = (ground: Ground, token: number): number =>
  ground.mentionAt[token] < 0 && ground.figureAt[token] < 0 && isWord(ground, token) && !isIn(ground, token, PLURALS)
    ? posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Plural)
    : 0;
const PLURALS = wordsOf('people police cattle staff media crew');

/** A word that is a noun and no past or third-person form. */
export const isPlainNoun = (ground: Ground, token: number): boolean =>
  isWord(ground, token) &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Past | Pos.Third | Pos.Adverb)) === Pos.Noun &&
  !isIn(ground, token, PREPOSITION);

const OPENING = wordsOf('to him her them it us me you himself themselves between around about nearly almost over up only at some');

const isStating = (ground: Ground, token: number): boolean =>
  isReporting(ground, token) || isIn(ground, token, MEANING) || (posOf(ground.knowledge, ground.tokens, token) & Pos.Noun) === 0;
const MEANING = wordsOf('means hopes hope fears fear shows show finds find guess guesses reasons rules ruled signals signal signs sees');

/** Whether a noun phrase or a clause begins at the token, so that the word before it is its verb. */
function opensPhrase(ground: Ground, token: number, limit: number): boolean {
  if (token >= limit) return false;
  // "raids that killed": only what is said, shown or meant has such a clause behind it.
  if (isIn(ground, token, THAT)) return isStating(ground, token - 1);
  return (
    ground.figureAt[token] >= 0 ||
    isIn(ground, token, ARTICLE) ||
    isIn(ground, token, OPENING) ||
    (ground.mentionAt[token] >= 0 && !isPossessive(ground, token)) ||
    // Words of grammar ("on", "in") a dictionary also knows as adjectives.
    ((posOf(ground.knowledge, ground.tokens, token) & (Pos.Adjective | Pos.Noun | Pos.Verb)) === Pos.Adjective && !isIn(ground, token, PREPOSITION))
  );
}
