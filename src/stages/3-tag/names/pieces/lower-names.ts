import type { Sentence } from '../../../../model/index.js';
import { Begins } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, lowerPlaceAt } from '../gazetteer.js';
import { isWord, type Scene } from '../scene.js';
import { type Chunk, listedChunk } from './chunk.js';

/** Names written in lower case are few: "al-Shabaab militants", rows with case "any", well-known places behind a preposition. */
export function lowerNameAt(scene: Scene, sentence: Sentence, token: number, begins: number): Chunk | null {
  if ((begins & Begins.LowerName) !== 0) {
    const hit = gazetteerAt(scene, token, sentence.last);
    if (hit?.senses.some((sense) => isFirm(scene.knowledge, sense))) return listedChunk(scene, sentence, token, hit);
  }
  if ((begins & Begins.RareName) === 0 || !isPreposition(scene, token - 1)) return null;
  const known = lowerPlaceAt(scene, token, sentence.last);
  return known === null ? null : listedChunk(scene, sentence, token, known);
}

const PLACE_PREPOSITIONS = ['in', 'to', 'from', 'at', 'near', 'around', 'of'];
const isPreposition = (scene: Scene, token: number): boolean => token >= 0 && PLACE_PREPOSITIONS.some((word) => isWord(scene, token, word));
