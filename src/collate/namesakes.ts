import type { IdentityRow } from '../model/index.js';
import { slug } from '../text/index.js';
import { MOST, unpacked, type Cluster, type Packed } from './clusters.js';
import type { Portrait } from './evidence.js';
import { byCodeUnits } from './order.js';
import type { Sorter } from './sums.js';

/** That the entity which an article has under one id has another over all articles. */
export type Renaming = readonly [article: number, found: string, id: string];

/** Who is who over all articles: what ids found in articles become in the tables, and the rows that say why. */
export interface Identification {
  /** In the order of the articles. May be asked again. */
  readonly renamings: Iterable<Renaming>;
  readonly rows: Iterable<IdentityRow>;
}

const MOST_RENAMINGS = 40_000;
const MOST_ROWS = 5_000;

/**
 * Gives every cluster its id: that of the spelling most mentioned (its key), with what tells it from others of the name. Clusters come by
 * key and number, and may be asked for again.
 */
export function named(clusters: Iterable<Packed>, sorter: Sorter): Identification {
  const renamings = sorter<Renaming>((a, b) => a[0] - b[0], MOST_RENAMINGS);
  const rows = sorter<IdentityRow>((a, b) => b.documents - a.documents || byCodeUnits(a.entity_id, b.entity_id), MOST_ROWS);
  const all = clusters[Symbol.iterator]();
  for (const { base, count, bearers } of families(clusters)) {
    const idOf = count === 1 ? () => base : idsOf(base, bearers);
    const first: string[] = [];
    let waiting: (readonly [Cluster, string])[] = [];
    const give = ([cluster, id]: readonly [Cluster, string]): void => {
      for (const [article, , found] of cluster.sights) if (found !== id) renamings.add([article, found, id]);
      if (cluster.documents.size < 2 && count === 1) return;
      rows.add(
        rowOf(
          cluster,
          id,
          first.filter((one) => one !== id),
        ),
      );
    };
    for (let i = 0; i < count; i++) {
      const cluster = unpacked(all.next().value as Packed);
      const id = idOf(cluster);
      waiting.push([cluster, id]);
      // A row names the first of its namesakes, which have to be known before.
      if (first.length < MOST) first.push(id);
      if (first.length < MOST && i + 1 < count) continue;
      waiting.forEach(give);
      waiting = [];
    }
  }
  return { renamings: renamings.rows(), rows: rows.rows() };
}

/** Clusters of one key: how many, and how many of them have each country and role. */
interface Family {
  readonly base: string;
  readonly count: number;
  readonly bearers: ReadonlyMap<string, number>;
}

function* families(clusters: Iterable<Packed>): Generator<Family> {
  let base: string | null = null;
  let count = 0;
  let bearers = new Map<string, number>();
  for (const { key, countries, roles } of clusters) {
    if (base !== null && key !== base) {
      yield { base, count, bearers };
      [count, bearers] = [0, new Map<string, number>()];
    }
    base = key;
    count++;
    for (const one of [...countries, ...roles]) bearers.set(one, (bearers.get(one) ?? 0) + 1);
  }
  if (base !== null) yield { base, count, bearers };
}

/** Ids of several of one name: behind the name stands what tells each from the others, its country, else its role, else its first article. */
function idsOf(base: string, bearers: ReadonlyMap<string, number>): (cluster: Cluster) => string {
  const used = new Set<string>();
  return ({ countries, roles, documents }) => {
    const own = (set: ReadonlySet<string>): string | undefined =>
      [...set].sort(byCodeUnits).find((one) => slug(one) !== '' && bearers.get(one) === 1);
    const mark = slug(own(countries) ?? own(roles) ?? [...documents].sort(byCodeUnits)[0]) || 'x';
    let id = `${base}~${mark}`;
    for (let n = 2; used.has(id); n++) id = `${base}~${mark}-${n}`;
    used.add(id);
    return id;
  };
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
