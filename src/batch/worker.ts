import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../io/index.js';
import { openKnowledge, type Knowledge } from '../knowledge/index.js';
import { analyseArticles } from './analyse.js';
import { bytesOf } from './codec.js';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly knowledge: SharedArrayBuffer;
  readonly keepText: boolean;
}

/** The readings of a batch behind one another, and how many bytes each has. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
}

/** What a worker thread does: it opens the shared knowledge once, then turns batches of articles into readings until it is ended. */
export function analyseInThread(): void {
  const { knowledge: bytes, keepText } = workerData as WorkerStart;
  const knowledge = openKnowledge(bytes) as Knowledge;
  parentPort?.postMessage('ready');
  parentPort?.on('message', (articles: readonly Article[]) => {
    const readings = Array.from(analyseArticles(articles, knowledge, keepText), bytesOf);
    parentPort?.postMessage({ bytes: Buffer.concat(readings), lengths: readings.map(({ length }) => length) } satisfies Answer);
  });
}
