import type { Quote, Reading } from '../model/index.js';

// Who stands near whom in one article: what statistics over all articles count.

/** Where the entities of an article are named. */
export interface Places {
  /** Ids of the entities, by code units. */
  readonly ids: readonly string[];
  /** The sentences that name somebody, and for each entity the positions of its own among them, ascending. */
  readonly named: readonly Quote[];
  readonly sentences: readonly (readonly number[])[];
  /** For each entity the paragraphs that name it, ascending. */
  readonly paragraphs: readonly (readonly number[])[];
}

export function placesOf({ mentions, sentences: named }: Pick<Reading, 'mentions' | 'sentences'>): Places {
  const position = new Map(named.map(({ sentence }, i) => [sentence, i]));
  const found = new Map<string, number[]>();
  for (const { entity_id, sentence } of mentions) {
    const at = position.get(sentence);
    if (at === undefined) continue;
    const list = found.get(entity_id);
    if (list === undefined) found.set(entity_id, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  }
  const ids = [...found.keys()].sort();
  const sentences = ids.map((id) => ascending(found.get(id) as number[]));
  return { ids, named, sentences, paragraphs: sentences.map((list) => ascending(list.map((at) => named[at].paragraph))) };
}

/** Each number once, in order; mentions come in the order of the text, so that there is mostly nothing to sort. */
function ascending(list: readonly number[]): readonly number[] {
  const sorted = list.every((n, i) => i === 0 || list[i - 1] <= n) ? list : [...list].sort((a, b) => a - b);
  return sorted.filter((n, i) => i === 0 || sorted[i - 1] !== n);
}

/**
 * Lets every two entities of the article pass, by their positions: how many sentences and paragraphs name both, and the shortest
 * stretch that does, from one named sentence to another; inside one paragraph where that can be had.
 */
export function eachMeeting(
  { named, sentences, paragraphs }: Omit<Places, 'ids'>,
  visit: (a: number, b: number, sentences: number, paragraphs: number, first: number, last: number) => void,
): void {
  for (let a = 0; a < sentences.length; a++) {
    const own = sentences[a];
    for (let b = a + 1; b < sentences.length; b++) {
      const others = sentences[b];
      let shared = 0;
      let [first, last] = [0, 0];
      let best = Number.MAX_VALUE;
      // One merge of two sorted lists.
      for (let i = 0, j = 0; i < own.length && j < others.length; ) {
        const here = Math.min(own[i], others[j]);
        const there = Math.max(own[i], others[j]);
        if (here === there) shared++;
        const clearness = clarity(named[here], named[there]);
        if (clearness < best) {
          best = clearness;
          first = here;
          last = there;
        }
        if (own[i] < others[j]) i++;
        else j++;
      }
      visit(a, b, shared, common(paragraphs[a], paragraphs[b]), first, last);
    }
  }
}

/** More than any article has sentences. */
const APART = 2 ** 32;

/** The less, the clearer a stretch shows that two belong together: one paragraph before several, few sentences before many. */
export const clarity = (from: Quote, to: Quote): number => to.sentence - from.sentence + (from.paragraph === to.paragraph ? 0 : APART);

/** Sentences from the first of a stretch to its last. */
export const distanceOf = (clearness: number): number => clearness % APART;

function common(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) count++;
    if (a[i] < b[j]) i++;
    else j++;
  }
  return count;
}
