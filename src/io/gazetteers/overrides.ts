import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { GazetteerError, type Cells } from '../../knowledge/index.js';
import type { Override, OverrideAction } from '../../model/index.js';
import { nearest } from '../../text/index.js';
import { TABLES, type Column } from '../../write/index.js';
import { isoPrefix } from '../metadata.js';

/** Name of the file, in a folder of articles or of gazetteers. */
export const OVERRIDES = 'overrides.csv';

const COLUMNS = ['action', 'id', 'other', 'field', 'value', 'document', 'quote', 'note'] as const;
/** The cells that an action needs, and those that it may have beside them. */
const CELLS: Readonly<Record<OverrideAction, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  merge: { needs: ['id', 'other'], may: ['value', 'document'] },
  split: { needs: ['id', 'other'], may: ['value', 'document', 'quote'] },
  rename: { needs: ['id', 'value'], may: [] },
  retype: { needs: ['id', 'value'], may: ['document', 'quote'] },
  drop: { needs: ['id'], may: ['document', 'quote'] },
  'never-merge': { needs: ['id'], may: ['other', 'document'] },
  correct: { needs: ['field', 'document'], may: ['id', 'value', 'quote'] },
};
const ACTIONS = Object.keys(CELLS) as readonly OverrideAction[];
const TYPES = ['group', 'person', 'place'];
/** Columns of a claim that say where it stands; its words are a fact, not a finding. */
const FIXED: ReadonlySet<string> = new Set(['claim_id', 'document_id', 'sentence', 'start', 'end', 'text', 'because', 'sentence_text', 'page']);
const CORRECTABLE: readonly Column[] = (TABLES.claims.columns as readonly Column[]).filter(({ name }) => !FIXED.has(name));

/**
 * The overrides of a run in the order in which they act: those of the gazetteer folder, then those beside the articles, or of
 * `file` instead of both. A row that cannot be used is a GazetteerError that names file, row and remedy.
 */
export async function readOverrides(paths: readonly string[], gazetteers: string, file: string | null = null): Promise<readonly Override[]> {
  const files = file === null ? overrideFiles(paths, gazetteers) : [{ path: file, name: basename(file) }];
  if (file !== null && !existsSync(file)) throw new GazetteerError(`There is no file ${file}; correct the path behind --overrides.`);
  if (files.length === 0) return [];
  const { readCsv } = await import('../csv-parse.js');
  return files.flatMap(({ path, name }) => {
    const rows = readCsv(name, readFileSync(path, 'utf8'));
    if (rows.length > 0) checkColumns(name, Object.keys(rows[0].cells));
    return rows.map(({ line, cells }) => overrideOf(name, line, cells));
  });
}

function overrideFiles(paths: readonly string[], gazetteers: string) {
  const folders = paths.map((path) => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)));
  const own = [...new Set(folders.map((folder) => resolve(folder)))].sort();
  const all = [{ folder: resolve(gazetteers), name: `gazetteers/${OVERRIDES}` }];
  for (const folder of own) if (folder !== all[0].folder) all.push({ folder, name: own.length > 1 ? `${basename(folder)}/${OVERRIDES}` : OVERRIDES });
  return all.map(({ folder, name }) => ({ path: join(folder, OVERRIDES), name })).filter(({ path }) => existsSync(path));
}

function checkColumns(name: string, columns: readonly string[]): void {
  const unknown = columns.find((column) => !COLUMNS.some((one) => one === column));
  if (unknown !== undefined)
    throw new GazetteerError(`${name}, line 1: there is no column "${unknown}"; ${meaning(unknown, COLUMNS)}; the columns are ${COLUMNS.join(',')}.`);
  if (!columns.includes('action')) throw new GazetteerError(`${name}, line 1: the column "action" is missing; the columns are ${COLUMNS.join(',')}.`);
}

const meaning = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near === null ? 'correct the word' : `did you mean "${near}"?`;
};

function overrideOf(path: string, line: number, cells: Cells): Override {
  const cell = (name: string): string => (cells[name] ?? '').trim();
  const fail = (what: string): never => {
    throw new GazetteerError(`${path}, line ${line}: ${what}`);
  };
  const action = ACTIONS.find((one) => one === cell('action')) ?? fail(`"${cell('action')}" is no action; write one of ${ACTIONS.join(', ')}.`);
  const { needs, may } = CELLS[action];
  const missing = needs.filter((name) => cell(name) === '');
  if (missing.length > 0) fail(`${action} needs the column ${missing.join(' and ')}; fill the cell.`);
  const foreign = COLUMNS.find((name) => !['action', 'note', ...needs, ...may].includes(name) && cell(name) !== '');
  if (foreign !== undefined) fail(`${action} has no use for the column ${foreign}; empty the cell.`);
  for (const name of action === 'correct' ? [] : (['id', 'other'] as const))
    if (cell(name) !== '' && !/^(group|person|place):\S+$/.test(cell(name)))
      fail(`"${cell(name)}" in the column ${name} is no id; write an entity_id of entities.csv, such as person:~qari-zakir.`);
  if (cell('id') !== '' && cell('id') === cell('other')) fail(`id and other are the same; name two entities.`);
  const documents = cell('document').split(/\s+/).filter(Boolean);
  if (action === 'split' && documents.length === 0 && cell('quote') === '')
    fail('split needs the column document or quote, to say which mentions it takes; to take all, write merge.');
  if (action === 'never-merge' && documents.length < 2 && base(cell('other') || cell('id')) === base(cell('id')))
    fail('never-merge of one name needs two or more articles in the column document, with a blank between them.');
  if (action === 'never-merge' && documents.length === 1) fail('never-merge needs two or more articles in the column document, or none.');
  if (action === 'correct' && cell('id') === '' && cell('quote') === '')
    fail('correct needs the words of the number in the column quote, or its claim_id in the column id.');
  if (action === 'retype' && !TYPES.includes(cell('value'))) fail(`"${cell('value')}" is no type; write one of ${TYPES.join(', ')}.`);
  const value = action === 'correct' ? cellValue(cell('field'), cell('value'), fail) : cell('value');
  return { action, id: cell('id'), other: cell('other'), field: cell('field'), value, documents, quote: cell('quote'), path, line };
}

const base = (id: string): string => /^[^~]*~[^~]+/.exec(id)?.[0] ?? id;

function cellValue(field: string, text: string, fail: (what: string) => never): Override['value'] {
  const names = CORRECTABLE.map(({ name }) => name);
  const column =
    CORRECTABLE.find(({ name }) => name === field) ??
    fail(`claims have no column "${field}" to correct; ${meaning(field, names)} (${names.join(', ')})`);
  if (column.type === 'ids' || column.type === 'names')
    return text
      .split(column.type === 'ids' ? /\s+/ : '|')
      .map((one) => one.trim())
      .filter(Boolean);
  if (text === '') return column.required ? fail(`the column ${field} of a claim is never empty; write a value.`) : null;
  if (column.enum && !column.enum.includes(text)) fail(`"${text}" cannot stand in ${field}; write one of ${column.enum.join(', ')}.`);
  if (column.type === 'integer' || column.type === 'number') {
    const number = Number(text);
    return Number.isFinite(number)
      ? number
      : fail(`"${text}" is no number, as ${field} wants it; write digits with a decimal point, like 1200 or 0.5.`);
  }
  if (column.type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : fail(`${field} is true or false, not "${text}".`);
  if (column.type === 'date' && isoPrefix(text) !== text) fail(`"${text}" is no date, as ${field} wants it; write 2023-11-20, or 2023-11, or 2023.`);
  return text;
}
