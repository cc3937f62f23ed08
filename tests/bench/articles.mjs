// The text that is measured: the bundled articles, repeated until there is enough, as sources and as files.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bundled = join(import.meta.dirname, '../../corpus/articles');
const articles = readdirSync(bundled)
  .sort()
  .map((name) => readFileSync(join(bundled, name)));

/** At least `bytes` of articles as UTF-8, whole articles only, with what they weigh together. */
export function articlesOf(bytes) {
  const list = [];
  let size = 0;
  while (size < bytes) for (const article of articles) if (size < bytes) size += list[list.push(article) - 1].length;
  return { list, size };
}

/** One article as the pipeline takes it. */
export const sourceOf = (text, i) => ({ id: `a${i}`, text, title: null, published: '2024-05-14', url: null, path: null, sha256: null });

/** The articles as files of a new folder, a thousand a folder; the caller removes it. */
export function folderOf(list) {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  list.forEach((article, i) => {
    const inner = join(folder, `part${Math.floor(i / 1000)}`);
    if (i % 1000 === 0) mkdirSync(inner);
    writeFileSync(join(inner, `a${i}.txt`), article);
  });
  return folder;
}
