import { readArticle, unreadArticle } from '../collate/index.js';
import type { Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { ARMFUL, armfuls } from '../pipeline.js';
import { examineAll } from './examine.js';

/** The rows and counts of articles for the tables of a run, in their order; `keepText` keeps their words for formats that show them. */
export function analyseArticles(articles: readonly Article[], knowledge: Knowledge, keepText: boolean): readonly Reading[] {
  const readings: Reading[] = [];
  // Of an article only its rows are kept beyond its armful.
  for (const armful of armfuls(articles, ARMFUL, ({ source }) => source.text.length))
    examineAll(armful, knowledge).forEach(({ language, related, problems }, i) => {
      const { source, problems: before } = armful[i];
      readings.push(related === null ? unreadArticle(source, language, problems) : readArticle(related, language, before, keepText));
    });
  return readings;
}

export const analyseArticle = (article: Article, knowledge: Knowledge, keepText: boolean): Reading =>
  analyseArticles([article], knowledge, keepText)[0];
