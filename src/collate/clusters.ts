import type { Profile } from '../model/index.js';
import type { Portrait } from './evidence.js';
import type { Apart } from './overrides/apart.js';

/** What one article tells of somebody. */
export interface Sight {
  readonly article: number;
  readonly document: string;
  readonly profile: Profile;
}

/** Where somebody was seen, under which id, how often. */
export type Seen = readonly [article: number, document: string, id: string, mentions: number];

/** Sights that show one person or group. */
export interface Cluster extends Portrait {
  /** Its place among all. */
  number: number;
  readonly sights: Seen[];
  readonly documents: Set<string>;
  readonly foundAs: Set<string>;
  readonly roles: Set<string>;
  readonly countries: Set<string>;
  readonly companions: Set<string>;
  readonly reasons: string[];
  /** A person wants it apart from another. */
  kept: boolean;
}

/** A cluster as it can be put away, under a key. */
export interface Packed extends Pick<Cluster, 'number' | 'type' | 'name' | 'sights' | 'reasons' | 'kept'> {
  readonly key: string;
  readonly roles: readonly string[];
  readonly countries: readonly string[];
  readonly companions: readonly string[];
}

/** A name is compared with at most so many others of its name: beyond that it is a word, not a name. */
export const MOST = 64;

export function clusterOf({ article, document, profile }: Sight, telling: (id: string) => boolean): Cluster {
  const { type, name, role, countries, companions, entity_id, mentions } = profile;
  return {
    number: -1,
    type,
    name,
    roles: new Set(role === null ? [] : [role]),
    countries: new Set(countries),
    companions: new Set(companions.filter(telling)),
    sights: [[article, document, entity_id, mentions]],
    documents: new Set([document]),
    foundAs: new Set([entity_id]),
    reasons: [],
    kept: false,
  };
}

export const packed = ({ number, type, name, sights, reasons, kept, roles, countries, companions }: Cluster, key: string): Packed => ({
  key,
  number,
  type,
  name,
  sights,
  reasons,
  kept,
  roles: [...roles],
  countries: [...countries],
  companions: [...companions],
});

export const unpacked = ({ number, type, name, sights, reasons, kept, roles, countries, companions }: Packed): Cluster => ({
  number,
  type,
  name,
  sights: [...sights],
  documents: new Set(sights.map(([, document]) => document)),
  foundAs: new Set(sights.map(([, , id]) => id)),
  reasons: [...reasons],
  kept,
  roles: new Set(roles),
  countries: new Set(countries),
  companions: new Set(companions),
});

export function absorb(into: Cluster, from: Cluster, reasons: readonly string[]): void {
  for (const sight of from.sights) into.sights.push(sight);
  for (const document of from.documents) into.documents.add(document);
  for (const id of from.foundAs) into.foundAs.add(id);
  for (const role of from.roles) into.roles.add(role);
  for (const country of from.countries) into.countries.add(country);
  for (const companion of from.companions) into.companions.add(companion);
  for (const reason of [...from.reasons, ...reasons]) if (!into.reasons.includes(reason) && into.reasons.length < MOST) into.reasons.push(reason);
}

/** Whether a person wants two apart; only the few that anything is said of are looked at. */
export function isKeptApart(a: Cluster, b: Cluster, { ids, between }: Apart): boolean {
  if (ids.size === 0 || ![...a.foundAs].some((id) => ids.has(id))) return false;
  const sighted = ({ sights }: Cluster) => sights.map(([, document, entity_id]) => ({ document, entity_id }));
  const others = sighted(b);
  if (!sighted(a).some((one) => others.some((two) => between(one, two) !== null))) return false;
  a.kept = b.kept = true;
  return true;
}
