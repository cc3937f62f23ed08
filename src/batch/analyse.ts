import { readArticle, unreadArticle } from '../collate/index.js';
import type { Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { examineAll } from './examine.js';

/** The rows and counts of articles for the tables of a run, in their order; `keepText` keeps their words for formats that show them. */
export const analyseArticles = (articles: readonly Article[], knowledge: Knowledge, keepText: boolean): readonly Reading[] =>
  examineAll(articles, knowledge).map(({ language, related, problems }, i) =>
    related === null ? unreadArticle(articles[i].source, language, problems) : readArticle(related, language, articles[i].problems, keepText),
  );

export const analyseArticle = (article: Article, knowledge: Knowledge, keepText: boolean): Reading =>
  analyseArticles([article], knowledge, keepText)[0];
