import { cell, type CheckRule } from './view.js';
import { phraseShape } from '../compile/phrase-shape.js';
import { LEXICON, LEXICON_KINDS } from '../lexicon.js';
import type { Row } from '../rows.js';

/** Rules about word lists and columns. */
export const WORD_RULES: readonly CheckRule[] = [
  {
    id: 'missing-column',
    reads: 'a word list without a column that rules read',
    stops: false,
    *find({ rows }) {
      for (const kind of LEXICON_KINDS) {
        const [first] = rows.words.get(LEXICON[kind].file) ?? [];
        const missing = first ? Object.keys(LEXICON[kind].columns).filter((column) => !(column in first.cells)) : [];
        if (missing.length > 0)
          yield [{ ...first, line: 1 }, `the first line lacks the column "${missing.join('", "')}"; add it, with a cell in each row.`];
      }
      for (const row of oneOfEach([...rows.entities, ...rows.aliases])) {
        if (!('source' in row.cells)) yield [{ ...row, line: 1 }, 'the first line lacks the column "source"; add it, with a cell in each row.'];
      }
    },
  },
  {
    id: 'no-phrase',
    reads: 'a row of a word list without a phrase',
    stops: false,
    *find({ rows }) {
      for (const list of rows.words.values())
        for (const row of list)
          if (phraseShape(cell(row, 'phrase')).words.length === 0)
            yield [row, 'the column "phrase" holds no word, so the row is ignored; fill it, or delete the row.'];
    },
  },
  {
    id: 'no-number',
    reads: "a word list's number that is none",
    stops: false,
    *find({ rows }) {
      for (const kind of LEXICON_KINDS) {
        const numbers = Object.entries(LEXICON[kind].columns)
          .filter(([, type]) => type === 'number')
          .map(([column]) => column);
        for (const row of rows.words.get(LEXICON[kind].file) ?? []) {
          for (const column of numbers)
            if (Number.isNaN(Number(cell(row, column))))
              yield [row, `"${cell(row, column)}" in the column "${column}" is no number; write digits with a decimal point.`];
        }
      }
    },
  },
  {
    id: 'unused-list',
    reads: 'a word list that no rule reads',
    stops: false,
    *find({ rows }) {
      const files = new Set<string>(LEXICON_KINDS.map((kind) => LEXICON[kind].file));
      for (const [file, list] of rows.words)
        if (!files.has(file) && list.length > 0)
          yield [{ ...list[0], line: 1 }, 'no rule reads this word list; delete the file, or correct its name.'];
    },
  },
];

function oneOfEach(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.file, row])).values()];
}
