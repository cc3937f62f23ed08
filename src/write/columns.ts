/** What a cell of a column holds. `date`: an ISO 8601 prefix; `names`, `ids`: a list, joined by ` | ` or a blank in CSV. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'names' | 'ids';

/** A column of a public table: its name, what it holds and what may be relied on. A column without `required` may be empty. */
export interface Column<Name extends string = string> {
  readonly name: Name;
  readonly type: ColumnType;
  readonly description: string;
  readonly required?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  /** Table and column in which every value stands. */
  readonly refers?: readonly [table: string, column: string];
}

/** A public table: one file in each format. */
export interface Table<Row = never> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Columns that together tell any two rows apart; empty when none do. */
  readonly key: readonly string[];
  readonly columns: readonly Column<keyof Row & string>[];
}

/**
 * A table whose columns are the fields of `Row`, each once: a field left out does not compile.
 * Called twice because TypeScript infers all type arguments of a call or none.
 */
export const table =
  <Row>() =>
  <const C extends readonly Column<keyof Row & string>[]>(
    facts: Omit<Table<Row>, 'columns'>,
    columns: C & (Exclude<keyof Row, C[number]['name']> extends never ? unknown : never),
  ): Table<Row> => ({ ...facts, columns });
