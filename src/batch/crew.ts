import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { analyseArticle } from './analyse.js';
import type { Job } from './worker.js';

/** Whoever analyses batches of articles: this thread, or several others. */
export interface Crew {
  readonly size: number;
  /** Rows of the articles, in their order. */
  readonly analyse: (articles: readonly Article[]) => Promise<readonly Reading[]>;
  readonly dismiss: () => Promise<void>;
}

/** Below this many bytes of articles the start of workers costs more than it gains. */
const WORTH_WORKERS = 8_000_000;
const MOST_WORKERS = 8;

/** How many threads to use when nobody says: one for a small input, else as many as the machine offers. */
export const usualCrew = (bytes: number): number => (bytes < WORTH_WORKERS ? 1 : Math.min(MOST_WORKERS, availableParallelism()));

/** One thread analyses here; more are worker threads that share the knowledge (which must lie in shared memory). */
export function hireCrew(size: number, knowledge: Knowledge, keepText: boolean): Crew {
  if (size <= 1) {
    return { size: 1, analyse: async (articles) => articles.map((article) => analyseArticle(article, knowledge, keepText)), dismiss: async () => {} };
  }
  const idle: ((worker: Worker) => void)[] = [];
  const free: Worker[] = [];
  const waiting = new Map<number, { readonly resolve: (readings: readonly Reading[]) => void; readonly reject: (error: Error) => void }>();
  let jobs = 0;
  let broken: Error | null = null;
  const release = (worker: Worker): void => {
    const next = idle.shift();
    if (next) next(worker);
    else free.push(worker);
  };
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { knowledge: knowledge.vocabulary.pool.buffer } });
    worker.on('message', ({ job, readings }: { job: number; readings: readonly Reading[] }) => {
      waiting.get(job)?.resolve(readings);
      waiting.delete(job);
      release(worker);
    });
    worker.on('error', (error: Error) => {
      broken = error;
      for (const { reject } of waiting.values()) reject(error);
    });
    free.push(worker);
    return worker;
  });
  return {
    size,
    async analyse(articles) {
      const worker = free.pop() ?? (await new Promise<Worker>((resolve) => idle.push(resolve)));
      if (broken) throw broken;
      const job = jobs++;
      return new Promise((resolve, reject) => {
        waiting.set(job, { resolve, reject });
        worker.postMessage({ job, articles, keepText } satisfies Job);
      });
    },
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
