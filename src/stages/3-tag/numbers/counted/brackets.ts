import { isWord, type Scene } from '../scene.js';
import { CLOSING, OPENING } from '../words.js';

/** Token behind a bracket that opens at `at` ("8 miles (13 kilometers) of tunnels"), else `at`. */
export function behindBracket(scene: Scene, at: number, limit: number): number {
  if (at >= limit || !isWord(scene, at, OPENING)) return at;
  for (let close = at + 1; close < Math.min(scene.tokens.count, at + LONGEST); close++) if (isWord(scene, close, CLOSING)) return close + 1;
  return at;
}
const LONGEST = 10;
