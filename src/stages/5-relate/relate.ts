import type { Claim, Cooccurrence, Related, Resolved } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { relateClaims } from './claims/claims.js';
import { relateCooccurrences } from './cooccurrences.js';

/**
 * Says what the article claims and who appears with whom. The pairs of an article are counted when they are first asked for: a run over many
 * articles counts its own.
 */
export function relate(documents: readonly Resolved[], knowledge: Knowledge): readonly Related[] {
  const claims = relateClaims(documents, knowledge);
  return documents.map((document, i) => related(document, claims[i]));
}

function related(document: Resolved, claims: readonly Claim[]): Related {
  let cooccurrences: readonly Cooccurrence[] | undefined;
  return {
    ...document,
    claims,
    get cooccurrences() {
      cooccurrences ??= relateCooccurrences(document);
      return cooccurrences;
    },
    problems: [],
  };
}
