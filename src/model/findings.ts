import type { Claim, Entity, Mention, Problem, Window } from './records.js';
import type { EntityType } from './name.js';
import type { Span } from './span.js';
import type { DateRecord } from './time.js';
import type { LedgerRow } from './ledger.js';

// What a run over many articles gives: the rows of the public tables (CONTRACT.md sections 4 and 5).

export interface DocumentRecord {
  readonly document_id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly path: string | null;
  readonly sha256: string | null;
  /** ISO 639-1, `und` for a language that is not told apart; null when the text is too short to tell. */
  readonly language: string | null;
  readonly characters: number;
  readonly sentences: number;
  readonly mentions: number;
  readonly claims: number;
  readonly problems: number;
  readonly author: string | null;
  readonly publisher: string | null;
  /** Where `published` comes from: a metadata file, the document's own facts, its dateline, or whoever started the run. */
  readonly published_from: 'metadata' | 'document' | 'dateline' | 'option' | null;
  /** File of the output folder with the text that spans count; null where `path` itself holds it. */
  readonly text_path: string | null;
  /** Where in the text each page begins; empty where the file has no pages. */
  readonly page_starts: readonly number[];
  /** The article of which this one is a copy; null for the one that is kept, and for all others. */
  readonly duplicate_of: string | null;
}

/** A row with the page of the file on which it begins, counted from 1; null where the file has no pages. */
export type Paged<Row> = Row & { readonly page: number | null };

/** Two entities over all articles: how often they share a window, and how that compares with chance. */
export interface Association {
  readonly a_id: string;
  readonly a_name: string;
  readonly a_type: EntityType;
  readonly b_id: string;
  readonly b_name: string;
  readonly b_type: EntityType;
  readonly window: Window;
  readonly count: number;
  readonly documents: number;
  readonly expected: number;
  readonly npmi: number | null;
  readonly llr: number;
  readonly q_value: number;
  readonly example_document_id: string;
  readonly example_start: number;
  readonly example_end: number;
  readonly example_text: string;
}

/**
 * What one article tells of a person or group that no gazetteer lists: the evidence for saying that the one of another
 * article is the same. Lists are sorted and short.
 */
export interface Profile {
  readonly entity_id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Title or role of a person, kind of a group, folded; null when the article tells none. */
  readonly role: string | null;
  /** Countries of the places beside it and of the article, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Persons and groups named in the same sentences. */
  readonly companions: readonly string[];
  readonly mentions: number;
}

/**
 * How a person or group that no gazetteer lists was recognised over several articles, or told from another of its name: one
 * row for each that several articles name, or whose name another bears too.
 */
export interface IdentityRow {
  readonly entity_id: string;
  readonly type: EntityType;
  readonly name: string;
  /** `joined`: several articles mean this one; `apart`: one article alone, and others of its name are others. */
  readonly outcome: 'joined' | 'apart';
  /** Ids that it has within its articles. */
  readonly found_as: readonly string[];
  readonly documents: number;
  readonly document_ids: readonly string[];
  readonly because: string;
  /** Entities of the same name that are somebody else. */
  readonly apart_from: readonly string[];
}

/** A sentence that names somebody, kept as evidence. */
export interface Quote {
  /** Number of the sentence, and of its paragraph, in the article. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An article's words, with its sentences and the furniture of its page, for formats that show them. */
export interface ArticleText {
  readonly document_id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly furniture: readonly Span[];
}

/** A portrait of the words of an article's body, by which its copies are found. */
export interface Fingerprint {
  readonly words: number;
  /** Hash of all words in their order. */
  readonly whole: number;
  /** The smallest hash of its runs of words in each of many bins (MinHash by one permutation). */
  readonly minima: readonly number[];
  /** Hashes of its words with digits, sorted. */
  readonly figures: readonly number[];
}

/** What one article gives to the whole: its finished rows, and the counts that statistics over articles need. */
export interface Reading {
  readonly document: DocumentRecord;
  /** The day the article counts for in `first_seen` and `last_seen`; null when unknown. */
  readonly dated: string | null;
  readonly mentions: readonly Paged<Mention>[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Paged<Claim>[];
  readonly dates: readonly Paged<DateRecord>[];
  readonly problems: readonly Problem[];
  /** Sentences, paragraphs and documents of the article, furniture left out. */
  readonly windows: readonly [number, number, number];
  readonly sentences: readonly Quote[];
  /** Kept only where a format asks for it. */
  readonly article: ArticleText | null;
  readonly profiles: readonly Profile[];
  /** Null for an article that was not analysed or has no words. */
  readonly fingerprint: Fingerprint | null;
}

/** The part of a reading that tells who is named in the article. */
export type Head = Pick<Reading, 'document' | 'dated' | 'fingerprint' | 'entities' | 'profiles'>;

/** The rows of every table of a run, sorted. */
export interface Findings {
  readonly documents: readonly DocumentRecord[];
  readonly mentions: readonly Paged<Mention>[];
  readonly entities: readonly Entity[];
  readonly identities: readonly IdentityRow[];
  readonly cooccurrences: readonly Association[];
  readonly claims: readonly Paged<Claim>[];
  readonly ledger: readonly LedgerRow[];
  readonly dates: readonly Paged<DateRecord>[];
  readonly problems: readonly Problem[];
}
