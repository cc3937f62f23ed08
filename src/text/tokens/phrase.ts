import { Flag, type Tokens } from '../../model/index.js';
import { hasValues, beginning, step, type Trie } from './trie.js';

/** Longest phrase, in words; gazetteer rows beyond it are refused by the lint. */
export const LONGEST_PHRASE = 16;

const JOINERS = Flag.Punctuation;

/**
 * Token of the word that follows `token` inside one phrase: the next token, or the one behind a hyphen, dot or apostrophe
 * that stands tight to it ("al-Qaeda", "St. Petersburg", "Shi' ite"); −1 when the phrase cannot go on before `limit`.
 */
export function nextWord(text: string, tokens: Tokens, token: number, limit: number): number {
  let next = token + 1;
  if (next >= limit) return -1;
  if ((tokens.flags[next] & (JOINERS | Flag.SpaceBefore | Flag.Possessive)) === JOINERS && next + 1 < limit) {
    const c = text.charCodeAt(tokens.start[next]);
    const hyphen = c === 45 || (c >= 0x2010 && c <= 0x2013);
    const tight = (tokens.flags[next + 1] & Flag.SpaceBefore) === 0;
    if ((hyphen && tight) || c === 46 || (c === 39 && tight)) next++;
  }
  return next;
}

/** A phrase found: its node and the tokens `[first, last)` it covers. `words` tells which of them are its words. */
export interface PhraseHit {
  readonly node: number;
  readonly last: number;
  readonly words: number;
}

const NO_HIT: PhraseHit = { node: 0, last: -1, words: 0 };
/** Tokens of the words of the phrase walked last, for reading the capitals of a hit. */
export const walked = new Int32Array(LONGEST_PHRASE);

/**
 * Longest phrase of `trie` that begins at `first` and ends before `limit`, among those `accepts` takes;
 * `node` 0 when there is none. `accepts` sees the node and the number of words; `walked` holds their tokens.
 */
export function longestPhrase(
  trie: Trie,
  text: string,
  tokens: Tokens,
  first: number,
  limit: number,
  accepts: (node: number, words: number) => boolean,
): PhraseHit {
  const id = tokens.id[first];
  let node = beginning(trie, id);
  if (node === 0) return NO_HIT;
  let best = NO_HIT;
  let token = first;
  let words = 0;
  for (;;) {
    walked[words++] = token;
    if (hasValues(trie, node) && accepts(node, words)) best = { node, last: token + 1, words };
    if (words === LONGEST_PHRASE) return best;
    token = nextWord(text, tokens, token, limit);
    if (token < 0 || tokens.id[token] < 0) return best;
    node = step(trie, node, tokens.id[token]);
    if (node === 0) return best;
  }
}
