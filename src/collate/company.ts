import type { Cooccurrence, Mention, Presence, Quote, Sighting } from '../model/index.js';

// Who stands near whom in one article: what statistics over all articles count. `named` are the sentences that name somebody.

type Counts = [number, number, number];
const WINDOW_PLACE = { sentence: 0, paragraph: 1, document: 2 } as const;

/** In how many sentences and paragraphs each entity is named, in the order in which they are first named. */
export function presencesOf(mentions: readonly Mention[], named: readonly Quote[]): readonly Presence[] {
  const paragraphOf = new Map(named.map(({ sentence, paragraph }) => [sentence, paragraph]));
  const seen = new Map<string, { sentences: Set<number>; paragraphs: Set<number> }>();
  for (const { entity_id, sentence } of mentions) {
    let places = seen.get(entity_id);
    if (!places) seen.set(entity_id, (places = { sentences: new Set(), paragraphs: new Set() }));
    places.sentences.add(sentence);
    places.paragraphs.add(paragraphOf.get(sentence) ?? 0);
  }
  return [...seen].map(([entity_id, { sentences, paragraphs }]) => ({ entity_id, counts: [sentences.size, paragraphs.size, 1] }));
}

/** Every two entities of the article with the windows they share and the shortest stretch that names both. */
export function sightingsOf(meetings: readonly Cooccurrence[], mentions: readonly Mention[], named: readonly Quote[]): readonly Sighting[] {
  const counts = new Map<string, Map<string, Counts>>();
  for (const { a_id, b_id, window, count } of meetings) {
    let row = counts.get(a_id);
    if (!row) counts.set(a_id, (row = new Map()));
    let cell = row.get(b_id);
    if (!cell) row.set(b_id, (cell = [0, 0, 0]));
    cell[WINDOW_PLACE[window]] = count;
  }
  const places = sentencesByEntity(mentions, named);
  const found: Sighting[] = [];
  for (const [a_id, row] of counts) {
    for (const [b_id, cell] of row) found.push({ a_id, b_id, counts: cell, ...closest(places.get(a_id) ?? [], places.get(b_id) ?? [], named) });
  }
  return found;
}

/** The windows that every two entities share, counted from the mentions. */
export function meetingsOf(mentions: readonly Mention[], named: readonly Quote[]): readonly Cooccurrence[] {
  const paragraphOf = new Map(named.map(({ sentence, paragraph }) => [sentence, paragraph]));
  const windowsOf = (windowOf: (mention: Mention) => number): ReadonlyMap<string, ReadonlySet<number>> => {
    const windows = new Map<string, Set<number>>();
    for (const mention of mentions) {
      const known = windows.get(mention.entity_id);
      if (known) known.add(windowOf(mention));
      else windows.set(mention.entity_id, new Set([windowOf(mention)]));
    }
    return windows;
  };
  const sentences = windowsOf(({ sentence }) => sentence);
  const paragraphs = windowsOf(({ sentence }) => paragraphOf.get(sentence) ?? 0);
  const ids = [...sentences.keys()].sort();
  const found: Cooccurrence[] = [];
  ids.forEach((a_id, a) => {
    for (const b_id of ids.slice(a + 1)) {
      for (const [window, windows] of [
        ['sentence', sentences],
        ['paragraph', paragraphs],
      ] as const) {
        const count = shared(windows.get(a_id), windows.get(b_id));
        if (count > 0) found.push({ a_id, b_id, window, count });
      }
      found.push({ a_id, b_id, window: 'document', count: 1 });
    }
  });
  return found;
}

function shared(a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const one of small) if (large.has(one)) count++;
  return count;
}

/** Entity → positions in `named` of the sentences that name it, ascending. */
function sentencesByEntity(mentions: readonly Mention[], named: readonly Quote[]): ReadonlyMap<string, readonly number[]> {
  const position = new Map(named.map(({ sentence }, i) => [sentence, i]));
  const places = new Map<string, number[]>();
  for (const { entity_id, sentence } of mentions) {
    const at = position.get(sentence);
    if (at === undefined) continue;
    const list = places.get(entity_id);
    if (!list) places.set(entity_id, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  }
  for (const list of places.values()) list.sort((a, b) => a - b);
  return places;
}

/** The two nearest sentences of which one names a, one b; inside one paragraph where that can be had. One merge of two sorted lists. */
function closest(a: readonly number[], b: readonly number[], named: readonly Quote[]): Omit<Sighting, 'a_id' | 'b_id' | 'counts'> {
  let best = { first: 0, last: 0, distance: Number.MAX_SAFE_INTEGER, sameParagraph: false };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.min(a[i], b[j]);
    const last = Math.max(a[i], b[j]);
    const distance = named[last].sentence - named[first].sentence;
    const sameParagraph = named[first].paragraph === named[last].paragraph;
    const better = sameParagraph === best.sameParagraph ? distance < best.distance : sameParagraph;
    if (better) best = { first, last, distance, sameParagraph };
    if (a[i] < b[j]) i++;
    else j++;
  }
  return best;
}
