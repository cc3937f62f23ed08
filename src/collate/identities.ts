import type { Head } from '../model/index.js';
import { isWordOf, Kind, type Knowledge, lexiconRows } from '../knowledge/index.js';
import { findWord, openDigests, skeleton, slug } from '../text/index.js';
import { absorb, clusterOf, isKeptApart, MOST, packed, unpacked, type Cluster, type Packed, type Sight } from './clusters.js';
import { ENOUGH, type NameFacts, type Portrait, STRONG, weigh } from './evidence.js';
import { named, type Identification } from './namesakes.js';
import { byCodeUnits } from './order.js';
import type { Apart } from './overrides/apart.js';
import { openSums, type Sorter, type Sorting } from './sums.js';

/** Sights and clusters of one sorting that are held in memory, and names that are counted. */
const MOST_ROWS = 5_000;
const MOST_NAMES = 20_000;

/** Who is who, on the way over the heads of the articles, which come in the order of their ids. */
export interface Identities {
  readonly see: (article: number, head: Head) => void;
  /**
   * Decides over all articles which persons and groups that no gazetteer lists are the same. Those of one name are joined where
   * the evidence suffices and stay apart where it does not; those of two spellings are joined where it is strong and no
   * article names both.
   */
  readonly identify: (apart: Apart) => Identification;
}

/** What articles tell of somebody is sorted by name, then by spelling, then by id: only those of one name lie in memory together. */
export function openIdentities(knowledge: Knowledge, sorter: Sorter): Identities {
  const sights = sorter<Sight>((a, b) => byCodeUnits(a.profile.entity_id, b.profile.entity_id), MOST_ROWS);
  const companions = tellingCompanions(sorter);
  const names = nameFacts(knowledge, sorter);
  return {
    see(article, head) {
      companions.see(head);
      names.see(head);
      for (const profile of head.profiles) sights.add({ article, document: head.document.document_id, profile });
    },
    identify(apart) {
      const spelled = sorter<Packed>((a, b) => byCodeUnits(a.key, b.key) || a.number - b.number, MOST_ROWS);
      const facts = names.facts();
      const telling = companions.telling();
      const keyOf = spellingOf(knowledge, facts);
      let number = 0;
      for (const some of runs(sights.rows(), ({ profile }) => profile.entity_id))
        clusterAll(
          some,
          telling,
          facts,
          apart,
          () => number++,
          (cluster, isOnly) => {
            const key = keyOf(cluster);
            // Whoever one article alone names, under a name that nobody else has and that has no spellings, is who he is.
            if (!isOnly || key !== '' || cluster.sights.length > 1) spelled.add(packed(cluster, key));
          },
        );
      const clusters = sorter<Packed>((a, b) => byCodeUnits(a.key, b.key) || a.number - b.number, MOST_ROWS);
      joinSpellings(spelled.rows(), facts, apart, clusters);
      return named(clusters.rows(), sorter);
    },
  };
}

/** Rows of one key that stand together, run after run. Each run has to be gone through before the next is asked for. */
function* runs<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Generator<Iterable<Row>> {
  const all = rows[Symbol.iterator]();
  let next = all.next();
  while (!next.done) {
    const key = keyOf(next.value);
    yield (function* (): Generator<Row> {
      for (; !next.done && keyOf(next.value) === key; next = all.next()) yield next.value;
    })();
  }
}

/** Groups the sights of one id: each joins the portrait that most speaks for, if enough does. Those beyond the first `MOST` are compared with no other. */
function clusterAll(
  sights: Iterable<Sight>,
  telling: (id: string) => boolean,
  facts: (profile: Portrait) => NameFacts,
  apart: Apart,
  count: () => number,
  give: (cluster: Cluster, isOnly: boolean) => void,
): void {
  const clusters: Cluster[] = [];
  for (const sight of sights) {
    const one = clusterOf(sight, telling);
    const known = facts(one);
    let best: Cluster | null = null;
    let points = ENOUGH - 1;
    let reasons: readonly string[] = [];
    for (const cluster of clusters) {
      if (isKeptApart(cluster, one, apart)) continue;
      const verdict = weigh(cluster, one, known);
      if (verdict.points > points) [best, points, reasons] = [cluster, verdict.points, verdict.reasons];
    }
    if (best) absorb(best, one, reasons);
    else {
      one.number = count();
      if (clusters.length < MOST) clusters.push(one);
      else give(one, false);
    }
  }
  for (const cluster of clusters) give(cluster, clusters.length === 1);
}

/** Joins persons whose names are spellings of one, where strong evidence says so and no article names both. */
function joinSpellings(clusters: Iterable<Packed>, facts: (profile: Portrait) => NameFacts, apart: Apart, kept: Sorting<Packed>): void {
  const give = (cluster: Cluster): void => kept.add(packed(cluster, baseOf(cluster)));
  for (const some of runs(clusters, ({ key }) => key)) {
    const hosts: Cluster[] = [];
    for (const one of some) {
      const cluster = unpacked(one);
      const host = hosts.find((other) => {
        if (meets(other.foundAs, cluster.foundAs) || meets(other.documents, cluster.documents)) return false;
        if (isKeptApart(other, cluster, apart)) return false;
        const verdict = weigh(other, cluster, { ...facts(cluster), rare: false });
        if (verdict.points < STRONG) return false;
        absorb(other, cluster, [`spelled ${other.name} and ${cluster.name}`, ...verdict.reasons]);
        return true;
      });
      if (host) continue;
      if (one.key !== '' && hosts.length < MOST) hosts.push(cluster);
      else give(cluster);
    }
    for (const cluster of hosts) give(cluster);
  }
}

/** The key under which other spellings of a person's name are found; empty for those that have none. */
function spellingOf(knowledge: Knowledge, facts: (profile: Portrait) => NameFacts): (cluster: Cluster) => string {
  const family = familyOf(knowledge);
  return (cluster) => (cluster.type === 'person' && facts(cluster).words > 1 ? skeleton(cluster.name, family) : '');
}

/** Whether the sets share a member; the second is the smaller one. */
const meets = (large: ReadonlySet<string>, small: ReadonlySet<string>): boolean => [...small].some((one) => large.has(one));

/** The id by which most mentions found it. */
function baseOf({ sights }: Cluster): string {
  const mentions = new Map<string, number>();
  for (const [, , id, count] of sights) mentions.set(id, (mentions.get(id) ?? 0) + count);
  return [...mentions].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]))[0][0];
}

/** The usual spelling of a word of a name, from the families of the word list. */
function familyOf(knowledge: Knowledge): (word: string) => string {
  const families = new Map(lexiconRows(knowledge, 'spelling').map(({ phrase, family }) => [slug(phrase), slug(family)]));
  return (word) => families.get(word) ?? word;
}

/** Companions that at most a handful of the articles name. */
function tellingCompanions(sorter: Sorter) {
  const documents = openSums<{ count: number }, number>(sorter, {
    most: MOST_NAMES,
    add: (into, more) => void (into.count += more.count),
    pack: ({ count }) => count,
    unpack: (count) => ({ count }),
  });
  let articles = 0;
  return {
    see({ entities }: Head): void {
      articles++;
      for (const { entity_id } of entities) documents.add(entity_id, { count: 1 });
    },
    /** Those that too many name are few: of n articles with k entities each no more than k√n. */
    telling(): (id: string) => boolean {
      const most = Math.max(2, Math.floor(Math.sqrt(articles)));
      const common = new Set<string>();
      for (const [id, { count }] of documents.all()) if (count > most) common.add(id);
      return (id) => !common.has(id);
    },
  };
}

/** How common a name is: in the lists of given names and surnames, and among the other names of the corpus. */
function nameFacts(knowledge: Knowledge, sorter: Sorter) {
  /** Last name → the one full name that bears it, null for several. */
  const bearers = openSums<{ full: string | null }, string | null>(sorter, {
    most: MOST_NAMES,
    add: (into, more) => {
      if (into.full !== more.full) into.full = null;
    },
    pack: ({ full }) => full,
    unpack: (full) => ({ full }),
  });
  const lastOf = (name: string): string => name.slice(name.lastIndexOf('-') + 1);
  return {
    see({ entities }: Head): void {
      for (const { type, name } of entities) {
        if (type !== 'person') continue;
        const full = slug(name);
        bearers.add(lastOf(full), { full });
      }
    },
    facts(): (portrait: Portrait) => NameFacts {
      const shared = openDigests();
      for (const [last, { full }] of bearers.all()) if (full === null) shared.add(last);
      let [name, facts]: [string | null, NameFacts] = [null, { words: 0, rare: false }];
      return (portrait) => {
        if (portrait.name === name) return facts;
        const last = lastOf(slug(portrait.name));
        const id = findWord(knowledge.vocabulary, last);
        const listed = isWordOf(knowledge, id, Kind.GivenName) || isWordOf(knowledge, id, Kind.Surname);
        name = portrait.name;
        return (facts = { words: name.trim().split(/\s+/).length, rare: !listed && !shared.has(last) });
      };
    },
  };
}
