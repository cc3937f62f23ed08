import { crc32, inflateRawSync } from 'node:zlib';
import { LARGEST } from '../problems.js';
import { refuse, type Refusal } from './reader.js';

// ZIP archives, read from the list at their end. Nothing is believed: sizes are bounded while unpacking, checksums are compared.

export interface ZipEntry {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

export interface Zip {
  /** Files in the order of their names; folders are no files. */
  readonly entries: readonly ZipEntry[];
  /** Unpacks a file; throws when it is damaged or larger than it says. */
  readonly read: (entry: ZipEntry) => Uint8Array;
}

type Slice = (at: number, length: number) => Uint8Array;

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** Text is packed to a fifth; what shrinks to less than a two-hundredth is a trap. */
const TRAP_RATIO = 200;

/** Opens an archive of `size` bytes. */
export function openZip(size: number, slice: Slice): Zip | Refusal {
  const tailAt = Math.max(0, size - END_SIZE - LONGEST_COMMENT);
  const tail = viewOf(slice(tailAt, size - tailAt));
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) return refuse('broken-archive', 'its list of files is missing');
  const count = tail.getUint16(end + 10, true);
  const [length, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (count === 0xffff || at === 0xffffffff) return refuse('broken-archive', 'it has more than 65,534 files or 4 GB');
  if (at + length > tailAt + end) return refuse('broken-archive', 'its list of files is cut off');
  const entries = listed(slice(at, length), count);
  if (entries === null) return refuse('broken-archive', 'its list of files is damaged');
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > LARGEST && unpacked > TRAP_RATIO * size) return refuse('archive-trap', String(Math.round(unpacked / 1e6)));
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  return { entries: files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), read: (entry) => unpack(entry, size, slice) };
}

function listed(bytes: Uint8Array, count: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const found: ZipEntry[] = [];
  for (let at = 0; found.length < count; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== LISTED) return null;
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (at + 46 + nameLength > bytes.length) return null;
    found.push({
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      locked: (flags & 1) === 1,
      method,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

function unpack({ at, packed, bytes, method, crc }: ZipEntry, size: number, slice: Slice): Uint8Array {
  if (bytes > LARGEST) throw new Error('it is larger than an article may be');
  if (at + 30 > size) throw new Error('the archive is cut off');
  const local = viewOf(slice(at, 30));
  if (local.getUint32(0, true) !== LOCAL) throw new Error('it is not where the archive says');
  const from = at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + packed > size) throw new Error('the archive is cut off');
  if (method !== STORED && method !== DEFLATED) throw new Error('it is packed in an unusual way');
  const data = slice(from, packed);
  let content: Uint8Array = data;
  // Whatever the archive says, no more is unpacked than it says.
  if (method === DEFLATED) {
    try {
      content = inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
    } catch {
      throw new Error('it is damaged');
    }
  }
  if (content.length !== bytes || crc32(content) !== crc) throw new Error('it is damaged');
  return content;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
