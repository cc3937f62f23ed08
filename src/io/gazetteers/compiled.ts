import { closeSync, existsSync, fstatSync, openSync, read, readFileSync, readSync, statSync } from 'node:fs';
import { openKnowledge, PREFACE, residentLength, type Knowledge } from '../../knowledge/index.js';
import type { GazetteerFile } from './files.js';

/** A place for compiled knowledge, and for the note that tells what files it was made from without reading them. */
export interface Place {
  readonly compiled: (version: string) => string;
  readonly note: string;
}

/** Content version of a gazetteer folder whose files have these sizes and times. */
export interface Note {
  readonly version: string;
  readonly files: readonly string[];
}

/** Size, times and number of a file in one line. The time its entry changed (ctime) cannot be set back by a copy or an unpacked archive. */
export function statLine({ name, path }: GazetteerFile): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return `${name} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** The knowledge kept at `place` when its note tells of just these files; null when it must be looked at closer. */
export async function openNoted(place: Place, files: readonly string[], shared: boolean): Promise<Knowledge | null> {
  const note = readNote(place);
  if (note === null || note.files.length !== files.length || note.files.some((line, i) => line !== files[i])) return null;
  return openAt(place.compiled(note.version), note.version, shared);
}

export function readNote({ note: path }: Place): Note | null {
  try {
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note;
    return typeof note.version === 'string' && Array.isArray(note.files) ? note : null;
  } catch {
    // No note, or half a note: the files are read instead.
    return null;
  }
}

/**
 * Compiled knowledge at `path`; null when there is none of this version. `shared`: all bytes lie in memory that workers can share. Else the
 * texts of entities stay in the file, which is kept open for them.
 */
export async function openAt(path: string, version: string, shared: boolean): Promise<Knowledge | null> {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const resident = shared || size < PREFACE ? size : Math.min(size, residentLength(fill(file, new Uint8Array(PREFACE), 0)));
  const buffer = shared ? new SharedArrayBuffer(resident) : new ArrayBuffer(resident);
  await fillAbreast(file, new Uint8Array(buffer));
  const texts = shared ? undefined : textsIn(file, resident, size);
  const knowledge = openKnowledge(buffer, texts);
  const isWhole = knowledge !== null && residentLength(new Uint8Array(buffer)) + knowledge.entities.offset[knowledge.entities.count] === size;
  const found = isWhole && knowledge.version === version ? knowledge : null;
  if (texts && found) forgotten.register(texts, file);
  else closeSync(file);
  return found;
}

/** So many texts of entities cost as much one by one as all of them at once. */
const MANY_TEXTS = 4000;
/** Closes the file of texts that nobody can ask for any more. */
const forgotten = new FinalizationRegistry<number>(closeSync);

/** Gives bytes of an open file from `start` on: each stretch is read when it is asked for, and after many of them all that is left at once. */
function textsIn(file: number, start: number, size: number): (from: number, to: number) => Uint8Array {
  let all: Uint8Array | null = null;
  let asked = 0;
  return (from, to) => {
    if (all === null && ++asked < MANY_TEXTS && to - from < size - start) return fill(file, new Uint8Array(to - from), from);
    all ??= fill(file, new Uint8Array(size - start), start);
    return all.subarray(from - start, to - start);
  };
}

/** Bytes that are worth a reader of their own. */
const STRETCH = 12_000_000;

/** Fills `bytes` from the beginning of an open file, stretch beside stretch: what takes time is that the system copies page by page. */
async function fillAbreast(file: number, bytes: Uint8Array): Promise<void> {
  const stretches = Array.from({ length: Math.ceil(bytes.length / STRETCH) }, (_, i) => i * STRETCH);
  await Promise.all(
    stretches.map(async (start) => {
      const end = Math.min(bytes.length, start + STRETCH);
      for (let at = start; at < end; ) {
        const done = await new Promise<number>((resolve, reject) =>
          read(file, bytes, at, end - at, at, (error, count) => (error ? reject(error) : resolve(count))),
        );
        if (done === 0) break;
        at += done;
      }
    }),
  );
}

/** Fills `bytes` from position `from` of an open file; what the file lacks stays 0. */
function fill(file: number, bytes: Uint8Array, from: number): Uint8Array {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}
