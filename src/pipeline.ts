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
  return [...armfuls(sources, ARMFUL, ({ text }) => text.length)].flatMap((armful) => analyzeArmful(armful, knowledge));
}

/** Characters of an armful: what is larger is no faster and fills the memory. */
export const ARMFUL = 25_000;

/** Cuts a list into pieces that reach `size` characters, except for the last. */
export function* armfuls<T>(list: readonly T[], size: number, charactersOf: (one: T) => number): Generator<readonly T[]> {
  let armful: T[] = [];
  let characters = 0;
  for (const one of list) {
    armful.push(one);
    characters += charactersOf(one);
    if (characters < size) continue;
    yield armful;
    armful = [];
    characters = 0;
  }
  if (armful.length > 0) yield armful;
}

function analyzeArmful(sources: readonly Source[], knowledge: Knowledge): readonly Related[] {
  const cleaned = sources.map((source) => clean(source, knowledge));
  const segmented = cleaned.map((document) => segment(document, knowledge));
  const tagged = tag(segmented, knowledge);
  const resolved = resolve(tagged, knowledge);
  return relate(resolved, knowledge);
}
