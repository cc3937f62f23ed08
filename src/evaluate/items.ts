import type { Span } from '../model/index.js';

export type Layer = 'mention' | 'date' | 'claim';

/**
 * One thing that was asked for, or given without being asked for, with all that is wrong about it: the unit in which two
 * versions are compared. `wrong` is empty when all is right, `missed` or `extra` alone, or the aspects that differ.
 */
export interface Item extends Span {
  readonly document: string;
  readonly layer: Layer;
  readonly text: string;
  /** Label of the gold and of the answer, null when there is none. */
  readonly expected: string | null;
  readonly answered: string | null;
  /** Where the answer stands when it is not the gold's place. */
  readonly answer: Span | null;
  readonly wrong: readonly string[];
}

/** Same item in two versions. */
export const itemKey = (item: Pick<Item, 'document' | 'layer' | 'start' | 'end'> & { readonly wrong: readonly string[] }): string =>
  `${item.document}\t${item.layer}\t${item.start}\t${item.end}\t${item.wrong[0] === 'extra' ? 'extra' : ''}`;

export const byPlace = (a: Item, b: Item): number =>
  (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) ||
  a.start - b.start ||
  b.end - a.end ||
  (a.layer < b.layer ? -1 : a.layer > b.layer ? 1 : 0);
