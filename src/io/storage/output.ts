import { accessSync, constants, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { OutputFile, WrittenFile } from '../../write/index.js';
import { reason } from '../list.js';
import { openFile, OutputError, type FileFacts, type OpenFile } from './output-file.js';
import { releaseLock, takeLock, type Holder } from './lock.js';

/** A run's files on their way: they lie in a hidden folder beside the output folder until `finish` puts them in its place. */
export interface Output {
  /** A folder for files that are gone with the run; whoever writes there makes it. */
  readonly scratch: string;
  /** The hidden folder, for those who write a file there by themselves. */
  readonly partial: string;
  /** Begins a file that is written piece by piece. */
  readonly open: (facts: FileFacts) => OpenFile;
  /** Writes a file and tells its size and hash. */
  readonly write: (file: OutputFile) => Promise<WrittenFile>;
  /** Puts the new folder in the place of the old one. */
  readonly finish: () => void;
  /** Leaves everything as it was. */
  readonly discard: () => void;
}

/** Bytes written between two looks at what else happens. */
const TURN = 4_000_000;

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
  const beside = (what: string): string => join(dirname(target), `.${basename(target)}.${what}`);
  let [inside, partial, lock] = [false, beside(`${process.pid}.partial`), beside('lock')];
  const [scratch, previous] = [beside(`${process.pid}.scratch`), beside(`${process.pid}.previous`)];
  const drop = (path: string): void => rmSync(path, { recursive: true, force: true });
  try {
    mkdirSync(dirname(target), { recursive: true });
    inside = mustStayInside(target);
    if (inside) [partial, lock] = [join(target, `.${process.pid}.partial`), join(target, '.lock')];
    const holder = takeLock(lock);
    if (holder !== null) throw new OutputError(occupied(folder, lock, holder));
  } catch (error) {
    throw unusable(folder, error);
  }
  try {
    if (inside) goOn(target, names);
    else restore(target);
    refuseForeign(folder, target, names);
    mkdirSync(partial);
  } catch (error) {
    releaseLock(lock);
    throw unusable(folder, error);
  }
  const written: string[] = [];
  const begin = (facts: FileFacts): OpenFile => {
    written.push(facts.path);
    return openFile(partial, folder, facts);
  };
  return {
    scratch: inside ? join(partial, '.scratch') : scratch,
    partial,
    open: begin,
    async write({ pieces, ...facts }) {
      const file = begin(facts);
      let since = 0;
      for await (const piece of pieces) {
        file.write(piece);
        // Signals are heard now and then.
        if ((since += piece.length) > TURN) since = await turn(0);
      }
      return file.close();
    },
    finish() {
      try {
        drop(scratch);
        for (const path of written) statSync(join(partial, path));
        if (inside) {
          drop(join(partial, '.scratch'));
          renameSync(partial, join(target, READY));
          moveFiles(target, names);
        } else exchange(target, partial, previous);
      } catch (error) {
        throw new OutputError(`${folder} cannot be put in its place (${reason(error)}); run again, or name another folder with --out.`);
      } finally {
        releaseLock(lock);
      }
    },
    discard() {
      drop(partial);
      drop(scratch);
      releaseLock(lock);
    },
  };
}

const unusable = (folder: string, error: unknown): OutputError =>
  error instanceof OutputError
    ? error
    : new OutputError(`The output folder ${folder} cannot be written (${reason(error)}); name another one with --out.`);

function occupied(folder: string, lock: string, { pid, host }: Holder): string {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return `Another run (${where}) is writing into ${folder}; wait for its end, or name another folder with --out. If there is no such run, delete ${lock}.`;
}

/** Puts the new folder where the old one is, if it is still there. */
function exchange(target: string, partial: string, previous: string): void {
  if (statSync(target, { throwIfNoEntry: false }) !== undefined) {
    // Hidden files (a .gitignore, a desktop's notes) move along with the folder.
    for (const name of readdirSync(target)) if (name.startsWith('.')) cpSync(join(target, name), join(partial, name), { recursive: true });
    renameSync(target, previous);
  }
  renameSync(partial, target);
  rmSync(previous, { recursive: true, force: true });
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

/** Inside the folder: the files of a run that is done, on their way to their places. */
const READY = '.ready';

/** File by file, each whole: the best that such a folder allows. Tables that the new run does not have go. */
function moveFiles(target: string, names: ReadonlySet<string>): void {
  const ready = join(target, READY);
  const written = readdirSync(ready);
  // First what goes, so that the files still on their way tell what belongs to the run.
  const kept = new Set(written.concat(readNames(join(ready, KEPT))));
  writeFileSync(join(ready, KEPT), JSON.stringify([...kept]));
  for (const name of readdirSync(target)) if (names.has(name) && !kept.has(name)) rmSync(join(target, name), { recursive: true });
  for (const name of written) {
    if (name === KEPT) continue;
    rmSync(join(target, name), { recursive: true, force: true });
    renameSync(join(ready, name), join(target, name));
  }
  rmSync(ready, { recursive: true });
}

/** Names of all files of the run, for a process that goes on with what another began to move. */
const KEPT = '.names';

function readNames(path: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly string[];
  } catch {
    return [];
  }
}

/** A run that was killed while it moved its files has them moved by the next; half-written folders go. */
function goOn(target: string, names: ReadonlySet<string>): void {
  for (const name of readdirSync(target)) if (/^\.\d+\.partial$/.test(name)) rmSync(join(target, name), { recursive: true, force: true });
  if (statSync(join(target, READY), { throwIfNoEntry: false }) !== undefined) moveFiles(target, names);
}

/** A run that was killed between the two renames left the earlier output beside its place: it goes back. Half-written folders go. */
function restore(target: string): void {
  const parent = dirname(target);
  const start = `.${basename(target)}.`;
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(start) ? /^\d+\.(partial|previous|scratch)$/.exec(name.slice(start.length)) : null;
    if (!match) continue;
    const path = join(parent, name);
    if (match[1] === 'previous' && statSync(target, { throwIfNoEntry: false }) === undefined) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
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
