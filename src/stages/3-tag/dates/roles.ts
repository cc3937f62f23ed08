import type { Scene } from './scene.js';
import { endOfPhrase, type TimePhrase } from './words.js';

/** Longest phrase of a role at `at` that `accepts` takes. */
export function readRole(scene: Scene, at: number, bit: number, accepts?: (phrase: TimePhrase) => boolean): number {
  const id = scene.tokens.id[at];
  if (id < 0 || (scene.words.roles[id] & bit) === 0) return -1;
  for (const phrase of scene.words.lists[scene.words.listOf[id]]) {
    if ((phrase.bit & bit) === 0) continue;
    const end = endOfPhrase(phrase, scene.text, scene.tokens, at, scene.limit);
    if (end < 0 || end > scene.limit || (accepts && !accepts(phrase))) continue;
    scene.value = phrase.value;
    scene.phrase = phrase;
    return end;
  }
  return -1;
}
