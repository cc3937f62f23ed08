import { Kind, type Knowledge, type LexiconHit, lexiconRows, lexiconWords } from '../../../knowledge/index.js';
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
  /** How many times: "twice", "sevenfold". */
  Multiple = 65536,
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
  ['multiple', Role.Multiple],
]);

/** What a word of the vocabulary can begin, as bits. */
export const enum Begin {
  Number = 1,
  Idiom = 2,
}

/** Roles of the number words: of each row, and of all rows that begin with a word of the vocabulary. */
export interface NumberRoles {
  readonly ofRow: Uint32Array;
  readonly starts: Uint32Array;
  /** `Begin` of each word of the vocabulary; 0 for nearly all. */
  readonly begins: Uint8Array;
  /** 1 for each word that goes on behind an article in a phrase of the number and vague words: "a dozen", "the bulk". */
  readonly behindArticle: Uint8Array;
}

const tables = new WeakMap<Knowledge, NumberRoles>();

/** Made once for a Knowledge. */
export function rolesOf(knowledge: Knowledge): NumberRoles {
  let table = tables.get(knowledge);
  if (!table) tables.set(knowledge, (table = compile(knowledge)));
  return table;
}

function compile(knowledge: Knowledge): NumberRoles {
  const { vocabulary } = knowledge;
  const ofRow = Uint32Array.from(lexiconRows(knowledge, 'number'), (row) => ROLES.get(row.role) ?? 0);
  const starts = new Uint32Array(vocabulary.size);
  const begins = new Uint8Array(vocabulary.size);
  const behindArticle = new Uint8Array(vocabulary.size);
  const numbers = lexiconRows(knowledge, 'number').map((_, row) => lexiconWords(knowledge, 'number', row));
  const vague = lexiconRows(knowledge, 'vague').map((_, row) => lexiconWords(knowledge, 'vague', row));
  const articles = ['a', 'an', 'the'].map((word) => findWord(vocabulary, word));
  for (const words of [...numbers, ...vague]) if (words.length > 1 && articles.includes(words[0])) behindArticle[words[1]] = 1;
  numbers.forEach(([first], row) => {
    starts[first] |= ofRow[row];
    begins[first] |= ofRow[row] === Role.Idiom ? Begin.Idiom : Begin.Number;
  });
  for (const [first] of vague) begins[first] |= Begin.Number;
  return { ofRow, starts, begins, behindArticle };
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
