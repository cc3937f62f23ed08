import { problem, type Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Problem, Related } from '../model/index.js';
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
