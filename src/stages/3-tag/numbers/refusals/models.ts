import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { nounAt } from '../counted/counted.js';
import { isModifier, isPlural } from '../counted/plurals.js';
import { sharerOf } from '../counted/shares-left.js';
import type { Draft } from '../draft.js';
import { Class, isClass, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { G } from '../words.js';

// Figures that are part of the name of a thing: a unit, a model, a generation.

/** "Badri 313", "iPhone 11 Pro", "Big 12": bare digits right behind a capitalised word that count nothing behind them. */
export function isNameTail(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  const before = at - 1;
  if (before < first || !isNameLike(scene, before) || next - at !== 1 || draft.first !== at) return false;
  // "Labour had 33.2 percent and the Centre 5.2"
  if (sharerOf(scene, at, first) >= 0) return false;
  if (has(scene.tokens, before, Flag.Shouted)) return false;
  if (has(scene.tokens, before, Flag.SentenceStart) && isStop(scene, before)) return false;
  const written = scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]);
  if (
    /[,]/.test(written) ||
    isKind(scene.knowledge, scene.tokens, before, Kind.Hedge) ||
    isKind(scene.knowledge, scene.tokens, before, Kind.Month) ||
    isKind(scene.knowledge, scene.tokens, before, Kind.Weekday)
  )
    return false;
  if (isStop(scene, before) || isClass(scene, before, Class.adverb) || isOneOf(scene, before, MORE)) return false;
  const noun = nounAt(scene, next, limit, false, false);
  // "In Kunar 30 soldiers died" counts; "Badri 313 battalions" hardly ever stands in the plural.
  return noun === null || scene.nameAt[noun.first] >= 0 || (has(scene.tokens, next, Flag.Capital) && noun.head !== next);
}

/** "Another 38 were hurt." */
const MORE = wordsOf('another');

/** "its own 787 Dreamliner": three bare digits between an adjective or article and a capitalised singular are part of a name. */
export function isNameHead(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next, value } = draft.numeral;
  if (next >= limit || next - at !== 1 || value === null || value < 100 || value > 999 || draft.first !== at || at <= first) return false;
  if (!has(scene.tokens, next, Flag.Capital) || !has(scene.tokens, next, Flag.Word) || has(scene.tokens, next, Flag.Upper)) return false;
  if (scene.nameAt[next] >= 0 || scene.timeAt[next] >= 0 || isKind(scene.knowledge, scene.tokens, next, Kind.Unit)) return false;
  return nounAt(scene, next, limit, false, false) === null;
}

/** "two new 737 Max jets", "five 787 Dreamliners": three bare digits with a capitalised word behind, and before them at most adjectives and a number. */
export function isCountedModel(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { tokens } = scene;
  const { first: at, last: next, form } = draft.numeral;
  if (form !== 'digits' || next - at !== 1 || tokens.end[at] - tokens.start[at] !== 3 || draft.first !== at || next >= limit) return false;
  if (!has(tokens, next, Flag.Capital) || !has(tokens, next, Flag.Word) || isKind(scene.knowledge, tokens, next, Kind.Unit)) return false;
  const isNumber = (token: number): boolean => has(tokens, token, Flag.Number) || isKind(scene.knowledge, tokens, token, Kind.Number);
  let before = at - 1;
  while (before > first && at - before <= 2 && !isNumber(before) && isModifier(scene, before)) before--;
  return before >= first && scene.timeAt[before] < 0 && isNumber(before);
}

/** "the Orion 11 and 11 Pro": behind a word that joins, the figures of the model before it again, with a capitalised word behind. */
export function isModelAgain(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (next - at !== 1 || next >= limit || !has(scene.tokens, next, Flag.Capital) || !isOneOf(scene, at - 1, JOINING)) return false;
  for (let token = at - 2; token > Math.max(first, at - AGAIN_REACH); token--)
    if (scene.tokens.hash[token] === scene.tokens.hash[at]) return scene.timeAt[token] < 0 && isNameLike(scene, token - 1);
  return false;
}
const JOINING = wordsOf('and or , /');
const AGAIN_REACH = 8;

/** Holds a capital anywhere: "Badri", "iPhone". */
const isNameLike = (scene: Scene, token: number): boolean =>
  has(scene.tokens, token, Flag.Capital) ||
  (has(scene.tokens, token, Flag.Word) && /\p{Lu}/u.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token])));

/** "M23-7 rifles": a hyphen read as a minus before things that are counted. */
export const isSignedCode = (scene: Scene, draft: Draft, _first: number, limit: number): boolean =>
  draft.numeral.sign < 0 && nounAt(scene, draft.numeral.last, limit, false, false) !== null;

/** "5G": a generation of networks, not five billion. */
export const isGeneration = (scene: Scene, { numeral }: Draft): boolean =>
  numeral.scale === 1e9 &&
  numeral.last - numeral.first === 2 &&
  isWord(scene, numeral.last - 1, G) &&
  isTightTo(scene, numeral.last - 1) &&
  (numeral.value ?? 0) < 7e9 &&
  Number.isInteger((numeral.value ?? 0) / 1e9);

/** "the 767 freighter", "a 911 call": more than one is counted in the plural; a noun or measure that stands before another one describes it. */
export function isModel(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: noun, form } = draft.numeral;
  if (form !== 'digits' || at <= first || noun >= limit || draft.bodyLast !== noun) return false;
  if (scene.tokens.end[noun - 1] - scene.tokens.start[at] !== 3 || has(scene.tokens, noun, Flag.Capital)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, noun);
  if ((pos & Pos.Noun) === 0 || (pos & (Pos.Plural | Pos.Adjective)) !== 0 || isPlural(scene, noun)) return false;
  return noun + 1 >= limit || isStop(scene, noun + 1) || has(scene.tokens, noun + 1, Flag.Punctuation);
}
