import { join } from 'node:path';
import { OutputError, type Output } from '../io/index.js';
import type { Elsewhere, Written } from './desk.js';
import type { Gathered } from './gather.js';
import type { PairsAnswer, PairsStart } from './pairs-worker.js';
import type { RunOptions } from './run.js';
import { isStreamed } from './table-files.js';
import { startThread } from './threads.js';

/** The table of pairs in the hands of a thread. */
export interface PairsThread extends Elsewhere {
  /** Ends the thread, whatever it is at. */
  readonly dismiss: () => Promise<void>;
}

/**
 * Who appears with whom is half of what is left to do when all articles are read: where several threads were at work, one of them goes on with
 * that. It looks at the kept readings by itself and writes its files beside the others. Null where one thread is to do everything, and for
 * formats that have all tables in memory.
 */
export function startPairs({ placesIn, knowledge, overrides, crew }: Gathered, options: RunOptions, output: Output): PairsThread | null {
  if (crew === 1 || !options.formats.every(isStreamed)) return null;
  const start: PairsStart = {
    knowledge: knowledge.vocabulary.pool.buffer as SharedArrayBuffer,
    overrides,
    places: placesIn(join(output.scratch, 'places')),
    windows: options.windows,
    formats: options.formats,
    excel: options.excel,
    output: { partial: output.partial, folder: options.out },
    scratch: join(output.scratch, 'pairs'),
  };
  const worker = startThread('pairs', start);
  const written = new Promise<Written>((resolve, reject) => {
    worker.once('message', (answer: PairsAnswer) => ('failure' in answer ? reject(new OutputError(answer.failure)) : resolve(answer)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that puts pairs together ended')));
  });
  // Awaited when the other tables are done; until then a failure must not count as unhandled.
  written.catch(() => {});
  return {
    table: 'cooccurrences',
    written: () => written,
    async dismiss() {
      await worker.terminate();
    },
  };
}
