import type { Span } from './span.js';

export type EntityType = 'group' | 'person' | 'place';
export type NameUse = 'name' | 'acronym' | 'short' | 'alias' | 'demonym' | 'former' | 'reference';

/** One reading of a gazetteer name: which entity, in which use, under which condition. */
export interface Sense {
  /** Row number of the entity in the compiled gazetteer. */
  readonly entity: number;
  readonly type: EntityType;
  readonly use: NameUse;
  /** Conditions that must hold in the article (`self`, `place`, entity ids); empty = counts alone. */
  readonly needs: readonly string[];
}

/** A name in the text, before it is known which entity it means. Tokens `[first, last)`. */
export interface NameMention extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** The type the name most likely has; resolution may overrule it among `senses`. */
  readonly type: EntityType;
  /** Gazetteer readings; empty for a name found by rule. */
  readonly senses: readonly Sense[];
  /** Finer kind where the finder knows it ("university", "ministry", "province"); null otherwise. */
  readonly kind: string | null;
  /** Title, role or head that stood beside it ("Brig. Gen.", "spokesman"); null when none. */
  readonly role: string | null;
  /** The rule or row that found it, readable. */
  readonly because: string;
}

/** A common-noun phrase that may stand for an entity: "the group", "the ministry". */
export interface Reference extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** Types of entity that the noun can stand for ("department": of a government, of a country). */
  readonly types: readonly EntityType[];
  /** What the noun says of its entity, in the words of `references.csv`; empty when it only repeats a word of the name. */
  readonly kinds: readonly string[];
  /** The noun, in lower case. */
  readonly head: string;
  /** Sentence in which the noun stood last without a definite article ("its own office"), which brings up another one; −1 when none. */
  readonly broughtUp: number;
  readonly because: string;
}

/** What a personal pronoun of the third person says of those it stands for: a man, a woman, one thing or body, several. */
export type Pronoun = 'he' | 'she' | 'it' | 'they';
/** Its place in the sentence; "her" may be object or possessive and counts as possessive. */
export type PronounCase = 'subject' | 'object' | 'possessive';

/** A personal pronoun, before it is known whom it means. */
export interface PronounMention extends Span {
  readonly token: number;
  readonly sentence: number;
  readonly pronoun: Pronoun;
  readonly case: PronounCase;
}
