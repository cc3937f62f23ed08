import type { Related } from '../model/index.js';
import type { Gold } from './gold.js';
import type { Measure } from './scores.js';

/**
 * Scores which two entities stand in one sentence, by id: each pair counts as often as it has sentences. The sentences are
 * those that were found, as the gold marks none; `cooccurrences.kinds` counts each pair of an article once.
 */
export function scoreCooccurrences(golds: readonly Gold[], articles: readonly Related[]): Measure[] {
  const times = { gold: 0, found: 0, right: 0 };
  const kinds = { gold: 0, found: 0, right: 0 };
  golds.forEach((gold, d) => {
    const wanted = goldPairs(gold, articles[d]);
    const given = new Map(
      articles[d].cooccurrences.filter(({ window }) => window === 'sentence').map(({ a_id, b_id, count }) => [`${a_id}\t${b_id}`, count]),
    );
    for (const count of wanted.values()) times.gold += count;
    for (const count of given.values()) times.found += count;
    kinds.gold += wanted.size;
    kinds.found += given.size;
    for (const [pair, count] of wanted) {
      const answered = given.get(pair) ?? 0;
      times.right += Math.min(count, answered);
      if (answered > 0) kinds.right++;
    }
  });
  return [
    { name: 'cooccurrences', ...times },
    { name: 'cooccurrences.kinds', ...kinds },
  ];
}

/** Pairs of different gold entities in one sentence, and in how many sentences. */
function goldPairs(gold: Gold, article: Related): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const sentence of article.sentences) {
    const ids = [...new Set(gold.mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end).map((m) => m.entity_id))].sort();
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) pairs.set(`${a}\t${b}`, (pairs.get(`${a}\t${b}`) ?? 0) + 1);
    });
  }
  return pairs;
}
