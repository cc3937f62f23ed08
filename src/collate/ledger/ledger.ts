import type { Claim, Entity, LedgerRow } from '../../model/index.js';
import type { EntityFacts } from '../entities.js';
import { byCodeUnits, firstOf } from '../order.js';
import { queue, type Sorter } from '../sums.js';
import { boundsOf } from './bounds.js';
import { bySubject, compared, entryOf, holderOf, measureOf, subjectOf, type Entry, type StoredEntry } from './entries.js';
import { groupsOf } from './groups.js';
import { openRelations, type Relation } from './relations.js';
import { periodOf } from './period.js';
import { openVerdict, type GroupFacts } from './verdict.js';
import type { ThingReader } from './thing.js';

/** Kinds of numbers that are facts about one person or one game: there is nothing to compare them with. */
const APART: ReadonlySet<Claim['kind']> = new Set(['age', 'ordinal_rank', 'score']);

/** Claims of each sorting that are held in memory: a claim has some two kilobytes. */
const MOST = 8_000;

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

type Grouped = readonly [group: number, entry: StoredEntry];

/**
 * Claims are sorted three times, and only those that are compared lie in memory: by what they are about, to be dealt into groups; by
 * group, to be judged; and by the place of their group in the table.
 */
export function openLedger(thingOf: ThingReader, sorter: Sorter): Ledger {
  const entries = sorter(bySubject, MOST);
  return {
    add(claims, dated, story, entities) {
      for (const entry of entriesOf(claims, dated, story, entities, thingOf)) entries.add(entry);
    },
    rows(facts) {
      const grouped = sorter<Grouped>((a, b) => a[0] - b[0], MOST);
      for (const one of groupsOf(withNames(entries.rows(), facts))) grouped.add(one);
      const judged = judge(grouped.rows(), sorter);
      const table = sorter<readonly [own: number, row: LedgerRow]>(
        ([a, x], [b, y]) => firstOf(b - a, y.claims - x.claims, byCodeUnits(x.group_id, y.group_id), x.position - y.position),
        MOST,
      );
      const relations = judged.relations[Symbol.iterator]();
      const groups = judged.groups[Symbol.iterator]();
      let group: GroupFacts | null = null;
      let position = 0;
      for (const [number, entry] of grouped.rows()) {
        if (group?.number !== number) [group, position] = [groups.next().value as GroupFacts, 0];
        table.add([group.own, rowOf(entry, ++position, relations.next().value as Relation, group)]);
      }
      const rows = table.rows();
      return { [Symbol.iterator]: () => second(rows) };
    },
  };
}

/** The claims that can be compared: each names a thing, an entity or an event, and a number. */
function entriesOf(claims: readonly Claim[], dated: string | null, story: string, entities: readonly Entity[], thingOf: ThingReader): StoredEntry[] {
  const found = new Map<string, StoredEntry>();
  let any = false;
  let setting: readonly string[] | null = null;
  const known = new Map(entities.map((entity) => [entity.entity_id, entity]));
  for (const claim of claims) {
    if (claim.salience !== 'claim' || APART.has(claim.kind)) continue;
    const thing = claim.counted === null && claim.event === null ? null : thingOf(claim);
    const holder = holderOf(claim);
    if (boundsOf(claim) === null || (thing === null && holder === null && claim.event === null)) continue;
    const on = claim.said_on ?? dated;
    any ||= claim.alternative_of !== null;
    found.set(claim.claim_id, {
      claim: compared(claim),
      subject: subjectOf(claim, thing),
      about: holder ?? '',
      named: false,
      from: periodOf(on)?.from ?? Number.MAX_SAFE_INTEGER,
      story,
      on,
      thing,
      entity: holder === null ? null : (known.get(holder)?.name ?? holder),
      countries: claim.place_ids.map((id) => known.get(id)?.country ?? null),
      setting: claim.event !== null && claim.place_ids.length === 0 ? (setting ??= settingOf(entities)) : [],
    });
  }
  return any ? besideOthers(found) : [...found.values()];
}

/** So many places of an article are its setting. */
const MOST_PLACES = 6;

/** The places nearer than a country that an article names, the most named first. */
const settingOf = (entities: readonly Entity[]): readonly string[] =>
  entities
    .filter(({ type, entity_id, country, listed }) => type === 'place' && entity_id !== `place:${country}` && (country !== null || !listed))
    .sort((a, b) => b.mentions - a.mentions || byCodeUnits(a.entity_id, b.entity_id))
    .slice(0, MOST_PLACES)
    .map(({ entity_id }) => entity_id);

/** A claim that words set beside another of its measure is about what the other is about. */
function besideOthers(found: ReadonlyMap<string, StoredEntry>): StoredEntry[] {
  const otherOf = ({ claim }: StoredEntry): StoredEntry | undefined => {
    const other = found.get(claim.alternative_of ?? '');
    return other !== undefined && measureOf(other.claim) === measureOf(claim) ? other : undefined;
  };
  const named = new Set([...found.values()].flatMap((entry) => otherOf(entry)?.claim.claim_id ?? []));
  return [...found.values()].map((entry) => {
    let root = entry;
    // Claims point at earlier ones, mostly: a circle would end at its beginning.
    for (let other = otherOf(root), steps = 0; other !== undefined && steps < found.size; other = otherOf(root), steps++) root = other;
    return { ...entry, subject: root.subject, about: root.about, named: named.has(entry.claim.claim_id) };
  });
}

/** Entries with the name that the entity counted has over all articles, by a merge of two lists in the order of its id. */
function* withNames(entries: Iterable<StoredEntry>, facts: Iterable<EntityFacts>): Generator<Entry> {
  const known = facts[Symbol.iterator]();
  let next = known.next();
  for (const entry of entries) {
    while (!next.done && next.value[0] < entry.about) next = known.next();
    const isOwn = !next.done && holderOf(entry.claim) === next.value[0];
    yield entryOf(isOwn ? { ...entry, entity: (next.value as EntityFacts)[1] } : entry);
  }
}

/** Reads the groups once: the relation of each claim, and what is true of each group, by number. */
function judge(grouped: Iterable<Grouped>, sorter: Sorter): { readonly relations: Iterable<Relation>; readonly groups: Iterable<GroupFacts> } {
  const relations = queue<Relation>(sorter, MOST);
  const byBase = sorter<GroupFacts>((a, b) => byCodeUnits(a.group_id, b.group_id), MOST);
  let last = -1;
  let relate = openRelations();
  let verdict = openVerdict();
  for (const [number, stored] of grouped) {
    if (number !== last) {
      if (last >= 0) byBase.add(verdict.close(last));
      [last, relate, verdict] = [number, openRelations(), openVerdict()];
    }
    const entry = entryOf(stored);
    const relation = relate(entry);
    relations.add(relation);
    verdict.see(entry, relation);
  }
  if (last >= 0) byBase.add(verdict.close(last));
  const byNumber = sorter<GroupFacts>((a, b) => a.number - b.number, MOST);
  for (const facts of apart(byBase.rows())) byNumber.add(facts);
  return { relations: relations.rows(), groups: byNumber.rows() };
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

function* second<Row>(pairs: Iterable<readonly [unknown, Row]>): Generator<Row> {
  for (const [, row] of pairs) yield row;
}

function rowOf({ claim, thing, entity, on }: StoredEntry, position: number, { relation, to, because }: Relation, group: GroupFacts): LedgerRow {
  return {
    group_id: group.group_id,
    position,
    relation,
    relation_to: to,
    thing,
    entity_id: holderOf(claim),
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
