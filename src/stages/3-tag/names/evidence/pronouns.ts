import { hashOf } from '../../../../text/index.js';
import type { Scene } from '../scene.js';
import { V } from './templates.js';

/** The pronouns of the third person, by what they can stand for. */
const PRONOUNS: ReadonlyMap<number, 'he' | 'it' | 'they'> = new Map(
  (
    [
      ['he', 'he she him her his hers'],
      ['it', 'it its'],
      ['they', 'they them their'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word) => [hashOf(word), value] as const)),
);
const NEXT = { he: V['next-he'], it: V['next-it'], they: V['next-they'] };

/** Words behind a name among which its pronoun is looked for, and words of the next sentence. */
const REACH = 15;
const NEXT_REACH = 2;

/**
 * "Odrun lost his seat", "Ketral moved its office": the first pronoun behind a name that ends at `last`, in its own sentence, which ends at
 * `limit`, or at the head of the next one; 0 when there is none.
 */
export function pronounBehind({ tokens }: Scene, last: number, limit: number): number {
  for (let token = last; token < Math.min(limit, last + REACH); token++) {
    const pronoun = PRONOUNS.get(tokens.hash[token]);
    if (pronoun !== undefined) return V[pronoun];
  }
  for (let token = limit; token < Math.min(tokens.count, limit + NEXT_REACH); token++) {
    const pronoun = PRONOUNS.get(tokens.hash[token]);
    if (pronoun !== undefined) return NEXT[pronoun];
  }
  return 0;
}
