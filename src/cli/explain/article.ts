import { statSync } from 'node:fs';
import type { Article } from '../../index.js';
import { UsageError } from '../command.js';

/** What `sitrep explain` is asked of a text or file. */
export interface Asked {
  readonly published: string | null;
  /** Which article of a file of many; null: the first. */
  readonly id: string | null;
}

/** The article that `sitrep explain` is about: words, a file that is read as a run reads it, or standard input. */
export async function articleToExplain(words: readonly string[], asked: Asked, say: (line: string) => void): Promise<Article> {
  const [first] = words;
  if (first === undefined || first === '-') {
    if (process.stdin.isTTY) say('Type or paste a text, then press Ctrl-D.');
    return articleOf(await (await import('./read.js')).textOnStdin(), asked);
  }
  if (words.length === 1 && isThere(first)) return (await import('./read.js')).articleIn(first, asked, say);
  if (words.length === 1 && looksLikeFile(first))
    throw new UsageError(`There is no file ${first}; correct the path, or write the text itself in quotes.`);
  return articleOf(words.join(' '), asked);
}

function articleOf(text: string, { published }: Asked): Article {
  if (text.trim() === '') throw new UsageError('There is no text to explain; write it in quotes, name a file, or send it on stdin.');
  return { source: { id: 'text', text, title: null, published, url: null, path: null, sha256: null }, problems: [] };
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A text too long for a file name is no file.
    return false;
  }
}

/** One word with an ending or folders is a path with a mistake, and no text to explain. */
const looksLikeFile = (word: string): boolean => /^\S+$/.test(word) && (/\.[a-z]\w{1,5}$/.test(word) || word.includes('/'));
