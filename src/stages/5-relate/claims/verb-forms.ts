import { Pos, posOf } from '../../../knowledge/index.js';
import { isWord } from './grammar.js';
import { isAuxiliary, isVerbal, isVerbBehind } from './phrases.js';
import type { Scene } from './scene.js';

/** "who coordinates relief": a form that could be a noun too, unless a verb follows ("that troops killed"). */
export const isVerbOfRelative = (scene: Scene, token: number, limit: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Verb) !== 0 &&
  !isAuxiliary(scene, token + 1) &&
  !isVerbal(scene, token + 1) &&
  (isVerbBehind(scene, token, limit) || !isVerbBehind(scene, token + 1, limit));

export const isVerbForm = (scene: Scene, token: number): boolean =>
  isWord(scene, token) &&
  scene.mentionAt[token] < 0 &&
  scene.figureAt[token] < 0 &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Verb | Pos.Gerund)) !== 0 &&
  !isAuxiliary(scene, token);

export const lastAuxiliary = (scene: Scene, first: number, last: number): number => {
  for (let at = last; at > first; at--) if (isAuxiliary(scene, at)) return at;
  return first;
};

export const isBase = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Verb) !== 0 && (pos & (Pos.Past | Pos.Third | Pos.Gerund)) === 0 && scene.mentionAt[token] < 0 && scene.figureAt[token] < 0;
};
