import { type Column, inAscii, packed, starts } from '../binary.js';
import { LONGEST_PHRASE, type TriePhrase } from '../../text/index.js';
import { type Kind, LEXICON, LEXICON_KINDS, type LexiconKind, readLexiconRow, Stands, Way } from '../lexicon.js';
import { type Cells, GazetteerError, type GazetteerRows, placeOf } from '../rows.js';
import { phraseShape } from './phrase-shape.js';

/** The word lists: their phrases, the kind and row of each, and their rows. */
export interface CompiledLists {
  readonly phrases: readonly TriePhrase[];
  /** Kind of each phrase, by its value. */
  readonly kind: Uint8Array;
  readonly columns: Readonly<Record<string, Column>>;
}

/** Gathers the rows of all lists; `idOf` gives each word its number. */
export function compileLists({ words }: GazetteerRows, idOf: (word: string) => number): CompiledLists {
  const first = new Int32Array(LEXICON_KINDS.length + 1);
  const rows: string[] = [];
  const rowWords: (readonly number[])[] = [];
  const phrases: TriePhrase[] = [];
  const kinds: Kind[] = [];
  const numbers: number[] = [];
  for (const kind of LEXICON_KINDS) {
    const list: string[] = [];
    for (const row of words.get(LEXICON[kind].file) ?? []) {
      const shape = phraseShape((row.cells['phrase'] ?? '').trim());
      if (shape.words.length === 0) throw new GazetteerError(`${placeOf(row)}: the first column is empty; write the phrase there or delete the row.`);
      // Whole lines of page furniture are compared as lines, not as phrases.
      const words = shape.words.slice(0, LONGEST_PHRASE).map(idOf);
      phrases.push({ words, value: kinds.length });
      kinds.push(LEXICON[kind].kind);
      const number = rowNumber(kind, list, row.cells);
      numbers.push(number);
      rowWords[rows.length + number] = LONG_LISTS.has(kind) ? [] : words;
    }
    rows.push(...list);
    first[LEXICON[kind].kind + 1] = rows.length;
  }
  const json = packed(rows.map((row) => `${inAscii(row)},`));
  const kind = Uint8Array.from(kinds);
  return {
    phrases,
    kind,
    columns: {
      'lexicon.kind': kind,
      'lexicon.row': Int32Array.from(numbers),
      'lexicon.first': first,
      'lexicon.offset': json.offset,
      'lexicon.json': json.bytes,
      'lexicon.wordsFirst': starts(rowWords),
      'lexicon.words': Int32Array.from(rowWords.flat()),
    },
  };
}

/** Lists of names are long and their rows alike but for the phrase, which the text itself holds: equal rows are kept once. */
const LONG_LISTS: ReadonlySet<LexiconKind> = new Set<LexiconKind>(['givenName', 'surname', 'pronoun']);

/** Number of a row in its list, where it is put if it is not there. */
function rowNumber(kind: LexiconKind, list: string[], cells: Cells): number {
  if (!LONG_LISTS.has(kind)) return list.push(JSON.stringify(readLexiconRow(kind, cells))) - 1;
  const row = JSON.stringify({ ...readLexiconRow(kind, cells), phrase: '' });
  const known = list.indexOf(row);
  return known >= 0 ? known : list.push(row) - 1;
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
