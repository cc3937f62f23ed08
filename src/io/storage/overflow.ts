import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sortRecords, tableOf, type Away, type Overflow, type PageFile, type Texts } from '../../collate/index.js';
import { reason } from '../list.js';
import { OutputError } from './output-file.js';
import { externalSorter } from './sorter.js';

/** What may be held in memory, where other amounts than the usual are wanted. */
export interface Room {
  /** Rows of one sorting, at most. */
  readonly rows?: number;
  /** Numbers in the records of one sorting. */
  readonly numbers?: number;
  /** Characters of texts. */
  readonly characters?: number;
  /** Pages of a table of records. */
  readonly pages?: number;
}

const CHARACTERS = 4_000_000;
/** Bytes of a file held in memory while it is read or written. */
const WINDOW = 1 << 16;

/** What outgrows memory goes into files of `folder`, which is made when it is needed; whoever owns it deletes it. */
export function overflowInto(folder: string, { rows, numbers, characters = CHARACTERS, pages }: Room = {}): Overflow {
  let files = 0;
  const newPath = (ending: string): string => {
    trying(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    return join(folder, `${files++}.${ending}`);
  };
  return {
    sorter: externalSorter(folder, rows),
    records: (width, keys) => sortRecords(width, keys, (pieces) => putAway(newPath('records'), pieces, width), numbers),
    table: (width) => tableOf(width, () => pagesIn(newPath('table')), pages),
    texts: () => textsIn(() => newPath('texts'), characters),
  };
}

/** Numbers in a file, behind one another. */
function putAway(path: string, pieces: Iterable<Float64Array>, width: number): Away {
  trying(() => {
    const file = openSync(path, 'wx', 0o600);
    try {
      for (const piece of pieces) writeAll(file, bytesOf(piece), null);
    } finally {
      closeSync(file);
    }
  });
  return {
    *pieces() {
      const file = openSync(path, 'r');
      try {
        const piece = new Float64Array(width * Math.ceil(WINDOW / 8 / width));
        for (;;) {
          const bytes = readAll(file, bytesOf(piece), null);
          if (bytes === 0) return;
          yield piece.subarray(0, bytes / 8);
        }
      } finally {
        closeSync(file);
      }
    },
    remove: () => rmSync(path),
  };
}

function pagesIn(path: string): PageFile {
  const file = trying(() => openSync(path, 'wx+', 0o600));
  return {
    append: (page) => trying(() => writeAll(file, bytesOf(page), null)),
    read: (number, into) => void readAll(file, bytesOf(into), number * into.byteLength),
  };
}

/** Texts in memory as long as there is room, the others in a file. Their places there are told as negative numbers. */
function textsIn(newPath: () => string, room: number): Texts {
  const held: string[] = [];
  let left = room;
  let file = -1;
  let end = 0;
  let waiting: Buffer[] = [];
  let wait = 0;
  const flush = (): void => {
    trying(() => {
      if (file < 0) file = openSync(newPath(), 'wx+', 0o600);
      writeAll(file, Buffer.concat(waiting), end - wait);
    });
    waiting = [];
    wait = 0;
  };
  return {
    put(text) {
      if (text.length <= left) {
        left -= text.length;
        return held.push(text) - 1;
      }
      left = 0;
      // UTF-16, since UTF-8 has no bytes for half a character.
      const bytes = Buffer.allocUnsafe(4 + text.length * 2);
      bytes.writeUInt32LE(text.length * 2, 0);
      bytes.write(text, 4, 'utf16le');
      waiting.push(bytes);
      const place = end;
      end += bytes.length;
      wait += bytes.length;
      if (wait > WINDOW) flush();
      return -1 - place;
    },
    at(place) {
      if (place >= 0) return held[place];
      if (wait > 0) flush();
      const size = Buffer.allocUnsafe(4);
      readAll(file, size, -1 - place);
      const bytes = Buffer.allocUnsafe(size.readUInt32LE(0));
      readAll(file, bytes, 3 - place);
      return bytes.toString('utf16le');
    },
    close() {
      if (file >= 0) closeSync(file);
      file = -1;
    },
  };
}

const bytesOf = (numbers: Float64Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** `at`: the byte where it begins; null: where the last one ended. */
function writeAll(file: number, bytes: Buffer, at: number | null): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at === null ? null : at + done);
}

/** Fills the bytes as far as the file goes; how many it had. */
function readAll(file: number, bytes: Buffer, at: number | null): number {
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, at === null ? null : at + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

function trying<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new OutputError(`Nothing can be written beside the output folder (${reason(error)}); make room or name another folder with --out.`);
  }
}
