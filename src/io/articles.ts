import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem, Source } from '../model/index.js';
import { decode } from './decode.js';
import { readJsonLine } from './json-line.js';
import { linesOf } from './lines.js';
import { reason, type InputFile, type Listing } from './list.js';
import { readMetadata, type Metadata, type MetadataTable } from './metadata.js';
import { inParallel } from './p-limit.js';
import { LARGEST, problem } from './problems.js';

/** An article that could be read, with what was noticed on the way. */
export interface Article {
  readonly source: Source;
  readonly problems: readonly Problem[];
}

/** Articles read together, and the problems of those that could not be read. */
export interface Armful {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

const MOST_OPEN = 32;
/** Bytes held at once, unless one file has more. */
const ARMFUL = 8_000_000;
const SMALLEST_FILE = 4_000;

/**
 * Reads listed articles in their order, some megabytes at a time. An id that was taken already gets a number behind it. The
 * last armful holds the problems of the metadata.
 */
export async function* readArticles(listing: Listing, metadataFile?: string): AsyncGenerator<Armful> {
  const library = openLibrary(metadataFile);
  const taken = new Set<string>();
  for (const group of groups(listing.files)) {
    if (group[0].kind === 'ndjson') {
      for await (const armful of readNdjson(group[0])) yield unique(armful, taken);
      continue;
    }
    const read = await inParallel(
      MOST_OPEN,
      group.map((file) => () => readText(file, library)),
    );
    yield unique({ articles: read.flatMap(({ articles }) => articles), problems: read.flatMap(({ problems }) => problems) }, taken);
  }
  yield { articles: [], problems: await library.problems() };
}

/** Text files together up to some megabytes; an NDJSON file, which is read line by line, alone. */
function groups(files: readonly InputFile[]): InputFile[][] {
  const found: InputFile[][] = [];
  let bytes = ARMFUL;
  for (const file of files) {
    const last = found.at(-1);
    if (file.kind === 'ndjson' || bytes >= ARMFUL || !last) {
      found.push([file]);
      bytes = file.kind === 'ndjson' ? ARMFUL : 0;
    } else last.push(file);
    bytes += Math.max(SMALLEST_FILE, Math.min(file.bytes, LARGEST));
  }
  return found;
}

async function readText(input: InputFile, library: Library): Promise<Armful> {
  const { path, file } = input;
  const fail = (row: Problem): Armful => ({ articles: [], problems: [row] });
  const tooLarge = (bytes: number): Armful => fail(problem('file-too-large', { path }, path, String(Math.ceil(bytes / 1e6))));
  if (input.bytes > LARGEST) return tooLarge(input.bytes);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return fail(problem('unreadable-file', { path }, path, reason(error)));
  }
  if (bytes.length > LARGEST) return tooLarge(bytes.length);
  const decoded = decode(bytes);
  if ('binary' in decoded) return fail(problem('binary-file', { path }, path, decoded.binary));
  if (decoded.text.trim() === '') return fail(problem('empty-file', { path }, path));
  const id = path.replace(/\.[^./]+$/, '') || path;
  const { title = null, published = null, url = null } = (await library.find(input)) ?? {};
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const problems = decoded.guessed ? [problem('not-utf8', { document_id: id, path }, path)] : [];
  return { articles: [{ source: { id, text: decoded.text, title, published, url, path, sha256 }, problems }], problems: [] };
}

async function* readNdjson({ file, path }: InputFile): AsyncGenerator<Armful> {
  let articles: Article[] = [];
  let problems: Problem[] = [];
  let bytes = 0;
  let lines = 0;
  try {
    for await (const line of linesOf(createReadStream(file, { highWaterMark: 1 << 18 }))) {
      lines++;
      const { source, problems: noted } = readJsonLine(line, path);
      if (source !== null && source.text.trim() !== '') articles.push({ source, problems: noted });
      else if (source !== null) problems.push(...noted, problem('empty-text', { path, line: line.number }, `Line ${line.number} of ${path}`));
      else problems.push(...noted);
      bytes += line.bytes?.length ?? 0;
      if (bytes < ARMFUL) continue;
      yield { articles, problems };
      [articles, problems, bytes] = [[], [], 0];
    }
  } catch (error) {
    problems.push(problem('unreadable-file', { path }, path, reason(error)));
    lines++;
  }
  if (lines === 0) problems.push(problem('empty-file', { path }, path));
  yield { articles, problems };
}

/** Gives an id that was taken already the first free number behind it, and says so. */
function unique({ articles, problems }: Armful, taken: Set<string>): Armful {
  const renamed = articles.map((article) => {
    const { id, path } = article.source;
    let free = id;
    for (let n = 2; taken.has(free); n++) free = `${id}~${n}`;
    taken.add(free);
    if (free === id) return article;
    const noted = article.problems.map((row) => ({ ...row, document_id: free }));
    return {
      source: { ...article.source, id: free },
      problems: [...noted, problem('duplicate-id', { document_id: free, path }, path ?? id, id, free)],
    };
  });
  return { articles: renamed, problems };
}

/** The metadata files of all input folders, each read once. */
interface Library {
  readonly find: (input: InputFile) => Promise<Metadata | null>;
  readonly problems: () => Promise<readonly Problem[]>;
}

/**
 * Looks an article up in `given`, or else in the articles.csv of its folder and of each folder above it up to the input
 * folder, and last in the file beside the input folder that has the folder's name (corpus/articles and corpus/articles.csv).
 */
function openLibrary(given?: string): Library {
  const tables = new Map<string, Promise<MetadataTable>>();
  const used = new Set<Metadata>();
  const table = (file: string): Promise<MetadataTable> => {
    let known = tables.get(file);
    if (!known) tables.set(file, (known = readMetadata(file, basename(file), file === given)));
    return known;
  };
  const take = (metadata: Metadata | undefined): Metadata | null => {
    if (metadata) used.add(metadata);
    return metadata ?? null;
  };
  return {
    async find({ file, path, root }) {
      const id = path.replace(/\.[^./]+$/, '');
      const names = id.split('/');
      if (given !== undefined) {
        const { byName } = await table(given);
        return take(byName.get(id) ?? byName.get(names.at(-1) as string) ?? byName.get(`${basename(root)}/${id}`));
      }
      let folder = dirname(file);
      for (let depth = names.length - 1; depth >= 0; depth--, folder = dirname(folder)) {
        const found = (await table(join(folder, 'articles.csv'))).byName.get(names.slice(depth).join('/'));
        if (found) return take(found);
      }
      if (root === file) return null;
      const { byName } = await table(`${resolve(root)}.csv`);
      return take(byName.get(id) ?? byName.get(`${basename(root)}/${id}`));
    },
    async problems() {
      const rows: Problem[] = [];
      for (const loaded of tables.values()) {
        const { byName, problems } = await loaded;
        rows.push(...problems);
        const unused = new Set([...byName.values()].filter((metadata) => !used.has(metadata)));
        for (const { row } of unused)
          rows.push(problem('metadata-without-article', { path: row.path, line: row.line }, `Line ${row.line} of ${row.path}`, row.name));
      }
      return rows;
    },
  };
}
