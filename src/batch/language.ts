import { lexiconRows, type Knowledge } from '../knowledge/index.js';

// Which language an article is in, told from its function words (gazetteers/words/languages.csv). Only a sample is read.

const ENGLISH = 'en';
/** Fewer words than this tell nothing. */
const FEWEST_WORDS = 20;
/** English prose has 30 to 45 function words in a hundred; a page of names and numbers still has some. */
const SURELY_ENGLISH = 0.2;
const SURELY_OTHER = 0.15;
const SAMPLE = 700;

interface FunctionWords {
  readonly languages: readonly string[];
  /** Word → positions of the languages that use it. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<Knowledge, FunctionWords>();

function functionWords(knowledge: Knowledge): FunctionWords {
  let table = known.get(knowledge);
  if (!table) {
    const rows = lexiconRows(knowledge, 'language');
    const languages = [...new Set(rows.map((row) => row.language))];
    const words = new Map<string, number[]>();
    for (const { phrase, language } of rows) {
      const list = words.get(phrase);
      if (list) list.push(languages.indexOf(language));
      else words.set(phrase, [languages.indexOf(language)]);
    }
    known.set(knowledge, (table = { languages, words }));
  }
  return table;
}

/**
 * ISO 639-1 code of the language most of the text is in; `und` for a script or language that the word list lacks; null when
 * the text is too short or has too few function words to tell. In doubt English is preferred. Constant time in the length.
 */
export function languageOf(text: string, knowledge: Knowledge): string | null {
  const found = wordsOf(sample(text));
  const foreignScript = found.filter((word) => word.charCodeAt(0) > 0x24f).length;
  if (found.length < FEWEST_WORDS && !(foreignScript * 2 > found.length && sample(text).length > FEWEST_WORDS)) return null;
  const { languages, words } = functionWords(knowledge);
  const counts = new Array<number>(languages.length).fill(0);
  for (const word of found) for (const language of words.get(word) ?? []) counts[language]++;
  const shares = counts.map((count) => count / found.length);
  const english = shares[languages.indexOf(ENGLISH)] ?? 0;
  if (english >= SURELY_ENGLISH) return ENGLISH;
  const best = shares.indexOf(Math.max(...shares));
  if (languages[best] !== ENGLISH && shares[best] >= SURELY_OTHER && shares[best] >= english * 1.5) return languages[best];
  if (foreignScript * 2 > found.length) return shares[best] > 0 && languages[best] !== ENGLISH ? languages[best] : 'und';
  return english > 0 ? ENGLISH : null;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** The same where all signs are ASCII, which is most of the text and is looked at far faster. */
const ASCII_WORD = /[A-Za-z]+/g;
const BEYOND_ASCII = /[^ -~]/;

/** The words in lower case, without addresses and shares. */
function wordsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const piece of text.split(/\s+/)) {
    if (piece.includes('://') || piece.includes('%')) continue;
    for (const word of piece.match(BEYOND_ASCII.test(piece) ? WORD : ASCII_WORD) ?? []) {
      // "WAR", "DE": letters in capitals are abbreviations of any language.
      if (word.charCodeAt(0) > 0x24f || word !== word.toUpperCase()) found.push(word.toLowerCase());
    }
  }
  return found;
}

/** Whether an article in that language can be analysed: English, or not told. */
export const isReadable = (language: string | null): boolean => language === null || language === ENGLISH;

/** Three stretches of the text: the beginning of a page is often furniture. */
function sample(text: string): string {
  if (text.length <= 3 * SAMPLE) return text;
  return [0.2, 0.5, 0.8].map((share) => text.slice(Math.floor(text.length * share), Math.floor(text.length * share) + SAMPLE)).join(' ');
}
