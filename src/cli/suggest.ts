import { mkdtempSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addRows,
  readAccepted,
  readListed,
  readRunTables,
  run,
  shownLine,
  suggestionsCsv,
  suggestRows,
  usualCacheFolder,
  type Seen,
  type Suggestion,
} from '../index.js';
import { GAZETTEERS_OPTION, textOf, UsageError, type Command, type Options, type Terminal } from './command.js';
import { openKeys } from './terminal/keys.js';

const USUAL = { documents: 2, mentions: 3 };

export const suggest: Command = {
  reads: `Proposes rows for the gazetteers: names seen often and listed nowhere, with their spellings, the sentences that hold them, names
like one that is there, and acronyms that no article spells out.

Two ways to take them: --accept asks for each, one key an answer; or --out writes them as a table, you write y into its column accept
(and correct what you like), and --apply adds those rows. They are added to the folder of --gazetteers, all or none.`,
  argument: { name: '[paths...]', reads: 'an output folder of sitrep run, or articles' },
  options: [
    { flags: '-o, --out <file>', reads: 'write the suggestions as CSV' },
    { flags: '--accept', reads: 'ask for each: y adds it, n does not, q ends and adds what was taken' },
    { flags: '--apply <file>', reads: 'add the accepted rows of such a CSV' },
    { ...GAZETTEERS_OPTION, reads: 'folder that gets the rows; its names count as known', usually: 'those of sitrep, to look names up' },
    { flags: '--least <number>', reads: 'how often a name must be seen, if not in two articles', usually: String(USUAL.mentions) },
    { flags: '--most <number>', reads: 'names to propose', usually: '50' },
  ],
  examples: [
    ['sitrep suggest report/', 'what a run found that no gazetteer has'],
    ['sitrep suggest news/ --accept --gazetteers mine/gazetteers', 'decide with one key each'],
    ['sitrep suggest report/ --out suggestions.csv', 'for a spreadsheet'],
    ['sitrep suggest --apply suggestions.csv --gazetteers mine/gazetteers', 'add the rows marked y'],
  ],
  async run(paths, options, terminal) {
    const gazetteers = textOf(options, 'gazetteers');
    const apply = textOf(options, 'apply');
    if ((apply !== null || options['accept'] === true) && gazetteers === null)
      throw new UsageError('Say which folder gets the rows: --gazetteers FOLDER (sitrep init makes one).');
    if (apply !== null) return add(gazetteers as string, await readAccepted(apply), terminal);
    if (paths.length === 0) throw new UsageError('Name an output folder of sitrep run, or articles: sitrep suggest report/');
    const listed = await readListed(gazetteers ?? undefined);
    const seen = await seenIn(paths, gazetteers, terminal);
    const all = suggestRows(seen, listed.names, listed.kinds, { ...USUAL, mentions: numberOf(options, 'least', USUAL.mentions) });
    const suggestions = leading(all, numberOf(options, 'most', 50));
    if (options['accept'] === true) return add(gazetteers as string, await asked(suggestions, terminal), terminal);
    const out = textOf(options, 'out');
    if (out !== null) {
      writeFileSync(out, await suggestionsCsv(suggestions));
      terminal.say(`${suggestions.length} rows in ${out}. Write y into the column accept, then: sitrep suggest --apply ${out} --gazetteers FOLDER`);
    } else await terminal.out(suggestions.map((one) => `${described(one).join('\n')}\n`).join(''));
    if (suggestions.length === 0) terminal.say('Every name seen often is in the gazetteers.');
    return 0;
  },
};

/** The tables of an output folder, or those of a run over articles that leaves nothing behind. */
async function seenIn(paths: readonly string[], gazetteers: string | null, { say }: Terminal): Promise<Seen> {
  const names = ['entities', 'mentions', 'cooccurrences', 'claims'];
  const isOutput = paths.length === 1 && ['run.json', 'datapackage.json'].some((name) => existsSync(join(paths[0], name)));
  const folder = isOutput ? paths[0] : mkdtempSync(join(tmpdir(), 'sitrep-suggest-'));
  try {
    if (!isOutput) {
      const usual = { excel: false, windows: ['sentence', 'paragraph', 'document'], articles: null, workers: null } as const;
      await run({ ...usual, paths, out: join(folder, 'run'), formats: ['csv'], gazetteers, cache: usualCacheFolder() }, () => {}, say);
    }
    const { tables } = readRunTables(isOutput ? folder : join(folder, 'run'), names);
    const [entities, mentions, cooccurrences, claims] = names.map((name) => tables[name]);
    return { entities, mentions, cooccurrences, claims };
  } finally {
    if (!isOutput) rmSync(folder, { recursive: true, force: true });
  }
}

/** The first names with all their spellings. */
function leading(suggestions: readonly Suggestion[], most: number): readonly Suggestion[] {
  let names = 0;
  return suggestions.filter(({ sort }) => (sort === 'spelling' ? names : ++names) <= most);
}

async function asked(suggestions: readonly Suggestion[], { say }: Terminal): Promise<readonly Suggestion[]> {
  const keys = openKeys();
  const taken: Suggestion[] = [];
  /** Ids of entities that were refused: their spellings are not asked for. */
  const refused = new Set<string>();
  try {
    for (const one of suggestions) {
      if (one.sort === 'spelling' && refused.has(one.id)) continue;
      say(['', ...described(one), 'Add this row? y / n / q'].join('\n'));
      const key = await keys.next();
      if (key === null || key === 'q') break;
      if (key === 'y') taken.push(one);
      else if (one.file !== 'aliases.csv' || one.sort === 'near') refused.add(one.id);
    }
  } finally {
    keys.close();
  }
  return taken;
}

async function add(folder: string, rows: readonly Suggestion[], { say }: Terminal): Promise<number> {
  if (rows.length === 0) {
    say('No row was accepted, so nothing was written; write y into the column accept, or press y.');
    return 0;
  }
  const counts = await addRows(folder, rows);
  say(
    `Added to ${folder}: ${[...counts].map(([file, count]) => `${count} to ${file}`).join(', ')}. Look at them with: sitrep check --gazetteers ${folder}`,
  );
  return 0;
}

function described({ file, id, name, kind, use, why, evidence, sort }: Suggestion): readonly string[] {
  const row = file === 'aliases.csv' ? `${id},${name},${use}` : `${id},${name},${kind}`;
  const quotes = sort === 'spelling' || evidence === '' ? [] : evidence.split(' | ').map((text) => `“${text}”`);
  return [shownLine(`${file}: ${row}`), ...[why, ...quotes].map((line) => `    ${shownLine(line)}`)];
}

function numberOf(options: Options, name: string, usual: number): number {
  const given = Number(textOf(options, name) ?? usual);
  if (!Number.isInteger(given) || given < 1) throw new UsageError(`--${name} wants a whole number of 1 or more.`);
  return given;
}
