import { type Clauses, Flag, has, type NameMention, type TimeExpression } from '../../../model/index.js';
import {
  beginsKind,
  type Kind,
  type KindName,
  type Knowledge,
  type LexiconHit,
  type LexiconRow,
  lexiconRow,
  lexiconRows,
} from '../../../knowledge/index.js';
import {
  type Capture,
  firstValue,
  lastValue,
  findWord,
  foldWord,
  holds,
  LONGEST_PHRASE,
  nextWord,
  type ShapeScene,
  beginning,
  step,
  type Words,
} from '../../../text/index.js';
import type { Part } from './forms/numeral.js';
import type { NumberRoles } from './roles.js';

export type Captures = Record<string, Capture<Part>>;

/** A number that is no claim, and the rule that says so. */
export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reads: string;
}

/** What the number rooms see of an article: its tokens, the words known, and which tokens names and times have taken. */
export interface Scene extends ShapeScene<Part> {
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly names: readonly NameMention[];
  readonly times: readonly TimeExpression[];
  /** For each token the index of the name or time expression it lies in, −1 when in none. */
  readonly nameAt: Int32Array;
  readonly timeAt: Int32Array;
  readonly classes: Uint32Array;
  readonly roles: NumberRoles;
  /** The clauses read so far: those of the sentence being read, once the nouns of its counts are known. */
  readonly clauses: Clauses;
  /** Takes what was refused, when somebody asks why a number is no claim. */
  readonly refused: Refusal[] | null;
}

/** Classes of words/counted.csv, as bits. */
export const Class = {
  person: 1,
  plural: 2,
  abstract: 4,
  adverb: 8,
  stop: 16,
  label: 32,
  address: 64,
  member: 128,
  numbering: 256,
  kin: 512,
  price: 1024,
  placing: 2048,
  deal: 4096,
  giving: 8192,
  sum: 16384,
  paying: 32768,
  index: 65536,
  long: 131072,
  quarrel: 262144,
  charging: 524288,
  handing: 1048576,
  settling: 2097152,
  showing: 4194304,
  session: 8388608,
  expecting: 16777216,
  seeing: 33554432,
  worth: 67108864,
  moving: 134217728,
  changing: 268435456,
  letting: 536870912,
  living: 1073741824,
} as const;

const classTables = new WeakMap<Knowledge, Uint32Array>();

/** Classes of every single word, by vocabulary id; made once for a Knowledge. */
export function classesOf(knowledge: Knowledge): Uint32Array {
  let table = classTables.get(knowledge);
  if (!table) {
    table = new Uint32Array(knowledge.vocabulary.size);
    for (const row of lexiconRows(knowledge, 'counted')) {
      const id = findWord(knowledge.vocabulary, foldWord(row.phrase));
      if (id >= 0) table[id] |= Class[row.class as keyof typeof Class] ?? 0;
    }
    classTables.set(knowledge, table);
  }
  return table;
}

export const isClass = (scene: Scene, token: number, bits: number): boolean => {
  const id = scene.tokens.id[token];
  return id >= 0 && (scene.classes[id] & bits) !== 0;
};

/** A function word; "US" and "WHO" in capitals are none. */
export const isStop = (scene: Scene, token: number): boolean =>
  isClass(scene, token, Class.stop) && (scene.tokens.flags[token] & (Flag.Upper | Flag.Shouted)) !== Flag.Upper;

/** Whether the token is the word with this hash. */
export const isWord = (scene: Scene, token: number, word: number): boolean => scene.tokens.hash[token] === word;

export const isOneOf = (scene: Scene, token: number, words: Words): boolean => holds(words, scene.tokens.hash[token]);

export const textOf = (scene: Scene, first: number, last: number): string => scene.text.slice(scene.tokens.start[first], scene.tokens.end[last - 1]);

/** Whether the name of a file stands before `token` ("map.jpg 39K", "report.pdf (2M)"): what is told of a file is its size. */
export function isBehindFile({ tokens, text }: Scene, token: number): boolean {
  let before = token - 1;
  if (before > 0 && (text[tokens.start[before]] === '(' || text[tokens.start[before]] === '[')) before--;
  const dot = before - 1;
  if (dot < 1 || text[tokens.start[dot]] !== '.' || tokens.end[dot] - tokens.start[dot] !== 1) return false;
  const tight = ((tokens.flags[before] | tokens.flags[dot]) & Flag.SpaceBefore) === 0;
  return tight && (tokens.flags[before] & tokens.flags[dot - 1] & Flag.Word) !== 0;
}

/** Code unit the token begins with. */
export const signOf = (scene: Scene, token: number): number => scene.text.charCodeAt(scene.tokens.start[token]);

/** Whether no blank stands before the token. */
export const isTightTo = (scene: Scene, token: number): boolean => !has(scene.tokens, token, Flag.SpaceBefore);

export const isHyphen = (scene: Scene, token: number): boolean => {
  const c = signOf(scene, token);
  return scene.tokens.end[token] - scene.tokens.start[token] === 1 && (c === 45 || (c >= 0x2010 && c <= 0x2015) || c === 0x2212);
};

/**
 * Longest phrase of `kind` at `token` among the rows that `accepts`; unlike `phraseAt` it tries every row of a spelling,
 * so that "m" and "M" can be two rows. `accepts` sees the row, the token behind the phrase and the number of the row.
 */
export function entryAt<K extends Kind>(
  scene: Scene,
  token: number,
  limit: number,
  kind: K,
  accepts: (row: LexiconRow<KindName<K>>, last: number, index: number) => boolean,
): LexiconHit<K> | null {
  const { knowledge, tokens, text } = scene;
  const id = tokens.id[token];
  if (token >= limit || !beginsKind(knowledge, id, kind)) return null;
  const { trie, kind: kinds, row } = knowledge.lexicon;
  let found = -1;
  let last = -1;
  let node = beginning(trie, id);
  let at = token;
  for (let words = 1; node !== 0; words++) {
    const end = lastValue(trie, node);
    for (let v = firstValue(trie, node); v < end; v++) {
      const value = trie.values[v];
      if (kinds[value] !== kind || !accepts(lexiconRow(knowledge.lexicon, kind, row[value]), at + 1, row[value])) continue;
      found = row[value];
      last = at + 1;
      break;
    }
    if (words === LONGEST_PHRASE) break;
    at = nextWord(text, tokens, at, limit);
    if (at < 0 || tokens.id[at] < 0) break;
    node = step(trie, node, tokens.id[at]);
  }
  return found < 0 ? null : { last, row: lexiconRow(knowledge.lexicon, kind, found) };
}

const ANYWHERE = (): boolean => true;

/** Longest phrase of `kind` that ends right before `last` and begins at or after `limit`. */
export function entryBefore<K extends Kind>(
  scene: Scene,
  last: number,
  limit: number,
  kind: K,
  reach: number,
  accepts: (row: LexiconRow<KindName<K>>) => boolean,
  from: (first: number) => boolean = ANYWHERE,
): { readonly first: number; readonly row: LexiconRow<KindName<K>> } | null {
  for (let first = Math.max(limit, last - reach); first < last; first++) {
    if (!beginsKind(scene.knowledge, scene.tokens.id[first], kind) || !from(first)) continue;
    const hit = entryAt(scene, first, last, kind, (row, end) => end === last && accepts(row));
    if (hit) return { first, row: hit.row };
  }
  return null;
}
