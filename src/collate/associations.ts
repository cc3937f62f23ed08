import type { Association, Entity, Quote, Reading, Window } from '../model/index.js';
import { clarity, distanceOf, eachMeeting, type Places } from './company.js';
import type { EntityFacts } from './entities.js';
import { byCodeUnits } from './order.js';
import type { Overflow, Texts } from './overflow.js';
import { A, B, COUNTS, DOCUMENTS, EXAMPLE, openPairs, type Pairs } from './pairs.js';
import type { RecordTable } from './record-table.js';
import { remembering } from '../text/index.js';
import { expectedCount, fallingQ, logLikelihoodRatio, npmi, pValue, publisher } from './statistics.js';
import { queue } from './sums.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];
/** Articles, and namings of entities, that are held in memory. */
const MOST_ARTICLES = 1_000;
const MOST_NAMINGS = 40_000;

/** Who appears with whom, on the way over the articles. */
export interface Company {
  /** Adds an article, whose ids are those over all articles. Articles come in the order of their ids. */
  readonly add: (reading: Reading, places: Places) => void;
  /**
   * One row for each two entities and window type that ever meet, by window type and then the strongest evidence (llr) first.
   * q-values are taken over the pairs of one window type that meet at all. `facts`: of every entity, by id.
   */
  readonly rows: (facts: Iterable<EntityFacts>) => Iterable<Association>;
}

/** An article on its way: where its entities are named, these by their position in the order of their ids. */
interface Scene extends Omit<Places, 'ids'> {
  readonly document: string;
  readonly entities: number;
}

/** That an article names an entity. */
type Naming = readonly [id: string, article: number];

/**
 * Pairs are pairs of numbers, which are known when all articles have passed: then entities are numbered in the order of their ids, by a
 * merge of sorted lists and not by a table that would grow with them.
 */
export function openCompany(overflow: Overflow, wanted: ReadonlySet<Window>): Company {
  const all: [number, number, number] = [0, 0, 0];
  const scenes = queue<Scene>(overflow.sorter, MOST_ARTICLES);
  const namings = overflow.sorter<Naming>((a, b) => byCodeUnits(a[0], b[0]), MOST_NAMINGS);
  let articles = 0;
  return {
    add({ document, windows }, { ids, ...places }) {
      for (let w = 0; w < all.length; w++) all[w] += windows[w];
      if (ids.length < 2) return;
      scenes.add({ document: document.document_id, entities: ids.length, ...places });
      for (const id of ids) namings.add([id, articles]);
      articles++;
    },
    rows(facts) {
      const words = overflow.texts();
      const { numbers, cast } = numbered(namings.rows(), facts, overflow, words);
      const pairs = pairsOf(scenes.rows(), numbers, overflow.records, words, wanted);
      return ranked(pairs, { cast, all, words, published: publisher() }, overflow.records);
    },
  };
}

/** Places in the record of an entity: its windows, and where its id and name stand. */
const WORDS = 3;

/** Numbers the entities that are named in the order of their ids: for each article the numbers of its own, ascending, and who they are. */
function numbered(namings: Iterable<Naming>, facts: Iterable<EntityFacts>, { records, table }: Overflow, words: Texts) {
  const byArticle = records(2, 2);
  const cast = table(WORDS + 1);
  const known = facts[Symbol.iterator]();
  let last: string | null = null;
  let number = -1;
  for (const [id, article] of namings) {
    if (id !== last) {
      let next = known.next();
      while (!next.done && next.value[0] !== id) next = known.next();
      const [, name, windows] = next.value as EntityFacts;
      number = cast.add(Float64Array.of(...windows, words.put(`${id}\n${name}`)));
      last = id;
    }
    byArticle.add(Float64Array.of(article, number));
  }
  return { numbers: byArticle.rows(), cast };
}

function pairsOf(
  scenes: Iterable<Scene>,
  byArticle: Iterable<Float64Array>,
  records: Overflow['records'],
  words: Texts,
  wanted: ReadonlySet<Window>,
): Pairs {
  const isWanted = WINDOWS.map((window) => Number(wanted.has(window)));
  const pairs = openPairs(records);
  const numbers = byArticle[Symbol.iterator]();
  for (const scene of scenes) {
    const { named } = scene;
    const own = Array.from({ length: scene.entities }, () => (numbers.next().value as Float64Array)[1]);
    const quotes = new Array<number>(named.length).fill(-1);
    const quoted = (at: number): number => (quotes[at] < 0 ? (quotes[at] = words.put(named[at].text)) : quotes[at]);
    let id = -1;
    eachMeeting(scene, (a, b, sentences, paragraphs, first, last) => {
      const counts = [sentences * isWanted[0], paragraphs * isWanted[1], isWanted[2]];
      if (counts[0] + counts[1] + counts[2] === 0) return;
      if (!pairs.add(own[a], own[b], counts[0], counts[1], counts[2], clarity(named[first] as Quote, named[last] as Quote))) return;
      if (id < 0) id = words.put(scene.document);
      pairs.exemplify(id, quoted(first), quoted(last), named[first].start, named[last].end);
    });
  }
  return pairs;
}

/** What the numbers of records stand for. */
interface Legend {
  readonly cast: RecordTable;
  /** Windows of each kind. */
  readonly all: readonly number[];
  readonly words: Texts;
  readonly published: (value: number) => number;
}

/** Places in the record of a row (kind of window, evidence, two entities, then what else its row tells), the q-value behind it. */
const COUNT_AT = 4;
const EXAMPLE_AT = 6;
const SIZE = 12;
/** Texts and entities that rows behind one another share. */
const MOST_REMEMBERED = 4_096;

function ranked(pairs: Pairs, legend: Legend, records: Overflow['records']): Iterable<Association> {
  const { cast, all, published } = legend;
  const weakestFirst = records(SIZE, 2);
  const many = [0, 0, 0];
  const row = new Float64Array(SIZE + 1);
  for (const pair of pairs.all()) {
    for (let w = 0; w < WINDOWS.length; w++) {
      const count = pair[COUNTS + w];
      if (count === 0) continue;
      many[w]++;
      const inA = cast.at(pair[A])[w];
      row[0] = w;
      row[1] = logLikelihoodRatio(count, inA, cast.at(pair[B])[w], all[w]);
      row[2] = pair[A];
      row[3] = pair[B];
      row[COUNT_AT] = count;
      row[COUNT_AT + 1] = pair[DOCUMENTS + w];
      for (let i = EXAMPLE; i < pair.length; i++) row[i - EXAMPLE + EXAMPLE_AT] = pair[i];
      weakestFirst.add(row);
    }
  }
  const strongestFirst = records(SIZE + 1, 4);
  const q = many.map(fallingQ);
  for (const record of weakestFirst.rows()) {
    row.set(record);
    // Published figures are what can be seen: of equals the ids decide.
    row[1] = -published(record[1]);
    row[SIZE] = q[record[0]](pValue(record[1]));
    strongestFirst.add(row);
  }
  return { [Symbol.iterator]: () => rowsOf(strongestFirst.rows(), legend) };
}

function* rowsOf(records: Iterable<Float64Array>, { cast, all, words, published }: Legend): Generator<Association> {
  // Pairs of equal evidence come by their entities: one and its articles come again and again.
  const textAt = remembering(words.at, MOST_REMEMBERED);
  const whoIs = remembering((number: number) => {
    const [...windows] = cast.at(number).subarray(0, WORDS);
    const both = words.at(cast.at(number)[WORDS]);
    const id = both.slice(0, both.indexOf('\n'));
    return { id, name: both.slice(id.length + 1), type: id.slice(0, id.indexOf(':')) as Entity['type'], windows };
  }, MOST_REMEMBERED);
  for (const record of records) {
    const w = record[0];
    const count = record[COUNT_AT];
    const a = whoIs(record[2]);
    const b = whoIs(record[3]);
    const [inA, inB] = [a.windows[w], b.windows[w]];
    const measured = npmi(count, inA, inB, all[w]);
    yield {
      a_id: a.id,
      a_name: a.name,
      a_type: a.type,
      b_id: b.id,
      b_name: b.name,
      b_type: b.type,
      window: WINDOWS[w],
      count,
      documents: record[COUNT_AT + 1],
      expected: published(expectedCount(inA, inB, all[w])),
      npmi: measured === null ? null : published(measured),
      llr: -record[1],
      q_value: published(record[SIZE]),
      example_document_id: textAt(record[EXAMPLE_AT + 1]),
      example_start: record[EXAMPLE_AT + 4],
      example_end: record[EXAMPLE_AT + 5],
      example_text: quote(textAt(record[EXAMPLE_AT + 2]), textAt(record[EXAMPLE_AT + 3]), distanceOf(record[EXAMPLE_AT])),
    };
  }
  words.close();
}

/** The stretch's words; of a stretch of three and more sentences its first and its last, joined by […]. */
const quote = (from: string, to: string, distance: number): string => (distance === 0 ? from : `${from}${distance === 1 ? ' ' : ' […] '}${to}`);
