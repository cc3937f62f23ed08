import type { Association, Entity, Quote, Reading, Sighting, Window } from '../model/index.js';
import { byCodeUnits, firstOf } from './order.js';
import { expectedCount, logLikelihoodRatio, npmi, published, pValue, qValues } from './statistics.js';

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

/** What is known so far of who appears with whom; `note` adds an article. */
export interface Company {
  readonly all: Counts;
  readonly named: Map<string, Counts>;
  readonly pairs: Map<string, Pair>;
}

export const noCompany = (): Company => ({ all: [0, 0, 0], named: new Map(), pairs: new Map() });

/** Adds what an article tells of who appears with whom, in the wanted windows; the order of articles makes no difference. */
export function note({ all, named, pairs }: Company, reading: Reading, wanted: ReadonlySet<Window>): void {
  add(all, reading.windows);
  for (const { entity_id, counts } of reading.presences) {
    let known = named.get(entity_id);
    if (!known) named.set(entity_id, (known = [0, 0, 0]));
    add(known, counts);
  }
  for (const sighting of reading.sightings) {
    const counts = sighting.counts.map((count, w) => (wanted.has(WINDOWS[w]) ? count : 0));
    if (counts.every((count) => count === 0)) continue;
    const key = `${sighting.a_id}\t${sighting.b_id}`;
    const example = exampleOf(sighting, reading);
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { a: sighting.a_id, b: sighting.b_id, counts: [0, 0, 0], documents: [0, 0, 0], example }));
    else if (isClearer(example, pair.example)) pair.example = example;
    add(pair.counts, counts);
    add(
      pair.documents,
      counts.map((count) => Math.min(1, count)),
    );
  }
}

/** The same counts under other names: what two names become one adds up. No two entities of one article may become one. */
export function renameCompany({ all, named, pairs }: Company, nameOf: (id: string) => string): Company {
  const renamed: Company = { all, named: new Map(), pairs: new Map() };
  for (const [id, counts] of named) {
    const name = nameOf(id);
    const known = renamed.named.get(name);
    if (known) add(known, counts);
    else renamed.named.set(name, [...counts]);
  }
  for (const pair of pairs.values()) {
    const [a, b] = [nameOf(pair.a), nameOf(pair.b)].sort(byCodeUnits);
    const key = `${a}\t${b}`;
    const known = renamed.pairs.get(key);
    if (!known) renamed.pairs.set(key, { ...pair, a, b, counts: [...pair.counts], documents: [...pair.documents] });
    else {
      add(known.counts, pair.counts);
      add(known.documents, pair.documents);
      if (isClearer(pair.example, known.example)) known.example = pair.example;
    }
  }
  return renamed;
}

/**
 * One row for each two entities and window type that ever meet, by window type and then the strongest evidence (llr) first.
 * q-values are taken over the pairs of one window type that meet at all.
 */
export function collateAssociations({ all, named, pairs }: Company, entities: readonly Entity[]): readonly Association[] {
  const entityOf = new Map(entities.map((entity) => [entity.entity_id, entity]));
  return WINDOWS.flatMap((window, w) => {
    const met = [...pairs.values()].filter((pair) => pair.counts[w] > 0);
    const llr = met.map(({ a, b, counts }) => logLikelihoodRatio(counts[w], windowsOf(named, a, w), windowsOf(named, b, w), all[w]));
    const q = qValues(llr.map(pValue));
    return met
      .map((pair, i) => associationRow(pair, window, w, { llr: llr[i], q: q[i] }, named, all[w], entityOf))
      .sort((x, y) => firstOf(y.llr - x.llr, byCodeUnits(x.a_id, y.a_id), byCodeUnits(x.b_id, y.b_id)));
  });
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
  window: Window,
  w: number,
  evidence: { readonly llr: number; readonly q: number },
  named: ReadonlyMap<string, Counts>,
  all: number,
  entityOf: ReadonlyMap<string, Entity>,
): Association {
  const count = counts[w];
  const inA = windowsOf(named, a, w);
  const inB = windowsOf(named, b, w);
  const measured = npmi(count, inA, inB, all);
  return {
    a_id: a,
    a_name: entityOf.get(a)?.name ?? a,
    a_type: typeOf(a),
    b_id: b,
    b_name: entityOf.get(b)?.name ?? b,
    b_type: typeOf(b),
    window,
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

const windowsOf = (named: ReadonlyMap<string, Counts>, id: string, w: number): number => named.get(id)?.[w] ?? 0;

function add(sum: Counts, counts: readonly number[]): void {
  for (let w = 0; w < sum.length; w++) sum[w] += counts[w];
}
