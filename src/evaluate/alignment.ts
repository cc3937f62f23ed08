import { overlaps, type Span } from '../model/index.js';

/** Which of `found` answers each of `wanted`, and the other way round; −1 = none. */
export interface Alignment {
  readonly ofWanted: readonly number[];
  readonly ofFound: readonly number[];
}

/**
 * Pairs wanted spans with found ones that overlap them, one to one: the pairs that `closeness` rates highest first (0 = never
 * a pair), then those that share most characters, then those that stand first.
 */
export function align<W extends Span, F extends Span>(
  wanted: readonly W[],
  found: readonly F[],
  closeness: (wanted: W, found: F) => number,
): Alignment {
  const pairs: { readonly i: number; readonly j: number; readonly rank: number; readonly shared: number }[] = [];
  let first = 0;
  wanted.forEach((w, i) => {
    while (first < found.length && found[first].end <= w.start) first++;
    for (let j = first; j < found.length && found[j].start < w.end; j++) {
      if (!overlaps(w, found[j])) continue;
      const rank = closeness(w, found[j]);
      if (rank > 0) pairs.push({ i, j, rank, shared: Math.min(w.end, found[j].end) - Math.max(w.start, found[j].start) });
    }
  });
  pairs.sort((a, b) => b.rank - a.rank || b.shared - a.shared || a.i - b.i || a.j - b.j);
  const ofWanted = wanted.map(() => -1);
  const ofFound = found.map(() => -1);
  for (const { i, j } of pairs) {
    if (ofWanted[i] >= 0 || ofFound[j] >= 0) continue;
    ofWanted[i] = j;
    ofFound[j] = i;
  }
  return { ofWanted, ofFound };
}
