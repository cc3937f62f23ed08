import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { openCollation } from '../collate/index.js';
import { GAZETTEERS, listArticles, loadKnowledge, openOutput, PACKAGE, programVersion, readArticles, type Article } from '../io/index.js';
import type { Findings, Problem, Reading, Window } from '../model/index.js';
import { describe, document, needTexts, OUTPUT_NAMES, write, type WriteOptions, type WrittenFile } from '../write/index.js';
import { hireCrew, usualCrew } from './crew.js';

/** What a run is asked for. */
export interface RunOptions extends WriteOptions {
  /** Files and folders; empty: the articles that come with the program. */
  readonly paths: readonly string[];
  readonly out: string;
  /** Names of formats, see FORMATS. */
  readonly formats: readonly string[];
  /** Kinds of windows in which co-occurrences are counted; documents alone make nine rows of ten. */
  readonly windows: readonly Window[];
  /** A metadata file for all articles; null: the articles.csv beside them. */
  readonly articles: string | null;
  /** A gazetteer folder; null: the program's own. */
  readonly gazetteers: string | null;
  /** Threads that analyse; null: as many as the size of the input is worth. The output is the same for any number. */
  readonly workers: number | null;
}

export interface RunResult {
  readonly findings: Findings;
  readonly files: readonly WrittenFile[];
  readonly articles: number;
  readonly milliseconds: number;
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
/** Size of the batches that are handed to one thread. */
const BATCH = 500_000;

/**
 * The main job: reads articles, analyses them, writes every table into `out`, whole or not at all. A bad article becomes a
 * problem; nothing readable is an InputError, a bad gazetteer a GazetteerError, a folder that cannot be used an OutputError.
 */
export async function run(
  options: RunOptions,
  report: (progress: Progress) => void = () => {},
  say: (line: string) => void = () => {},
): Promise<RunResult> {
  const began = performance.now();
  const output = openOutput(options.out, OUTPUT_NAMES);
  try {
    const { collation, articles, problems, version, crew } = await readAll(options, report, say);
    if (articles === 0) throw new InputError('There is no article that can be read.', problems);
    const progress = { articles, bytes: 0, totalBytes: 0 };
    report({ step: 'collating', ...progress });
    const findings = collation.finish(problems);
    report({ step: 'writing', ...progress });
    const files: WrittenFile[] = [];
    for (const file of write({ findings, texts: collation.texts() }, options.formats, options)) files.push(await output.write(file));
    files.push(await output.write(describe(files, programVersion(), options)));
    const milliseconds = Math.round(performance.now() - began);
    await output.write(
      document('run.json', 'json', 'application/json', 'This run', runRecord(options, findings, files, version, crew, milliseconds)),
    );
    output.finish();
    return { findings, files, articles, milliseconds };
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function readAll(options: RunOptions, report: (progress: Progress) => void, say: (line: string) => void) {
  const listing = listArticles(options.paths.length > 0 ? options.paths : [BUNDLED]);
  if (listing.files.length === 0) throw new InputError('There is no .txt or .ndjson file to read.', listing.problems);
  const totalBytes = listing.files.reduce((sum, file) => sum + file.bytes, 0);
  const size = options.workers ?? usualCrew(totalBytes);
  const knowledge = await loadKnowledge(options.gazetteers ?? GAZETTEERS, say, size > 1);
  const collation = openCollation(knowledge, options.windows);
  const crew = hireCrew(size, knowledge, needTexts(options.formats));
  const problems: Problem[] = [...listing.problems];
  let articles = 0;
  let bytes = 0;
  try {
    const under: Promise<readonly Reading[]>[] = [];
    const settle = async (left: number): Promise<void> => {
      while (under.length > left) {
        for (const reading of await (under.shift() as Promise<readonly Reading[]>)) {
          collation.add(reading);
          articles++;
          bytes += reading.document.characters;
        }
        report({ step: 'reading', articles, bytes, totalBytes });
      }
    };
    for await (const armful of readArticles(listing, options.articles ?? undefined)) {
      problems.push(...armful.problems);
      for (const batch of batches(armful.articles)) {
        const readings = crew.analyse(batch);
        // Awaited below, in order; until then a failure must not count as unhandled.
        readings.catch(() => {});
        under.push(readings);
        // A few batches ahead keep every thread busy; more would only fill the memory.
        await settle(crew.size * 2);
      }
    }
    await settle(0);
  } finally {
    await crew.dismiss();
  }
  return { collation, articles, problems, version: knowledge.version, crew: crew.size };
}

function* batches(articles: readonly Article[]): Generator<readonly Article[]> {
  let batch: Article[] = [];
  let characters = 0;
  for (const article of articles) {
    batch.push(article);
    characters += article.source.text.length;
    if (characters < BATCH) continue;
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
  gazetteers: string,
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
    gazetteers,
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
