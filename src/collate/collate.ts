import {
  byStart,
  type ArticleText,
  type Findings,
  type Override,
  type OverrideOutcome,
  type Problem,
  type Reading,
  type Span,
  type Window,
} from '../model/index.js';
import { collateAssociations, noCompany, note, renameCompany } from './associations.js';
import type { Knowledge } from '../knowledge/index.js';
import { collateEntities } from './entities.js';
import { identify } from './identities.js';
import { collateLedger } from './ledger/ledger.js';
import { thingReader } from './ledger/thing.js';
import { byCodeUnits, firstOf } from './order.js';
import { openOverriding } from './overrides/index.js';
import { inArticle, ofArticle, renameReading } from './rename.js';

/** Articles on their way into the tables: what only statistics need is counted at once and not kept. */
export interface Collation {
  readonly add: (reading: Reading) => void;
  /** The articles that were kept for formats that show them, sorted. */
  readonly texts: () => readonly ArticleText[];
  /** What became of each override, once the tables are finished. */
  readonly overrides: () => readonly OverrideOutcome[];
  /** All rows of every table, sorted. `problems` are those that belong to no article that could be read. */
  readonly finish: (problems: readonly Problem[]) => Findings;
}

/** Every window type of co-occurrences. */
export const ALL_WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];

/** Begins to put articles together; the order in which they come makes no difference. */
export function openCollation(knowledge: Knowledge, windows: readonly Window[] = ALL_WINDOWS, overrides: readonly Override[] = []): Collation {
  const wanted = new Set(windows);
  const overriding = openOverriding(overrides, knowledge);
  const company = noCompany();
  const kept: Reading[] = [];
  /** Articles that are counted only when it is known who is who, since an override may speak of somebody they name. */
  const late = new Set<string>();
  return {
    add(reading) {
      if (overriding.concerns(reading)) {
        kept.push(reading);
        late.add(reading.document.document_id);
        return;
      }
      note(company, inArticle(reading), wanted);
      kept.push({ ...reading, presences: [], sightings: [], sentences: [] });
    },
    overrides: overriding.outcomes,
    texts: () => kept.flatMap((reading) => reading.article ?? []).sort((a, b) => byCodeUnits(a.document_id, b.document_id)),
    finish(problems) {
      const found = kept.sort((a, b) => byCodeUnits(a.document.document_id, b.document.document_id));
      const { idOf, rows: identities } = identify(found, knowledge, overriding.apart);
      const named = found.map((reading) => renameReading(reading, (id) => idOf(reading.document.document_id, id)));
      const sorted = named.map(overriding.begin(named));
      const all = renameCompany(company, (key) => ofArticle(key, idOf));
      for (const reading of sorted) if (late.has(reading.document.document_id)) note(all, reading, wanted);
      const entities = collateEntities(sorted);
      return {
        documents: sorted.map((reading) => reading.document),
        mentions: sorted.flatMap((reading) => inOrder(reading.mentions)),
        entities,
        identities: overriding.identities(identities),
        cooccurrences: collateAssociations(all, entities),
        claims: sorted.flatMap((reading) => inOrder(reading.claims)),
        ledger: collateLedger(sorted, entities, thingReader(knowledge)),
        dates: sorted.flatMap((reading) => inOrder(reading.dates)),
        problems: [...problems, ...overriding.problems(), ...sorted.flatMap((reading) => reading.problems)].sort(problemOrder),
      };
    },
  };
}

/** Puts articles that are all there together. */
export function collate(readings: readonly Reading[], problems: readonly Problem[], knowledge: Knowledge): Findings {
  const collation = openCollation(knowledge);
  for (const reading of readings) collation.add(reading);
  return collation.finish(problems);
}

const inOrder = <T extends Span>(rows: readonly T[]): readonly T[] => [...rows].sort(byStart);

const problemOrder = (a: Problem, b: Problem): number =>
  firstOf(
    byCodeUnits(a.path ?? '', b.path ?? ''),
    (a.line ?? 0) - (b.line ?? 0),
    byCodeUnits(a.document_id ?? '', b.document_id ?? ''),
    byCodeUnits(a.code, b.code),
    byCodeUnits(a.message, b.message),
  );
