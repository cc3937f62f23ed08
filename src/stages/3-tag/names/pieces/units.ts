import { Flag, has, type Sentence } from '../../../../model/index.js';
import { gazetteerAt, isFirm } from '../gazetteer.js';
import { isCapital, type Scene } from '../scene.js';
import { type Chunk, chunkOf, listedChunk } from './chunk.js';
import { organisationAt } from './organisations.js';
import { runAt } from './runs.js';

/** "444 Brigade", "33rd Light Infantry Division": a military unit whose name begins with its number. */
export function numberedUnit(scene: Scene, sentence: Sentence, token: number): Chunk | null {
  const { tokens, knowledge } = scene;
  const hit = gazetteerAt(scene, token, sentence.last);
  if (hit && hit.words > 1 && hit.senses.some((sense) => isFirm(knowledge, sense))) return listedChunk(scene, sentence, token, hit);
  // The ending of an ordinal is a token of its own.
  const next = token + 1 < sentence.last && !has(tokens, token + 1, Flag.SpaceBefore) && has(tokens, token + 1, Flag.Word) ? token + 2 : token + 1;
  if (next >= sentence.last || !isCapital(scene, next)) return null;
  const run = runAt(scene, next, sentence.last);
  const tail = run && organisationAt(scene, token, { first: next - 1, last: run.last }, sentence.last);
  if (!tail || !UNIT_KINDS.has(tail.kind)) return null;
  return chunkOf(scene, sentence, token, tail.last, { shape: 'organisation', kind: tail.kind, because: tail.because });
}
const UNIT_KINDS = new Set(['military', 'military_unit', 'armed_group', 'militia']);
