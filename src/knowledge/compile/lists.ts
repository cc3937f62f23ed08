import { LONGEST_PHRASE, type TriePhrase } from '../../text/index.js';
import { type Kind, LEXICON, LEXICON_KINDS, type LexiconKind, readLexiconRow, Stands, Way } from '../lexicon.js';
import { type Cells, GazetteerError, type GazetteerRows, placeOf } from '../rows.js';
import { phraseShape } from './phrase-shape.js';

/** The word lists: their phrases, the kind and row of each, and their rows. */
export interface CompiledLists {
  readonly phrases: readonly TriePhrase[];
  /** By the value of a phrase. */
  readonly kind: Uint8Array;
  readonly row: Int32Array;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

/** Gathers the rows of all lists; `idOf` gives each word its number. */
export function compileLists({ words }: GazetteerRows, idOf: (word: string) => number): CompiledLists {
  const rows: Record<string, unknown[]> = {};
  const phrases: TriePhrase[] = [];
  const kinds: Kind[] = [];
  const numbers: number[] = [];
  for (const kind of LEXICON_KINDS) {
    const list: unknown[] = [];
    rows[kind] = list;
    for (const row of words.get(LEXICON[kind].file) ?? []) {
      const shape = phraseShape((row.cells['phrase'] ?? '').trim());
      if (shape.words.length === 0) throw new GazetteerError(`${placeOf(row)}: the first column is empty; write the phrase there or delete the row.`);
      // Whole lines of page furniture are compared as lines, not as phrases.
      phrases.push({ words: shape.words.slice(0, LONGEST_PHRASE).map(idOf), value: kinds.length });
      kinds.push(LEXICON[kind].kind);
      numbers.push(rowNumber(kind, list, row.cells));
    }
  }
  return { phrases, kind: Uint8Array.from(kinds), row: Int32Array.from(numbers), rows };
}

/** Lists of names are long and their rows alike but for the phrase, which the text itself holds: equal rows are kept once. */
const LONG_LISTS: ReadonlySet<LexiconKind> = new Set<LexiconKind>(['givenName', 'surname', 'pronoun']);

/** Number of a row in its list, where it is put if it is not there. */
function rowNumber(kind: LexiconKind, list: unknown[], cells: Cells): number {
  if (!LONG_LISTS.has(kind)) return list.push(readLexiconRow(kind, cells)) - 1;
  const row = JSON.stringify({ ...readLexiconRow(kind, cells), phrase: '' });
  const known = list.findIndex((one) => JSON.stringify(one) === row);
  return known >= 0 ? known : list.push(JSON.parse(row)) - 1;
}

/** How the words stand in the lists: few ways recur, so that a word keeps the number of its way, and `stands` spells out each, a byte a list. */
export function wordClasses({ phrases, kind }: CompiledLists, size: number): { readonly classOf: Uint16Array; readonly stands: Uint8Array } {
  const ways = new Map<number, Uint8Array>();
  for (const { words, value } of phrases) {
    let way = ways.get(words[0]);
    if (way === undefined) ways.set(words[0], (way = new Uint8Array(Way.Length)));
    way[kind[value]] |= words.length === 1 ? Stands.Alone | Stands.First : Stands.First;
  }
  const classOf = new Uint16Array(size);
  const numbers = new Map<string, number>([[new Uint8Array(Way.Length).join(), 0]]);
  for (const [word, way] of ways) {
    const key = way.join();
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    classOf[word] = known;
  }
  if (numbers.size > 0xffff) throw new RangeError('the word lists overlap in more ways than a column of 16 bits can number');
  return { classOf, stands: Uint8Array.from([...numbers.keys()].flatMap((key) => key.split(',').map(Number))) };
}
