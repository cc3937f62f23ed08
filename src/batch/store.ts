import { join } from 'node:path';
import { cacheFolderFor, makePack, newPack, openPack, OutputError, reason, type Article, type Pack } from '../io/index.js';
import type { Head, Reading } from '../model/index.js';
import { headOf, readingOf } from './codec.js';
import type { Analysed } from './crew.js';
import { difference, failedLabel, isSameArticle, labeller, type Circumstances, type Why } from './label.js';
import { openShelf, type Slot } from './shelf.js';

// The readings of a run: taken from the cache of its inputs, or made and put there as batches are done. So a run that is killed
// goes on where it stopped, and a run over changed articles analyses only those.

export type Found = { readonly slot: Slot } | { readonly why: Why };
/** A reading that stayed in memory, or where it stands on the disk. */
export type Kept = Reading | Slot;

export interface Store {
  /** The kept reading of an article, or why there is none that holds. */
  readonly find: (article: Article) => Found;
  /** Keeps the readings of articles; those of a cache are on the disk when it returns. Nothing is kept in a store that was closed. */
  readonly keep: (articles: readonly Article[], readings: readonly Analysed[]) => readonly Kept[];
  /** A reading found or kept in this run, and the head of one alone. */
  readonly read: (kept: Kept) => Reading;
  readonly head: (kept: Kept) => Head;
  /** Deletes what this run, which ended well, did not use. */
  readonly tidy: () => void;
  /** Nothing more is read: a store without cache is deleted. */
  readonly close: () => void;
}

/** Readings of so many characters stay in memory (some 100 MB), which saves taking them out of bytes, and without a cache putting them there. */
const HELD = 1_500_000;
/** Packs of which less is in use, or which hold less than this share of all, are written anew into one. */
const WORTH_KEEPING = 0.5;
const WORTH_A_FILE = 1 / 16;

/**
 * Opens the store of a run over `paths`. `cache` is the cache folder, null for none; where it cannot be written, or no more, the
 * run goes on in `spare`, a folder of its own, and says so. `held`: characters of articles whose readings stay in memory.
 */
export function openStore(
  cache: string | null,
  paths: readonly string[],
  spare: string,
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
    for (const { label, at, length } of pack.labels()) shelf.put(label, { pack: packs.length - 1, at, length });
  }

  function giveUp(error: unknown): void {
    folder = null;
    writing = -1;
    say(`The cache ${cache} cannot be written (${reason(error)}); this run goes on without. Name another one with --cache.`);
  }

  /** Appends to the pack that this run writes, a new one when there is none yet. */
  function append(labels: readonly Buffer[], readings: readonly Buffer[]): readonly Slot[] {
    if (writing < 0) {
      packs.push(makePack(folder === null ? join(spare, `${packs.length}.pack`) : newPack(folder)));
      used.push(0);
      writing = packs.length - 1;
    }
    const places = packs[writing].append(readings.map((data, i) => ({ label: labels[i], data })));
    return places.map(({ at, length }, i) => {
      const slot = { pack: writing, at, length };
      shelf.put(labels[i], slot);
      shelf.mark(labels[i]);
      used[writing] += length;
      return slot;
    });
  }

  function put(labels: readonly Buffer[], readings: readonly Buffer[]): readonly Slot[] {
    if (readings.length === 0 || closed) return [];
    try {
      return append(labels, readings);
    } catch (error) {
      if (folder !== null) {
        giveUp(error);
        return put(labels, readings);
      }
      throw new OutputError(`Nothing can be written beside the output folder (${reason(error)}); make room or name another folder with --out.`);
    }
  }

  function dataOf(slot: Slot): Buffer {
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
          const slot = shelf.isMarked(label) ? shelf.get(label) : null;
          const record = slot?.pack === number && slot.at === at ? pack.read({ at, length }) : null;
          if (record !== null) append([Buffer.from(record.label)], [record.data]);
        }
      }
      pack.remove();
    });
  }

  return {
    find(article) {
      const label = labelOf(article);
      const slot = shelf.get(label);
      if (slot === null) return { why: 'new' };
      const record = packs[slot.pack].read(slot);
      if (record === null) return { why: 'damaged' };
      if (!isSameArticle(record.label, label)) return { why: 'new' };
      const why = difference(record.label, label);
      if (why !== null) return { why };
      shelf.mark(label);
      used[slot.pack] += slot.length;
      return { slot };
    },
    keep(articles, readings) {
      if (closed) return [];
      const kept: (Kept | null)[] = readings.map(({ reading }, i) =>
        reading !== null && (room -= articles[i].source.text.length) >= 0 ? reading : null,
      );
      const away = [...articles.keys()].filter((i) => folder !== null || kept[i] === null);
      const slots = put(
        away.map((i) => (readings[i].lasting ? labelOf(articles[i]) : failedLabel(labelOf(articles[i])))),
        away.map((i) => readings[i].data()),
      );
      away.forEach((i, n) => (kept[i] ??= slots[n]));
      return kept as readonly Kept[];
    },
    read: (kept) => ('pack' in kept ? readingOf(dataOf(kept)) : kept),
    head: (kept) => ('pack' in kept ? headOf(dataOf(kept)) : kept),
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
