import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has, type Phrase } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { isPlural } from './plurals.js';
import type { Draft } from '../draft.js';
import { DETERMINERS, found, phraseEndingAt, PRONOUNS, type Found } from './phrases.js';
import { isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { AMPERSAND, INDEFINITE } from '../words.js';

/**
 * Subject of the clause a figure stands in, with the "of …", "to …", "in …" tied to it, its determiner left out; for a pronoun the
 * subject of the sentence. Null when there is none, or when it is itself a figure.
 */
export function subjectOf(scene: Scene, draft: Draft, drafts: readonly Draft[]): Found | null {
  const { subject, main, verb } = clauseAt(scene.clauses, draft.first);
  // "analysts expect it to drop below 14%": a singular pronoun is none of many
  const other =
    subject !== null && main !== null && subject.head !== main.head && isOneOf(scene, subject.head, SINGULAR) && isPlural(scene, main.head);
  // "the news sent the shares surging and they were up 5%": many are none of one
  if (subject && main && isPronoun(scene, subject) && draft.kind !== 'money' && isOneOf(scene, subject.head, PLURAL) && !isPlural(scene, main.head))
    return pluralBefore(scene, subject.first);
  const phrase = subject && isPronoun(scene, subject) ? (other ? null : main) : subject;
  if (!phrase || isPronoun(scene, phrase) || phrase.last > draft.first) return null;
  // "a mere 53 billion": no verb, and nothing between, so that it describes the figure
  if (isParticipleAlone(scene, phrase, verb) || (verb < 0 && phrase.last === draft.first && isOneOf(scene, phrase.first, INDEFINITE))) return null;
  let first = phrase.first;
  while (first < phrase.head && isOneOf(scene, first, DETERMINERS)) first++;
  // "S&P 500"
  if (first - 2 >= 0 && isWord(scene, first - 1, AMPERSAND) && isTightTo(scene, first) && has(scene.tokens, first - 2, Flag.Capital)) first -= 2;
  // "All-in costs", "First-half output": a word of grammar that a hyphen makes part of an adjective
  if (isHyphen(scene, first) && isTightTo(scene, first)) first -= 1;
  while (first - 2 >= 0 && isHyphen(scene, first - 1) && isTightTo(scene, first) && isTightTo(scene, first - 1)) first -= 2;
  // "this years price": an owner whose apostrophe is lost; no plural stands behind "this".
  if (first < phrase.head && isOneOf(scene, first - 1, OF_TIME) && isOneOf(scene, first, TIMES)) first++;
  // "a 1.6 litre engine makes 300 horsepower": the measure inside the phrase is no word of what is measured.
  const inside =
    draft.kind === 'count'
      ? undefined
      : drafts.find((other) => other !== draft && isMeasure(other) && other.bodyFirst >= phrase.first && other.bodyLast <= phrase.head);
  // "a three-bed flat sold for $90,000": what a hyphen ties to the number describes it, too
  const joined = drafts.find((other) => other.because.includes('counted.joined') && other.bodyFirst >= phrase.first && other.last <= phrase.head);
  if (inside) {
    first = inside.bodyLast;
    if (isHyphen(scene, first)) first++;
  } else if (joined && draft.kind !== 'count') first = joined.last;
  const holds = (last: number): boolean => drafts.some((other) => other.bodyFirst < last && first < other.bodyLast);
  // "a litre of milk costs 1.35 euros"
  const one =
    draft.kind === 'money' ? drafts.find((other) => other.because.includes('number.article') && other.numeral.first === phrase.first) : undefined;
  if (one && one.last > phrase.head) return found(scene, one.numeral.last, one.last);
  if (holds(phrase.last)) return null;
  // "the kettle comes with": a word that is never a noun.
  if (phrase.last - 1 > first && isStop(scene, phrase.head) && scene.nameAt[phrase.head] < 0 && !isHyphen(scene, phrase.head - 1))
    return found(scene, first, phrase.head);
  // "drip lines on 600,000 hectares would save"
  const tied = tiedEnd(scene, phrase);
  return found(scene, first, tied > draft.first || holds(tied) ? phrase.last : tied);
}

/** Where the words that are tied to a subject end: "exports to China", but of "trade through Trieste", "a room at a site" only the head. */
function tiedEnd(scene: Scene, { last, tied }: Phrase): number {
  for (let at = last; at < Math.min(tied, last + LONGEST_TIE); at++)
    // "the charge stored in the cell"
    if (isOneOf(scene, at, WHERE)) return at > last && (posOf(scene.knowledge, scene.tokens, at - 1) & Pos.Past) !== 0 ? tied : at;
  return tied;
}
/** Tokens behind a subject in which a word of place ends it. */
const LONGEST_TIE = 16;
const WHERE = wordsOf('in at through near across around within inside outside on along throughout');

/** The nearest plural before a pronoun. */
function pluralBefore(scene: Scene, token: number): Found | null {
  for (let at = token - 1; at >= Math.max(0, token - PRONOUN_REACH) && !isOneOf(scene, at, SENTENCE_ENDS); at--)
    if (isPlural(scene, at) && !isVerbal(scene, at, token) && scene.nameAt[at] < 0) return phraseEndingAt(scene, at, Math.max(0, at - PRONOUN_REACH));
  return null;
}
const PRONOUN_REACH = 12;
const SENTENCE_ENDS = wordsOf('. ! ? ; :');
const PLURAL = wordsOf('they');
const SINGULAR = wordsOf('it he she');
const isPronoun = (scene: Scene, { first, head }: Phrase): boolean =>
  first === head && (isOneOf(scene, head, PRONOUNS) || isOneOf(scene, head, DEICTICS));
/** The last ones as the web writes them, without their apostrophe. */
const DEICTICS = wordsOf('one some others many there this that these those thats theres whats more less much most');

const OF_TIME = wordsOf('this last next');
const TIMES = wordsOf('years months weeks days quarters seasons');

/** "while shooting 40%", "boiling down to $20": a participle by itself, of which nothing is said. */
const isParticipleAlone = (scene: Scene, { first, head }: Phrase, verb: number): boolean =>
  first === head && verb < head && scene.nameAt[head] < 0 && (posOf(scene.knowledge, scene.tokens, head) & Pos.Gerund) !== 0;

const isMeasure = ({ kind }: Draft): boolean => kind === 'money' || kind === 'measure' || kind === 'distance' || kind === 'area' || kind === 'age';

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
