import type { Head, IdentityRow, Profile } from '../model/index.js';
import { isWordOf, Kind, type Knowledge } from '../knowledge/index.js';
import { findWord, skeleton, slug } from '../text/index.js';
import { ENOUGH, type NameFacts, type Portrait, STRONG, weigh } from './evidence.js';
import { byCodeUnits, firstOf } from './order.js';
import type { Apart } from './overrides/apart.js';

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
  readonly documents: Set<string>;
  readonly foundAs: Set<string>;
  readonly roles: Set<string>;
  readonly countries: Set<string>;
  readonly companions: Set<string>;
  readonly reasons: string[];
  /** A person wants it apart from another. */
  kept: boolean;
}

/** A name is compared with at most so many others of its name: beyond that it is a word, not a name. */
const MOST = 64;

/**
 * Decides over all articles which persons and groups that no gazetteer lists are the same. Those of one name are joined where
 * the evidence suffices and stay apart where it does not; those of two spellings are joined where it is strong and no
 * article names both. `heads` come sorted by document.
 */
export function identify(heads: Iterable<Head>, knowledge: Knowledge, apart: Apart): Identification {
  const sights = new Map<string, Sight[]>();
  const companions = tellingCompanions();
  const names = nameFacts(knowledge);
  for (const head of heads) {
    companions.see(head);
    names.see(head);
    for (const profile of head.profiles) {
      const list = sights.get(profile.entity_id);
      if (list) list.push({ document: head.document.document_id, profile });
      else sights.set(profile.entity_id, [{ document: head.document.document_id, profile }]);
    }
  }
  const ids = [...sights.keys()].sort(byCodeUnits);
  const clusters = ids.flatMap((id) => clustersOf(sights.get(id) as Sight[], companions.telling, names.facts, apart));
  const joined = joinSpellings(clusters, names.facts, knowledge, apart);
  return named(joined);
}

/** Groups the sights of one id: each joins the portrait that most speaks for, if enough does. */
function clustersOf(sights: readonly Sight[], telling: (id: string) => boolean, facts: (profile: Portrait) => NameFacts, apart: Apart): Cluster[] {
  const clusters: Cluster[] = [];
  for (const sight of sights) {
    const one = clusterOf(sight, telling);
    const known = facts(one);
    let best: Cluster | null = null;
    let points = ENOUGH - 1;
    let reasons: readonly string[] = [];
    for (const cluster of clusters.slice(0, MOST)) {
      if (isKeptApart(cluster, one, apart)) continue;
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
    documents: new Set([sight.document]),
    foundAs: new Set([entity_id]),
    reasons: [],
    kept: false,
  };
}

function absorb(into: Cluster, from: Cluster, reasons: readonly string[]): void {
  into.sights.push(...from.sights);
  for (const document of from.documents) into.documents.add(document);
  for (const id of from.foundAs) into.foundAs.add(id);
  for (const role of from.roles) into.roles.add(role);
  for (const country of from.countries) into.countries.add(country);
  for (const companion of from.companions) into.companions.add(companion);
  for (const reason of [...from.reasons, ...reasons]) if (!into.reasons.includes(reason) && into.reasons.length < MOST) into.reasons.push(reason);
}

/** Joins persons whose names are spellings of one, where strong evidence says so and no article names both. */
function joinSpellings(
  clusters: readonly Cluster[],
  facts: (profile: Portrait) => NameFacts,
  knowledge: Knowledge,
  apart: Apart,
): readonly Cluster[] {
  const alike = new Map<string, Cluster[]>();
  const family = familyOf(knowledge);
  const kept: Cluster[] = [];
  for (const cluster of clusters) {
    const key = cluster.type === 'person' && facts(cluster).words > 1 ? skeleton(cluster.name, family) : '';
    const others = alike.get(key);
    const host = others?.slice(0, MOST).find((other) => {
      if (meets(other.foundAs, cluster.foundAs) || meets(other.documents, cluster.documents)) return false;
      if (isKeptApart(other, cluster, apart)) return false;
      const verdict = weigh(other, cluster, { ...facts(cluster), rare: false });
      if (verdict.points < STRONG) return false;
      absorb(other, cluster, [`spelled ${other.name} and ${cluster.name}`, ...verdict.reasons]);
      return true;
    });
    if (host) continue;
    kept.push(cluster);
    if (others) others.push(cluster);
    else if (key !== '') alike.set(key, [cluster]);
  }
  return kept;
}

/** Whether a person wants two apart; only the few that anything is said of are looked at. */
function isKeptApart(a: Cluster, b: Cluster, { ids, between }: Apart): boolean {
  if (ids.size === 0 || ![...a.foundAs].some((id) => ids.has(id))) return false;
  const sighted = ({ sights }: Cluster) => sights.map(({ document, profile }) => ({ document, entity_id: profile.entity_id }));
  const others = sighted(b);
  if (!sighted(a).some((one) => others.some((two) => between(one, two) !== null))) return false;
  a.kept = b.kept = true;
  return true;
}

/** Whether the sets share a member; the second is the smaller one. */
const meets = (large: ReadonlySet<string>, small: ReadonlySet<string>): boolean => [...small].some((one) => large.has(one));

/** The usual spelling of a word of a name, from the families of the word list. */
function familyOf(knowledge: Knowledge): (word: string) => string {
  const families = new Map(knowledge.lexicon.rows.spelling.map(({ phrase, family }) => [slug(phrase), slug(family)]));
  return (word) => families.get(word) ?? word;
}

/** Gives every cluster its id: that of the spelling most mentioned, with what tells it from others of the name. */
function named(clusters: readonly Cluster[]): Identification {
  const namesakes = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const base = baseOf(cluster);
    const list = namesakes.get(base);
    if (list) list.push(cluster);
    else namesakes.set(base, [cluster]);
  }
  const idOf = new Map<string, string>();
  const rows: IdentityRow[] = [];
  for (const [base, list] of namesakes) {
    const ids = list.length === 1 ? [base] : idsOf(base, list);
    list.forEach((cluster, i) => {
      for (const { document, profile } of cluster.sights) idOf.set(`${profile.entity_id}\n${document}`, ids[i]);
      if (cluster.documents.size < 2 && list.length === 1) return;
      const others = ids.slice(0, MOST).filter((id) => id !== ids[i]);
      rows.push(rowOf(cluster, ids[i], others));
    });
  }
  return {
    idOf: (documentId, entityId) => idOf.get(`${entityId}\n${documentId}`) ?? entityId,
    rows: rows.sort((a, b) => firstOf(b.documents - a.documents, byCodeUnits(a.entity_id, b.entity_id))),
  };
}

/** Ids of several of one name: behind the name stands what tells each from the others, its country, else its role, else its first article. */
function idsOf(base: string, namesakes: readonly Cluster[]): readonly string[] {
  const bearers = new Map<string, number>();
  for (const { countries, roles } of namesakes) for (const one of [...countries, ...roles]) bearers.set(one, (bearers.get(one) ?? 0) + 1);
  const used = new Set<string>();
  return namesakes.map(({ countries, roles, documents }) => {
    const own = (set: ReadonlySet<string>): string | undefined =>
      [...set].sort(byCodeUnits).find((one) => slug(one) !== '' && bearers.get(one) === 1);
    const mark = slug(own(countries) ?? own(roles) ?? [...documents].sort(byCodeUnits)[0]) || 'x';
    let id = `${base}~${mark}`;
    for (let n = 2; used.has(id); n++) id = `${base}~${mark}-${n}`;
    used.add(id);
    return id;
  });
}

function rowOf(cluster: Cluster, id: string, others: readonly string[]): IdentityRow {
  const documents = [...cluster.documents].sort(byCodeUnits);
  const joined = documents.length > 1;
  return {
    entity_id: id,
    type: cluster.type,
    name: cluster.name,
    outcome: joined ? 'joined' : 'apart',
    found_as: [...cluster.foundAs].sort(byCodeUnits),
    documents: documents.length,
    document_ids: documents,
    because: `${cluster.kept ? 'override never-merge; ' : ''}${
      joined ? cluster.reasons.join('; ') : `${described(cluster)}: nothing that the articles tell joins it to the others of its name`
    }`,
    apart_from: [...others].sort(byCodeUnits),
  };
}

const described = ({ roles, countries }: Portrait): string =>
  [...[...roles].sort(byCodeUnits), ...[...countries].sort(byCodeUnits)].join(', ') || 'no role or country told';

function baseOf({ sights }: Cluster): string {
  const mentions = new Map<string, number>();
  for (const { profile } of sights) mentions.set(profile.entity_id, (mentions.get(profile.entity_id) ?? 0) + profile.mentions);
  return [...mentions].sort((a, b) => firstOf(b[1] - a[1], byCodeUnits(a[0], b[0])))[0][0];
}

/** Companions that at most a handful of the articles name. */
function tellingCompanions() {
  const documents = new Map<string, number>();
  let articles = 0;
  return {
    see({ entities }: Head): void {
      articles++;
      for (const { entity_id } of entities) documents.set(entity_id, (documents.get(entity_id) ?? 0) + 1);
    },
    telling: (id: string): boolean => (documents.get(id) ?? 0) <= Math.max(2, Math.floor(Math.sqrt(articles))),
  };
}

/** How common a name is: in the lists of given names and surnames, and among the other names of the corpus. */
function nameFacts(knowledge: Knowledge) {
  const bearers = new Map<string, string | null>();
  const lastOf = (name: string): string => name.slice(name.lastIndexOf('-') + 1);
  const known = new Map<string, NameFacts>();
  return {
    see({ entities }: Head): void {
      for (const { type, name } of entities) {
        if (type !== 'person') continue;
        const full = slug(name);
        const last = lastOf(full);
        const bearer = bearers.get(last);
        bearers.set(last, bearer === undefined || bearer === full ? full : null);
      }
    },
    facts({ name }: Portrait): NameFacts {
      let facts = known.get(name);
      if (!facts) {
        const full = slug(name);
        const last = lastOf(full);
        const id = findWord(knowledge.vocabulary, last);
        const listed = isWordOf(knowledge, id, Kind.GivenName) || isWordOf(knowledge, id, Kind.Surname);
        known.set(name, (facts = { words: name.trim().split(/\s+/).length, rare: !listed && bearers.get(last) !== null }));
      }
      return facts;
    },
  };
}
