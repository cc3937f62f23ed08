import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  cpSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { OutputFile, WrittenFile } from '../write/index.js';
import { reason } from './list.js';

/** An output folder that cannot be used: the message says why and what to do. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** A run's files on their way: they lie in a hidden folder beside the output folder until `finish` puts them in its place. */
export interface Output {
  /** A folder for files that are gone with the run; whoever writes there makes it. */
  readonly scratch: string;
  /** Writes a file and tells its size and hash. */
  readonly write: (file: OutputFile) => Promise<WrittenFile>;
  /** Puts the new folder in the place of the old one. */
  readonly finish: () => void;
  /** Leaves everything as it was. */
  readonly discard: () => void;
}

/** Files that tell an output folder of ours from a folder with somebody's files: either is enough, since run.json is often kept out of version control. */
const MARKS: readonly (readonly [file: string, field: 'tool' | 'name'])[] = [
  ['run.json', 'tool'],
  ['datapackage.json', 'name'],
];

/**
 * Opens an output folder for a run. The folder must not exist, be empty, or hold an earlier run and nothing else that is
 * visible: another folder, or one that cannot be written, is an OutputError. `names` are the files a run may write.
 */
export function openOutput(folder: string, names: ReadonlySet<string>): Output {
  const target = resolve(folder);
  let inside = false;
  let partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  const scratch = join(dirname(target), `.${basename(target)}.${process.pid}.scratch`);
  const previous = join(dirname(target), `.${basename(target)}.${process.pid}.previous`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    inside = mustStayInside(target);
    if (inside) partial = join(target, `.${process.pid}.partial`);
    else restore(target);
    refuseForeign(folder, target, names);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(`The output folder ${folder} cannot be written (${reason(error)}); name another one with --out.`);
  }
  const drop = (path: string): void => rmSync(path, { recursive: true, force: true });
  return {
    scratch,
    async write({ pieces, ...facts }) {
      const { path } = facts;
      const hash = createHash('sha256');
      let bytes = 0;
      mkdirSync(dirname(join(partial, path)), { recursive: true });
      const file = openSync(join(partial, path), 'w');
      try {
        for await (const piece of pieces) {
          const data = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
          hash.update(data);
          bytes += data.length;
          for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
        }
        fsyncSync(file);
      } catch (error) {
        throw new OutputError(`${join(folder, path)} cannot be written (${reason(error)}); make room or name another folder with --out.`);
      } finally {
        closeSync(file);
      }
      return { ...facts, bytes, sha256: hash.digest('hex') };
    },
    finish() {
      drop(scratch);
      if (inside) return moveFiles(partial, target, names);
      const exists = statSync(target, { throwIfNoEntry: false }) !== undefined;
      if (exists) {
        // Hidden files (a .gitignore, a desktop's notes) move along with the folder.
        for (const name of readdirSync(target)) if (name.startsWith('.')) cpSync(join(target, name), join(partial, name), { recursive: true });
        renameSync(target, previous);
      }
      renameSync(partial, target);
      rmSync(previous, { recursive: true, force: true });
    },
    discard() {
      drop(partial);
      drop(scratch);
    },
  };
}

/** A folder that is a disk of its own (a container's volume), or whose parent may not be written, cannot be exchanged whole. */
function mustStayInside(target: string): boolean {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  try {
    accessSync(dirname(target), constants.W_OK);
    return stats.dev !== statSync(dirname(target)).dev;
  } catch {
    return true;
  }
}

/** File by file, each whole: the best that such a folder allows. Tables that the new run does not have go. */
function moveFiles(partial: string, target: string, names: ReadonlySet<string>): void {
  const written = readdirSync(partial);
  for (const name of written) renameSync(join(partial, name), join(target, name));
  for (const name of readdirSync(target)) if (names.has(name) && !written.includes(name)) rmSync(join(target, name));
  rmSync(partial, { recursive: true });
}

/** A run that was killed between the two renames left the earlier output beside its place: it goes back. Half-written folders of dead runs go. */
function restore(target: string): void {
  const parent = dirname(target);
  const start = `.${basename(target)}.`;
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(start) ? /^(\d+)\.(partial|previous|scratch)$/.exec(name.slice(start.length)) : null;
    if (!match || isRunning(Number(match[1]))) continue;
    const path = join(parent, name);
    if (match[2] === 'previous' && statSync(target, { throwIfNoEntry: false }) === undefined) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refuseForeign(folder: string, target: string, names: ReadonlySet<string>): void {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw new OutputError(`${folder} is a file; name a folder with --out.`);
  const visible = readdirSync(target).filter((name) => !name.startsWith('.'));
  if (visible.length === 0) return;
  const foreign = isOurs(target) ? visible.filter((name) => !names.has(name)) : visible;
  if (foreign.length === 0) return;
  const some = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  throw new OutputError(
    `The folder ${folder} holds files that sitrep did not write (${some}), and a run replaces the whole folder; ` +
      'name a new folder with --out, or move them.',
  );
}

const isOurs = (target: string): boolean => MARKS.some(([file, field]) => fieldOf(join(target, file), field) === 'sitrep');

/** A field of a JSON file; undefined when there is no such file or it is no JSON. */
function fieldOf(path: string, field: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)[field];
  } catch {
    return undefined;
  }
}
