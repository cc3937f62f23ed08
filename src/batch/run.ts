import { availableParallelism, totalmem } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { collateAll, type Overflow, type Together } from '../collate/index.js';
import { openOutput, overflowInto, programVersion, shrinkCache, type InputOptions } from '../io/index.js';
import type { Findings, OverrideOutcome, Window } from '../model/index.js';
import { describe, document, OUTPUT_NAMES, type Highlights, type WriteOptions, type WrittenFile } from '../write/index.js';
import { countsOf, isGivenUp, type Counts } from './counts.js';
import { openDesk, type Desk } from './desk.js';
import { gather, InputError, unlessStopped, type Gathered, type Progress } from './gather.js';
import type { Origins } from './origins.js';
import { startPairs, type PairsThread } from './pairs.js';

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
  /** How many rows each table has, and what stands out in them. */
  readonly highlights: Highlights;
  readonly files: readonly WrittenFile[];
  readonly articles: number;
  readonly milliseconds: number;
  /** How many articles came from the cache, and why others did not. */
  readonly origins: Origins;
  /** What became of each override. */
  readonly overrides: readonly OverrideOutcome[];
}

/** The cache keeps no more bytes than this beside those of the last run. */
const MOST_CACHED = 10e9;
/** Articles put together between two looks at what else happens. */
const TURN = 50;
/** Rows put down at once: few, as they are gone before they would have to be moved in memory; and between two looks. */
const ROWS = 100;
const ROWS_A_TURN = 5000;

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
  let gathered: Gathered | null = null;
  let pairs: PairsThread | null = null;
  try {
    const overflow = overflowInto(output.scratch);
    gathered = await gather(options, output.scratch, overflow, report, say, stop);
    const { origins, overriding } = gathered;
    const articles = gathered.articles.count;
    if (articles === 0) throw new InputError('There is no article that can be read.', gathered.problems);
    report({ step: 'collating', articles, bytes: 0, totalBytes: 0 });
    pairs = startPairs(gathered, options, output);
    const desk = await openDesk(output, options.formats, options, pairs);
    const { together, givenUp } = await visitAll(gathered, pairs === null ? options.windows : null, overflow, desk, stop);
    report({ step: 'writing', articles, bytes: 0, totalBytes: 0 });
    for (const table of ['entities', 'identities', 'cooccurrences', 'ledger', 'problems'] as const) await putAll(desk, table, together[table], stop);
    const { files, highlights } = await unlessStopped(desk.close(overriding.outcomes()), stop);
    const counts = countsOf({ ...gathered, articles }, { documents: highlights.rows.documents, copies: highlights.copies, givenUp });
    const all = [...files, await output.write(describe(files, programVersion(), options))];
    await unlessStopped(turn(), stop);
    const milliseconds = Math.round(performance.now() - began);
    const record = runRecord(options, gathered, counts, highlights, all, milliseconds);
    await output.write(document('run.json', 'json', 'application/json', 'This run', record));
    output.finish();
    gathered.store.tidy();
    if (options.cache) shrinkCache(options.cache, MOST_CACHED);
    return { highlights, files: all, articles, milliseconds, origins, overrides: overriding.outcomes() };
  } catch (error) {
    // Whoever still writes would make anew what is deleted.
    await pairs?.dismiss();
    output.discard();
    throw error;
  } finally {
    gathered?.store.close();
  }
}

/** Lets every article pass in the order of ids: its own rows are put down as it comes by. */
async function visitAll(
  { articles, problems, knowledge, overriding }: Gathered,
  windows: readonly Window[] | null,
  overflow: Overflow,
  desk: Desk,
  stop: AbortSignal | undefined,
): Promise<{ readonly together: Together; readonly givenUp: number }> {
  let givenUp = 0;
  const collating = collateAll(articles, problems, knowledge, windows, overflow, overriding);
  for (let count = 1; ; count++) {
    const { done, value } = collating.next();
    if (done) return { together: value, givenUp };
    if (isGivenUp(value)) givenUp++;
    desk.put('documents', [value.document]);
    desk.put('mentions', value.mentions);
    desk.put('claims', value.claims);
    desk.put('dates', value.dates);
    if (value.article !== null) desk.show(value.article);
    if (count % TURN === 0) await unlessStopped(turn(), stop);
  }
}

async function putAll<Name extends keyof Findings>(
  desk: Desk,
  table: Name,
  rows: Iterable<Findings[Name][number]>,
  stop: AbortSignal | undefined,
): Promise<void> {
  let some: Findings[Name][number][] = [];
  let count = 0;
  for (const row of rows) {
    some.push(row);
    if (++count % ROWS !== 0) continue;
    desk.put(table, some);
    some = [];
    if (count % ROWS_A_TURN === 0) await unlessStopped(turn(), stop);
  }
  desk.put(table, some);
}

/** Facts about this one run, the only file that differs between two runs over the same articles. */
function runRecord(
  options: RunOptions,
  { circumstances: { gazetteers, program }, origins, overriding, crew }: Gathered,
  counts: Counts,
  { rows }: Highlights,
  files: readonly WrittenFile[],
  milliseconds: number,
): string {
  const record = {
    tool: 'sitrep',
    version: programVersion(),
    finished: new Date().toISOString(),
    milliseconds,
    options,
    program,
    gazetteers,
    counts,
    articles: origins,
    overrides: overriding.outcomes().map(({ override, changed }) => ({ ...override, changed })),
    rows,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    machine: {
      node: process.version,
      platform: process.platform,
      arch: process.arch,
      processors: availableParallelism(),
      memory_bytes: totalmem(),
      workers: crew,
    },
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
