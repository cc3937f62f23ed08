import { checkGazetteers, GAZETTEERS, gazetteerFiles, readRows, type Complaint } from '../index.js';
import { GAZETTEERS_OPTION, textOf, UsageError, type Command } from './command.js';
import { CHECK_RULES } from '../index.js';

const RULES = CHECK_RULES.map(({ id, reads, stops }) => `  ${id.padEnd(16)}${reads}${stops ? ' (stops a run)' : ''}`).join('\n');

export const check: Command = {
  reads: `Looks for mistakes in the gazetteers. Each complaint is a line on stdout: file, line, error or warning, rule, remedy.

Rules:
${RULES}
  bad-file        a file that is no CSV or lacks a column it needs (stops a run)`,
  argument: null,
  options: [
    GAZETTEERS_OPTION,
    { flags: '--only <rules...>', reads: 'complaints of these rules only' },
    { flags: '--errors', reads: 'only what stops a run' },
  ],
  examples: [
    ['sitrep check', 'the gazetteers of sitrep'],
    ['sitrep check --gazetteers mine --errors', 'is the folder fit for a run? of a layer, its own rows'],
    ['sitrep check --only same-name colliding-name', 'names that need a condition'],
  ],
  async run(_words, options, terminal) {
    const complaints: Complaint[] = [];
    const files = gazetteerFiles(textOf(options, 'gazetteers') ?? GAZETTEERS);
    const rows = await readRows(files, 'check', ({ message }) => {
      const [, file = '', line = '1'] = /^([^:,]+)(?:, line (\d+))?/.exec(message) ?? [];
      complaints.push({ file, line: Number(/on line (\d+)/.exec(message)?.[1] ?? line), code: 'bad-file', stops: true, message });
    });
    complaints.push(...checkGazetteers(rows));
    // Over a layer only its own rows are the user's to mend.
    const layer = new Set(files.filter(({ name, table }) => name !== table).map(({ name }) => name));
    const only = options['only'] as readonly string[] | undefined;
    const unknown = (only ?? []).filter((id) => id !== 'bad-file' && !CHECK_RULES.some((rule) => rule.id === id));
    if (unknown.length > 0) throw new UsageError(`There is no rule ${unknown.join(', ')}; sitrep check --help lists them.`);
    const wanted = complaints.filter(
      ({ file, code, stops }) => (layer.size === 0 || layer.has(file)) && (!only || only.includes(code)) && (options['errors'] !== true || stops),
    );
    await terminal.out(
      wanted.map(({ file, line, code, stops, message }) => `${file}:${line}: ${stops ? 'error' : 'warning'} ${code}: ${message}\n`).join(''),
    );
    const errors = wanted.filter(({ stops }) => stops).length;
    terminal.say(wanted.length === 0 ? 'Nothing to complain about.' : `${errors} errors that stop a run, ${wanted.length - errors} warnings.`);
    return complaints.some(({ stops }) => stops) ? 2 : 0;
  },
};
