import { Flag, has, type Phrase } from '../model/index.js';
import { Pos, posOf } from '../knowledge/index.js';
import { ARTICLE, isWord, PARTICLE, PREPOSITION, PRONOUN } from './words.js';
import { isOfClass } from './classes.js';
import { isIn, mentionEnd, wordsOf, type Ground } from './ground.js';
import { dateEnd, isHyphen, isNominal, isNoun, isPossessive, isYear } from './nouns.js';
import { MANY, isAuxiliary, isSingularVerb, isThird, isVerbBehind, isVerbal } from './verbs.js';

const isAdjective = (ground: Ground, token: number): boolean => (posOf(ground.knowledge, ground.tokens, token) & Pos.Adjective) !== 0;

const POINTING = wordsOf('those all any');
const WHO = wordsOf('who');

const DEMONSTRATIVE = wordsOf('this that');

const AWAITING = wordsOf('a an its his her their our my');

/** Longest noun phrase, in tokens. */
const LONGEST = 14;

/** A phrase while it is read: further ones may be tied to it. */
export type OpenPhrase = { -readonly [K in keyof Phrase]: Phrase[K] };

/**
 * The noun phrase that begins at `token`, null when none does. A figure with what it counts is one phrase. In an `object` ("revised its
 * growth forecast") a word that can be a noun is one.
 */
export function phraseAtToken(ground: Ground, token: number, limit: number, object = false): OpenPhrase | null {
  let head = -1;
  let at = token;
  const most = Math.min(limit, token + LONGEST);
  while (at < most) {
    const owner = ground.figureAt[at];
    if (owner >= 0) {
      // "an extra [200 places]", "a record [40]"
      if (head >= 0 && !(head === at - 1 && head === token + 1 && isIn(ground, token, AWAITING) && isAdjective(ground, head))) break;
      at = Math.max(at + 1, ground.figures[owner].last);
      head = at - 1;
      continue;
    }
    if (ground.dateAt[at] >= 0) {
      // "the September contract", "its 2018 sales"
      const after = dateEnd(ground, at);
      if (at === token || (head >= 0 && !isYear(ground, at)) || after >= most || !isNominal(ground, after) || !isWord(ground, after)) break;
      at = after;
      continue;
    }
    if (ground.mentionAt[at] >= 0) {
      at = mentionEnd(ground, at);
      head = at - 1;
      continue;
    }
    if (isHyphen(ground, at) && at > token) {
      at++;
      continue;
    }
    if (isPossessive(ground, at)) {
      at++;
      continue;
    }
    // "an EPA-rated economy"
    if (at > token && isHyphen(ground, at - 1) && isWord(ground, at)) {
      // "the start-up", "a follow-on": what a hyphen joins is one noun.
      if (isNoun(ground, at) || isIn(ground, at, PARTICLE)) head = at;
      at++;
      continue;
    }
    if (!isWord(ground, at) && !has(ground.tokens, at, Flag.Number)) break;
    // "this means that"
    if (at === token && isIn(ground, at, DEMONSTRATIVE) && isThird(ground, at + 1) && isVerbBehind(ground, at + 1, limit))
      return { first: at, last: at + 1, head: at, tied: at + 1 };
    // "those who finish receive"
    if (at === token && isIn(ground, at, POINTING) && isIn(ground, at + 1, WHO)) return { first: at, last: at + 1, head: at, tied: at + 1 };
    if (isIn(ground, at, ARTICLE)) {
      if (head >= 0 && !isPossessive(ground, at - 1)) break;
      at++;
      continue;
    }
    // "a canoe, which many rent": a count of many takes no singular
    if (isIn(ground, at, MANY) && at === token && isSingularVerb(ground, at + 1)) return { first: at, last: at + 1, head: at, tied: at + 1 };
    if (isIn(ground, at, PRONOUN)) {
      if (at === token) return { first: token, last: at + 1, head: at, tied: at + 1 };
      break;
    }
    // "a 20 per cent rebound next year", "a two-month contract": the article waits for a noun.
    const awaited =
      (object || (at > token && isIn(ground, token, AWAITING) && ground.figureAt[at - 1] >= 0)) &&
      isNoun(ground, at) &&
      !isOfClass(ground, at, 'verb-not-noun');
    if (!isNominal(ground, at) || (head >= 0 && !awaited && isVerbBehind(ground, at, limit))) break;
    if (head < 0 && at === token && isVerbal(ground, at) && !isParticipleBefore(ground, at, limit)) break;
    // "a similar stranding": behind an article a gerund is a noun, unless another follows.
    if (isNoun(ground, at) || isStanding(ground, at, token)) head = at;
    at++;
  }
  return head < 0 ? null : { first: token, last: head + 1, head, tied: head + 1 };
}

const isStanding = (ground: Ground, token: number, first: number): boolean =>
  (posOf(ground.knowledge, ground.tokens, token) & Pos.Gerund) !== 0 &&
  isIn(ground, first, ARTICLE) &&
  token > first &&
  (isIn(ground, token + 1, PREPOSITION) || isVerbal(ground, token + 1) || isAuxiliary(ground, token + 1));

/** "suspected militants", "wounded civilians": a participle that stands before its noun and is no verb. */
export const isParticipleBefore = (ground: Ground, token: number, limit: number): boolean =>
  token + 1 < limit &&
  (posOf(ground.knowledge, ground.tokens, token) & Pos.Past) !== 0 &&
  ground.mentionAt[token] < 0 &&
  ground.figureAt[token + 1] < 0 &&
  ground.dateAt[token + 1] < 0 &&
  ground.mentionAt[token + 1] < 0 &&
  isWord(ground, token + 1) &&
  (posOf(ground.knowledge, ground.tokens, token + 1) & (Pos.Noun | Pos.Adverb)) === Pos.Noun &&
  isNominal(ground, token + 1) &&
  !isIn(ground, token + 1, ARTICLE) &&
  !isIn(ground, token + 1, PRONOUN);
