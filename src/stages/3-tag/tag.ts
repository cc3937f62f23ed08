import type { Segmented, Tagged } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { findFigures } from './numbers/figures.js';
import { findTimes } from './dates/times.js';
import { findNames } from './names/names.js';
import { findPronouns } from './names/pronouns.js';
import { findReferences } from './names/references.js';

/** Finds what can be seen in a sentence by itself: names, time expressions, figures, references, pronouns. Numbers yield to names and dates. */
export function tag(document: Segmented, knowledge: Knowledge): Tagged {
  const names = findNames(document, knowledge);
  const times = findTimes(document, knowledge, names);
  const { figures, clauses } = findFigures(document, knowledge, names, times);
  const references = findReferences(document, knowledge, names);
  const pronouns = findPronouns(document, names);
  return { ...document, names, times, figures, clauses, references, pronouns };
}
