import { isIn, signAt, wordsOf } from '../../../../grammar/index.js';
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
  isKind(scene.knowledge, scene.tokens, token, Kind.PlaceWord) || isIn(scene, token, PLACE_NOUN);

export const PLACE_NOUN = wordsOf(
  'corner city town village province provinces district districts region regions state states area areas part parts suburb suburbs streets street capital port island islands neighbourhood neighborhood camp camps county governorate villages towns cities outskirts border borders coast side township townships division department valley hills mountains river banks shores waters rest locations places countries country highlands uplands hinterlands lowlands countryside municipality municipalities quarter quarters slopes plains plain delta foothills commune communes locality localities centre center heart middle edge edges stronghold strongholds bastion heartland hometown birthplace',
);

export const isPlainAdjective = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Adjective) !== 0 && (pos & (Pos.Verb | Pos.Adverb)) === 0;
};
