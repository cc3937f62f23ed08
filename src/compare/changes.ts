// What a comparison of two runs works on and gives.

/** A row of a table with every cell as text, as CSV has it. */
export type Cells = Readonly<Record<string, string>>;

/** The tables of one run, and what it was made with. */
export interface RunTables {
  readonly version: string;
  /** Content hash of the gazetteers. */
  readonly gazetteers: string;
  /** The options that shape the tables, as one text. */
  readonly options: string;
  /** The overrides that were applied, as one text. */
  readonly overrides: string;
  readonly tables: Readonly<Record<string, readonly Cells[]>>;
}

/** Why a row differs; `rule` when nothing else explains it. */
export type Cause = 'article added' | 'article removed' | 'text' | 'metadata' | 'gazetteer' | 'override' | 'options' | 'other articles' | 'rule';

/** One difference: a row that appeared, one that vanished, or a cell that changed. */
export interface Change {
  readonly table: string;
  readonly change: 'appeared' | 'vanished' | 'changed';
  /** Article of the row; '' for rows of the whole run. */
  readonly document_id: string;
  /** What tells the row apart, in words. */
  readonly row: string;
  /** Column of a changed cell, else ''. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly cause: Cause;
  /** What the row itself gives as its reason, the new one before the old. */
  readonly because: string;
}
