import { join } from 'node:path';
import { cacheFolderFor, makePack, newPack, openPack, OutputError, reason, type Article, type Pack, type StoredRecord } from '../io/index.js';
import type { Head, Reading } from '../model/index.js';
import type { RecordTable } from '../collate/index.js';
import { headOf, readingOf } from './codec.js';
import type { Analysed } from './crew.js';
import { difference, failedLabel, isSameArticle, labeller, type Circumstances, type Why } from './label.js';
import { writePlaces, type Places } from './places.js';
import { openShelf } from './shelf.js';

// The readings of a run: taken from the cache of its inputs, or made and put there as batches are done. So a run that is killed
// goes on where it stopped, and a run over changed articles analyses only those.

export type Found = { readonly kept: number } | { readonly why: Why };

export interface Store {
  /** The number of the kept reading of an article, or why there is none that holds. */
  readonly find: (article: Article) => Found;
  /**
   * Keeps the readings of articles and tells their numbers; those of a cache are on the disk when it returns. Nothing is kept in a
   * store that was closed.
   */
  readonly keep: (articles: readonly Article[], readings: readonly Analysed[]) => readonly number[];
  /** A reading found or kept in this run by its number, and the head of one alone. */
  readonly read: (kept: number) => Reading;
  readonly head: (kept: number) => Head;
  /** Writes the places of these readings into a new file, for a thread that reads them by itself; all of them are in packs from then on. */
  readonly placesOf: (kept: Iterable<number>, file: string) => Places;
  /** Deletes what this run, which ended well, did not use. */
  readonly tidy: () => void;
  /** Nothing more is read: a store without cache is deleted. */
  readonly close: () => void;
}

/** Where a reading stands: the number of its pack, its byte there, its length. */
interface Slot {
  readonly pack: number;
  readonly at: number;
  readonly length: number;
}

/** A reading in memory that stands in no pack yet. */
interface Waiting {
  readonly label: Buffer;
  readonly data: () => Buffer;
}

/**
 * As long as articles have no more characters than this together, their readings stay in memory (at most some 80 MB), which saves taking them out of
 * bytes, and without a cache putting them there. When there are more, all go into a pack.
 */
const HELD = 300_000;
/** Packs of which less is in use, or which hold less than this share of all, are written anew into one. */
const WORTH_KEEPING = 0.5;
const WORTH_A_FILE = 1 / 16;

/**
 * Opens the store of a run over `paths`. `cache` is the cache folder, null for none; where it cannot be written, or no more, the
 * run goes on in `spare`, a folder of its own, and says so. `slots` takes where readings stand; `held`: characters of articles whose
 * readings stay in memory.
 */
export function openStore(
  cache: string | null,
  paths: readonly string[],
  spare: string,
  slots: RecordTable,
  circumstances: Circumstances,
  say: (line: string) => void = () => {},
  held = HELD,
): Store {
  const labelOf = labeller(circumstances);
  const shelf = openShelf();
  const packs: Pack[] = [];
  const used: number[] = [];
  let folder: string | null = null;
  /** Number of the pack that this run writes. */
  let writing = -1;
  /** A run that was stopped may still have a thread that hands in what it had begun. */
  let closed = false;
  let room = held;
  let stored = 0;
  const inMemory = new Map<number, Reading>();
  /** Those of them that stand nowhere else; their numbers follow those of all slots. */
  let waiting: Waiting[] = [];
  if (cache !== null) {
    try {
      const kept = cacheFolderFor(cache, paths);
      folder = kept.folder;
      for (const path of kept.packs) take(path);
    } catch (error) {
      giveUp(error);
    }
  }
  const old = packs.length;

  function take(path: string): void {
    const pack = openPack(path);
    if (pack === null) return;
    packs.push(pack);
    used.push(0);
    for (const { label, at, length } of pack.labels()) shelf.put(label, putDown({ pack: packs.length - 1, at, length }));
  }

  function putDown({ pack, at, length }: Slot): number {
    slots.add(Float64Array.of(pack, at, length));
    return stored++;
  }

  function slotAt(number: number): Slot {
    const [pack, at, length] = slots.at(number);
    return { pack, at, length };
  }

  function* placesAt(numbers: Iterable<number>): Generator<Float64Array> {
    for (const number of numbers) yield slots.at(number);
  }

  function giveUp(error: unknown): void {
    folder = null;
    writing = -1;
    say(`The cache ${cache} cannot be written (${reason(error)}); this run goes on without. Name another one with --cache.`);
  }

  /** Appends to the pack that this run writes, a new one when there is none yet; the number of the first, which the others follow. */
  function append(records: readonly StoredRecord[]): number {
    if (writing < 0) {
      packs.push(makePack(folder === null ? join(spare, `${packs.length}.pack`) : newPack(folder)));
      used.push(0);
      writing = packs.length - 1;
    }
    const places = packs[writing].append(records);
    const first = stored;
    for (const [i, { at, length }] of places.entries()) {
      const number = putDown({ pack: writing, at, length });
      // Without a cache nobody asks for labels.
      if (cache !== null) shelf.mark(records[i].label, number);
      used[writing] += length;
    }
    return first;
  }

  function put(records: readonly StoredRecord[]): number {
    try {
      return append(records);
    } catch (error) {
      if (folder !== null) {
        giveUp(error);
        return put(records);
      }
      throw new OutputError(`Nothing can be written beside the output folder (${reason(error)}); make room or name another folder with --out.`);
    }
  }

  /** What waits in memory goes into a pack. */
  function settle(): void {
    const records = waiting.map(({ label, data }) => ({ label, data: data() }));
    waiting = [];
    if (records.length > 0) put(records);
  }

  function dataOf(number: number): Buffer {
    const slot = slotAt(number);
    const record = packs[slot.pack].read(slot);
    if (record === null) throw new OutputError(`${packs[slot.pack].path} changed while it was in use; run again.`);
    return record.data;
  }

  /** Readings of packs that are mostly out of use move into the pack of this run; then those packs go. */
  function tidy(): void {
    if (folder === null) return;
    const all = used.reduce((sum, bytes) => sum + bytes, 0);
    packs.slice(0, old).forEach((pack, number) => {
      if (used[number] >= WORTH_KEEPING * pack.size() && used[number] >= WORTH_A_FILE * all) return;
      if (used[number] > 0) {
        for (const { label, at, length } of pack.labels()) {
          const kept = shelf.isMarked(label) ? slotAt(shelf.get(label)) : null;
          const record = kept?.pack === number && kept.at === at ? pack.read({ at, length }) : null;
          if (record !== null) append([{ label: Buffer.from(record.label), data: record.data }]);
        }
      }
      pack.remove();
    });
  }

  return {
    find(article) {
      const label = labelOf(article);
      const kept = shelf.get(label);
      if (kept < 0) return { why: 'new' };
      const slot = slotAt(kept);
      const record = packs[slot.pack].read(slot);
      if (record === null) return { why: 'damaged' };
      if (!isSameArticle(record.label, label)) return { why: 'new' };
      const why = difference(record.label, label);
      if (why !== null) return { why };
      shelf.mark(label, kept);
      used[slot.pack] += slot.length;
      return { kept };
    },
    keep(articles, readings) {
      if (closed || readings.length === 0) return [];
      for (const { source } of articles) room -= source.text.length;
      const fits = room >= 0 && readings.every(({ reading }) => reading !== null);
      const found = readings.map(({ data, lasting }, i) => {
        const label = labelOf(articles[i]);
        return { label: lasting ? label : failedLabel(label), data };
      });
      let first = stored + waiting.length;
      if (fits && folder === null) waiting.push(...found);
      else {
        settle();
        first = put(found.map(({ label, data }) => ({ label, data: data() })));
      }
      if (fits) for (const [i, { reading }] of readings.entries()) inMemory.set(first + i, reading as Reading);
      else inMemory.clear();
      return readings.map((_, i) => first + i);
    },
    read: (kept) => inMemory.get(kept) ?? readingOf(dataOf(kept)),
    head: (kept) => inMemory.get(kept) ?? headOf(dataOf(kept)),
    placesOf(kept, file) {
      settle();
      writePlaces(file, placesAt(kept));
      return { packs: packs.map(({ path }) => path), file };
    },
    tidy() {
      try {
        tidy();
      } catch {
        // The tables are written: a cache that is larger than it need be is no reason to fail.
      }
    },
    close() {
      closed = true;
      for (const [number, pack] of packs.entries()) {
        if (folder === null && number >= old) pack.remove();
        else pack.close();
      }
    },
  };
}
