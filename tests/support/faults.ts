import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MAIN } from './sitrep.js';

/** A program that was started, and how it ends. */
export interface Started {
  readonly child: ChildProcess;
  readonly words: () => string;
  readonly end: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts the built program and does not wait. */
export function start(words: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  return { child, words: () => said, end: new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal }))) };
}

/** Waits until something is so, or the program has ended. */
export async function until(what: () => boolean, { end }: Started): Promise<void> {
  let over = false;
  void end.then(() => {
    over = true;
  });
  while (!over && !what()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** How many articles a whole output tells of; throws when it is a mixture: a file that is missing, or is not what run.json says. */
export function articlesIn(out: string): number {
  const { files, rows } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  for (const { path, sha256 } of files) {
    const found = createHash('sha256')
      .update(readFileSync(join(out, path)))
      .digest('hex');
    if (found !== sha256) throw new Error(`${path} is not what run.json says`);
  }
  const names = readdirSync(out).filter((name) => !name.startsWith('.'));
  if (names.length !== files.length + 1) throw new Error(`${names} are not the files of one run`);
  return rows.documents;
}

/** What a run has left beside its output folder. */
export const leftovers = (out: string): string[] => readdirSync(dirname(out)).filter((name) => name.startsWith(`.${basename(out)}.`));

/** Bytes that a cache holds. */
export const cachedBytes = (cache: string): number =>
  existsSync(cache)
    ? readdirSync(cache, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pack'))
        .reduce((sum, name) => sum + readFileSync(join(cache, name)).length, 0)
    : 0;

/** Articles that differ in names and numbers, as files. */
export const articles = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `a${n}.txt`,
      Array.from(
        { length: 6 },
        (_line, i) =>
          `The Taliban said on Tuesday that ${n * 7 + i} soldiers were killed in Kunar, and Qari Zakir of Jaish Number ${n} sent about ${i + 3} trucks to Kabul.`,
      ).join('\n\n'),
    ]),
  );
