import { Kind, type Knowledge, type LexiconHit, phraseShape } from '../../../knowledge/index.js';
import { findWord } from '../../../text/index.js';
import { entryAt, textOf, type Scene } from './scene.js';

/** Roles of words/numbers.csv that the rules ask for, as bits. */
export const enum Role {
  Exact = 1,
  Part = 2,
  Parts = 4,
  Scale = 8,
  Scales = 16,
  Dozen = 32,
  Hundred = 64,
  Zero = 128,
  Unit = 256,
  Teen = 512,
  Ten = 1024,
  Ordinal = 2048,
  Idiom = 4096,
  Letter = 8192,
  Money = 16384,
  /** The end of an ordinal of two words as a part: the "firsts" of "twenty-firsts". */
  Last = 32768,
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['exact', Role.Exact],
  ['part', Role.Part],
  ['parts', Role.Parts],
  ['scale', Role.Scale],
  ['scales', Role.Scales],
  ['dozen', Role.Dozen],
  ['hundred', Role.Hundred],
  ['zero', Role.Zero],
  ['unit', Role.Unit],
  ['teen', Role.Teen],
  ['ten', Role.Ten],
  ['ordinal', Role.Ordinal],
  ['idiom', Role.Idiom],
  ['letter', Role.Letter],
  ['money', Role.Money],
  ['last', Role.Last],
]);

/** What a word of the vocabulary can begin, as bits. */
export const enum Begin {
  Number = 1,
  Idiom = 2,
}

/** Roles of the number words: of each row, and of all rows that begin with a word of the vocabulary. */
export interface NumberRoles {
  readonly ofRow: Uint16Array;
  readonly starts: Uint16Array;
  /** `Begin` of each word of the vocabulary; 0 for nearly all. */
  readonly begins: Uint8Array;
  /** 1 for each word that goes on behind an article in a phrase of the number and vague words: "a dozen", "the bulk". */
  readonly behindArticle: Uint8Array;
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const tables = new WeakMap<Knowledge, NumberRoles>();

/** Made once for a Knowledge. */
export function rolesOf(knowledge: Knowledge): NumberRoles {
  let table = tables.get(knowledge);
  if (!table) {
    const rows = knowledge.lexicon.rows.number;
    const { size } = knowledge.vocabulary;
    table = {
      ofRow: Uint16Array.from(rows, (row) => ROLES.get(row.role) ?? 0),
      starts: new Uint16Array(size),
      begins: new Uint8Array(size),
      behindArticle: new Uint8Array(size),
    };
    for (const { phrase } of [...rows, ...knowledge.lexicon.rows.vague]) {
      const [article, next] = phraseShape(phrase).words;
      const id = next !== undefined && ARTICLES.has(article) ? findWord(knowledge.vocabulary, next) : -1;
      if (id >= 0) table.behindArticle[id] = 1;
    }
    for (let i = 0; i < rows.length; i++) {
      const first = findWord(knowledge.vocabulary, phraseShape(rows[i].phrase).words[0]);
      if (first < 0) continue;
      table.starts[first] |= table.ofRow[i];
      table.begins[first] |= table.ofRow[i] === Role.Idiom ? Begin.Idiom : Begin.Number;
    }
    for (const { phrase } of knowledge.lexicon.rows.vague) {
      const first = findWord(knowledge.vocabulary, phraseShape(phrase).words[0]);
      if (first >= 0) table.begins[first] |= Begin.Number;
    }
    tables.set(knowledge, table);
  }
  return table;
}

/** Longest number word at `token` in one of these roles; a row marked exact must be written so. */
export function roleAt(scene: Scene, token: number, limit: number, roles: Role): LexiconHit<Kind.Number> | null {
  const id = scene.tokens.id[token];
  if (token >= limit || !(id >= 0)) return null;
  const { ofRow, starts } = scene.roles;
  if ((starts[id] & roles) === 0) return null;
  return entryAt(
    scene,
    token,
    limit,
    Kind.Number,
    (row, last, index) => (ofRow[index] & roles) !== 0 && (row.case !== 'exact' || row.phrase === textOf(scene, token, last)),
  );
}
