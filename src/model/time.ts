import type { Span } from './span.js';

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type Anchor = 'explicit' | 'published' | 'previous' | 'event' | 'none';

/**
 * A time expression as seen in its own sentence. `timex` is final when `relation` is null ("June 2023", "two weeks");
 * otherwise resolution computes it from `relation` and an anchor ("on Tuesday", "last year", "June 12").
 */
export interface TimeExpression extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly type: TimexType;
  readonly timex: string;
  /** What must be done with the anchor date to get the value; null when none is needed. The grammar of the string belongs to the two date rooms. */
  readonly relation: string | null;
  /** TIMEX3 mod: START, MID, END, APPROX, BEFORE, ON_OR_BEFORE, AFTER, SINCE, UNTIL, …; null if none. */
  readonly mod: string | null;
  readonly because: string;
}

/** CONTRACT.md, Date. */
export interface DateRecord extends Span {
  readonly document_id: string;
  readonly sentence: number;
  readonly text: string;
  readonly type: TimexType;
  readonly timex: string;
  /** Half-open ISO interval [from, to) where it can be known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly mod: string | null;
  readonly anchor: Anchor;
  readonly because: string;
}
