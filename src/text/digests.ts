/** A set of texts of which it keeps 64 bits each: some twenty bytes a text, however long. Two texts are taken for one in one case of 10¹⁹. */
export interface Digests {
  /** Adds the text; false when it was there. */
  readonly add: (text: string) => boolean;
  readonly has: (text: string) => boolean;
}

/** Share of places taken beyond which the table doubles. */
const FULL = 0.7;

export function openDigests(): Digests {
  let table = new Uint32Array(2 * 64);
  let size = 0;
  let [high, low] = [0, 0];

  const digest = (text: string): void => {
    let [a, b] = [0x811c9dc5, 0x9e3779b9 ^ text.length];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ (b >>> 15) ^ code, 0x85ebca6b);
    }
    high = mixed(a ^ (b >>> 7));
    // A row of zeroes is free.
    low = mixed(b) || 1;
  };
  /** The row of the digest: its own, or the free one where it belongs. */
  const row = (): number => {
    const mask = table.length / 2 - 1;
    let at = high & mask;
    while (table[2 * at + 1] !== 0 && (table[2 * at] !== high || table[2 * at + 1] !== low)) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const old = table;
    table = new Uint32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      [high, low] = [old[i], old[i + 1]];
      table.set([high, low], 2 * row());
    }
  };
  return {
    add(text) {
      if (size >= (table.length / 2) * FULL) grow();
      digest(text);
      const at = row();
      if (table[2 * at + 1] !== 0) return false;
      table[2 * at] = high;
      table[2 * at + 1] = low;
      size++;
      return true;
    },
    has(text) {
      digest(text);
      return table[2 * row() + 1] !== 0;
    },
  };
}

/** Spreads a hash over all of its bits (the finish of MurmurHash3). */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
