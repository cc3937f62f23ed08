import type { Claim, Entity, LedgerRow } from '../../model/index.js';
import type { EntityFacts } from '../entities.js';
import { byCodeUnits, firstOf } from '../order.js';
import type { Overflow, Texts } from '../overflow.js';
import type { RecordTable } from '../record-table.js';
import { entriesOf, type Readers } from './candidates.js';
import { bySubject, entryOf, filed, packed, unpacked, type Entry, type Filed, type StoredEntry } from './entries.js';
import { isAlone, openGroups } from './groups.js';
import { FIRST, openRelations, type Relation } from './relations.js';
import { openVerdict, type GroupFacts } from './verdict.js';

/** So many claims (by what they are sorted by) and groups are held in memory. */
const MOST = 16_000;
const MOST_GROUPS = 8_000;

/** The ledger on its way over the articles. */
export interface Ledger {
  /** Adds the claims of an article that can be compared; `story`: the article, or that of which it is a copy. `entities`: its own. */
  readonly add: (claims: readonly Claim[], dated: string | null, story: string, entities: readonly Entity[]) => void;
  /**
   * Comparable claims side by side: a row a claim, a group a question ("how many al-Qaeda fighters in Afghanistan"), in groups
   * with the most voices first and in the order in which they were made. The order of articles makes no difference. `facts`: of every
   * entity, by id.
   */
  readonly rows: (facts: Iterable<EntityFacts>) => Iterable<LedgerRow>;
}

/**
 * Each claim is put away once, and its place is sorted: by what the claim is about, to be dealt into groups; by group, to be judged. Then
 * the groups are sorted, and only claims that are compared lie in memory.
 */
export function openLedger(readers: Readers, { sorter, records, table, texts }: Overflow): Ledger {
  const words = texts();
  const entries = sorter(bySubject, MOST);
  /** Places of entries and of the names of their entities, group after group. */
  const places = table(2);
  const byBase = sorter<GroupFacts>((a, b) => byCodeUnits(a.group_id, b.group_id), MOST_GROUPS);
  return {
    add(claims, dated, story, entities) {
      for (const entry of entriesOf(claims, dated, story, entities, readers)) {
        const place = words.put(packed(entry));
        if (isAlone(entry)) byBase.add(factsOfOne(entryOf(entry), places.add(Float64Array.of(place, OWN_NAME))));
        else entries.add(filed(entry, place));
      }
    },
    rows(facts) {
      const byGroup = records(3, 1);
      const groupOf = openGroups();
      for (const [place, name] of named(entries.rows(), facts, words)) byGroup.add(Float64Array.of(groupOf(unpacked(words.at(place))), place, name));
      for (const facts of judged(byGroup.rows(), places, words)) byBase.add(facts);
      const groups = sorter<GroupFacts>((a, b) => firstOf(b.own - a.own, b.claims - a.claims, byCodeUnits(a.group_id, b.group_id)), MOST_GROUPS);
      for (const group of apart(byBase.rows())) groups.add(group);
      return { [Symbol.iterator]: () => rowsOf(groups.rows(), places, words) };
    },
  };
}

function factsOfOne(entry: Entry, begin: number): GroupFacts {
  const verdict = openVerdict();
  verdict.see(entry, FIRST);
  return verdict.close(begin);
}

/** Says that the entity counted keeps the name that its article gives it. */
const OWN_NAME = Number.NaN;

/** The places of entries and of the names that their entities have over all articles, by a merge of two lists in the order of ids. */
function* named(entries: Iterable<Filed>, facts: Iterable<EntityFacts>, words: Texts): Generator<readonly [place: number, name: number]> {
  const known = facts[Symbol.iterator]();
  let next = known.next();
  let [id, name] = ['', OWN_NAME];
  for (const { about, place } of entries) {
    while (!next.done && next.value[0] < about) next = known.next();
    if (about !== id) [id, name] = [about, !next.done && next.value[0] === about ? words.put(next.value[1]) : OWN_NAME];
    yield [place, name];
  }
}

/** Reads the groups once and tells what is true of each. Puts down the places of all entries, group after group. */
function* judged(byGroup: Iterable<Float64Array>, places: RecordTable, words: Texts): Generator<GroupFacts> {
  let last = -1;
  let begin = 0;
  let relate = openRelations();
  let verdict = openVerdict();
  for (const [number, place, name] of byGroup) {
    const at = places.add(Float64Array.of(place, name));
    if (number !== last) {
      if (last >= 0) yield verdict.close(begin);
      [last, begin, relate, verdict] = [number, at, openRelations(), openVerdict()];
    }
    const entry = unpacked(words.at(place));
    verdict.see(entry, relate(entry));
  }
  if (last >= 0) yield verdict.close(begin);
}

/** Where several groups are about the same, the first claim tells them apart. */
function* apart(groups: Iterable<GroupFacts>): Generator<GroupFacts> {
  let before = null as GroupFacts | null;
  let isOneOfSeveral = false;
  const told = (group: GroupFacts): GroupFacts => (isOneOfSeveral ? { ...group, group_id: `${group.group_id}:${group.first_claim}` } : group);
  for (const group of groups) {
    const isSame: boolean = before?.group_id === group.group_id;
    isOneOfSeveral ||= isSame;
    if (before !== null) yield told(before);
    [before, isOneOfSeveral] = [group, isSame];
  }
  if (before !== null) yield told(before);
}

function* rowsOf(groups: Iterable<GroupFacts>, places: RecordTable, words: Texts): Generator<LedgerRow> {
  for (const group of groups) {
    const relate = openRelations();
    for (let i = 0; i < group.claims; i++) {
      const [place, name] = places.at(group.begin + i);
      const entry = unpacked(words.at(place));
      // A claim that words set beside another is sorted by what that one is about.
      const entity = Number.isNaN(name) || entry.holder !== entry.about ? entry.entity : words.at(name);
      yield rowOf(entry, entity, i + 1, relate(entry), group);
    }
  }
  words.close();
}

function rowOf(
  { claim, thing, holder, on }: StoredEntry,
  entity: string | null,
  position: number,
  { relation, to, because }: Relation,
  group: GroupFacts,
): LedgerRow {
  return {
    group_id: group.group_id,
    position,
    relation,
    relation_to: to,
    thing,
    entity_id: holder,
    entity,
    event: claim.event,
    place_ids: claim.place_ids,
    places: claim.places,
    value: claim.value,
    min: claim.min,
    max: claim.max,
    operator: claim.operator,
    unit: claim.unit,
    currency: claim.currency,
    rate: claim.rate,
    change: claim.change,
    text: claim.text,
    condition: claim.condition,
    modality: claim.modality,
    said_by_id: claim.said_by_id,
    said_by: claim.said_by,
    said_on: on,
    when_from: claim.when_from,
    when_to: claim.when_to,
    verdict: group.verdict,
    claims: group.claims,
    independent: group.independent,
    span_min: group.span_min,
    span_max: group.span_max,
    first_said: group.first_said,
    first_said_by: group.first_said_by,
    last_said: group.last_said,
    last_said_by: group.last_said_by,
    claim_id: claim.claim_id,
    document_id: claim.document_id,
    start: claim.start,
    end: claim.end,
    because,
    sentence_text: claim.sentence_text,
  };
}
