import type { Trie } from '../text/index.js';
import { decode } from './binary.js';
import type { Meta } from './compile/compile.js';
import { LEXICON_KINDS } from './lexicon.js';
import type { Knowledge, Lexicon } from './knowledge.js';

/** Opens compiled bytes without copying them; null when they are of another format and must be compiled anew. */
export function openKnowledge(buffer: ArrayBufferLike): Knowledge | null {
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
  const rows = file.meta.lexicon as unknown as Lexicon['rows'];
  const type: Uint8Array = column('entity.type');
  const offset: Int32Array = column('vocabulary.offset');
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
      needsFirst: column('name.needsFirst'),
      needs: column('name.needs'),
    },
    entities: {
      count: type.length,
      type,
      country: column('entity.country'),
      latitude: column('entity.latitude'),
      longitude: column('entity.longitude'),
      population: column('entity.population'),
      capital: column('entity.capital'),
      parent: column('entity.parent'),
      from: column('entity.from'),
      to: column('entity.to'),
      offset: column('entity.offset'),
      blob: column('entity.blob'),
    },
    lexicon: {
      trie: trie('lexiconTrie'),
      kind: column('lexicon.kind'),
      row: column('lexicon.row'),
      rows,
      lists: LEXICON_KINDS.map((kind) => rows[kind]) as unknown as Lexicon['lists'],
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
    countries: new Map(Object.entries(file.meta.countries)),
    irregular: new Map(rows.plural.map((row) => [row.phrase, row.singular])),
  };
}
