import type { MentionPair } from './mentions.js';
import type { Measure } from './scores.js';

const isListed = (id: string): boolean => !id.includes(':~');

/**
 * Scores which entity the found mentions mean: share of the right ids (of listed and of unlisted entities, references apart),
 * pairs of mentions rightly put together (MUC's view of merging), and B³, over all articles at once.
 */
export function scoreIdentities(pairs: readonly MentionPair[]): Measure[] {
  const named = pairs.filter(({ gold }) => gold.use !== 'reference');
  const share = (name: string, of: readonly MentionPair[]): Measure => ({
    name,
    gold: of.length,
    found: of.length,
    right: of.filter(({ gold, mention }) => gold.entity_id === mention.entity_id).length,
  });
  const types = (['group', 'person', 'place'] as const).map((type) =>
    share(
      `ids.${type}`,
      named.filter(({ gold }) => gold.type === type),
    ),
  );
  return [
    share('ids.all', named),
    ...types,
    share(
      'ids.listed',
      named.filter(({ gold }) => isListed(gold.entity_id)),
    ),
    share(
      'ids.unlisted',
      named.filter(({ gold }) => !isListed(gold.entity_id)),
    ),
    share(
      'ids.references',
      pairs.filter(({ gold }) => gold.use === 'reference'),
    ),
    merges(pairs),
    ...bCubed(pairs),
  ];
}

/** How many mentions share the gold entity, the answered entity, and both. */
function contingency(pairs: readonly MentionPair[]) {
  const gold = new Map<string, number>();
  const found = new Map<string, number>();
  const both = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  const cell = ({ gold: g, mention }: MentionPair): string => `${g.entity_id}\t${mention.entity_id}`;
  for (const pair of pairs) {
    count(gold, pair.gold.entity_id);
    count(found, pair.mention.entity_id);
    count(both, cell(pair));
  }
  return { gold, found, both, cell };
}

function merges(pairs: readonly MentionPair[]): Measure {
  const { gold, found, both } = contingency(pairs);
  const sum = (map: Map<string, number>): number => [...map.values()].reduce((total, n) => total + (n * (n - 1)) / 2, 0);
  return { name: 'merges', gold: sum(gold), found: sum(found), right: sum(both) };
}

/** B³ gives two means over mentions, so precision and recall are two measures. */
function bCubed(pairs: readonly MentionPair[]): Measure[] {
  const { gold, found, both, cell } = contingency(pairs);
  let precise = 0;
  let complete = 0;
  for (const pair of pairs) {
    const shared = both.get(cell(pair)) ?? 0;
    precise += shared / (found.get(pair.mention.entity_id) ?? 1);
    complete += shared / (gold.get(pair.gold.entity_id) ?? 1);
  }
  const mean = (name: string, right: number): Measure => ({ name, gold: pairs.length, found: pairs.length, right });
  return [mean('b3.precision', precise), mean('b3.recall', complete)];
}
