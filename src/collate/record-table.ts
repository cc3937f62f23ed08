// Records of numbers by their place: a column that may be longer than memory, of which the pages last asked for stay there.

/** Records that were put away one behind the other. */
export interface RecordTable {
  /** Adds the record that begins `from` and tells its place. */
  readonly add: (from: Float64Array) => number;
  /** The record at a place, lent until the next is asked for. */
  readonly at: (place: number) => Float64Array;
}

/** Full pages in a file, all of one length. */
export interface PageFile {
  readonly append: (page: Float64Array) => void;
  readonly read: (number: number, into: Float64Array) => void;
}

/** Records of a page. */
const PAGE = 256;
/** So many pages are held as they are made, and as many more that were asked for. */
const MOST = 512;

/** `openPages` opens the file of pages beyond `most`, when there is one; null where all stay in memory. */
export function tableOf(width: number, openPages: (() => PageFile) | null, most = MOST): RecordTable {
  const held: Float64Array[] = [];
  const cached = new Map<number, Float64Array>();
  let page = new Float64Array(PAGE * width);
  let count = 0;
  let file: PageFile | null = null;

  const putAway = (): void => {
    if (openPages === null || held.length < most) held.push(page);
    else (file ??= openPages()).append(page);
    page = new Float64Array(PAGE * width);
  };
  const pageOf = (number: number): Float64Array => {
    if (number * PAGE >= count - (count % PAGE)) return page;
    if (number < held.length) return held[number];
    let found = cached.get(number);
    if (found !== undefined) return found;
    // The one that has been there longest makes room.
    const [oldest] = cached.size < most ? [] : cached.keys();
    found = oldest === undefined ? new Float64Array(PAGE * width) : (cached.get(oldest) as Float64Array);
    if (oldest !== undefined) cached.delete(oldest);
    (file as PageFile).read(number - held.length, found);
    cached.set(number, found);
    return found;
  };
  return {
    add(from) {
      const at = (count % PAGE) * width;
      for (let i = 0; i < width; i++) page[at + i] = from[i];
      if (++count % PAGE === 0) putAway();
      return count - 1;
    },
    at(place) {
      const at = (place % PAGE) * width;
      return pageOf(Math.floor(place / PAGE)).subarray(at, at + width);
    },
  };
}
