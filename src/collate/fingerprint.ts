import type { Fingerprint, Related } from '../model/index.js';

/** Words in a row that are looked at together: few enough that a changed word spoils little, enough that an order of words tells. */
const RUN = 3;
/** Runs are dealt into so many bins and the smallest of each is kept: the share of bins in which two articles agree estimates that of their runs. */
const BINS = 96;
const EMPTY = 0xffffffff;
const MOST_FIGURES = 400;

/** The portrait of an article's body; headline, byline and furniture differ from paper to paper. Null for a body without words. */
export function fingerprintOf({ text, regions }: Pick<Related, 'text' | 'regions'>): Fingerprint | null {
  const minima = new Uint32Array(BINS).fill(EMPTY);
  const figures = new Set<number>();
  let words = 0;
  let whole = 0;
  let [before, last] = [0, 0];
  for (const { start, end, kind } of regions) {
    if (kind !== 'body') continue;
    for (let i = start; i < end; ) {
      let hash = 0x811c9dc5;
      let isFigure = false;
      const from = i;
      for (let code = folded(text.charCodeAt(i)); code !== 0 && i < end; code = folded(text.charCodeAt(++i))) {
        hash = Math.imul(hash ^ code, 0x01000193);
        isFigure ||= code >= 48 && code <= 57;
      }
      if (i === from) {
        i++;
        continue;
      }
      words++;
      whole = Math.imul(whole, 31) + mixed(hash);
      if (isFigure && figures.size < MOST_FIGURES) figures.add(hash >>> 0);
      if (words >= RUN) deal(minima, Math.imul(Math.imul(before, 31) ^ last, 0x01000193) ^ hash);
      [before, last] = [last, hash];
    }
  }
  if (words === 0) return null;
  if (words < RUN) deal(minima, Math.imul(before, 31) ^ last);
  return { words, whole: whole >>> 0, minima: filled(minima), figures: [...figures].sort((a, b) => a - b) };
}

function deal(minima: Uint32Array, run: number): void {
  const hash = mixed(run);
  const bin = hash % BINS;
  if (hash < minima[bin]) minima[bin] = hash;
}

/** Spreads a hash over all of its bits (the finish of MurmurHash3). */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Short articles leave bins empty: these borrow from the next that is not, and remember from how far. */
function filled(minima: Uint32Array): number[] {
  return Array.from(minima, (own, bin) => {
    let far = 0;
    while (minima[(bin + far) % BINS] === EMPTY && far < BINS) far++;
    return far === 0 ? own : (minima[(bin + far) % BINS] + Math.imul(far, 0x9e3779b1)) >>> 0;
  });
}

/** A letter or digit in lower case; 0 for what stands between words. Quotes and dashes thus make no difference. */
function folded(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) ? code : 0;
}
