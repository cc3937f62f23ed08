import type { Claim, Entity } from '../../model/index.js';
import { byCodeUnits } from '../order.js';
import { boundsOf } from './bounds.js';
import { holderOf, measureOf, subjectOf, type StoredEntry } from './entries.js';
import { periodOf } from './period.js';
import type { ThingReader } from './thing.js';
import { whereReader } from './where.js';

/** Kinds of numbers that are facts about one person or one game: there is nothing to compare them with. */
const APART: ReadonlySet<Claim['kind']> = new Set(['age', 'ordinal_rank', 'score']);

/** The claims that can be compared: each names a thing, an entity or an event, and a number. */
export function entriesOf(
  claims: readonly Claim[],
  dated: string | null,
  story: string,
  entities: readonly Entity[],
  thingOf: ThingReader,
): StoredEntry[] {
  const found = new Map<string, StoredEntry>();
  let any = false;
  let setting: readonly string[] | null = null;
  const known = new Map(entities.map((entity) => [entity.entity_id, entity]));
  const homeOf = whereReader(claims, entities);
  for (const claim of claims) {
    const home = homeOf(claim);
    if (claim.salience !== 'claim' || APART.has(claim.kind)) continue;
    const thing = claim.counted === null && claim.event === null ? null : thingOf(claim);
    const holder = holderOf(claim);
    if (boundsOf(claim) === null || (thing === null && holder === null && claim.event === null)) continue;
    const on = claim.said_on ?? dated;
    any ||= claim.alternative_of !== null;
    found.set(claim.claim_id, {
      claim,
      subject: subjectOf(claim, thing),
      about: holder ?? '',
      named: false,
      from: periodOf(on)?.from ?? Number.MAX_SAFE_INTEGER,
      story,
      on,
      thing,
      entity: holder === null ? null : (known.get(holder)?.name ?? holder),
      countries: claim.place_ids.map((id) => known.get(id)?.country ?? null),
      home,
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
