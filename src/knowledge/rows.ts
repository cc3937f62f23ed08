// What `io` reads from the gazetteer folder, before it is compiled: cells as they stand in the files, with their place.

export interface Located {
  /** File inside the gazetteer folder, and the row's line in it (the header is line 1). */
  readonly file: string;
  readonly line: number;
}
/** Where a row stands, for messages: "groups.csv, line 12". */
export const placeOf = ({ file, line }: Located): string => `${file}, line ${line}`;

export type Cells = Readonly<Record<string, string>> & { readonly [key: string]: string };
export interface Row extends Located {
  readonly cells: Cells;
}

/** Everything that the compiled knowledge is made from. */
export interface GazetteerRows {
  /** groups.csv, people.csv, places.csv, units.csv in this order. */
  readonly entities: readonly Row[];
  readonly aliases: readonly Row[];
  /** centres.csv: where a large unit is put on the map. */
  readonly centres: readonly Row[];
  /** offices.csv: who held an office of a country, from when to when. */
  readonly offices: readonly Row[];
  /** File name without .csv → its rows. */
  readonly words: ReadonlyMap<string, readonly Row[]>;
  /** weights/names.csv: how much each piece of evidence tells for a group, person, place or none. */
  readonly weights: readonly Row[];
  /** dist/world.tsv: towns from GeoNames. */
  readonly world: readonly Cells[];
  /** dist/english.tsv: English words with level and parts of speech. */
  readonly english: readonly Cells[];
  /** Content hash of all that was read. */
  readonly version: string;
}

/** A gazetteer that cannot be used: the message names file, row and remedy. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError';
}
