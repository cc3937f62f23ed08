import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../../text/index.js';
import { governorOf } from '../bounds/changes.js';
import { type Draft, draftBefore } from '../draft.js';
import { Class, isClass, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { COMMA, TO } from '../words.js';
import { nounAt } from './counted.js';
import { DETERMINERS, found, isNominal, phraseEndingAt, PRONOUNS, type Found } from './phrases.js';
import { isVerbal } from './subjects.js';

// What a verb of change moves, or what somebody sees or lets move.

/** "boost the driving range by 35 miles", "lowered its guidance to $84 billion": what a transitive verb of change moves. */
export function objectOf(scene: Scene, draft: Draft, first: number): Found | null {
  const next = draft.bodyLast;
  // "pulled the sector 0.68 percent lower"
  if (
    next < scene.tokens.count &&
    isOneOf(scene, next, LOWER) &&
    isNominal(scene, draft.first - 1) &&
    !isGerund(scene, draft.first - 1) &&
    !isVerbal(scene, draft.first - 1, draft.first)
  )
    return phraseEndingAt(scene, draft.first - 1, first);
  const governor = governorOf(scene, draft.first, first);
  if (!governor) return null;
  // "see tax go up": the verb before its particle
  const split = governor.row.form === 'particle' && isBareVerb(scene, governor.first - 1);
  const ahead = split ? governor.first - 2 : governor.first - 1;
  // "saw revenue fall 12%", "sees prices rising 4.9%", "will see council tax go up by 5%"
  if (
    ahead > first + 1 &&
    isNominal(scene, ahead) &&
    (isBareVerb(scene, ahead + 1) || isGerund(scene, ahead + 1)) &&
    seenFrom(scene, ahead, first) >= 0
  )
    return found(scene, seenFrom(scene, ahead, first), ahead + 1);
  // "JD Sports, down 1.95p"
  if (governor.row.form === 'particle')
    // not "33 percent in July, down from 34"
    return ahead > first && isWord(scene, ahead, COMMA) && has(scene.tokens, ahead - 1, Flag.Capital) && scene.timeAt[ahead - 1] < 0
      ? phraseEndingAt(scene, ahead - 1, first)
      : null;
  // "cause sea levels to rise 11 feet"; not "is expected to rise"
  const infinitive = ahead > first && isWord(scene, ahead, TO) && isNominal(scene, ahead - 1) && !isWord(scene, ahead - 1, ORDER);
  // nor "the charity aims to raise"
  if (infinitive && !isAdjectival(scene, ahead - 1) && clauseAt(scene.clauses, ahead).verb !== ahead - 1)
    return phraseEndingAt(scene, ahead - 1, first);
  let at = governor.first + 1;
  while (at < draft.first && !isOneOf(scene, at, DETERMINERS) && isOneOf(scene, at, WAY_PARTICLES)) at++;
  if (isOneOf(scene, at, DETERMINERS)) at++;
  if (isOneOf(scene, at, OVERALL)) at++;
  if (at >= draft.first - 1 || isOneOf(scene, at, PRONOUNS) || isStop(scene, at)) return null;
  // "rose three basis points to 4.31%": an amount is not what moves
  if (has(scene.tokens, at, Flag.Number) || isKind(scene.knowledge, scene.tokens, at, Kind.Number)) return null;
  const noun = nounAt(scene, at, draft.first, true, true);
  if (noun) return found(scene, at, noun.last);
  // "cutting overall spending by 7%": a noun in -ing
  const tie = draft.first - 1;
  if (!isOneOf(scene, tie, MOVED_TIES)) return null;
  for (let token = at; token < tie; token++) if (!isNominal(scene, token)) return null;
  return found(scene, at, tie);
}
/** A base form: one that "see" and "let" take. */
const isBareVerb = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Verb | Pos.Third | Pos.Gerund)) === Pos.Verb &&
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) === 0;

const isGerund = (scene: Scene, token: number): boolean => (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0;

/** First token of the phrase that ends with the token `last` and stands right behind a verb of seeing or letting; −1 when there is none. */
function seenFrom(scene: Scene, last: number, first: number): number {
  for (let at = last - 1; at >= Math.max(first, last - LONGEST_SEEN); at--) {
    if (isClass(scene, at, Class.seeing)) {
      let from = at + 1;
      while (from < last && isOneOf(scene, from, DETERMINERS)) from++;
      return from;
    }
    if (!isNominal(scene, at) && !isOneOf(scene, at, DETERMINERS) && !has(scene.tokens, at, Flag.Possessive)) return -1;
  }
  return -1;
}
const LONGEST_SEEN = 6;

const WAY_PARTICLES = wordsOf('up down back');

/** "cut its deposit rate by 25 basis points to 2%": the next figure of a verb is of what that verb moves. */
export function ofMoved(scene: Scene, draft: Draft, _first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const earlier = draftBefore(neighbours, draft);
  if (!earlier?.counted || !earlier.because.includes('amount.object') || !isOneOf(scene, draft.first - 1, MOVED_TIES)) return null;
  const gap = draft.first - earlier.last;
  if (gap !== 1 && !(gap === 2 && isWord(scene, earlier.last, COMMA) && isWord(scene, draft.first - 1, TO))) return null;
  return { span: earlier.counted, last: draft.last, adjacent: false, whole: false };
}
const MOVED_TIES = wordsOf('to from by');
const LOWER = wordsOf('lower higher');
const OVERALL = wordsOf('overall total annual');
/** "in order to" */
const ORDER = hashOf('order');

/** A participle or adjective that takes an infinitive: "expected", "set", "likely". */
function isAdjectival(scene: Scene, token: number): boolean {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Past) !== 0 || isOneOf(scene, token, INFINITIVE_ADJECTIVES);
}
const INFINITIVE_ADJECTIVES = wordsOf('set likely due poised able ready bound');
