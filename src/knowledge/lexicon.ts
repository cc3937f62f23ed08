// The word lists of gazetteers/words: which file feeds which kind, and what its columns hold. A new list is one entry here.

type ColumnType = 'text' | 'number' | 'flag';
interface Schema {
  readonly file: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

export const LEXICON = {
  title: { file: 'titles', columns: { kind: 'text', position: 'text', ambiguous: 'flag' } },
  role: { file: 'roles', columns: { gives: 'text' } },
  organisation: { file: 'organisations', columns: { position: 'text', kind: 'text', alone: 'flag' } },
  placeWord: { file: 'place-words', columns: { position: 'text', kind: 'text' } },
  givenName: { file: 'given-names', columns: { ambiguous: 'flag' } },
  surname: { file: 'surnames', columns: { ambiguous: 'flag' } },
  particle: { file: 'particles', columns: { culture: 'text' } },
  reporting: { file: 'reporting', columns: { form: 'text' } },
  reference: { file: 'references', columns: { type: 'text', kind: 'text' } },
  abbreviation: { file: 'abbreviations', columns: {} },
  furniture: { file: 'furniture', columns: { where: 'text' } },
  notName: { file: 'not-names', columns: { category: 'text' } },
  portfolio: { file: 'portfolios', columns: { alternatives: 'text' } },
  number: { file: 'numbers', columns: { value: 'number', role: 'text', case: 'text' } },
  vague: { file: 'vague', columns: { min: 'number', max: 'number', role: 'text' } },
  hedge: { file: 'hedges', columns: { operator: 'text', lean: 'text', position: 'text', hedge: 'flag' } },
  unit: { file: 'units', columns: { unit: 'text', kind: 'text', case: 'text' } },
  currency: { file: 'currencies', columns: { currency: 'text', certain: 'flag', position: 'text', unit: 'text', scale: 'number', least: 'number' } },
  counted: { file: 'counted', columns: { unit: 'text', class: 'text' } },
  event: { file: 'events', columns: { event: 'text', form: 'text', voice: 'text' } },
  change: { file: 'changes', columns: { change: 'text', form: 'text' } },
  condition: { file: 'conditions', columns: { role: 'text' } },
  modal: { file: 'modals', columns: { modality: 'text', polarity: 'text' } },
  month: { file: 'months', columns: { month: 'number', ambiguous: 'flag' } },
  weekday: { file: 'weekdays', columns: { day: 'number', ambiguous: 'flag' } },
  season: { file: 'seasons', columns: { value: 'text', ambiguous: 'flag' } },
  timeUnit: { file: 'time-units', columns: { unit: 'text', number: 'text' } },
  timeWord: { file: 'time-words', columns: { role: 'text', value: 'text' } },
  source: { file: 'sources', columns: { kind: 'text' } },
  namedDay: { file: 'named-days', columns: { value: 'text', rule: 'text' } },
  language: { file: 'languages', columns: { language: 'text' } },
  languageWord: { file: 'language-words', columns: { position: 'text', sure: 'flag' } },
  // Read as rows only: no text is searched for it, so it needs no bit. Keep such lists last.
  spelling: { file: 'spellings', columns: { family: 'text' } },
} as const satisfies Readonly<Record<string, Schema>>;

export type LexiconKind = keyof typeof LEXICON;
type Value<T> = T extends 'number' ? number | null : T extends 'flag' ? boolean : string;
/** A row of a word list; an empty number cell is null, an empty text cell ''. */
export type LexiconRow<K extends LexiconKind> = { readonly phrase: string } & {
  readonly [C in keyof (typeof LEXICON)[K]['columns']]: Value<(typeof LEXICON)[K]['columns'][C]>;
};

export const LEXICON_KINDS = Object.keys(LEXICON) as readonly LexiconKind[];
/** Bit of a kind in the vocabulary's kind columns, which hold 32; 0 for a list that is read as rows only. */
export const kindBit = (kind: LexiconKind): number => (KIND_NUMBERS[kind] < 32 ? 1 << KIND_NUMBERS[kind] : 0);
/** Number of a kind: its place in LEXICON. */
export const kindNumber = (kind: LexiconKind): number => KIND_NUMBERS[kind];
const KIND_NUMBERS = Object.fromEntries(LEXICON_KINDS.map((kind, number) => [kind, number])) as Readonly<Record<LexiconKind, number>>;

export function readLexiconRow(kind: LexiconKind, cells: Readonly<Record<string, string>>): LexiconRow<LexiconKind> {
  const row: Record<string, unknown> = { phrase: cells['phrase'] };
  for (const [column, type] of Object.entries(LEXICON[kind].columns) as [string, ColumnType][]) {
    const cell = (cells[column] ?? '').trim();
    row[column] = type === 'number' ? (cell === '' ? null : Number(cell)) : type === 'flag' ? cell === 'true' : cell;
  }
  return row as LexiconRow<LexiconKind>;
}
