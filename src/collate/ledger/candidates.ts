import type { Claim, Entity } from '../../model/index.js';
import { byCodeUnits } from '../order.js';
import { boundsOf, sizeOf } from './bounds.js';
import { holderOf, isFormer, measureOf, subjectOf, type StoredEntry } from './entries.js';
import { periodOf } from './period.js';
import { ANYONE, type RemainsReader, type ThingReader } from './thing.js';
import { sidesOf } from './sides.js';
import { whereReader } from './where.js';
import type { WordingReader } from './wording.js';

/** Kinds of numbers that are facts about one person or one game: there is nothing to compare them with. */
const APART: ReadonlySet<Claim['kind']> = new Set(['age', 'ordinal_rank', 'score']);

/** What the ledger reads claims with. */
export interface Readers {
  readonly thingOf: ThingReader;
  readonly isRemains: RemainsReader;
  readonly wordingsOf: WordingReader;
}

/** The claims that can be compared: each names a thing, an entity or an event, and a number. */
export function entriesOf(
  claims: readonly Claim[],
  dated: string | null,
  story: string,
  entities: readonly Entity[],
  { thingOf, isRemains, wordingsOf }: Readers,
): StoredEntry[] {
  const found = new Map<string, StoredEntry>();
  let any = false;
  let setting: readonly string[] | null = null;
  const known = new Map(entities.map((entity) => [entity.entity_id, entity]));
  const where = whereReader(claims, entities);
  const wordingOf = wordingsOf(claims);
  const sideOf = sidesOf(claims, known, where.byForm);
  for (const claim of claims) {
    const home = where.homeOf(claim);
    if (claim.salience !== 'claim' || APART.has(claim.kind)) continue;
    const wording = wordingOf(claim);
    const thing =
      claim.counted === null && claim.event === null ? null : thingOf({ ...claim, counted: where.withoutOwner(claim.counted) }, wording.further);
    const holder = sideOf(claim) ?? holderOf(claim);
    if (boundsOf(claim) === null || (thing === null && holder === null && claim.event === null)) continue;
    const on = claim.said_on ?? dated;
    any ||= claim.alternative_of !== null;
    found.set(claim.claim_id, {
      claim,
      subject: subjectOf(claim, thing, holder),
      holder,
      about: holder ?? '',
      named: false,
      former: wording.former || isFormer(claim),
      present: wording.present,
      newer: wording.newer,
      least: claim.event === DEATH && isRemains(claim),
      from: periodOf(on)?.from ?? Number.MAX_SAFE_INTEGER,
      story,
      on,
      thing,
      entity: holder === null ? null : (known.get(holder)?.name ?? holder),
      countries: claim.place_ids.map((id) => known.get(id)?.country ?? null),
      home,
      setting: claim.place_ids.length === 0 ? (setting ??= settingOf(entities)) : [],
    });
  }
  return any ? besideOthers(found) : [...found.values()];
}

/** So many places of an article are its setting. */
const MOST_PLACES = 6;

/** The places nearer than a country that an article names, and behind them the group or person that it names most often; the most named first. */
function settingOf(entities: readonly Entity[]): readonly string[] {
  const sorted = [...entities].sort((a, b) => b.mentions - a.mentions || byCodeUnits(a.entity_id, b.entity_id));
  const places = sorted.filter(
    ({ type, entity_id, country, listed }) => type === 'place' && entity_id !== `place:${country}` && (country !== null || !listed),
  );
  const about = sorted.find(({ type, mentions }) => type !== 'place' && mentions >= OFTEN);
  return [...places.slice(0, MOST_PLACES), ...(about ? [about] : [])].map(({ entity_id }) => entity_id);
}
/** So often an article names whom it is about. */
const OFTEN = 3;
/** The event of which bodies tell. */
const DEATH = 'killed';

/** A claim that words set beside another of its measure is about what the other is about. */
function besideOthers(found: ReadonlyMap<string, StoredEntry>): StoredEntry[] {
  const otherOf = ({ claim, thing }: StoredEntry): StoredEntry | undefined => {
    const other = found.get(claim.alternative_of ?? '');
    return other !== undefined && measureOf(other.claim) === measureOf(claim) && isLike(other, { claim, thing }) ? other : undefined;
  };
  const named = new Set([...found.values()].flatMap((entry) => otherOf(entry)?.claim.claim_id ?? []));
  return [...found.values()].map((entry) => {
    let root = entry;
    // Claims point at earlier ones, mostly: a circle would end at its beginning.
    for (let other = otherOf(root), steps = 0; other !== undefined && steps < found.size; other = otherOf(root), steps++) root = other;
    return { ...entry, subject: root.subject, about: root.about, named: named.has(entry.claim.claim_id) };
  });
}

/** Two counts of other things lie no further apart than this, two of one thing no further than that: "a family of four … 14 dead", "three telephones … 60,000". */
const [OF_OTHERS, OF_ONE] = [3, 100];

/** Whether two claims that words set beside each other can be versions of one. */
function isLike(a: Pick<StoredEntry, 'claim' | 'thing'>, b: Pick<StoredEntry, 'claim' | 'thing'>): boolean {
  const [x, y] = [boundsOf(a.claim), boundsOf(b.claim)];
  if (!x || !y) return true;
  const [small, large] = [sizeOf(x), sizeOf(y)].sort((one, other) => one - other);
  const apart = a.thing !== b.thing && a.thing !== ANYONE && b.thing !== ANYONE;
  return large <= small * (apart || isFew(a) || isFew(b) ? OF_OTHERS : OF_ONE);
}

/** A group told by its size, "a family of four": no count of all. */
const isFew = ({ claim, thing }: Pick<StoredEntry, 'claim' | 'thing'>): boolean =>
  claim.event !== null && thing !== null && claim.unit === ANYONE && thing !== ANYONE && claim.counted === thing;
