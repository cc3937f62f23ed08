import { Flag, type Tokens } from '../../../model/index.js';

/**
 * The words that an article capitalises, with what else it does with them: such a word in lower case elsewhere, at the head of
 * a sentence here, is no name. An open-addressing table of hashes.
 */
export interface SeenWords {
  readonly hash: Int32Array;
  /** A set of the bits below; 0 = free slot. */
  readonly how: Uint8Array;
}

const enum How {
  Capital = 1,
  /** Capitalised where no sentence begins. */
  Inside = 2,
  Lower = 4,
}

export function seenWords(tokens: Tokens): SeenWords {
  const { count, flags, hash } = tokens;
  let capitals = 0;
  for (let token = 0; token < count; token++) if ((flags[token] & PLAIN) === CAPITAL) capitals++;
  let size = 16;
  while (size < capitals * 2) size *= 2;
  const seen = { hash: new Int32Array(size), how: new Uint8Array(size) };
  for (let token = 0; token < count; token++) {
    if ((flags[token] & PLAIN) !== CAPITAL) continue;
    const slot = slotOf(seen, hash[token]);
    seen.hash[slot] = hash[token];
    seen.how[slot] |= (flags[token] & (Flag.SentenceStart | Flag.Shouted)) === 0 ? How.Capital | How.Inside : How.Capital;
  }
  for (let token = 0; token < count; token++) {
    if ((flags[token] & PLAIN) !== Flag.Word) continue;
    const slot = slotOf(seen, hash[token]);
    if (seen.how[slot] !== 0) seen.how[slot] |= How.Lower;
  }
  return seen;
}

const PLAIN = Flag.Word | Flag.Capital | Flag.Masked;
const CAPITAL = Flag.Word | Flag.Capital;

/** Slot of the word, or the free slot where it would stand. */
function slotOf({ hash, how }: SeenWords, word: number): number {
  const mask = hash.length - 1;
  let slot = word & mask;
  while (how[slot] !== 0 && hash[slot] !== word) slot = (slot + 1) & mask;
  return slot;
}

/** Whether the article writes the word of `token` in lower case, here or elsewhere. */
export const isSeenLower = (seen: SeenWords, tokens: Tokens, token: number): boolean =>
  (tokens.flags[token] & PLAIN) === Flag.Word || (seen.how[slotOf(seen, tokens.hash[token])] & How.Lower) !== 0;

/** Whether the article capitalises the word of `token` where no sentence begins. */
export const isSeenInside = (seen: SeenWords, tokens: Tokens, token: number): boolean =>
  (seen.how[slotOf(seen, tokens.hash[token])] & How.Inside) !== 0;
