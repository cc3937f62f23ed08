import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /** Bytes of texts. */
  readonly bytes?: number;
  /** Pages of a table of records. */
  readonly pages?: number;
}

const BYTES = 12_000_000;
/** Bytes of a file held in memory while it is read or written. */
const WINDOW = 1 << 16;

/** What outgrows memory goes into files of `folder`, which is made when it is needed; whoever owns it deletes it. */
export function overflowInto(folder: string, { rows, numbers, bytes = BYTES, pages }: Room = {}): Overflow {
  let files = 0;
  const newPath = (ending: string): string => {
    trying(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    return join(folder, `${files++}.${ending}`);
  };
  return {
    sorter: externalSorter(folder, rows),
    records: (width, keys) => sortRecords(width, keys, (pieces) => putAway(newPath('records'), pieces, width), numbers),
    table: (width) => tableOf(width, () => pagesIn(newPath('table')), pages),
    texts: () => textsIn(() => newPath('texts'), bytes),
  };
}

/** Records of numbers in a file, behind one another. */
function putAway(path: string, pieces: Iterable<Float64Array>, width: number): Away {
  writeNumbers(path, pieces);
  return { pieces: () => numbersFrom(path, width), remove: () => rmSync(path) };
}

/** Writes numbers into a new file; what cannot be written is an OutputError. */
export function writeNumbers(path: string, pieces: Iterable<Float64Array>): void {
  trying(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, 'wx', 0o600);
    try {
      for (const piece of pieces) writeAll(file, bytesOf(piece), null);
    } finally {
      closeSync(file);
    }
  });
}

/** The numbers of such a file in pieces of whole records, which are lent. */
export function* numbersFrom(path: string, width: number): Generator<Float64Array> {
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
}

function pagesIn(path: string): PageFile {
  const file = trying(() => openSync(path, 'wx+', 0o600));
  return {
    append: (page) => trying(() => writeAll(file, bytesOf(page), null)),
    read: (number, into) => void readAll(file, bytesOf(into), number * into.byteLength),
  };
}

/** Bytes of the number before each text: how many bytes follow, doubled, and one more where they are UTF-16. */
const HEAD = 4;
/** So many bytes are read for a text whose length is not known yet: most have no more. */
const GUESS = 1 << 10;
/** Signs that do not fit into one byte. */
const WIDE = /[\u0100-\uffff]/;

/** Texts as bytes, behind one another: in memory as long as there is `room`, the others in a file. Their place is that of their first byte. */
function textsIn(newPath: () => string, room: number): Texts {
  let held: Buffer = Buffer.alloc(0);
  let end = 0;
  /** Texts from this place on are in the file, or wait to be written there. */
  let begin = Number.POSITIVE_INFINITY;
  let file = -1;
  let written = 0;
  const waiting = Buffer.allocUnsafeSlow(WINDOW);
  let wait = 0;
  const guess = Buffer.allocUnsafeSlow(GUESS);
  const write = (bytes: Buffer): void =>
    trying(() => {
      if (file < 0) file = openSync(newPath(), 'wx+', 0o600);
      writeAll(file, bytes, written);
      written += bytes.length;
    });
  const flush = (): void => {
    if (wait > 0) write(waiting.subarray(0, wait));
    wait = 0;
  };
  return {
    put(text) {
      const wide = WIDE.test(text);
      const size = HEAD + (wide ? text.length * 2 : text.length);
      const place = end;
      end += size;
      if (begin === Number.POSITIVE_INFINITY && end <= room) {
        if (end > held.length) held = larger(held, Math.min(room, Math.max(2 * held.length, end)));
        putText(text, wide, held, place);
        return place;
      }
      begin = Math.min(begin, place);
      if (wait + size > WINDOW) flush();
      if (size > WINDOW) write(putText(text, wide, Buffer.allocUnsafe(size), 0));
      else putText(text, wide, waiting, wait);
      wait += size > WINDOW ? 0 : size;
      return place;
    },
    at(place) {
      if (place < begin) return textAt(held, place);
      flush();
      const read = readAll(file, guess, place - begin);
      const size = HEAD + (guess.readUInt32LE(0) >>> 1);
      if (size <= read) return textAt(guess, 0);
      const bytes = Buffer.allocUnsafe(size);
      readAll(file, bytes, place - begin);
      return textAt(bytes, 0);
    },
    close() {
      if (file >= 0) closeSync(file);
      file = -1;
    },
  };
}

/** UTF-16 where a byte a sign is not enough, since UTF-8 has none for half a character. */
function putText(text: string, wide: boolean, to: Buffer, at: number): Buffer {
  const size = to.write(text, at + HEAD, wide ? 'utf16le' : 'latin1');
  to.writeUInt32LE(size * 2 + (wide ? 1 : 0), at);
  return to;
}

function textAt(bytes: Buffer, at: number): string {
  const head = bytes.readUInt32LE(at);
  return bytes.toString(head % 2 === 1 ? 'utf16le' : 'latin1', at + HEAD, at + HEAD + (head >>> 1));
}

function larger(bytes: Buffer, size: number): Buffer {
  const more = Buffer.allocUnsafeSlow(size);
  bytes.copy(more);
  return more;
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
