import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../model/index.js';
import { problem } from './problems.js';
import { withoutEnding } from './readers/kinds.js';

/** What articles.csv tells of an article. */
export interface Metadata {
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** The row, for messages. */
  readonly row: { readonly path: string; readonly line: number; readonly name: string };
}

/** Rows of a metadata file, found by the article's id or by its file. */
export interface MetadataTable {
  readonly byName: ReadonlyMap<string, Metadata>;
  readonly problems: readonly Problem[];
}

const NONE: MetadataTable = { byName: new Map(), problems: [] };

/** Reads articles.csv (columns id or file, and any of title, published, url, author, publisher); no such file is an empty table, or a problem when it is `needed`. */
export async function readMetadata(file: string, name: string, needed = false): Promise<MetadataTable> {
  if (!isFile(file)) return needed ? { ...NONE, problems: [problem('no-such-path', { path: name }, file)] } : NONE;
  return metadataOf(readFileSync(file, 'utf8'), name);
}

/** The rows of a metadata file that was read already. */
export async function metadataOf(text: string, name: string): Promise<MetadataTable> {
  const { readCsv } = await import('./csv-parse.js');
  const byName = new Map<string, Metadata>();
  const problems: Problem[] = [];
  try {
    for (const { line, cells } of readCsv(name, text)) {
      const given = cells['published']?.trim() || null;
      const published = given === null ? null : isoPrefix(given);
      if (given !== null && published === null) problems.push(problem('bad-date', { path: name, line }, `Line ${line} of ${name}`, given));
      const cell = (column: string): string | null => cells[column]?.trim() || null;
      const key = withoutEnding(cell('file') ?? cell('id') ?? '').replaceAll('\\', '/');
      const row = { path: name, line, name: key };
      const metadata = { title: cell('title'), published, url: cell('url'), author: cell('author'), publisher: cell('publisher'), row };
      for (const called of [key, cell('id')]) if (called && !byName.has(called)) byName.set(called, metadata);
    }
  } catch (error) {
    problems.push(problem('broken-metadata', { path: name }, name, (error as Error).message.replace(/;.*$/s, '')));
  }
  return { byName, problems };
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A path through a file is no file.
    return false;
  }
}

/** A date as an ISO prefix (year, month or day); the time of day is cut off. Null when it is no date of the calendar. */
export function isoPrefix(date: string): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(date.trim());
  if (!match) return null;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())) return null;
  return [year, month, day].filter((part) => part !== undefined).join('-');
}
