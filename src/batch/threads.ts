import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROGRAM } from '../io/index.js';

/** What a thread can be at; `cli/sitrep.ts` knows the program of each. */
export type ThreadWork = 'analysis' | 'pairs';

/** A thread that does `work` with what it is started with (its `workerData`). It begins with the joined program, as commands do. */
export function startThread(work: ThreadWork, workerData: object): Worker {
  return new Worker(join(PROGRAM, 'cli/thread.js'), { workerData, argv: [work] });
}
