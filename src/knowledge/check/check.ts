import { NAME_RULES } from './names.js';
import { ROW_RULES } from './rows.js';
import { viewOf, type CheckRule } from './view.js';
import { WORD_RULES } from './words.js';
import type { GazetteerRows } from '../rows.js';

// The lint of the gazetteers: each rule finds rows that a reader of the file would want to correct, and says how.

/** Something wrong in a gazetteer row: where, what, and what to do. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  /** Id of the rule. */
  readonly code: string;
  /** Whether a run stops at it. */
  readonly stops: boolean;
  readonly message: string;
}

/** Every rule of `sitrep check`; a new one is an entry of one of these lists. */
export const CHECK_RULES: readonly CheckRule[] = [...ROW_RULES, ...NAME_RULES, ...WORD_RULES];

/** Everything wrong in the rows, by rule and then in the order of the files. A pure function: the same rows, the same complaints. */
export function checkGazetteers(rows: GazetteerRows): readonly Complaint[] {
  const view = viewOf(rows);
  return CHECK_RULES.flatMap(({ id, stops, find }) =>
    [...find(view)].map(([row, message]): Complaint => ({ file: row.file, line: row.line, code: id, stops, message })),
  );
}
