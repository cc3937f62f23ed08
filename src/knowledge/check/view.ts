import { phraseShape } from '../compile/phrase-shape.js';
import type { Cells, GazetteerRows, Row } from '../rows.js';

/** A rule of the lint: the rows it finds, each with what is wrong and what to do. */
export interface CheckRule {
  readonly id: string;
  /** What the rule finds, in words. */
  readonly reads: string;
  readonly stops: boolean;
  readonly find: (view: GazetteerView) => Iterable<readonly [Row, string]>;
}

/** A name of an entity as its row gives it. */
export interface NameRow {
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
export interface GazetteerView {
  readonly rows: GazetteerRows;
  readonly byId: ReadonlyMap<string, Row>;
  /** Whether an id is that of a row, or of a town of the world gazetteer. */
  readonly isKnown: (id: string) => boolean;
  /** Own names and aliases of groups, people and places, in the order of the files; units have thousands of equal names by nature. */
  readonly names: readonly NameRow[];
  readonly levels: ReadonlyMap<string, number>;
}

export const at = (row: Row): string => `${row.file}, line ${row.line}`;
export const cell = (row: Row, column: string): string => (row.cells[column] ?? '').trim();

/** Makes the indexes. */
export function viewOf(rows: GazetteerRows): GazetteerView {
  const byId = new Map<string, Row>();
  for (const row of rows.entities) if (!byId.has(cell(row, 'id'))) byId.set(cell(row, 'id'), row);
  const named = (row: Row, isAlias: boolean): NameRow => {
    const name = cell(row, 'name');
    const { words, capitals } = phraseShape(name);
    const flagged = isAlias && (cell(row, 'needs') !== '' || cell(row, 'case') === 'exact');
    return {
      row,
      id: cell(row, 'id'),
      name,
      key: words.join(' '),
      words: words.length,
      capitals,
      isAlias,
      use: isAlias ? cell(row, 'use') : 'name',
      flagged,
    };
  };
  const names = [
    ...rows.entities.filter((row) => row.file !== 'units.csv').map((row) => named(row, false)),
    ...rows.aliases.map((row) => named(row, true)),
  ];
  const towns = new Set(rows.world.map((town: Cells) => `place:gn${town['geonames_id']}`));
  const isKnown = (id: string): boolean => byId.has(id) || towns.has(id);
  return { rows, byId, isKnown, names, levels: new Map(rows.english.map((english: Cells) => [english['word'], Number(english['level'])])) };
}
