import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BASELINE_COLUMNS, type BaselineRow, type Floor, type Gold, type GoldSlots, type Layer, readGold } from '../evaluate/index.js';
import type { Problem, Source } from '../model/index.js';
import { csvLines } from '../write/csv-stringify.js';
import { readCsv } from './csv-parse.js';
import { decode } from './decode.js';
import { reason } from './list.js';
import { readMetadata } from './metadata.js';
import { problem } from './problems.js';

/** A marked article with the source it is analysed from. */
export interface GoldArticle {
  readonly gold: Gold;
  readonly source: Source;
}

/**
 * The marked articles of the paths, sorted by id: a path is a marked file, a folder of them, or a folder that holds such a
 * folder named `gold`. Titles and dates come from the articles.csv in the folder or beside it. What cannot be read is a problem.
 */
export async function readGoldArticles(
  paths: readonly string[],
): Promise<{ readonly articles: readonly GoldArticle[]; readonly problems: readonly Problem[] }> {
  const articles = new Map<string, GoldArticle>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      for (const file of markedFiles(path)) {
        const id = basename(file, '.txt');
        try {
          const gold = readGold(id, textOf(file), readSlots(join(dirname(file), `${id}.claims.csv`)));
          articles.set(id, { gold, source: { id, text: gold.text, ...(await metadataOf(file, id)), path: null, sha256: null } });
        } catch (error) {
          problems.push(problem('broken-gold', { document_id: id, path: file }, file, (error as Error).message));
        }
      }
    } catch (error) {
      problems.push(problem('unreadable-file', { path }, path, reason(error)));
    }
  }
  return { articles: [...articles.values()].sort((a, b) => (a.gold.id < b.gold.id ? -1 : 1)), problems };
}

function markedFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const inside = readdirSync(path);
  const folder = inside.includes('gold') && statSync(join(path, 'gold')).isDirectory() ? join(path, 'gold') : path;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name));
}

function textOf(file: string): string {
  const decoded = decode(readFileSync(file));
  if ('binary' in decoded) throw new Error(`it is no text: ${decoded.binary}`);
  return decoded.text;
}

/** Rows of a claims file by claim; an empty map when there is no such file. */
function readSlots(file: string): ReadonlyMap<string, GoldSlots> {
  if (!statSync(file, { throwIfNoEntry: false })) return new Map();
  const rows = readCsv(basename(file), textOf(file));
  return new Map(
    rows.map(({ cells }) => [
      cells['claim'] ?? '',
      Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell === '' ? null : cell])),
    ]),
  );
}

async function metadataOf(file: string, id: string): Promise<Pick<Source, 'title' | 'published' | 'url'>> {
  const own = dirname(file);
  for (const folder of [own, dirname(own)]) {
    const { byName } = await readMetadata(join(folder, 'articles.csv'), 'articles.csv');
    const found = byName.get(id);
    if (found) return { title: found.title, published: found.published, url: found.url };
  }
  return { title: null, published: null, url: null };
}

/** Reads a baseline file that `writeBaseline` wrote. */
export function readBaseline(file: string): BaselineRow[] {
  return readCsv(file, readFileSync(file, 'utf8')).map(({ cells }) => ({
    document: cells['document'],
    layer: cells['layer'] as Layer,
    start: Number(cells['start']),
    end: Number(cells['end']),
    text: cells['text'],
    wrong: (cells['wrong'] ?? '').split(' ').filter(Boolean),
  }));
}

/** Writes a baseline file: one row an item, right or wrong. */
export function writeBaseline(file: string, rows: readonly BaselineRow[]): void {
  writeFileSync(
    file,
    csvLines(
      [[...BASELINE_COLUMNS], ...rows.map((row) => BASELINE_COLUMNS.map((name) => (name === 'wrong' ? row.wrong.join(' ') : row[name])))],
      '\n',
    ),
  );
}

/** Reads a floors file: columns set, measure, floor (percent). */
export const readFloors = (file: string): Floor[] =>
  readCsv(file, readFileSync(file, 'utf8')).map(({ cells }) => ({ set: cells['set'], measure: cells['measure'], floor: Number(cells['floor']) }));
