import type { Span } from './span.js';

export type FigureKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'fraction'
  | 'duration'
  | 'age'
  | 'measure'
  | 'distance'
  | 'area'
  | 'rate'
  | 'ordinal_rank'
  | 'score';
export type Operator = '=' | '~' | '>' | '>=' | '<' | '<=' | 'range' | 'vague';

/**
 * A number that says how much or how many, as seen in its own sentence: everything that can be read off the words around
 * it without knowing what the names mean. Stage 5 turns it into a Claim by adding who, where, when and says who.
 */
export interface Figure extends Span {
  /** Tokens `[first, last)` of the figure with its hedge, unit and (when contiguous) its counted noun phrase. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** The numeral alone, tokens `[numberFirst, numberLast)`. */
  readonly numberFirst: number;
  readonly numberLast: number;
  readonly kind: FigureKind;
  /** The number as written; null for ranges and vague words. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly operator: Operator;
  readonly lean: 'below' | 'above' | null;
  /** The vague word ("dozens", "tens of millions"); null for exact numbers. */
  readonly vague: string | null;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly currencyCertain: boolean | null;
  /** ISO 8601 period: "a week" → P1W. */
  readonly rate: string | null;
  /** The counted noun phrase without the number; null when none stands there. */
  readonly counted: Span | null;
  readonly countedVia: 'phrase' | 'ellipsis' | 'coreference' | null;
  /** The whole of which this is a part, in the words of the text ("a third of the camps" → "the camps"). */
  readonly partOf: Span | null;
  /** Index into the same sentence's figures of the figure this one is a part of ("12 people, including three children"); −1 if none. */
  readonly partOfFigure: number;
  /** Subject of the clause, for a count that is its object or predicate: whose the things counted are ("[The group] has 400 fighters"). */
  readonly subject: Span | null;
  readonly change: 'up' | 'down' | 'same' | null;
  readonly changeFrom: number | null;
  readonly changeTo: number | null;
  readonly changeBy: number | null;
  /** Word that weakens the figure's truth, not its size: "reportedly", "an estimated". */
  readonly hedge: string | null;
  readonly salience: 'claim' | 'enumeration' | 'rhetorical';
  readonly because: string;
}
