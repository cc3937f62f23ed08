// A trie over vocabulary ids in typed arrays: one array read rejects most words of a text, one hash probe takes each step.

export interface Trie {
  /** Child of the root for each vocabulary id, 0 where no phrase begins with the word. Node 0 is the root. */
  readonly root: Int32Array;
  /** Open-addressing table of the other edges: from node, over word, to node (0 = free slot). */
  readonly edgeNode: Int32Array;
  readonly edgeWord: Int32Array;
  readonly edgeTarget: Int32Array;
  /** Values of node n: `values[first[n] … first[n+1])`, in the order they were given. */
  readonly first: Int32Array;
  readonly values: Int32Array;
}

export interface TriePhrase {
  readonly words: readonly number[];
  readonly value: number;
}

const slotOf = (node: number, word: number, mask: number): number => {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (h ^ (h >>> 15)) & mask;
};

/** Builds the trie; values of equal phrases keep the order of `phrases`. An empty phrase is an error of the caller. */
export function buildTrie(phrases: readonly TriePhrase[], vocabularySize: number): Trie {
  let longest = 0;
  for (const phrase of phrases) longest += Math.max(0, phrase.words.length - 1);
  let capacity = 16;
  while (capacity < longest * 2 + 2) capacity *= 2;
  const mask = capacity - 1;
  const root = new Int32Array(vocabularySize);
  const edgeNode = new Int32Array(capacity);
  const edgeWord = new Int32Array(capacity);
  const edgeTarget = new Int32Array(capacity);
  let nodes = 1;
  const nodeOf = new Int32Array(phrases.length);
  phrases.forEach((phrase, p) => {
    let node = root[phrase.words[0]];
    if (node === 0) {
      node = nodes++;
      root[phrase.words[0]] = node;
    }
    for (let w = 1; w < phrase.words.length; w++) {
      const word = phrase.words[w];
      let slot = slotOf(node, word, mask);
      while (edgeTarget[slot] !== 0 && (edgeNode[slot] !== node || edgeWord[slot] !== word)) slot = (slot + 1) & mask;
      if (edgeTarget[slot] === 0) {
        edgeNode[slot] = node;
        edgeWord[slot] = word;
        edgeTarget[slot] = nodes++;
      }
      node = edgeTarget[slot];
    }
    nodeOf[p] = node;
  });
  const first = new Int32Array(nodes + 1);
  for (const node of nodeOf) first[node + 1]++;
  for (let n = 0; n < nodes; n++) first[n + 1] += first[n];
  const next = first.slice();
  const values = new Int32Array(phrases.length);
  phrases.forEach((phrase, p) => {
    values[next[nodeOf[p]]++] = phrase.value;
  });
  return { root, edgeNode, edgeWord, edgeTarget, first, values };
}

/** Node behind `node` over `word`, 0 when there is none. */
export function step(trie: Trie, node: number, word: number): number {
  const mask = trie.edgeTarget.length - 1;
  for (let slot = slotOf(node, word, mask); ; slot = (slot + 1) & mask) {
    const target = trie.edgeTarget[slot];
    if (target === 0 || (trie.edgeNode[slot] === node && trie.edgeWord[slot] === word)) return target;
  }
}

export const hasValues = (trie: Trie, node: number): boolean => trie.first[node + 1] > trie.first[node];
