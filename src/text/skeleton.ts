import { slug } from './tokens/fold.js';

// What stays of a name when the choices of those who write it in Latin letters are taken away.

/** Pairs are tried in this order, once each; all work on lower-case letters. */
const CHOICES: readonly (readonly [RegExp, string])[] = [
  [/(?:off|ow|of)$/, 'ov'],
  [/(?:eff|ef|ew|yev|iev)$/, 'ev'],
  [/(?:iy|yy|ii|ij|iyy|ie|ey|ee)$/, 'i'],
  [/ph/g, 'f'],
  [/kh|ck|q|c(?![hei])/g, 'k'],
  [/dj|dzh|zh/g, 'j'],
  [/tch|tsh|sch/g, 'ch'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/tz/g, 'ts'],
  [/w/g, 'v'],
  [/ou|oo|o/g, 'u'],
  [/ae|ai|ay|ei|ey|ee|ie|y|e/g, 'i'],
  [/(?<=[a-z])h$/, ''],
  [/([a-z])\1+/g, '$1'],
];

const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul', 'an', 'as', 'at', 'ar', 'ad', 'az', 'ash', 'bin', 'ibn', 'ben']);

/**
 * The form that all Latin spellings of a name share ("Zakir", "Zaker"; "Karimov", "Karimoff"), without articles and the
 * words for "son of". `family` gives the usual spelling of a word that the rules cannot reach, or the word itself.
 */
export function skeleton(name: string, family: (word: string) => string = (word) => word): string {
  const words = slug(name).split('-').filter(Boolean);
  const kept = words.length > 2 ? words.filter((word, i) => i === 0 || !ARTICLES.has(word)) : words.filter((word) => !ARTICLES.has(word));
  return (kept.length > 0 ? kept : words).map((word) => CHOICES.reduce((one, [choice, plain]) => one.replace(choice, plain), family(word))).join(' ');
}
