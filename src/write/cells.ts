import type { ColumnType } from './columns.js';

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/g;
/** What spreadsheets take for the head of a formula, also in full width, also behind blanks. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/;

/**
 * A text as one spreadsheet cell: each line break becomes a blank, so that the length stays, and a cell that a spreadsheet
 * would run as a formula gets an apostrophe before it.
 */
export function textCell(text: string): string {
  const cell = FORMULA.test(text) ? `'${text}` : text;
  return cell.replace(LINE_BREAK, ' ');
}

/** A value as a CSV cell: null is empty, numbers stay numbers, lists are joined as their column says. */
export function csvCell(value: unknown, type: ColumnType): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return textCell(type === 'ids' ? value.join(' ') : value.map((name: string) => name.replaceAll(' | ', ' / ')).join(' | '));
  return textCell(String(value));
}
