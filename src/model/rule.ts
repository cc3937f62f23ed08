/**
 * One rule of a list. The list is walked in order wherever its question is asked, so that it is complete by what it does; what a rule is
 * worth is measured without it (tests/accuracy/ablation.mjs).
 */
export interface Rule<Find> {
  readonly id: string;
  /** What it reads, with the words that asked for it. */
  readonly reads: string;
  readonly find: Find;
}
