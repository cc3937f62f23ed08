/** A row of a table of a run, every cell as text. */
export type Cells = Readonly<Record<string, string>>;

/** What of a run's tables suggestions are made from. */
export interface Seen {
  readonly entities: readonly Cells[];
  readonly mentions: readonly Cells[];
  readonly cooccurrences: readonly Cells[];
  readonly claims: readonly Cells[];
}

/** A name that a gazetteer has. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
}

/** Tables that a suggestion can add a row to. */
export const SUGGESTED_FILES = ['groups.csv', 'people.csv', 'places.csv', 'aliases.csv'] as const;
export type SuggestedFile = (typeof SUGGESTED_FILES)[number];

/**
 * A row that a gazetteer may want, under the names that its columns have there, with the reasons. `new`: a name seen often and
 * in no gazetteer; `spelling`: another way to write it; `near`: a name like one that is there; `acronym`: letters nobody spells out.
 */
export interface Suggestion {
  /** `y` when a person wants it. */
  readonly accept: string;
  readonly file: SuggestedFile;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly use: string;
  readonly case: string;
  readonly needs: string;
  readonly country: string;
  readonly source: string;
  readonly sort: 'new' | 'spelling' | 'near' | 'acronym';
  readonly mentions: number;
  readonly documents: number;
  readonly why: string;
  /** Sentences that hold the name. */
  readonly evidence: string;
}

/** Columns of suggestions.csv, in their order. */
export const SUGGESTION_COLUMNS = [
  'accept',
  'file',
  'id',
  'name',
  'kind',
  'use',
  'case',
  'needs',
  'country',
  'source',
  'sort',
  'mentions',
  'documents',
  'why',
  'evidence',
] as const satisfies readonly (keyof Suggestion)[];
