import { Flag, has, type Rule, type Sentence } from '../../../../model/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { isCapital, isFunctionWord, isLowerWord, isWord, sign, type Scene } from '../scene.js';

/** "Full Name (FN)": the tokens `[first, last)` of a full name whose initials are the acronym in brackets behind it. */
export interface Introduction {
  readonly first: number;
  readonly last: number;
}

const OPEN = 40;
const CLOSE = 41;
const HYPHEN = 45;
/** Words that a full name may have at most, links included. */
const LONGEST_NAME = 16;
/** Letters of one word that an acronym may take: "ECOWAS" takes three of "Economic Community". */
const MOST_LETTERS = 3;

/** Names that the text itself introduces: each rule gives those of a sentence, in order. */
export const INTRODUCTIONS: readonly Rule<(scene: Scene, sentence: Sentence) => readonly Introduction[]>[] = [
  { id: 'introduced.acronym', reads: 'a full name whose initials stand in brackets behind it: “Sexual Health Network (SHN)”', find: acronymsIn },
];

function acronymsIn(scene: Scene, sentence: Sentence): readonly Introduction[] {
  const { tokens } = scene;
  let found: Introduction[] | null = null;
  for (let token = sentence.first + 2; token + 2 < sentence.last; token++) {
    if (sign(scene, token) !== OPEN || (sign(scene, token + 2) !== CLOSE && !isListSign(scene, token + 2))) continue;
    if ((tokens.flags[token + 1] & (Flag.Upper | Flag.Masked | Flag.Shouted)) !== Flag.Upper) continue;
    const letters = scene.text
      .slice(tokens.start[token + 1], tokens.end[token + 1])
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase();
    if (letters.length < 2 || letters.length > 10) continue;
    const floor = Math.max(sentence.first, found?.at(-1)?.last ?? 0, token - LONGEST_NAME * 2);
    const first = startOf(scene, floor, token - 1, letters, letters.length, new Set());
    if (first >= 0) (found ??= []).push({ first, last: has(tokens, token - 1, Flag.Possessive) ? token - 1 : token });
  }
  return found ?? NONE;
}
const NONE: readonly Introduction[] = [];

const isListSign = (scene: Scene, token: number): boolean => sign(scene, token) === 44 || sign(scene, token) === 59;

/**
 * Where the name that ends with `token` begins, when the first `left` letters of the acronym are taken by its words from right to left:
 * each capitalised word gives its first letter or its first few, a word in lower case gives one or none. −1 when the letters do not fit.
 */
function startOf(scene: Scene, floor: number, token: number, letters: string, left: number, tried: Set<number>): number {
  const { tokens, text } = scene;
  // Each state is tried once: the cost stays in proportion to words times letters.
  const state = token * 16 + left;
  if (token < floor || tried.has(state)) return -1;
  tried.add(state);
  if (isCapital(scene, token)) {
    const word = text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
    for (let take = 1; take <= Math.min(MOST_LETTERS, left, word.length); take++) {
      if (!word.startsWith(letters.slice(left - take, left))) continue;
      // One word is no full name: something must have been taken before.
      if (left === take) {
        if (left < letters.length) return token;
        continue;
      }
      const first = startOf(scene, floor, token - 1, letters, left - take, tried);
      if (first >= 0) return first;
    }
    return -1;
  }
  if (isJoint(scene, token)) return startOf(scene, floor, token - 1, letters, left, tried);
  if (!isLowerWord(scene, token) || !(isFunctionWord(scene, token) || isKind(scene.knowledge, tokens, token, Kind.Particle))) return -1;
  const without = startOf(scene, floor, token - 1, letters, left, tried);
  if (without >= 0 || text.charCodeAt(tokens.start[token]) !== letters.charCodeAt(left - 1)) return without;
  return left === 1 ? -1 : startOf(scene, floor, token - 1, letters, left - 1, tried);
}

/** Marks inside a name: "Pan-African", "Children’s", "Health, Science and Technology", "Food & Drug". */
const isJoint = (scene: Scene, token: number): boolean => {
  const c = sign(scene, token);
  return c === HYPHEN || c === 38 || c === 44 || c === 47 || has(scene.tokens, token, Flag.Possessive) || isWord(scene, token, 'and');
};
