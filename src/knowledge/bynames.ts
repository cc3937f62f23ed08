import { lexiconRows } from './ask.js';
import type { Lexicon } from './knowledge.js';

/** Longer words between two names say more than that the two are one. */
const LONGEST = 48;

/** Whether the words between two names, without signs and without an article before the second, say that they are one: ", also known as “". */
export function saysAlso(lexicon: Lexicon, between: string): boolean {
  if (between.length > LONGEST) return false;
  const words = between
    .toLowerCase()
    .split(/[^a-z.]/)
    .filter((word) => word !== '');
  if (words.at(-1) === 'the') words.pop();
  const said = words.join(' ');
  return said !== '' && lexiconRows({ lexicon }, 'byname').some(({ phrase }) => phrase === said);
}
