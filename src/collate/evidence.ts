import type { Profile } from '../model/index.js';

/** What is known of one entity so far: the profiles of the articles that mean it, put together. */
export interface Portrait {
  readonly type: Profile['type'];
  readonly name: string;
  readonly roles: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** Companions that few articles name: "seen with the United Nations" tells nobody apart. */
  readonly companions: ReadonlySet<string>;
}

/** How rare a name is, as the corpus and the lists of names tell. */
export interface NameFacts {
  readonly words: number;
  /** No other entity of the corpus has its last word, and no list of given names or surnames holds it. */
  readonly rare: boolean;
}

export interface Verdict {
  readonly points: number;
  /** What speaks for and against, readable. */
  readonly reasons: readonly string[];
}

/** Points from which two of one name are one entity; two of nearly one spelling need `STRONG`. */
export const ENOUGH = 2;
export const STRONG = 3;

/** Bodies of which every country or town has one of the same name. */
const REPEATED: ReadonlySet<string> = new Set(
  'ministry government court legislature police military military_unit party hospital university agency central_bank'.split(' '),
);

/** Weighs whether two portraits of one name (or of two spellings of it) show the same person or group. */
export function weigh(a: Portrait, b: Portrait, { words, rare }: NameFacts): Verdict {
  const reasons: string[] = [];
  let points = 0;
  const say = (worth: number, reason: string): void => {
    points += worth;
    reasons.push(reason);
  };
  if (words > 2) say(2, `a name of ${words} words`);
  else if (words === 2) say(1, 'a name of two words');
  else if (a.type === 'group') say(1, 'a name of one word');
  if (a.type === 'person' && words > 1 && rare) say(1, 'a rare name');
  if (a.type === 'group' && words > 1 && isSingular(a) && isSingular(b)) say(1, 'no name that every country has');

  const companion = shared(a.companions, b.companions);
  if (companion !== null) say(2, `both with ${companion}`);
  const country = shared(a.countries, b.countries);
  if (country !== null) say(1, `both in ${country}`);
  else if (a.countries.size > 0 && b.countries.size > 0) say(-2, `${list(a.countries)}, not ${list(b.countries)}`);
  if (a.type === 'person') {
    const role = shared(a.roles, b.roles);
    if (role !== null) say(1, `both ${role}`);
    else if (a.roles.size > 0 && b.roles.size > 0) say(-1, `${list(a.roles)}, not ${list(b.roles)}`);
  }
  return { points, reasons };
}

const isSingular = ({ roles }: Portrait): boolean => roles.size > 0 && ![...roles].some((role) => REPEATED.has(role));

/** The first of what both have; the cost is that of the smaller one, since the other grows with every article. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string | null {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let first: string | null = null;
  for (const one of small) if ((first === null || one < first) && large.has(one)) first = one;
  return first;
}

const list = (set: ReadonlySet<string>): string => [...set].sort().join(' ');
