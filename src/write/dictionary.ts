import type { Column, Table } from './columns.js';

const TYPE_WORDS = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true/false',
  date: 'ISO date prefix',
  names: 'list, joined by " | "',
  ids: 'list, joined by blanks',
} as const;

/** The data dictionary that lies beside the tables (Markdown): every file, every column, what it holds and what may be relied on. */
export function dataDictionary(tables: readonly Table<object>[]): string {
  return [...HEAD, ...tables.flatMap(section)].join('\n');
}

const HEAD = [
  '# What these files hold',
  '',
  'Written by `sitrep run`; the next run replaces the whole folder. Each table is there as CSV and as JSON with the same names and values.',
  '',
  '- An empty cell (JSON `null`) means: not said, or not known.',
  '- `start` and `end` count UTF-16 code units of the decoded article, byte order mark left out: `text.slice(start, end)` gives the quote.',
  '- In CSV a line break inside a quote is a blank, and an apostrophe stands before a text that a spreadsheet would run as a formula.',
  '- A spreadsheet that opens CSV takes some texts for dates (`2023-06`, `March 2024`): import the columns as text, or have a workbook with `--format xlsx`.',
  '- JSON holds the exact text.',
  '- Dates are ISO 8601 prefixes: `2023` means some time in 2023.',
  '- `report.html`, where `--format html` asked for it, shows all of this in a browser, without a network: open it by a double click.',
  '- `datapackage.json` describes the same for programs (Data Package 2.0), with keys and hashes.',
  '- `run.json` tells version, options, duration and machine of the run, and under `counts` what became of all that was read.',
  '',
];

function section(table: Table<object>): string[] {
  const key = table.key.length > 0 ? ` Key: ${table.key.map((name) => `\`${name}\``).join(', ')}.` : '';
  const rows = (table.columns as readonly Column[]).map((column) => `| \`${column.name}\` | ${TYPE_WORDS[column.type]} | ${meaning(column)} |`);
  return [`## ${table.name}: ${table.title}`, '', table.description + key, '', '| column | holds | meaning |', '|---|---|---|', ...rows, ''];
}

function meaning({ description, required, enum: values, refers }: Column): string {
  const allowed = values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : '';
  const target = refers ? ` → \`${refers[0]}.${refers[1]}\`.` : '';
  return `${description}${allowed}${target}${required ? ' Never empty.' : ''}`.replaceAll('|', '\\|');
}
