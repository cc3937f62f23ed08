import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { openKnowledge, type Knowledge } from '../../knowledge/index.js';
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
export function openNoted(place: Place, files: readonly string[], shared: boolean): Knowledge | null {
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

/** Compiled knowledge at `path`; null when there is none of this version. `shared`: the bytes lie in memory that workers can share. */
export function openAt(path: string, version: string, shared: boolean): Knowledge | null {
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
