import { join } from 'node:path';
import {
  baselineOf,
  belowFloors,
  compareWithBaseline,
  evaluate as score,
  f1,
  type Evaluation,
  type Flip,
  percent,
  precision,
  recall,
  type Shortfall,
  writeErrors,
  writeFlips,
  writeTables,
} from '../evaluate/index.js';
import { GAZETTEERS, loadKnowledge } from '../io/gazetteers/gazetteers.js';
import { readBaseline, readFloors, readGoldArticles, writeBaseline } from '../io/gold.js';
import { PACKAGE } from '../io/program.js';
import { analyzeAll } from '../pipeline.js';
import { type Command, GAZETTEERS_OPTION, textOf, UsageError } from './command.js';

export const evaluate: Command = {
  reads: `Scores sitrep against marked articles: precision, recall and F1 of mentions, entities, dates, claims and co-occurrences.

Gold is a folder of <id>.txt with ⟦words|label⟧ marks and <id>.claims.csv with the slots of the claims; corpus/gold/README.md tells
the labels. articles.csv in the folder or beside it gives titles and dates. Without a folder: the articles that come with sitrep.`,
  argument: { name: '[gold...]', reads: 'folders of marked articles, or marked articles' },
  options: [
    { flags: '--json', reads: 'one JSON object instead of tables' },
    { flags: '--errors <number>', reads: 'show so many misses, false alarms and wrong answers of each layer as marked sentences' },
    { flags: '--baseline <file>', reads: 'show which items are newly right or newly wrong since this baseline' },
    { flags: '--write-baseline <file>', reads: 'write every item, right or wrong, as CSV' },
    { flags: '--floors <file>', reads: 'CSV with the columns set, measure, floor; a measure below its floor gives exit code 1' },
    { flags: '--set <name>', reads: 'the set of the floors file that counts', usually: 'corpus' },
    GAZETTEERS_OPTION,
  ],
  examples: [
    ['sitrep evaluate', 'how right is it on its own articles?'],
    ['sitrep evaluate my-gold --errors 5', 'on yours, with examples of what went wrong'],
    ['sitrep evaluate my-gold --write-baseline before.csv', 'then change something, and:'],
    ['sitrep evaluate my-gold --baseline before.csv', 'what flipped?'],
  ],
  async run(words, options, terminal) {
    const limit = numberOf(textOf(options, 'errors'));
    const { articles, problems } = await readGoldArticles(words.length > 0 ? words : [join(PACKAGE, 'corpus')]);
    for (const { message } of problems) terminal.say(message);
    const bare = articles.filter(({ gold }) => gold.mentions.length + gold.dates.length + gold.claims.length === 0).map(({ gold }) => gold.id);
    if (bare.length > 0) terminal.say(`Nothing is marked in ${bare.join(', ')}: all that is found there counts as a false alarm.`);
    if (articles.length === 0) {
      terminal.say('sitrep: no marked article could be read; name a folder with <id>.txt files marked as corpus/gold/README.md tells.');
      return 2;
    }
    // All that can be wrong with the arguments is found before the work begins.
    const baseline = fileOf(options, 'baseline', readBaseline);
    const floors = fileOf(options, 'floors', readFloors);
    const knowledge = await loadKnowledge(textOf(options, 'gazetteers') ?? GAZETTEERS, terminal.say);
    const analysed = analyzeAll(
      articles.map(({ source }) => source),
      knowledge,
    );
    const evaluation = score(
      articles.map(({ gold }) => gold),
      analysed,
    );
    const flips = baseline && compareWithBaseline(evaluation.items, baseline);
    const short = belowFloors(textOf(options, 'set') ?? 'corpus', evaluation.measures, floors ?? []);
    if (options['json'] === true) await terminal.out(`${JSON.stringify(report(evaluation, flips, short))}\n`);
    else {
      await terminal.out(writeTables(evaluation));
      if (limit > 0) await terminal.out(writeErrors(evaluation.items, analysed, limit));
      if (flips) await terminal.out(writeFlips(flips, analysed, limit || 10));
    }
    const file = textOf(options, 'writeBaseline');
    if (file !== null) writeBaseline(file, baselineOf(evaluation.items));
    for (const { measure, floor, value } of short)
      terminal.say(`${measure} is ${value === null ? 'not measured' : value.toFixed(2)}, below its floor ${floor}`);
    return short.length > 0 || problems.length > 0 ? 1 : 0;
  },
};

function numberOf(given: string | null): number {
  if (given === null) return 0;
  if (!/^\d{1,6}$/.test(given)) throw new UsageError(`--errors ${given}: write how many to show, as 5.`);
  return Number(given);
}

function fileOf<T>(options: Parameters<typeof textOf>[0], name: string, read: (file: string) => T): T | null {
  const file = textOf(options, name);
  if (file === null) return null;
  try {
    return read(file);
  } catch (error) {
    throw new UsageError(`--${name} ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** What `--json` prints. */
function report({ documents, measures, items }: Evaluation, flips: readonly Flip[] | null, short: readonly Shortfall[]): object {
  const share = (value: number): number => Number(percent(value));
  return {
    documents,
    measures: Object.fromEntries(
      measures.map((m) => [m.name, { gold: m.gold, found: m.found, precision: share(precision(m)), recall: share(recall(m)), f1: share(f1(m)) }]),
    ),
    errors: items.filter(({ wrong }) => wrong.length > 0),
    flips:
      flips?.map(({ item, before, newlyRight, newlyWrong }) => ({ item: item ?? before, newly_right: newlyRight, newly_wrong: newlyWrong })) ?? null,
    below_floors: short,
  };
}
