import type { Related } from '../model/index.js';
import { scoreClaims } from './claims.js';
import { scoreCooccurrences } from './cooccurrences.js';
import { scoreDates } from './dates.js';
import type { Gold } from './gold.js';
import { scoreIdentities } from './identities.js';
import { byPlace, type Item } from './items.js';
import { scoreMentions } from './mentions.js';
import { scoreRegions } from './regions.js';
import type { Measure } from './scores.js';

/** How right a run is: every measure by name, and every item by place. */
export interface Evaluation {
  readonly documents: number;
  readonly measures: readonly Measure[];
  readonly items: readonly Item[];
}

/** Scores analysed articles against their gold; `articles[i]` answers `golds[i]` and has the same text. */
export function evaluate(golds: readonly Gold[], articles: readonly Related[]): Evaluation {
  const mentions = scoreMentions(golds, articles);
  const dates = scoreDates(golds, articles);
  const claims = scoreClaims(golds, articles);
  const measures = [
    ...mentions.measures,
    ...scoreIdentities(mentions.pairs),
    ...dates.measures,
    ...claims.measures,
    ...scoreCooccurrences(golds, articles),
    ...scoreRegions(golds, articles),
  ];
  return { documents: golds.length, measures, items: [...mentions.items, ...dates.items, ...claims.items].sort(byPlace) };
}
