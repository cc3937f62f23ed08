import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { isPlural } from '../counted/plurals.js';
import type { Draft } from '../draft.js';
import { isOne } from './exclusions.js';
import { isHyphen, isOneOf, isStop, isTightTo, signOf, type Scene } from '../scene.js';

// Numbers that a hyphen makes part of a word.

/** "ninety-something", "two-faced", except "one", which may join a noun. */
export const isHyphenedWord = (scene: Scene, draft: Draft, _first: number, limit: number): boolean =>
  !isOne(scene, draft) && isMidHyphen(scene, draft.numeral.first, draft.numeral.last, limit);

/** "three-pointers", "a two-seater": behind the hyphen stands the head, a plural or a thing in -er, and no noun that it describes. */
export function isJoinedNoun(scene: Scene, { unit, numeral }: Draft, first: number, limit: number): boolean {
  const head = numeral.last + 1;
  if (unit !== null || head >= limit || !has(scene.tokens, head, Flag.Word)) return false;
  const next = head + 1;
  if (next < limit && has(scene.tokens, next, Flag.Word) && !isStop(scene, next) && (posOf(scene.knowledge, scene.tokens, next) & Pos.Noun) !== 0)
    return false;
  if (next < limit && isHyphen(scene, next)) return false;
  const end = scene.tokens.end[head];
  if (isPlural(scene, head)) return scene.text.slice(end - 3, end) === 'ers';
  return numeral.first > first && isOneOf(scene, numeral.first - 1, ARTICLES) && scene.text.slice(end - 2, end) === 'er';
}
const ARTICLES = wordsOf('a an the another his her its their');

/** "COVID-19", "SCP-173": a unit behind says that the hyphen joins an amount, unless it is a minus. */
export const isHyphenedCode = (scene: Scene, draft: Draft, first: number, limit: number): boolean =>
  (draft.unit === null || (draft.numeral.first > first && signOf(scene, draft.numeral.first - 1) === 0x2212)) &&
  isMidHyphen(scene, draft.numeral.first, draft.bodyLast, limit);

/** Digits tied to a word by a hyphen: "A-10", "mid-20s". */
function isMidHyphen(scene: Scene, at: number, next: number, limit: number): boolean {
  if (
    at >= 2 &&
    isTightTo(scene, at) &&
    isHyphen(scene, at - 1) &&
    isTightTo(scene, at - 1) &&
    has(scene.tokens, at - 2, Flag.Word) &&
    !(at >= 3 && has(scene.tokens, at - 3, Flag.Number) && isTightTo(scene, at - 2))
  ) {
    return !isOneOf(scene, at - 2, NUMBER_PREFIXES);
  }
  // "24703L202", "5G": letters tight behind that are no unit make a code.
  return next < limit && isTightTo(scene, next) && has(scene.tokens, next, Flag.Word) && has(scene.tokens, at, Flag.Number);
}
const NUMBER_PREFIXES = wordsOf('sub minus plus to or non under over');
