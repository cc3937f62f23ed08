import type { NameMention, Tagged } from '../../model/index.js';

/** Two names that the article itself says are one: "Juan N., alias El Flaco", "Mirza Kelani (a.k.a. Keylani)". */
export interface Equation {
  readonly full: NameMention;
  readonly alias: NameMention;
}

/** What stands between the two, without signs. */
const SAYS_ALSO: ReadonlySet<string> = new Set(
  [
    'known as',
    'known by the nickname',
    'known by the nom de guerre',
    'alias',
    'aka',
    'a.k.a.',
    'nicknamed',
    'dubbed',
    'nom de guerre',
    'goes by',
    'goes by the name',
  ].flatMap((words) => [words, `also ${words}`, `better ${words}`, `widely ${words}`, `who is ${words}`, `who is also ${words}`, `who ${words}`]),
);

/** Longer words between two names say more than that. */
const LONGEST = 48;

/** All equations of the article, in its order; of a chain of aliases each is that of the first name. */
export function equations(document: Tagged): readonly Equation[] {
  const { names, text } = document;
  const found: Equation[] = [];
  let head: NameMention | null = null;
  let last: NameMention | null = null;
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i], names[i + 1]];
    if (a.type === 'place' || a.sentence !== b.sentence || b.start - a.end > LONGEST || !saysAlso(text.slice(a.end, b.start))) continue;
    if (last !== a || head === null) head = a;
    if (b.type === head.type) found.push({ full: head, alias: b });
    last = b;
  }
  return found;
}

function saysAlso(between: string): boolean {
  const words = between
    .toLowerCase()
    .split(/[^a-z.]/)
    .filter((word) => word !== '');
  if (words.at(-1) === 'the') words.pop();
  return SAYS_ALSO.has(words.join(' '));
}
