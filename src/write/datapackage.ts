import type { Column, ColumnType, Table } from './columns.js';
import type { WriteOptions, WrittenFile } from './format.js';

const FIELD_TYPE: Readonly<Record<ColumnType, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  // An ISO prefix may stop at the year or the month, which the type `date` of the standard does not allow.
  date: { type: 'string' },
  names: { type: 'list', delimiter: ' | ', itemType: 'string' },
  ids: { type: 'list', delimiter: ' ', itemType: 'string' },
};

/**
 * The descriptor of a run's files (Data Package 2.0): every CSV with types, constraints, keys and foreign keys, every file
 * with its size and hash. Holds no clock, so the same run gives the same bytes.
 */
export function dataPackage(tables: readonly Table<object>[], files: readonly WrittenFile[], version: string, options: WriteOptions): string {
  const shapes = new Map(tables.map((table) => [table.name, table]));
  const tabular = new Set(files.flatMap(({ format, table }) => (format === 'csv' && table !== null ? [table as string] : [])));
  const resources = files.flatMap(({ path, format, mediatype, title, table, bytes, sha256 }): object[] => {
    const shape = table === null ? null : (shapes.get(table) ?? null);
    if (path === 'README.md') return [];
    const facts = { path, format, mediatype, bytes, hash: `sha256:${sha256}` };
    if (shape === null) return [{ name: resourceName(path), title, ...facts }];
    if (format !== 'csv')
      return [{ name: `${table}-${format}`, title, description: shape.description, ...facts, ...(format === 'json' ? UTF8 : {}) }];
    const dialect = { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: options.excel ? '\r\n' : '\n' };
    return [{ name: table, title, description: shape.description, type: 'table', ...facts, ...UTF8, dialect, schema: schema(shape, tabular) }];
  });
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'sitrep',
    title: 'Who, with whom, where and how many',
    version,
    resources,
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

const UTF8 = { encoding: 'utf-8' };

/** A name as the standard wants it: lower case, digits, and `.`, `_`, `-`. */
const resourceName = (path: string): string => path.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');

function schema(table: Table<object>, tabular: ReadonlySet<string>) {
  const foreignKeys = (table.columns as readonly Column[]).flatMap(({ name, refers }) => {
    if (!refers || !tabular.has(refers[0])) return [];
    // The standard names a table within itself by an empty string.
    return [{ fields: [name], reference: { resource: refers[0] === table.name ? '' : refers[0], fields: [refers[1]] } }];
  });
  return {
    fields: (table.columns as readonly Column[]).map(field),
    missingValues: [''],
    ...(table.key.length > 0 ? { primaryKey: table.key } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function field({ name, type, description, required, minimum, maximum, enum: values }: Column) {
  const constraints = {
    ...(required ? { required } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(values ? { enum: values } : {}),
    ...(type === 'date' ? { pattern: ISO_PREFIX } : {}),
  };
  return { name, ...FIELD_TYPE[type], description, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}

const ISO_PREFIX = '-?\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?';
