// A trie over vocabulary ids in typed arrays. The children of a node have numbers that follow each other, in the order of their words,
// so that a node needs no more than the number of its first child: most words of a text are rejected by one read, most steps by two.

export interface Trie {
  /** Child of the root for each vocabulary id, 0 where no phrase begins with the word, and none for the ids behind its end. Node 0 is the root. */
  readonly root: Int32Array;
  /** Word that leads to node n. */
  readonly word: Int32Array;
  /** Of node n, at 2n its first child, at 2n + 1 its first value; children end where those of n + 1 begin, and so do values. */
  readonly first: Int32Array;
  /** In the order they were given. */
  readonly values: Int32Array;
}

export interface TriePhrase {
  readonly words: readonly number[];
  readonly value: number;
}

/** Builds the trie; values of equal phrases keep the order of `phrases`. An empty phrase is an error of the caller. */
export function buildTrie(phrases: readonly TriePhrase[], vocabularySize: number): Trie {
  const order = phrases.map((_, i) => i).sort((a, b) => compare(phrases[a].words, phrases[b].words) || a - b);
  const root = new Int32Array(vocabularySize);
  // Level by level, so that the children of a node, which are neighbours in `order`, get numbers that follow each other.
  let level: Stretch[] = [{ from: 0, to: order.length }];
  const words: number[] = [-1];
  const first: number[] = [];
  const values: number[] = [];
  for (let depth = 0; level.length > 0; depth++) {
    const next: Stretch[] = [];
    for (const { from, to } of level) {
      let at = from;
      const value = values.length;
      for (; at < to && phrases[order[at]].words.length === depth; at++) values.push(phrases[order[at]].value);
      first.push(words.length, value);
      while (at < to) {
        const word = phrases[order[at]].words[depth];
        let end = at + 1;
        while (end < to && phrases[order[end]].words[depth] === word) end++;
        if (depth === 0) root[word] = words.length;
        words.push(word);
        next.push({ from: at, to: end });
        at = end;
      }
    }
    level = next;
  }
  first.push(words.length, values.length);
  let end = vocabularySize;
  while (end > 0 && root[end - 1] === 0) end--;
  return { root: root.slice(0, end), word: Int32Array.from(words), first: Int32Array.from(first), values: Int32Array.from(values) };
}

/** Phrases of one beginning, in the order of their words. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Node of the phrases that begin with `word`, 0 when there are none. */
export const beginning = ({ root }: Trie, word: number): number => (word >= 0 && word < root.length ? root[word] : 0);

/** Node behind `node` over `word`, 0 when there is none. */
export function step({ first, word: words }: Trie, node: number, word: number): number {
  let low = first[node * 2];
  let high = first[node * 2 + 2];
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if (words[middle] > word) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (words[low] === word) return low;
  return 0;
}

/** First value of a node in `values`; its last one stands before `lastValue`. */
export const firstValue = (trie: Trie, node: number): number => trie.first[node * 2 + 1];
export const lastValue = (trie: Trie, node: number): number => trie.first[node * 2 + 3];

export const hasValues = (trie: Trie, node: number): boolean => lastValue(trie, node) > firstValue(trie, node);
