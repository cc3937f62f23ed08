import { constants } from 'node:os';
import {
  ALL_WINDOWS,
  FORMATS,
  InputError,
  isoPrefix,
  nearest,
  originLine,
  overrideLine,
  problemLines,
  run as runArticles,
  summary,
  TABLES,
  USUAL_FORMATS,
  usualCacheFolder,
  type Progress,
} from '../index.js';
import { CACHE_OPTION, GAZETTEERS_OPTION, textOf, UsageError, type Command, type Options } from './command.js';
import { openProgress } from './terminal/progress.js';
import { spareMemory } from './spare-memory.js';

/** Characters from which on a run is long enough to care for memory. */
const LONG_RUN = 400_000;

export const run: Command = {
  reads: `Reads articles and writes every table: ${Object.keys(TABLES).join(', ')}.

Reads .txt, .md, .html, .pdf, .docx and .eml files (an article each), .csv, .tsv and .ndjson files (an article a row or line), and folders,
patterns ("news/**/*.pdf") and .zip archives of them; - is standard input. An articles.csv beside the articles gives titles, dates and
addresses (columns id or file, title, published, url, author, publisher); else a page, mail or table tells its own date. The output
folder is replaced whole.

Formats:
${FORMATS.map(({ name, reads }) => `  ${name.padEnd(8)}${reads}`).join('\n')}`,
  argument: { name: '[paths...]', reads: 'files and folders; none: the articles that come with sitrep' },
  options: [
    { flags: '-o, --out <folder>', reads: 'folder for the tables', usually: 'output' },
    { flags: '--format <names...>', reads: 'formats to write', usually: USUAL_FORMATS.join(' ') },
    { flags: '--formats <names...>', reads: 'the same', hidden: true },
    { flags: '--excel', reads: 'CSV with byte order mark and CRLF, as Excel wants it' },
    { flags: '--windows <names...>', reads: 'where two entities must meet to make a row of cooccurrences', usually: ALL_WINDOWS.join(' ') },
    { flags: '--articles <file>', reads: 'CSV with titles, dates and addresses', usually: 'articles.csv beside the articles' },
    { flags: '--published <date>', reads: 'day of publication of those articles that do not tell their own', usually: 'unknown' },
    { flags: '--text-field <column>', reads: 'column of a CSV or field of an NDJSON file that holds the text', usually: 'text, body, content …' },
    { flags: '--id-field <column>', reads: 'column or field that holds the id', usually: 'id' },
    { flags: '--date-field <column>', reads: 'column or field that holds the date of publication', usually: 'published, date …' },
    GAZETTEERS_OPTION,
    {
      flags: '--overrides <file>',
      reads: 'CSV with your corrections of names and numbers',
      usually: 'overrides.csv beside the articles and in the gazetteers',
    },
    { flags: '--jobs <number>', reads: 'threads to analyse with; the tables are the same for any number', usually: 'as many as the input is worth' },
    { flags: '--workers <number>', reads: 'the same', hidden: true },
    CACHE_OPTION,
    { flags: '--no-cache', reads: 'analyse every article anew and keep nothing' },
    { flags: '-q, --quiet', reads: 'no progress and no summary' },
  ],
  examples: [
    ['sitrep run', 'the articles that come with sitrep, into output/'],
    ['sitrep run news/ --out report', 'a folder of articles'],
    ['sitrep run a.pdf b.html feed.csv -o report --excel', 'single files, for Excel'],
    ['sitrep run table.csv -o report --text-field story', 'a table of articles with a text column of its own name'],
    ['sitrep run news/ -o report --format json', 'only JSON'],
    ['sitrep run news/ -o report --format csv xlsx gexf', 'tables, a workbook and a graph for Gephi'],
  ],
  takesProject: true,
  async run(paths, options, terminal) {
    const quiet = options['quiet'] === true;
    const progress = openProgress(terminal);
    const out = textOf(options, 'out') ?? 'output';
    const asked = {
      paths,
      out,
      formats: namesOf(
        options,
        options['formats'] === undefined ? 'format' : 'formats',
        'format',
        FORMATS.map(({ name }) => name),
        USUAL_FORMATS,
      ),
      excel: options['excel'] === true,
      windows: namesOf(options, 'windows', 'window', ALL_WINDOWS, ALL_WINDOWS),
      articles: textOf(options, 'articles'),
      published: publishedOf(options),
      fields: { text: textOf(options, 'textField'), id: textOf(options, 'idField'), date: textOf(options, 'dateField') },
      gazetteers: textOf(options, 'gazetteers'),
      overrides: textOf(options, 'overrides'),
      workers: jobsOf(options),
      cache: options['cache'] === false ? null : (textOf(options, 'cache') ?? usualCacheFolder()),
    };
    const signals = listen();
    try {
      const { highlights, milliseconds, origins, overrides } = await runArticles(
        asked,
        (at) => {
          if (at.bytes > LONG_RUN) spareMemory();
          if (!quiet) progress.show(progressText(at));
        },
        terminal.say,
        signals.stop,
      );
      progress.end();
      if (!quiet)
        for (const line of [...summary(highlights, out, milliseconds), originLine(origins), overrideLine(overrides)])
          if (line !== null) terminal.say(line);
      return highlights.rows.problems > 0 ? 1 : 0;
    } catch (error) {
      progress.end();
      if (error instanceof Stopped) {
        const kept = asked.cache === null ? '' : ' The same command goes on where this one stopped.';
        terminal.say(`Stopped: ${out} is as it was before.${kept}`);
        return error.code;
      }
      if (error instanceof InputError) for (const line of problemLines(error.problems, '')) terminal.say(`  ${line}`);
      throw error;
    } finally {
      signals.ignore();
    }
  },
};

/** Somebody wants the run to end. `code`: what shells expect of a program that a signal ended. */
class Stopped extends Error {
  constructor(readonly code: number) {
    super('stopped');
  }
}

/** The first signal stops the run tidily, a second one at once. */
function listen(): { readonly stop: AbortSignal; readonly ignore: () => void } {
  const controller = new AbortController();
  const heard = (signal: NodeJS.Signals): void => {
    const code = 128 + constants.signals[signal];
    if (controller.signal.aborted) process.exit(code);
    controller.abort(new Stopped(code));
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  return {
    stop: controller.signal,
    ignore: () => {
      for (const signal of SIGNALS) process.off(signal, heard);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function progressText({ step, articles, bytes, totalBytes }: Progress): string {
  if (step === 'collating') return `putting ${articles} articles together`;
  if (step === 'writing') return 'writing the tables';
  return `${articles} articles, ${totalBytes === 0 ? 0 : Math.min(99, Math.floor((100 * bytes) / totalBytes))} %`;
}

/** The names given behind an option that takes a list, all of them known. */
function namesOf<T extends string>(options: Options, option: string, thing: string, known: readonly T[], usual: readonly T[]): readonly T[] {
  const given = options[option];
  if (!Array.isArray(given)) return usual;
  const names = (given as readonly string[]).flatMap((name) => name.split(',')).filter((name) => name !== '');
  const unknown = names.filter((name) => !known.some((one) => one === name));
  if (unknown.length > 0) throw new UsageError(`There is no ${thing} ${unknown.join(', ')}; ${meant(unknown[0], known)} behind --${option}.`);
  return known.filter((one) => names.includes(one));
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `write ${known.join(' or ')}` : `did you mean ${near}? Write ${known.join(' or ')}`;
}

function publishedOf(options: Options): string | null {
  const given = textOf(options, 'published');
  const published = given === null ? null : isoPrefix(given);
  if (given !== null && published === null) throw new UsageError(`"${given}" is no date; write the day as 2023-11-20 behind --published.`);
  return published;
}

function jobsOf(options: Options): number | null {
  const option = options['jobs'] === undefined ? 'workers' : 'jobs';
  const given = textOf(options, option);
  if (given === null) return null;
  const jobs = Number(given);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new UsageError(`"${given}" is no number of threads; write 1 to 64 behind --${option}.`);
  return jobs;
}
