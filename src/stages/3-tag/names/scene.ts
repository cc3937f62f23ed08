import type { Found } from './gazetteer.js';
import { eventNames } from './event-names.js';
import { seenWords, type SeenWords } from './seen-words.js';
import { Flag, has, type Segmented, type Sentence, type Tokens } from '../../../model/index.js';
import { isKind, Kind, levelOf, phraseAt, type Knowledge } from '../../../knowledge/index.js';

/** One article as the name finders see it: its tokens, the knowledge, and what its own lower-case words betray. */
export interface Scene {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly knowledge: Knowledge;
  readonly seen: SeenWords;
  /** Words that name a storm, an operation or a vessel of the article. */
  readonly eventNames: ReadonlySet<number>;
  readonly found: Found;
  /** How much the article speaks of sport; −1 before somebody asked. */
  readonly sport: Int8Array;
  /** 1 for a sentence in which most words are capitalised, as in headlines. */
  readonly headlines: Uint8Array;
}

export function openScene(document: Segmented, knowledge: Knowledge): Scene {
  const { tokens, sentences, text } = document;
  const headlines = new Uint8Array(sentences.length);
  for (const sentence of sentences) if (isHeadline(tokens, sentence)) headlines[sentence.index] = 1;
  const found = { limit: new Int32Array(tokens.count), hit: new Array(tokens.count).fill(null) };
  const seen = seenWords(tokens);
  const sport = new Int8Array(1).fill(-1);
  return { headlines, text, tokens, sentences, knowledge, seen, eventNames: eventNames(text, tokens, knowledge), found, sport };
}

/** At least four longer words, three quarters of them with a capital. */
function isHeadline(tokens: Tokens, sentence: Sentence): boolean {
  let long = 0;
  let capitals = 0;
  for (let token = sentence.first; token < sentence.last; token++) {
    if ((tokens.flags[token] & Flag.Word) === 0 || tokens.end[token] - tokens.start[token] < 4) continue;
    long++;
    if ((tokens.flags[token] & Flag.Capital) !== 0) capitals++;
  }
  return long >= 4 && capitals * 4 >= long * 3;
}

export const written = (scene: Scene, first: number, last: number): string => scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 1]);

/** First code unit of a token. */
export const sign = (scene: Scene, token: number): number => scene.text.charCodeAt(scene.tokens.start[token]);

export const isCapital = (scene: Scene, token: number): boolean =>
  (scene.tokens.flags[token] & (Flag.Capital | Flag.Masked)) === Flag.Capital && has(scene.tokens, token, Flag.Word);

export const isLowerWord = (scene: Scene, token: number): boolean =>
  (scene.tokens.flags[token] & (Flag.Word | Flag.Capital | Flag.Masked)) === Flag.Word;

/** Whether the token is written in one of these lower-case words; for the few closed classes that shapes need. */
export function isWord(scene: Scene, token: number, word: string): boolean {
  const { start, end } = scene.tokens;
  if (token < 0 || token >= scene.tokens.count || end[token] - start[token] !== word.length) return false;
  for (let i = 0; i < word.length; i++) if ((scene.text.charCodeAt(start[token] + i) | 32) !== word.charCodeAt(i)) return false;
  return true;
}

/** A word of the closed classes ("The", "In", "He"): its capital at the head of a sentence or in a headline means nothing. */
export function isFunctionWord(scene: Scene, token: number): boolean {
  return phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.NotName)?.row.category === 'function-word';
}

/** Whether all words of `[first, last)` are ordinary English words and no personal names. */
export function isEnglish(scene: Scene, first: number, last: number): boolean {
  for (let token = first; token < last; token++) {
    const level = levelOf(scene.knowledge, scene.tokens, token);
    if (level === 0 || level > 50 || isKind(scene.knowledge, scene.tokens, token, Kind.GivenName)) return false;
  }
  return true;
}

/** "Lebanese Shiite": a faith stands by itself behind a name, unless it is a personal name ("Ibrahim Jain"). */
export const isFaith = (scene: Scene, token: number, limit: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.NotName)?.row.category === 'religion' &&
  !isKind(scene.knowledge, scene.tokens, token, Kind.GivenName) &&
  !isKind(scene.knowledge, scene.tokens, token, Kind.Surname);
