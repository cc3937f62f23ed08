import { foldWord } from '../../text/index.js';
import type { Row } from '../rows.js';

/** A name in other spellings of its words, and the number of the name. */
export interface Respelling {
  readonly words: readonly string[];
  readonly value: number;
}

/** A name of four words with ten spellings each would be ten thousand names. */
const MOST = 24;

/**
 * Other spellings of names of several words, by the families of `words/spellings.csv`: "al-Qaeda" gives "al-Qaida". A spelling that
 * is itself a name of some row is left to that row. `names` are folded words.
 */
export function respellings(names: readonly (readonly string[])[], rows: readonly Row[]): readonly Respelling[] {
  const families = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const [word, family] = [foldWord(cells['phrase'] ?? ''), foldWord(cells['family'] ?? '')];
    if (word === '' || family === '') continue;
    const members = families.get(family) ?? new Set([family]);
    members.add(word);
    families.set(family, members);
    families.set(word, members);
  }
  const taken = new Set(names.map((words) => words.join(' ')));
  const found: Respelling[] = [];
  names.forEach((words, value) => {
    if (words.length < 2 || !words.some((word) => families.has(word))) return;
    let spelled: (readonly string[])[] = [[]];
    for (const word of words) {
      const members = [...(families.get(word) ?? [word])];
      spelled = spelled.flatMap((head) => members.map((member) => [...head, member])).slice(0, MOST);
    }
    for (const one of spelled) if (!taken.has(one.join(' '))) found.push({ words: one, value });
  });
  return found;
}
