import { problem, type Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Problem, Related, Source } from '../model/index.js';
import { analyzeAll } from '../pipeline.js';
import { isReadable, languageOf } from './language.js';

/** One article analysed, or the reason why not. */
export interface Examined {
  readonly language: string | null;
  /** Null when the article is in another language or the analysis failed. */
  readonly related: Related | null;
  readonly problems: readonly Problem[];
}

/** Analyses articles, in their order, and never throws: what goes wrong with one becomes a problem of its own. */
export function examineAll(articles: readonly Article[], knowledge: Knowledge): readonly Examined[] {
  const languages = articles.map(({ source }) => languageOf(source.text, knowledge));
  const readable = articles.filter((_, i) => isReadable(languages[i]));
  const outcomes = outcomesOf(
    readable.map(({ source }) => source),
    knowledge,
  );
  let next = 0;
  return articles.map(({ source, problems }, i) => {
    const language = languages[i];
    const where = source.path ?? `The article "${source.id}"`;
    const place = { document_id: source.id, path: source.path };
    if (!isReadable(language))
      return { language, related: null, problems: [...problems, problem('other-language', place, where, language ?? 'und')] };
    const outcome = outcomes[next++];
    return outcome instanceof Error
      ? { language, related: null, problems: [...problems, problem('analysis-failed', place, where, outcome.message)] }
      : { language, related: outcome, problems: [...problems, ...outcome.problems] };
  });
}

export const examine = (article: Article, knowledge: Knowledge): Examined => examineAll([article], knowledge)[0];

/** All are analysed together; when that fails, one by one, so that only what fails by itself is lost. */
function outcomesOf(sources: readonly Source[], knowledge: Knowledge): readonly (Related | Error)[] {
  try {
    return analyzeAll(sources, knowledge);
  } catch (error) {
    return sources.length === 1 ? [error as Error] : sources.flatMap((source) => outcomesOf([source], knowledge));
  }
}
