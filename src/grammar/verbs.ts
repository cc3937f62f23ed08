import { Flag, has } from '../model/index.js';
import { Kind, isKind, phraseAt, Pos, posOf } from '../knowledge/index.js';
import { AND, ARTICLE, BE, BY, HAVE, isAdverb, isReporting, isWord, MODAL, PARTICLE, PREPOSITION, THAT } from './words.js';
import { isOfClass } from './classes.js';
import { isIn, wordsOf, type Ground } from './ground.js';
import { PLURALS, isPlainNoun, isPossessive, numberOf } from './nouns.js';

/** Counts of many, which take no verb in the singular. */
export const MANY = wordsOf('many few several');

/** A verb in the third person singular that is nothing else: "rents". */
export const isSingularVerb = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Verb | Pos.Plural | Pos.Adjective)) === Pos.Verb &&
  !isIn(ground, token, PLURALS);

/** Whether the word can be a verb in the third person. */
export const isThird = (ground: Ground, token: number): boolean => (posOf(ground.knowledge, ground.tokens, token) & Pos.Third) !== 0;

/** Whether the word can only be a verb: "overran", "says", "reached". */
export function isVerbal(ground: Ground, token: number): boolean {
  if (ground.mentionAt[token] >= 0 || ground.figureAt[token] >= 0 || ground.dateAt[token] >= 0 || !isWord(ground, token)) return false;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return pos === 0 ? isPastOfEvent(ground, token) : (pos & Pos.Verb) !== 0 && (pos & Pos.Noun) === 0 && (pos & Pos.Gerund) === 0;
}

/** "overran", "overthrew", "gusted": a past form that the table of parts of speech does not hold, but the list of events does, or its ending tells. */
const isPastOfEvent = (ground: Ground, token: number): boolean =>
  isUnknownPast(ground, token) || phraseAt(ground.knowledge, ground.text, ground.tokens, token, token + 1, Kind.Event)?.row.form === 'past';

const isUnknownPast = ({ text, tokens }: Ground, token: number): boolean =>
  tokens.end[token] - tokens.start[token] > SHORTEST_PAST &&
  !has(tokens, token, Flag.Capital) &&
  text.charCodeAt(tokens.end[token] - 1) === 100 &&
  text.charCodeAt(tokens.end[token] - 2) === 101;
const SHORTEST_PAST = 4;

/** "is", "has", "will", outside names. */
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
  if (isIn(ground, token + 1, BY) && isOfClass(ground, token, 'past-like-base')) return true;
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
  if (isOfClass(ground, token, 'verb-not-noun') && (ground.mentionAt[token - 1] >= 0 || numberOf(ground, token - 1) === Pos.Noun)) return true;
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
  !isOfClass(ground, token - 1, 'plural-before-nouns') &&
  // "robbers blow up"
  (isOfClass(ground, token, 'verb-base') || isIn(ground, token + 1, PARTICLE));

const SAY = wordsOf('say');

/** Nouns that a dictionary knows as verbs and news hardly ever uses as such. */
const NO_VERB = wordsOf('man men people child');

const NOMINATIVE = wordsOf('he she they we i');

const IT = wordsOf('it');

const OPENING = wordsOf('to him her them it us me you himself themselves between around about nearly almost over up only some');
const AT = wordsOf('at');

const isStating = (ground: Ground, token: number): boolean =>
  isReporting(ground, token) || isOfClass(ground, token, 'clause-taker') || (posOf(ground.knowledge, ground.tokens, token) & Pos.Noun) === 0;

/** Whether a noun phrase or a clause begins at the token, so that the word before it is its verb. */
function opensPhrase(ground: Ground, token: number, limit: number): boolean {
  if (token >= limit) return false;
  // "raids that killed": only what is said, shown or meant has such a clause behind it.
  if (isIn(ground, token, THAT)) return isStating(ground, token - 1);
  return (
    ground.figureAt[token] >= 0 ||
    isIn(ground, token, ARTICLE) ||
    isIn(ground, token, OPENING) ||
    // "stands at 40", but "staff levels at the mine"
    (isIn(ground, token, AT) && ground.figureAt[token + 1] >= 0) ||
    (ground.mentionAt[token] >= 0 && !isPossessive(ground, token)) ||
    // Words of grammar ("on", "in") a dictionary also knows as adjectives.
    ((posOf(ground.knowledge, ground.tokens, token) & (Pos.Adjective | Pos.Noun | Pos.Verb)) === Pos.Adjective && !isIn(ground, token, PREPOSITION))
  );
}
