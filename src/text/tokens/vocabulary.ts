// Folded words and their ids as typed arrays, so that a worker can share them and a load costs no parsing.

/** Words `0 … size−1`; the folded code units of word `i` lie in `pool[offset[i] … offset[i+1])`. */
export interface Vocabulary {
  readonly size: number;
  /**
   * A word within Latin-1 takes a byte a unit, as nearly all do; another begins with a byte 0, which no folded word holds, and takes two a unit,
   * the lower one first.
   */
  readonly pool: Uint8Array;
  readonly offset: Int32Array;
  /**
   * Open-addressing table: id + 1 in the lowest bits, as many as the largest takes, and in those above as much of the hash as there is room for,
   * so that a word of another hash is nearly always passed over without a look at its units. Its length is a power of two, at least twice `size`.
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
  const offset = new Int32Array(size + 1);
  for (let id = 0; id < size; id++) offset[id + 1] = offset[id] + (isNarrow(words[id]) ? words[id].length : 1 + 2 * words[id].length);
  const pool = new Uint8Array(offset[size]);
  let capacity = 16;
  while (capacity < size * 2) capacity *= 2;
  const slots = new Int32Array(capacity);
  const ids = idBits(size);
  for (let id = 0; id < size; id++) {
    const word = words[id];
    const narrow = isNarrow(word);
    for (let i = 0, at = offset[id]; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (narrow) pool[at + i] = unit;
      else {
        pool[at + 1 + 2 * i] = unit;
        pool[at + 2 + 2 * i] = unit >> 8;
      }
    }
    const h = hashOf(word);
    let slot = h & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = (h & ~ids) | (id + 1);
  }
  return { size, pool, offset, slots };
}

/** Every bit that the number of a word may take in a slot. */
const idBits = (size: number): number => (1 << (32 - Math.clz32(size))) - 1;

const isNarrow = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0xff) return false;
  return true;
};

/** Id of the word whose folded units are `units[0 … length)`, −1 when unknown. */
export function findUnits(vocabulary: Vocabulary, hash: number, units: Uint16Array, length: number): number {
  const { size, slots } = vocabulary;
  const mask = slots.length - 1;
  const ids = idBits(size);
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const slot = slots[at];
    if (slot === 0) return -1;
    if (((slot ^ hash) & ~ids) !== 0) continue;
    const id = (slot & ids) - 1;
    if (isWord(vocabulary, id, units, length)) return id;
  }
}

function isWord({ pool, offset }: Vocabulary, id: number, units: Uint16Array, length: number): boolean {
  const from = offset[id];
  const bytes = offset[id + 1] - from;
  let i = 0;
  if (bytes === length) {
    while (i < length && pool[from + i] === units[i]) i++;
  } else if (bytes === 1 + 2 * length && pool[from] === 0) {
    while (i < length && (pool[from + 1 + 2 * i] | (pool[from + 2 + 2 * i] << 8)) === units[i]) i++;
  } else return false;
  return i === length;
}

/** Id of a folded word, −1 when unknown. */
export function findWord(vocabulary: Vocabulary, folded: string): number {
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) units[i] = folded.charCodeAt(i);
  return findUnits(vocabulary, hashOf(folded), units, folded.length);
}

export function wordOf({ pool, offset }: Vocabulary, id: number): string {
  const bytes = pool.subarray(offset[id], offset[id + 1]);
  if (bytes[0] !== 0) return String.fromCharCode(...bytes);
  let word = '';
  for (let i = 1; i < bytes.length; i += 2) word += String.fromCharCode(bytes[i] | (bytes[i + 1] << 8));
  return word;
}
