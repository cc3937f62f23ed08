import {
  byStart,
  type ArticleText,
  type Association,
  type Entity,
  type Findings,
  type Head,
  type IdentityRow,
  type LedgerRow,
  type Override,
  type OverrideOutcome,
  type Problem,
  type Reading,
  type Span,
  type Window,
} from '../model/index.js';
import type { Knowledge } from '../knowledge/index.js';
import { openCompany } from './associations.js';
import { openCopies } from './copies.js';
import { openEntities } from './entities.js';
import { openIdentities } from './identities.js';
import { openLedger } from './ledger/ledger.js';
import { remainsReader, thingReader } from './ledger/thing.js';
import { wordingReader } from './ledger/wording.js';
import type { Renaming } from './namesakes.js';
import { byCodeUnits, firstOf } from './order.js';
import { openOverriding, type Overriding } from './overrides/index.js';
import { renameReading } from './rename.js';
import { placesOf, type Places } from './company.js';
import { MEMORY, type Overflow } from './overflow.js';

/** Every window type of co-occurrences. */
export const ALL_WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];

/** The articles of a run, numbered in the order of their ids. */
export interface Articles {
  readonly count: number;
  readonly head: (article: number) => Head;
  readonly reading: (article: number) => Reading;
}

/** Tables that are made of all articles together, their rows sorted. */
export interface Together {
  readonly entities: Iterable<Entity>;
  readonly identities: Iterable<IdentityRow>;
  readonly cooccurrences: Iterable<Association>;
  readonly ledger: Iterable<LedgerRow>;
  readonly problems: Iterable<Problem>;
}

/**
 * Puts articles together. Gives each in its turn, with the ids that its entities have over all articles and its rows sorted, and at
 * the end the tables that are made of all. `problems` are those that belong to no article that could be read; without `windows` nothing is
 * told of who appears with whom (`associationsOf` tells it).
 */
export function* collateAll(
  articles: Articles,
  problems: Iterable<Problem>,
  knowledge: Knowledge,
  windows: readonly Window[] | null,
  overflow: Overflow,
  overriding: Overriding,
): Generator<Reading, Together> {
  const { sorter } = overflow;
  const { identities, known } = identified(articles, knowledge, overflow, overriding);
  const entities = openEntities(sorter);
  const company = windows === null ? null : openCompany(overflow, new Set(windows));
  const ledger = openLedger({ thingOf: thingReader(knowledge), isRemains: remainsReader(knowledge), wordingsOf: wordingReader(knowledge) }, overflow);
  const problemsSorted = sorter<Problem>(problemOrder, MOST_PROBLEMS);
  for (const problem of problems) problemsSorted.add(problem);
  for (const { reading, places } of known) {
    const { document, dated, claims } = reading;
    entities.add(reading, places);
    if (places !== null) company?.add(reading, places);
    ledger.add(claims, dated, document.duplicate_of ?? document.document_id, reading.entities);
    for (const problem of reading.problems) problemsSorted.add(problem);
    yield reading;
  }
  for (const problem of overriding.problems()) problemsSorted.add(problem);
  const { facts, rows } = entities.close();
  return {
    entities: rows,
    identities: overriding.identities(identities),
    cooccurrences: company?.rows(facts) ?? [],
    ledger: ledger.rows(facts),
    problems: problemsSorted.rows(),
  };
}

/** Who appears with whom, by itself: what `collateAll` tells of it when it is asked for windows. Of readings only names are looked at. */
export function associationsOf(
  articles: Articles,
  knowledge: Knowledge,
  windows: readonly Window[],
  overflow: Overflow,
  overriding: Overriding,
): Iterable<Association> {
  const entities = openEntities(overflow.sorter);
  const company = openCompany(overflow, new Set(windows));
  for (const { reading, places } of identified(articles, knowledge, overflow, overriding).known) {
    entities.add(reading, places);
    if (places !== null) company.add(reading, places);
  }
  return company.rows(entities.close().facts);
}

/** An article with the ids that its entities have over all articles and its rows sorted, and where it names them; null for a copy. */
interface Known {
  readonly reading: Reading;
  readonly places: Places | null;
}

/** Decides who is who and which articles are copies; then lets the articles pass, once. */
function identified(
  articles: Articles,
  knowledge: Knowledge,
  { sorter, records }: Overflow,
  overriding: Overriding,
): { readonly identities: Iterable<IdentityRow>; readonly known: Iterable<Known> } {
  const identities = openIdentities(knowledge, sorter);
  const copies = openCopies(records);
  for (const [article, head] of each(articles, articles.head)) {
    identities.see(article, head);
    copies.see(article, head);
  }
  const { renamings, rows } = identities.identify(overriding.apart);
  const override = overriding.begin({ [Symbol.iterator]: () => renamedHeads(articles, renamings) });
  function* known(): Generator<Known> {
    const renamingsOf = inTurn(renamings, ([article]) => article);
    const copiesOf = inTurn(copies.find(articles.head), ([copy]) => copy);
    for (const [article, found] of each(articles, articles.reading)) {
      const renamed = override(renameReading(found, new Map(renamingsOf(article, ([, id, becomes]) => [id, becomes]))));
      const [original] = copiesOf(article, (record) => record[1]);
      const duplicate_of = original === undefined ? null : articles.head(original).document.document_id;
      const document = { ...renamed.document, duplicate_of };
      const [mentions, claims, dates] = [inOrder(renamed.mentions), inOrder(renamed.claims), inOrder(renamed.dates)];
      const reading = { ...renamed, document, mentions, claims, dates };
      // The rows of a copy stay; it counts with the article that it is a copy of.
      yield { reading, places: duplicate_of === null ? placesOf(reading) : null };
    }
  }
  return { identities: rows, known: known() };
}

/** Problems that are held in memory. */
const MOST_PROBLEMS = 5_000;

function* each<What>({ count }: Articles, of: (article: number) => What): Generator<readonly [article: number, what: What]> {
  for (let article = 0; article < count; article++) yield [article, of(article)];
}

/** Of rows in the order of their articles those of one after the other: a question may only go forward. Rows may be lent. */
function inTurn<Row>(rows: Iterable<Row>, articleOf: (row: Row) => number): <Told>(article: number, tell: (row: Row) => Told) => Told[] {
  const all = rows[Symbol.iterator]();
  let next = all.next();
  return (article, tell) => {
    const told: ReturnType<typeof tell>[] = [];
    for (; !next.done && articleOf(next.value) <= article; next = all.next()) if (articleOf(next.value) === article) told.push(tell(next.value));
    return told;
  };
}

function* renamedHeads(articles: Articles, renamings: Iterable<Renaming>): Generator<Head> {
  const renamingsOf = inTurn(renamings, ([article]) => article);
  for (const [article, head] of each(articles, articles.head)) {
    const ids = new Map(renamingsOf(article, ([, found, id]) => [found, id]));
    yield { ...head, entities: head.entities.map((entity) => ({ ...entity, entity_id: ids.get(entity.entity_id) ?? entity.entity_id })) };
  }
}

/** Articles on their way into the tables, all in memory. */
export interface Collation {
  readonly add: (reading: Reading) => void;
  /** The articles that were kept for formats that show them, sorted. */
  readonly texts: () => readonly ArticleText[];
  /** What became of each override, once the tables are finished. */
  readonly overrides: () => readonly OverrideOutcome[];
  /** All rows of every table, sorted. `problems` are those that belong to no article that could be read. */
  readonly finish: (problems: readonly Problem[]) => Findings;
}

/** Begins to put articles together; the order in which they come makes no difference. */
export function openCollation(knowledge: Knowledge, windows: readonly Window[] = ALL_WINDOWS, overrides: readonly Override[] = []): Collation {
  const overriding = openOverriding(overrides, knowledge);
  const kept: Reading[] = [];
  const sorted = (): readonly Reading[] => kept.sort((a, b) => byCodeUnits(a.document.document_id, b.document.document_id));
  return {
    add: (reading) => kept.push(reading),
    texts: () => sorted().flatMap((reading) => reading.article ?? []),
    overrides: overriding.outcomes,
    finish(problems) {
      const visited: Reading[] = [];
      const all = sorted();
      const at = (article: number): Reading => all[article];
      const collating = collateAll({ count: all.length, head: at, reading: at }, problems, knowledge, windows, MEMORY, overriding);
      let next = collating.next();
      for (; !next.done; next = collating.next()) visited.push(next.value);
      const together = next.value;
      return {
        documents: visited.map(({ document }) => document),
        mentions: visited.flatMap(({ mentions }) => mentions),
        entities: [...together.entities],
        identities: [...together.identities],
        cooccurrences: [...together.cooccurrences],
        claims: visited.flatMap(({ claims }) => claims),
        ledger: [...together.ledger],
        dates: visited.flatMap(({ dates }) => dates),
        problems: [...together.problems],
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
