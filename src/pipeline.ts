import type { Knowledge } from './knowledge/index.js';
import type { Related, Source } from './model/index.js';
import { clean } from './stages/1-clean/clean.js';
import { segment } from './stages/2-segment/segment.js';
import { tag } from './stages/3-tag/tag.js';
import { resolve } from './stages/4-resolve/resolve.js';
import { relate } from './stages/5-relate/relate.js';

/** The whole analysis of one article: a pure function of the article and the compiled knowledge. */
export const analyze = (source: Source, knowledge: Knowledge): Related => analyzeAll([source], knowledge)[0];

/**
 * The same for many, in their order; articles have no part in each other. They go through the stages by armfuls: the program of all stages is
 * many times as large as a processor's caches, which hold that of one room, and read the rest anew for each article or once for all of them.
 */
export function analyzeAll(sources: readonly Source[], knowledge: Knowledge): readonly Related[] {
  const related: Related[] = [];
  for (let first = 0; first < sources.length; ) {
    let last = first;
    for (let characters = 0; last < sources.length && characters < ARMFUL; last++) characters += sources[last].text.length;
    related.push(...analyzeArmful(sources.slice(first, last), knowledge));
    first = last;
  }
  return related;
}

/** Characters of an armful: more gain nothing. */
export const ARMFUL = 50_000;

function analyzeArmful(sources: readonly Source[], knowledge: Knowledge): readonly Related[] {
  const cleaned = sources.map((source) => clean(source, knowledge));
  const segmented = cleaned.map((document) => segment(document, knowledge));
  const tagged = tag(segmented, knowledge);
  const resolved = resolve(tagged, knowledge);
  return relate(resolved, knowledge);
}
