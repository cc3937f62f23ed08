import type { Why } from './label.js';

/** How many articles of a run came from the cache, and how many were analysed for which reason. */
export type Origins = Record<'cached' | Why, number>;

export const noOrigins = (): Origins => ({ cached: 0, new: 0, text: 0, metadata: 0, gazetteers: 0, rules: 0, options: 0, failed: 0, damaged: 0 });

const REASONS: Readonly<Record<Why, string>> = {
  new: 'new',
  text: 'with another text',
  metadata: 'with another title, date, address or name',
  gazetteers: 'because the gazetteers changed',
  rules: 'because the program changed',
  options: 'because other formats are wanted',
  failed: 'that failed before',
  damaged: 'damaged in the cache',
};

/** "40 articles from the cache, 2 analysed: 1 new, 1 with another text"; null when there was nothing to take from a cache. */
export function originLine({ cached, ...whys }: Origins): string | null {
  const analysed = Object.values(whys).reduce((sum, count) => sum + count, 0);
  if (cached === 0 && analysed === whys.new) return null;
  const count = (n: number): string => n.toLocaleString('en-US');
  const reasons = (Object.keys(REASONS) as Why[]).filter((why) => whys[why] > 0).map((why) => `${count(whys[why])} ${REASONS[why]}`);
  const taken = `${count(cached)} ${cached === 1 ? 'article' : 'articles'} from the cache`;
  return analysed === 0 ? `${taken}, none to analyse.` : `${taken}, ${count(analysed)} analysed: ${reasons.join(', ')}.`;
}
