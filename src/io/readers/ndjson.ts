import type { Problem } from '../../model/index.js';
import { ARMFUL, type Armful, type Article, type Circle, type Opened } from '../armful.js';
import { readJsonLine } from '../json-line.js';
import { linesOf } from '../lines.js';
import { reason } from '../list.js';
import { problem } from '../problems.js';

/** The articles of an NDJSON file, a line each, some megabytes at a time. */
export async function* readNdjson({ path, chunks }: Opened, { options }: Circle): AsyncGenerator<Armful> {
  let articles: Article[] = [];
  let problems: Problem[] = [];
  let bytes = 0;
  let lines = 0;
  try {
    for await (const line of linesOf(chunks())) {
      lines++;
      const { source, problems: noted } = readJsonLine(line, path, options);
      if (source !== null && source.text.trim() !== '') articles.push({ source, problems: noted });
      else if (source !== null) problems.push(...noted, problem('empty-text', { path, line: line.number }, `Line ${line.number} of ${path}`));
      else problems.push(...noted);
      bytes += line.bytes?.length ?? 0;
      if (bytes < ARMFUL) continue;
      yield { articles, problems };
      [articles, problems, bytes] = [[], [], 0];
    }
  } catch (error) {
    problems.push(problem('unreadable-file', { path }, path, reason(error)));
    lines++;
  }
  if (lines === 0) problems.push(problem('empty-file', { path }, path));
  yield { articles, problems };
}
