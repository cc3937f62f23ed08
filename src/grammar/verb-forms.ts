import { Pos, posOf } from '../knowledge/index.js';
import { isWord } from './words.js';
import { isAuxiliary, isVerbal, isVerbBehind } from './verbs.js';
import { isOfClass } from './classes.js';
import type { Ground } from './ground.js';

/** "who coordinates relief": a form that could be a noun too, unless a verb follows ("that troops killed"). */
export const isVerbOfRelative = (ground: Ground, token: number, limit: number): boolean =>
  (posOf(ground.knowledge, ground.tokens, token) & Pos.Verb) !== 0 &&
  !isAuxiliary(ground, token + 1) &&
  !isVerbal(ground, token + 1) &&
  (isVerbBehind(ground, token, limit) || !isVerbBehind(ground, token + 1, limit));

export const isVerbForm = (ground: Ground, token: number): boolean =>
  isWord(ground, token) &&
  ground.mentionAt[token] < 0 &&
  ground.figureAt[token] < 0 &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Verb | Pos.Gerund)) !== 0 &&
  !isAuxiliary(ground, token);

export const lastAuxiliary = (ground: Ground, first: number, last: number): number => {
  for (let at = last; at > first; at--) if (isAuxiliary(ground, at)) return at;
  return first;
};

export const isBase = (ground: Ground, token: number): boolean => {
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return (
    (pos & Pos.Verb) !== 0 &&
    ((pos & (Pos.Past | Pos.Third | Pos.Gerund)) === 0 || isOfClass(ground, token, 'past-like-base')) &&
    ground.mentionAt[token] < 0 &&
    ground.figureAt[token] < 0
  );
};
