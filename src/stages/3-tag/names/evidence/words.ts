import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, levelOf, phraseAt, Pos } from '../../../../knowledge/index.js';
import { foldOf, hashEnd, hashStart, hashStep } from '../../../../text/index.js';
import { isCapital, type Scene } from '../scene.js';
import { V } from './templates.js';

/** What a word most likely is, of all that it can be. */
export const wordForm = (pos: number): number =>
  (pos & Pos.Plural) !== 0
    ? V.plural
    : (pos & Pos.Noun) !== 0
      ? V.noun
      : (pos & Pos.Gerund) !== 0
        ? V.gerund
        : (pos & Pos.Adjective) !== 0
          ? V.adjective
          : (pos & Pos.Verb) !== 0
            ? V.verb
            : V.adverb;

/** Words and numbers among the tokens of a piece. */
export function countWords(scene: Scene, first: number, last: number): number {
  let words = 0;
  for (let token = first; token < last; token++) if ((scene.tokens.flags[token] & (Flag.Word | Flag.Number)) !== 0) words++;
  return words;
}

/** The first word with a capital. */
export const firstWord = (scene: Scene, first: number, last: number): number => {
  let token = first;
  while (token < last - 1 && !isCapital(scene, token)) token++;
  return token;
};

/** The last word, signs left out. */
export const lastWord = (scene: Scene, first: number, last: number): number => {
  let token = last - 1;
  while (token > first && !has(scene.tokens, token, Flag.Word)) token--;
  return token;
};

/** How a piece is written: capitals, digits, letters alone. */
export function caseValue(scene: Scene, first: number, last: number): number {
  const { flags, start, end } = scene.tokens;
  if (last - first === 1) {
    if ((flags[first] & Flag.Upper) !== 0) {
      const length = end[first] - start[first];
      return length === 2 ? V.upper2 : length === 3 ? V.upper3 : length === 4 ? V.upper4 : length === 5 ? V.upper5 : V.upper;
    }
    if ((flags[first] & Flag.Alphanumeric) !== 0) return V.digits;
    for (let i = start[first] + 1; i < end[first]; i++) {
      const c = scene.text.charCodeAt(i);
      if (c >= 65 && c <= 90) return V.mixed;
    }
    return V.capital;
  }
  let uppers = 0;
  let words = 0;
  for (let token = first; token < last; token++) {
    if ((flags[token] & Flag.Word) === 0) continue;
    words++;
    if ((flags[token] & Flag.Upper) !== 0) uppers++;
  }
  return uppers === words ? V.upper : uppers > 0 ? V.mixed : V.capital;
}

/** Whether a list of personal names holds a word, and whether it is also a word of English. */
export function kindValue(scene: Scene, token: number, kind: Kind.GivenName | Kind.Surname): number {
  if (!isKind(scene.knowledge, scene.tokens, token, kind)) return V.none;
  const row = phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, kind);
  return row?.row.ambiguous ? V.maybe : V.clear;
}

/** How common a word is in English. */
export function levelValue(scene: Scene, token: number): number {
  const level = levelOf(scene.knowledge, scene.tokens, token);
  return level === 0
    ? V.unknown
    : level <= 10
      ? V.english10
      : level <= 20
        ? V.english20
        : level <= 35
          ? V.english35
          : level <= 50
            ? V.english50
            : V.english70;
}

/** The hash of the last letters of a word, 0 for a word that is no longer than them. */
export function suffixHash(scene: Scene, token: number, length: number): number {
  const { start, end } = scene.tokens;
  if (end[token] - start[token] <= length) return 0;
  let h = hashStart;
  for (let i = end[token] - length; i < end[token]; i++) h = hashStep(h, foldOf(scene.text.charCodeAt(i)));
  return hashEnd(h);
}

/** One letter a word: u unknown, e English, g given name, s surname, b both, a letters, i initial, p particle. */
export function patternHash(scene: Scene, first: number, last: number): number {
  const { tokens, knowledge } = scene;
  let h = hashStart;
  for (let token = first; token < last; token++) {
    const flags = tokens.flags[token];
    if ((flags & (Flag.Word | Flag.Number)) === 0) continue;
    const given = isKind(knowledge, tokens, token, Kind.GivenName);
    const surname = isKind(knowledge, tokens, token, Kind.Surname);
    const letter =
      (flags & Flag.Number) !== 0
        ? 'n'
        : (flags & Flag.Capital) === 0
          ? 'p'
          : tokens.end[token] - tokens.start[token] === 1
            ? 'i'
            : (flags & Flag.Upper) !== 0
              ? 'a'
              : given && surname
                ? 'b'
                : given
                  ? 'g'
                  : surname
                    ? 's'
                    : levelOf(knowledge, tokens, token) === 0
                      ? 'u'
                      : 'e';
    h = hashStep(h, letter.charCodeAt(0));
  }
  return hashEnd(h);
}
