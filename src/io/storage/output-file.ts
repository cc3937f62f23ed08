import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile, WrittenFile } from '../../write/index.js';
import { reason } from '../list.js';

/** An output folder that cannot be used: the message says why and what to do. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

export type FileFacts = Omit<OutputFile, 'pieces'>;

/** A file on its way. `close` tells its size and hash. */
export interface OpenFile {
  readonly write: (piece: string | Uint8Array) => void;
  readonly close: () => WrittenFile;
}

/** Bytes of a file that wait in memory until they are written. */
const ROOM = 1 << 17;

/** Begins a file in the folder `partial`, which messages call `folder`; what cannot be written is an OutputError. */
export function openFile(partial: string, folder: string, facts: FileFacts): OpenFile {
  const { path } = facts;
  const hash = createHash('sha256');
  let bytes = 0;
  const trying = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new OutputError(`${join(folder, path)} cannot be written (${reason(error)}); make room or name another folder with --out.`);
    }
  };
  const file = trying(() => {
    // Whoever removed the folder removed files of this run with it: it is not made again.
    if (dirname(path) !== '.' && existsSync(partial)) mkdirSync(dirname(join(partial, path)), { recursive: true });
    return openSync(join(partial, path), 'w');
  });
  const room = Buffer.allocUnsafeSlow(ROOM);
  let end = 0;
  const put = (data: Uint8Array): void => {
    hash.update(data);
    bytes += data.length;
    for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
  };
  const flush = (): void => {
    put(room.subarray(0, end));
    end = 0;
  };
  return {
    write: (piece) =>
      trying(() => {
        const data = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        if (end + data.length > ROOM) flush();
        if (data.length > ROOM) return put(data);
        room.set(data, end);
        end += data.length;
      }),
    close: () =>
      trying(() => {
        flush();
        fsyncSync(file);
        closeSync(file);
        return { ...facts, bytes, sha256: hash.digest('hex') };
      }),
  };
}
