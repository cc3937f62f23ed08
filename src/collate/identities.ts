import type { IdentityRow, Profile, Reading } from '../model/index.js';
import { kindBit, type Knowledge } from '../knowledge/index.js';
import { findWord, skeleton, slug } from '../text/index.js';
import { ENOUGH, type NameFacts, type Portrait, STRONG, weigh } from './evidence.js';
import { byCodeUnits, firstOf } from './order.js';

/** Who is who over all articles: what an id found in one article becomes in the tables, and the rows that say why. */
export interface Identification {
  readonly idOf: (documentId: string, entityId: string) => string;
  readonly rows: readonly IdentityRow[];
}

interface Sight {
  readonly document: string;
  readonly profile: Profile;
}

interface Cluster extends Portrait {
  readonly sights: Sight[];
  readonly foundAs: Set<string>;
  readonly roles: Set<string>;
  readonly countries: Set<string>;
  readonly companions: Set<string>;
  readonly reasons: string[];
}

/** A name is compared with at most so many others of its name: beyond that it is a word, not a name. */
const MOST = 64;

/**
 * Decides over all articles which persons and groups that no gazetteer lists are the same. Those of one name are joined where
 * the evidence suffices and stay apart where it does not; those of two spellings are joined where it is strong and no
 * article names both. `readings` are sorted by document.
 */
export function identify(readings: readonly Reading[], knowledge: Knowledge): Identification {
  const sights = new Map<string, Sight[]>();
  for (const { document, profiles } of readings)
    for (const profile of profiles) {
      const list = sights.get(profile.entity_id);
      if (list) list.push({ document: document.document_id, profile });
      else sights.set(profile.entity_id, [{ document: document.document_id, profile }]);
    }
  const telling = tellingCompanions(readings);
  const facts = nameFacts(readings, knowledge);
  const ids = [...sights.keys()].sort(byCodeUnits);
  const clusters = ids.flatMap((id) => clustersOf(sights.get(id) as Sight[], telling, facts));
  const joined = joinSpellings(clusters, facts, knowledge);
  return named(joined);
}

/** Groups the sights of one id: each joins the portrait that most speaks for, if enough does. */
function clustersOf(sights: readonly Sight[], telling: (id: string) => boolean, facts: (profile: Portrait) => NameFacts): Cluster[] {
  const clusters: Cluster[] = [];
  for (const sight of sights) {
    const one = clusterOf(sight, telling);
    const known = facts(one);
    let best: Cluster | null = null;
    let points = ENOUGH - 1;
    let reasons: readonly string[] = [];
    for (const cluster of clusters.slice(0, MOST)) {
      const verdict = weigh(cluster, one, known);
      if (verdict.points > points) [best, points, reasons] = [cluster, verdict.points, verdict.reasons];
    }
    if (best) absorb(best, one, reasons);
    else clusters.push(one);
  }
  return clusters;
}

function clusterOf(sight: Sight, telling: (id: string) => boolean): Cluster {
  const { type, name, role, countries, companions, entity_id } = sight.profile;
  return {
    type,
    name,
    roles: new Set(role === null ? [] : [role]),
    countries: new Set(countries),
    companions: new Set(companions.filter(telling)),
    sights: [sight],
    foundAs: new Set([entity_id]),
    reasons: [],
  };
}

function absorb(into: Cluster, from: Cluster, reasons: readonly string[]): void {
  into.sights.push(...from.sights);
  for (const id of from.foundAs) into.foundAs.add(id);
  for (const role of from.roles) into.roles.add(role);
  for (const country of from.countries) into.countries.add(country);
  for (const companion of from.companions) into.companions.add(companion);
  for (const reason of [...from.reasons, ...reasons]) if (!into.reasons.includes(reason) && into.reasons.length < MOST) into.reasons.push(reason);
}

/** Joins persons whose names are spellings of one, where strong evidence says so and no article names both. */
function joinSpellings(clusters: readonly Cluster[], facts: (profile: Portrait) => NameFacts, knowledge: Knowledge): readonly Cluster[] {
  const alike = new Map<string, Cluster[]>();
  const family = familyOf(knowledge);
  const kept: Cluster[] = [];
  for (const cluster of clusters) {
    const key = cluster.type === 'person' && facts(cluster).words > 1 ? skeleton(cluster.name, family) : '';
    const others = alike.get(key) ?? [];
    const documents = new Set(cluster.sights.map(({ document }) => document));
    let host: Cluster | undefined;
    if (key !== '')
      host = others.slice(0, MOST).find((other) => {
        if (sharesId(other, cluster) || other.sights.some(({ document }) => documents.has(document))) return false;
        const verdict = weigh(other, cluster, { ...facts(cluster), rare: false });
        if (verdict.points < STRONG) return false;
        absorb(other, cluster, [`spelled ${other.name} and ${cluster.name}`, ...verdict.reasons]);
        return true;
      });
    if (host) continue;
    kept.push(cluster);
    if (key !== '') alike.set(key, [...others, cluster]);
  }
  return kept;
}

const sharesId = (a: Cluster, b: Cluster): boolean => [...a.foundAs].some((id) => b.foundAs.has(id));

/** The usual spelling of a word of a name, from the families of the word list. */
function familyOf(knowledge: Knowledge): (word: string) => string {
  const families = new Map(knowledge.lexicon.rows.spelling.map(({ phrase, family }) => [slug(phrase), slug(family)]));
  return (word) => families.get(word) ?? word;
}

/** Gives every cluster its id: that of the spelling most mentioned, with what tells it from others of the name. */
function named(clusters: readonly Cluster[]): Identification {
  const bases = clusters.map(baseOf);
  const siblings = new Map<string, number[]>();
  bases.forEach((base, i) => siblings.set(base, [...(siblings.get(base) ?? []), i]));
  const ids = clusters.map((cluster, i) => {
    const all = siblings.get(bases[i]) as number[];
    return all.length === 1
      ? bases[i]
      : `${bases[i]}~${markOf(
          cluster,
          all.filter((other) => other !== i).map((other) => clusters[other]),
        )}`;
  });
  const idOf = new Map<string, string>();
  clusters.forEach(({ sights }, i) => {
    for (const { document, profile } of sights) idOf.set(`${profile.entity_id}\n${document}`, ids[i]);
  });
  const rows = clusters.flatMap((cluster, i): IdentityRow[] => {
    const others = (siblings.get(bases[i]) as number[]).filter((other) => other !== i).map((other) => ids[other]);
    return cluster.sights.length < 2 && others.length === 0 ? [] : [rowOf(cluster, ids[i], others)];
  });
  return {
    idOf: (documentId, entityId) => idOf.get(`${entityId}\n${documentId}`) ?? entityId,
    rows: rows.sort((a, b) => firstOf(b.documents - a.documents, byCodeUnits(a.entity_id, b.entity_id))),
  };
}

function rowOf(cluster: Cluster, id: string, others: readonly string[]): IdentityRow {
  const documents = [...new Set(cluster.sights.map(({ document }) => document))].sort(byCodeUnits);
  const apart = 'nothing that the articles tell joins it to the others of its name';
  return {
    entity_id: id,
    type: cluster.type,
    name: cluster.name,
    outcome: documents.length > 1 ? 'joined' : 'apart',
    found_as: [...cluster.foundAs].sort(byCodeUnits),
    documents: documents.length,
    document_ids: documents,
    because: documents.length > 1 ? cluster.reasons.join('; ') : `${described(cluster)}: ${apart}`,
    apart_from: [...others].sort(byCodeUnits).slice(0, MOST),
  };
}

const described = ({ roles, countries }: Portrait): string =>
  [...[...roles].sort(byCodeUnits), ...[...countries].sort(byCodeUnits)].join(', ') || 'no role or country told';

function baseOf({ sights }: Cluster): string {
  const mentions = new Map<string, number>();
  for (const { profile } of sights) mentions.set(profile.entity_id, (mentions.get(profile.entity_id) ?? 0) + profile.mentions);
  return [...mentions].sort((a, b) => firstOf(b[1] - a[1], byCodeUnits(a[0], b[0])))[0][0];
}

/** What tells an entity from others of its name: its country, else its role, else the first article that names it. */
function markOf(cluster: Cluster, others: readonly Cluster[]): string {
  const own = (of: (one: Cluster) => ReadonlySet<string>): string | undefined =>
    [...of(cluster)].sort(byCodeUnits).find((one) => slug(one) !== '' && !others.some((other) => of(other).has(one)));
  const first = cluster.sights.map(({ document }) => document).sort(byCodeUnits)[0];
  return slug(own((one) => one.countries) ?? own((one) => one.roles) ?? first) || 'x';
}

/** Companions that at most a handful of the articles name. */
function tellingCompanions(readings: readonly Reading[]): (id: string) => boolean {
  const documents = new Map<string, number>();
  for (const { entities } of readings) for (const { entity_id } of entities) documents.set(entity_id, (documents.get(entity_id) ?? 0) + 1);
  const most = Math.max(2, Math.floor(Math.sqrt(readings.length)));
  return (id) => (documents.get(id) ?? 0) <= most;
}

/** How common a name is: in the lists of given names and surnames, and among the other names of the corpus. */
function nameFacts(readings: readonly Reading[], { vocabulary, words }: Knowledge): (one: Portrait) => NameFacts {
  const bearers = new Map<string, string | null>();
  const lastOf = (name: string): string => name.slice(name.lastIndexOf('-') + 1);
  for (const { entities } of readings)
    for (const { type, name } of entities) {
      if (type !== 'person') continue;
      const full = slug(name);
      const last = lastOf(full);
      const known = bearers.get(last);
      bearers.set(last, known === undefined || known === full ? full : null);
    }
  const personal = kindBit('givenName') | kindBit('surname');
  const known = new Map<string, NameFacts>();
  return ({ name }) => {
    let facts = known.get(name);
    if (!facts) {
      const full = slug(name);
      const last = lastOf(full);
      const id = findWord(vocabulary, last);
      const listed = id >= 0 && (words.kinds[id] & personal) !== 0;
      known.set(name, (facts = { words: name.trim().split(/\s+/).length, rare: !listed && bearers.get(last) !== null }));
    }
    return facts;
  };
}
