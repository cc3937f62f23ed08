import { readArticle, unreadArticle } from '../collate/index.js';
import { problem, type Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Problem, Reading, Related } from '../model/index.js';
import { analyze } from '../pipeline.js';
import { isReadable, languageOf } from './language.js';

/** One article analysed, or the reason why not. */
export interface Examined {
  readonly language: string | null;
  /** Null when the article is in another language or the analysis failed. */
  readonly related: Related | null;
  readonly problems: readonly Problem[];
}

/** Analyses an article and never throws: what goes wrong becomes a problem. */
export function examine({ source, problems }: Article, knowledge: Knowledge): Examined {
  const where = source.path ?? `The article "${source.id}"`;
  const place = { document_id: source.id, path: source.path };
  const language = languageOf(source.text, knowledge);
  if (!isReadable(language)) return { language, related: null, problems: [...problems, problem('other-language', place, where, language ?? 'und')] };
  try {
    const related = analyze(source, knowledge);
    return { language, related, problems: [...problems, ...related.problems] };
  } catch (error) {
    return { language, related: null, problems: [...problems, problem('analysis-failed', place, where, (error as Error).message)] };
  }
}

/** An article's rows and counts for the tables of a run; `keepText` keeps its words for formats that show them. */
export function analyseArticle(article: Article, knowledge: Knowledge, keepText: boolean): Reading {
  const { language, related, problems } = examine(article, knowledge);
  return related === null ? unreadArticle(article.source, language, problems) : readArticle(related, language, article.problems, keepText);
}
