import type { Cells } from './changes.js';

/** How the rows of a table are told apart and what of them is compared. */
export interface Comparable {
  readonly table: string;
  /** Columns that identify a row while its article stays as it is. */
  readonly key: readonly string[];
  /** Columns that identify it when the text around it changed and offsets moved; equal ones are matched in their order. */
  readonly content: readonly string[];
  /** Columns that are compared. */
  readonly fields: readonly string[];
  /** Columns that name a row to a reader. */
  readonly label: readonly string[];
}

const CLAIM_SLOTS =
  'kind value min max operator lean vague unit currency rate counted counted_entity_id condition event actor_id actor target_id target place_ids ' +
  'origin_ids change change_from change_to change_by when_from when_to said_by_id said_by said_on hedge polarity modality salience';

/** The tables that are compared, in the order in which changes are told. Offsets, ids and statistics follow from the rest. */
export const COMPARED: readonly Comparable[] = [
  comparable('documents', 'document_id', 'document_id', 'title published url language', 'document_id'),
  comparable('mentions', 'document_id start end', 'document_id text', 'text type use entity_id name', 'text entity_id'),
  comparable('entities', 'entity_id', 'entity_id', 'type name kind country latitude longitude located parent_id', 'entity_id name'),
  comparable('cooccurrences', 'a_id b_id window', 'a_id b_id window', 'count documents', 'a_name b_name window'),
  comparable('claims', 'document_id start end', 'document_id text counted', `text ${CLAIM_SLOTS}`, 'text counted'),
  comparable('ledger', 'claim_id', 'document_id text thing', 'relation verdict', 'text group_id'),
  comparable('dates', 'document_id start end', 'document_id text', 'text type timex from to mod', 'text timex'),
  comparable('problems', 'document_id path line code', 'document_id path line code', 'message', 'path code'),
];

function comparable(table: string, key: string, content: string, fields: string, label: string): Comparable {
  const words = (list: string): string[] => list.split(' ');
  return { table, key: words(key), content: words(content), fields: words(fields), label: words(label) };
}

/** A row of the one run with the row of the other that is the same thing; null where there is none. */
export interface Pair {
  readonly before: Cells | null;
  readonly after: Cells | null;
}

/** Pairs the rows of two runs by the columns `keyOf` names for each; rows with equal keys are paired in their order. Linear. */
export function align(before: readonly Cells[], after: readonly Cells[], keyOf: (row: Cells) => readonly string[]): readonly Pair[] {
  const text = (row: Cells): string =>
    keyOf(row)
      .map((column) => row[column] ?? '')
      .join('\u0000');
  const waiting = new Map<string, Cells[]>();
  for (const row of before) {
    const key = text(row);
    const same = waiting.get(key);
    if (same) same.push(row);
    else waiting.set(key, [row]);
  }
  const pairs: Pair[] = after.map((row) => ({ before: waiting.get(text(row))?.shift() ?? null, after: row }));
  for (const rest of waiting.values()) for (const row of rest) pairs.push({ before: row, after: null });
  return pairs;
}
