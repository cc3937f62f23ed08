import { Flag, has, type NameMention, type PronounMention, type Segmented, type Tokens } from '../../../model/index.js';
import { holds, pronounOf, wordsOf } from '../../../text/index.js';

/** Finds the personal pronouns of the third person outside names, sorted by start: "he", "its"; not "US", not the "Her" of a title. */
export function findPronouns({ tokens, sentences }: Segmented, names: readonly NameMention[]): readonly PronounMention[] {
  const found: PronounMention[] = [];
  let next = 0;
  for (const sentence of sentences) {
    for (let token = sentence.first; token < sentence.last; token++) {
      const word = pronounOf(tokens.hash[token]);
      if (word === null || !has(tokens, token, Flag.Word) || has(tokens, token, WRITTEN_OTHERWISE)) continue;
      while (next < names.length && names[next].last <= token) next++;
      if (next < names.length && names[next].first <= token) continue;
      // "Her Majesty", "His Excellency": a capital inside the sentence makes a form of address.
      if (has(tokens, token, Flag.Capital) && token > sentence.first && !has(tokens, token - 1, Flag.Punctuation)) continue;
      const at = word.pronoun === 'she' && word.case === 'possessive' && isObject(tokens, token + 1, sentence.last) ? 'object' : word.case;
      found.push({ start: tokens.start[token], end: tokens.end[token], token, sentence: sentence.index, ...word, case: at });
    }
  }
  return found;
}

/** "met her in", "called her “the driest”": no noun can begin behind "her" where a sign or a closed word stands. */
const isObject = (tokens: Tokens, next: number, limit: number): boolean =>
  next >= limit || has(tokens, next, Flag.Punctuation) || holds(CLOSED, tokens.hash[next]);
const CLOSED = wordsOf('the a an to in on at by for with from of and or but that as when while after before because if into about until who is was');

/** "IT", "HIS" in a line of capitals: an acronym cannot be told from the pronoun. */
const WRITTEN_OTHERWISE = Flag.Upper | Flag.Masked;
