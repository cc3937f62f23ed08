import { inPieces, type Articles, type Overflow } from '../collate/index.js';
import { numbersFrom, openPack, OutputError, writeNumbers } from '../io/index.js';
import { headOf, namesOf } from './codec.js';

// Where the readings of all articles stand, told to a thread that reads them by itself.

/** Packs, and the file that holds for each article the number of its pack, its byte there and its length. */
export interface Places {
  readonly packs: readonly string[];
  readonly file: string;
}

/** Numbers of a place. */
export const PLACE = 3;

/** Writes places, which may be lent, in the order of the articles. */
export const writePlaces = (file: string, places: Iterable<Float64Array>): void => writeNumbers(file, inPieces(places, PLACE));

/** The articles of these places, of whose readings only names are told, and what ends the reading of them. */
export function openPlaces({ packs, file }: Places, { table }: Overflow): { readonly articles: Articles; readonly close: () => void } {
  const open = packs.map(openPack);
  const places = table(PLACE);
  let count = 0;
  for (const piece of numbersFrom(file, PLACE))
    for (let at = 0; at < piece.length; at += PLACE) count = 1 + places.add(piece.subarray(at, at + PLACE));
  const dataOf = (article: number): Buffer => {
    const [pack, at, length] = places.at(article);
    const record = open[pack]?.read({ at, length }) ?? null;
    if (record === null) throw new OutputError(`${packs[pack]} changed while it was in use; run again.`);
    return record.data;
  };
  return {
    articles: { count, head: (article) => headOf(dataOf(article)), reading: (article) => namesOf(dataOf(article)) },
    close: () => {
      for (const pack of open) pack?.close();
    },
  };
}
