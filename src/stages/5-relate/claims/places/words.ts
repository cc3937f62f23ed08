import { isIn, signAt, wordsOf, isOfClass } from '../../../../grammar/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import type { Scene } from '../scene.js';

// The words that stand around the names of places.

export const DIRECTION = wordsOf(
  'north south east west northern southern eastern western central northeast northwest southeast southwest north-east north-west northeastern northwestern southeastern southwestern upper lower downtown rural greater outskirts northernmost especially mainly mostly chiefly particularly nearby neighbouring neighboring',
);

/** A word of direction, or the hyphen inside one: "north-eastern". */
export const isDirection = (scene: Scene, token: number): boolean =>
  isIn(scene, token, DIRECTION) || (signAt(scene, token) === '-' && isIn(scene, token - 1, DIRECTION) && isIn(scene, token + 1, DIRECTION));

/** "city", "province", "outskirts": a word for a sort of place. */
export const isPlaceWord = (scene: Scene, token: number): boolean =>
  isKind(scene.knowledge, scene.tokens, token, Kind.PlaceWord) || isOfClass(scene, token, 'place-noun');

export const isPlainAdjective = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Adjective) !== 0 && (pos & (Pos.Verb | Pos.Adverb)) === 0;
};
