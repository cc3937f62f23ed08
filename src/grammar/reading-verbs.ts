import { Pos, posOf } from '../knowledge/index.js';
import { type Ground, isIn, signAt, wordsOf } from './ground.js';
import { begin, isFigure, openStated, outer, push, type Read, type Reading, say, top } from './reading.js';
import { isPlainNoun } from './nouns.js';
import { ARTICLE, BY, isReporting, PREPOSITION, TO } from './words.js';

/** Takes a finite verb in: as the verb of the open clause, of a clause around it, or of a new one. `helped`: behind an auxiliary. */
export function takeVerb(reading: Reading, verb: number, helped: boolean): void {
  const { ground } = reading;
  const bare = !helped && (posOf(ground.knowledge, ground.tokens, verb) & Pos.Past) !== 0;
  if (top(reading).verb < 0) {
    swapApposed(reading);
    freeTail(reading, verb, helped);
  } else placeVerb(reading, verb, helped, bare);
  say(reading, verb, bare);
  reading.open = null;
  reading.timed = null;
  reading.joined = null;
  reading.tieing = null;
  reading.before = 'verb';
}

/** "A machine of a man, Hosmer entered": the second of two names stands right before the verb and is its subject. */
function swapApposed(reading: Reading): void {
  const here = top(reading);
  if (reading.before !== 'phrase' || !here.apposed || reading.last?.phrase !== here.apposed) return;
  here.subject = here.apposed;
  here.apposed = null;
}

/**
 * "In a separate operation police destroyed", "in northern Mali jihadists killed": a fronted phrase without its comma runs into the subject, which is its last word.
 */
export function freeTail(reading: Reading, verb: number, helped: boolean): void {
  const { ground, last, governor } = reading;
  const here = top(reading);
  if (here.subject !== null || reading.before !== 'phrase' || !last || last.free || last.phrase.last !== verb || isIn(ground, governor, AMONG))
    return;
  if (!helped && isIn(ground, verb + 1, PREPOSITION)) return;
  const { first, head } = last.phrase;
  // "in Gao families received", "in a separate raid police": a name, or an article and a noun, ends before it.
  if (
    head <= first + (ground.mentionAt[head - 1] >= 0 ? 0 : 1) ||
    ground.mentionAt[head] >= 0 ||
    ground.figureAt[head] >= 0 ||
    !isPluralNoun(ground, head)
  )
    return;
  const before = head - 1;
  if (ground.mentionAt[before] < 0 && !isPlainNoun(ground, before)) return;
  here.subject = { first: head, last: head + 1, head, tied: head + 1 };
}
const AMONG = wordsOf('among amongst amid between of');
const PLURALS = wordsOf('people police cattle troops staff');
const isPluralNoun = (ground: Ground, token: number): boolean =>
  isIn(ground, token, PLURALS) || (posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Plural)) === (Pos.Noun | Pos.Plural);

/** Finds the clause of a second verb: opens or closes clauses until the top of the stack is that one. */
function placeVerb(reading: Reading, verb: number, helped: boolean, bare: boolean): void {
  const { ground, before, last, stack } = reading;
  const here = top(reading);
  // "with prices expected to rise": a participle with a subject of its own.
  // But what has an object of its own is a verb: "men armed with rifles killed 12".
  if (before === 'phrase' && bare && last?.absolute && !(isDescribing(reading) && beginsObject(ground, verb + 1)))
    return push(reading, 'reduced', last.phrase);
  const subject = newSubject(reading, verb, helped);
  if (before === 'phrase' && subject) return openClause(reading, verb, bare, subject);
  if (before === 'comma' && bare && signAt(ground, verb - 1) === ',') {
    openStated(reading);
    if (top(reading).verb < 0) return push(reading, 'reduced', top(reading).subject);
  }
  if (before === 'and' || before === 'comma') {
    while (stack.length > 1 && (top(reading).kind === 'reduced' || (before === 'comma' && top(reading).gapped))) stack.pop();
    return;
  }
  // "the man who fled was": the verb of the clause around; "talks hosted by Canada have produced": the first was a participle.
  if ((here.kind === 'relative' || here.kind === 'reduced') && stack.length > 1 && (outer(reading)?.verb === -1 || !here.bare)) stack.pop();
  // "the charge stored in the capacitor was"
  else if (here.bare && here.subject && last && !last.free) here.subject.tied = last.phrase.last;
}

/** Whether the verb of the clause is a past form that may be a participle said of its subject: "men armed with". */
const isDescribing = ({ ground, stack }: Reading): boolean => {
  const { bare, verb } = stack[stack.length - 1];
  return bare && isIn(ground, verb + 1, PREPOSITION);
};

/** Whether a number, an article or a name stands at the token. */
const beginsObject = (ground: Ground, token: number): boolean =>
  ground.figureAt[token] >= 0 || ground.mentionAt[token] >= 0 || isIn(ground, token, ARTICLE);

/** The phrase behind the last verb that can be the subject of the next. */
function newSubject(reading: Reading, verb: number, helped: boolean): Read | null {
  const { ground, last, open, joined } = reading;
  const here = top(reading);
  // "sent rescuers to Chad and Ghana flew in tents": right before a verb, what is joined to a governed phrase begins a clause.
  if (
    joined &&
    !helped &&
    // "men armed with rifles and knives killed": the participle's own words.
    !(isDescribing(reading) && ground.mentionAt[joined.phrase.head] < 0 && !isFigure(ground, joined.phrase)) &&
    joined.phrase.first > here.verb &&
    joined.phrase.last === verb &&
    (open ? open.joint === 'verb' : !isIn(ground, verb + 1, BY))
  )
    return { ...joined, joint: 'and' };
  // "up 19 cents a barrel and the gas contract was": a verb behind "and" needs a subject behind the verb before.
  // "said men from Gao and Kidal had been seen": two names behind one preposition
  const named =
    joined !== null && isReporting(ground, here.verb) && ground.mentionAt[joined.phrase.head] >= 0 && ground.mentionAt[joined.phrase.first - 2] >= 0;
  if (helped && joined && !(named && open) && joined.phrase.first > here.verb && outer(reading)?.verb !== -1 && (open || !here.bare)) return joined;
  // "after a riot at the prison left 40 dead", "after its grant from the state was cut by half": not "after a raid on a camp run by rebels"
  const away = helped || !(isIn(ground, verb + 1, BY) || isIn(ground, verb + 1, PREPOSITION)) ? reading.timed : null;
  const subject = last?.timed && !last.free ? last : (away ?? (isOfBeing(reading) ? null : open));
  return subject && subject.phrase.first > here.verb && !(last?.chained && here.bare && subject !== open) ? subject : null;
}

/** "gunmen believed to be rebels killed 11": what somebody is said to be acts in no clause of its own. */
const isOfBeing = ({ ground, stack }: Reading): boolean => {
  const { verb } = stack[stack.length - 1];
  return verb > 0 && isIn(ground, verb, BEING) && isIn(ground, verb - 1, TO);
};
const BEING = wordsOf('be');
const WANTING = wordsOf('want wants wanted need needs needed have has had get gets got see sees saw find finds found hear heard');

/** Opens the clause whose subject stands between the last verb and this one. */
function openClause(reading: Reading, verb: number, bare: boolean, subject: Read): void {
  const here = top(reading);
  const { phrase, joint } = subject;
  if (subject.timed && !subject.free) return push(reading, 'subordinate', phrase);
  // "a boy who carries messages gets"
  if (here.kind === 'relative' && outer(reading)?.verb === -1) {
    reading.stack.pop();
    if (top(reading).subject === null) top(reading).subject = phrase;
    return;
  }
  const { ground } = reading;
  // "want work banned", "raised $9 from investors led by": a participle said of what stands right before it.
  const { last } = reading;
  const behind = isIn(ground, verb + 1, BY) && last?.phrase.last === verb ? last.phrase : phrase;
  if (bare && joint === 'verb' && isIn(ground, verb + 1, PREPOSITION) && (!isReporting(ground, here.verb) || isIn(ground, here.verb, WANTING)))
    push(reading, 'reduced', behind);
  else if (joint === 'comma' || joint === 'and') begin(reading, phrase);
  else push(reading, 'complement', phrase);
}
