import type { OpenFile } from '../io/index.js';
import type { Findings } from '../model/index.js';
import { FORMATS, TABLES, type Encoder, type OutputFile, type WriteOptions, type WrittenFile } from '../write/index.js';

export type TableName = keyof Findings;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Files of tables on their way, in those of the wanted formats that can be written row by row. */
export interface TableFiles {
  readonly put: (table: TableName, rows: readonly object[]) => void;
  readonly close: () => readonly WrittenFile[];
}

interface Line {
  readonly file: OpenFile;
  readonly encoder: Encoder;
}

/** Begins a file of each table in each format; `open` opens it. */
export async function openTableFiles(
  open: (facts: Omit<OutputFile, 'pieces'>) => OpenFile,
  tables: readonly TableName[],
  formats: readonly string[],
  options: WriteOptions,
): Promise<TableFiles> {
  const lines = new Map<TableName, Line[]>(tables.map((name) => [name, []]));
  for (const { name, stream } of FORMATS) {
    if (stream === undefined || !formats.includes(name)) continue;
    for (const [table, files] of lines) {
      const { encoder, ...facts } = await stream(table, options);
      const file = open(facts);
      file.write(encoder.head);
      files.push({ file, encoder });
    }
  }
  return {
    put(table, rows) {
      // Rows are not kept until there are many: what outlives a moment is moved in memory.
      if (rows.length > 0) for (const { file, encoder } of lines.get(table) ?? []) file.write(encoder.encode(rows));
    },
    close: () =>
      [...lines.values()].flat().map(({ file, encoder }) => {
        file.write(encoder.tail);
        return file.close();
      }),
  };
}

/** Whether a format is written row by row. */
export const isStreamed = (format: string): boolean => FORMATS.some(({ name, stream }) => name === format && stream !== undefined);

/** Files in the order of formats and tables, whoever wrote them. */
export function inFixedOrder(files: readonly WrittenFile[]): readonly WrittenFile[] {
  const place = ({ format, table }: WrittenFile): number =>
    FORMATS.findIndex(({ name }) => name === format) * TABLE_NAMES.length + TABLE_NAMES.indexOf(table as TableName);
  return [...files].sort((a, b) => place(a) - place(b));
}
