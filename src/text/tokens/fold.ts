import { MOST_NAMES, remembering } from '../remembering.js';
import { Class, classOf, foldOf } from './characters.js';

/** A word as the scanner folds it: no case, accents, apostrophes or invisible signs. */
export function foldWord(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    const k = classOf(c);
    if (k === Class.Mark || k === Class.Apostrophe || k === Class.Ignorable) continue;
    out += String.fromCharCode(k === Class.Hyphen ? 45 : foldOf(c));
  }
  return out;
}

/**
 * Lower-case ASCII words joined by hyphens: the tail of an entity id. Letters that no Latin spelling has are kept as they are. Names come again
 * and again, so that some are remembered.
 */
export const slug: (name: string) => string = remembering(
  (name) =>
    foldWord(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  MOST_NAMES,
);
