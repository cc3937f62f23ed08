// The word lists of gazetteers/words: which file feeds which kind, and what its columns hold. A new list is one number and one entry here.

/** Number of each list: what the text is asked for on the hot path, in the order of LEXICON. */
export const enum Kind {
  Title,
  Role,
  Organisation,
  PlaceWord,
  GivenName,
  Surname,
  Particle,
  Reporting,
  Reference,
  Abbreviation,
  Furniture,
  NotName,
  Portfolio,
  Number,
  Vague,
  Hedge,
  Unit,
  Currency,
  Counted,
  Event,
  Change,
  Condition,
  Modal,
  Month,
  Weekday,
  Season,
  TimeUnit,
  TimeWord,
  Source,
  NamedDay,
  Language,
  LanguageWord,
  Spelling,
  Plural,
  PlaceHead,
  Byname,
  Acting,
  Pronoun,
  PlaceVerb,
  EventTail,
  Thing,
  Direction,
  BeforeMonth,
  Generation,
  VerbRole,
  Saying,
  WordClass,
  Sport,
}

type ColumnType = 'text' | 'number' | 'flag';
interface Schema {
  readonly kind: Kind;
  readonly file: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

export const LEXICON = {
  title: { kind: Kind.Title, file: 'titles', columns: { kind: 'text', position: 'text', ambiguous: 'flag' } },
  role: { kind: Kind.Role, file: 'roles', columns: { gives: 'text' } },
  organisation: { kind: Kind.Organisation, file: 'organisations', columns: { position: 'text', kind: 'text', alone: 'flag' } },
  placeWord: { kind: Kind.PlaceWord, file: 'place-words', columns: { position: 'text', kind: 'text' } },
  givenName: { kind: Kind.GivenName, file: 'given-names', columns: { ambiguous: 'flag' } },
  surname: { kind: Kind.Surname, file: 'surnames', columns: { ambiguous: 'flag' } },
  particle: { kind: Kind.Particle, file: 'particles', columns: { culture: 'text', begins: 'text', hyphen: 'flag' } },
  reporting: { kind: Kind.Reporting, file: 'reporting', columns: { form: 'text' } },
  reference: { kind: Kind.Reference, file: 'references', columns: { type: 'text', kind: 'text' } },
  abbreviation: { kind: Kind.Abbreviation, file: 'abbreviations', columns: {} },
  furniture: { kind: Kind.Furniture, file: 'furniture', columns: { where: 'text' } },
  notName: { kind: Kind.NotName, file: 'not-names', columns: { category: 'text' } },
  portfolio: { kind: Kind.Portfolio, file: 'portfolios', columns: { alternatives: 'text' } },
  number: { kind: Kind.Number, file: 'numbers', columns: { value: 'number', role: 'text', case: 'text' } },
  vague: { kind: Kind.Vague, file: 'vague', columns: { min: 'number', max: 'number', role: 'text' } },
  hedge: { kind: Kind.Hedge, file: 'hedges', columns: { operator: 'text', lean: 'text', position: 'text', hedge: 'flag' } },
  unit: { kind: Kind.Unit, file: 'units', columns: { unit: 'text', kind: 'text', case: 'text' } },
  currency: {
    kind: Kind.Currency,
    file: 'currencies',
    columns: { currency: 'text', certain: 'flag', position: 'text', unit: 'text', scale: 'number', least: 'number' },
  },
  counted: { kind: Kind.Counted, file: 'counted', columns: { unit: 'text', class: 'text' } },
  event: { kind: Kind.Event, file: 'events', columns: { event: 'text', form: 'text', voice: 'text' } },
  change: { kind: Kind.Change, file: 'changes', columns: { change: 'text', form: 'text' } },
  condition: { kind: Kind.Condition, file: 'conditions', columns: { role: 'text' } },
  modal: { kind: Kind.Modal, file: 'modals', columns: { modality: 'text', polarity: 'text' } },
  month: { kind: Kind.Month, file: 'months', columns: { month: 'number', ambiguous: 'flag' } },
  weekday: { kind: Kind.Weekday, file: 'weekdays', columns: { day: 'number', ambiguous: 'flag' } },
  season: { kind: Kind.Season, file: 'seasons', columns: { value: 'text', ambiguous: 'flag' } },
  timeUnit: { kind: Kind.TimeUnit, file: 'time-units', columns: { unit: 'text', number: 'text' } },
  timeWord: { kind: Kind.TimeWord, file: 'time-words', columns: { role: 'text', value: 'text' } },
  source: { kind: Kind.Source, file: 'sources', columns: { kind: 'text' } },
  namedDay: { kind: Kind.NamedDay, file: 'named-days', columns: { value: 'text', rule: 'text' } },
  language: { kind: Kind.Language, file: 'languages', columns: { language: 'text' } },
  languageWord: { kind: Kind.LanguageWord, file: 'language-words', columns: { position: 'text', sure: 'flag' } },
  spelling: { kind: Kind.Spelling, file: 'spellings', columns: { family: 'text' } },
  plural: { kind: Kind.Plural, file: 'plurals', columns: { singular: 'text' } },
  placeHead: { kind: Kind.PlaceHead, file: 'place-heads', columns: { kind: 'text', plural: 'flag', itself: 'flag' } },
  byname: { kind: Kind.Byname, file: 'bynames', columns: {} },
  acting: { kind: Kind.Acting, file: 'acting', columns: {} },
  pronoun: { kind: Kind.Pronoun, file: 'pronouns', columns: { pronoun: 'text' } },
  placeVerb: { kind: Kind.PlaceVerb, file: 'place-verbs', columns: {} },
  eventTail: { kind: Kind.EventTail, file: 'event-tails', columns: {} },
  thing: { kind: Kind.Thing, file: 'things', columns: { thing: 'text' } },
  direction: { kind: Kind.Direction, file: 'directions', columns: {} },
  beforeMonth: { kind: Kind.BeforeMonth, file: 'before-months', columns: { name: 'flag' } },
  generation: { kind: Kind.Generation, file: 'generations', columns: { dotted: 'flag' } },
  verbRole: { kind: Kind.VerbRole, file: 'verb-roles', columns: { role: 'text' } },
  saying: { kind: Kind.Saying, file: 'sayings', columns: {} },
  wordClass: { kind: Kind.WordClass, file: 'word-classes', columns: { class: 'text' } },
  sport: { kind: Kind.Sport, file: 'sports', columns: { term: 'text', verb: 'text', player: 'flag', against: 'text' } },
} as const satisfies Readonly<Record<string, Schema>>;

export type LexiconKind = keyof typeof LEXICON;
type Value<T> = T extends 'number' ? number | null : T extends 'flag' ? boolean : string;
/** A row of a word list; an empty number cell is null, an empty text cell ''. */
export type LexiconRow<K extends LexiconKind> = { readonly phrase: string } & {
  readonly [C in keyof (typeof LEXICON)[K]['columns']]: Value<(typeof LEXICON)[K]['columns'][C]>;
};

/** Name of the list with a number. */
export type KindName<K extends Kind> = { [N in LexiconKind]: (typeof LEXICON)[N]['kind'] extends K ? N : never }[LexiconKind];

export const LEXICON_KINDS = Object.keys(LEXICON) as readonly LexiconKind[];
/** Bytes that spell out one way to stand in the lists: room for so many lists. */
export const enum Way {
  Length = 64,
}

/** How a word stands in a list: a set of these bits. */
export const enum Stands {
  /** The word alone is a phrase of the list. */
  Alone = 1,
  /** Some phrase of the list begins with it. */
  First = 2,
}

export function readLexiconRow(kind: LexiconKind, cells: Readonly<Record<string, string>>): LexiconRow<LexiconKind> {
  const row: Record<string, unknown> = { phrase: cells['phrase'] };
  for (const [column, type] of Object.entries(LEXICON[kind].columns) as [string, ColumnType][]) {
    const cell = (cells[column] ?? '').trim();
    row[column] = type === 'number' ? (cell === '' ? null : Number(cell)) : type === 'flag' ? cell === 'true' : cell;
  }
  return row as LexiconRow<LexiconKind>;
}
