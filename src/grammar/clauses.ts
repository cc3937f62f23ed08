import { asideEnd } from './asides.js';
import { Pos, posOf } from '../knowledge/index.js';
import { isOfClass } from './classes.js';
import { type Ground, isIn, signAt, type Stretch, wordsOf } from './ground.js';
import { phraseAtToken } from './phrases.js';
import { dateEnd } from './nouns.js';
import { isAuxiliary, isVerbal } from './verbs.js';
import { type ClauseList, note, openReading, outer, push, type Reading, restart, say, takePhrase, top } from './reading.js';
import { takeVerb } from './reading-verbs.js';
import { opensWithThat, takeRelative } from './relatives.js';
import { isBase } from './verb-forms.js';
import {
  ADVERB,
  CONDITIONAL,
  COORDINATOR,
  FUNCTION_WORD,
  isAdverb,
  isReporting,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  QUASI_PREPOSITION,
  RELATIVE,
  TIME,
  TO,
} from './words.js';
import { takeAdverb, takeAuxiliary, takeFullVerb, takePreposition } from './clause-words.js';

/** Reads a sentence once from left to right and adds for each of its tokens which clause it stands in. */
export function readClauses(ground: Ground, sentence: Stretch, list: ClauseList): void {
  const reading = openReading(ground, list, sentence.last);
  note(reading, sentence.first);
  readOn(reading, sentence.first);
}

/** Reads from a token on to where the reading ends. */
function readOn(reading: Reading, first: number): void {
  const { ground, limit } = reading;
  for (let token = first; token < limit; ) {
    const named = ground.mentionAt[token] >= 0 || ground.figureAt[token] >= 0;
    const sign = named ? '' : signAt(ground, token);
    if (sign !== '') token = takeSign(reading, token, sign);
    else if (ground.dateAt[token] >= 0 && ground.figureAt[token] < 0) {
      if (reading.before === 'preposition') reading.before = 'phrase';
      // "profit for the six months to June fell": the number inside a date is no phrase of its own.
      token = dateEnd(ground, token);
      // "in the week after the attack": what follows is governed.
      if (isIn(ground, token - 1, TIME)) {
        reading.before = 'preposition';
        reading.governor = token - 1;
      }
    } else {
      const next = named ? token : takeWord(reading, token);
      token = next > token ? next : takeNoun(reading, token);
    }
  }
}

/**
 * "a glut of rice (the price of a sack has dropped from $40 to $31)": a bracket that holds a figure and a clause of its own is read as one;
 * every other belongs to the clause around it.
 */
function readBracket(reading: Reading, first: number, last: number): void {
  const { ground, list } = reading;
  if (
    last - first < SHORTEST_CLAUSE ||
    last - first > LONGEST_CLAUSE ||
    reading.inBracket ||
    isIn(ground, first, RELATIVE) ||
    isIn(ground, first, PRONOUN)
  )
    return;
  let figure = first;
  while (figure < last && ground.figureAt[figure] < 0) figure++;
  if (figure === last) return;
  const inner = openReading(ground, list, last, true);
  const kept = list.from.length;
  note(inner, first);
  readOn(inner, first);
  if (inner.stack.some(({ subject, verb }) => subject !== null && verb > subject.head)) note(reading, last);
  else list.from.length = list.states.length = kept;
}
const SHORTEST_CLAUSE = 4;
const LONGEST_CLAUSE = 40;

/** Brackets are passed over; walls begin anew; a comma closes what stands before the main clause. */
function takeSign(reading: Reading, token: number, sign: string): number {
  const { ground, limit, before } = reading;
  if (sign === '(') {
    let close = token + 1;
    while (close < limit && signAt(ground, close) !== ')') close++;
    if (close < limit) readBracket(reading, token + 1, close);
    return close + 1;
  }
  if (sign === ',') {
    const behind = timedAside(reading, token);
    if (behind >= 0) return behind;
    const close = asideEnd(ground, token, limit);
    if (close >= 0) {
      // A subject that waits for its verb goes on waiting; else both commas are one.
      if (top(reading).verb < 0 && top(reading).subject !== null) return close + 1;
      return takeSign(reading, close, ',');
    }
    if (top(reading).kind === 'subordinate' && top(reading).verb >= 0 && outer(reading)?.verb === -1) reading.stack.pop();
    reading.before = 'comma';
    reading.hung = reading.tieing;
    reading.tieing = null;
    reading.timed = null;
    reading.joined = null;
  } else if (';:—–'.includes(sign) || ('“"'.includes(sign) && before !== 'preposition' && before !== 'verb')) restart(reading);
  else return token + 1;
  note(reading, token + 1);
  return token + 1;
}

/**
 * "days after government troops, backed by militias, said": the token behind the second comma, where a participle with its preposition is put in
 * between a subject that "after" governs and its verb; −1 for none.
 */
function timedAside({ ground, limit, before, timed }: Reading, comma: number): number {
  if (before !== 'phrase' || !timed || (posOf(ground.knowledge, ground.tokens, comma + 1) & Pos.Past) === 0 || !isIn(ground, comma + 2, PREPOSITION))
    return -1;
  for (let token = comma + 3; token < Math.min(limit, comma + LONGEST_ASIDE); token++) {
    if (signAt(ground, token) !== ',') continue;
    return isAuxiliary(ground, token + 1) || isVerbal(ground, token + 1) ? token + 1 : -1;
  }
  return -1;
}
const LONGEST_ASIDE = 12;

/** Takes the word at `token` in, unless it opens a noun phrase; the token behind it, or `token` itself. */
function takeWord(reading: Reading, token: number): number {
  const { ground, before } = reading;
  // "Doctors there said", but "said there were"
  if (before === 'phrase' && isIn(ground, token, THERE) && !isAuxiliary(ground, token + 1)) return token + 1;
  if (!isIn(ground, token, FUNCTION_WORD)) return isAdverb(ground, token) ? takeAdverb(reading, token) : takeFullVerb(reading, token);
  if (isIn(ground, token, COORDINATOR)) {
    reading.before = before === 'comma' ? 'comma' : 'and';
    return token + 1;
  }
  if (isIn(ground, token, CONDITIONAL)) {
    push(reading, 'subordinate');
    reading.before = 'start';
    note(reading, token + 1);
    return token + 1;
  }
  if (isIn(ground, token, RELATIVE) && !opensWithThat(ground, token, before)) return takeRelative(reading, token);
  if (isAuxiliary(ground, token)) return takeAuxiliary(reading, token);
  if (isIn(ground, token, TO) && isBase(ground, token + 1)) {
    const { verb } = top(reading);
    // "ordered the company to pay": who is ordered acts.
    const told = reading.open;
    if (
      verb >= 0 &&
      before === 'phrase' &&
      told?.joint === 'verb' &&
      told === reading.last &&
      told.phrase.first > verb &&
      isOfClass(ground, verb, 'object-control')
    ) {
      push(reading, 'reduced', told.phrase);
      say(reading, token + 1);
    } else if (verb >= 0 || isHeadline(reading)) say(reading, token + 1);
    reading.before = 'verb';
    note(reading, token + 2);
    return token + 2;
  }
  if (isIn(ground, token, PREPOSITION) || isIn(ground, token, QUASI_PREPOSITION) || isIn(ground, token, TIME)) return takePreposition(reading, token);
  if (isIn(ground, token, ADVERB) || isIn(ground, token, PARTICLE) || isAdverb(ground, token)) return takeAdverb(reading, token);
  return takeFullVerb(reading, token);
}

/** "Steelmaker to cut 1,800 jobs": what is to be needs no "is" in a line that no full stop ends. */
const isHeadline = ({ ground, limit, before, stack }: Reading): boolean =>
  before === 'phrase' &&
  stack.length === 1 &&
  stack[0].subject !== null &&
  signAt(ground, limit - 1) === '' &&
  !isOfClass(ground, stack[0].subject.head, 'aim');
const THERE = wordsOf('there here');

const isPlainForm = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 && ground.figureAt[token] < 0 && (posOf(ground.knowledge, ground.tokens, token) & (Pos.Verb | Pos.Gerund)) === Pos.Verb;

/** The noun phrase at `token`; the token behind it, or the next when none begins here. */
function takeNoun(reading: Reading, token: number): number {
  const { ground, before } = reading;
  const { verb } = top(reading);
  const phrase = phraseAtToken(ground, token, reading.limit, before === 'verb' && verb >= 0 && !isReporting(ground, verb));
  if (!phrase) return token + 1;
  // "ships a day pass through": of two noun phrases in a row the second is the verb, if it is a word that can be one.
  if (before === 'phrase' && verb < 0 && top(reading).subject !== null && phrase.last === token + 1 && isPlainForm(ground, token)) {
    takeVerb(reading, token, false);
    note(reading, token + 1);
    return token + 1;
  }
  // A figure inside a phrase sees the clause as it was before the phrase.
  takePhrase(reading, phrase);
  note(reading, phrase.last);
  return phrase.last;
}
