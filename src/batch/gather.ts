import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnits, openOverriding, type Articles, type Overflow, type Overriding } from '../collate/index.js';
import {
  GAZETTEERS,
  listArticles,
  loadKnowledge,
  NO_INPUT_OPTIONS,
  PACKAGE,
  programHash,
  readArticles,
  readOverrides,
  READ_ENDINGS,
  type Article,
} from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Override, Problem } from '../model/index.js';
import { ARMFUL, armfuls } from '../pipeline.js';
import { needTexts } from '../write/index.js';
import { hireCrew, usualCrew, type Crew } from './crew.js';
import type { Circumstances } from './label.js';
import { noOrigins, type Origins } from './origins.js';
import type { Places } from './places.js';
import type { RunOptions } from './run.js';
import { openStore, type Store } from './store.js';

/** How far a run has come. */
export interface Progress {
  readonly step: 'reading' | 'collating' | 'writing';
  readonly articles: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** An input in which nothing can be read: `problems` say why for each part. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super(message);
  }
}

/** The articles that come with the program. */
export const BUNDLED = join(PACKAGE, 'corpus', 'articles');
/** Characters handed to one of several threads at once: more gain nothing and fill the memory. One alone takes an armful, and what is done is kept sooner. */
const BATCH = 4 * ARMFUL;

/** All articles of a run, read and analysed; what was found lies in the store. */
export interface Gathered {
  /** What was found in each, numbered in the order of their ids, read from the store as it is asked for. */
  readonly articles: Articles;
  readonly files: number;
  /** Those of files and lines that gave no article. */
  readonly problems: readonly Problem[];
  readonly origins: Origins;
  readonly knowledge: Knowledge;
  readonly overrides: readonly Override[];
  readonly overriding: Overriding;
  readonly circumstances: Circumstances;
  readonly store: Store;
  /** Writes down in a new file where the readings stand, for a thread that reads them by itself. */
  readonly placesIn: (file: string) => Places;
  /** Threads that were at work. */
  readonly crew: number;
}

/** Reads the articles and has those analysed of which the store knows nothing; the texts themselves are not kept in memory. */
export async function gather(
  options: RunOptions,
  scratch: string,
  overflow: Overflow,
  report: (progress: Progress) => void,
  say: (line: string) => void,
  stop: AbortSignal | undefined,
): Promise<Gathered> {
  const paths = options.paths.length > 0 ? options.paths : [BUNDLED];
  const listing = listArticles(paths, overflow.sorter);
  if (listing.count === 0) {
    const where = paths.length === 1 ? `In ${paths[0]}` : 'There';
    throw new InputError(`${where} is no file that sitrep reads (${READ_ENDINGS.join(' ')}); name other files or folders.`, listing.problems);
  }
  if (options.articles && !existsSync(options.articles))
    throw new InputError(`There is no file ${options.articles}; correct the path behind --articles.`, []);
  const totalBytes = listing.bytes;
  const size = options.workers ?? usualCrew(totalBytes);
  const gazetteers = options.gazetteers ?? GAZETTEERS;
  const knowledge = await loadKnowledge(gazetteers, say, size > 1);
  const overrides = await readOverrides(paths, gazetteers, options.overrides);
  const overriding = openOverriding(overrides, knowledge);
  const keepText = needTexts(options.formats);
  const circumstances = { gazetteers: knowledge.version, program: programHash(), keepText };
  const store = openStore(options.cache ?? null, paths, scratch, overflow.table(3), circumstances, say);
  const crew = hireCrew(size, knowledge, keepText);
  const problems: Problem[] = [...listing.problems];
  const origins = noOrigins();
  const found = openFinds(overflow);
  let bytes = 0;
  const analyse = async (batch: readonly Article[]): Promise<void> => {
    const kept = store.keep(batch, await crew.analyse(batch));
    kept.forEach((one, i) => found.add(batch[i].source.id, one));
    for (const { source } of batch) bytes += source.text.length;
    report({ step: 'reading', articles: found.size(), bytes, totalBytes });
  };
  const take = async (articles: readonly Article[], work: (batch: readonly Article[]) => Promise<void>): Promise<void> => {
    const unknown: Article[] = [];
    for (const article of articles) {
      const kept = store.find(article);
      origins['why' in kept ? kept.why : 'cached']++;
      if ('why' in kept) unknown.push(article);
      else {
        found.add(article.source.id, kept.kept);
        bytes += article.source.text.length;
      }
    }
    report({ step: 'reading', articles: found.size(), bytes, totalBytes });
    for (const batch of armfuls(unknown, crew.size === 1 ? ARMFUL : BATCH, ({ source }) => source.text.length)) await work(batch);
  };
  try {
    const line = openLine(crew, analyse, stop);
    const { articles = null, published = null, fields = NO_INPUT_OPTIONS.fields } = options;
    for await (const armful of readArticles(listing, { articles, published, fields })) {
      problems.push(...armful.problems);
      await take(armful.articles, line.add);
    }
    await line.end();
  } catch (error) {
    store.close();
    throw error;
  } finally {
    await crew.dismiss();
  }
  const numberOf = found.numbered();
  const count = found.size();
  function* numbers(): Generator<number> {
    for (let article = 0; article < count; article++) yield numberOf(article);
  }
  return {
    articles: {
      count,
      head: (article) => store.head(numberOf(article)),
      reading: (article) => store.read(numberOf(article)),
    },
    files: listing.count,
    problems,
    origins,
    knowledge,
    overrides,
    overriding,
    circumstances,
    store,
    placesIn: (file) => store.placesOf(numbers(), file),
    crew: crew.size,
  };
}

/** Finds that are sorted in memory. */
const MOST_FINDS = 20_000;

/** The number that the store has for each article. */
function openFinds({ sorter, table }: Overflow) {
  const finds = sorter<readonly [id: string, kept: number]>((a, b) => byCodeUnits(a[0], b[0]), MOST_FINDS);
  let size = 0;
  return {
    add(id: string, kept: number): void {
      finds.add([id, kept]);
      size++;
    },
    size: () => size,
    /** By the place of the article in the order of the ids. */
    numbered(): (article: number) => number {
      const numbers = table(1);
      for (const [, kept] of finds.rows()) numbers.add(Float64Array.of(kept));
      return (article) => numbers.at(article)[0];
    },
  };
}

/** Batches at work: as many ahead as keep every thread busy; more would only fill the memory. */
function openLine(crew: Crew, analyse: (batch: readonly Article[]) => Promise<void>, stop: AbortSignal | undefined) {
  const ahead = crew.size === 1 ? 0 : crew.size * 2;
  const under: Promise<void>[] = [];
  return {
    async add(batch: readonly Article[]): Promise<void> {
      const work = analyse(batch);
      // Awaited later, in order; until then a failure must not count as unhandled.
      work.catch(() => {});
      under.push(work);
      while (under.length > ahead) await unlessStopped(under.shift() as Promise<void>, stop);
    },
    end: async (): Promise<void> => {
      await unlessStopped(Promise.all(under), stop);
    },
  };
}

/** What the work gives; a signal that comes before is thrown. */
export async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T> {
  if (stop === undefined) return work;
  stop.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stopped = (): void => reject(stop.reason as Error);
    stop.addEventListener('abort', stopped, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', stopped));
  });
}
