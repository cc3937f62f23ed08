// Folded words and their ids as typed arrays, so that a worker can share them and a load costs no parsing.

/** Words `0 … size−1`; word `i` is the folded code units `pool[offset[i] … offset[i+1])`. */
export interface Vocabulary {
  readonly size: number;
  readonly pool: Uint16Array;
  readonly offset: Int32Array;
  /**
   * Open-addressing table of hash and id + 1 side by side, so that a probe touches one place of the memory; its number of pairs is a
   * power of two, at least twice `size`.
   */
  readonly slots: Int32Array;
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

export const hashStart = SEED;
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);
/** Spreads the low bits, which alone choose the slot. */
export const hashEnd = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 12);
};

export function hashOf(folded: string): number {
  let h = hashStart;
  for (let i = 0; i < folded.length; i++) h = hashStep(h, folded.charCodeAt(i));
  return hashEnd(h);
}

/** Ids follow the order of `words`; a word may stand only once. */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  const size = words.length;
  let units = 0;
  for (const word of words) units += word.length;
  const pool = new Uint16Array(units);
  const offset = new Int32Array(size + 1);
  let capacity = 16;
  while (capacity < size * 2) capacity *= 2;
  const slots = new Int32Array(capacity * 2);
  let at = 0;
  for (let id = 0; id < size; id++) {
    const word = words[id];
    offset[id] = at;
    for (let i = 0; i < word.length; i++) pool[at++] = word.charCodeAt(i);
    const h = hashOf(word);
    let slot = h & (capacity - 1);
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot * 2] = h;
    slots[slot * 2 + 1] = id + 1;
  }
  offset[size] = at;
  return { size, pool, offset, slots };
}

/** Id of the word whose folded units are `units[0 … length)`, −1 when unknown. */
export function findUnits(vocabulary: Vocabulary, hash: number, units: Uint16Array, length: number): number {
  const { slots, pool, offset } = vocabulary;
  const mask = slots.length - 1;
  for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
    const id = slots[at + 1] - 1;
    if (id < 0) return -1;
    if (slots[at] !== hash) continue;
    const from = offset[id];
    if (offset[id + 1] - from !== length) continue;
    let i = 0;
    while (i < length && pool[from + i] === units[i]) i++;
    if (i === length) return id;
  }
}

/** Id of a folded word, −1 when unknown. */
export function findWord(vocabulary: Vocabulary, folded: string): number {
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) units[i] = folded.charCodeAt(i);
  return findUnits(vocabulary, hashOf(folded), units, folded.length);
}

export const wordOf = (vocabulary: Vocabulary, id: number): string =>
  String.fromCharCode(...vocabulary.pool.subarray(vocabulary.offset[id], vocabulary.offset[id + 1]));
