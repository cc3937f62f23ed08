import type { Problem, Source } from '../model/index.js';
import type { Library } from './library.js';
import type { Fields } from './readers/fields.js';

/** An article that could be read, with what was noticed on the way. */
export interface Article {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/** Articles read together, and the problems of those that could not be read. */
export interface Armful {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** Bytes held at once, unless one file has more. */
export const ARMFUL = 8_000_000;

/** What a person may say about the articles. */
export interface InputOptions {
  /** A metadata file for all articles; null: the articles.csv beside them. */
  readonly articles: string | null;
  /** Date of those articles that do not tell their own, an ISO prefix. */
  readonly published: string | null;
  /** Which columns of tables hold what; null: those with usual names. */
  readonly fields: Fields;
}

export const NO_INPUT_OPTIONS: InputOptions = { articles: null, published: null, fields: { text: null, id: null, date: null } };

/** What every reader is given. */
export interface Circle {
  readonly library: Library;
  readonly options: InputOptions;
}

/** Where a file is: `file` may lie within an archive. */
export interface Located {
  readonly file: string;
  /** Relative to the input folder, with forward slashes; the bare name of a file that was named itself. */
  readonly path: string;
  /** Folder in which articles.csv describes it. */
  readonly root: string;
  /** Whether a person named this very file. */
  readonly named: boolean;
}

/** A file whose bytes can be read, more than once. */
export interface Opened extends Located {
  readonly chunks: () => AsyncIterable<Buffer>;
}
