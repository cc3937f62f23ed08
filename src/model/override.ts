// A person's corrections of what the program decides: the rows of overrides.csv.

export type OverrideAction = 'merge' | 'split' | 'rename' | 'retype' | 'drop' | 'never-merge' | 'correct';

/** A row of overrides.csv. Cells that an action has no use for are empty. */
export interface Override {
  readonly action: OverrideAction;
  /** The entity it is about; of `correct`, the claim, where it is given. */
  readonly id: string;
  /** The other entity of merge, split and never-merge. */
  readonly other: string;
  /** Column of a claim that is corrected. */
  readonly field: string;
  /** The name, type or value it is to have; null empties a column. */
  readonly value: string | number | boolean | readonly string[] | null;
  /** Ids of the articles in which alone it counts; empty: all. */
  readonly documents: readonly string[];
  /** Words of the sentence in which alone it counts, `[…]` around the name or number that is meant; empty: everywhere. */
  readonly quote: string;
  /** File and line, for messages. */
  readonly path: string;
  readonly line: number;
}

/** What became of an override in a run: how many rows of the tables it changed; none: it no longer fits anything. */
export interface OverrideOutcome {
  readonly override: Override;
  readonly changed: number;
}
