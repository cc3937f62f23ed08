import type { ArticleText, Findings, OverrideOutcome } from '../model/index.js';

export interface WriteOptions {
  /** Byte order mark and CRLF, which Excel wants of a CSV file that it opens by a double click. */
  readonly excel: boolean;
}

/** A file to be written: what it is, and its content in pieces. */
export interface OutputFile {
  /** Path below the output folder, with forward slashes. */
  readonly path: string;
  readonly format: string;
  readonly mediatype: string;
  readonly title: string;
  /** The table whose rows it holds; null when it is made of several. */
  readonly table: keyof Findings | null;
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** A file as it was written. */
export interface WrittenFile extends Omit<OutputFile, 'pieces'> {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Rows of a table as UTF-8, a piece at a time; the pieces behind one another are the file. At least one row a piece, which is lent until the next. */
export interface Encoder {
  readonly head: string;
  readonly encode: (rows: readonly object[]) => Uint8Array;
  readonly tail: string;
}

/** A file that is written while its rows are made. */
export interface StreamedFile extends Omit<OutputFile, 'pieces'> {
  readonly encoder: Encoder;
}

/** A way to write what was found. */
export interface Format {
  readonly name: string;
  readonly reads: string;
  /** Whether it shows the articles themselves, which a run otherwise does not keep. */
  readonly needsTexts: boolean;
  /** Every name it may give to a file or folder directly below the output folder. */
  readonly names: readonly string[];
  readonly files: (found: Found, options: WriteOptions) => readonly OutputFile[];
  /** The file of a table, where the format can be written row by row; other formats need everything in memory. */
  readonly stream?: (table: keyof Findings, options: WriteOptions) => Promise<StreamedFile>;
}

/** All there is to write. `texts` is empty unless a wanted format needs it; sorted by document. */
export interface Found {
  readonly findings: Findings;
  readonly texts: readonly ArticleText[];
  /** What became of each override. */
  readonly overrides: readonly OverrideOutcome[];
}

/** A format of one file. */
export function oneFile(
  facts: { readonly name: string; readonly reads: string; readonly path: string; readonly mediatype: string; readonly title: string },
  pieces: (found: Found, options: WriteOptions) => OutputFile['pieces'],
  needsTexts = false,
): Format {
  const { name, reads, path, mediatype, title } = facts;
  return {
    name,
    reads,
    needsTexts,
    names: [path],
    files: (found, options) => [{ path, format: name, mediatype, title, table: null, pieces: pieces(found, options) }],
  };
}
