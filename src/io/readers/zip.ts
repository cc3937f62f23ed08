import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../../model/index.js';
import { ARMFUL, type Armful, type Circle, type Located, type Opened } from '../armful.js';
import { decode } from '../decode.js';
import { BESIDE } from '../list.js';
import { LARGEST, problem } from '../problems.js';
import { openZip, type Zip, type ZipEntry } from './archive.js';
import { readDocument } from './document.js';
import { isDocument, kindOf, unreadFormat } from './kinds.js';
import { problemOf } from './reader.js';
import { readerOfMany } from './many.js';

/** The articles of an archive: as of a folder, each under the archive's path and its own. Nothing is ever written to disk. */
export async function* readZip(input: Located, circle: Circle): AsyncGenerator<Armful> {
  const file = openSync(input.file, 'r');
  try {
    const { size } = fstatSync(file);
    yield* readEntries(
      input,
      openZip(size, (at, length) => bytesAt(file, at, length)),
      circle,
    );
  } finally {
    closeSync(file);
  }
}

/** The same of an archive whose bytes are all there. */
export const readZipBytes = (input: Located, bytes: Uint8Array, circle: Circle): AsyncGenerator<Armful> =>
  readEntries(
    input,
    openZip(bytes.length, (at, length) => bytes.subarray(at, at + length)),
    circle,
  );

async function* readEntries(input: Located, zip: ReturnType<typeof openZip>, circle: Circle): AsyncGenerator<Armful> {
  const { path } = input;
  if ('refused' in zip) {
    yield { articles: [], problems: [problemOf(zip.refused, { path })] };
    return;
  }
  const files = zip.entries.filter(({ name }) => !isHidden(name));
  takeMetadata(input, zip, files, circle);
  const waiting: Armful[] = [];
  let bytes = 0;
  let met = 0;
  for (const entry of files) {
    const inner = `${path}/${entry.name}`;
    const refused = refusalOf(entry, inner);
    const kind = kindOf(entry.name);
    if (refused === null && (kind === null || BESIDE.has(basename(entry.name).toLowerCase()))) continue;
    met++;
    const content = refused ?? unpacked(zip, entry, inner);
    if (!(content instanceof Uint8Array)) waiting.push({ articles: [], problems: [content] });
    else {
      const at: Opened = { file: join(input.file, entry.name), path: inner, root: input.root, named: false, chunks: () => once(content) };
      if (kind !== null && isDocument(kind)) waiting.push(await readDocument(at, content, kind, circle));
      else for await (const armful of (await readerOfMany(kind as 'ndjson' | 'csv'))(at, circle)) waiting.push(armful);
      bytes += content.length;
    }
    if (bytes < ARMFUL) continue;
    yield together(waiting.splice(0));
    bytes = 0;
  }
  if (met === 0) waiting.push({ articles: [], problems: [problem('empty-archive', { path }, path)] });
  yield together(waiting);
}

/** What is no article by its name alone: names beginning with a dot, and the shadows that one system adds to each file. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/.test(name);

const isMetadata = (name: string): boolean => basename(name).toLowerCase() === 'articles.csv';

function refusalOf({ name, locked, bytes }: ZipEntry, path: string): Problem | null {
  if (/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|[\0-\x1f]/.test(name)) return problem('outside-archive', { path }, path);
  const unread = unreadFormat(name);
  if (kindOf(name) === 'zip') return problem('archive-in-archive', { path }, path);
  if (unread) return problem('unsupported-format', { path }, path, unread.ending, unread.instead);
  if (kindOf(name) === null) return null;
  if (locked) return problem('encrypted-file', { path }, path);
  return bytes > LARGEST ? problem('file-too-large', { path }, path, String(Math.ceil(bytes / 1e6))) : null;
}

function unpacked(zip: Zip, entry: ZipEntry, path: string): Uint8Array | Problem {
  try {
    return zip.read(entry);
  } catch (error) {
    return problem('broken-archive', { path }, path, (error as Error).message);
  }
}

function takeMetadata(input: Located, zip: Zip, files: readonly ZipEntry[], { library }: Circle): void {
  for (const entry of files) {
    if (!isMetadata(entry.name) || entry.locked || refusalOf(entry, '') !== null) continue;
    const content = unpacked(zip, entry, entry.name);
    const decoded = content instanceof Uint8Array ? decode(content) : null;
    if (decoded !== null && 'text' in decoded) library.add(join(input.file, entry.name), `${input.path}/${entry.name}`, decoded.text);
  }
}

const together = (armfuls: readonly Armful[]): Armful => ({
  articles: armfuls.flatMap(({ articles }) => articles),
  problems: armfuls.flatMap(({ problems }) => problems),
});

async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function bytesAt(file: number, at: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, at + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}
