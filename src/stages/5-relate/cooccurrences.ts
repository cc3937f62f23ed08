import type { Cooccurrence, Resolved, Window } from '../../model/index.js';

/** Counts, for each window, in how many windows of the article two entities are both mentioned. Sorted by window, a_id, b_id. */
export function relateCooccurrences(document: Resolved): readonly Cooccurrence[] {
  const ids = [...new Set(document.mentions.map((mention) => mention.entity_id))].sort();
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const found: Cooccurrence[] = [];
  count(document, ids, numberOf, 'sentence', found);
  count(document, ids, numberOf, 'paragraph', found);
  // The article is one window: every two entities meet in it once.
  for (let a = 0; a < ids.length; a++)
    for (let b = a + 1; b < ids.length; b++) found.push({ a_id: ids[a], b_id: ids[b], window: 'document', count: 1 });
  return found;
}

function count(document: Resolved, ids: readonly string[], numberOf: ReadonlyMap<string, number>, window: Window, found: Cooccurrence[]): void {
  const pairs = new Map<number, number>();
  let members: number[] = [];
  const close = (): void => {
    members.sort((a, b) => a - b);
    for (let a = 0; a < members.length; a++) {
      for (let b = a + 1; b < members.length; b++) {
        const pair = members[a] * ids.length + members[b];
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
    members = [];
  };
  let current = -1;
  for (const { sentence, entity_id } of document.mentions) {
    const at = window === 'sentence' ? sentence : document.sentences[sentence].paragraph;
    if (at !== current) close();
    current = at;
    const number = numberOf.get(entity_id) as number;
    if (!members.includes(number)) members.push(number);
  }
  close();
  for (const pair of [...pairs.keys()].sort((a, b) => a - b)) {
    found.push({ a_id: ids[Math.floor(pair / ids.length)], b_id: ids[pair % ids.length], window, count: pairs.get(pair) as number });
  }
}
