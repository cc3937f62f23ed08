import { type Item, itemKey, type Layer } from './items.js';

/** An item of a committed baseline: where it stands, its words, and what was wrong about it. */
export interface BaselineRow {
  readonly document: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly wrong: readonly string[];
}

/** An item whose verdict is another than in the baseline. */
export interface Flip {
  /** The item as it is now; null when it is gone. */
  readonly item: Item | null;
  readonly before: BaselineRow | null;
  readonly newlyRight: readonly string[];
  readonly newlyWrong: readonly string[];
}

export const BASELINE_COLUMNS = ['document', 'layer', 'start', 'end', 'text', 'wrong'] as const;

/** The rows of a baseline file: every item, right or wrong, sorted by place. */
export const baselineOf = (items: readonly Item[]): BaselineRow[] =>
  items.map(({ document, layer, start, end, text, wrong }) => ({ document, layer, start, end, text: text.replace(/\s+/g, ' '), wrong }));

/** Every item that is newly right or newly wrong in any aspect, in the order of the items; items that are gone come last. */
export function compareWithBaseline(items: readonly Item[], baseline: readonly BaselineRow[]): Flip[] {
  const before = new Map(baseline.map((row) => [itemKey(row), row]));
  const flips: Flip[] = [];
  for (const item of items) {
    const key = itemKey(item);
    const old = before.get(key) ?? null;
    before.delete(key);
    const was = old?.wrong ?? [];
    const newlyRight = old ? was.filter((aspect) => !item.wrong.includes(aspect)) : [];
    const newlyWrong = item.wrong.filter((aspect) => !was.includes(aspect));
    if (newlyRight.length + newlyWrong.length > 0) flips.push({ item, before: old, newlyRight, newlyWrong });
  }
  for (const old of before.values()) {
    // A false alarm that is gone is good news; a gold item that is gone means that the gold was edited.
    if (old.wrong.length > 0) flips.push({ item: null, before: old, newlyRight: old.wrong, newlyWrong: [] });
  }
  return flips;
}
