import type { Knowledge } from '../../knowledge/index.js';
import type { Head, IdentityRow, Override, OverrideOutcome, Problem, Reading } from '../../model/index.js';
import { byCodeUnits } from '../order.js';
import { apartOf, baseOf, type Apart } from './apart.js';
import { checkTargets, openBook } from './book.js';
import { overridden } from './names.js';

/** A person's overrides on their way through the tables, with a tally of what they did. */
export interface Overriding {
  readonly apart: Apart;
  /** Looks at the heads of all articles, sorted, with their ids over all articles; gives what makes each what the overrides want. */
  readonly begin: (heads: Iterable<Head>) => (reading: Reading) => Reading;
  /** The rows of who is who, under the ids that the overrides give. */
  readonly identities: (rows: Iterable<IdentityRow>) => Iterable<IdentityRow>;
  readonly outcomes: () => readonly OverrideOutcome[];
  /** A row for each override that fits nothing, or more than one thing. */
  readonly problems: () => readonly Problem[];
}

/** Makes ready to override; the rows act in their order, each on what the one before it left. */
export function openOverriding(overrides: readonly Override[], knowledge: Knowledge): Overriding {
  checkTargets(overrides, knowledge);
  const changed = new Map(overrides.map((override) => [override, 0]));
  const ambiguous = new Set<Override>();
  const naming = overrides.filter(({ action }) => action !== 'correct' && action !== 'never-merge');
  const byId = new Map<string, Override[]>();
  for (const override of naming) byId.set(override.id, [...(byId.get(override.id) ?? []), override]);
  const corrections = overrides.filter(({ action }) => action === 'correct');
  const order = new Map(overrides.map((override, i) => [override, i]));

  /** The rows that can act on an article: those of its entities, and of what these become. */
  function rowsFor({ entities, document }: Reading): readonly Override[] {
    const rows = new Set(corrections.filter(({ documents }) => documents.includes(document.document_id)));
    const ids = entities.map(({ entity_id }) => entity_id);
    for (let i = 0; i < ids.length; i++)
      for (const row of byId.get(ids[i]) ?? []) {
        if (rows.has(row)) continue;
        rows.add(row);
        ids.push(becoming(row));
      }
    return [...rows].sort((a, b) => (order.get(a) as number) - (order.get(b) as number));
  }

  return {
    apart: apartOf(overrides),
    begin(heads) {
      const book = openBook(overrides, heads, knowledge);
      noteApart(overrides, heads, changed);
      return (reading) => {
        const rows = rowsFor(reading);
        if (rows.length === 0) return reading;
        return overridden(reading, rows, book, (override, count, several) => {
          changed.set(override, (changed.get(override) ?? 0) + count);
          if (several) ambiguous.add(override);
        });
      };
    },
    identities: (rows) => identitiesUnder(naming, rows),
    outcomes: () => [...changed].map(([override, count]) => ({ override, changed: count })),
    problems: () => [...changed].filter(([, count]) => count === 0).map(([override]) => problemOf(override, ambiguous.has(override))),
  };
}

/** Id of what the entity of a row becomes. */
const becoming = ({ action, id, other, value }: Override): string =>
  action === 'retype' ? `${value}:~${id.slice(id.indexOf(':') + 1).replace(/^~/, '')}` : other || id;

/** never-merge is done when the entities it speaks of are there. */
function noteApart(overrides: readonly Override[], heads: Iterable<Head>, changed: Map<Override, number>): void {
  for (const override of overrides) {
    if (override.action !== 'never-merge') continue;
    const wanted = [override.id, override.other || override.id].map(baseOf);
    const [a, b]: [string[], string[]] = [[], []];
    for (const { document, profiles } of heads)
      for (const { entity_id } of profiles) {
        if (entity_id === wanted[0]) a.push(document.document_id);
        if (entity_id === wanted[1]) b.push(document.document_id);
      }
    const enough = override.documents.length > 0 ? override.documents.filter((id) => a.includes(id) || b.includes(id)).length > 1 : true;
    if (enough && a.length > 0 && b.length > 0) changed.set(override, 1);
  }
}

function identitiesUnder(naming: readonly Override[], rows: Iterable<IdentityRow>): Iterable<IdentityRow> {
  const whole = naming.filter(({ action, documents, quote }) => action !== 'split' && action !== 'rename' && documents.length === 0 && quote === '');
  if (whole.length === 0) return rows;
  // What becomes a listed entity, or nothing, is no longer one that no gazetteer lists.
  const gone = new Set(whole.filter((row) => row.action === 'drop' || !becoming(row).includes(':~')).map(({ id }) => id));
  const idOf = (id: string): string =>
    whole.filter(({ action }) => action !== 'drop').reduce((one, row) => (row.id === one ? becoming(row) : one), id);
  const merged = new Map<string, IdentityRow>();
  for (const row of rows) {
    if (gone.has(row.entity_id)) continue;
    const id = idOf(row.entity_id);
    const known = merged.get(id);
    const apart_from = row.apart_from.filter((one) => !gone.has(one)).map(idOf);
    if (id === row.entity_id && !known) merged.set(id, { ...row, apart_from: apart_from.filter((one) => one !== id) });
    else merged.set(id, joined(id, { ...row, apart_from }, known));
  }
  return [...merged.values()];
}

function joined(id: string, row: IdentityRow, known: IdentityRow | undefined): IdentityRow {
  const union = (a: readonly string[], b: readonly string[] = []): readonly string[] => [...new Set([...a, ...b])].sort(byCodeUnits);
  const documents = union(row.document_ids, known?.document_ids);
  return {
    ...row,
    entity_id: id,
    type: id.slice(0, id.indexOf(':')) as IdentityRow['type'],
    name: known?.name ?? row.name,
    outcome: documents.length > 1 ? 'joined' : 'apart',
    found_as: union(row.found_as, known?.found_as),
    documents: documents.length,
    document_ids: documents,
    because: `override of ${row.entity_id}; ${known?.because ?? row.because}`,
    apart_from: union(row.apart_from, known?.apart_from).filter((one) => one !== id),
  };
}

function problemOf({ action, id, other, field, documents, quote, path, line }: Override, several: boolean): Problem {
  const what = [action, id, other, field].filter(Boolean).join(' ');
  const where = documents.length > 0 ? ` in ${documents.join(', ')}` : '';
  const words = quote === '' ? '' : ` with the words "${quote}"`;
  const message = several
    ? `Line ${line} of ${path} (${what}) fits more than one number${where}${words}; quote more of the sentence, with the number in [ ].`
    : `Line ${line} of ${path} (${what}) fits nothing any more: nothing${where} has the id${words}; correct the row by mentions.csv or claims.csv, or delete it.`;
  return { document_id: null, path, line, code: several ? 'override-ambiguous' : 'override-unmatched', message };
}
