import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../io/index.js';
import { openKnowledge, type Knowledge } from '../knowledge/index.js';
import { analyseArticle } from './analyse.js';

// A worker thread: opens the shared knowledge once, then turns batches of articles into rows until it is ended.

/** A batch and its number. */
export interface Job {
  readonly job: number;
  readonly articles: readonly Article[];
  readonly keepText: boolean;
}

const knowledge = openKnowledge((workerData as { knowledge: SharedArrayBuffer }).knowledge) as Knowledge;
parentPort?.on('message', ({ job, articles, keepText }: Job) => {
  parentPort?.postMessage({ job, readings: articles.map((article) => analyseArticle(article, knowledge, keepText)) });
});
