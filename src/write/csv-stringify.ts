import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** Signs for which CSV puts a cell between quote marks. */
const SIGNS = /[",\r\n]/;
const NEWLINE = '\n';

/** CSV lines (RFC 4180) of rows of finished cells, each ended by `lineEnd`. */
export function csvLines(rows: readonly (readonly Cell[])[], lineEnd: string): string {
  // The package takes its time over every cell: it is asked once for all cells of the piece that need it; the others stand as they are.
  const special: string[] = [];
  const before: string[] = [];
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i];
      if (i > 0) text += ',';
      if (typeof cell === 'string' && SIGNS.test(cell)) {
        special.push(cell);
        before.push(text);
        text = '';
      } else text += cell;
    }
    text += lineEnd;
  }
  const cells = quoted(special);
  let lines = '';
  for (let i = 0; i < cells.length; i++) lines += before[i] + cells[i];
  return lines + text;
}

function quoted(cells: string[]): readonly string[] {
  const lines = stringify([cells], { quoted: true, delimiter: NEWLINE, eof: false }).split(NEWLINE);
  // A cell with line ends of its own would be taken for several.
  return lines.length === cells.length ? lines : cells.map((cell) => stringify([[cell]], { quoted: true, eof: false }));
}
