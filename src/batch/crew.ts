import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { unreadArticle } from '../collate/index.js';
import { problem, type Article } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Reading } from '../model/index.js';
import { analyseArticles } from './analyse.js';
import { bytesOf } from './codec.js';
import { startThread } from './threads.js';
import type { Answer, WorkerStart } from './worker.js';

/** The reading of an article. `lasting`: it would come out the same again, and not only because a thread failed. */
export interface Analysed {
  /** Its rows, where they were made in this thread; null where they came as bytes. */
  readonly reading: Reading | null;
  readonly data: () => Buffer;
  readonly lasting: boolean;
}

/** Whoever analyses batches of articles: this thread, or several others. */
export interface Crew {
  readonly size: number;
  /**
   * Readings of the articles, in their order. A thread that ends or hangs is replaced and its articles are tried again one by one;
   * an article on which that happens twice gets a reading that says so.
   */
  readonly analyse: (articles: readonly Article[]) => Promise<readonly Analysed[]>;
  readonly dismiss: () => Promise<void>;
}

/** What may be set otherwise than usual. */
export interface CrewOptions {
  /** The program of a worker thread. */
  readonly program?: URL;
  /** Milliseconds that a batch of so many characters may take. */
  readonly patience?: (characters: number) => number;
}

/**
 * Below this many bytes of articles the start of workers costs more than it gains, as each warms up by itself while one thread gathers the
 * tables: on two cores two workers were 0.97 times as fast as one thread at 4 MB, 1.11 times at 8 MB, 1.2 to 1.4 times at 10 MB.
 */
const WORTH_WORKERS = 8_000_000;
const MOST_WORKERS = 8;

/** How many threads to use when nobody says: one for a small input, else as many as the machine offers. */
export const usualCrew = (bytes: number): number => (bytes < WORTH_WORKERS ? 1 : Math.min(MOST_WORKERS, availableParallelism()));

/** A minute, and a tenth of a millisecond a character: a hundred times what a slow machine takes. */
const usualPatience = (characters: number): number => 60_000 + characters / 10;

/** One thread analyses here; more are worker threads that share the knowledge (which must lie in shared memory). */
export function hireCrew(size: number, knowledge: Knowledge, keepText: boolean, options: CrewOptions = {}): Crew {
  return size <= 1 ? oneThread(knowledge, keepText) : threads(size, knowledge, keepText, options);
}

function oneThread(knowledge: Knowledge, keepText: boolean): Crew {
  return {
    size: 1,
    async analyse(articles) {
      const readings = [...analyseArticles(articles, knowledge, keepText)];
      // Signals are heard between two batches.
      await turn();
      return readings.map((reading) => ({ reading, data: () => bytesOf(reading), lasting: true }));
    },
    dismiss: async () => {},
  };
}

/** Why a thread gave no answer, in the words of a problem row. */
class ThreadFailure extends Error {}

/** A worker thread and what it is at. */
interface Seat {
  worker: Worker | null;
  /** Settled when the thread has opened the knowledge. */
  ready: Promise<void>;
  settle: ((answer: Answer | Error) => void) | null;
}

function threads(size: number, knowledge: Knowledge, keepText: boolean, { program, patience = usualPatience }: CrewOptions): Crew {
  const start: WorkerStart = { knowledge: knowledge.vocabulary.pool.buffer as SharedArrayBuffer, keepText };
  const free: Seat[] = Array.from({ length: size }, () => ({ worker: null, ready: Promise.resolve(), settle: null }));
  const seats = [...free];
  const queue: ((seat: Seat) => void)[] = [];

  function seated(seat: Seat): Worker {
    if (seat.worker !== null) return seat.worker;
    const worker = program ? new Worker(program, { workerData: start }) : startThread('analysis', start);
    const answer = (result: Answer | Error): void => {
      // A thread that was replaced has nothing to say any more.
      if (seat.worker !== worker) return;
      if (result instanceof Error) seat.worker = null;
      seat.settle?.(result);
      seat.settle = null;
    };
    seat.ready = new Promise((resolve, reject) => {
      worker.once('message', () => {
        worker.on('message', answer);
        resolve();
      });
      seat.settle = (failure) => reject(failure);
    });
    worker.on('error', (error: Error) => answer(new ThreadFailure(`its thread broke off: ${error.message}`)));
    worker.on('exit', () => answer(new ThreadFailure('its thread ended')));
    seat.worker = worker;
    return worker;
  }

  async function ask(articles: readonly Article[]): Promise<readonly Buffer[]> {
    const seat = free.pop() ?? (await new Promise<Seat>((resolve) => queue.push(resolve)));
    const allowed = patience(articles.reduce((sum, { source }) => sum + source.text.length, 0));
    let timer: NodeJS.Timeout | undefined;
    try {
      const worker = seated(seat);
      await seat.ready;
      const { bytes, lengths } = await new Promise<Answer>((resolve, reject) => {
        seat.settle = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
        timer = setTimeout(() => {
          seat.worker = null;
          void worker.terminate();
          reject(new ThreadFailure(`it took longer than ${Math.round(allowed / 1000)} seconds`));
        }, allowed);
        worker.postMessage(articles);
      });
      let at = 0;
      return lengths.map((length) => Buffer.from(bytes.buffer, bytes.byteOffset + (at += length) - length, length));
    } finally {
      clearTimeout(timer);
      const next = queue.shift();
      if (next) next(seat);
      else free.push(seat);
    }
  }

  async function analyse(articles: readonly Article[]): Promise<readonly Analysed[]> {
    try {
      return (await ask(articles)).map(arrived);
    } catch (error) {
      if (!(error instanceof ThreadFailure)) throw error;
      if (articles.length === 1) return [await again(articles[0])];
      const readings: Analysed[] = [];
      for (const article of articles) readings.push(await again(article));
      return readings;
    }
  }

  async function again(article: Article): Promise<Analysed> {
    try {
      return arrived((await ask([article]))[0]);
    } catch (error) {
      if (!(error instanceof ThreadFailure)) throw error;
      const reading = failed(article, error.message);
      return { reading, data: () => bytesOf(reading), lasting: false };
    }
  }

  return {
    size,
    analyse,
    dismiss: async () => {
      await Promise.all(seats.map(({ worker }) => worker?.terminate()));
    },
  };
}

const arrived = (bytes: Buffer): Analysed => ({ reading: null, data: () => bytes, lasting: true });

function failed({ source, problems }: Article, why: string) {
  const row = problem('analysis-failed', { document_id: source.id, path: source.path }, source.path ?? `The article "${source.id}"`, why);
  return unreadArticle(source, null, [...problems, row]);
}
