import { changeRows, changesInMarkdown, compareRuns, csvText, readRunTables, shownLine, TABLES, tallyOf, type Change } from '../index.js';
import { textOf, UsageError, type Command } from './command.js';

const FORMATS = ['text', 'markdown', 'csv', 'json'] as const;
const SHOWN = 40;

export const diff: Command = {
  reads: `Tells what differs between two runs, row by row, and why: an article added, removed or with another text, metadata, a changed
gazetteer row, an override, options, or a rule of the program.`,
  argument: { name: '<folders...>', reads: 'the folder of the earlier run, then that of the later one' },
  options: [
    { flags: '--format <name>', reads: `how to tell it: ${FORMATS.join(', ')}`, usually: 'text' },
    { flags: '--only <tables...>', reads: `changes of these tables only: ${Object.keys(TABLES).join(' ')}` },
    { flags: '--most <number>', reads: 'changes shown of each table in text and markdown', usually: String(SHOWN) },
    { flags: '--fail-on-change', reads: 'exit code 1 when anything differs' },
  ],
  examples: [
    ['sitrep diff yesterday/ today/', 'what is new'],
    ['sitrep diff old/ new/ --only claims --format csv > changes.csv', 'for a spreadsheet'],
    ['sitrep diff expected/ output/ --fail-on-change', 'in a check before a merge'],
  ],
  async run(folders, options, terminal) {
    if (folders.length !== 2) throw new UsageError('sitrep diff compares two folders: name the earlier one, then the later one.');
    const format = textOf(options, 'format') ?? 'text';
    if (!FORMATS.some((name) => name === format))
      throw new UsageError(`There is no format "${format}"; write ${FORMATS.join(' or ')} behind --format.`);
    const most = Number(textOf(options, 'most') ?? SHOWN);
    if (!Number.isInteger(most) || most < 1) throw new UsageError('--most wants a whole number of 1 or more.');
    const only = (options['only'] as readonly string[] | undefined)?.flatMap((names) => names.split(','));
    const unknown = (only ?? []).filter((name) => !(name in TABLES));
    if (unknown.length > 0) throw new UsageError(`There is no table ${unknown.join(', ')}; write ${Object.keys(TABLES).join(' or ')} behind --only.`);
    const [before, after] = folders.map((folder) => readRunTables(folder, Object.keys(TABLES)));
    const changes = compareRuns(before, after).filter(({ table }) => !only || only.includes(table));
    await terminal.out(await written(changes, format, most));
    terminal.say(changes.length === 0 ? 'No difference.' : `${changes.length} differences.`);
    return options['failOnChange'] === true && changes.length > 0 ? 1 : 0;
  },
};

async function written(changes: readonly Change[], format: string, most: number): Promise<string> {
  if (format === 'csv') return csvText(changeRows(changes));
  if (format === 'json') return `${JSON.stringify(changes, null, 1)}\n`;
  if (format === 'markdown') return changesInMarkdown(changes, most);
  const lines = tallyOf(changes).map(({ table, change, cause, count }) => `${String(count).padStart(6)} ${table} ${change}: ${cause}\n`);
  for (const table of new Set(changes.map((change) => change.table))) {
    const own = changes.filter((change) => change.table === table);
    lines.push(`\n${table}\n`, ...own.slice(0, most).map((one) => `  ${lineOf(one)}\n`));
    if (own.length > most) lines.push(`  … and ${own.length - most} more\n`);
  }
  return lines.join('');
}

const SIGNS = { appeared: '+', vanished: '-', changed: '~' } as const;

function lineOf({ change, document_id, row, field, before, after, cause, because }: Change): string {
  const what = field === '' ? '' : ` ${field}: ${before || '(empty)'} → ${after || '(empty)'}`;
  const where = document_id === '' || row.startsWith(document_id) ? '' : ` [${document_id}]`;
  return shownLine(`${SIGNS[change]} ${row}${what}${where}  (${cause}${because === '' ? '' : `: ${because}`})`);
}
