import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** Signs for which CSV puts a cell between quote marks. */
const SIGNS = /[",\r\n]/;
const NEWLINE = '\n';

/** CSV lines (RFC 4180) of rows of finished cells, each ended by `lineEnd`. The rows are used up. */
export function csvLines(rows: readonly Cell[][], lineEnd: string): string {
  // The package takes its time over every cell: it is asked once, for all cells of the rows that need it; the others stand as they are.
  const places: { readonly row: Cell[]; readonly i: number }[] = [];
  const special: string[] = [];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i];
      if (typeof cell !== 'string' || !SIGNS.test(cell)) continue;
      places.push({ row, i });
      special.push(cell);
    }
  }
  quoted(special).forEach((cell, n) => {
    places[n].row[places[n].i] = cell;
  });
  let lines = '';
  for (const row of rows) lines += row.join(',') + lineEnd;
  return lines;
}

function quoted(cells: string[]): readonly string[] {
  if (cells.length === 0) return cells;
  const lines = stringify([cells], { quoted: true, delimiter: NEWLINE, eof: false }).split(NEWLINE);
  // A cell with line ends of its own would be taken for several.
  return lines.length === cells.length ? lines : cells.map((cell) => stringify([[cell]], { quoted: true, eof: false }));
}
