import type { ColumnType } from './columns.js';

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/g;
/** What spreadsheets take for the head of a formula, also in full width, also behind blanks. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/;

/** Whether a spreadsheet would take the text for a formula. Most texts begin with a letter or digit, and are none. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return !((first >= 48 && first <= 57) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122)) && FORMULA.test(text);
}

/**
 * A text as one spreadsheet cell: each line break becomes a blank, so that the length stays, and a cell that a spreadsheet
 * would run as a formula gets an apostrophe before it.
 */
export function textCell(text: string): string {
  const cell = isFormula(text) ? `'${text}` : text;
  return cell.replace(LINE_BREAK, ' ');
}

/** A value as a CSV cell: null is empty, numbers stay numbers, lists are joined as their column says. */
export function csvCell(value: unknown, type: ColumnType): string | number {
  const cell = plainCell(value, type);
  return typeof cell === 'number' ? cell : textCell(cell);
}

/** The same before anything is done for spreadsheets. */
export function plainCell(value: unknown, type: ColumnType): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return type === 'ids' ? value.join(' ') : value.map((name: string) => name.replaceAll(' | ', ' / ')).join(' | ');
  return String(value);
}
