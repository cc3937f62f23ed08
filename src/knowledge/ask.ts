import { type EntityType, Flag, has, type Tokens } from '../model/index.js';
import { firstValue, lastValue, nextWord, beginning, step } from '../text/index.js';
import { type EntityTable, type EntityText, type Knowledge, type Lexicon, type OfficeTable, TYPES } from './knowledge.js';
import { type Kind, type KindName, LEXICON, type LexiconKind, type LexiconRow, Stands, Way } from './lexicon.js';

/** Whether the token's word alone is a phrase of `kind`. */
export function isKind(knowledge: Knowledge, tokens: Tokens, token: number, kind: Kind): boolean {
  return isWordOf(knowledge, tokens.id[token], kind);
}

/** Whether the word with this id (−1: unknown) is by itself a phrase of `kind`. */
export function isWordOf({ words }: Knowledge, id: number, kind: Kind): boolean {
  return id >= 0 && (words.stands[words.classOf[id] * Way.Length + kind] & Stands.Alone) !== 0;
}

/** Whether some phrase of `kind` begins with the word with this id (−1: unknown). */
export function beginsKind({ words }: Knowledge, id: number, kind: Kind): boolean {
  return id >= 0 && words.stands[words.classOf[id] * Way.Length + kind] !== 0;
}

/** Part-of-speech bits of the token's word, 0 when it is no English word. */
export function posOf(knowledge: Knowledge, tokens: Tokens, token: number): number {
  const id = tokens.id[token];
  return id < 0 ? 0 : knowledge.words.pos[id];
}

export function levelOf(knowledge: Knowledge, tokens: Tokens, token: number): number {
  const id = tokens.id[token];
  return id < 0 ? 0 : knowledge.words.level[id];
}

export function lexnameOf(knowledge: Knowledge, tokens: Tokens, token: number): number {
  const id = tokens.id[token];
  return id < 0 ? 0 : knowledge.words.lexname[id];
}

export interface LexiconHit<K extends Kind> {
  /** Token behind the phrase. */
  readonly last: number;
  readonly row: LexiconRow<KindName<K>>;
}

/** Longest phrase of `kind` that begins at `token` and ends before token `limit`; case does not matter; null when none. */
export function phraseAt<K extends Kind>(
  knowledge: Knowledge,
  text: string,
  tokens: Tokens,
  token: number,
  limit: number,
  kind: K,
): LexiconHit<K> | null {
  const id = tokens.id[token];
  if (!beginsKind(knowledge, id, kind) || has(tokens, token, Flag.Masked)) return null;
  return phraseFrom(knowledge, text, tokens, beginning(knowledge.lexicon.trie, id), token, limit, kind);
}

/**
 * Longest phrase of `kind` whose first word stands at `token` and whose others begin at `behind`, as a verb that its object parts from the rest
 * ("took 27 men hostage"); null when none does, and for a phrase of one word.
 */
export function splitPhraseAt<K extends Kind>(
  knowledge: Knowledge,
  text: string,
  tokens: Tokens,
  token: number,
  behind: number,
  limit: number,
  kind: K,
): LexiconHit<K> | null {
  const id = tokens.id[token];
  if (!beginsKind(knowledge, id, kind) || has(tokens, token, Flag.Masked) || behind >= limit || tokens.id[behind] < 0) return null;
  const { trie } = knowledge.lexicon;
  return phraseFrom(knowledge, text, tokens, step(trie, beginning(trie, id), tokens.id[behind]), behind, limit, kind);
}

/** Longest phrase of `kind` among those that go through `node`, which the word at token `at` leads to. */
function phraseFrom<K extends Kind>(
  knowledge: Knowledge,
  text: string,
  tokens: Tokens,
  node: number,
  at: number,
  limit: number,
  kind: K,
): LexiconHit<K> | null {
  const { trie, kind: kinds, row } = knowledge.lexicon;
  let last = -1;
  let found = -1;
  while (node !== 0) {
    const end = lastValue(trie, node);
    for (let v = firstValue(trie, node); v < end; v++) {
      if (kinds[trie.values[v]] !== kind) continue;
      found = trie.values[v];
      last = at + 1;
      break;
    }
    at = nextWord(text, tokens, at, limit);
    if (at < 0 || tokens.id[at] < 0) break;
    node = step(trie, node, tokens.id[at]);
  }
  return found < 0 ? null : { last, row: lexiconRow(knowledge.lexicon, kind, row[found]) };
}

/** Row `row` of the list `kind`. */
export function lexiconRow<K extends Kind>(lexicon: Lexicon, kind: K, row: number): LexiconRow<KindName<K>> {
  const at = lexicon.first[kind] + row;
  return (lexicon.rows[at] ?? readRow(lexicon, at)) as LexiconRow<KindName<K>>;
}

function readRow(lexicon: Lexicon, at: number): LexiconRow<LexiconKind> {
  return (lexicon.rows[at] = readRows(lexicon, at, at + 1)[0]);
}

/** All rows of a list. */
export function lexiconRows<N extends LexiconKind>({ lexicon }: { readonly lexicon: Lexicon }, name: N): readonly LexiconRow<N>[] {
  const { kind } = LEXICON[name];
  let list = lexicon.whole.get(kind);
  if (list === undefined) {
    const first = lexicon.first[kind];
    list = readRows(lexicon, first, lexicon.first[kind + 1]).map((row, i) => (lexicon.rows[first + i] ??= row));
    lexicon.whole.set(kind, list);
  }
  return list as readonly LexiconRow<N>[];
}

/** Rows `[from, to)` of all; a comma stands behind each. */
function readRows({ offset, json }: Lexicon, from: number, to: number): LexiconRow<LexiconKind>[] {
  return from === to ? [] : JSON.parse(`[${decoder.decode(json.slice(offset[from], offset[to] - 1))}]`);
}

/** Vocabulary ids of the words of a row's phrase, none for a list of names. */
export function lexiconWords({ lexicon }: Knowledge, name: LexiconKind, row: number): Int32Array {
  const at = lexicon.first[LEXICON[name].kind] + row;
  return lexicon.words.subarray(lexicon.wordsFirst[at], lexicon.wordsFirst[at + 1]);
}

const decoder = new TextDecoder();

/** The words of entity `entity`. */
export function entityText(entities: EntityTable, entity: number): EntityText {
  const { decoded } = entities;
  const place = entity & (decoded.entity.length - 1);
  if (decoded.entity[place] !== entity) {
    decoded.text[place] = decodeText(entities, entity);
    decoded.entity[place] = entity;
  }
  return decoded.text[place] as EntityText;
}

function decodeText({ offset, texts }: EntityTable, entity: number): EntityText {
  const bytes = texts(offset[entity], offset[entity + 1]).slice();
  const [id, name, kind, role, countries, externalIds, latitude, longitude, row] = decoder.decode(bytes).split('\t');
  return {
    id,
    name,
    kind,
    role,
    countries: list(countries),
    externalIds: list(externalIds),
    latitude: degrees(latitude),
    longitude: degrees(longitude),
    row,
  };
}

const list = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(' '));
const degrees = (cell: string): number => (cell === '' ? Number.NaN : Number(cell));

export const typeOf = (entities: EntityTable, entity: number): EntityType => TYPES[entities.type[entity]];

/** ISO 3166-1 alpha-2 code of an entity's country, null when none or several. */
export function countryOf(entities: EntityTable, entity: number): string | null {
  const packed = entities.country[entity];
  return packed === 0 ? null : String.fromCharCode(packed >> 8, packed & 0xff);
}

/** An office that somebody held: its name in lower case and the country. */
export interface Term {
  readonly holder: number;
  readonly title: string;
  readonly country: string;
}

/** The offices that `holder` held at some day of `[first, last]`, both as numbers (20130901), in the order of the rows. */
export function officesOf({ offices }: Knowledge, holder: number, first: number, last: number): readonly Term[] {
  let [low, high] = [0, offices.holder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offices.holder[middle] < holder) low = middle + 1;
    else high = middle;
  }
  const found: Term[] = [];
  for (let i = low; i < offices.holder.length && offices.holder[i] === holder; i++)
    if (offices.from[i] <= last && offices.to[i] >= first) found.push(termAt(offices, i));
  return found;
}

/** Who held the office `title` (lower case) of a country at some day of `[first, last]`: one, or two when it changed hands. */
export function holdersOf({ offices }: Knowledge, title: string, country: string, first: number, last: number): readonly number[] {
  const wanted = offices.titles.indexOf(title);
  const packed = (country.charCodeAt(0) << 8) | country.charCodeAt(1);
  const found: number[] = [];
  for (let i = 0; wanted >= 0 && i < offices.holder.length; i++)
    if (offices.title[i] === wanted && offices.country[i] === packed && offices.from[i] <= last && offices.to[i] >= first)
      found.push(offices.holder[i]);
  return [...new Set(found)];
}

const termAt = (offices: OfficeTable, i: number): Term => ({
  holder: offices.holder[i],
  title: offices.titles[offices.title[i]],
  country: String.fromCharCode(offices.country[i] >> 8, offices.country[i] & 0xff),
});

/** Number of the entity with this id, −1 when no row has it. Reads through all rows: for the few ids that a person wrote. */
export function findEntity(entities: EntityTable, id: string): number {
  const wanted = new TextEncoder().encode(`${id}\t`);
  const texts = entities.texts(0, entities.offset[entities.count]);
  for (let entity = 0; entity < entities.count; entity++) {
    const at = entities.offset[entity];
    let same = 0;
    while (same < wanted.length && texts[at + same] === wanted[same]) same++;
    if (same === wanted.length) return entity;
  }
  return -1;
}
