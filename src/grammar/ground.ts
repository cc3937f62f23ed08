import { Flag, has, type Tokens } from '../model/index.js';
import type { Knowledge } from '../knowledge/index.js';
import { holds, type Words, wordsOf } from '../text/index.js';

export { wordsOf };

/** What grammar sees of an article: its tokens, and which name, time expression and figure each token lies in (−1 = none). */
export interface Ground {
  readonly text: string;
  readonly tokens: Tokens;
  readonly knowledge: Knowledge;
  readonly mentionAt: Int32Array;
  readonly dateAt: Int32Array;
  readonly figureAt: Int32Array;
  /** The figures that `figureAt` counts, each with the token behind it. */
  readonly figures: readonly { readonly last: number }[];
}

/** Tokens `[first, last)`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Whether the token is one of the words; false outside the article. */
export const isIn = (ground: Ground, token: number, words: Words): boolean =>
  token >= 0 && token < ground.tokens.count && holds(words, ground.tokens.hash[token]);

/** The sign a token is, '' when it is a word or number. */
export const signAt = (ground: Ground, token: number): string =>
  token >= 0 && token < ground.tokens.count && has(ground.tokens, token, Flag.Punctuation) ? ground.text[ground.tokens.start[token]] : '';

/** First token of the name that covers `token`, else `token`. */
export function mentionStart(ground: Ground, token: number): number {
  const owner = ground.mentionAt[token];
  while (owner >= 0 && token > 0 && ground.mentionAt[token - 1] === owner) token--;
  return token;
}

/** Token behind the name that covers `token`, else behind `token`. */
export function mentionEnd(ground: Ground, token: number): number {
  const owner = ground.mentionAt[token];
  let end = token + 1;
  while (owner >= 0 && end < ground.tokens.count && ground.mentionAt[end] === owner) end++;
  return end;
}
