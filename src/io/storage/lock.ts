import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the words of its system: a number given again to another process does not count. Null where that cannot be told. */
  readonly began: string | null;
}

/** Locks that this process holds. */
const held = new Set<string>();

/**
 * Takes the lock at `path`: null when it was taken, else who holds it. A lock of a process that is no more is taken over. A path
 * that cannot be written is the system's error.
 */
export function takeLock(path: string): Holder | null {
  const own: Holder = { pid: process.pid, host: hostname(), began: beganOf(process.pid) };
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(own));
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and never in the place of another.
        linkSync(mine, path);
        held.add(path);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder !== null && isAlive(holder, path)) return holder;
      // Only one of several that take over can move the dead one's lock away.
      const dead = `${mine}.dead`;
      try {
        renameSync(path, dead);
      } catch {
        // Another was faster: its lock is looked at in the next round.
      }
      rmSync(dead, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives a lock back. */
export function releaseLock(path: string): void {
  if (held.delete(path)) rmSync(path, { force: true });
}

/** Null when there is no lock any more, or one that nobody wrote. */
function holderOf(path: string): Holder | null {
  try {
    const { pid, host, began } = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, began } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, host, began }: Holder, path: string): boolean {
  // Of another machine that shares the disk nothing can be told: it may be at work.
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return began === null || beganOf(pid) === began;
}

/** The start of a process in ticks since the machine started, where the system tells it in /proc. */
function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
