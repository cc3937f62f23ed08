import { readArticle, unreadArticle } from '../collate/index.js';
import type { Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { ARMFUL, armfuls } from '../pipeline.js';
import { examineAll } from './examine.js';

/**
 * The rows and counts of articles for the tables of a run, in their order, as they are done: of an article nothing else is kept beyond its armful.
 * `keepText` keeps their words for formats that show them.
 */
export function* analyseArticles(articles: readonly Article[], knowledge: Knowledge, keepText: boolean): Generator<Reading> {
  for (const armful of armfuls(articles, ARMFUL, ({ source }) => source.text.length)) {
    const examined = examineAll(armful, knowledge);
    for (const [i, { language, related, problems }] of examined.entries()) {
      const { source, problems: before } = armful[i];
      yield related === null ? unreadArticle(source, language, problems) : readArticle(related, language, before, keepText);
    }
  }
}

export const analyseArticle = (article: Article, knowledge: Knowledge, keepText: boolean): Reading =>
  [...analyseArticles([article], knowledge, keepText)][0];
