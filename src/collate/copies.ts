import type { Reading } from '../model/index.js';
import { byCodeUnits, firstOf } from './order.js';

// Which articles are copies of others: the same words, or an agency's story as several papers print it.

/** Share of runs of words that two articles of the same story have in common. */
const ALIKE = 0.7;
/** Short pieces are alike by their form ("Police in A arrested B"): below so many words only equal ones are copies. */
const FEWEST_WORDS = 100;
/** Minima compared at once: articles that agree in all of one band are looked at closely. */
const BAND = 4;
/** Articles alike enough agree in one of so many bands in 99 cases of 100. */
const BANDS = 16;
/** So many articles of one band are looked at: they would be a form that many pieces have. */
const MOST_IN_BAND = 32;

/** What is kept of an article while copies are looked for. */
interface Piece {
  readonly id: string;
  readonly published: string;
  readonly words: number;
  readonly whole: number;
  readonly minima: Uint32Array;
  readonly figures: Uint32Array;
}

/**
 * Copy → the article it is a copy of, which is the earliest published, of equals the one with the smallest id, and never a copy itself.
 * The order of the articles makes no difference; the cost is linear in their number.
 */
export function copiesIn(heads: Iterable<Pick<Reading, 'document' | 'fingerprint'>>): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  const bands = new Map<number, number[]>();
  const pieces = piecesOf(heads);
  pieces.forEach((piece, p) => {
    const keys = bandsOf(piece);
    const original = originalOf(piece, new Set(keys.flatMap((key) => bands.get(key) ?? [])), pieces);
    if (original !== null) copies.set(piece.id, original.id);
    else
      for (const key of keys) {
        const here = bands.get(key);
        if (here === undefined) bands.set(key, [p]);
        else if (here.length < MOST_IN_BAND) here.push(p);
      }
  });
  return copies;
}

/** Articles with words, the earliest first; those without a date come last. */
function piecesOf(heads: Iterable<Pick<Reading, 'document' | 'fingerprint'>>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { document, fingerprint } of heads) {
    if (fingerprint === null) continue;
    const { words, whole, minima, figures } = fingerprint;
    const published = document.published ?? '\uffff';
    pieces.push({ id: document.document_id, published, words, whole, minima: Uint32Array.from(minima), figures: Uint32Array.from(figures) });
  }
  return pieces.sort((a, b) => firstOf(byCodeUnits(a.published, b.published), byCodeUnits(a.id, b.id)));
}

/** The most alike of the candidates, if it is alike enough; of equals the earliest. */
function originalOf(piece: Piece, candidates: ReadonlySet<number>, pieces: readonly Piece[]): Piece | null {
  let best: Piece | null = null;
  let most = 0;
  for (const c of [...candidates].sort((a, b) => a - b)) {
    const share = likeness(piece, pieces[c]);
    if (share > most) [best, most] = [pieces[c], share];
  }
  return best;
}

/** A number for each band of minima; two bands may share one by accident, which costs a look. */
function bandsOf({ minima }: Piece): readonly number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = band;
    for (let i = band * BAND; i < (band + 1) * BAND; i++) key = Math.imul(key ^ minima[i], 0x9e3779b1) ^ (key >>> 15);
    keys.push(key);
  }
  return keys;
}

/** The share of runs in common when it makes one article a copy of the other, else 0. */
function likeness(a: Piece, b: Piece): number {
  if (a.whole === b.whole && a.words === b.words) return 1;
  let equal = 0;
  for (let k = 0; k < a.minima.length; k++) if (a.minima[k] === b.minima[k]) equal++;
  const share = equal / a.minima.length;
  if (share < ALIKE || Math.min(a.words, b.words) < FEWEST_WORDS) return 0;
  // A copy may be cut; a later report has figures of its own in place of others.
  return contains(a.figures, b.figures) || contains(b.figures, a.figures) ? share : 0;
}

function contains(large: Uint32Array, small: Uint32Array): boolean {
  const known = new Set(large);
  return small.every((figure) => known.has(figure));
}
