import type { Cooccurrence, Resolved, Window } from '../../model/index.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];

/** Counts, for each window, in how many windows of the article two entities are both mentioned. Sorted by window, a_id, b_id. */
export function relateCooccurrences(document: Resolved): readonly Cooccurrence[] {
  const paragraphOf = document.sentences.map((sentence) => sentence.paragraph);
  const found: Cooccurrence[] = [];
  for (const window of WINDOWS) {
    const sets = new Map<number, Set<string>>();
    for (const mention of document.mentions) {
      const key = window === 'sentence' ? mention.sentence : window === 'paragraph' ? paragraphOf[mention.sentence] : 0;
      const set = sets.get(key);
      if (set) set.add(mention.entity_id);
      else sets.set(key, new Set([mention.entity_id]));
    }
    const counts = new Map<string, Map<string, number>>();
    for (const set of sets.values()) {
      const ids = [...set].sort();
      for (let a = 0; a < ids.length; a++) {
        let row = counts.get(ids[a]);
        if (!row) counts.set(ids[a], (row = new Map()));
        for (let b = a + 1; b < ids.length; b++) row.set(ids[b], (row.get(ids[b]) ?? 0) + 1);
      }
    }
    for (const a of [...counts.keys()].sort()) {
      const row = counts.get(a) as Map<string, number>;
      for (const b of [...row.keys()].sort()) found.push({ a_id: a, b_id: b, window, count: row.get(b) as number });
    }
  }
  return found;
}
