import type {
  Association,
  Claim,
  DateRecord,
  DocumentRecord,
  Entity,
  EntityType,
  Findings,
  IdentityRow,
  LedgerRow,
  Mention,
  Override,
  Paged,
  Problem,
  Span,
  Window,
} from '../../model/index.js';
import type { PackedColumn, PackedTable } from '../../write/report/islands.js';

// The rows of the tables, read from the page when first asked for.

export type MentionRow = Omit<Paged<Mention>, 'mention_id' | 'text' | 'type' | 'name'>;
export type ClaimRow = Omit<Paged<Claim>, 'sentence_text'>;
export type DateRow = Omit<Paged<DateRecord>, 'text'>;
export type PairRow = Omit<Association, 'a_name' | 'a_type' | 'b_name' | 'b_type' | 'example_text'>;
/** A row of overrides.csv, and how many rows of the tables it changed. */
export type Correction = Override & { readonly changed: number };
type LedgerOnly = Pick<
  LedgerRow,
  | 'group_id'
  | 'position'
  | 'relation'
  | 'relation_to'
  | 'thing'
  | 'entity_id'
  | 'entity'
  | 'event'
  | 'place_ids'
  | 'places'
  | 'unit'
  | 'currency'
  | 'rate'
  | 'change'
  | 'verdict'
  | 'claims'
  | 'independent'
  | 'span_min'
  | 'span_max'
  | 'first_said'
  | 'first_said_by'
  | 'last_said'
  | 'last_said_by'
  | 'said_on'
  | 'claim_id'
  | 'because'
>;

export interface Text {
  readonly text: string;
  readonly sentences: readonly number[];
  readonly furniture: readonly number[];
}

export interface About {
  readonly counts: Readonly<Record<keyof Findings | 'contradictions', number>>;
  readonly pairs: Readonly<Record<Window, number>>;
  readonly notable_claims: readonly string[];
  readonly notable_pairs: readonly (readonly [string, string])[];
}

export interface World {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly land: string;
  readonly borders: string;
}

/** Makes a value when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const island = (id: string): unknown => {
  const content = document.getElementById(id)?.textContent;
  return content ? JSON.parse(content) : null;
};

const rowsOf = <Row>(name: string): (() => readonly Row[]) =>
  once(() => {
    const table = island(`data-${name}`) as PackedTable | null;
    if (table === null) return [];
    const columns = Object.entries(table.columns).map(([column, values]) => [column, reader(values)] as const);
    return Array.from({ length: table.rows }, (_, i) => Object.fromEntries(columns.map(([column, read]) => [column, read(i)])) as Row);
  });

function reader(column: PackedColumn): (row: number) => unknown {
  if ('all' in column) return () => column.all;
  if ('each' in column) return (row) => column.each[row];
  return (row) => column.of[column.at[row]];
}

export const about = once(() => island('data-about') as About);
export const world = once(() => island('data-world') as World);
export const corrections = once(() => island('data-overrides') as readonly Correction[]);
export const documents = rowsOf<DocumentRecord>('documents');
export const entities = rowsOf<Entity>('entities');
export const identities = rowsOf<IdentityRow>('identities');
export const mentions = rowsOf<MentionRow>('mentions');
export const claims = rowsOf<ClaimRow>('claims');
export const dates = rowsOf<DateRow>('dates');
export const pairs = rowsOf<PairRow>('cooccurrences');
export const ledger = rowsOf<LedgerOnly>('ledger');
export const problems = rowsOf<Problem>('problems');

/** Rows under each of the keys that `keysOf` gives them. */
export function grouped<Row, Key>(rows: readonly Row[], keysOf: (row: Row) => readonly Key[]): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

const byId = <Row>(rows: () => readonly Row[], id: (row: Row) => string) => once(() => new Map(rows().map((row) => [id(row), row])));
export const documentOf = byId(documents, (row) => row.document_id);
export const entityOf = byId(entities, (row) => row.entity_id);
export const claimOf = byId(claims, (row) => row.claim_id);

const inDocument = (row: { readonly document_id: string }): readonly string[] => [row.document_id];
export const mentionsIn = once(() => grouped(mentions(), inDocument));
export const claimsIn = once(() => grouped(claims(), inDocument));
export const datesIn = once(() => grouped(dates(), inDocument));
export const mentionsOf = once(() => grouped(mentions(), (row) => [row.entity_id]));
export const pairsOf = once(() => grouped(pairs(), (row) => [row.a_id, row.b_id]));
export const claimsAt = once(() => grouped(claims(), (row) => row.place_ids));
/** The groups of the ledger, in its order. */
export const groups = once(() => [...grouped(ledger(), (row) => [row.group_id]).values()]);
export const groupOfClaim = once(() => new Map(ledger().map((row) => [row.claim_id, row.group_id])));

const NO_TEXT: Text = { text: '', sentences: [], furniture: [] };
const places = once(() => new Map(documents().map((row, i) => [row.document_id, i])));
const kept = new Map<string, Text>();

/** An article's words; empty for one that was not analysed. */
export function textOf(document_id: string): Text {
  let text = kept.get(document_id);
  if (text) return text;
  text = (island(`text-${places().get(document_id)}`) as Text | null) ?? NO_TEXT;
  kept.set(document_id, text);
  return text;
}

export const wordsOf = (row: Span & { readonly document_id: string }): string => textOf(row.document_id).text.slice(row.start, row.end);

export function sentenceOf(document_id: string, sentence: number): Span & { readonly text: string } {
  const { text, sentences } = textOf(document_id);
  const [start, end] = [sentences[sentence * 2] ?? 0, sentences[sentence * 2 + 1] ?? 0];
  return { start, end, text: text.slice(start, end) };
}

export const titleOf = (document_id: string): string => documentOf().get(document_id)?.title ?? document_id;
export const nameOf = (entity_id: string): string => entityOf().get(entity_id)?.name ?? entity_id;
export const typeOf = (entity_id: string): EntityType => entity_id.slice(0, entity_id.indexOf(':')) as EntityType;
