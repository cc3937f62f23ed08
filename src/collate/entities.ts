import type { Entity, Reading } from '../model/index.js';
import type { Places } from './company.js';
import { byCodeUnits, byFrequency, firstOf } from './order.js';
import { openSums, queue, type Sorter, type Sums } from './sums.js';

type Counts = [number, number, number];

/** What the articles tell of an entity. */
interface Gathered {
  readonly samples: Map<string, { readonly entity: Entity; weight: number }>;
  readonly forms: Map<string, number>;
  documents: number;
  mentions: number;
  first: string | null;
  last: string | null;
  /** Sentences, paragraphs and documents that name it. */
  readonly windows: Counts;
}

/** What other tables want to know of an entity: its id and name, and how many sentences, paragraphs and documents name it. */
export type EntityFacts = readonly [entity_id: string, name: string, windows: readonly [number, number, number]];

/** Entities on their way over the articles, which come sorted by document. */
export interface Entities {
  /** Adds an article and where its entities are named; null for a copy, which counts with the article that it is a copy of. */
  readonly add: (reading: Reading, places: Places | null) => void;
  /** Adds up; nothing is added any more. */
  readonly close: () => {
    /** Facts of every entity, by id. May be asked again. */
    readonly facts: Iterable<EntityFacts>;
    /** One row an entity, most named first. */
    readonly rows: Iterable<Entity>;
  };
}

/** So many entities are held in memory, and so many rows of each sorting of them. */
const MOST = 8_000;
const ROWS = 5_000;

/**
 * One row an entity over all articles. Where articles describe an entity found by rule differently, the description that most
 * mentions carry is taken; surface forms are sorted by frequency.
 */
export function openEntities(sorter: Sorter): Entities {
  const sums: Sums<Gathered> = openSums(sorter, {
    most: MOST,
    add: addUp,
    pack: (gathered) => ({ ...gathered, samples: [...gathered.samples], forms: [...gathered.forms] }),
    unpack: ({ samples, forms, ...rest }): Gathered => ({ ...rest, samples: new Map(samples), forms: new Map(forms) }),
  });
  return {
    add(reading, places) {
      const here = new Map<string, Gathered>();
      for (const entity of reading.entities) here.set(entity.entity_id, gathered(entity, reading.dated, places === null));
      for (const mention of reading.mentions) {
        // "the group" and "its" are no names of anybody.
        if (mention.use === 'reference') continue;
        const forms = here.get(mention.entity_id)?.forms;
        if (forms) tally(forms, mention.text.replace(/\s+/g, ' '), 1);
      }
      places?.ids.forEach((id, i) => {
        const windows = here.get(id)?.windows;
        if (windows) addCounts(windows, [places.sentences[i].length, places.paragraphs[i].length, 1]);
      });
      for (const [id, one] of here) sums.add(id, one);
    },
    close() {
      const facts = queue<EntityFacts>(sorter, ROWS);
      const rows = sorter<Entity>((a, b) => firstOf(b.documents - a.documents, b.mentions - a.mentions, byCodeUnits(a.entity_id, b.entity_id)), ROWS);
      for (const [id, one] of sums.all()) {
        const row = entityRow(one);
        facts.add([id, row.name, one.windows]);
        rows.add(row);
      }
      return { facts: facts.rows(), rows: rows.rows() };
    },
  };
}

function gathered(entity: Entity, dated: string | null, isCopy: boolean): Gathered {
  const samples = new Map([[`${entity.name}\t${entity.kind ?? ''}`, { entity, weight: entity.mentions }]]);
  return { samples, forms: new Map(), documents: isCopy ? 0 : 1, mentions: entity.mentions, first: dated, last: dated, windows: [0, 0, 0] };
}

function addUp(into: Gathered, more: Gathered): void {
  into.documents += more.documents;
  into.mentions += more.mentions;
  if (more.first !== null && (into.first === null || more.first < into.first)) into.first = more.first;
  if (more.last !== null && (into.last === null || more.last > into.last)) into.last = more.last;
  for (const [key, { entity, weight }] of more.samples) {
    const sample = into.samples.get(key);
    if (sample) sample.weight += weight;
    else into.samples.set(key, { entity, weight });
  }
  for (const [form, count] of more.forms) tally(into.forms, form, count);
  addCounts(into.windows, more.windows);
}

/** The description that most mentions carry. */
function description({ samples }: Gathered): Entity {
  const [[, { entity }]] = [...samples].sort((a, b) => firstOf(b[1].weight - a[1].weight, byCodeUnits(a[0], b[0])));
  return entity;
}

function entityRow(one: Gathered): Entity {
  const { forms, documents, mentions, first, last } = one;
  // Somebody whom only an edited copy names is named by one article all the same.
  return { ...description(one), surface_forms: byFrequency(forms), documents: Math.max(1, documents), mentions, first_seen: first, last_seen: last };
}

function tally(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function addCounts(sum: Counts, counts: readonly number[]): void {
  for (let w = 0; w < sum.length; w++) sum[w] += counts[w];
}
