import type { Column } from '../columns.js';

/**
 * The values of one column: the same in every row (`all`), places in a list of the different ones (`of`, `at`), or one by one (`each`).
 */
export type PackedColumn =
  | { readonly all: unknown }
  | { readonly of: readonly unknown[]; readonly at: readonly number[] }
  | { readonly each: readonly unknown[] };

export interface PackedTable {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Rows as columns in which no text stands twice. The columns named in `without` stay out. */
export function packed(columns: readonly Column[], rows: readonly object[], without: ReadonlySet<string> = new Set()): PackedTable {
  const kept = columns.filter(({ name }) => !without.has(name));
  const valuesOf = (name: string): readonly unknown[] => rows.map((row) => (row as Readonly<Record<string, unknown>>)[name] ?? null);
  return { rows: rows.length, columns: Object.fromEntries(kept.map(({ name }) => [name, packedColumn(valuesOf(name))])) };
}

function packedColumn(values: readonly unknown[]): PackedColumn {
  if (values.every((value) => typeof value === 'number')) return { each: values };
  const places = new Map<string, number>();
  const of: unknown[] = [];
  const at = values.map((value) => {
    const key = JSON.stringify(value);
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = of.length));
      of.push(value);
    }
    return place;
  });
  if (of.length === 1) return { all: of[0] };
  return of.length > values.length * 0.9 ? { each: values } : { of, at };
}

const ESCAPED: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** Data inside a page: never run, and no sign of it can end the element or open another. `id` is a plain word. */
export const island = (id: string, data: unknown): string => islandOf(id, JSON.stringify(data));

/** The same for data that is JSON already. */
export const islandOf = (id: string, json: string): string =>
  `<script type="application/json" id="${id}">${json.replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPED[sign])}</script>\n`;
