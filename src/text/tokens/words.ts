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

/** Classes of words by their folded hashes, a set of bits each: the same table with the bits of a word behind its hash. */
export type WordClasses = Int32Array;

/** The words of several sets, each with the bits of all sets that hold it. */
export function classesOf(sets: readonly (readonly [Words, number])[]): WordClasses {
  const bits = new Map<number, number>();
  for (const [words, bit] of sets) for (const hash of words) if (hash !== 0) bits.set(hash, (bits.get(hash) ?? 0) | bit);
  let size = 16;
  while (size < bits.size * 4) size *= 2;
  const classes = new Int32Array(size * 2);
  for (const [hash, of] of bits) {
    let slot = hash & (size - 1);
    while (classes[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
    classes[slot * 2] = hash;
    classes[slot * 2 + 1] = of;
  }
  return classes;
}

/** Bits of the word with this hash, 0 for a word of no class. */
export function classBits(classes: WordClasses, hash: number): number {
  const mask = classes.length / 2 - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const other = classes[slot * 2];
    if (other === hash) return classes[slot * 2 + 1];
    if (other === 0) return 0;
  }
}
