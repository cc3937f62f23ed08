import { markdownCell } from '../text/index.js';
import type { Change } from './changes.js';

/** Changes counted by table, sort and cause, most first. */
export interface Tally {
  readonly table: string;
  readonly change: Change['change'];
  readonly cause: Change['cause'];
  readonly count: number;
}

export function tallyOf(changes: readonly Change[]): readonly Tally[] {
  const counts = new Map<string, Tally>();
  for (const { table, change, cause } of changes) {
    const key = `${table}\u0000${change}\u0000${cause}`;
    counts.set(key, { table, change, cause, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (`${a.table} ${a.change} ${a.cause}` < `${b.table} ${b.change} ${b.cause}` ? -1 : 1),
  );
}

const COLUMNS = [
  'table',
  'change',
  'document_id',
  'row',
  'field',
  'before',
  'after',
  'cause',
  'because',
] as const satisfies readonly (keyof Change)[];

/** The changes as rows of cells below their column names. */
export const changeRows = (changes: readonly Change[]): readonly (readonly string[])[] => [
  COLUMNS,
  ...changes.map((change) => COLUMNS.map((column) => change[column])),
];

/** A review in Markdown: the tally, then the changes table by table, at most `most` of each. */
export function changesInMarkdown(changes: readonly Change[], most: number): string {
  if (changes.length === 0) return 'No difference.\n';
  const lines = ['| table | what | cause | rows |', '|---|---|---|---:|'];
  for (const { table, change, cause, count } of tallyOf(changes)) lines.push(`| ${table} | ${change} | ${cause} | ${count} |`);
  for (const table of new Set(changes.map((change) => change.table))) {
    const own = changes.filter((change) => change.table === table);
    lines.push('', `## ${table}`, '', '| what | article | row | change | cause | because |', '|---|---|---|---|---|---|');
    for (const one of own.slice(0, most)) {
      const what = one.field === '' ? '' : `${one.field}: ${one.before || '(empty)'} → ${one.after || '(empty)'}`;
      lines.push(`| ${[one.change, one.document_id, one.row, what, one.cause, one.because].map(markdownCell).join(' | ')} |`);
    }
    if (own.length > most) lines.push('', `… and ${own.length - most} more.`);
  }
  return `${lines.join('\n')}\n`;
}
