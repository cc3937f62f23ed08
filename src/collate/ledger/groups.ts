import type { Claim } from '../../model/index.js';
import { byCodeUnits, firstOf } from '../order.js';
import { meet, sizeOf, type Bounds } from './bounds.js';
import { isOneTime, type Period } from './period.js';
import { ANYONE } from './thing.js';

/** A claim with what it is compared by. */
export interface Entry {
  readonly claim: Claim;
  /** The article it stands in, or that of which its article is a copy. */
  readonly story: string;
  /** Day on which it was said: the speaker's own date, else the article's. */
  readonly on: string | null;
  readonly thing: string | null;
  readonly bounds: Bounds;
  /** Time that the words name; null when they name none. */
  readonly time: Period | null;
  readonly said: Period | null;
}

/** Comparable claims in the order in which they were made. */
export type Group = readonly Entry[];

/** ISO 3166-1 code of the country a place lies in or is; null when unknown. */
export type CountryOf = (placeId: string) => string | null;

/** So many of the latest groups with a place in common are looked at: what is older is another story. */
const REACH = 24;

/** Within one article two figures of one fact differ by no more than this factor; by more, they are two facts. */
const LIKE_SIZE = 3;

/**
 * Puts claims side by side that speak of one thing: the same thing counted, entity, event, measure and direction of change, a
 * place in common, and for an event one time. A claim that words join to another (`alternative_of`) stays with it. Two different
 * numbers of one speaker in one article are two facts, and a number of which the words do not tell what it counts is compared
 * with none. Every claim is in one group; the cost is linear in the claims.
 */
export function groupsOf(entries: readonly Entry[], countryOf: CountryOf): readonly Group[] {
  const groups: Entry[][] = [];
  const byAnchor = new Map<string, Entry[][]>();
  const homes = new Map<string, Entry[]>();
  for (const entry of [...entries].sort(inTime)) {
    const subject = subjectOf(entry);
    const anchors = isSpecific(entry) ? anchorsOf(entry, countryOf).map((anchor) => `${subject}\t${anchor}`) : [];
    const named = homes.get(entry.claim.alternative_of ?? '');
    const beside = named !== undefined && measureOf(named[0].claim) === measureOf(entry.claim) ? named : undefined;
    let home = beside ?? homeOf(entry, anchors, byAnchor, countryOf);
    if (home === undefined) groups.push((home = []));
    home.push(entry);
    homes.set(entry.claim.claim_id, home);
    for (const anchor of anchors) {
      const here = byAnchor.get(anchor);
      if (here === undefined) byAnchor.set(anchor, [home]);
      else if (here.at(-1) !== home) here.push(home);
    }
  }
  return groups;
}

const inTime = (a: Entry, b: Entry): number =>
  firstOf(
    (a.said?.from ?? Number.MAX_SAFE_INTEGER) - (b.said?.from ?? Number.MAX_SAFE_INTEGER),
    byCodeUnits(a.claim.document_id, b.claim.document_id),
    a.claim.start - b.claim.start,
    a.claim.end - b.claim.end,
  );

/** What must be equal for two claims to be comparable at all. */
function subjectOf({ claim, thing }: Entry): string {
  const part = claim.part_of === null ? '' : 'part';
  const real = claim.modality === 'hypothetical' || claim.modality === 'planned' ? claim.modality : '';
  return [
    thing ?? '',
    claim.counted_entity_id ?? '',
    claim.event ?? '',
    measureOf(claim),
    claim.rate ?? '',
    changeOf(claim),
    real,
    part,
    claim.polarity,
  ].join('\t');
}

/** Numbers of two measures have nothing in common: "400,000 francs, about $690" is one sum told twice. */
const measureOf = (claim: Claim): string => (claim.kind === 'count' ? 'count' : `${claim.kind} ${claim.currency ?? claim.unit ?? ''}`);

/**
 * Whether the words tell enough of what is counted: an entity, an event, or a thing of its own sort in a place. "Five people" and "61
 * per cent of households" do not say what is true of them.
 */
function isSpecific({ claim, thing }: Entry): boolean {
  if (claim.counted_entity_id !== null || claim.event !== null) return true;
  return claim.counted !== null && thing !== ANYONE && claim.place_ids.length > 0 && claim.kind !== 'percent' && claim.kind !== 'fraction';
}

/** A change told by its size is another figure than the level it leads to. */
const changeOf = (claim: Claim): string => (claim.change !== null && claim.change_to === null && claim.change_by !== null ? claim.change : '');

/** Where groups are looked for that an entry may belong to. */
function anchorsOf({ claim }: Entry, countryOf: CountryOf): readonly string[] {
  const countries = claim.event === null ? [] : claim.place_ids.flatMap((id) => countryOf(id) ?? []);
  const places = claim.place_ids.length > 0 ? [...claim.place_ids, ...new Set(countries)] : claim.counted_entity_id === null ? [] : ['anywhere'];
  return [...places, `in ${claim.document_id}`];
}

/** The group an entry belongs to: the latest one that it agrees with, else the latest that it can be compared with. */
function homeOf(
  entry: Entry,
  anchors: readonly string[],
  byAnchor: ReadonlyMap<string, readonly Entry[][]>,
  countryOf: CountryOf,
): Entry[] | undefined {
  let home: Entry[] | undefined;
  for (const anchor of anchors) {
    const groups = byAnchor.get(anchor) ?? [];
    for (let g = groups.length - 1; g >= Math.max(0, groups.length - REACH); g--) {
      const group = groups[g];
      if (!isComparable(entry, group, countryOf)) continue;
      if (meet(entry.bounds, (group.at(-1) as Entry).bounds)) return group;
      home ??= group;
    }
  }
  return home;
}

function isComparable(entry: Entry, group: readonly Entry[], countryOf: CountryOf): boolean {
  const last = group.at(-1) as Entry;
  const [small, large] = [sizeOf(entry.bounds), sizeOf(last.bounds)].sort((a, b) => a - b);
  if (entry.claim.document_id === last.claim.document_id && large > small * LIKE_SIZE) return false;
  const nearness = nearnessOf(entry, last, countryOf);
  if (nearness === 'apart') return false;
  const agrees = meet(entry.bounds, last.bounds);
  // Where nothing ties the two together, only figures that fit each other are taken for one fact.
  if (nearness === 'loose' && (!agrees || victimOf(entry.claim) !== victimOf(last.claim))) return false;
  if (entry.claim.event !== null) {
    // Two numbers of dead of one country and week are mostly two events: only a nearer place makes them one.
    if (!agrees && nearness === 'country') return false;
    const [a, b] = [entry.time ?? entry.said, last.time ?? last.said];
    if (a !== null && b !== null ? !isOneTime(a, b) : entry.claim.document_id !== last.claim.document_id) return false;
  }
  return group.slice(-REACH).every((other) => !isOtherFact(entry, other));
}

/** `loose`: one article, but no place or entity that ties the two together. */
type Nearness = 'near' | 'country' | 'loose' | 'apart';

function nearnessOf({ claim }: Entry, { claim: other }: Entry, countryOf: CountryOf): Nearness {
  const [here, there] = [claim.place_ids, other.place_ids];
  const shared = here.filter((id) => there.includes(id));
  if (shared.length > 0) return shared.some((id) => !isCountry(id, countryOf)) ? 'near' : 'country';
  if (here.length === 0 || there.length === 0) {
    if (here.length === there.length && claim.counted_entity_id !== null) return 'near';
    return claim.document_id === other.document_id ? 'loose' : 'apart';
  }
  if (claim.event === null) return 'apart';
  const holds = (whole: readonly string[], part: readonly string[]): boolean =>
    whole.some((id) => isCountry(id, countryOf) && part.some((inner) => countryOf(inner) === countryOf(id)));
  return holds(here, there) || holds(there, here) ? 'country' : 'apart';
}

function isCountry(id: string, countryOf: CountryOf): boolean {
  const code = countryOf(id);
  return code !== null && id === `place:${code}`;
}

/** Two different numbers in one article, by one speaker and of one time, are two facts and not two versions of one. */
function isOtherFact(entry: Entry, other: Entry): boolean {
  const [a, b] = [entry.claim, other.claim];
  // "M23 lost under 30 men", "the mission has lost 13 men": the dead of two sides.
  if (victimOf(a) !== null && victimOf(b) !== null && victimOf(a) !== victimOf(b)) return true;
  if (a.document_id !== b.document_id || meet(entry.bounds, other.bounds)) return false;
  if (a.alternative_of === b.claim_id || b.alternative_of === a.claim_id) return false;
  const [here, there] = [entry.time, other.time];
  if (a.event === null && here !== null && there !== null && (here.from >= there.to || there.from >= here.to)) return false;
  return speakerOf(a) === null || speakerOf(b) === null || speakerOf(a) === speakerOf(b);
}

/** Whose loss or receipt a claim tells, beside what it counts. */
const victimOf = (claim: Claim): string | null => claim.target_id ?? claim.target?.toLowerCase() ?? null;

/** Whoever says it: an entity's id, else the words folded to lower case. */
export const speakerOf = (claim: Claim): string | null => claim.said_by_id ?? claim.said_by?.toLowerCase() ?? null;
