import { type Clause, Flag, has, type Phrase } from '../model/index.js';
import type { Ground } from './ground.js';
import { isOfClass } from './classes.js';
import { isIn, signAt, wordsOf } from './ground.js';
import type { OpenPhrase } from './phrases.js';
import { AND, isReporting, PRONOUN, TIME } from './words.js';

/** The clauses read so far. */
export interface ClauseList {
  readonly from: number[];
  readonly states: Clause[];
}

/** A clause that is open while a sentence is read; those inside it stand above it on the stack. */
export interface Frame {
  readonly kind: 'main' | 'relative' | 'subordinate' | 'complement' | 'reduced';
  subject: OpenPhrase | null;
  apposed: OpenPhrase | null;
  /** A relative clause that a comma closes: one without a subject of its own ("who fled", but not "where troops fled"), or behind ", whose". */
  gapped: boolean;
  verb: number;
  /** The verb is a past form without auxiliary: it may turn out to be a participle ("talks hosted by Canada have produced"). */
  bare: boolean;
}

/** What stood before a phrase or verb. */
type Before = 'start' | 'phrase' | 'verb' | 'comma' | 'and' | 'preposition' | 'relative';

/** A phrase that was read: `free`, no preposition governs it; `joint`, what stood before it; `timed`, behind "after", "since". */
export interface Read {
  readonly phrase: OpenPhrase;
  readonly free: boolean;
  readonly joint: Before;
  readonly timed: boolean;
  /** Joined by "and" to a phrase that a preposition governs. */
  readonly chained: boolean;
  /** Behind "with". */
  readonly absolute: boolean;
}

/** All that is held in mind at one token of a sentence. */
export interface Reading {
  readonly ground: Ground;
  readonly list: ClauseList;
  readonly limit: number;
  /** What stands in a bracket is read, in which no further one is opened. */
  readonly inBracket: boolean;
  stack: Frame[];
  before: Before;
  /** The phrase read last. */
  last: Read | null;
  /** The free phrase read last, while only what hangs on it was read behind it ("troops of the battalion"). */
  open: Read | null;
  /** The phrase behind "after", "since" read last, while only what hangs on it was read behind it: "after a riot at the prison". */
  timed: Read | null;
  /** The phrase that "and" joined last to a governed one, while only what hangs on it was read behind it: it may be a new subject. */
  joined: Read | null;
  /** The phrase before the comma behind which the phrase read last stands. */
  apposedTo: OpenPhrase | null;
  /** The phrase before the comma behind which the phrase that others are tied to stands. */
  apposing: OpenPhrase | null;
  /** The preposition read last, −1 for none. */
  governor: number;
  /** The free phrase that phrases behind prepositions are tied to, until a comma or verb. */
  tieing: OpenPhrase | null;
  /** The same phrase behind the comma that closed it. */
  hung: OpenPhrase | null;
}

const WITH = wordsOf('with');
const DEEPEST = 8;

const frame = (kind: Frame['kind'], subject: OpenPhrase | null): Frame => ({
  kind,
  subject,
  apposed: null,
  gapped: kind === 'relative' && subject !== null,
  verb: -1,
  bare: false,
});

/** A reading at the first token of a sentence. */
export function openReading(ground: Ground, list: ClauseList, limit: number, inBracket = false): Reading {
  return {
    ground,
    list,
    limit,
    inBracket,
    stack: [frame('main', null)],
    before: 'start',
    last: null,
    open: null,
    timed: null,
    joined: null,
    apposedTo: null,
    apposing: null,
    governor: -1,
    tieing: null,
    hung: null,
  };
}

/** The clause that is being read. */
export const top = ({ stack }: Reading): Frame => stack[stack.length - 1];

/** The clause around it. */
export const outer = ({ stack }: Reading): Frame | undefined => stack[stack.length - 2];

/** Puts down that from `token` on the clause stands as it was read so far. */
export function note(reading: Reading, token: number): void {
  const { subject, apposed, verb } = top(reading);
  reading.list.from.push(token);
  reading.list.states.push({ subject, apposed, verb, main: around(reading) });
}

/** The subject of the nearest clause around the open one that tells what somebody says; of the main clause where none does. */
function around({ ground, stack }: Reading): OpenPhrase | null {
  for (let i = stack.length - 2; i > 0; i--) {
    const { subject, verb } = stack[i];
    if (subject !== null && verb >= 0 && isReporting(ground, verb) && !isIn(ground, subject.head, PRONOUN)) return subject;
  }
  return stack[0].subject;
}

/** Begins a clause of equal rank in place of all that are open. */
export function begin(reading: Reading, subject: OpenPhrase | null): void {
  reading.stack = [frame('main', subject)];
}

/** Begins a sentence within the sentence: behind ";", ":", a dash, a quotation mark. */
export function restart(reading: Reading): void {
  begin(reading, null);
  reading.last = null;
  reading.open = null;
  reading.timed = null;
  reading.joined = null;
  reading.tieing = null;
  reading.before = 'start';
}

/** Opens a clause inside the one that is being read. */
export function push({ stack }: Reading, kind: Frame['kind'], subject: OpenPhrase | null = null): void {
  if (stack.length < DEEPEST) stack.push(frame(kind, subject));
  else stack[stack.length - 1] = frame(kind, subject);
}

export function say(reading: Reading, verb: number, bare = false): void {
  top(reading).verb = verb;
  top(reading).bare = bare;
}

/** "says its wing, built in May, treats": before what is put in behind a comma, the phrase behind a verb of stating opens its clause. */
export function openStated(reading: Reading): void {
  const { ground, open } = reading;
  const { verb } = top(reading);
  if (open?.joint === 'verb' && open.phrase.first > verb && isOfClass(ground, verb, 'belief') && open.phrase.first === verb + 1)
    push(reading, 'complement', open.phrase);
}

/** Takes a noun phrase in: as subject, second name, object, or tied to the phrase before. */
export function takePhrase(reading: Reading, phrase: OpenPhrase): void {
  const { ground, before, last, governor, tieing } = reading;
  const here = top(reading);
  const counts = isFigure(ground, phrase);
  // "the laptop 16 inch is", "the index 500 was": a measure or number behind its noun.
  const measures = counts && before === 'phrase' && last !== null && last.phrase.last === phrase.first && !isFigure(ground, last.phrase);
  if (measures && last.free) {
    // "India has offered two helicopters, Japan $500,000": the verb is left out the second time.
    if ((last.joint === 'comma' || last.joint === 'and') && here.verb >= 0 && ground.mentionAt[last.phrase.head] >= 0) {
      here.subject = last.phrase;
      note(reading, phrase.first);
    }
    return;
  }
  // "a quake of magnitude 6.8 killed": behind a governed noun a bare number is governed too.
  const free = before !== 'preposition' && !(measures && (phrase.first === phrase.head || has(ground.tokens, phrase.head, Flag.Number)));
  const chained =
    before === 'and' &&
    last !== null &&
    (!last.free || last.chained) &&
    last.phrase.last === phrase.first - 1 &&
    counts === isFigure(ground, last.phrase);
  // "men from Gao, Kidal and Mopti were": names in a list behind a preposition are governed as the first is.
  const listed =
    before === 'comma' &&
    last !== null &&
    !last.free &&
    reading.open !== null &&
    isNamed(ground, last.phrase) &&
    isNamed(ground, phrase) &&
    isJoined(ground, phrase.last);
  if (listed) {
    reading.last = { phrase, free: false, joint: before, timed: false, chained: true, absolute: false };
    reading.before = 'phrase';
    return;
  }
  // "Two hours before the blast, men had stopped buses": a time before a comma is no subject.
  if (before === 'comma' && free && here.verb < 0 && here.subject && ground.dateAt[here.subject.head] >= 0) here.subject = null;
  // "In the north and east of the country rain fell": what is joined to a governed phrase is governed too.
  if (free && !chained && here.verb < 0) {
    if (here.subject === null || before === 'relative' || before === 'phrase') here.subject = phrase;
    else if (before === 'comma' && here.apposed === null) here.apposed = phrase;
  }
  reading.apposedTo = before === 'comma' && last ? last.phrase : null;
  const timed = governor >= 0 && isIn(ground, governor, TIME) && !(isIn(ground, governor, AS) && isOfClass(ground, governor - 1, 'in-a-role'));
  const read: Read = { phrase, free, joint: before, timed, chained, absolute: !free && isIn(ground, governor, WITH) };
  reading.last = read;
  if (timed && !free) reading.timed = read;
  else if (free) reading.timed = null;
  else if (reading.timed) reading.timed.phrase.tied = phrase.last;
  if (chained) reading.joined = read;
  else if (free) reading.joined = null;
  else if (reading.joined) reading.joined.phrase.tied = phrase.last;
  if (free && !chained) {
    reading.open = read;
    // "the electronics and entertainment giant"
    if (tieing && before === 'and' && here.verb < 0) tieing.tied = phrase.last;
    else {
      reading.tieing = phrase;
      reading.apposing = reading.apposedTo;
    }
  } else if (tieing && !timed) tieing.tied = phrase.last;
  else reading.tieing = null;
  reading.before = 'phrase';
}

const AS = wordsOf('as');

const isNamed = (ground: Ground, { first, head }: Phrase): boolean => ground.mentionAt[head] >= 0 && ground.mentionAt[first] >= 0;

/** Whether a comma or "and" and a further name follow. */
const isJoined = (ground: Ground, token: number): boolean =>
  (signAt(ground, token) === ',' || isIn(ground, token, AND)) && token + 1 < ground.tokens.count && ground.mentionAt[token + 1] >= 0;

/** Whether a phrase is a number with what it counts. */
export const isFigure = (ground: Ground, { first, head }: Phrase): boolean => ground.figureAt[first] >= 0 && ground.figureAt[head] >= 0;
