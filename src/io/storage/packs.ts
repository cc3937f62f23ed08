import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

// A pack is a file of records that is only ever appended to: checksum, length, label, data. A process that dies while it writes
// leaves whole records and at most one torn one behind them, and the checksum tells a record that is not what was written.

/** Bytes of the label that each record bears. */
export const LABEL = 56;
const HEAD = 8 + LABEL;
const MARK = Buffer.from('sitrep pack 1\n');

/** A record: where it stands in its pack, and how many bytes of data it has. */
export interface Extent {
  readonly at: number;
  readonly length: number;
}

export interface StoredRecord {
  readonly label: Buffer;
  readonly data: Buffer;
}

/** An open pack. */
export interface Pack {
  readonly path: string;
  readonly size: () => number;
  /** The record, null when its bytes are damaged. */
  readonly read: (extent: Extent) => StoredRecord | null;
  /** Labels and places of all records, up to the first whose length cannot be. */
  readonly labels: () => Iterable<Extent & { readonly label: Buffer }>;
  /** Appends records in one write; they are on their way to the disk when it returns. */
  readonly append: (records: readonly StoredRecord[]) => readonly Extent[];
  readonly close: () => void;
  /** Closes and deletes it. */
  readonly remove: () => void;
}

/** Makes a new pack; a path that cannot be written is the system's error. */
export function makePack(path: string): Pack {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx+', 0o600);
  writeAll(file, MARK, 0);
  return packOf(path, file);
}

/** Opens a pack for reading; null when there is none or the file is no pack. */
export function openPack(path: string): Pack | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  if (readAt(file, 0, MARK.length)?.equals(MARK)) return packOf(path, file);
  closeSync(file);
  return null;
}

function packOf(path: string, file: number): Pack {
  let end = fstatSync(file).size;
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    path,
    size: () => end,
    read({ at, length }) {
      const bytes = readAt(file, at, HEAD + length);
      if (bytes === null || bytes.readUInt32LE(4) !== length || bytes.readUInt32LE(0) !== crc32(bytes.subarray(8))) return null;
      return { label: bytes.subarray(8, HEAD), data: bytes.subarray(HEAD) };
    },
    *labels() {
      for (let at = MARK.length; ; ) {
        const head = readAt(file, at, HEAD);
        if (head === null) return;
        const length = head.readUInt32LE(4);
        if (at + HEAD + length > end) return;
        yield { at, length, label: head.subarray(8) };
        at += HEAD + length;
      }
    },
    append(records) {
      const pieces: Buffer[] = [];
      const extents: Extent[] = [];
      let at = end;
      for (const { label, data } of records) {
        const head = Buffer.alloc(8);
        head.writeUInt32LE(crc32(data, crc32(label)), 0);
        head.writeUInt32LE(data.length, 4);
        pieces.push(head, label, data);
        extents.push({ at, length: data.length });
        at += HEAD + data.length;
      }
      writeAll(file, Buffer.concat(pieces), end);
      end = at;
      return extents;
    },
    close,
    remove() {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** Exactly so many bytes, null when the file ends before. */
function readAt(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) return null;
    done += read;
  }
  return bytes;
}

function writeAll(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}
