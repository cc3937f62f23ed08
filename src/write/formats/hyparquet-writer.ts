import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import type { Column, ColumnType, Table } from '../columns.js';

/** Lists are JSON, which readers of Parquet parse; whole numbers that may be large are doubles, exact to 2⁵³. */
const TYPES: Readonly<Record<ColumnType, 'STRING' | 'DOUBLE' | 'BOOLEAN' | 'JSON'>> = {
  string: 'STRING',
  date: 'STRING',
  integer: 'DOUBLE',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  names: 'JSON',
  ids: 'JSON',
};

/** A table as a Parquet file. */
export function parquetBytes(table: Table<object>, rows: readonly object[]): Uint8Array {
  const columnData = (table.columns as readonly Column[]).map(
    ({ name, type, required }): ColumnSource => ({
      name,
      type: TYPES[type],
      nullable: !required,
      data: rows.map((row) => (row as Readonly<Record<string, unknown>>)[name] ?? null),
    }),
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
