import type { Tokens } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import type { TimePhrase, TimeWords } from './words.js';

/** What one part of a shape was worth, and the tokens `[first, last)` it took. */
export interface Capture {
  readonly value: number | string;
  /** The row of the word lists it came from; null for numbers. */
  readonly phrase: TimePhrase | null;
  readonly first: number;
  readonly last: number;
}

/** What readers and shapes see of a document; one a document, its last fields change as it is read. */
export interface Scene {
  readonly text: string;
  readonly tokens: Tokens;
  readonly knowledge: Knowledge;
  readonly words: TimeWords;
  /** First token of the sentence being read. */
  first: number;
  /** Token no match may reach: the end of the sentence, or the next name. */
  limit: number;
  /** Token behind the sentence. */
  end: number;
  /** Worth of the class read last. */
  value: number | string;
  phrase: TimePhrase | null;
  /** By name; undefined where the shape did not take that way. */
  captures: Record<string, Capture>;
}

/** The words of tokens `[first, last)` as written. */
export const written = (scene: Scene, first: number, last: number): string => scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 1]);

/** Code unit of a one-character token, −1 when the token is longer. */
export const signAt = (scene: Scene, token: number): number =>
  token < 0 || token >= scene.tokens.count || scene.tokens.end[token] - scene.tokens.start[token] !== 1
    ? -1
    : scene.text.charCodeAt(scene.tokens.start[token]);
