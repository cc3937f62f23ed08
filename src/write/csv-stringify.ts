import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** CSV lines (RFC 4180) of rows of finished cells, each ended by `lineEnd`. */
export function csvLines(rows: readonly (readonly Cell[])[], lineEnd: string): string {
  return stringify(rows as Cell[][], { record_delimiter: lineEnd, cast: { number: (value) => String(value) } });
}
