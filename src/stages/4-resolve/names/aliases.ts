import type { NameMention, Tagged } from '../../../model/index.js';
import { saysAlso, type Knowledge } from '../../../knowledge/index.js';

/** Two names that the article itself says are one: "Juan N., alias El Flaco", "Mirza Kelani (a.k.a. Keylani)". */
export interface Equation {
  readonly full: NameMention;
  readonly alias: NameMention;
}

/** All equations of the article, in its order; of a chain of aliases each is that of the first name. */
export function equations(document: Tagged, knowledge: Knowledge): readonly Equation[] {
  const { names, text } = document;
  const found: Equation[] = [];
  let head: NameMention | null = null;
  let last: NameMention | null = null;
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i], names[i + 1]];
    if (a.type === 'place' || a.sentence !== b.sentence || !saysAlso(knowledge.lexicon, text.slice(a.end, b.start))) continue;
    if (last !== a || head === null) head = a;
    if (b.type === head.type) found.push({ full: head, alias: b });
    last = b;
  }
  return found;
}
