import { hashOf } from './vocabulary.js';

/**
 * A set of words by their folded hashes: an open-addressing table, at most a quarter full, so that one read turns most other words
 * away; 0 is a free slot.
 */
export type Words = Int32Array;

/** The words of a list with blanks between, folded, and those of further sets. */
export function wordsOf(list: string, ...further: readonly Words[]): Words {
  const hashes = [...list.split(' ').map(hashOf), ...further.flatMap((words) => [...words].filter((hash) => hash !== 0))];
  let size = 16;
  while (size < hashes.length * 4) size *= 2;
  const words = new Int32Array(size);
  for (const hash of hashes) {
    let slot = hash & (size - 1);
    while (words[slot] !== 0 && words[slot] !== hash) slot = (slot + 1) & (size - 1);
    words[slot] = hash;
  }
  return words;
}

/** Whether the word with this hash is one of `words`. */
export function holds(words: Words, hash: number): boolean {
  const mask = words.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const other = words[slot];
    if (other === hash) return other !== 0;
    if (other === 0) return false;
  }
}
