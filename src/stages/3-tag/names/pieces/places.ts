import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, phraseAt, USES } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { isCapital, isWord, type Scene } from '../scene.js';
import { boundary } from './ends.js';
import { runAt } from './runs.js';

/** End of "Lake X", "Mount X", "Gulf of X" written with capitals; 0 when the words do not make a place. */
export function placeByHead(scene: Scene, token: number, end: number, limit: number): number {
  const { tokens, knowledge, text } = scene;
  const head = phraseAt(knowledge, text, tokens, token, limit, Kind.PlaceWord);
  if (head?.row.kind === 'direction') return directedEnd(scene, token, head.last, end);
  if (head && head.row.position !== 'tail' && isCapital(scene, token)) {
    if (isWord(scene, head.last - 1, 'of')) {
      const at = isWord(scene, head.last, 'the') ? head.last + 1 : head.last;
      const run = at < limit && isCapital(scene, at) ? runAt(scene, at, limit) : null;
      if (run) return boundary(scene, at, run.last, limit);
    } else if (head.last < end && isCapital(scene, head.last)) return boundary(scene, head.last, end, limit);
  }
  return 0;
}

/**
 * End of "Northern Nigeria", "West Jersey": a part of a listed place that is written like a name of its own; 0 where the sentence or the
 * headline gave the direction its capital.
 */
function directedEnd(scene: Scene, token: number, from: number, end: number): number {
  const { tokens, knowledge } = scene;
  if (from >= end || !isCapital(scene, token) || has(tokens, token, Flag.SentenceStart) || has(tokens, token, Flag.Shouted)) return 0;
  const hit = gazetteerAt(scene, from, end);
  if (hit?.last !== end) return 0;
  const named = hit.senses.some(
    (sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) === 'place' && USES[knowledge.names.use[sense]] !== 'demonym',
  );
  return named ? end : 0;
}

/** End of "X Province", "X River" written with capitals; 0 when the words do not make a place. */
export function placeByTail(scene: Scene, token: number, end: number): number {
  const { tokens, knowledge, text } = scene;
  let found = 0;
  for (let at = token + 1; at < end; at++) {
    if (!isCapital(scene, at)) continue;
    const tail = phraseAt(knowledge, text, tokens, at, end, Kind.PlaceWord);
    if (tail && tail.row.position !== 'head') found = tail.last;
    if (isKind(knowledge, tokens, at, Kind.Title)) break;
  }
  return found;
}
