import type { NameMention, Tagged } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { told } from '../pronouns/manners.js';
import { plainWordsOf } from './persons.js';

/** The persons an article names in full, by their last word. */
export interface Namesakes {
  /** Whether the article names others of this surname in full, and never the person of the row: its "Tillerson" is one of them. */
  readonly isOther: (name: NameMention, entity: number) => boolean;
  /** The one full name of the surname whose given name fits the title before it: "Mrs Obama" beside Barack and Michelle; null when none or several do. */
  readonly byTitle: (name: NameMention) => NameMention | null;
}

const NONE: Namesakes = { isOther: () => false, byTitle: () => null };

/** Reads the full names of persons once; asked for names of one word. */
export function namesakesOf(document: Tagged, knowledge: Knowledge, written: (name: NameMention) => string): Namesakes {
  const wordsOf = plainWordsOf(knowledge.lexicon);
  const bearers = new Map<string, NameMention[]>();
  for (const name of document.names) {
    if (name.type !== 'person' || name.last - name.first < 2) continue;
    const words = wordsOf(written(name));
    const last = words.at(-1);
    if (words.length < 2 || last === undefined) continue;
    const known = bearers.get(last);
    if (known === undefined) bearers.set(last, [name]);
    else if (known.length < MOST) known.push(name);
  }
  if (bearers.size === 0) return NONE;
  const of = (name: NameMention): readonly NameMention[] => {
    if (name.type !== 'person') return [];
    const words = wordsOf(written(name));
    return words.length === 1 ? (bearers.get(words[0]) ?? []) : [];
  };
  return {
    isOther: (name, entity) => {
      const full = of(name);
      return full.length > 0 && !full.some(({ senses }) => senses.some((sense) => sense.entity === entity));
    },
    byTitle: (name) => {
      const manner = mannerBefore(document, knowledge, name);
      if (manner === null) return null;
      const fitting = of(name).filter(({ first }) => told(document, knowledge, first) === manner);
      const spellings = new Set(fitting.map(written));
      return spellings.size === 1 ? fitting[0] : null;
    },
  };
}

/** Full names of one surname beyond which an article is a list. */
const MOST = 64;

/** The pronoun that the title before a name tells: "Mrs.", "Sir". */
function mannerBefore(document: Tagged, knowledge: Knowledge, { role, first }: NameMention): ReturnType<typeof told> {
  if (role === null || first < 1) return null;
  const { tokens, text } = document;
  const before = text[tokens.start[first - 1]] === '.' ? first - 2 : first - 1;
  return before < 0 ? null : told(document, knowledge, before);
}
