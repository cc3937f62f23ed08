import { buffer } from 'node:stream/consumers';
import { decode, listArticles, NO_INPUT_OPTIONS, readArticles, shownLine, type Article } from '../../index.js';
import { UsageError } from '../command.js';
import type { Asked } from './article.js';

// What `sitrep explain` needs only where the text is not among its words.

/** The text that stands on standard input. */
export async function textOnStdin(): Promise<string> {
  const read = decode(await buffer(process.stdin));
  if ('binary' in read) throw new UsageError(`The text on stdin is not text (${read.binary}); name the file instead: sitrep explain FILE.`);
  return read.text;
}

/** An article of a file or folder; says so when there are others. */
export async function articleIn(path: string, { published, id }: Asked, say: (line: string) => void): Promise<Article> {
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
