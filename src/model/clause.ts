/** A noun phrase, articles and modifiers with it: tokens `[first, last)`; `head`: its last word. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** Token behind the phrases that prepositions tie to it: "[exports] to China", "[the price] of gold in Lagos". */
  readonly tied: number;
}

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

/** The clauses of the sentences that hold figures, read once: `states[i]` holds from token `from[i]` until the next. Ascending. */
export interface Clauses {
  readonly from: readonly number[];
  readonly states: readonly Clause[];
}
