import type { Clauses } from './clause.js';
import type { Span } from './span.js';
import type { Tokens } from './tokens.js';
import type { Figure } from './figure.js';
import type { NameMention, PronounMention, Reference } from './name.js';
import type { TimeExpression, DateRecord } from './time.js';
import type { Claim, Cooccurrence, Entity, Mention, Problem } from './records.js';

/** What the file of an article tells beside its words, and how the words were taken from it. */
export interface Origin {
  readonly author: string | null;
  readonly publisher: string | null;
  /** Who told the date of publication: a metadata file, the document itself, or whoever started the run. */
  readonly dated: 'metadata' | 'document' | 'option' | null;
  /** Whether the text was taken out of a format of its own (HTML, PDF, …), so that spans count a text that stands in no file. */
  readonly extracted: boolean;
  /** Where in the text each page of the file begins; empty where it has none. */
  readonly pages: readonly number[];
}

/** One article as read: nothing below `io` knows where it came from. */
export interface Source {
  readonly id: string;
  /** The decoded text; every span of every record points into it. */
  readonly text: string;
  readonly title: string | null;
  /** Publication date, an ISO prefix; anchors relative dates, and is never guessed from the clock. */
  readonly published: string | null;
  readonly url: string | null;
  /** Path relative to the input folder, with forward slashes; null when the article did not come from a file. */
  readonly path: string | null;
  /** Lower-case hex SHA-256 of the bytes read. */
  readonly sha256: string | null;
  /** Left out for a text that came from no file. */
  readonly origin?: Origin;
}

export type RegionKind = 'title' | 'byline' | 'dateline' | 'body' | 'furniture';

/** A part of the page; regions are sorted, do not overlap and cover every non-blank character. */
export interface Region extends Span {
  readonly kind: RegionKind;
  /** Why it is that: `furniture "Leave a Reply"`. */
  readonly because: string;
}

/** After stage 1: the parts of the page are marked. */
export interface Clean extends Source {
  readonly regions: readonly Region[];
  /** Addresses, handles, links: yield nothing although they stand in the body. Sorted. */
  readonly masks: readonly Span[];
  /** The document's own date, with the reason it is known; null when neither metadata nor dateline tells it. */
  readonly dated: { readonly on: string; readonly because: string } | null;
}

/** A sentence: characters, tokens `[first, last)`, its paragraph (0-based) and its part of the page (never furniture). */
export interface Sentence extends Span {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
  readonly region: RegionKind;
}

/** After stage 2: tokens, sentences and paragraphs. */
export interface Segmented extends Clean {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** After stage 3: everything that can be seen in its own sentence, each list sorted by start. */
export interface Tagged extends Segmented {
  /** Names found, not overlapping; each still with every sense it may have. */
  readonly names: readonly NameMention[];
  readonly figures: readonly Figure[];
  readonly clauses: Clauses;
  readonly times: readonly TimeExpression[];
  readonly references: readonly Reference[];
  readonly pronouns: readonly PronounMention[];
}

/** After stage 4: every mention has one entity, every time expression its value. */
export interface Resolved extends Tagged {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly dates: readonly DateRecord[];
}

/** After stage 5: what the article says. The end of the line for one article. */
export interface Related extends Resolved {
  readonly claims: readonly Claim[];
  readonly cooccurrences: readonly Cooccurrence[];
  readonly problems: readonly Problem[];
}
