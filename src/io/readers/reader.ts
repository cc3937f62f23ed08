import type { Problem } from '../../model/index.js';
import { problem, type ProblemCode } from '../problems.js';

// The seam of all readers: a file becomes drafts of articles, and what goes wrong becomes problems.

/** What is noticed on the way and has no place yet: the code and the words that fill its sentence. */
export interface Note {
  readonly code: ProblemCode;
  readonly details: readonly string[];
}

export const note = (code: ProblemCode, ...details: readonly string[]): Note => ({ code, details });

/** The note as a problem row of the file. */
export const problemOf = ({ code, details }: Note, place: { readonly document_id?: string | null; readonly path: string }): Problem =>
  (problem as (code: ProblemCode, at: typeof place, where: string, ...rest: readonly string[]) => Problem)(code, place, place.path, ...details);

/** An article as its file gives it. What the file does not tell is null. */
export interface Draft {
  readonly text: string;
  readonly title: string | null;
  /** ISO prefix. */
  readonly published: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** Whether the text was taken out of a format of its own, so that it stands nowhere as spans count it. */
  readonly extracted: boolean;
  /** Where in the text each page of the file begins; empty where a file has no pages. */
  readonly pages: readonly number[];
  readonly notes: readonly Note[];
}

/** Why no article can be had of a file. */
export interface Refusal {
  readonly refused: Note;
}

export const refuse = (code: ProblemCode, ...details: readonly string[]): Refusal => ({ refused: note(code, ...details) });

/** Reads a file that holds one article; what it throws is taken for a broken file. */
export type DocumentReader = (bytes: Uint8Array) => Promise<Draft | Refusal>;

/** A draft that tells nothing but its words. */
export const wordsAlone = (text: string, extracted: boolean): Draft => ({
  text,
  title: null,
  published: null,
  url: null,
  author: null,
  publisher: null,
  extracted,
  pages: [],
  notes: [],
});
