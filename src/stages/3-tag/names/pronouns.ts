import { Flag, has, type NameMention, type PronounMention, type Segmented } from '../../../model/index.js';
import { pronounOf } from '../../../text/index.js';

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
      found.push({ start: tokens.start[token], end: tokens.end[token], token, sentence: sentence.index, ...word });
    }
  }
  return found;
}

/** "IT", "HIS" in a line of capitals: an acronym cannot be told from the pronoun. */
const WRITTEN_OTHERWISE = Flag.Upper | Flag.Masked;
