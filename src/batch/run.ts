import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { openCollation } from '../collate/index.js';
import {
  GAZETTEERS,
  listArticles,
  loadKnowledge,
  NO_INPUT_OPTIONS,
  openOutput,
  PACKAGE,
  programHash,
  programVersion,
  readArticles,
  readOverrides,
  shrinkCache,
  type Article,
  type InputOptions,
} from '../io/index.js';
import type { Findings, OverrideOutcome, Problem, Window } from '../model/index.js';
import { describe, document, needTexts, OUTPUT_NAMES, write, type WriteOptions, type WrittenFile } from '../write/index.js';
import { readingOf } from './codec.js';
import { hireCrew, usualCrew } from './crew.js';
import type { Circumstances } from './label.js';
import { noOrigins, type Origins } from './origins.js';
import { openStore } from './store.js';

/** What a run is asked for. */
export interface RunOptions extends WriteOptions, Partial<InputOptions> {
  /** Files and folders; empty: the articles that come with the program. */
  readonly paths: readonly string[];
  readonly out: string;
  /** Names of formats, see FORMATS. */
  readonly formats: readonly string[];
  /** Kinds of windows in which co-occurrences are counted; documents alone make nine rows of ten. */
  readonly windows: readonly Window[];
  /** A gazetteer folder; null: the program's own. */
  readonly gazetteers: string | null;
  /** A file of overrides; null or left out: the overrides.csv of the gazetteer folder and beside the articles. */
  readonly overrides?: string | null;
  /** Threads that analyse; null: as many as the size of the input is worth. The output is the same for any number. */
  readonly workers: number | null;
  /** Folder in which readings are kept from run to run; null or left out: none. */
  readonly cache?: string | null;
}

export interface RunResult {
  readonly findings: Findings;
  readonly files: readonly WrittenFile[];
  readonly articles: number;
  readonly milliseconds: number;
  /** How many articles came from the cache, and why others did not. */
  readonly origins: Origins;
  /** What became of each override. */
  readonly overrides: readonly OverrideOutcome[];
}

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
/** The cache keeps no more bytes than this beside those of the last run. */
const MOST_CACHED = 10e9;
/** Size of the batches that are handed to one thread. */
const BATCH = 500_000;
/** One thread alone gains nothing by large ones, and what is done is kept sooner. */
const SMALL_BATCH = 20_000;

/**
 * The main job: reads articles, analyses them, writes every table into `out`, whole or not at all. A bad article becomes a
 * problem; nothing readable is an InputError, a bad gazetteer a GazetteerError, a folder that cannot be used an OutputError. When
 * `stop` is raised, the output folder is left as it was and its reason is thrown.
 */
export async function run(
  options: RunOptions,
  report: (progress: Progress) => void = () => {},
  say: (line: string) => void = () => {},
  stop?: AbortSignal,
): Promise<RunResult> {
  const began = performance.now();
  const output = openOutput(options.out, OUTPUT_NAMES);
  try {
    const { collation, articles, problems, circumstances, crew, store, origins } = await readAll(options, output.scratch, report, say, stop);
    if (articles === 0) throw new InputError('There is no article that can be read.', problems);
    const progress = { articles, bytes: 0, totalBytes: 0 };
    report({ step: 'collating', ...progress });
    const findings = collation.finish(problems);
    report({ step: 'writing', ...progress });
    const files: WrittenFile[] = [];
    await unlessStopped(turn(), stop);
    for (const file of write({ findings, texts: collation.texts() }, options.formats, options)) {
      files.push(await output.write(file));
      await unlessStopped(turn(), stop);
    }
    files.push(await output.write(describe(files, programVersion(), options)));
    const milliseconds = Math.round(performance.now() - began);
    await output.write(
      document(
        'run.json',
        'json',
        'application/json',
        'This run',
        runRecord(options, findings, files, circumstances, origins, collation.overrides(), crew, milliseconds),
      ),
    );
    output.finish();
    store.tidy();
    store.close();
    if (options.cache) shrinkCache(options.cache, MOST_CACHED);
    return { findings, files, articles, milliseconds, origins, overrides: collation.overrides() };
  } catch (error) {
    output.discard();
    throw error;
  }
}

/** What the work gives; a signal that comes before is thrown. */
async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T> {
  if (stop === undefined) return work;
  stop.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stopped = (): void => reject(stop.reason as Error);
    stop.addEventListener('abort', stopped, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', stopped));
  });
}

async function readAll(options: RunOptions, scratch: string, report: (progress: Progress) => void, say: (line: string) => void, stop?: AbortSignal) {
  const listing = listArticles(options.paths.length > 0 ? options.paths : [BUNDLED]);
  if (listing.files.length === 0) throw new InputError('There is no file that sitrep reads.', listing.problems);
  const totalBytes = listing.files.reduce((sum, file) => sum + file.bytes, 0);
  const size = options.workers ?? usualCrew(totalBytes);
  const knowledge = await loadKnowledge(options.gazetteers ?? GAZETTEERS, say, size > 1);
  const paths = options.paths.length > 0 ? options.paths : [BUNDLED];
  const overrides = await readOverrides(paths, options.gazetteers ?? GAZETTEERS, options.overrides);
  const collation = openCollation(knowledge, options.windows, overrides);
  const keepText = needTexts(options.formats);
  const circumstances = { gazetteers: knowledge.version, program: programHash(), keepText };
  const store = openStore(options.cache ?? null, paths, scratch, circumstances, say);
  const crew = hireCrew(size, knowledge, keepText);
  const problems: Problem[] = [...listing.problems];
  const origins = noOrigins();
  let articles = 0;
  let bytes = 0;
  const add = (data: Buffer): void => {
    const reading = readingOf(data);
    collation.add(reading);
    articles++;
    bytes += reading.document.characters;
  };
  const analyse = async (batch: readonly Article[]): Promise<void> => {
    const readings = await crew.analyse(batch);
    store.keep(batch, readings);
    for (const { data } of readings) add(data);
    report({ step: 'reading', articles, bytes, totalBytes });
  };
  try {
    // A few batches ahead keep every thread busy; more would only fill the memory.
    const ahead = crew.size === 1 ? 0 : crew.size * 2;
    const under: Promise<void>[] = [];
    for await (const armful of readArticles(listing, {
      articles: options.articles ?? null,
      published: options.published ?? null,
      fields: options.fields ?? NO_INPUT_OPTIONS.fields,
    })) {
      problems.push(...armful.problems);
      const unknown: Article[] = [];
      for (const article of armful.articles) {
        const found = store.find(article);
        origins['why' in found ? found.why : 'cached']++;
        if ('why' in found) unknown.push(article);
        else add(found.data);
      }
      report({ step: 'reading', articles, bytes, totalBytes });
      for (const batch of batches(unknown, crew.size === 1 ? SMALL_BATCH : BATCH)) {
        const work = analyse(batch);
        // Awaited below, in order; until then a failure must not count as unhandled.
        work.catch(() => {});
        under.push(work);
        while (under.length > ahead) await unlessStopped(under.shift() as Promise<void>, stop);
      }
    }
    await unlessStopped(Promise.all(under), stop);
  } finally {
    await crew.dismiss();
  }
  return { collation, articles, problems, circumstances, crew: crew.size, store, origins };
}

function* batches(articles: readonly Article[], size: number): Generator<readonly Article[]> {
  let batch: Article[] = [];
  let characters = 0;
  for (const article of articles) {
    batch.push(article);
    characters += article.source.text.length;
    if (characters < size) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Facts about this one run, the only file that differs between two runs over the same articles. */
function runRecord(
  options: RunOptions,
  findings: Findings,
  files: readonly WrittenFile[],
  { gazetteers, program }: Circumstances,
  origins: Origins,
  overrides: readonly OverrideOutcome[],
  workers: number,
  milliseconds: number,
): string {
  const rows = Object.fromEntries(Object.entries(findings).map(([table, list]) => [table, (list as readonly unknown[]).length]));
  const record = {
    tool: 'sitrep',
    version: programVersion(),
    finished: new Date().toISOString(),
    milliseconds,
    options,
    program,
    gazetteers,
    articles: origins,
    overrides: overrides.map(({ override, changed }) => ({ ...override, changed })),
    rows,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    machine: {
      node: process.version,
      platform: process.platform,
      arch: process.arch,
      processors: availableParallelism(),
      memory_bytes: totalmem(),
      workers,
    },
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
