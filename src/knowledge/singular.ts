import type { Knowledge } from './knowledge.js';

/** Singular of an English plural: as words/plurals.csv says, else by rule. */
export function singular({ irregular }: Knowledge, word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (/(wi|li|kni)ves$/.test(word)) return `${word.slice(0, -3)}fe`;
  if (/(loa|lea|hoo|shea|scar|whar|dwar|cal|hal|shel|sel|wol|^el|thie)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -2)}an`;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
