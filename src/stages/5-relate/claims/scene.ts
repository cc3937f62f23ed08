import { tokenAtOrAfter, type Figure, type Mention, type DateRecord, type Resolved, type Sentence, type Tokens } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import type { Ground, Stretch } from '../../../grammar/index.js';

/** What the claim rooms see of an article: its tokens, and which mention, date and figure each token lies in (−1 = none). */
export interface Scene extends Ground {
  readonly document: Resolved;
  /** Names and common nouns that stand for an entity, sorted; a pronoun is a word of the grammar and asked by `meantBy`. */
  readonly mentions: readonly Mention[];
  /** Token of a pronoun → the entity it was resolved to. */
  readonly pronouns: ReadonlyMap<number, Mention>;
  /** Items of sentence s: `first[s] … first[s + 1]`. */
  readonly mentionFirst: Int32Array;
  readonly dateFirst: Int32Array;
  readonly figureFirst: Int32Array;
}

/** Indexes an article once, so that no rule searches its lists. */
export function sceneOf(document: Resolved, knowledge: Knowledge): Scene {
  const { tokens, sentences } = document;
  const spans = new Map(document.pronouns.map(({ start, token }) => [start, token]));
  const pronouns = new Map<number, Mention>();
  const mentions = document.mentions.filter((mention) => {
    const token = mention.use === 'reference' ? spans.get(mention.start) : undefined;
    if (token !== undefined) pronouns.set(token, mention);
    return token === undefined;
  });
  return {
    document,
    knowledge,
    text: document.text,
    tokens,
    mentions,
    pronouns,
    mentionAt: owners(tokens, mentions),
    dateAt: owners(tokens, document.dates),
    figureAt: owners(tokens, document.figures),
    figures: document.figures,
    mentionFirst: firsts(sentences, mentions),
    dateFirst: firsts(sentences, document.dates),
    figureFirst: firsts(sentences, document.figures),
  };
}

interface Item {
  readonly start: number;
  readonly end: number;
}

function owners(tokens: Tokens, items: readonly Item[]): Int32Array {
  const at = new Int32Array(tokens.count).fill(-1);
  let token = 0;
  items.forEach((item, i) => {
    while (token > 0 && tokens.start[token - 1] >= item.start) token--;
    while (token < tokens.count && tokens.start[token] < item.start) token++;
    for (; token < tokens.count && tokens.start[token] < item.end; token++) if (at[token] < 0) at[token] = i;
  });
  return at;
}

function firsts(sentences: readonly Sentence[], items: readonly Item[]): Int32Array {
  const first = new Int32Array(sentences.length + 1);
  let i = 0;
  for (let s = 0; s < sentences.length; s++) {
    while (i < items.length && items[i].start < sentences[s].start) i++;
    first[s] = i;
    while (i < items.length && items[i].start < sentences[s].end) i++;
  }
  first[sentences.length] = i;
  return first;
}

export const mentionsIn = (scene: Scene, sentence: number): readonly Mention[] =>
  scene.mentions.slice(scene.mentionFirst[sentence], scene.mentionFirst[sentence + 1]);

export const datesIn = (scene: Scene, sentence: number): readonly DateRecord[] =>
  scene.document.dates.slice(scene.dateFirst[sentence], scene.dateFirst[sentence + 1]);

export const figuresIn = (scene: Scene, sentence: number): readonly Figure[] =>
  scene.document.figures.slice(scene.figureFirst[sentence], scene.figureFirst[sentence + 1]);

/** The mention that covers the token, null when none. */
export const mentionOf = (scene: Scene, token: number): Mention | null =>
  token >= 0 && scene.mentionAt[token] >= 0 ? scene.mentions[scene.mentionAt[token]] : null;

/** Whether a name is that of a place, and not of those who live there. */
export const isPlace = (mention: Mention): boolean => mention.type === 'place' && mention.use !== 'demonym';

/** The entity that the pronoun at the token means; null for another word, and where nobody is safely meant. */
export const meantBy = (scene: Scene, token: number): Mention | null => scene.pronouns.get(token) ?? null;

/** Text of tokens `[first, last)` with line breaks as blanks. */
export const wordsBetween = (scene: Scene, first: number, last: number): string =>
  last <= first ? '' : oneLine(scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 1]));

export const oneLine = (text: string): string => (IRREGULAR.test(text) ? text.replace(/\s+/g, ' ').trim() : text);
/** A blank that is no single blank between words. */
const IRREGULAR = /[^\S ]| {2}|^ | $/;

/** Tokens of a span of text. */
export function tokenSpan(scene: Scene, span: { readonly start: number; readonly end: number }): Stretch {
  const first = tokenAtOrAfter(scene.tokens, span.start);
  let last = first;
  while (last < scene.tokens.count && scene.tokens.start[last] < span.end) last++;
  return { first, last };
}
