import { LONGEST_PHRASE } from '../text/index.js';
import { phraseShape } from './compile.js';
import { USES } from './knowledge.js';
import { LEXICON, LEXICON_KINDS } from './lexicon.js';
import type { Cells, GazetteerRows, Row } from './rows.js';

// The lint of the gazetteers: each rule finds rows that a reader of the file would want to correct, and says how.

/** Something wrong in a gazetteer row: where, what, and what to do. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  /** Id of the rule. */
  readonly code: string;
  /** Whether a run stops at it. */
  readonly stops: boolean;
  readonly message: string;
}

export interface CheckRule {
  readonly id: string;
  /** What the rule finds, in words. */
  readonly reads: string;
  readonly stops: boolean;
  readonly find: (view: GazetteerView) => Iterable<readonly [Row, string]>;
}

/** A name of an entity as its row gives it. */
interface NameRow {
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  /** Folded words: equal keys cannot be told apart in a text. */
  readonly key: string;
  readonly words: number;
  /** Which words begin with a capital, a bit a word. */
  readonly capitals: number;
  readonly isAlias: boolean;
  readonly use: string;
  /** A condition or exact letters stand on it. */
  readonly flagged: boolean;
}

/** The rows with the indexes that rules ask. */
interface GazetteerView {
  readonly rows: GazetteerRows;
  readonly byId: ReadonlyMap<string, Row>;
  /** Own names and aliases of groups, people and places, in the order of the files; units have thousands of equal names by nature. */
  readonly names: readonly NameRow[];
  readonly levels: ReadonlyMap<string, number>;
}

/** Words up to this level of the English list are ones every reader meets. */
const COMMON = 35;
const at = (row: Row): string => `${row.file}, line ${row.line}`;
const cell = (row: Row, column: string): string => (row.cells[column] ?? '').trim();

/** Every rule of `sitrep check`; a new one is an entry here. */
export const CHECK_RULES: readonly CheckRule[] = [
  {
    id: 'bad-id', reads: 'an id that is not group:…, person:… or place:…', stops: true,
    * find({ rows }) {
      for (const row of rows.entities) if (!/^(group|person|place):\S+$/.test(cell(row, 'id'))) yield [row, `"${cell(row, 'id')}" is no id; write group:…, person:… or place:… without blanks.`];
    },
  },
  {
    id: 'duplicate-id', reads: 'two rows with one id', stops: true,
    * find({ rows, byId }) {
      for (const row of rows.entities) {
        const first = byId.get(cell(row, 'id'));
        if (first && first !== row) yield [row, `the id ${cell(row, 'id')} stands already in ${at(first)}; give one of the two another id, or delete one.`];
      }
    },
  },
  {
    id: 'no-name', reads: 'an entity without a name', stops: true,
    * find({ rows }) {
      for (const row of rows.entities) if (cell(row, 'name') === '') yield [row, `${cell(row, 'id')} has no name; fill the column "name".`];
    },
  },
  {
    id: 'unknown-id', reads: 'an alias of an id that no row has', stops: true,
    * find({ rows, byId }) {
      for (const row of rows.aliases) {
        if (!byId.has(cell(row, 'id'))) yield [row, `the alias "${cell(row, 'name')}" belongs to ${cell(row, 'id')}, which no row has as its id; correct the id, or add the row.`];
      }
    },
  },
  {
    id: 'unknown-need', reads: 'a condition that names an unknown id', stops: true,
    * find({ rows, byId }) {
      for (const row of rows.aliases) {
        const unknown = cell(row, 'needs').split(/\s+/).filter((need) => need !== '' && need !== 'self' && need !== 'place' && !byId.has(need));
        if (unknown.length > 0) yield [row, `the column "needs" names ${unknown.join(', ')}, which no row has as its id; write self, place, or the id of a row.`];
      }
    },
  },
  {
    id: 'unknown-use', reads: 'a use that does not exist', stops: true,
    * find({ rows }) {
      const uses = USES.filter((use) => use !== 'reference');
      for (const row of rows.aliases) {
        if (cell(row, 'use') !== '' && !uses.some((use) => use === cell(row, 'use'))) yield [row, `"${cell(row, 'use')}" is no use; write one of ${uses.join(', ')}.`];
      }
    },
  },
  {
    id: 'unknown-case', reads: 'a case that does not exist', stops: false,
    * find({ rows }) {
      for (const row of rows.aliases) if (!['', 'exact', 'any'].includes(cell(row, 'case'))) yield [row, `"${cell(row, 'case')}" is no case and is ignored; write exact or any, or leave the cell empty.`];
    },
  },
  {
    id: 'unknown-parent', reads: 'a parent or affiliation that no row has as its id', stops: false,
    * find({ rows, byId }) {
      for (const row of rows.entities) {
        for (const column of ['parent', 'affiliation']) {
          if (cell(row, column) !== '' && !byId.has(cell(row, column))) yield [row, `the ${column} ${cell(row, column)} is no id of a row and is ignored; correct it, or add the row.`];
        }
      }
    },
  },
  {
    id: 'unknown-country', reads: 'a country code that no row of places.csv has', stops: false,
    * find({ rows, byId }) {
      for (const row of rows.entities) {
        const codes = (cell(row, 'countries') || cell(row, 'country')).split(/\s+/).filter((code) => code !== '' && !byId.has(`place:${code}`));
        if (codes.length > 0) yield [row, `${codes.join(', ')} is no ISO 3166-1 code of a row place:XX; write two capitals, several codes with blanks between.`];
      }
    },
  },
  {
    id: 'bad-number', reads: 'a coordinate or year that is none', stops: false,
    * find({ rows }) {
      for (const row of rows.entities) {
        for (const [column, most] of [['latitude', 90], ['longitude', 180]] as const) {
          const value = cell(row, column);
          if (value !== '' && !(Math.abs(Number(value)) <= most)) yield [row, `the ${column} "${value}" is no number from −${most} to ${most}; write degrees with a decimal point.`];
        }
        const [from, to] = [cell(row, 'from'), cell(row, 'to')];
        for (const year of [from, to]) if (year !== '' && !/^-?\d{1,4}(-\d\d){0,2}$/.test(year)) yield [row, `"${year}" is no year; write it like 2013, or 2013-06-01.`];
        if (from !== '' && to !== '' && Number(from.slice(0, 4)) > Number(to.slice(0, 4))) yield [row, `it begins in ${from} after it ends in ${to}; exchange or correct the two.`];
      }
    },
  },
  {
    id: 'never-matches', reads: 'a name that no text can hold', stops: false,
    * find({ names }) {
      for (const { row, name, key, words } of names) {
        if (name === '') continue;
        if (!/[\p{L}\p{N}]/u.test(key)) yield [row, `the name "${name}" has no letter or digit, so no text can match it; correct or delete the row.`];
        else if (words > LONGEST_PHRASE) yield [row, `the name "${name}" has ${words} words, and names of more than ${LONGEST_PHRASE} are never matched; add a shorter alias.`];
      }
    },
  },
  {
    id: 'shadowed', reads: 'an alias that repeats a name its entity has already', stops: false,
    * find({ names }) {
      const first = new Map<string, NameRow>();
      for (const name of names) {
        if (name.words === 0) continue;
        const key = `${name.id}\t${name.key}`;
        const known = first.get(key);
        if (!known) first.set(key, name);
        // A flagged alias that repeats the entity's own name says under which condition that name counts.
        else if (!(name.flagged && !known.isAlias)) {
          const which = name.capitals === known.capitals ? 'delete this row' : 'only the capitals of that row count: delete the row that has more of them';
          yield [name.row, `"${name.name}" is the same as "${known.name}" in ${at(known.row)} once case, accents and hyphens are folded; ${which}.`];
        }
      }
    },
  },
  {
    id: 'same-name', reads: 'two entities with one name and no condition on either', stops: false,
    find: ({ names }) => collisions(names, (a, b) => !a.isAlias && !b.isAlias),
  },
  {
    id: 'colliding-name', reads: 'an alias that is also another entity\'s name, with no condition on either', stops: false,
    find: ({ names }) => collisions(names, (a, b) => a.isAlias || b.isAlias),
  },
  {
    id: 'common-word', reads: 'an alias that is an ordinary English word and counts alone', stops: false,
    * find({ names, levels }) {
      for (const { row, name, key, isAlias, words, flagged, use } of names) {
        if (!isAlias || words !== 1 || flagged || use === 'demonym' || (levels.get(key) ?? 99) > COMMON) continue;
        yield [row, `"${name}" is an ordinary English word too; write exact in "case" if its letters tell, or self or an id in "needs".`];
      }
    },
  },
  {
    id: 'no-source', reads: 'a row that does not say where it comes from', stops: false,
    * find({ rows }) {
      for (const list of [rows.entities, rows.aliases, ...rows.words.values()]) {
        for (const row of list) if ('source' in row.cells && cell(row, 'source') === '') yield [row, 'the column "source" is empty; write where the row comes from ("knowledge" if from your own).'];
      }
    },
  },
  {
    id: 'missing-column', reads: 'a word list without a column that rules read', stops: false,
    * find({ rows }) {
      for (const kind of LEXICON_KINDS) {
        const [first] = rows.words.get(LEXICON[kind].file) ?? [];
        const missing = first ? Object.keys(LEXICON[kind].columns).filter((column) => !(column in first.cells)) : [];
        if (missing.length > 0) yield [{ ...first, line: 1 }, `the first line lacks the column "${missing.join('", "')}"; add it, with a cell in each row.`];
      }
      for (const row of oneOfEach([...rows.entities, ...rows.aliases])) {
        if (!('source' in row.cells)) yield [{ ...row, line: 1 }, 'the first line lacks the column "source"; add it, with a cell in each row.'];
      }
    },
  },
  {
    id: 'no-phrase', reads: 'a row of a word list without a phrase', stops: false,
    * find({ rows }) {
      for (const list of rows.words.values()) for (const row of list) if (phraseShape(cell(row, 'phrase')).words.length === 0) yield [row, 'the column "phrase" holds no word, so the row is ignored; fill it, or delete the row.'];
    },
  },
  {
    id: 'no-number', reads: 'a word list\'s number that is none', stops: false,
    * find({ rows }) {
      for (const kind of LEXICON_KINDS) {
        const numbers = Object.entries(LEXICON[kind].columns).filter(([, type]) => type === 'number').map(([column]) => column);
        for (const row of rows.words.get(LEXICON[kind].file) ?? []) {
          for (const column of numbers) if (Number.isNaN(Number(cell(row, column)))) yield [row, `"${cell(row, column)}" in the column "${column}" is no number; write digits with a decimal point.`];
        }
      }
    },
  },
  {
    id: 'unused-list', reads: 'a word list that no rule reads', stops: false,
    * find({ rows }) {
      const files = new Set<string>(LEXICON_KINDS.map((kind) => LEXICON[kind].file));
      for (const [file, list] of rows.words) if (!files.has(file) && list.length > 0) yield [{ ...list[0], line: 1 }, 'no rule reads this word list; delete the file, or correct its name.'];
    },
  },
];

/** Everything wrong in the rows, by rule and then in the order of the files. A pure function: the same rows, the same complaints. */
export function checkGazetteers(rows: GazetteerRows): readonly Complaint[] {
  const view = viewOf(rows);
  return CHECK_RULES.flatMap(({ id, stops, find }) => [...find(view)].map(([row, message]): Complaint => ({ file: row.file, line: row.line, code: id, stops, message })));
}

function viewOf(rows: GazetteerRows): GazetteerView {
  const byId = new Map<string, Row>();
  for (const row of rows.entities) if (!byId.has(cell(row, 'id'))) byId.set(cell(row, 'id'), row);
  const named = (row: Row, isAlias: boolean): NameRow => {
    const name = cell(row, 'name');
    const { words, capitals } = phraseShape(name);
    const flagged = isAlias && (cell(row, 'needs') !== '' || cell(row, 'case') === 'exact');
    return { row, id: cell(row, 'id'), name, key: words.join(' '), words: words.length, capitals, isAlias, use: isAlias ? cell(row, 'use') : 'name', flagged };
  };
  const names = [...rows.entities.filter((row) => row.file !== 'units.csv').map((row) => named(row, false)), ...rows.aliases.map((row) => named(row, true))];
  return { rows, byId, names, levels: new Map(rows.english.map((english: Cells) => [english['word'], Number(english['level'])])) };
}

/** Names of different entities that no text tells apart and no condition decides between. */
function* collisions(names: readonly NameRow[], concerns: (a: NameRow, b: NameRow) => boolean): Generator<readonly [Row, string]> {
  const conditional = new Set(names.filter((name) => name.isAlias && name.flagged).map((name) => `${name.id}\t${name.key}`));
  const first = new Map<string, NameRow>();
  for (const name of names) {
    if (name.words === 0 || conditional.has(`${name.id}\t${name.key}`)) continue;
    const known = first.get(name.key);
    if (!known) first.set(name.key, name);
    else if (known.id !== name.id && concerns(known, name)) {
      yield [name.row, `"${name.name}" is both ${known.id} (${at(known.row)}) and ${name.id}; write a condition in "needs" of the alias row of the rarer one.`];
    }
  }
}

function oneOfEach(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.file, row])).values()];
}
