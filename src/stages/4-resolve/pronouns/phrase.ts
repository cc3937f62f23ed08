import type { EntityType } from '../../../model/index.js';
import type { Identity } from '../names/identities.js';

/** Words of the article that mean an entity: a name, or a reference already resolved. Tokens `[first, last)`. */
export interface Antecedent {
  readonly identity: Identity;
  readonly type: EntityType;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** Something in a sentence that a pronoun could mean. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** The entity; null for a common noun that stands for nobody the article names. */
  readonly means: Antecedent | null;
  /** A pronoun is not asked here whom it means. */
  readonly sort: EntityType | 'thing' | 'many' | 'pronoun';
  /** `owner` before a possessive ending, `oblique` behind a preposition. */
  readonly role: 'subject' | 'object' | 'oblique' | 'owner';
  /** Stands in quoted words. */
  readonly quoted: boolean;
  /** Says again who the phrase before it is ("X, a nurse", "his brother, the preacher"). */
  readonly apposed: boolean;
  /** Follows upon "and" or "or". */
  readonly joined: boolean;
}

/** Longer sentences are tables without stops: only their beginning is read, which keeps the cost linear. */
export const LONGEST = 120;
