import { Flag, type Tokens } from '../../model/index.js';
import { buildVocabulary, foldWord, nextWord, scan } from '../../text/index.js';

/** A phrase as the matcher will meet it: its folded words, and which of them are capitalised or all capitals. */
export interface PhraseShape {
  readonly words: readonly string[];
  readonly capitals: number;
  readonly uppers: number;
}

const NO_WORDS = buildVocabulary([]);

export function phraseShape(phrase: string): PhraseShape {
  const tokens: Tokens = scan(phrase, NO_WORDS);
  const words: string[] = [];
  let capitals = 0;
  let uppers = 0;
  for (let token = tokens.count > 0 ? 0 : -1; token >= 0; token = nextWord(phrase, tokens, token, tokens.count)) {
    const written = phrase.slice(tokens.start[token], tokens.end[token]);
    const flags = tokens.flags[token];
    const folded = (flags & Flag.Word) !== 0 ? foldWord(written).replaceAll('.', '') : (flags & Flag.Possessive) !== 0 ? "'s" : foldSign(written);
    if (words.length < 16) {
      // "Al-Qaeda" also stands as "al-Qaeda": the Arabic article takes a capital only where a line begins with it.
      if ((flags & Flag.Capital) !== 0 && folded !== 'al' && folded !== 'el') capitals |= 1 << words.length;
      if ((flags & Flag.Upper) !== 0) uppers |= 1 << words.length;
    }
    words.push(folded);
  }
  return { words, capitals, uppers };
}

const foldSign = (sign: string): string => (/^[‐‑‒–—−]$/.test(sign) ? '-' : /^[’‘ʼʻ`´ʿʾ′]$/.test(sign) ? "'" : sign.toLowerCase());
