import type { Pronoun, PronounCase } from '../model/index.js';
import { foldWord } from './tokens/fold.js';
import { hashOf } from './tokens/vocabulary.js';
import { holds, wordsOf } from './tokens/words.js';

export interface PronounWord {
  readonly pronoun: Pronoun;
  readonly case: PronounCase;
}

const FORMS: readonly (readonly [Pronoun, PronounCase, string])[] = [
  ['he', 'subject', 'he'],
  ['he', 'object', 'him'],
  ['he', 'possessive', 'his'],
  ['she', 'subject', 'she'],
  ['she', 'possessive', 'her'],
  ['it', 'subject', 'it'],
  ['it', 'possessive', 'its'],
  ['they', 'subject', 'they'],
  ['they', 'object', 'them'],
  ['they', 'possessive', 'their'],
];
const BY_HASH: ReadonlyMap<number, PronounWord> = new Map(FORMS.map(([pronoun, at, word]) => [hashOf(word), { pronoun, case: at }]));

/** The same words as a set, which turns other words away faster. */
export const PRONOUNS = wordsOf(FORMS.map(([, , word]) => word).join(' '));

/** The pronoun that the word with this folded hash is, null for every other word. Reflexives ("itself") repeat their own clause and are none. */
export const pronounOf = (hash: number): PronounWord | null => (holds(PRONOUNS, hash) ? (BY_HASH.get(hash) ?? null) : null);

/** Whether the words are one of these pronouns, in any letter case. */
export const isPronoun = (words: string): boolean => words.length <= 5 && BY_HASH.has(hashOf(foldWord(words)));
