import type { Fingerprint, Reading } from '../model/index.js';
import { byCodeUnits } from './order.js';
import type { Overflow } from './overflow.js';

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

/** What is looked at of an article while copies are looked for. */
interface Piece {
  readonly article: number;
  readonly id: string;
  readonly published: string;
  readonly words: number;
  readonly whole: number;
  readonly minima: readonly number[];
  readonly figures: readonly number[];
}

/** An article as it is looked for among others. */
export type Printed = Pick<Reading, 'document' | 'fingerprint'>;

/** Copies on their way over the articles. */
export interface Copies {
  /** Adds the article of that number. */
  readonly see: (article: number, printed: Printed) => void;
  /**
   * Records of a copy and the article it is a copy of, by the number of the copy. The original is the earliest published, of equals the
   * one with the smallest id, and never a copy itself. The order of the articles makes no difference; the cost is linear in their number.
   */
  readonly find: (articleAt: (article: number) => Printed) => Iterable<Float64Array>;
}

/**
 * Only articles that agree in a band can be alike, so that those which hang together by bands are looked at by themselves: in memory are
 * a number for each article, and the articles of one story.
 */
export function openCopies(records: Overflow['records']): Copies {
  const bands = records(2, 2);
  let articles = 0;
  return {
    see(article, { fingerprint }) {
      articles = Math.max(articles, article + 1);
      if (fingerprint !== null) for (const key of bandsOf(fingerprint)) bands.add(Float64Array.of(key, article));
    },
    find(articleAt) {
      const stories = storiesOf(bands.rows(), articles);
      const byStory = records(2, 2);
      for (let article = 0; article < articles; article++) if (stories[article] >= 0) byStory.add(Float64Array.of(stories[article], article));
      const found = records(2, 1);
      for (const numbers of together(byStory.rows()))
        for (const [copy, original] of copiesAmong(numbers.map((article) => pieceOf(article, articleAt(article)))))
          found.add(Float64Array.of(copy, original));
      return found.rows();
    },
  };
}

/** For each article the first of those that it hangs together with; −1 where it stands alone. */
function storiesOf(bands: Iterable<Float64Array>, articles: number): Int32Array {
  const parent = new Int32Array(articles).fill(-1);
  const rootOf = (article: number): number => {
    let root = article;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]];
    return root;
  };
  let [key, first] = [Number.NaN, -1];
  for (const [band, article] of bands) {
    if (band !== key) [key, first] = [band, article];
    else {
      for (const one of [first, article]) if (parent[one] < 0) parent[one] = one;
      const [a, b] = [rootOf(first), rootOf(article)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  for (let article = 0; article < articles; article++) if (parent[article] >= 0) parent[article] = rootOf(article);
  return parent;
}

/** Articles of one story, the stories one after the other. */
function* together(stories: Iterable<Float64Array>): Generator<readonly number[]> {
  let story = -1;
  let articles: number[] = [];
  for (const [of, article] of stories) {
    if (of !== story && articles.length > 0) {
      yield articles;
      articles = [];
    }
    story = of;
    articles.push(article);
  }
  if (articles.length > 0) yield articles;
}

function* copiesAmong(pieces: Piece[]): Generator<readonly [copy: number, original: number]> {
  // The earliest first; those without a date come last.
  pieces.sort((a, b) => byCodeUnits(a.published, b.published) || byCodeUnits(a.id, b.id));
  const bands = new Map<number, number[]>();
  for (const [p, piece] of pieces.entries()) {
    const keys = bandsOf(piece);
    const original = originalOf(piece, new Set(keys.flatMap((key) => bands.get(key) ?? [])), pieces);
    if (original !== null) yield [piece.article, original.article];
    else
      for (const key of keys) {
        const here = bands.get(key);
        if (here === undefined) bands.set(key, [p]);
        else if (here.length < MOST_IN_BAND) here.push(p);
      }
  }
}

function pieceOf(article: number, { document, fingerprint }: Printed): Piece {
  return { article, id: document.document_id, published: document.published ?? '\uffff', ...(fingerprint as Fingerprint) };
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

/** A number of 52 bits for each band of minima: in an archive of millions, shorter ones would be shared by accident. */
function bandsOf({ minima }: Pick<Fingerprint, 'minima'>): readonly number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let [key, more] = [band, ~band];
    for (let i = band * BAND; i < (band + 1) * BAND; i++) {
      key = Math.imul(key ^ minima[i], 0x9e3779b1) ^ (key >>> 15);
      more = Math.imul(more ^ minima[i], 0x85ebca6b) ^ (more >>> 13);
    }
    keys.push((key >>> 0) * 2 ** 20 + (more >>> 12));
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

function contains(large: readonly number[], small: readonly number[]): boolean {
  const known = new Set(large);
  return small.every((figure) => known.has(figure));
}
