import { GIVEN_UP, REFUSALS } from '../io/index.js';
import type { Problem } from '../model/index.js';
import type { Origins } from './origins.js';

/**
 * What became of all that was read. Each file, row or line is an article or refused; each article was kept from an earlier run or
 * analysed now; each is told in the tables, and those that were given up have a problem instead of rows.
 */
export interface Counts {
  /** Files that were opened; an archive and a table of articles are one each. */
  readonly files: number;
  /** Paths, files, rows and lines that gave no article, a row of `problems` each. */
  readonly refused: number;
  readonly articles: number;
  readonly from_cache: number;
  readonly analysed: number;
  /** Articles in another language, or on which the analysis failed, a row of `problems` each. */
  readonly given_up: number;
  /** Articles that are copies of others. */
  readonly copies: number;
}

/** Puts the numbers of a run side by side; an article that was lost on the way is a fault that ends the run. */
export function countsOf(
  read: { readonly files: number; readonly articles: number; readonly problems: readonly Problem[]; readonly origins: Origins },
  told: { readonly documents: number; readonly copies: number; readonly givenUp: number },
): Counts {
  const { cached, ...analysed } = read.origins;
  const counts = {
    files: read.files,
    refused: read.problems.filter(({ document_id, code }) => document_id === null && REFUSALS.has(code)).length,
    articles: read.articles,
    from_cache: cached,
    analysed: Object.values(analysed).reduce((sum, count) => sum + count, 0),
    given_up: told.givenUp,
    copies: told.copies,
  };
  if (counts.articles !== told.documents || counts.articles !== counts.from_cache + counts.analysed)
    throw new Error(`${read.articles} articles were read, ${told.documents} are in the tables: ${JSON.stringify(counts)}`);
  return counts;
}

export const isGivenUp = ({ problems }: { readonly problems: readonly Problem[] }): boolean => problems.some(({ code }) => GIVEN_UP.has(code));
