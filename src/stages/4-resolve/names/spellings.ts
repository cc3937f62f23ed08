import { MOST_NAMES, remembering } from '../../../text/index.js';
import { similarity, sounds } from './natural.js';

/** Names with different keys are no spellings of one: how many words, and how the last one sounds. Some are remembered, as names come again. */
export const spellingKey: (name: string) => string = remembering((name) => {
  const all = words(name);
  return all.length < 2 ? '' : `${all.length} ${sounds(all[all.length - 1])[0]}`;
}, MOST_NAMES);

/**
 * Whether two names of several words are spellings of one: word by word nearly the same letters (Jaro–Winkler at least 0.9)
 * and the same sound (Double Metaphone). Names of one word are never joined: "Hassan" and "Hussain" are two.
 */
export function sameSpelling(a: string, b: string): boolean {
  const left = words(a);
  const right = words(b);
  if (left.length !== right.length || left.length < 2) return false;
  let differing = 0;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === right[i]) continue;
    if (left[i][0] !== right[i][0] && !/^[ckqgjoueai]/.test(left[i])) return false;
    if (similarity(left[i], right[i]) < 0.85) return false;
    if (!sameSound(left[i], right[i])) return false;
    differing++;
  }
  return differing > 0 && (differing < left.length || left.length > 2);
}

function sameSound(a: string, b: string): boolean {
  const [first, second] = [sounds(a), sounds(b)];
  return first.some((code) => code !== '' && second.includes(code));
}

const words = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/gu, '')
    .split(/[\s-]+/u)
    .filter(Boolean);
