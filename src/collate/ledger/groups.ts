import { meet, sizeOf } from './bounds.js';
import { speakerOf, victimOf, type Compared, type Entry, type StoredEntry } from './entries.js';
import { isOneTime } from './period.js';
import { ANYONE } from './thing.js';

/** So many of the latest groups with a place in common are looked at: what is older is another story. */
const REACH = 24;

/** Places and articles of one subject that are remembered; the one that has not been met for longest is forgotten. */
const MOST_ANCHORS = 20_000;

/** Within one article two figures of one fact differ by no more than this factor; by more, they are two facts. */
const LIKE_SIZE = 3;

/** What a group is remembered by while claims are dealt out. */
interface Group {
  readonly number: number;
  /** The latest of its entries, without their words. */
  recent: Fact[];
}

/** An entry without its words. */
interface Fact extends Pick<Entry, 'bounds' | 'time' | 'said' | 'countries'> {
  readonly claim: Pick<Compared, 'claim_id' | 'document_id' | 'alternative_of' | 'event' | 'place_ids' | 'counted_entity_id'>;
  readonly victim: string | null;
  readonly speaker: string | null;
}

/**
 * Puts claims side by side that speak of one thing: the same thing counted, entity, event, measure and direction of change, a
 * place in common, and for an event one time. A claim that words join to another (`alternative_of`) stays with it. Two different
 * numbers of one speaker in one article are two facts, and a number of which the words do not tell what it counts is compared
 * with none. Entries come by subject and then in the order in which they were made, and each goes on with the number of its group;
 * the cost is linear in the claims.
 */
export function* groupsOf(entries: Iterable<Entry>): Generator<readonly [group: number, entry: Entry]> {
  let count = 0;
  let subject: string | null = null;
  let byAnchor = new Map<string, Group[]>();
  let homes = new Map<string, Group>();
  for (const entry of entries) {
    if (entry.subject !== subject) [subject, byAnchor, homes] = [entry.subject, new Map(), new Map()];
    const fact = factOf(entry);
    const anchors = isSpecific(entry) ? anchorsOf(entry) : [];
    const home = homes.get(entry.claim.alternative_of ?? '') ?? homeOf(fact, anchors, byAnchor) ?? { number: count++, recent: [] };
    home.recent.push(fact);
    if (home.recent.length > 2 * REACH) home.recent = home.recent.slice(-REACH);
    if (entry.named) homes.set(entry.claim.claim_id, home);
    for (const anchor of anchors) {
      const here = byAnchor.get(anchor) ?? [];
      byAnchor.delete(anchor);
      byAnchor.set(anchor, here);
      if (here.at(-1) !== home) here.push(home);
      if (here.length > REACH) here.shift();
    }
    while (byAnchor.size > MOST_ANCHORS) byAnchor.delete(byAnchor.keys().next().value as string);
    yield [home.number, entry];
  }
}

function factOf({ claim, bounds, time, said, countries }: Entry): Fact {
  const { claim_id, document_id, alternative_of, event, place_ids, counted_entity_id } = claim;
  const own = { claim_id, document_id, alternative_of, event, place_ids, counted_entity_id };
  return { claim: own, bounds, time, said, countries, victim: victimOf(claim), speaker: speakerOf(claim) };
}

/**
 * Whether the words tell enough of what is counted: an entity, an event, or a thing of its own sort in a place. "Five people" and "61
 * per cent of households" do not say what is true of them.
 */
function isSpecific({ claim, thing }: StoredEntry): boolean {
  if (claim.counted_entity_id !== null || claim.event !== null) return true;
  return claim.counted !== null && thing !== ANYONE && claim.place_ids.length > 0 && claim.kind !== 'percent' && claim.kind !== 'fraction';
}

/** Where groups are looked for that an entry may belong to. */
function anchorsOf({ claim, countries }: StoredEntry): readonly string[] {
  const around = claim.event === null ? [] : countries.flatMap((country) => country ?? []);
  const places = claim.place_ids.length > 0 ? [...claim.place_ids, ...new Set(around)] : claim.counted_entity_id === null ? [] : ['anywhere'];
  return [...places, `in ${claim.document_id}`];
}

/** The group an entry belongs to: the latest one that it agrees with, else the latest that it can be compared with. */
function homeOf(fact: Fact, anchors: readonly string[], byAnchor: ReadonlyMap<string, readonly Group[]>): Group | undefined {
  let home: Group | undefined;
  for (const anchor of anchors) {
    const groups = byAnchor.get(anchor) ?? [];
    for (let g = groups.length - 1; g >= 0; g--) {
      const group = groups[g];
      if (!isComparable(fact, group)) continue;
      if (meet(fact.bounds, (group.recent.at(-1) as Fact).bounds)) return group;
      home ??= group;
    }
  }
  return home;
}

function isComparable(fact: Fact, { recent }: Group): boolean {
  const last = recent.at(-1) as Fact;
  const [small, large] = [sizeOf(fact.bounds), sizeOf(last.bounds)].sort((a, b) => a - b);
  if (fact.claim.document_id === last.claim.document_id && large > small * LIKE_SIZE) return false;
  const nearness = nearnessOf(fact, last);
  if (nearness === 'apart') return false;
  const agrees = meet(fact.bounds, last.bounds);
  // Where nothing ties the two together, only figures that fit each other are taken for one fact.
  if (nearness === 'loose' && (!agrees || fact.victim !== last.victim)) return false;
  if (fact.claim.event !== null) {
    // Two numbers of dead of one country and week are mostly two events: only a nearer place makes them one.
    if (!agrees && nearness === 'country') return false;
    const [a, b] = [fact.time ?? fact.said, last.time ?? last.said];
    if (a !== null && b !== null ? !isOneTime(a, b) : fact.claim.document_id !== last.claim.document_id) return false;
  }
  return recent.slice(-REACH).every((other) => !isOtherFact(fact, other));
}

/** `loose`: one article, but no place or entity that ties the two together. */
type Nearness = 'near' | 'country' | 'loose' | 'apart';

function nearnessOf({ claim, countries }: Fact, { claim: other, countries: others }: Fact): Nearness {
  const [here, there] = [claim.place_ids, other.place_ids];
  const shared = here.flatMap((id, i) => (there.includes(id) ? [i] : []));
  if (shared.length > 0) return shared.some((i) => !isCountry(here[i], countries[i])) ? 'near' : 'country';
  if (here.length === 0 || there.length === 0) {
    if (here.length === there.length && claim.counted_entity_id !== null) return 'near';
    return claim.document_id === other.document_id ? 'loose' : 'apart';
  }
  if (claim.event === null) return 'apart';
  const holds = (whole: readonly string[], around: Fact['countries'], inner: Fact['countries']): boolean =>
    whole.some((id, i) => isCountry(id, around[i]) && inner.includes(around[i]));
  return holds(here, countries, others) || holds(there, others, countries) ? 'country' : 'apart';
}

const isCountry = (id: string, code: string | null): boolean => code !== null && id === `place:${code}`;

/** Two different numbers in one article, by one speaker and of one time, are two facts and not two versions of one. */
function isOtherFact(fact: Fact, other: Fact): boolean {
  const [a, b] = [fact.claim, other.claim];
  // "M23 lost under 30 men", "the mission has lost 13 men": the dead of two sides.
  if (fact.victim !== null && other.victim !== null && fact.victim !== other.victim) return true;
  if (a.document_id !== b.document_id || meet(fact.bounds, other.bounds)) return false;
  if (a.alternative_of === b.claim_id || b.alternative_of === a.claim_id) return false;
  const [here, there] = [fact.time, other.time];
  if (a.event === null && here !== null && there !== null && (here.from >= there.to || there.from >= here.to)) return false;
  return fact.speaker === null || other.speaker === null || fact.speaker === other.speaker;
}
