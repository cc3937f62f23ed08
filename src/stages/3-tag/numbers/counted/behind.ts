import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../../text/index.js';
import { governorOf } from '../bounds/changes.js';
import { type Draft, draftBefore } from '../draft.js';
import { Class, entryAt, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { BY, COMMA, EACH, FOR, FROM, IN, INDEFINITE, OF } from '../words.js';
import { behindBracket } from './brackets.js';
import { isContactClause } from './contact.js';
import { nounAt } from './counted.js';
import { EXTENTS } from './distances.js';
import { DETERMINERS, found, type Found, isNominal, PRONOUNS } from './phrases.js';
import { isComparative } from './plurals.js';
import { subjectOf } from './subjects.js';
import { describedAt } from './those.js';

/** The noun behind the amount: "a $94,000 contract", "12 km of road", "$3m for the heirs", "60 hryvnias for a litre of diesel". */
export function behindAmount(scene: Scene, draft: Draft, _first: number, limit: number, neighbours: readonly Draft[]): Found | null {
  let at = behindBracket(scene, draft.last, limit);
  // "a five-year, 1.8 billion-mile (2.8bn km) journey": what several describe stands behind the last
  const joined = isJoined(scene, draft);
  const next = neighbours[neighbours.indexOf(draft) + 1];
  const also = joined && next && isWord(scene, at, COMMA) && next.first === at + 1 && isJoined(scene, next);
  if (also) at = behindBracket(scene, next.last, limit);
  const bracketed = at > draft.last;
  const ofOne = isPriceOfOne(scene, draft, neighbours);
  const reach = bracketed || ofOne ? scene.tokens.count : limit;
  if (at >= reach || draft.numeral.sign > 0) return null;
  // "as young as 12 carry guns": an age without a unit has no noun behind it.
  if (draft.kind === 'age' && draft.bodyLast === draft.numeral.last) return null;
  // "$7,000 worth of heroin"
  if (isWord(scene, at, WORTH) && at + 1 < reach && isWord(scene, at + 1, OF)) at++;
  if (isWord(scene, at, OF) || (isOneOf(scene, at, SPENT_ON) && draft.kind === 'money'))
    return tiedBehind(scene, draft, at, reach, neighbours, !bracketed && !ofOne);
  // "a 17.6 trillion rupee ($62 billion) budget"
  if (bracketed && joined) return withoutReach(nounBehind(scene, draft, at, reach), draft);
  if (bracketed)
    return draft.kind === 'money' && isOneOf(scene, draft.first - 1, INDEFINITE) ? withoutReach(nounBehind(scene, draft, at, reach), draft) : null;
  return ofTold(scene, draft, at, neighbours) ?? nounBehind(scene, draft, at, reach);
}
const WORTH = hashOf('worth');
const SPENT_ON = wordsOf('in for');

/** "1.8 billion-mile": a measure that a hyphen ties to its number describes a noun. */
const isJoined = (scene: Scene, { kind, numeral, bodyLast }: Draft): boolean =>
  kind !== 'count' && kind !== 'money' && bodyLast > numeral.last + 1 && isHyphen(scene, numeral.last) && isTightTo(scene, numeral.last);

/** The noun behind a bracket is no part of the figure's own words. */
const withoutReach = (noun: Found | null, { last }: Draft): Found | null => noun && { ...noun, adjacent: false, last };

/** What "of", "in" or "for" at `opener` ties to the amount; `adjacent`, it belongs to the words of the claim. */
function tiedBehind(scene: Scene, draft: Draft, opener: number, reach: number, neighbours: readonly Draft[], adjacent: boolean): Found | null {
  let at = opener;
  at++;
  const determined = at < reach && isOneOf(scene, at, DETERMINERS);
  if (determined) at++;
  // "40% of the 1,200 trees": what the whole counts
  const whole = neighbours.find((other) => other.noun !== null && isWholeAt(scene, at, other.first));
  if (whole?.counted && draft.kind === 'percent') return { span: whole.counted, last: draft.last, adjacent: false, whole: false };
  // "50 ml of 30% acid": of what the share describes
  const strength = neighbours.find((other) => other.kind === 'percent' && other.first === at);
  if (strength && draft.kind !== 'percent') {
    const whole = nounAt(scene, strength.bodyLast, scene.tokens.count, true, true);
    return whole && { ...found(scene, strength.bodyLast, whole.last, false), last: draft.last };
  }
  if (at >= reach || has(scene.tokens, at, Flag.Number)) return null;
  if (isWord(scene, at, WHAT)) return calledBehind(scene, at + 1, reach);
  const described = determined && isWord(scene, opener, OF) ? describedAt(scene, at - 1, reach) : -1;
  if (described >= 0) return found(scene, at - 1, described, adjacent, true);
  // "in Afghanistan" is a place, "in the crisis" a time, not what was paid; "for flights" is.
  const whom = isWord(scene, opener, FOR) && !isOneOf(scene, at, PRONOUNS);
  if (
    !isWord(scene, opener, OF) &&
    !describes(scene, at) &&
    (scene.nameAt[at] >= 0 || scene.timeAt[at] >= 0 || (determined && !whom) || has(scene.tokens, at, Flag.Capital))
  )
    return null;
  if ((posOf(scene.knowledge, scene.tokens, at) & Pos.Gerund) !== 0 && !isWord(scene, opener, OF)) return null;
  // "for each of the heirs"
  if (whom && isWord(scene, at - 1, EACH) && isWord(scene, at, OF)) at = isOneOf(scene, at + 1, DETERMINERS) ? at + 2 : at + 1;
  const noun = nounAt(scene, at, reach, true, true);
  if (noun && isWord(scene, opener, IN) && noun.head > at && isClass(scene, noun.head, Class.session)) return null;
  return noun && !isTimeWord(scene, noun.head) ? found(scene, at, behindNumber(scene, noun.last), adjacent, true) : null;
}

/** "14 grams of what is believed to be heroin": what it is called behind the last "be" or "as". */
function calledBehind(scene: Scene, first: number, reach: number): Found | null {
  let be = -1;
  for (let at = first; at < Math.min(reach, first + CALLED_REACH) && !has(scene.tokens, at, Flag.Punctuation); at++)
    if (isOneOf(scene, at, CALLING)) be = at;
  let from = be + 1;
  while (be >= 0 && from < reach && isOneOf(scene, from, DETERMINERS)) from++;
  const noun = be >= 0 && from < reach ? nounAt(scene, from, reach, true, true) : null;
  return noun && found(scene, from, noun.last, false, false);
}
const WHAT = hashOf('what');
const CALLED_REACH = 7;
const CALLING = wordsOf('be was were is are as');

/** "9,764 refugees crossed, a 22% increase on May": a change in an aside is one of what was counted before it. */
function ofTold(scene: Scene, draft: Draft, at: number, neighbours: readonly Draft[]): Found | null {
  if (draft.kind !== 'percent' || !isOneOf(scene, draft.first - 1, INDEFINITE) || !isWord(scene, draft.first - 2, COMMA)) return null;
  if (!isMove(scene, at) || isOneOf(scene, at + 1, WHOSE_MOVE)) return null;
  const earlier = draftBefore(neighbours, draft);
  const moved = earlier && (earlier.kind === 'count' ? earlier.noun : governorOf(scene, earlier.first, Math.max(0, earlier.first - 12)));
  return earlier?.counted && moved ? { span: earlier.counted, last: draft.last, adjacent: false, whole: false } : null;
}
const WHOSE_MOVE = wordsOf('in of');

/** The noun that the amount describes, right behind it or behind a hyphen. */
function nounBehind(scene: Scene, draft: Draft, first: number, reach: number): Found | null {
  let at = first;
  if (isHyphen(scene, at) && isTightTo(scene, at)) {
    at++;
    // "a $2-a-share dividend"
    if (at + 2 < reach && isOneOf(scene, at, ARTICLES) && isHyphen(scene, at + 1) && isTightTo(scene, at + 2)) at += 3;
  }
  // "13-metre-long tanks", "a 30-metre high building"
  if (at + 1 < reach && isOneOf(scene, at, EXTENTS) && isNominal(scene, at + 1)) at++;
  // "30 percent less power"
  if (at + 1 < reach && isOneOf(scene, at, LESS_OF) && isNominal(scene, at + 1)) at++;
  if (at >= reach || !has(scene.tokens, at, Flag.Word) || isStop(scene, at)) return null;
  // "34 percent full, against 71 percent" describes nothing, "5 percent full refunds" do
  const bare = at + 1 >= reach || !isNominal(scene, at + 1);
  if (isClass(scene, at, Class.adverb) && (bare || !isOneOf(scene, at, NOUN_ADVERBS))) return null;
  if (bare && isOneOf(scene, at, STATES)) return null;
  if (isOneOf(scene, at, NOT_MEASURED) || (isComparative(scene, at) && !(at + 1 < reach && isNominal(scene, at + 1)))) return null;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if ((pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0 && pos !== 0) return null;
  if ((pos & Pos.Adverb) !== 0 && (pos & (Pos.Noun | Pos.Adjective)) === 0) return null;
  // "70% expressed satisfaction", "a further $25,000 found in his house"
  if (
    (pos & Pos.Past) !== 0 &&
    scene.nameAt[at] < 0 &&
    (isStop(scene, at + 1) ||
      at + 1 >= reach ||
      has(scene.tokens, at + 1, Flag.Punctuation) ||
      (draft.kind === 'percent' && !isOneOf(scene, draft.first - 1, DETERMINERS)))
  )
    return null;
  // "flats from $200,000 to $300,000 stay on the market": a price range of the subject, and its verb
  if ((pos & Pos.Verb) !== 0 && draft.operator === 'range' && isWord(scene, draft.first, FROM) && at + 1 < reach && isStop(scene, at + 1))
    return null;
  // "homes from $1 million up stay a month"
  if ((pos & Pos.Verb) !== 0 && at + 1 < reach && isOneOf(scene, at + 1, ARTICLES) && scene.nameAt[at] < 0) return null;
  // "fell 3% Tuesday", "34 cents Friday"
  const whole = nounAt(scene, at, reach, true, false);
  // "a 5.6-magnitude quake hit at dawn": the verb behind its noun
  const noun = whole && whole.last - at > 1 && isStriking(scene, whole.last - 1) ? nounAt(scene, at, whole.last - 1, true, false) : whole;
  if (!noun || isTimeWord(scene, noun.head) || isOneOf(scene, noun.head, BEHIND_MEASURES) || isContactClause(scene, draft, noun)) return null;
  // "the 0.2% rise forecast by economists": a participle behind its noun
  if (noun.head > at && isWord(scene, noun.last, BY) && (posOf(scene.knowledge, scene.tokens, noun.head) & Pos.Past) !== 0)
    return found(scene, at, noun.head, true);
  // "a 3 percent drop in exports": the change is one of what stands behind it.
  const inside = noun.last + 1;
  if (inside + 1 < reach && isWord(scene, noun.last, IN) && isMove(scene, noun.head)) {
    const from = isOneOf(scene, inside, DETERMINERS) ? inside + 1 : inside;
    const moved = scene.timeAt[from] < 0 && scene.nameAt[from] < 0 ? nounAt(scene, from, reach, true, true) : null;
    if (moved) return { ...found(scene, at, moved.last, false), last: draft.last };
  }
  // "global trade saw a 5 percent rebound": of what moved, where the clause tells it
  if (noun.head === at && isMove(scene, at) && isClass(scene, clauseAt(scene.clauses, draft.first).verb, Class.showing)) {
    const moved = subjectOf(scene, draft, []);
    if (moved) return { span: moved.span, last: draft.last, adjacent: false, whole: false };
  }
  return found(scene, at, noun.last, true);
}
/** Verbs of which a move of the subject is the object. */

/** "hit", "struck" with a word of grammar, a name or a time behind it. */
const isStriking = (scene: Scene, token: number): boolean =>
  isOneOf(scene, token, STRIKING) && (isStop(scene, token + 1) || scene.nameAt[token + 1] >= 0 || scene.timeAt[token + 1] >= 0);
const STRIKING = wordsOf('hit cut');

/** "drop", "rise": a noun of change. */
export const isMove = (scene: Scene, token: number): boolean =>
  entryAt(scene, token, token + 1, Kind.Change, (row) => row.form === 'noun' || row.form === 'both') !== null;

/** "of the 1,200 trees", "of Chad's 17 million people": nothing but an owner stands before the number of the whole. */
function isWholeAt(scene: Scene, from: number, number: number): boolean {
  if (number < from || number - from > LONGEST_OWNER) return false;
  for (let at = from; at < number; at++) if (scene.nameAt[at] < 0 && !has(scene.tokens, at, Flag.Possessive)) return false;
  return number === from || has(scene.tokens, number - 1, Flag.Possessive);
}
const LONGEST_OWNER = 5;

/** "60% of the Fortune 100": token behind the number that ends a name, else `last`. */
function behindNumber(scene: Scene, last: number): number {
  const { tokens } = scene;
  const named = has(tokens, last - 1, Flag.Capital) && last < tokens.count && has(tokens, last, Flag.Number) && scene.timeAt[last] < 0;
  const ends = last + 1 >= tokens.count || !has(tokens, last + 1, Flag.Word) || isStop(scene, last + 1);
  return named && ends && tokens.end[last] - tokens.start[last] <= 4 ? last + 1 : last;
}

/** "for a litre": the figure behind is one of what is paid for. */
const isPriceOfOne = (scene: Scene, { kind, last }: Draft, neighbours: readonly Draft[]): boolean =>
  kind === 'money' && isWord(scene, last, FOR) && neighbours.some((other) => other.first === last + 1 && other.value === 1);

/** "in Iranian oil": a people's name that goes on with a noun in small letters. */
const describes = (scene: Scene, token: number): boolean =>
  scene.nameAt[token] >= 0 &&
  scene.names[scene.nameAt[token]].senses[0]?.use === 'demonym' &&
  has(scene.tokens, token + 1, Flag.Word) &&
  !has(scene.tokens, token + 1, Flag.Capital) &&
  isNominal(scene, token + 1);

const ARTICLES = wordsOf('a an the');
const LESS_OF = wordsOf('less fewer more');
const NOT_MEASURED = wordsOf('thanks lower higher up down off late early back behind ahead apart apiece shy');
const STATES = wordsOf('full empty complete dry clear adrift');
const NOUN_ADVERBS = wordsOf('new long short full total extra additional');
/** "to $48 in early trading" tells when. */
const BEHIND_MEASURES = wordsOf(
  'north south east west northeast northwest southeast southwest later earlier ago old higher lower worth long wide tall',
);

function isTimeWord(scene: Scene, token: number): boolean {
  if (isKind(scene.knowledge, scene.tokens, token, Kind.Weekday) || isKind(scene.knowledge, scene.tokens, token, Kind.Month)) return true;
  return phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.Unit)?.row.kind === 'duration';
}
