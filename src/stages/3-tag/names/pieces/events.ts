import { gazetteerAt } from '../gazetteer.js';
import { isCapital, isWord, type Scene } from '../scene.js';
import { boundary } from './ends.js';
import { runAt } from './runs.js';

/**
 * End of the name of an event or act whose first words are `[token, head)`: "Typhoon Haiyan", "Battle of Hastings"; only the first words
 * when no name follows, `token` itself when a row of the gazetteers knows a longer name.
 */
export function eventEnd(scene: Scene, token: number, head: number, end: number, limit: number): number {
  if (!isCapital(scene, token)) return token;
  const hit = gazetteerAt(scene, token, limit);
  if (hit && hit.last > head) return token;
  if (!isWord(scene, head - 1, 'of') && !isWord(scene, head - 1, 'on')) {
    if (head >= end || !isCapital(scene, head)) return head;
    // A headline goes on in capitals behind the name.
    return scene.headlines[sentenceOf(scene, token)] === 1 ? head + 1 : boundary(scene, head, end, limit);
  }
  const at = isWord(scene, head, 'the') ? head + 1 : head;
  const run = at < limit && isCapital(scene, at) ? runAt(scene, at, limit) : null;
  return run ? boundary(scene, at, run.last, limit) : head;
}

function sentenceOf(scene: Scene, token: number): number {
  let [low, high] = [0, scene.sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (scene.sentences[middle].first <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
