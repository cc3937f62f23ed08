import { meet } from './bounds.js';
import { speakerOf, type Entry, type StoredEntry } from './entries.js';
import { factOf, isOneFact, isOtherFact, isTelling, whereOf, type Fact } from './facts.js';
import { ANYONE } from './thing.js';

/** So many of the latest groups with a place in common are looked at: what is older is another story. */
const REACH = 24;

/** Places and articles of one subject that are remembered; the one that has not been met for longest is forgotten. */
const MOST_ANCHORS = 20_000;

/** What a group is remembered by while claims are dealt out. */
interface Group {
  readonly number: number;
  /** The latest of its entries, without their words. */
  recent: Fact[];
}

/**
 * Puts claims side by side that speak of one thing: the same thing counted, entity, event, measure and direction of change, a
 * place in common, and for an event one time. A claim that words join to another (`alternative_of`) stays with it. Two different
 * numbers of one speaker in one article are two facts, and a number of which the words do not tell what it counts is compared
 * with none. Takes entries by subject and then in the order in which they were made, and tells of each the number of its group;
 * the cost is linear in the claims.
 */
export function openGroups(): (entry: Entry) => number {
  let count = 0;
  let subject: string | null = null;
  let byAnchor = new Map<string, Group[]>();
  let homes = new Map<string, Group>();
  return (entry) => {
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
    return home.number;
  };
}

/** Whether an entry is a group by itself, whatever others say: nothing ties it to them. */
export const isAlone = (entry: StoredEntry): boolean => !entry.named && entry.claim.alternative_of === null && !isSpecific(entry);

/**
 * Whether the words tell enough of what is counted: an entity, an event, or a thing of its own sort in a place. "Five people" and "61
 * per cent of households" do not say what is true of them; "inflation fell to 4.8 per cent" does.
 */
function isSpecific({ claim, holder, thing, home, setting }: StoredEntry): boolean {
  if (holder !== null || claim.event !== null) return true;
  if (claim.counted === null || thing === ANYONE || (claim.place_ids.length === 0 && home.ids.length === 0 && setting.length === 0)) return false;
  return claim.kind === 'percent' ? !claim.text.includes(claim.counted) : claim.kind !== 'fraction';
}

/** Where groups are looked for that an entry may belong to. */
function anchorsOf(entry: Entry): readonly string[] {
  const { claim, holder, setting, bounds } = entry;
  const { ids, countries } = whereOf(entry);
  const held = holder !== null;
  const around = claim.event !== null || held ? countries.flatMap((country) => country ?? []) : [];
  const anywhere = held && (claim.event === null || ids.length === 0) ? ['anywhere'] : [];
  const speaker = speakerOf(claim);
  const said = speaker !== null && isTelling(bounds) ? [`${speaker} ${bounds.min} ${bounds.max}`] : [];
  return [...ids, ...setting, ...new Set(around), ...anywhere, ...said, `in ${claim.document_id}`];
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
  return recent.slice(-LATEST).some((last) => isOneFact(fact, last)) && recent.slice(-REACH).every((other) => !isOtherFact(fact, other));
}
/** Of a group so many of its latest claims may tie a further one to it. */
const LATEST = 6;
