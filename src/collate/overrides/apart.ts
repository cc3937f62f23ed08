import type { Override } from '../../model/index.js';

/** An unlisted entity as one article has it. */
export interface Sighted {
  readonly entity_id: string;
  readonly document: string;
}

/** Says of two unlisted entities of two articles that a person wants them apart; the override that says so, else null. */
export interface Apart {
  /** Ids of which anything is said; all others need not be asked for. */
  readonly ids: ReadonlySet<string>;
  readonly between: (a: Sighted, b: Sighted) => Override | null;
}

/** The id without what tells its bearer from others of the name: `person:~ali-khan` of `person:~ali-khan~pk`. */
export const baseOf = (id: string): string => /^[^~]*~[^~]+/.exec(id)?.[0] ?? id;

export function apartOf(overrides: readonly Override[]): Apart {
  const rows = overrides.filter(({ action }) => action === 'never-merge').map((row) => ({ row, a: baseOf(row.id), b: baseOf(row.other || row.id) }));
  return {
    ids: new Set(rows.flatMap(({ a, b }) => [a, b])),
    between(one, two) {
      const found = rows.find(({ row, a, b }) => {
        const both = (one.entity_id === a && two.entity_id === b) || (one.entity_id === b && two.entity_id === a);
        if (!both) return false;
        return row.documents.length === 0 ? a !== b : row.documents.includes(one.document) && row.documents.includes(two.document);
      });
      return found?.row ?? null;
    },
  };
}
