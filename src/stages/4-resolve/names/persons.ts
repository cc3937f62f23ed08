import { type Lexicon, lexiconRows } from '../../../knowledge/index.js';
import { MOST_NAMES, remembering } from '../../../text/index.js';

/** Words of a name that can stand for it, as they are compared: without initials and endings, no case, accents or Arabic article. */
export type PlainWords = (name: string) => readonly string[];

/** `PlainWords` with the endings of the lists; the words of some names are remembered, as names come again. */
export function plainWordsOf(lexicon: Lexicon): PlainWords {
  let words = known.get(lexicon);
  if (words === undefined) {
    const endings = nameEndings(lexicon);
    known.set(lexicon, (words = remembering((name: string) => plainWords(name, endings), MOST_NAMES)));
  }
  return words;
}
const known = new WeakMap<Lexicon, PlainWords>();

/** What may stand behind a name and is no word of it: "Jr", "III", "PhD"; nothing that may be a name itself ("Ji"). */
function nameEndings(lexicon: Lexicon): ReadonlySet<string> {
  const letters = lexiconRows({ lexicon }, 'title').filter(({ position, ambiguous }) => position === 'after' && !ambiguous);
  return new Set([...letters, ...lexiconRows({ lexicon }, 'generation')].map(({ phrase }) => phrase));
}

const plainWords = (name: string, endings: ReadonlySet<string>): readonly string[] =>
  name
    .split(/\s+/u)
    .map((word) => (/[.,]$/u.test(word) ? word.slice(0, -1) : word))
    .filter((word) => word.length > 1 && !endings.has(word))
    .map(plain);

function plain(word: string): string {
  const low = word.toLowerCase();
  return (/[^a-z]/.test(low) ? low.normalize('NFD').replace(/[\u0300-\u036f'’]/gu, '') : low).replace(/^(?:al|el)-/u, '');
}

/**
 * Whether the words `few` can stand for the person of the words `many`: they are the last words of the full name
 * ("al-Zawahiri", "van der Berg"), or the first word alone ("Aung"), or the first of two surnames ("Castañeda" of "Rubén Castañeda Lugo"),
 * or its first words ("Magnús Tumi" of "Magnús Tumi Guðmundsson"), or the full name without some of its middle.
 */
export function shortFormOf(few: readonly string[], many: readonly string[]): boolean {
  if (few.length === 0 || few.length >= many.length) return false;
  if (few.length === 1) return few[0] === many.at(-1) || few[0] === many[0] || (many.length > 2 && few[0] === many.at(-2));
  if (few.every((word, i) => word === many[many.length - few.length + i])) return true;
  if (few.every((word, i) => word === many[i])) return true;
  return few[0] === many[0] && few.at(-1) === many.at(-1) && few.every((word) => many.includes(word));
}
