import type { Armful, Circle, Opened } from '../armful.js';

/** Reads a file of many articles as a stream. */
export type ReaderOfMany = (input: Opened, circle: Circle) => AsyncGenerator<Armful>;

const READERS: Readonly<Record<'ndjson' | 'csv', () => Promise<ReaderOfMany>>> = {
  ndjson: async () => (await import('./ndjson.js')).readNdjson,
  csv: async () => (await import('./table.js')).readTable,
};

/** The reader of a format of many articles, loaded when the first such file comes. */
export const readerOfMany = (kind: 'ndjson' | 'csv'): Promise<ReaderOfMany> => READERS[kind]();
