import type { Segmented, Tagged } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { findFigures } from './numbers/figures.js';
import { findTimes } from './dates/times.js';
import { findNames } from './names/names.js';
import { findPronouns } from './names/pronouns.js';
import { findReferences } from './names/references.js';

/**
 * Finds what can be seen in a sentence by itself: names, time expressions, figures, references, pronouns. Numbers yield to names and dates.
 * Each room goes through all documents before the next begins (see pipeline.ts).
 */
export function tag(documents: readonly Segmented[], knowledge: Knowledge): readonly Tagged[] {
  const names = findNames(documents, knowledge);
  const times = documents.map((document, i) => findTimes(document, knowledge, names[i]));
  const figures = findFigures(documents, knowledge, names, times);
  return documents.map((document, i) => ({
    ...document,
    names: names[i],
    times: times[i],
    ...figures[i],
    references: findReferences(document, knowledge, names[i]),
    pronouns: findPronouns(document, names[i]),
  }));
}
