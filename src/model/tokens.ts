/**
 * The tokens of one document as typed columns: token `i` is `text.slice(start[i], end[i])`.
 * Nothing here is an object a token: one scan fills the columns, and every later stage reads them.
 */
export interface Tokens {
  readonly count: number;
  /** First code unit of each token; ascending. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Vocabulary id of the folded word, −1 when the word is not in the vocabulary. */
  readonly id: Int32Array;
  /** 32-bit hash of the folded word: equal words have equal hashes, also words outside the vocabulary. */
  readonly hash: Int32Array;
  /** A set of the bits below. */
  readonly flags: Uint16Array;
}

/** What the scanner saw of a token. */
export const enum Flag {
  /** Made of letters (it may hold digits behind them: "M23"). */
  Word = 1 << 0,
  /** A run of digits with separators inside: "2,000", "1.5". */
  Number = 1 << 1,
  /** One character that is neither letter, digit nor blank. */
  Punctuation = 1 << 2,
  /** Begins with an upper-case letter. */
  Capital = 1 << 3,
  /** At least two letters, all upper case: "TTP", "U.S.". */
  Upper = 1 << 4,
  /** Letters with dots between: "U.S.", "a.m."; the last dot is part of the token. */
  Dotted = 1 << 5,
  /** The ending ’s of a possessive (or a clipped "is"). */
  Possessive = 1 << 6,
  /** A blank or line break stands before. */
  SpaceBefore = 1 << 7,
  /** First token of a line. */
  LineStart = 1 << 8,
  /** First token of a sentence. */
  SentenceStart = 1 << 9,
  /** Lies in page furniture or inside an address, handle or link: yields nothing. */
  Masked = 1 << 10,
  /** Lies in a sentence whose letters are nearly all upper case, where capitals tell nothing. */
  Shouted = 1 << 11,
  /** Holds a digit behind letters: "M23". */
  Alphanumeric = 1 << 12,
}

export const has = (tokens: Tokens, token: number, flag: number): boolean => (tokens.flags[token] & flag) !== 0;

/** Whether `token` stands directly behind the token before it, with no blank between. */
export const isTight = (tokens: Tokens, token: number): boolean => token > 0 && tokens.start[token] === tokens.end[token - 1];

/** First token that starts at or after `offset`: binary search. */
export function tokenAtOrAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.start[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
