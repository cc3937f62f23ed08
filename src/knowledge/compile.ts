import { Flag, type Tokens } from '../model/index.js';
import { buildTrie, buildVocabulary, foldWord, LONGEST_PHRASE, nextWord, scan, type TriePhrase } from '../text/index.js';
import { encode, type Column } from './binary.js';
import { Begins, Needs, Pos, SenseFlag, TYPES, USES } from './knowledge.js';
import { Kind, kindBit, LEXICON, LEXICON_KINDS, type LexiconKind, readLexiconRow } from './lexicon.js';
import { respellings } from './respellings.js';
import { buildWeights } from './weights.js';
import { type Cells, GazetteerError, type GazetteerRows, type Located, type Row } from './rows.js';

/** What the header of the compiled file holds beside the columns. */
export interface Meta {
  readonly version: string;
  readonly lexicon: Readonly<Record<string, readonly unknown[]>>;
  readonly countries: Readonly<Record<string, number>>;
  /** The words of each weights row: "before: in". */
  readonly evidence: readonly string[];
}

/** A phrase as the matcher will meet it: its folded words, and which of them are capitalised or all capitals. */
export interface PhraseShape {
  readonly words: readonly string[];
  readonly capitals: number;
  readonly uppers: number;
}

const NO_WORDS = buildVocabulary([]);

export function phraseShape(phrase: string): PhraseShape {
  const tokens: Tokens = scan(phrase, NO_WORDS);
  const words: string[] = [];
  let capitals = 0;
  let uppers = 0;
  for (let token = tokens.count > 0 ? 0 : -1; token >= 0; token = nextWord(phrase, tokens, token, tokens.count)) {
    const written = phrase.slice(tokens.start[token], tokens.end[token]);
    const flags = tokens.flags[token];
    const folded = (flags & Flag.Word) !== 0 ? foldWord(written).replaceAll('.', '') : (flags & Flag.Possessive) !== 0 ? "'s" : foldSign(written);
    if (words.length < 16) {
      // "Al-Qaeda" also stands as "al-Qaeda": the Arabic article takes a capital only where a line begins with it.
      if ((flags & Flag.Capital) !== 0 && folded !== 'al' && folded !== 'el') capitals |= 1 << words.length;
      if ((flags & Flag.Upper) !== 0) uppers |= 1 << words.length;
    }
    words.push(folded);
  }
  return { words, capitals, uppers };
}

const foldSign = (sign: string): string => (/^[‐‑‒–—−]$/.test(sign) ? '-' : /^[’‘ʼʻ`´ʿʾ′]$/.test(sign) ? "'" : sign.toLowerCase());

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

/** Lists of names are long and their rows alike but for the phrase, which the text itself holds: equal rows are kept once. */
const LONG_LISTS: ReadonlySet<LexiconKind> = new Set<LexiconKind>(['givenName', 'surname']);

/** Number of a row in its list, where it is put if it is not there. */
function rowNumber(kind: LexiconKind, list: unknown[], cells: Cells): number {
  if (!LONG_LISTS.has(kind)) return list.push(readLexiconRow(kind, cells)) - 1;
  const row = JSON.stringify({ ...readLexiconRow(kind, cells), phrase: '' });
  const known = list.findIndex((one) => JSON.stringify(one) === row);
  return known >= 0 ? known : list.push(JSON.parse(row)) - 1;
}

interface NameSense {
  readonly shape: PhraseShape;
  readonly entity: number;
  readonly use: number;
  readonly flags: number;
  readonly needs: readonly number[];
  /** Likeliest first: curated before world, then by population. */
  readonly rank: number;
}

/** Compiles gazetteer rows into the bytes that `openKnowledge` reads. A bad row is a GazetteerError naming file, row and remedy. */
export function compileKnowledge(rows: GazetteerRows): Uint8Array {
  const wordIds = new Map<string, number>();
  const words: string[] = [];
  const idOf = (word: string): number => {
    let id = wordIds.get(word);
    if (id === undefined) {
      id = words.length;
      words.push(word);
      wordIds.set(word, id);
    }
    return id;
  };

  // The commonest words get the lowest ids, so that the columns of what a text mostly consists of lie side by side in memory.
  for (const row of [...rows.english].sort((a, b) => Number(a['level']) - Number(b['level']))) idOf(row['word']);

  // Entities, then their names.
  const entityRows = entityTable(rows);
  const numberOf = new Map(entityRows.map((row, i) => [row.cells['id'], i]));
  const columns: Record<string, Column> = {};
  const count = entityRows.length;
  const type = new Uint8Array(count);
  const country = new Uint16Array(count);
  const latitude = new Float64Array(count).fill(Number.NaN);
  const longitude = new Float64Array(count).fill(Number.NaN);
  const population = new Int32Array(count);
  const capital = new Uint8Array(count);
  const parent = new Int32Array(count).fill(-1);
  const from = new Int16Array(count);
  const to = new Int16Array(count);
  const lines: string[] = [];
  const countries: Record<string, number> = {};
  entityRows.forEach((row, i) => {
    const c = row.cells;
    type[i] = TYPES.indexOf(c['id'].slice(0, c['id'].indexOf(':')) as (typeof TYPES)[number]);
    const codes = (c['countries'] ?? c['country'] ?? '').trim();
    if (/^[A-Z]{2}$/.test(codes)) country[i] = (codes.charCodeAt(0) << 8) | codes.charCodeAt(1);
    if (c['latitude']) latitude[i] = Number(c['latitude']);
    if (c['longitude']) longitude[i] = Number(c['longitude']);
    population[i] = Number(c['population'] ?? 0) || 0;
    // The seat of a territory is not better known than the towns of its name elsewhere.
    if (c['feature'] === 'PPLC' && entityRows[numberOf.get(`place:${codes}`) ?? i].cells['kind'] === 'country') capital[i] = 1;
    parent[i] = numberOf.get(c['parent'] ?? c['affiliation'] ?? '') ?? -1;
    from[i] = Number((c['from'] ?? '').slice(0, 4)) || 0;
    to[i] = Number((c['to'] ?? '').slice(0, 4)) || 0;
    if (/^place:[A-Z]{2}$/.test(c['id'])) countries[c['id'].slice(6)] = i;
    const origin = row.file === 'world' ? 'world' : `${row.file}:${row.line}`;
    lines.push(
      [c['id'], c['name'], c['kind'], c['role'] ?? '', codes, c['external_ids'] ?? '', origin].map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t'),
    );
  });
  measureUnits(entityRows, numberOf, rows.world, { latitude, longitude, population, parent });
  seatUnits(entityRows, rows.world, latitude, longitude);
  for (const row of rows.centres) {
    const unit = numberOf.get(row.cells['id']);
    if (unit === undefined) throw new GazetteerError(`${at(row)}: no row has the id "${row.cells['id']}"; correct the id or delete the row.`);
    latitude[unit] = Number(row.cells['latitude']);
    longitude[unit] = Number(row.cells['longitude']);
  }
  const encoded = lines.map((line) => new TextEncoder().encode(line));
  const offset = new Int32Array(count + 1);
  encoded.forEach((bytes, i) => {
    offset[i + 1] = offset[i] + bytes.length;
  });
  const blob = new Uint8Array(offset[count]);
  encoded.forEach((bytes, i) => blob.set(bytes, offset[i]));
  Object.assign(columns, {
    'entity.type': type,
    'entity.country': country,
    'entity.latitude': latitude,
    'entity.longitude': longitude,
    'entity.population': population,
    'entity.capital': capital,
    'entity.parent': parent,
    'entity.from': from,
    'entity.to': to,
    'entity.offset': offset,
    'entity.blob': blob,
  });

  const english = new Map<string, number>(rows.english.map((row) => [row['word'], Number(row['level'])]));
  const personal = new Set<string>();
  for (const file of ['given-names', 'surnames']) for (const row of rows.words.get(file) ?? []) personal.add(foldWord(row.cells['phrase']));
  const senses = nameSenses(rows, entityRows, numberOf, population, english, personal);
  const phrases: TriePhrase[] = [
    ...senses.map((sense, value) => ({ words: sense.shape.words.map(idOf), value })),
    ...respellings(
      senses.map((sense) => sense.shape.words),
      rows.words.get('spellings') ?? [],
    ).map(({ words: respelled, value }) => ({ words: respelled.map(idOf), value })),
  ];

  // Word lists.
  const lexiconRows: Record<string, unknown[]> = {};
  const lexiconPhrases: TriePhrase[] = [];
  const lexiconKind: number[] = [];
  const lexiconRow: number[] = [];
  const single: [number, number][] = [];
  const starting: [number, number][] = [];
  for (const kind of LEXICON_KINDS) {
    const list: unknown[] = [];
    lexiconRows[kind] = list;
    for (const row of rows.words.get(LEXICON[kind].file) ?? []) {
      const phrase = (row.cells['phrase'] ?? '').trim();
      const shape = phraseShape(phrase);
      if (shape.words.length === 0) throw new GazetteerError(`${at(row)}: the first column is empty; write the phrase there or delete the row.`);
      // Whole lines of page furniture are compared as lines, not as phrases.
      const ids = shape.words.slice(0, LONGEST_PHRASE).map(idOf);
      lexiconPhrases.push({ words: ids, value: lexiconKind.length });
      lexiconKind.push(LEXICON[kind].kind);
      lexiconRow.push(rowNumber(kind, list, row.cells));
      starting.push([ids[0], kindBit(LEXICON[kind].kind)]);
      if (ids.length === 1) single.push([ids[0], kindBit(LEXICON[kind].kind)]);
    }
  }

  const size = words.length;
  const kinds = new Uint32Array(size);
  const starts = new Uint32Array(size);
  for (const [id, bit] of single) kinds[id] |= bit;
  for (const [id, bit] of starting) starts[id] |= bit;
  const pos = new Uint8Array(size);
  const level = new Uint8Array(size);
  const lexname = new Uint8Array(size);
  for (const row of rows.english) {
    const id = idOf(row['word']);
    for (const letter of row['pos']) pos[id] |= POS_OF_LETTER[letter] ?? 0;
    level[id] = Number(row['level']);
    lexname[id] = Number(row['lexname'] || 0);
  }

  const weights = buildWeights(rows.weights);
  const vocabulary = buildVocabulary(words);
  const trie = buildTrie(phrases, size);
  const lexiconTrie = buildTrie(lexiconPhrases, size);
  const begins = new Uint8Array(size);
  for (const { words: ids, value } of phrases) {
    if ((senses[value].shape.capitals & 1) === 0) begins[ids[0]] |= Begins.LowerName;
    if (level[ids[0]] === 0) begins[ids[0]] |= Begins.RareName;
  }
  for (let id = 0; id < size; id++) if ((kinds[id] & kindBit(Kind.Particle)) !== 0) begins[id] |= Begins.Particle;
  const needsFirst = new Int32Array(senses.length + 1);
  senses.forEach((sense, i) => {
    needsFirst[i + 1] = needsFirst[i] + sense.needs.length;
  });
  Object.assign(columns, {
    'vocabulary.pool': vocabulary.pool,
    'vocabulary.offset': vocabulary.offset,
    'vocabulary.slots': vocabulary.slots,
    'words.kinds': kinds,
    'words.starts': starts,
    'words.pos': pos,
    'words.level': level,
    'words.lexname': lexname,
    'words.begins': begins,
    'name.entity': Int32Array.from(senses, (s) => s.entity),
    'name.use': Uint8Array.from(senses, (s) => s.use),
    'name.capitals': Uint16Array.from(senses, (s) => s.shape.capitals),
    'name.uppers': Uint16Array.from(senses, (s) => (USES[s.use] === 'acronym' || (s.flags & SenseFlag.Exact) !== 0 ? s.shape.uppers : 0)),
    'name.flags': Uint8Array.from(senses, (s) => s.flags),
    'name.needsFirst': needsFirst,
    'name.needs': Int32Array.from(senses.flatMap((s) => s.needs)),
    'weights.slots': weights.slots,
    'weights.key': weights.key,
    'weights.value': weights.value,
    'lexicon.kind': Uint8Array.from(lexiconKind),
    'lexicon.row': Int32Array.from(lexiconRow),
  });
  for (const [prefix, t] of [
    ['nameTrie', trie],
    ['lexiconTrie', lexiconTrie],
  ] as const) {
    for (const [name, column] of Object.entries(t)) columns[`${prefix}.${name}`] = column as Int32Array;
  }
  return encode<Meta>(
    {
      version: rows.version,
      lexicon: lexiconRows,
      countries,
      evidence: rows.weights.map((row) => `${row.cells['template']}: ${row.cells['value']}`),
    },
    columns,
  );
}

/**
 * A unit has the people of its towns. A province lies in the middle of their extent, nearer to its centre than its seat is;
 * so does a district of which the seat is not known. The middle needs five towns, of a district one.
 */
function measureUnits(
  entityRows: readonly Row[],
  numberOf: ReadonlyMap<string, number>,
  world: readonly Cells[],
  {
    latitude,
    longitude,
    population,
    parent,
  }: { readonly latitude: Float64Array; readonly longitude: Float64Array; readonly population: Int32Array; readonly parent: Int32Array },
): void {
  const towns = new Map<number, { readonly y: number[]; readonly x: number[] }>();
  for (const town of world) {
    for (let unit = numberOf.get(town['parent']) ?? -1; unit >= 0; unit = parent[unit]) {
      const { kind } = entityRows[unit].cells;
      if (kind !== 'province' && kind !== 'district') break;
      population[unit] += Number(town['population']) || 0;
      let known = towns.get(unit);
      if (!known) towns.set(unit, (known = { y: [], x: [] }));
      known.y.push(Number(town['latitude']));
      known.x.push(Number(town['longitude']));
    }
  }
  for (const [unit, { y, x }] of towns) {
    const province = entityRows[unit].cells['kind'] === 'province';
    if (province ? y.length < 5 : !Number.isNaN(latitude[unit])) continue;
    const [middleY, middleX] = [middleOf(y), middleOf(x)];
    if (middleY === null || middleX === null) continue;
    latitude[unit] = middleY;
    longitude[unit] = middleX;
  }
}

/** A unit that nothing else puts on the map lies where the largest town of its name and country does. */
function seatUnits(entityRows: readonly Row[], world: readonly Cells[], latitude: Float64Array, longitude: Float64Array): void {
  const wanted = new Map<string, { readonly units: number[]; people: number }>();
  entityRows.forEach(({ file, cells }, unit) => {
    if (file !== 'units.csv' || !Number.isNaN(latitude[unit])) return;
    const key = `${cells['country']} ${foldWord(cells['name'])}`;
    const known = wanted.get(key);
    if (known) known.units.push(unit);
    else wanted.set(key, { units: [unit], people: -1 });
  });
  for (const town of world) {
    // Other spellings ("Milan" for "Milano") matter for cities only.
    const spellings = Number(town['population']) >= 30_000 ? [town['name'], ...town['alternates'].split('|')] : [town['name']];
    for (const name of spellings) {
      const seat = wanted.get(`${town['country']} ${foldWord(name)}`);
      if (seat === undefined || seat.people >= Number(town['population'])) continue;
      seat.people = Number(town['population']);
      for (const unit of seat.units) {
        latitude[unit] = Number(town['latitude']);
        longitude[unit] = Number(town['longitude']);
      }
    }
  }
}

/** The middle between the outermost values; a value far outside the others is a slip of the source. Null round the globe. */
function middleOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = sorted[Math.floor(sorted.length / 4)];
  const threeQuarters = sorted[Math.floor((sorted.length * 3) / 4)];
  const fence = 4 * (threeQuarters - quarter) + 2;
  const kept = sorted.filter((value) => value >= quarter - fence && value <= threeQuarters + fence);
  const [low, high] = [kept[0], kept[kept.length - 1]];
  return high - low > 90 ? null : Math.round((low + high) * 5000) / 10000;
}

const at = (row: Located): string => `${row.file}, line ${row.line}`;

/** Curated rows first, so that they keep low numbers; then the towns of the world gazetteer that no curated row names by id. */
function entityTable(rows: GazetteerRows): readonly Row[] {
  const known = new Map<string, Row>();
  for (const row of rows.entities) {
    const id = row.cells['id'] ?? '';
    if (!/^(group|person|place):\S+$/.test(id))
      throw new GazetteerError(`${at(row)}: "${id}" is no id; write group:…, person:… or place:… without blanks.`);
    const twin = known.get(id);
    if (twin) throw new GazetteerError(`${at(row)}: the id ${id} stands already in ${at(twin)}; give one of the two another id or delete it.`);
    if (!(row.cells['name'] ?? '').trim()) throw new GazetteerError(`${at(row)}: ${id} has no name; fill the column "name".`);
    known.set(id, row);
  }
  const towns: Row[] = [];
  for (const cells of rows.world) {
    const id = `place:gn${cells['geonames_id']}`;
    if (known.has(id)) continue;
    towns.push({
      file: 'world',
      line: 0,
      cells: { ...cells, id, kind: 'city', countries: cells['country'], external_ids: `geonames:${cells['geonames_id']}` } as Cells,
    });
  }
  return [...rows.entities, ...towns];
}

/** A name without its article, unless only an ordinary word would be left ("the West", "the Gulf"). */
function bareName(name: string, english: ReadonlyMap<string, number>): string {
  const bare = name.replace(/^the /, '');
  return bare !== name && !bare.includes(' ') && english.has(bare.toLowerCase()) ? name : bare;
}

function nameSenses(
  rows: GazetteerRows,
  entityRows: readonly Row[],
  numberOf: ReadonlyMap<string, number>,
  population: Int32Array,
  english: ReadonlyMap<string, number>,
  personal: ReadonlySet<string>,
): readonly NameSense[] {
  const senses: (NameSense | null)[] = [];
  const seen = new Map<string, number>();
  const add = (row: Located, name: string, entity: number, use: string, condition: string, needsCell: string): void => {
    // The article is no part of a name ("the Taliban"); where it is, the row writes it with a capital ("The Hague").
    const shape = phraseShape(bareName(name, english));
    // A name that no text can match names its entity all the same; `sitrep check` lists such rows.
    if (shape.words.length === 0 || shape.words.length > LONGEST_PHRASE) return;
    const key = `${entity}\t${shape.words.join(' ')}`;
    if (seen.has(key)) return;
    seen.set(key, senses.length);
    const useNumber = USES.indexOf(use as (typeof USES)[number]);
    if (useNumber < 0) throw new GazetteerError(`${at(row)}: "${use}" is no use; write one of ${USES.slice(0, 6).join(', ')}.`);
    let flags = row.file === 'world' ? SenseFlag.World : 0;
    if (condition === 'exact') flags |= SenseFlag.Exact;
    if (shape.words.length === 1) {
      const level = english.get(shape.words[0]) ?? 99;
      if (level <= 60) flags |= SenseFlag.Word;
      if (personal.has(shape.words[0])) flags |= SenseFlag.Personal;
      // A province that is also a word or a surname ("Central", "Martín") needs evidence as a town does.
      if (row.file === 'units.csv' && (flags & (SenseFlag.Word | SenseFlag.Personal)) !== 0) flags |= SenseFlag.World;
    }
    // Districts are as many as towns and as often called like ordinary words and families.
    if (row.file === 'units.csv' && entityRows[entity].cells['kind'] === 'district') flags |= SenseFlag.World | SenseFlag.District;
    const needs = needsCell
      .split(' ')
      .filter(Boolean)
      .map((need) => {
        if (need === 'self') return Needs.Self;
        if (need === 'place') return Needs.Place;
        const known = numberOf.get(need);
        if (known === undefined)
          throw new GazetteerError(`${at(row)}: needs "${need}", which no row has as its id; write self, place or a known id.`);
        return known;
      });
    const shapeAsked = condition === 'any' ? { ...shape, capitals: 0, uppers: 0 } : shape;
    const town = row.file === 'world' || (flags & SenseFlag.District) !== 0;
    const rank = (town ? 1e10 : row.file === 'units.csv' ? 5e9 : needs.length > 0 ? 1e9 : 0) - population[entity];
    senses.push({ shape: shapeAsked, entity, use: useNumber, flags, needs, rank });
  };
  entityRows.forEach((row, entity) => {
    const c = row.cells;
    // A people is named as its members are: "Uyghur" stands in the text as "Afghan" does.
    add(row, c['name'], entity, c['kind'] === 'people' ? 'demonym' : 'name', '', '');
    for (const alternate of (c['alternates'] ?? '').split('|')) if (alternate.trim()) add(row, alternate.trim(), entity, 'alias', '', '');
  });
  // An alias row that repeats the entity's own name says how that name counts: it replaces the plain reading.
  for (const row of rows.aliases) {
    const c = row.cells;
    const entity = numberOf.get(c['id']);
    if (entity === undefined)
      throw new GazetteerError(
        `${at(row)}: the alias "${c['name']}" belongs to ${c['id']}, which no row has as its id; correct the id or add the row.`,
      );
    const key = `${entity}\t${phraseShape(bareName(c['name'], english)).words.join(' ')}`;
    const plain = seen.get(key);
    if (plain !== undefined) {
      if (!c['needs'] && !c['case']) {
        // The same words with fewer capitals ("government of Pakistan"): both ways of writing count.
        const known = senses[plain] as NameSense;
        const { capitals } = phraseShape(c['name']);
        senses[plain] = { ...known, shape: { ...known.shape, capitals: known.shape.capitals & capitals } };
        continue;
      }
      senses[plain] = null;
      seen.delete(key);
    }
    add(row, c['name'], entity, c['use'] || 'alias', c['case'] ?? '', c['needs'] ?? '');
  }
  const kept = senses.filter((sense) => sense !== null);
  return kept
    .map((sense, i) => ({ sense, i }))
    .sort((a, b) => a.sense.rank - b.sense.rank || a.i - b.i)
    .map(({ sense }) => sense);
}
