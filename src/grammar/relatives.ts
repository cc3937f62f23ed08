import { Kind, isKind, phraseAt, Pos, posOf } from '../knowledge/index.js';
import { type Ground, isIn, wordsOf } from './ground.js';
import type { OpenPhrase } from './phrases.js';
import { isFigure, note, openStated, push, type Reading, top } from './reading.js';
import { freeTail } from './reading-verbs.js';
import { isAuxiliary, isVerbal, isVerbBehind } from './verbs.js';
import { isReporting } from './words.js';

// Clauses that a word of relation opens, and what they are about.

/** "said that", "who", "which": a statement or a clause about the phrase before. */
export function takeRelative(reading: Reading, token: number): number {
  const { ground, before } = reading;
  // "knows everyone in the country that is": behind a phrase, right before a verb, it stands for the phrase.
  const gap =
    before === 'phrase' && (isAuxiliary(ground, token + 1) || isVerbal(ground, token + 1) || isVerbBehind(ground, token + 1, reading.limit));
  const says = isIn(ground, token, LIKE_THAT) && !gap && (before === 'verb' || before === 'and' || isReporting(ground, top(reading).verb));
  if (says) {
    if (before === 'and' && top(reading).kind === 'complement') reading.stack.pop();
    push(reading, 'complement');
    reading.before = 'start';
  } else {
    const governed = before === 'preposition' || isIn(ground, token, WHOSE);
    if (before === 'comma') openStated(reading);
    // "in Gao gunmen who burst into a bar shot"
    if (isIn(ground, token, WHO) && top(reading).verb < 0) freeTail(reading, token, true);
    push(reading, 'relative', governed ? null : antecedent(reading, token));
    // "the council, whose armed wing is in the hills, sent": closed by a comma as it was opened by one.
    if (before === 'comma' && isIn(ground, token, OWNER)) top(reading).gapped = true;
    reading.before = governed ? 'start' : 'relative';
  }
  note(reading, token + 1);
  return token + 1;
}
const LIKE_THAT = wordsOf('that');
const WHOSE = wordsOf('whose where');
const OWNER = wordsOf('whose');

/** "That same report says": "that" as an article at the head of its clause. */
export const opensWithThat = (ground: Ground, token: number, before: Reading['before']): boolean =>
  isIn(ground, token, LIKE_THAT) && (before === 'start' || before === 'preposition') && !isVerbal(ground, token + 1);

/**
 * What a relative clause is about: the phrase before it; behind an apposition the named one ("X, a charity that treats"); behind a name that a
 * preposition governs, without a comma, what the name hangs on ("a charity in Sana'a that treats").
 */
function antecedent({ ground, before, last, tieing, hung, apposedTo, apposing }: Reading, token: number): OpenPhrase | null {
  const phrase = last?.phrase ?? null;
  if (!phrase) return null;
  // "shares of Harland, which have gained": a plural verb is told of the plural that the name hangs on.
  if (
    before === 'comma' &&
    hung &&
    last &&
    !last.free &&
    isIn(ground, token + 1, PLURAL_AUXILIARY) &&
    ground.mentionAt[phrase.head] >= 0 &&
    isPlural(ground, hung.head)
  )
    return hung;
  // "a package for the chief executive, which was worth": "which" is no person.
  if (before === 'comma' && hung && isIn(ground, token, WHICH) && last && !last.free && isPerson(ground, phrase.head)) return hung;
  // "a trader of Armenian origin who": "who" is a person.
  const thing = isIn(ground, token, WHO) && ground.mentionAt[phrase.head] < 0 && !isPerson(ground, phrase.head);
  // "a crowd of 5,000 that had set fire": no bare number acts.
  const bare = isFigure(ground, phrase) && phrase.first === phrase.head;
  const hanging =
    before === 'phrase' &&
    !last?.free &&
    tieing &&
    phrase.last === token &&
    (bare || ground.mentionAt[phrase.head] >= 0 || (thing && isPerson(ground, tieing.head)));
  const about = hanging ? tieing : phrase;
  const named = hanging ? apposing : apposedTo;
  return named && ground.mentionAt[about.head] < 0 && ground.mentionAt[named.head] >= 0 ? named : about;
}

const WHO = wordsOf('who');
const WHICH = wordsOf('which');
const isPerson = (ground: Ground, token: number): boolean =>
  phraseAt(ground.knowledge, ground.text, ground.tokens, token, token + 1, Kind.Counted)?.row.unit === 'person' ||
  isKind(ground.knowledge, ground.tokens, token, Kind.Role) ||
  isKind(ground.knowledge, ground.tokens, token, Kind.Title);

const PLURAL_AUXILIARY = wordsOf('have are were');
const isPlural = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 && (posOf(ground.knowledge, ground.tokens, token) & (Pos.Noun | Pos.Plural)) === (Pos.Noun | Pos.Plural);
