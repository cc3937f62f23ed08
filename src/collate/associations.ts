import type { Association, Entity, Quote, Reading, Sighting, Window } from '../model/index.js';
import type { EntityFacts } from './entities.js';
import { byCodeUnits, firstOf } from './order.js';
import { expectedCount, fallingQ, logLikelihoodRatio, npmi, published, pValue } from './statistics.js';
import { openSums, type Sorter, type Sums } from './sums.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];
type Counts = [number, number, number];

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly counts: Counts;
  readonly documents: Counts;
  /** The clearest sighting so far. */
  example: Example;
}

interface Example {
  readonly document: string;
  readonly from: Quote;
  readonly to: Quote;
  readonly distance: number;
  readonly sameParagraph: boolean;
}

/** A pair in one kind of window, with the strength of its evidence before it is rounded. */
interface Met {
  readonly w: number;
  readonly exact: number;
  readonly pair: Pair;
}

/** Who appears with whom, on the way over the articles. */
export interface Company {
  /** Adds an article, whose ids are those over all articles; the order of articles makes no difference. */
  readonly add: (reading: Reading) => void;
  /**
   * One row for each two entities and window type that ever meet, by window type and then the strongest evidence (llr) first.
   * q-values are taken over the pairs of one window type that meet at all.
   */
  readonly rows: (facts: ReadonlyMap<string, EntityFacts>) => Iterable<Association>;
}

/** So many pairs are held in memory. */
const MOST = 20_000;

export function openCompany(sorter: Sorter, wanted: ReadonlySet<Window>): Company {
  const all: Counts = [0, 0, 0];
  const pairs: Sums<Pair> = openSums(sorter, { most: MOST, add: addPair, pack: (pair) => pair, unpack: (pair: Pair) => pair });
  return {
    add(reading) {
      add(all, reading.windows);
      for (const sighting of reading.sightings) {
        const counts = sighting.counts.map((count, w) => (wanted.has(WINDOWS[w]) ? count : 0)) as Counts;
        if (counts.every((count) => count === 0)) continue;
        const { a_id: a, b_id: b } = sighting;
        const documents = counts.map((count) => Math.min(1, count)) as Counts;
        pairs.add(`${a}\t${b}`, { a, b, counts, documents, example: exampleOf(sighting, reading) });
      }
    },
    rows(facts) {
      const windowsOf = (id: string, w: number): number => facts.get(id)?.windows[w] ?? 0;
      const weakestFirst = sorter<Met>((x, y) => x.w - y.w || x.exact - y.exact);
      const many: Counts = [0, 0, 0];
      for (const [, pair] of pairs.all()) {
        for (let w = 0; w < WINDOWS.length; w++) {
          if (pair.counts[w] === 0) continue;
          many[w]++;
          weakestFirst.add({ w, exact: logLikelihoodRatio(pair.counts[w], windowsOf(pair.a, w), windowsOf(pair.b, w), all[w]), pair });
        }
      }
      const strongestFirst = sorter<Association>((x, y) =>
        firstOf(WINDOWS.indexOf(x.window) - WINDOWS.indexOf(y.window), y.llr - x.llr, byCodeUnits(x.a_id, y.a_id), byCodeUnits(x.b_id, y.b_id)),
      );
      const q = many.map(fallingQ);
      for (const { w, exact, pair } of weakestFirst.rows())
        strongestFirst.add(associationRow(pair, w, { llr: exact, q: q[w](pValue(exact)) }, all[w], windowsOf, facts));
      return strongestFirst.rows();
    },
  };
}

function addPair(into: Pair, more: Pair): void {
  add(into.counts, more.counts);
  add(into.documents, more.documents);
  if (isClearer(more.example, into.example)) into.example = more.example;
}

function exampleOf({ first, last, distance, sameParagraph }: Sighting, { document, sentences }: Reading): Example {
  return { document: document.document_id, from: sentences[first], to: sentences[last], distance, sameParagraph };
}

/** One paragraph before several, few sentences before many, of equals the first article by its id. */
function isClearer(a: Example, b: Example): boolean {
  return firstOf(Number(b.sameParagraph) - Number(a.sameParagraph), a.distance - b.distance, byCodeUnits(a.document, b.document)) < 0;
}

function associationRow(
  { a, b, counts, documents, example }: Pair,
  w: number,
  evidence: { readonly llr: number; readonly q: number },
  all: number,
  windowsOf: (id: string, w: number) => number,
  facts: ReadonlyMap<string, EntityFacts>,
): Association {
  const count = counts[w];
  const inA = windowsOf(a, w);
  const inB = windowsOf(b, w);
  const measured = npmi(count, inA, inB, all);
  return {
    a_id: a,
    a_name: facts.get(a)?.name ?? a,
    a_type: typeOf(a),
    b_id: b,
    b_name: facts.get(b)?.name ?? b,
    b_type: typeOf(b),
    window: WINDOWS[w],
    count,
    documents: documents[w],
    expected: published(expectedCount(inA, inB, all)),
    npmi: measured === null ? null : published(measured),
    llr: published(evidence.llr),
    q_value: published(evidence.q),
    ...quoted(example),
  };
}

/** The stretch's words; of a stretch of three and more sentences its first and its last, joined by […]. */
function quoted({ document, from, to, distance }: Example) {
  const words = distance === 0 ? from.text : `${from.text}${distance === 1 ? ' ' : ' […] '}${to.text}`;
  return { example_document_id: document, example_start: from.start, example_end: to.end, example_text: words };
}

const typeOf = (id: string): Entity['type'] => id.slice(0, id.indexOf(':')) as Entity['type'];

function add(sum: Counts, counts: readonly number[]): void {
  for (let w = 0; w < sum.length; w++) sum[w] += counts[w];
}
