import type { Association, Entity, Reading, Window } from '../model/index.js';
import { clarity, distanceOf, eachMeeting, type Places } from './company.js';
import type { EntityFacts } from './entities.js';
import { byCodeUnits } from './order.js';
import type { Overflow, Texts } from './overflow.js';
import { A, B, COUNTS, DOCUMENTS, EXAMPLE, openPairs } from './pairs.js';
import { expectedCount, fallingQ, logLikelihoodRatio, npmi, pValue, publisher } from './statistics.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];

/** Who appears with whom, on the way over the articles. */
export interface Company {
  /** Adds an article, whose ids are those over all articles. Articles come in the order of their ids. */
  readonly add: (reading: Reading, places: Places) => void;
  /**
   * One row for each two entities and window type that ever meet, by window type and then the strongest evidence (llr) first.
   * q-values are taken over the pairs of one window type that meet at all.
   */
  readonly rows: (facts: ReadonlyMap<string, EntityFacts>) => Iterable<Association>;
}

export function openCompany({ records, texts }: Overflow, wanted: ReadonlySet<Window>): Company {
  const all: [number, number, number] = [0, 0, 0];
  const isWanted = WINDOWS.map((window) => Number(wanted.has(window)));
  const pairs = openPairs(records);
  const words = texts();
  const numberOf = new Map<string, number>();
  const numbered = (id: string): number => {
    let number = numberOf.get(id);
    if (number === undefined) numberOf.set(id, (number = numberOf.size));
    return number;
  };
  return {
    add({ document, windows }, places) {
      for (let w = 0; w < all.length; w++) all[w] += windows[w];
      const { named } = places;
      const numbers = places.ids.map(numbered);
      const quotes = new Array<number>(named.length).fill(-1);
      const quoted = (at: number): number => (quotes[at] < 0 ? (quotes[at] = words.put(named[at].text)) : quotes[at]);
      let id = -1;
      eachMeeting(places, (a, b, sentences, paragraphs, first, last) => {
        const counts = [sentences * isWanted[0], paragraphs * isWanted[1], isWanted[2]];
        if (counts[0] + counts[1] + counts[2] === 0) return;
        if (!pairs.add(numbers[a], numbers[b], counts[0], counts[1], counts[2], clarity(named[first], named[last]))) return;
        if (id < 0) id = words.put(document.document_id);
        pairs.exemplify(id, quoted(first), quoted(last), named[first].start, named[last].end);
      });
    },
    rows(facts) {
      const ids = [...numberOf.keys()].sort(byCodeUnits);
      const ranks = new Int32Array(ids.length);
      ids.forEach((id, rank) => (ranks[numberOf.get(id) as number] = rank));
      const who = ids.map((id) => facts.get(id) ?? { name: id, country: null, windows: [0, 0, 0] as const });
      // A record of a row: kind of window, evidence, two ranks of ids, then what else its row tells.
      const weakestFirst = records(SIZE, 2);
      const many = [0, 0, 0];
      const row = new Float64Array(SIZE + 1);
      for (const pair of pairs.all()) {
        for (let w = 0; w < WINDOWS.length; w++) {
          const count = pair[COUNTS + w];
          if (count === 0) continue;
          many[w]++;
          const a = ranks[pair[A]];
          const b = ranks[pair[B]];
          row.set([w, logLikelihoodRatio(count, who[a].windows[w], who[b].windows[w], all[w]), a, b, count, pair[DOCUMENTS + w]]);
          for (let i = EXAMPLE; i < pair.length; i++) row[i - EXAMPLE + EXAMPLE_AT] = pair[i];
          weakestFirst.add(row);
        }
      }
      const strongestFirst = records(SIZE + 1, 4);
      const q = many.map(fallingQ);
      const published = publisher();
      for (const record of weakestFirst.rows()) {
        row.set(record);
        // Published figures are what can be seen: of equals the ids decide.
        row[1] = -published(record[1]);
        row[SIZE] = q[record[0]](pValue(record[1]));
        strongestFirst.add(row);
      }
      return { [Symbol.iterator]: () => rowsOf(strongestFirst.rows(), { ids, who, all, words, published }) };
    },
  };
}

/** Places in the record of a row, the q-value behind it. */
const COUNT_AT = 4;
const EXAMPLE_AT = 6;
const SIZE = 12;

/** What the numbers of records stand for. */
interface Legend {
  readonly ids: readonly string[];
  readonly who: readonly EntityFacts[];
  /** Windows of each kind. */
  readonly all: readonly number[];
  readonly words: Texts;
  readonly published: (value: number) => number;
}

function* rowsOf(records: Iterable<Float64Array>, { ids, who, all, words, published }: Legend): Generator<Association> {
  for (const record of records) {
    const w = record[0];
    const a = record[2];
    const b = record[3];
    const count = record[COUNT_AT];
    const inA = who[a].windows[w];
    const inB = who[b].windows[w];
    const measured = npmi(count, inA, inB, all[w]);
    yield {
      a_id: ids[a],
      a_name: who[a].name,
      a_type: typeOf(ids[a]),
      b_id: ids[b],
      b_name: who[b].name,
      b_type: typeOf(ids[b]),
      window: WINDOWS[w],
      count,
      documents: record[COUNT_AT + 1],
      expected: published(expectedCount(inA, inB, all[w])),
      npmi: measured === null ? null : published(measured),
      llr: -record[1],
      q_value: published(record[SIZE]),
      example_document_id: words.at(record[EXAMPLE_AT + 1]),
      example_start: record[EXAMPLE_AT + 4],
      example_end: record[EXAMPLE_AT + 5],
      example_text: quote(words.at(record[EXAMPLE_AT + 2]), words.at(record[EXAMPLE_AT + 3]), distanceOf(record[EXAMPLE_AT])),
    };
  }
  words.close();
}

/** The stretch's words; of a stretch of three and more sentences its first and its last, joined by […]. */
const quote = (from: string, to: string, distance: number): string => (distance === 0 ? from : `${from}${distance === 1 ? ' ' : ' […] '}${to}`);

const typeOf = (id: string): Entity['type'] => id.slice(0, id.indexOf(':')) as Entity['type'];
