import { createRequire } from 'node:module';

// The one door to `natural`: its root prints to stdout and reads .env, so only the two files in use are loaded, and only when asked.
type JaroWinkler = (a: string, b: string, options?: { ignoreCase?: boolean }) => number;
interface Metaphone {
  process(word: string): readonly [string, string];
}

const require = createRequire(import.meta.url);
let distance: JaroWinkler | undefined;
let metaphone: Metaphone | undefined;

/** Jaro–Winkler similarity of two words, 0 … 1 (equal). */
export function similarity(a: string, b: string): number {
  distance ??= require('natural/lib/natural/distance/jaro-winkler_distance.js') as JaroWinkler;
  return distance(a, b, { ignoreCase: true });
}

/** Double Metaphone codes of a word: how it may sound. */
export function sounds(word: string): readonly [string, string] {
  metaphone ??= new (require('natural/lib/natural/phonetics/double_metaphone.js') as new () => Metaphone)();
  return metaphone.process(word);
}
