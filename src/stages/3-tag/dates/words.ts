import { type Knowledge, type LexiconKind, lexiconRows, lexiconWords } from '../../../knowledge/index.js';
import { Flag, type Tokens } from '../../../model/index.js';
import { nextWord } from '../../../text/index.js';

/** One phrase of the calendar's word lists, in one role. */
export interface TimePhrase {
  /** `month`, `weekday`, `season`, `unit`, `named`, or a role of time-words.csv. */
  readonly role: string;
  /** The role as `roleBit`. */
  readonly bit: number;
  readonly value: string;
  /** Also an ordinary word: it counts only beside something that dates. */
  readonly ambiguous: boolean;
  /** `singular`, `plural`, `abbreviation`, `working` (a day of work) of a unit; the rule of a named day; otherwise ''. */
  readonly detail: string;
  readonly phrase: string;
  /** Vocabulary ids of its words. */
  readonly words: Int32Array;
}

/** The word lists by the first word of their phrases. */
export interface TimeWords {
  /** Index into `lists` for each vocabulary id, 0 = no phrase begins with it. */
  readonly listOf: Uint16Array;
  /** Roles of the phrases that begin with each vocabulary id, one bit of `roleBit` each. */
  readonly roles: Int32Array;
  /** Longest phrase first. */
  readonly lists: readonly (readonly TimePhrase[])[];
}

/** Every role there is; a row of time-words.csv with another role is never looked for. */
export const ROLES = [
  'reference',
  'adjective',
  'long',
  'deictic',
  'part',
  'habit',
  'last',
  'next',
  'this',
  'that',
  'following',
  'previous',
  'phase',
  'edge',
  'half',
  'ago',
  'hence',
  'later',
  'earlier',
  'approximate',
  'every',
  'era',
  'vague',
  'zone',
  'decade',
  'ordinal',
  'signal',
  'named',
  'season',
  'month',
  'weekday',
  'unit',
] as const;
export type Role = (typeof ROLES)[number];
export const roleBit = (role: string): number => {
  const index = (ROLES as readonly string[]).indexOf(role);
  return index < 0 ? 0 : 1 << index;
};

const KINDS = ['month', 'weekday', 'season', 'timeUnit', 'timeWord', 'namedDay'] as const satisfies readonly LexiconKind[];

export function compileTimeWords(knowledge: Knowledge): TimeWords {
  const byFirst = new Map<number, TimePhrase[]>();
  for (const kind of KINDS) {
    const rows: readonly Readonly<Record<string, unknown>>[] = lexiconRows(knowledge, kind);
    for (const [i, row] of rows.entries()) {
      const phrase = String(row['phrase']);
      const words = lexiconWords(knowledge, kind, i);
      const list = byFirst.get(words[0]) ?? [];
      byFirst.set(words[0], list);
      const role = kind === 'timeUnit' ? 'unit' : kind === 'timeWord' ? String(row['role']) : kind === 'namedDay' ? 'named' : kind;
      list.push({
        role,
        bit: roleBit(role),
        value: String(row[kind === 'month' ? 'month' : kind === 'weekday' ? 'day' : kind === 'timeUnit' ? 'unit' : 'value'] ?? ''),
        ambiguous: row['ambiguous'] === true,
        detail: String(row[kind === 'timeUnit' ? 'number' : 'rule'] ?? (kind === 'weekday' && /days$/.test(phrase) ? 'plural' : '')),
        phrase,
        words,
      });
    }
  }
  const tables = new Map(
    [...byFirst.values()]
      .flat()
      .filter((one) => one.detail === 'table')
      .map((one) => [one.phrase, one.value]),
  );
  const listOf = new Uint16Array(knowledge.vocabulary.size);
  const roles = new Int32Array(knowledge.vocabulary.size);
  const lists: TimePhrase[][] = [[]];
  for (const [id, list] of byFirst) {
    listOf[id] = lists.length;
    for (const { role } of list) roles[id] |= roleBit(role);
    lists.push(list.map((one) => sameAs(one, tables)).sort((a, b) => b.words.length - a.words.length));
  }
  return { listOf, roles, lists };
}

/** Another spelling of a feast takes the year table of the first. */
const sameAs = (one: TimePhrase, tables: ReadonlyMap<string, string>): TimePhrase =>
  one.detail === 'same' ? { ...one, detail: 'table', value: tables.get(one.value) ?? '' } : one;

/** Token behind `phrase` when it stands at `at`, −1 otherwise. */
export function endOfPhrase(phrase: TimePhrase, text: string, tokens: Tokens, at: number, limit: number): number {
  let token = at;
  for (let w = 1; w < phrase.words.length; w++) {
    token = nextWord(text, tokens, token, limit);
    if (token < 0 || tokens.id[token] !== phrase.words[w] || (tokens.flags[token] & Flag.Masked) !== 0) return -1;
  }
  return token + 1;
}
