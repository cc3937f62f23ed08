import { parentPort, workerData } from 'node:worker_threads';
import { associationsOf, openOverriding } from '../collate/index.js';
import { openFile, OutputError, overflowInto } from '../io/index.js';
import { openKnowledge, type Knowledge } from '../knowledge/index.js';
import type { Association, Override, Window } from '../model/index.js';
import { openHighlights } from '../write/index.js';
import type { Written } from './desk.js';
import { openPlaces, type Places } from './places.js';
import { openTableFiles } from './table-files.js';

/** What the thread is started with. */
export interface PairsStart {
  readonly knowledge: SharedArrayBuffer;
  readonly overrides: readonly Override[];
  readonly places: Places;
  readonly windows: readonly Window[];
  readonly formats: readonly string[];
  readonly excel: boolean;
  readonly output: { readonly partial: string; readonly folder: string };
  readonly scratch: string;
}

/** What was written, or why nothing can be. */
export type PairsAnswer = Written | { readonly failure: string };

/** Rows put down at once: few, as they are gone before they would have to be moved in memory. */
const ROWS = 100;

async function written({ knowledge: bytes, overrides, places, windows, formats, excel, output, scratch }: PairsStart): Promise<Written> {
  const knowledge = openKnowledge(bytes) as Knowledge;
  const overflow = overflowInto(scratch);
  const kept = openPlaces(places, overflow);
  const tables = await openTableFiles((facts) => openFile(output.partial, output.folder, facts), ['cooccurrences'], formats, { excel });
  const { see, highlights } = openHighlights();
  let some: Association[] = [];
  const flush = (): void => {
    tables.put('cooccurrences', some);
    some = [];
  };
  for (const row of associationsOf(kept.articles, knowledge, windows, overflow, openOverriding(overrides, knowledge))) {
    see('cooccurrences', row);
    if (some.push(row) === ROWS) flush();
  }
  flush();
  kept.close();
  return { files: tables.close(), highlights: highlights() };
}

/** What the thread of pairs does: it writes who appears with whom, from readings that are kept in packs, and tells what came of it. */
export async function pairInThread(): Promise<void> {
  const answer = await written(workerData as PairsStart).catch((error: unknown): PairsAnswer => {
    if (error instanceof OutputError) return { failure: error.message };
    throw error;
  });
  parentPort?.postMessage(answer);
}
