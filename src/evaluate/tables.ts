import type { Evaluation } from './evaluate.js';
import { f1, type Measure, percent, precision, recall } from './scores.js';

/** The measures as plain tables, one a layer, a measure a line: gold, found, precision, recall and F1 in percent. */
export function writeTables({ documents, measures }: Evaluation): string {
  const named = new Map(measures.map((measure) => [measure.name, measure]));
  const get = (name: string): Measure => named.get(name) ?? { name, gold: 0, found: 0, right: 0 };
  const rows = (prefix: string, modes: readonly string[]): string[][] =>
    measures
      .filter(({ name }) => name.startsWith(`${prefix}.`) && name.endsWith(`.${modes[0]}`))
      .map(({ name }) => {
        const stem = name.slice(0, name.lastIndexOf('.'));
        return [stem.replaceAll('.', ' '), count(get(name).gold), count(get(name).found), ...modes.map((mode) => triple(get(`${stem}.${mode}`)))];
      });
  const modes = ['strict', 'partial', 'overlap'];
  const simple = (names: readonly string[]): string[][] =>
    names.map((name) => [name, count(get(name).gold), count(get(name).found), triple(get(name))]);
  const of = (prefix: string): string[] => measures.filter(({ name }) => name.startsWith(prefix)).map(({ name }) => name);
  const tables = [
    layout(
      ['mentions', 'gold', 'found', ...modes.map((mode) => `${mode} P/R/F1`)],
      [...rows('names', modes), ...rows('demonyms', modes), ...rows('references', modes), ...rows('pronouns', modes)],
    ),
    layout(['entities', 'gold', 'found', 'P/R/F1'], simple([...of('ids.'), 'references.resolved', 'pronouns.resolved', 'merges', ...of('b3.')])),
    layout(['dates', 'gold', 'found', 'P/R/F1'], simple(of('dates.'))),
    layout(['claims', 'gold', 'found', 'P/R/F1'], simple([...of('claims.'), ...of('slots.').filter((name) => get(name).gold + get(name).found > 0)])),
    layout(['other', 'gold', 'found', 'P/R/F1'], simple([...of('cooccurrences'), 'furniture', 'outside-furniture'])),
  ];
  return `${documents} ${documents === 1 ? 'article' : 'articles'}\n\n${tables.join('\n')}`;
}

const count = (n: number): string => String(Math.round(n));
const triple = (measure: Measure): string => [precision(measure), recall(measure), f1(measure)].map(percent).join('/');

/** Rows in columns: the first to the left, all others to the right. */
export function layout(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, c) => Math.max(...all.map((row) => (row[c] ?? '').length)));
  return all
    .map(
      (row) =>
        `${row
          .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
