import type { Phrase } from './phrases.js';
import type { Stretch } from './scene.js';

/** The clause that holds from a token on, as far as it is read there: its subject and the verb it has so far. */
export interface Clause {
  readonly subject: Phrase | null;
  /** A second name of the subject between commas: "[their chairwoman], [Yamina Bouzid], …". */
  readonly apposed: Phrase | null;
  /** The verb that governs what follows, −1 while none was read. */
  readonly verb: number;
  /** The subject of the clause around all others, for a pronoun that means it: "[the company] said it has 1,000 customers". */
  readonly main: Phrase | null;
}

/** The clauses of one sentence: `states[i]` holds from token `from[i]` until the next. */
export interface Clauses {
  readonly from: readonly number[];
  readonly states: readonly Clause[];
}

/** The clause as it was read when the token came. */
export function clauseAt(clauses: Clauses, token: number): Clause {
  const { from, states } = clauses;
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle] <= token) low = middle;
    else high = middle - 1;
  }
  return states[low];
}

/** Whether a verb behind the figure has it as its subject: "and 250 people in the movement own weapons". */
export function isSubject({ from, states }: Clauses, figure: Stretch): boolean {
  let at = from.findIndex((token) => token > figure.first);
  if (at < 0) return false;
  for (const most = Math.min(states.length, at + 10); at < most; at++) {
    const { subject } = states[at];
    if (subject && subject.first <= figure.first && figure.first < subject.last) return true;
  }
  return false;
}
