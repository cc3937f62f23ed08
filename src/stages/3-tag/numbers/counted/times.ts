import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { DETERMINERS, found, type Found } from './phrases.js';
import { Class, isClass, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { THAN } from '../words.js';
import { type Noun, nounAt } from './counted.js';
import { governorOf } from '../bounds/changes.js';

// "Times": how often something happened, and how many times as much something is.

/** Rule of how often. */
const OFTEN = 'counted.times';
/** Rule of how many times as much. */
const MULTIPLE = 'counted.multiple';

/** "attacked 75 times", "beaten twice": how often something happened is a count of times. */
export function countTimes(scene: Scene, draft: Draft, limit: number): void {
  if (draft.unit !== 'time' || draft.kind !== 'measure') return;
  const last = draft.numeral.role === 'multiple' ? draft.numeral.last : draft.numeral.last + 1;
  // "trades at 6.5 times earnings": a measure of what something is worth
  if (isValuation(scene, last, limit)) {
    draft.because.push(MULTIPLE);
    return;
  }
  draft.kind = 'count';
  if ((draft.value !== null && !Number.isInteger(draft.value)) || multiplies(scene, draft, last, limit)) {
    draft.because.push(MULTIPLE);
    return;
  }
  draft.because.push(OFTEN);
  draft.countedVia = 'phrase';
  // "twice" has no word for what it counts.
  if (draft.numeral.role !== 'multiple') draft.counted = { start: scene.tokens.start[draft.numeral.last], end: scene.tokens.end[draft.numeral.last] };
}

const isValuation = (scene: Scene, at: number, limit: number): boolean => at < limit && isClass(scene, at, Class.worth);

/** Whether the figure says how many times as much; what is multiplied stands behind it, before it or in the clause. */
export const isMultiple = (draft: Draft): boolean => draft.because.includes(MULTIPLE);
export const isOften = (draft: Draft): boolean => draft.because.includes(OFTEN);

function multiplies(scene: Scene, draft: Draft, at: number, limit: number): boolean {
  // "sevenfold": never how often
  if (draft.numeral.role === 'multiple' && /fold$/i.test(scene.text.slice(scene.tokens.start[at - 1], scene.tokens.end[at - 1]))) return true;
  if (at >= limit || !has(scene.tokens, at, Flag.Word)) return false;
  // "scored twice as the hosts won": when, not as much
  if (isOneOf(scene, at, AS))
    return isOneOf(scene, at + 1, MUCH) || (posOf(scene.knowledge, scene.tokens, at + 1) & (Pos.Adjective | Pos.Adverb)) !== 0;
  if (isOneOf(scene, at, MULTIPLIED)) return true;
  // "beaten twice last year": how often in that time; "six times last year's total" is how much
  if (scene.timeAt[at] >= 0) return ownerEnd(scene, at) > at;
  if (isStop(scene, at)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  return (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) !== 0 && (pos & Pos.Adverb) === 0;
}
const MULTIPLIED = wordsOf('more less fewer the that those what its their his her our over greater higher lower');

/** "six times as many wells", "40 times that amount", "6.5 times earnings", "four times the threshold": what is multiplied, named behind. */
export function ofMultiple(scene: Scene, draft: Draft, _first: number, limit: number): Found | null {
  if (!isMultiple(draft)) return null;
  let at = draft.bodyLast;
  if (isOneOf(scene, at, AS) && isOneOf(scene, at + 1, MUCH)) at += 2;
  else if (isOneOf(scene, at, MORE)) at++;
  while (at < limit && isOneOf(scene, at, DETERMINERS)) at++;
  at = ownerEnd(scene, at);
  if (at >= limit || isStop(scene, at) || isWord(scene, at, THAN)) return null;
  const noun = nounAt(scene, at, limit, true, true);
  return noun && !isLight(scene, noun) && scene.timeAt[noun.head] < 0 ? { ...found(scene, at, noun.last), last: draft.last } : null;
}
/** "the usual number", "that amount": says no more than so much; "book value" names a thing. */
function isLight(scene: Scene, { first, head }: Noun): boolean {
  for (let at = first; at < head; at++) if (!isOneOf(scene, at, USUAL)) return false;
  return isOneOf(scene, head, LIGHT);
}

/** "last year's": token behind a time that owns what follows; `token` where none stands. */
function ownerEnd(scene: Scene, token: number): number {
  const last = scene.timeAt[token] >= 0 ? scene.times[scene.timeAt[token]].last : token;
  return last > token && last < scene.tokens.count && has(scene.tokens, last, Flag.Possessive) ? last + 1 : token;
}
const AS = wordsOf('as');
const MUCH = wordsOf('many much few');
const MORE = wordsOf('more fewer less');
const LIGHT = wordsOf('number figure amount rate level total size value average norm');

/**
 * "64,000 hectares, twice as much as in May", "41 teachers left, twice the usual number": beside a count the multiple is one of what that
 * counts; and one of another time is a rise.
 */
export function readMultiples(scene: Scene, drafts: readonly Draft[], first: number, limit: number): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    if (!isMultiple(draft)) continue;
    // "210 mm of rain in 36 hours, three times the usual"
    const level = drafts.slice(Math.max(0, i - 2), i).findLast(({ kind }) => kind !== 'duration' && kind !== 'age') ?? null;
    const aside =
      level !== null && (isOneOf(scene, draft.first - 1, ASIDE) || isOneOf(scene, draft.first - 2, ASIDE)) && draft.first - level.last < REACH;
    if (aside && !draft.because.includes('amount.multiple')) {
      draft.counted = level.counted;
      draft.countedVia = level.counted ? 'ellipsis' : null;
    }
    const governor = governorOf(scene, draft.first, first);
    if (governor && governor.row.form !== 'noun') draft.change = governor.row.change as Draft['change'];
    else if (isOfAnotherTime(scene, draft, limit)) draft.change = (draft.value ?? draft.min ?? 1) > 1 ? 'up' : 'down';
    draft.changeBy = draft.changeTo = draft.changeFrom = null;
  }
}
/** Tokens between a count and the aside that multiplies it. */
const REACH = 12;
const ASIDE = wordsOf(', ( — – and');

/** "as many as in May", "what they did in 2023", "the usual number": it is compared with what was. */
function isOfAnotherTime(scene: Scene, { bodyLast }: Draft, limit: number): boolean {
  const at = bodyLast;
  if (!isOneOf(scene, at, COMPARING)) return false;
  for (let token = at; token < Math.min(limit, at + TIME_REACH); token++) {
    if (scene.timeAt[token] >= 0 || isOneOf(scene, token, USUAL)) return true;
    if (has(scene.tokens, token, Flag.Punctuation)) return false;
  }
  return false;
}
const TIME_REACH = 10;
const COMPARING = wordsOf('as more less fewer the that those what its their higher lower');
const USUAL = wordsOf('usual normal average previous before');
