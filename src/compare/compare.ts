import { align, COMPARED, type Comparable, type Pair } from './alignment.js';
import type { Cause, Cells, Change, RunTables } from './changes.js';

/**
 * What differs between two runs and why: each row that appeared, vanished or changed, with its cause. A row of an article whose
 * text changed is known again by its words, not by its offsets. Changes come table by table, in the order of the rows.
 */
export function compareRuns(before: RunTables, after: RunTables): readonly Change[] {
  const fates = fatesOf(before.tables['documents'] ?? [], after.tables['documents'] ?? []);
  const general = generalCause(before, after);
  // Entities and pairs change because mentions of them did: the first cause met stands for all.
  const entityCauses = new Map<string, Cause>();
  const claimCauses = new Map<string, Cause>();
  const changes: Change[] = [];
  for (const shape of COMPARED) {
    const moved = (row: Cells): boolean => fates.get(row['document_id'] ?? '') === 'text';
    const pairs = align(before.tables[shape.table] ?? [], after.tables[shape.table] ?? [], (row) => (moved(row) ? shape.content : shape.key));
    for (const pair of pairs) {
      const differences = differencesOf(shape, pair);
      if (differences.length === 0) continue;
      const cause = causeOf(shape, pair, { fates, general, entityCauses, claimCauses });
      for (const row of [pair.before, pair.after]) {
        if (row === null) continue;
        if (shape.table === 'mentions' && !entityCauses.has(row['entity_id'])) entityCauses.set(row['entity_id'], cause);
        if (shape.table === 'claims') claimCauses.set(row['claim_id'], cause);
      }
      changes.push(...differences.map((difference) => ({ ...difference, cause })));
    }
  }
  return changes;
}

type Fate = Extract<Cause, 'article added' | 'article removed' | 'text' | 'metadata'>;

/** What became of each article that is not the same in both runs. */
function fatesOf(before: readonly Cells[], after: readonly Cells[]): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { before: old, after: now } of align(before, after, () => ['document_id'])) {
    const id = (now ?? old)?.['document_id'] ?? '';
    if (old === null) fates.set(id, 'article added');
    else if (now === null) fates.set(id, 'article removed');
    else if (old['sha256'] !== now['sha256'] || old['characters'] !== now['characters']) fates.set(id, 'text');
    else if (['title', 'published', 'url'].some((column) => old[column] !== now[column])) fates.set(id, 'metadata');
  }
  return fates;
}

/** Why rows of unchanged articles may differ. */
function generalCause(before: RunTables, after: RunTables): Cause {
  if (before.version !== after.version) return 'rule';
  if (before.gazetteers !== after.gazetteers) return 'gazetteer';
  if (before.options !== after.options) return 'options';
  // What an override took away bears no reason of its own.
  return before.overrides === after.overrides ? 'rule' : 'override';
}

type Difference = Omit<Change, 'cause'>;

function differencesOf(shape: Comparable, { before, after }: Pair): readonly Difference[] {
  const row = (after ?? before) as Cells;
  const facts = {
    table: shape.table,
    document_id: row['document_id'] ?? '',
    row: shape.label
      .map((column) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .join(' · '),
    because: after?.['because'] || before?.['because'] || '',
  };
  if (before === null || after === null) return [{ ...facts, change: before === null ? 'appeared' : 'vanished', field: '', before: '', after: '' }];
  return shape.fields
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ ...facts, change: 'changed', field, before: before[field] ?? '', after: after[field] ?? '' }));
}

interface Known {
  readonly fates: ReadonlyMap<string, Fate>;
  readonly general: Cause;
  readonly entityCauses: ReadonlyMap<string, Cause>;
  readonly claimCauses: ReadonlyMap<string, Cause>;
}

function causeOf({ table }: Comparable, { before, after }: Pair, { fates, general, entityCauses, claimCauses }: Known): Cause {
  const row = (after ?? before) as Cells;
  const because = `${after?.['because'] ?? ''} ${before?.['because'] ?? ''}`;
  if (because.includes('override')) return 'override';
  if (table === 'entities') return entityCauses.get(row['entity_id']) ?? general;
  if (table === 'cooccurrences') return entityCauses.get(row['a_id']) ?? entityCauses.get(row['b_id']) ?? general;
  const fate = fates.get(row['document_id'] ?? '');
  if (fate !== undefined) return fate;
  if (table === 'ledger') return claimCauses.get(row['claim_id']) ?? 'other articles';
  // Both may have changed between two versions: a row that a gazetteer row made changed with it.
  return general === 'rule' && because.includes('alias ') && table === 'mentions' && before?.['because'] !== after?.['because']
    ? 'gazetteer'
    : general;
}
