import type { Knowledge } from './knowledge/index.js';
import type { Related, Source } from './model/index.js';
import { clean } from './stages/1-clean/clean.js';
import { segment } from './stages/2-segment/segment.js';
import { tag } from './stages/3-tag/tag.js';
import { resolve } from './stages/4-resolve/resolve.js';
import { relate } from './stages/5-relate/relate.js';

/** The whole analysis of one article: a pure function of the article and the compiled knowledge. */
export function analyze(source: Source, knowledge: Knowledge): Related {
  const cleaned = clean(source, knowledge);
  const segmented = segment(cleaned, knowledge);
  const tagged = tag(segmented, knowledge);
  const resolved = resolve(tagged, knowledge);
  return relate(resolved, knowledge);
}
