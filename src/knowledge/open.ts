import type { Trie } from '../text/index.js';
import { decode } from './binary.js';
import type { Meta } from './compile/compile.js';
import type { EntityTable, Knowledge } from './knowledge.js';

/** Rows of entities kept as words: some megabytes of them. A power of two. */
const DECODED = 1 << 15;

/**
 * Opens compiled bytes without copying them; null when they are of another format and must be compiled anew. `buffer` may end where the
 * texts of the entities begin (`residentLength`): then `read` gives bytes `[from, to)` of the file.
 */
export function openKnowledge(
  buffer: ArrayBufferLike,
  read: EntityTable['texts'] = (from, to) => new Uint8Array(buffer, from, to - from),
): Knowledge | null {
  const file = decode<Meta>(buffer);
  if (!file) return null;
  // Each column has the type that compile.ts gave it under the same name.
  const column = (name: string): never => file.columns[name] as never;
  const trie = (prefix: string): Trie => ({
    root: column(`${prefix}.root`),
    word: column(`${prefix}.word`),
    first: column(`${prefix}.first`),
    values: column(`${prefix}.values`),
  });
  const { resident } = file;
  const { whole, starts, longest } = file.meta.furniture;
  const type: Uint8Array = column('entity.type');
  const offset: Int32Array = column('vocabulary.offset');
  const rowsOfLists: Int32Array = column('lexicon.offset');
  return {
    version: file.meta.version,
    vocabulary: {
      size: offset.length - 1,
      pool: column('vocabulary.pool'),
      offset,
      slots: column('vocabulary.slots'),
    },
    words: {
      classOf: column('words.classOf'),
      stands: column('words.stands'),
      pos: column('words.pos'),
      level: column('words.level'),
      lexname: column('words.lexname'),
      begins: column('words.begins'),
    },
    names: {
      trie: trie('nameTrie'),
      entity: column('name.entity'),
      use: column('name.use'),
      capitals: column('name.capitals'),
      uppers: column('name.uppers'),
      flags: column('name.flags'),
      needy: column('name.needy'),
      needsFirst: column('name.needsFirst'),
      needs: column('name.needs'),
    },
    entities: {
      count: type.length,
      type,
      country: column('entity.country'),
      population: column('entity.population'),
      capital: column('entity.capital'),
      parent: column('entity.parent'),
      from: column('entity.from'),
      to: column('entity.to'),
      offset: column('entity.offset'),
      texts: (from, to) => read(resident + from, resident + to),
      decoded: { entity: new Int32Array(DECODED).fill(-1), text: new Array(DECODED).fill(undefined) },
    },
    lexicon: {
      trie: trie('lexiconTrie'),
      kind: column('lexicon.kind'),
      row: column('lexicon.row'),
      first: column('lexicon.first'),
      offset: rowsOfLists,
      json: column('lexicon.json'),
      wordsFirst: column('lexicon.wordsFirst'),
      words: column('lexicon.words'),
      rows: new Array(rowsOfLists.length - 1).fill(undefined),
      whole: new Map(),
    },
    offices: {
      titles: file.meta.offices,
      holder: column('office.holder'),
      title: column('office.title'),
      country: column('office.country'),
      from: column('office.from'),
      to: column('office.to'),
    },
    weights: { slots: column('weights.slots'), key: column('weights.key'), value: column('weights.value'), evidence: file.meta.evidence },
    furniture: { whole: new Set(whole), starts: new Map(starts), longest },
    countries: new Map(Object.entries(file.meta.countries)),
    irregular: new Map(file.meta.irregular),
  };
}
