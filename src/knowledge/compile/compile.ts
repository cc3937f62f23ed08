import { buildTrie, buildVocabulary, type TriePhrase } from '../../text/index.js';
import { type Column, encode, starts } from '../binary.js';
import { Begins, Pos, SenseFlag, USES } from '../knowledge.js';
import { Kind, LEXICON, Stands, Way } from '../lexicon.js';
import type { GazetteerRows } from '../rows.js';
import { buildWeights } from '../weights.js';
import { compileEntities } from './entities.js';
import { type CompiledFurniture, compileFurniture } from './furniture.js';
import { compileLists, wordClasses } from './lists.js';
import { compileOffices } from './offices.js';
import { nameSenses } from './names.js';
import { respellings } from './respellings.js';

/** What the header of the compiled file holds beside the columns. */
export interface Meta {
  readonly version: string;
  readonly countries: Readonly<Record<string, number>>;
  /** The names of offices, in lower case. */
  readonly offices: readonly string[];
  /** The words of each weights row: "before: in". */
  readonly evidence: readonly string[];
  readonly furniture: CompiledFurniture;
  /** Plural and singular of the words that no rule tells. */
  readonly irregular: readonly (readonly [string, string])[];
}

const POS_OF_LETTER: Readonly<Record<string, number>> = {
  n: Pos.Noun,
  v: Pos.Verb,
  a: Pos.Adjective,
  r: Pos.Adverb,
  N: Pos.Noun | Pos.Plural,
  V: Pos.Verb | Pos.Past,
  G: Pos.Verb | Pos.Gerund,
  Z: Pos.Verb | Pos.Third,
};

/** Compiles gazetteer rows into the bytes that `openKnowledge` reads. A bad row is a GazetteerError naming file, row and remedy. */
export function compileKnowledge(rows: GazetteerRows): Uint8Array {
  const wordIds = new Map<string, number>();
  const idOf = (word: string): number => {
    const known = wordIds.get(word) ?? wordIds.size;
    wordIds.set(word, known);
    return known;
  };
  // The commonest words get the lowest ids, so that the columns of what a text mostly consists of lie side by side in memory; the many words of
  // names get the highest, as columns about the others end before them.
  for (const row of [...rows.english].sort((a, b) => Number(a['level']) - Number(b['level']))) idOf(row['word']);
  const lists = compileLists(rows, idOf);

  const entities = compileEntities(rows);
  const senses = nameSenses(rows, entities);
  const phrases: TriePhrase[] = [
    ...senses.map((sense, value) => ({ words: sense.shape.words.map(idOf), value })),
    ...respellings(
      senses.map((sense) => sense.shape.words),
      rows.words.get('spellings') ?? [],
    ).map(({ words, value }) => ({ words: words.map(idOf), value })),
  ];

  const size = wordIds.size;
  const { classOf, stands } = wordClasses(lists, size);
  const english = englishColumns(rows, size, idOf);
  const begins = new Uint8Array(size);
  for (const { words, value } of phrases) {
    if ((senses[value].shape.capitals & 1) === 0) begins[words[0]] |= Begins.LowerName;
    if (english.level[words[0]] === 0) begins[words[0]] |= Begins.RareName;
  }
  for (let id = 0; id < size; id++) if ((stands[classOf[id] * Way.Length + Kind.Particle] & Stands.Alone) !== 0) begins[id] |= Begins.Particle;

  const vocabulary = buildVocabulary([...wordIds.keys()]);
  const weights = buildWeights(rows.weights);
  const offices = compileOffices(rows, entities);
  const needy = senses.flatMap(({ needs }, sense) => (needs.length > 0 ? [sense] : []));
  const columns: Readonly<Record<string, Column>> = {
    ...entities.columns,
    ...offices.columns,
    'vocabulary.pool': vocabulary.pool,
    'vocabulary.offset': vocabulary.offset,
    'vocabulary.slots': vocabulary.slots,
    'words.classOf': classOf,
    'words.stands': stands,
    'words.pos': english.pos,
    'words.level': english.level,
    'words.lexname': english.lexname,
    'words.begins': begins,
    'name.entity': Int32Array.from(senses, (s) => s.entity),
    'name.use': Uint8Array.from(senses, (s) => s.use),
    'name.capitals': Uint16Array.from(senses, (s) => s.shape.capitals),
    'name.uppers': Uint16Array.from(senses, (s) => (USES[s.use] === 'acronym' || (s.flags & SenseFlag.Exact) !== 0 ? s.shape.uppers : 0)),
    'name.flags': Uint8Array.from(senses, (s) => s.flags | (s.needs.length > 0 ? SenseFlag.Needy : 0)),
    'name.needy': Int32Array.from(needy),
    'name.needsFirst': starts(needy.map((s) => senses[s].needs)),
    'name.needs': Int32Array.from(needy.flatMap((s) => senses[s].needs)),
    'weights.slots': weights.slots,
    'weights.key': weights.key,
    'weights.value': weights.value,
    ...lists.columns,
    ...named('nameTrie', buildTrie(phrases, size)),
    ...named('lexiconTrie', buildTrie(lists.phrases, size)),
  };
  return encode<Meta>(
    {
      version: rows.version,
      countries: entities.countries,
      offices: offices.titles,
      evidence: rows.weights.map((row) => `${row.cells['template']}: ${row.cells['value']}`),
      furniture: compileFurniture(rows),
      irregular: (rows.words.get(LEXICON.plural.file) ?? []).map(({ cells }) => [cells['phrase'], cells['singular']]),
    },
    columns,
    entities.texts,
  );
}

/** What the English word list says of each word. */
function englishColumns({ english }: GazetteerRows, size: number, idOf: (word: string) => number) {
  const pos = new Uint8Array(size);
  const level = new Uint8Array(size);
  const lexname = new Uint8Array(size);
  for (const row of english) {
    const id = idOf(row['word']);
    for (const letter of row['pos']) pos[id] |= POS_OF_LETTER[letter] ?? 0;
    level[id] = Number(row['level']);
    lexname[id] = Number(row['lexname'] || 0);
  }
  return { pos, level, lexname };
}

const named = (prefix: string, trie: object): Readonly<Record<string, Column>> =>
  Object.fromEntries(Object.entries(trie).map(([name, column]) => [`${prefix}.${name}`, column as Column]));
