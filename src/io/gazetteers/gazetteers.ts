import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { compileKnowledge, openKnowledge, type Knowledge } from '../../knowledge/index.js';
import { contentVersion, gazetteerFiles, isOwn, readRows, type GazetteerFile } from './files.js';
import { GAZETTEERS, PROGRAM } from '../program.js';

export { GAZETTEERS };

/** A place for compiled knowledge, and for the note that tells what files it was made from without reading them. */
interface Place {
  readonly compiled: (version: string) => string;
  readonly note: string;
}

/** Content version of a gazetteer folder whose files have these sizes and times. */
interface Note {
  readonly version: string;
  readonly files: readonly string[];
}

/**
 * The compiled knowledge of a gazetteer folder. Compiled knowledge kept from before is used when the files have the sizes and
 * times noted then, or else the same content; otherwise they are compiled anew and the result kept for the next start.
 * A bad row is a GazetteerError naming file, row and remedy. `shared`: the bytes lie in memory that workers can share.
 */
export async function loadKnowledge(folder: string = GAZETTEERS, say: (line: string) => void = () => {}, shared = false): Promise<Knowledge> {
  const files = gazetteerFiles(folder);
  // An empty layer changes nothing: what is compiled beside the program is used.
  const places = placesFor(files.some(isOwn) ? folder : GAZETTEERS);
  const stats = files.map(statLine);
  for (const place of places) {
    const note = readNote(place.note);
    if (note === null || !sameLines(note.files, stats)) continue;
    const knowledge = openAt(place.compiled(note.version), note.version, shared);
    if (knowledge) return knowledge;
  }
  const version = contentVersion(files);
  for (const place of places) {
    const knowledge = openAt(place.compiled(version), version, shared);
    if (!knowledge) continue;
    put(place.note, JSON.stringify({ version, files: stats } satisfies Note));
    return knowledge;
  }
  say('gazetteers changed: compiling them');
  const bytes = compileKnowledge(await readRows(files, version));
  for (const place of places) {
    const earlier = readNote(place.note);
    if (!put(place.compiled(version), bytes)) continue;
    put(place.note, JSON.stringify({ version, files: stats } satisfies Note));
    if (earlier !== null && place.compiled(earlier.version) !== place.compiled(version)) rmSync(place.compiled(earlier.version), { force: true });
    break;
  }
  return openKnowledge(shared ? share(bytes) : (bytes.buffer as ArrayBuffer)) as Knowledge;
}

/** Beside the program for its own gazetteers; else, and where the program may not write, in the system's folder for temporary files. */
function placesFor(folder: string): readonly Place[] {
  const temporary = join(tmpdir(), 'sitrep');
  const own = createHash('sha256')
    .update(`${resolve(PROGRAM)}\0${resolve(folder)}`)
    .digest('hex')
    .slice(0, 16);
  const elsewhere: Place = { compiled: (version) => join(temporary, `${version}.bin`), note: join(temporary, `${own}.json`) };
  const beside: Place = { compiled: () => join(PROGRAM, 'knowledge.bin'), note: join(PROGRAM, 'knowledge.json') };
  return resolve(folder) === resolve(GAZETTEERS) ? [beside, elsewhere] : [elsewhere];
}

/** Size, times and number of a file in one line. The time its entry changed (ctime) cannot be set back by a copy or an unpacked archive. */
function statLine({ name, path }: GazetteerFile): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return `${name} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

const sameLines = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, i) => line === b[i]);

function readNote(path: string): Note | null {
  try {
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note;
    return typeof note.version === 'string' && Array.isArray(note.files) ? note : null;
  } catch {
    // No note, or half a note: the files are read instead.
    return null;
  }
}

/** Compiled knowledge at `path`; null when there is none of this version. */
function openAt(path: string, version: string, shared: boolean): Knowledge | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < size; ) {
      const read = readSync(file, bytes, at, size - at, at);
      if (read === 0) return null;
      at += read;
    }
    const knowledge = openKnowledge(buffer);
    return knowledge?.version === version ? knowledge : null;
  } finally {
    closeSync(file);
  }
}

function share(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** Writes a file whole; false where the program may not write (a read-only installation: a start without only takes longer). */
function put(path: string, data: Uint8Array | string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, data);
    renameSync(partial, path);
    return true;
  } catch {
    return false;
  }
}
