import { has, Flag } from '../../../model/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import { hashOf } from '../../../text/index.js';
import type { Scene } from './scene.js';

/** Tokens looked at on either side of an expression. */
const WINDOW = 24;

/**
 * Whether the words around token `at` tell what was ("said on Tuesday") or what will be ("will vote on Tuesday");
 * 'present' what is usual ("the rains come in July"), 'near' when nothing is clear. The nearer word wins; a participle that may only
 * describe ("825 landed, in 13 boats") counts where nothing better stands.
 */
export function directionOf(scene: Scene, at: number): 'past' | 'future' | 'present' | 'near' {
  let from = scene.first;
  let limit = scene.limit;
  let weak: 'past' | 'near' = 'near';
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (const token of [at - distance, at + distance]) {
      if (token < from || token >= limit) continue;
      // “We want a deal in October,” he said: the saying is past, what is said need not be.
      if (isQuotation(scene, token)) {
        if (token < at) from = token;
        else limit = token;
        continue;
      }
      // "The court sat in June and will rule in May": what is told behind is of another verb.
      if (token > at && isSecondVerb(scene, token)) {
        limit = token;
        continue;
      }
      const tense = tenseOf(scene, token);
      if (tense !== null && tense !== 'weak') return tense;
      if (tense === 'weak') weak = 'past';
    }
  }
  return weak;
}

/** "and will", "but had": a verb of its own begins behind. */
const isSecondVerb = ({ tokens: { hash }, limit }: Scene, at: number): boolean =>
  (hash[at] === AND || hash[at] === BUT) && at + 1 < limit && AUXILIARIES.has(hash[at + 1]);
const [AND, BUT] = ['and', 'but'].map(hashOf);
const AUXILIARIES: ReadonlySet<number> = new Set('will would shall is are was were has have had'.split(' ').map(hashOf));

const QUOTATION: ReadonlySet<number> = new Set([34, 0x201c, 0x201d, 0x201e]);
const isQuotation = ({ tokens, text }: Scene, token: number): boolean =>
  has(tokens, token, Flag.Punctuation) && QUOTATION.has(text.charCodeAt(tokens.start[token]));

/** Whether a word of the sentence by itself has one of the roles that are only looked up beside an expression; they are no bits of `roleBit`. */
export const hasRole = (scene: Scene, token: number, role: string): boolean => worthOf(scene, token, role) !== null;

/** What a word of the sentence is worth in such a role; null where it does not have it. */
export function worthOf(scene: Scene, token: number, role: string): string | null {
  const id = token < scene.first ? -1 : scene.tokens.id[token];
  if (id < 0) return null;
  for (const phrase of scene.words.lists[scene.words.listOf[id]]) if (phrase.words.length === 1 && phrase.role === role) return phrase.value;
  return null;
}

/** How far before "to meet on Tuesday" the word stands that makes it a plan. */
const INTENT_REACH = 6;

/** "invited them to meet on Tuesday", "agreed to leave in June": what is agreed on is still to come. */
function isIntended(scene: Scene, to: number): boolean {
  if (to + 1 >= scene.limit || (posOf(scene.knowledge, scene.tokens, to + 1) & Pos.Verb) === 0) return false;
  for (let t = to - 1; t >= scene.first && t >= to - INTENT_REACH; t--) if (hasRole(scene, t, 'intent')) return true;
  return false;
}

/** "is likely to fall", "are about to vote": what is now said to come. */
function isToCome({ first, tokens, knowledge }: Scene, at: number): boolean {
  for (let t = at - 1; t >= first && t >= at - WINDOW; t--)
    if (tokens.hash[t] === TO && (posOf(knowledge, tokens, t + 1) & Pos.Verb) !== 0 && !has(tokens, t + 1, Flag.Capital)) return true;
  return false;
}

/** Whether a season, or the ends of a span of months, tell what is so each year: "between May and October it is hot and dry". */
export const isSeasonal = (scene: Scene, at: number): boolean => directionOf(scene, at) === 'present' && !isToCome(scene, at);

/** Tokens between a time of the year and the words that tell it for a habit. */
const USUAL_REACH = 6;

/** Whether what is told of a time is so again and again: "usually come in March", "between June and November each year". */
export function isUsual(scene: Scene, first: number, last: number): boolean {
  const { hash } = scene.tokens;
  const isYearly = (t: number): boolean => hash[t] === YEAR && (hash[t - 1] === EVERY || hash[t - 1] === EACH);
  for (let t = first - 1; t >= scene.first && t >= first - USUAL_REACH && !has(scene.tokens, t, Flag.Punctuation); t--)
    if (isYearly(t) || hasRole(scene, t, 'usual')) return true;
  for (let t = last; t < scene.limit && t < last + USUAL_REACH && !has(scene.tokens, t, Flag.Punctuation); t++) if (isYearly(t)) return true;
  return false;
}

function tenseOf(scene: Scene, token: number): 'past' | 'future' | 'present' | 'weak' | null {
  const id = scene.tokens.id[token];
  if (id < 0 || !has(scene.tokens, token, Flag.Word)) return null;
  // "the Recovery Plan" plans nothing here.
  if (has(scene.tokens, token, Flag.Capital) && token > scene.first) return null;
  const { hash } = scene.tokens;
  if (hash[token] === TO) return isIntended(scene, token) ? 'future' : null;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  // "will be taken", "must be held"; "to be held" leaves it to the word before. "Is closed" tells what is so.
  if ((pos & Pos.Past) !== 0 && token > scene.first) {
    if (hash[token - 1] === BE) return hash[token - 2] === TO ? null : 'future';
    if (hash[token - 1] === IS || hash[token - 1] === ARE)
      return hasRole(scene, token, 'future') || hasRole(scene, token, 'ahead') ? 'future' : 'present';
  }
  for (const phrase of scene.words.lists[scene.words.listOf[id]]) {
    // "well" is no "we’ll", "ill" no "I’ll"
    if (phrase.phrase.includes("'") && !isContracted(scene, token)) continue;
    if (phrase.words.length === 1 && (phrase.role === 'future' || phrase.role === 'past' || phrase.role === 'present')) return phrase.role;
    if (phrase.words.length === 1 && phrase.role === 'usual') return 'present';
  }
  // "has risen", "have since been built".
  if (HAVE.has(hash[token])) {
    for (let t = token + 1; t < scene.limit && t <= token + 2; t++)
      if ((posOf(scene.knowledge, scene.tokens, t) & Pos.Past) !== 0 || BEEN.has(hash[t])) return 'past';
  }
  if ((pos & Pos.Past) === 0) return null;
  if ((pos & Pos.Noun) !== 0) return null;
  // "a crossed line", but "they crossed the line".
  const verb = (pos & Pos.Adjective) === 0 || (token > scene.first && PRONOUNS.has(hash[token - 1])) || takesObject(scene, token + 1);
  return verb ? 'past' : 'weak';
}

const isContracted = ({ text, tokens }: Scene, token: number): boolean => /[’']/.test(text.slice(tokens.start[token], tokens.end[token]));

/** An article, number or preposition stands there: "measured 212 millimetres", "launched the plan". */
const takesObject = (scene: Scene, at: number): boolean =>
  at < scene.limit && (has(scene.tokens, at, Flag.Number) || OBJECTS.has(scene.tokens.hash[at]));
const OBJECTS: ReadonlySet<number> = new Set(
  'a an the his her its their this that these those in on at to into from with for by off up down out over'.split(' ').map(hashOf),
);
const [TO, BE, IS, ARE, YEAR, EVERY, EACH] = ['to', 'be', 'is', 'are', 'year', 'every', 'each'].map(hashOf);
const HAVE: ReadonlySet<number> = new Set(['has', 'have', 'having'].map(hashOf));
const BEEN: ReadonlySet<number> = new Set(['been', 'had', 'seen', 'become', 'come', 'gone', 'taken', 'given'].map(hashOf));
const PRONOUNS: ReadonlySet<number> = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you', 'who', 'which', 'that'].map(hashOf));
