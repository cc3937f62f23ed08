import type { Draft } from '../draft.js';
import { CONCEPTS } from '../rules/concepts.js';
import type { Scene } from '../scene.js';

/** Reads what an amount, share or measure is of: the first rule that finds words for it. */
export function readConcept(scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]): void {
  for (const { id, by } of CONCEPTS) {
    const it = by(scene, draft, first, limit, neighbours);
    if (!it) continue;
    draft.counted = it.span;
    draft.countedVia = 'phrase';
    if (it.whole && (draft.kind === 'percent' || draft.kind === 'fraction')) draft.partOf = it.span;
    if (it.adjacent) draft.last = Math.max(draft.last, it.last);
    draft.because.push(id);
    return;
  }
}
