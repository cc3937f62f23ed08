import type { Draft } from '../draft.js';

// The level with which a figure is compared.

/** The earlier figure stands at most this many tokens behind the level it is compared with. */
export const REACH = 30;

/** The figure of the same kind before this one, of which it tells what it was: the nearest that is no percentage unless this is one. */
export function levelOf(drafts: readonly Draft[], i: number): Draft | null {
  const draft = drafts[i];
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    const other = drafts[j];
    if (draft.first - other.last > REACH) return null;
    if (other.kind === 'duration' || other.kind === 'age' || other.partOfDraft) continue;
    if (isShare(other) && isShare(draft)) return other;
    if (other.kind === draft.kind && other.unit === draft.unit && other.currency === draft.currency) return other;
    if (draft.kind === 'count' && draft.counted === null && !isShare(other)) return other;
  }
  return null;
}

export const isShare = (draft: Draft): boolean => draft.kind === 'percent' || draft.kind === 'fraction';
