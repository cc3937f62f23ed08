import type { EntityType, NameUse } from '../model/index.js';
import type { Trie, Vocabulary } from '../text/index.js';
import type { Weights } from './weights.js';
import type { Kind, LexiconKind, LexiconRow } from './lexicon.js';

/** Parts of speech and forms an English word can have: a set of these bits. */
export const enum Pos {
  Noun = 1,
  Verb = 2,
  Adjective = 4,
  Adverb = 8,
  Plural = 16,
  Past = 32,
  Gerund = 64,
  Third = 128,
}

/** WordNet's lexicographer files that rules ask for, by the first noun sense of a word. */
export const enum Lexname {
  /** "people", "plant": the beginnings of all other files. */
  Tops = 3,
  Act = 4,
  Animal = 5,
  Artifact = 6,
  Communication = 10,
  Event = 11,
  Group = 14,
  Location = 15,
  Person = 18,
  Phenomenon = 19,
  Quantity = 23,
  State = 26,
  Time = 28,
}

export interface WordTable {
  /** Number of the way in which the word stands in the lists; 0 for the most words, which stand in none. */
  readonly classOf: Uint16Array;
  /** Each way spelled out: a set of the bits of `Stands` for each kind. */
  readonly stands: Uint8Array;
  readonly pos: Uint8Array;
  /** Commonness of the lower-case word: 10 (commonest) … 70, 0 = no English word. */
  readonly level: Uint8Array;
  readonly lexname: Uint8Array;
  /** What a name can begin with although the word has no capital: a set of the bits of `Begins`; 0 for nearly every word. */
  readonly begins: Uint8Array;
}

export const enum Begins {
  /** Some row begins with the word and does not ask it for a capital. */
  LowerName = 1,
  /** Some row begins with the word, which is no English word. */
  RareName = 2,
  Particle = 4,
}

export interface NameTable {
  /** Phrases of all names; values are sense numbers, the likeliest first. */
  readonly trie: Trie;
  readonly entity: Int32Array;
  readonly use: Uint8Array;
  /** Which words must begin with a capital, which must be all capitals (bit 0 = first word). */
  readonly capitals: Uint16Array;
  readonly uppers: Uint16Array;
  readonly flags: Uint8Array;
  /** Senses on which conditions hang, in their order: few of all. */
  readonly needy: Int32Array;
  /** Conditions of `needy[i]`: `needs[needsFirst[i] … needsFirst[i+1])`, entity numbers or the codes of `Needs`; ask `needsOf`. */
  readonly needsFirst: Int32Array;
  readonly needs: Int32Array;
}

export const enum SenseFlag {
  /** From the world gazetteer: a town that needs evidence. */
  World = 1,
  /** Letters must be as written. */
  Exact = 2,
  /** The name is also an English word in lower case. */
  Word = 4,
  /** The name is also a given name or surname. */
  Personal = 8,
  /** A district: its people are those of its towns, and make its name no better known. */
  District = 16,
  /** The code of a state ("Fla.", "TX"): it counts only where addresses and datelines write it. */
  Address = 32,
  /** Conditions hang on it (`needsOf`). */
  Needy = 64,
}

export const enum Needs {
  Self = -1,
  Place = -2,
}

export const USES: readonly NameUse[] = ['name', 'acronym', 'short', 'alias', 'demonym', 'former', 'reference'];
export const TYPES: readonly EntityType[] = ['group', 'person', 'place'];

export interface EntityTable {
  readonly count: number;
  readonly type: Uint8Array;
  /** Two ASCII letters in one number, 0 = none. */
  readonly country: Uint16Array;
  readonly population: Int32Array;
  /** 1 = seat of a country's government. */
  readonly capital: Uint8Array;
  /** Unit above a place, group above a group, affiliation of a person; −1 = none. */
  readonly parent: Int32Array;
  readonly from: Int16Array;
  readonly to: Int16Array;
  /** Row i as UTF-8 TSV: bytes `offset[i] … offset[i+1]` of `texts`, columns of `EntityText`. */
  readonly offset: Int32Array;
  /** Bytes `[from, to)`, not to be changed. They need not lie in memory before: most rows are never asked for. */
  readonly texts: (from: number, to: number) => Uint8Array;
  /** Rows that were decoded, each in the place that the low bits of its number give, until another row asks for that place. */
  readonly decoded: { readonly entity: Int32Array; readonly text: (EntityText | undefined)[] };
}

/** The terms of office of listed persons, sorted by holder. */
export interface OfficeTable {
  /** Names of offices in lower case: "prime minister". */
  readonly titles: readonly string[];
  /** Number of the person. */
  readonly holder: Int32Array;
  /** Index into `titles`. */
  readonly title: Uint8Array;
  readonly country: Uint16Array;
  /** First and last day as numbers: 20130901. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The words of an entity row, decoded when asked for. */
export interface EntityText {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string;
  readonly countries: readonly string[];
  readonly externalIds: readonly string[];
  /** NaN where it is not known. */
  readonly latitude: number;
  readonly longitude: number;
  /** `groups.csv:12`, `world` for GeoNames towns. */
  readonly row: string;
}

/** The word lists; their rows lie here as JSON and become objects when `lexiconRow` is first asked for them. */
export interface Lexicon {
  readonly trie: Trie;
  /** Value v of the trie: kind and row number in the list of that kind. */
  readonly kind: Uint8Array;
  readonly row: Int32Array;
  /** Row r of kind k is row `first[k] + r` of all. */
  readonly first: Int32Array;
  /** Row i of all in ASCII: `json[offset[i] … offset[i+1])`, with a comma behind it. */
  readonly offset: Int32Array;
  readonly json: Uint8Array;
  /** Vocabulary ids of the words of its phrase: `words[wordsFirst[i] … wordsFirst[i+1])`; none for lists of names. */
  readonly wordsFirst: Int32Array;
  readonly words: Int32Array;
  /** Row i of all, where it was asked for so far, and the lists that were asked for whole. */
  readonly rows: (LexiconRow<LexiconKind> | undefined)[];
  readonly whole: Map<Kind, readonly LexiconRow<LexiconKind>[]>;
}

/** What page furniture says, as the words of `plainWords`. */
export interface Furniture {
  readonly whole: ReadonlySet<string>;
  /** Phrases that begin a line, by their first word. */
  readonly starts: ReadonlyMap<string, readonly string[]>;
  /** Characters of the longest phrase as written. */
  readonly longest: number;
}

/** All that the stages know of the world: compiled once, read-only, the same for every article and worker. */
export interface Knowledge {
  /** Content hash of everything it was compiled from. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  readonly words: WordTable;
  readonly names: NameTable;
  readonly entities: EntityTable;
  readonly lexicon: Lexicon;
  readonly offices: OfficeTable;
  readonly weights: Weights;
  readonly furniture: Furniture;
  /** ISO 3166-1 alpha-2 → entity number of the country. */
  readonly countries: ReadonlyMap<string, number>;
  /** Plural → singular of the words that no rule tells. */
  readonly irregular: ReadonlyMap<string, string>;
}
