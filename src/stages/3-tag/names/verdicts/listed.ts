import { Flag } from '../../../../model/index.js';
import { ANSWERS, SenseFlag, USES } from '../../../../knowledge/index.js';
import { isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import type { Scene } from '../scene.js';
import { isSeenLower } from '../seen-words.js';

const PLACE = ANSWERS.indexOf('place');

/** Answer of a name that a row names outright and that is neither a word nor a personal name; −1 when evidence must be weighed. */
export function plainType(scene: Scene, chunk: Chunk): number {
  const { knowledge } = scene;
  let answer = -1;
  if (chunk.title === null && chunk.senses.some((sense) => isFirm(knowledge, sense) && USES[knowledge.names.use[sense]] === 'demonym')) return PLACE;
  for (const sense of chunk.senses) {
    const flags = knowledge.names.flags[sense];
    if ((flags & SenseFlag.Personal) !== 0) return -1;
    // "Google", "Shell": the capital speaks where nothing but the name can have called for it.
    if ((flags & SenseFlag.Word) !== 0 && ((flags & SenseFlag.World) !== 0 || !isCapitalByChoice(scene, chunk))) return -1;
    if (!isFirm(knowledge, sense)) continue;
    const type = ANSWERS.indexOf(senseType(knowledge, sense));
    if (answer >= 0 && answer !== type) return -1;
    answer = type;
  }
  return answer;
}

/**
 * Whether no sentence begins here, no headline or shouted text capitalises everything, and the article never writes the word small; letters
 * are capitals everywhere: "U.S. officials told us".
 */
export function isCapitalByChoice(scene: Scene, chunk: Chunk): boolean {
  const { flags } = scene.tokens;
  if ((flags[chunk.first] & (Flag.Upper | Flag.Shouted)) === Flag.Upper) return true;
  return (
    (flags[chunk.first] & (Flag.SentenceStart | Flag.Shouted)) === 0 &&
    scene.headlines[chunk.sentence] === 0 &&
    !isSeenLower(scene.seen, scene.tokens, chunk.first)
  );
}
