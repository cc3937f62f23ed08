import type { Knowledge } from '../../../knowledge/index.js';
import type { Capture as ShapeCapture, Reader as ShapeReader, ShapeScene } from '../../../text/index.js';
import type { TimePhrase, TimeWords } from './words.js';

/** What one part of a shape was worth; its phrase is the row of the word lists it came from, null for numbers. */
export type Capture = ShapeCapture<TimePhrase>;
export type Reader = ShapeReader<Scene>;

/** What readers and shapes see of a document; one a document, its last fields change as it is read. `limit` is the end of the sentence, or the next name. */
export interface Scene extends ShapeScene<TimePhrase> {
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly words: TimeWords;
  /** Token behind the sentence. */
  end: number;
}

/** The words of tokens `[first, last)` as written. */
export const written = (scene: Scene, first: number, last: number): string => scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 1]);

/** Code unit of a one-character token, −1 when the token is longer. */
export const signAt = (scene: Scene, token: number): number =>
  token < 0 || token >= scene.tokens.count || scene.tokens.end[token] - scene.tokens.start[token] !== 1
    ? -1
    : scene.text.charCodeAt(scene.tokens.start[token]);
