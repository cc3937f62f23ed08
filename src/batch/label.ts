import { createHash } from 'node:crypto';
import { LABEL, type Article } from '../io/index.js';

// The label of a kept reading: which article it is of, and a hash of each thing that shapes it. Two labels that differ say why an
// article has to be analysed anew.

/** What shapes every reading of a run. */
export interface Circumstances {
  /** Content version of the gazetteers. */
  readonly gazetteers: string;
  /** Content version of the code. */
  readonly program: string;
  /** Whether readings hold the words of their articles. */
  readonly keepText: boolean;
}

/** Why a reading has to be made: never seen, something changed since, the last try failed, or what was kept is damaged. */
export type Why = 'new' | 'text' | 'metadata' | 'gazetteers' | 'rules' | 'options' | 'failed' | 'damaged';

export const PARTS = ['text', 'metadata', 'gazetteers', 'rules', 'options'] as const;
const ARTICLE = LABEL - PARTS.length * 8;

/** Makes the labels of a run. */
export function labeller({ gazetteers, program, keepText }: Circumstances): (article: Article) => Buffer {
  const shared = [hash(gazetteers), hash(program), hash(String(keepText))].map((part) => part.subarray(0, 8));
  return ({ source, problems }) => {
    const { text, ...metadata } = source;
    // UTF-16, since UTF-8 has no bytes for half a character and would make two texts one.
    const own = [createHash('sha256').update(text, 'utf16le').digest(), hash(JSON.stringify([metadata, problems]))].map((part) =>
      part.subarray(0, 8),
    );
    return Buffer.concat([hash(`${source.id}\0${source.path ?? ''}`).subarray(0, ARTICLE), ...own, ...shared], LABEL);
  };
}

export const isSameArticle = (a: Buffer, b: Buffer): boolean => a.subarray(0, ARTICLE).equals(b.subarray(0, ARTICLE));

/** The first thing in which two labels of one article differ; null when they are equal. */
export function difference(a: Buffer, b: Buffer): Why | null {
  if ([a, b].some((label) => part(label, 0).equals(FAILED))) return 'failed';
  return PARTS.find((_, i) => !part(a, i).equals(part(b, i))) ?? null;
}

/** The label of a reading that only says that the analysis failed: it fits no article, so that the next run tries again. */
export function failedLabel(label: Buffer): Buffer {
  const failed = Buffer.from(label);
  FAILED.copy(failed, ARTICLE);
  return failed;
}

const FAILED = Buffer.alloc(8);

const part = (label: Buffer, i: number): Buffer => label.subarray(ARTICLE + i * 8, ARTICLE + (i + 1) * 8);

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
