import { readArticle, unreadArticle } from '../collate/index.js';
import type { Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { examine } from './examine.js';

/** An article's rows and counts for the tables of a run; `keepText` keeps its words for formats that show them. */
export function analyseArticle(article: Article, knowledge: Knowledge, keepText: boolean): Reading {
  const { language, related, problems } = examine(article, knowledge);
  return related === null ? unreadArticle(article.source, language, problems) : readArticle(related, language, article.problems, keepText);
}
