import type { NameMention, Tagged } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';

/** Two names that the article itself says are one: "Juan N., alias El Flaco", "Mirza Kelani (a.k.a. Keylani)". */
export interface Equation {
  readonly full: NameMention;
  readonly alias: NameMention;
}

/** What may stand before a phrase of words/bynames.csv. */
const LEADS: ReadonlySet<string> = new Set(['', 'also ', 'better ', 'widely ', 'who is ', 'who is also ', 'who ']);

/** Longer words between two names say more than that. */
const LONGEST = 48;

/** All equations of the article, in its order; of a chain of aliases each is that of the first name. */
export function equations(document: Tagged, knowledge: Knowledge): readonly Equation[] {
  const { names, text } = document;
  const found: Equation[] = [];
  let head: NameMention | null = null;
  let last: NameMention | null = null;
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i], names[i + 1]];
    if (a.type === 'place' || a.sentence !== b.sentence || b.start - a.end > LONGEST || !saysAlso(knowledge, text.slice(a.end, b.start))) continue;
    if (last !== a || head === null) head = a;
    if (b.type === head.type) found.push({ full: head, alias: b });
    last = b;
  }
  return found;
}

/** Whether the words between two names, without signs and without an article before the second, say that they are one. */
function saysAlso({ lexicon }: Knowledge, between: string): boolean {
  const words = between
    .toLowerCase()
    .split(/[^a-z.]/)
    .filter((word) => word !== '');
  if (words.at(-1) === 'the') words.pop();
  const said = words.join(' ');
  return lexicon.rows.byname.some(({ phrase }) => said.endsWith(phrase) && LEADS.has(said.slice(0, -phrase.length)));
}
