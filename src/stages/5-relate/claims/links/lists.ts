import { signAt } from '../../../../grammar/index.js';
import type { Scene } from '../scene.js';

/** Whether the sentence is an item of a list that a sentence ending in a colon opened. */
export function isListed(scene: Scene, sentence: number): boolean {
  return opener(scene, sentence) >= 0;
}

/** The sentence ending in ":" that opened the list of which this sentence is an item, at most twenty items above; −1 when none. */
export function opener(scene: Scene, sentence: number): number {
  const { sentences } = scene.document;
  if (!isItem(scene, sentence)) return -1;
  for (let s = sentence - 1; s >= 0 && s > sentence - 20; s--) {
    if (signAt(scene, sentences[s].last - 1) === ':') return s;
    if (!isItem(scene, s)) return -1;
  }
  return -1;
}

function isItem(scene: Scene, sentence: number): boolean {
  const { first, last } = scene.document.sentences[sentence];
  const sign = signAt(scene, first);
  return (sign !== '' && '•-–—*·▪'.includes(sign)) || signAt(scene, last - 1) === ';';
}
