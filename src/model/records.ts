import type { Span } from './span.js';
import type { EntityType, NameUse } from './name.js';
import type { FigureKind, Operator } from './figure.js';

// The records of CONTRACT.md section 4, in its own words and order: these names are public.

export interface Mention extends Span {
  readonly mention_id: string;
  readonly document_id: string;
  readonly sentence: number;
  readonly text: string;
  readonly type: EntityType;
  readonly use: NameUse;
  readonly entity_id: string;
  readonly name: string;
  readonly because: string;
}

export interface Entity {
  readonly entity_id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly kind: string | null;
  /** Whether a gazetteer row names it; false for entities found by rule. */
  readonly listed: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly external_ids: readonly string[];
  readonly surface_forms: readonly string[];
  readonly documents: number;
  readonly mentions: number;
  /** Dates of the first and last article that names it. */
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  /** Whose position this is: its own, or that of its parent, where nothing better is known. */
  readonly located: 'itself' | 'parent' | null;
  /** Unit or country of a place, larger group of a group, group of a person. */
  readonly parent_id: string | null;
  readonly parent: string | null;
}

export type Polarity = 'affirmed' | 'denied' | 'none';
export type Modality = 'asserted' | 'reported' | 'possible' | 'hypothetical' | 'planned' | 'denied';

export interface Claim extends Span {
  readonly claim_id: string;
  readonly document_id: string;
  readonly sentence: number;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly operator: Operator;
  readonly lean: 'below' | 'above' | null;
  readonly vague: string | null;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly currency_certain: boolean | null;
  readonly rate: string | null;
  readonly counted: string | null;
  readonly counted_entity_id: string | null;
  readonly counted_via: 'phrase' | 'ellipsis' | 'coreference' | null;
  readonly part_of: string | null;
  readonly condition: string | null;
  readonly alternative_of: string | null;
  readonly event: string | null;
  readonly actor_id: string | null;
  readonly actor: string | null;
  readonly target_id: string | null;
  readonly target: string | null;
  readonly place_ids: readonly string[];
  readonly places: readonly string[];
  readonly origin_ids: readonly string[];
  readonly change: 'up' | 'down' | 'same' | null;
  readonly change_from: number | null;
  readonly change_to: number | null;
  readonly change_by: number | null;
  readonly when_from: string | null;
  readonly when_to: string | null;
  readonly when_text: string | null;
  readonly said_by_id: string | null;
  readonly said_by: string | null;
  readonly said_on: string | null;
  readonly said_via: 'explicit' | 'anaphora' | 'discourse' | null;
  readonly hedge: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly salience: 'claim' | 'enumeration' | 'rhetorical';
  readonly because: string;
  readonly sentence_text: string;
}

export type Window = 'sentence' | 'paragraph' | 'document';

/** Two entities in one window, within one article. */
export interface Cooccurrence {
  /** a_id < b_id. */
  readonly a_id: string;
  readonly b_id: string;
  readonly window: Window;
  readonly count: number;
}

/** What went wrong, in one sentence that says what to do. */
export interface Problem {
  readonly document_id: string | null;
  readonly path: string | null;
  readonly line: number | null;
  /** Stable short name, kebab-case: `empty-file`. */
  readonly code: string;
  readonly message: string;
}
