import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { xml } from './xml.js';

/** A cell: a number, a truth value, a text, a text that leads to another cell of the workbook ("'sentences'!A7"), or nothing. */
export type SheetCell = number | boolean | string | null | { readonly text: string; readonly to: string };

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The most characters that a cell may hold in Excel. */
const LONGEST_CELL = 32_767;

/**
 * A workbook of sheets, each with a frozen header line, a filter and typed cells. Texts are texts: none is run as a formula.
 * The archive bears the hour in which it was made: `timeless` of fflate.ts takes it out.
 */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const given = sheets.map(({ name, head, widths, rows }) => ({
    data: [head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))] as SheetData,
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeExcelFile(given, { features: [filtersAndLinks(sheets)] }).toBuffer());
}

function cellOf(cell: SheetCell): SheetData[number][number] {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (typeof cell === 'string') return { value: shortened(cell), type: String };
  return { value: shortened(cell.text), type: String, textColor: '#0563c1', textDecoration: { underline: true } } as SheetData[number][number];
}

const shortened = (text: string): string => (text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`);

/** A feature in the library's sense, whatever its files are made of. */
type Filters = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** What the library leaves out: a filter on each header line, and links from cell to cell. Their place behind the data is fixed by the standard. */
function filtersAndLinks(sheets: readonly Sheet[]): Filters {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(content: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) {
            const { head, rows } = sheets[sheetIndex];
            const links = rows.flatMap((row, r) =>
              row.flatMap((cell, c) =>
                cell !== null && typeof cell === 'object'
                  ? [`<hyperlink ref="${columnName(c)}${r + 2}" location="${xml(cell.to)}" display="${xml(cell.text)}"/>`]
                  : [],
              ),
            );
            const filter = `<autoFilter ref="A1:${columnName(head.length - 1)}${rows.length + 1}"/>`;
            return content.replace(
              '</sheetData>',
              () => `</sheetData>${filter}${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}`,
            );
          },
        },
      },
    },
  };
}

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
