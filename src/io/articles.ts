import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openDigests, type Digests } from '../text/index.js';
import { ARMFUL, NO_INPUT_OPTIONS, type Armful, type Circle, type InputOptions } from './armful.js';
import { openLibrary } from './library.js';
import { reason, type InputFile, type Listing } from './list.js';
import { inParallel } from './p-limit.js';
import { LARGEST, problem } from './problems.js';
import { readDocument } from './readers/document.js';
import { isCompressed, isDocument } from './readers/kinds.js';
import { readerOfMany } from './readers/many.js';

const MOST_OPEN = 32;
const SMALLEST_FILE = 4_000;

/**
 * Reads listed articles in their order, some megabytes at a time. An id that was taken already gets a number behind it. The
 * last armful holds the problems of the metadata.
 */
export async function* readArticles(listing: Listing, options: InputOptions = NO_INPUT_OPTIONS): AsyncGenerator<Armful> {
  const circle = { library: openLibrary(options.articles), options };
  const taken = openDigests();
  for (const group of groups(listing.files)) {
    if (isDocument(group[0].kind)) {
      const read = await inParallel(
        MOST_OPEN,
        group.map((file) => () => readFileOfOne(file, circle)),
      );
      yield unique({ articles: read.flatMap(({ articles }) => articles), problems: read.flatMap(({ problems }) => problems) }, taken);
    } else for await (const armful of readFileOfMany(group[0], circle)) yield unique(armful, taken);
  }
  yield { articles: [], problems: await circle.library.problems() };
}

/** Files of one article together up to some megabytes; a file of many, which is read as a stream, alone. */
function* groups(files: Iterable<InputFile>): Generator<readonly InputFile[]> {
  let group: InputFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const alone = !isDocument(file.kind);
    if (group.length > 0 && (alone || bytes >= ARMFUL)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    if (alone) yield [file];
    else {
      group.push(file);
      bytes += Math.max(SMALLEST_FILE, Math.min(file.bytes, LARGEST));
    }
  }
  if (group.length > 0) yield group;
}

async function readFileOfOne(input: InputFile, circle: Circle): Promise<Armful> {
  const { path, file, kind } = input;
  const fail = (row: Armful['problems'][number]): Armful => ({ articles: [], problems: [row] });
  const tooLarge = (bytes: number): Armful => fail(problem('file-too-large', { path }, path, String(Math.ceil(bytes / 1e6))));
  if (input.bytes > LARGEST) return tooLarge(input.bytes);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return fail(problem('unreadable-file', { path }, path, reason(error)));
  }
  return bytes.length > LARGEST || !isDocument(kind) ? tooLarge(bytes.length) : readDocument(input, bytes, kind, circle);
}

async function* readFileOfMany(input: InputFile, circle: Circle): AsyncGenerator<Armful> {
  const { path, file, kind } = input;
  if (kind === 'stdin') yield* (await import('./readers/stdin.js')).readStdin(input, process.stdin, circle);
  else if (kind === 'ndjson' || kind === 'csv') yield* (await readerOfMany(kind))({ ...input, chunks: () => bytesOf(file) }, circle);
  else {
    try {
      yield* (await import('./readers/zip.js')).readZip(input, circle);
    } catch (error) {
      yield { articles: [], problems: [problem('unreadable-file', { path }, path, reason(error))] };
    }
  }
}

/** The bytes of a file as they are asked for; those of a compressed one unpacked. */
function bytesOf(file: string): Readable {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  // Errors of either end reach whoever reads.
  return isCompressed(file) ? pipeline(stream, createGunzip(), () => {}) : stream;
}

/** Gives an id that was taken already the first free number behind it, and says so. */
function unique({ articles, problems }: Armful, taken: Digests): Armful {
  const renamed = articles.map((article) => {
    const { id, path } = article.source;
    let free = id;
    for (let n = 2; !taken.add(free); n++) free = `${id}~${n}`;
    if (free === id) return article;
    const noted = article.problems.map((row) => ({ ...row, document_id: free }));
    return {
      source: { ...article.source, id: free },
      problems: [...noted, problem('duplicate-id', { document_id: free, path }, path ?? id, id, free)],
    };
  });
  return { articles: renamed, problems };
}
