import type { Table } from './columns.js';
import { dataPackage } from './datapackage.js';
import { dataDictionary } from './dictionary.js';
import type { Found, OutputFile, WriteOptions, WrittenFile } from './format.js';
import { FORMATS } from './formats.js';
import { text } from './formats/text.js';
import { TABLES } from './tables.js';

/** Names of the formats a run writes when it is not told otherwise. */
export const USUAL_FORMATS: readonly string[] = ['csv', 'json'];

/** Every name that a run may give to a file or folder of its output folder. */
export const OUTPUT_NAMES: ReadonlySet<string> = new Set([...FORMATS.flatMap(({ names }) => names), 'README.md', 'datapackage.json', 'run.json']);

/** Whether one of the formats shows the articles themselves. */
export const needTexts = (formats: readonly string[]): boolean => FORMATS.some(({ name, needsTexts }) => needsTexts && formats.includes(name));

/**
 * The files of every wanted format, the texts that stand in no file of their own, and the data dictionary. Unknown format names
 * are left out.
 */
export function write(found: Found, formats: readonly string[], options: WriteOptions): OutputFile[] {
  const files = FORMATS.filter(({ name }) => formats.includes(name)).flatMap((format) => format.files(found, options));
  if (!formats.includes(text.name)) files.push(...text.files({ ...found, texts: extracted(found) }, options));
  return [...files, document('README.md', 'markdown', 'text/markdown', 'Data dictionary', dataDictionary(tableList()))];
}

function extracted({ findings, texts }: Found): Found['texts'] {
  const wanted = new Set(findings.documents.flatMap(({ document_id, text_path }) => (text_path === null ? [] : [document_id])));
  return wanted.size === 0 ? [] : texts.filter(({ document_id }) => wanted.has(document_id));
}

/** The descriptor that names the files written before it. */
export const describe = (files: readonly WrittenFile[], version: string, options: WriteOptions): OutputFile =>
  document('datapackage.json', 'json', 'application/json', 'Descriptor', dataPackage(tableList(), files, version, options));

/** A file of its own that belongs to no format. */
export const document = (path: string, format: string, mediatype: string, title: string, text: string): OutputFile => ({
  path,
  format,
  mediatype,
  title,
  table: null,
  pieces: [text],
});

/** The tables, each forgetting what its rows are. */
export const tableList = (): readonly Table<object>[] => Object.values(TABLES) as unknown as readonly Table<object>[];
