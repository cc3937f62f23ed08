/** How often something asked for was found: `right` of `gold` asked for and of `found` given. `right` may hold halves. */
export interface Tally {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** A measure by its stable name, `names.person.strict`; a share has `gold` = `found`, so that precision, recall and F1 agree. */
export interface Measure extends Tally {
  readonly name: string;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const precision = ({ right, found }: Tally): number => share(right, found);
export const recall = ({ right, gold }: Tally): number => share(right, gold);

/** Harmonic mean of precision and recall, 0 … 1; 0 when nothing was asked for or given. */
export const f1 = ({ right, gold, found }: Tally): number => share(2 * right, gold + found);

/** A share as percent with one decimal: `83.3`. */
export const percent = (value: number): string => (100 * value).toFixed(1);
