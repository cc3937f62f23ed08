import type { Related, Resolved } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { relateClaims } from './claims/claims.js';
import { relateCooccurrences } from './cooccurrences.js';

/** Says what the article claims and who appears with whom. */
export function relate(document: Resolved, knowledge: Knowledge): Related {
  return { ...document, claims: relateClaims(document, knowledge), cooccurrences: relateCooccurrences(document), problems: [] };
}
