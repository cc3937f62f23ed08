import type { Claim, Entity } from './records.js';

// The ledger: comparable claims side by side, over many articles.

/** How a claim stands to the claims of its group that were made before it. */
export type LedgerRelation = 'first' | 'echoes' | 'agrees' | 'widens' | 'updates' | 'precedes' | 'contradicts';

/** What a group comes to: its strongest relation, `single` when nobody but the first source says so. */
export type LedgerVerdict = 'single' | 'agree' | 'widen' | 'update' | 'contradict';

/** What a claim brings along into its row, unchanged. */
type Carried =
  | 'claim_id'
  | 'document_id'
  | 'start'
  | 'end'
  | 'text'
  | 'value'
  | 'min'
  | 'max'
  | 'operator'
  | 'condition'
  | 'modality'
  | 'said_by_id'
  | 'said_by'
  | 'said_on'
  | 'when_from'
  | 'when_to'
  | 'place_ids'
  | 'places'
  | 'sentence_text';

/** One claim as a line of the ledger: what its group is about, what the group comes to, and what this claim adds. */
export interface LedgerRow extends Pick<Claim, Carried> {
  readonly group_id: string;
  /** Position in the group, from 1, in the order in which the claims were made. */
  readonly position: number;
  readonly relation: LedgerRelation;
  /** The claim that `relation` looks back to; null for the first. */
  readonly relation_to: string | null;
  /** The thing counted, in the singular: "fighter", "foreign fighter", "person". */
  readonly thing: string | null;
  readonly entity_id: string | null;
  readonly entity: Entity['name'] | null;
  readonly event: string | null;
  readonly change: Claim['change'];
  readonly unit: string | null;
  readonly currency: string | null;
  readonly rate: string | null;
  readonly verdict: LedgerVerdict;
  /** Claims of the group, and how many voices of it echo no other: a speaker counts once an article. */
  readonly claims: number;
  readonly independent: number;
  /** The lowest and highest bound that the group's claims name; null where all leave it open. */
  readonly span_min: number | null;
  readonly span_max: number | null;
  readonly first_said: string | null;
  readonly first_said_by: string | null;
  readonly last_said: string | null;
  readonly last_said_by: string | null;
  readonly because: string;
}
