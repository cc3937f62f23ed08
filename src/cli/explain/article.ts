import { statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { decode, listArticles, NO_INPUT_OPTIONS, readArticles, shownLine, type Article } from '../../index.js';
import { UsageError } from '../command.js';

interface Asked {
  readonly published: string | null;
  /** Which article of a file of many; null: the first. */
  readonly id: string | null;
}

/** The article that `sitrep explain` is about: words, a file that is read as a run reads it, or standard input. */
export async function articleToExplain(words: readonly string[], asked: Asked, say: (line: string) => void): Promise<Article> {
  const [first] = words;
  if (first === undefined || first === '-') {
    if (process.stdin.isTTY) say('Type or paste a text, then press Ctrl-D.');
    const read = decode(await buffer(process.stdin));
    if ('binary' in read) throw new UsageError(`The text on stdin is not text (${read.binary}); name the file instead: sitrep explain FILE.`);
    return articleOf(read.text, asked);
  }
  if (words.length === 1 && isThere(first)) return articleIn(first, asked, say);
  if (words.length === 1 && looksLikeFile(first))
    throw new UsageError(`There is no file ${first}; correct the path, or write the text itself in quotes.`);
  return articleOf(words.join(' '), asked);
}

function articleOf(text: string, { published }: Asked): Article {
  if (text.trim() === '') throw new UsageError('There is no text to explain; write it in quotes, name a file, or send it on stdin.');
  return { source: { id: 'text', text, title: null, published, url: null, path: null, sha256: null }, problems: [] };
}

/** An article of a file or folder; says so when there are others. */
async function articleIn(path: string, { published, id }: Asked, say: (line: string) => void): Promise<Article> {
  const listing = listArticles([path]);
  const problems = [...listing.problems];
  let found: Article | null = null;
  for await (const armful of readArticles(listing, { ...NO_INPUT_OPTIONS, published })) {
    problems.push(...armful.problems);
    for (const article of armful.articles) {
      if (found !== null) {
        say(`${shownLine(path)} holds more than one article; this is ${shownLine(found.source.id)}. Name another with --id.`);
        return found;
      }
      if (id !== null && article.source.id !== id) continue;
      found = article;
      if (id !== null) return found;
    }
  }
  if (found !== null) return found;
  const why = problems[0]?.message ?? (id === null ? `${path} holds no article; name a file of a format that sitrep run --help lists.` : null);
  throw new UsageError(shownLine(why ?? `${path} holds no article with the id ${id}; look it up in documents.csv of a run.`));
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
