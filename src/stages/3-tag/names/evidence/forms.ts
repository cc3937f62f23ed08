import { Flag } from '../../../../model/index.js';
import { Kind, isKind, levelOf, SenseFlag } from '../../../../knowledge/index.js';
import type { Chunk } from '../pieces/chunk.js';
import type { Scene } from '../scene.js';
import { V } from './templates.js';

/** What a piece looks like at a glance, in one of a dozen values: what its surroundings mean depends on it. */
export function formOf(scene: Scene, chunk: Chunk): number {
  const { tokens, knowledge } = scene;
  const { first, last } = chunk;
  if (chunk.shape === 'organisation') return V.organisation;
  if (chunk.shape === 'place') return V['place-word'];
  for (const sense of chunk.senses) if ((knowledge.names.flags[sense] & (SenseFlag.World | SenseFlag.Personal)) === SenseFlag.World) return V.town;
  if (chunk.senses.length > 0) return V.gazetteer;
  if (last - first === 1) {
    if ((tokens.flags[first] & Flag.Upper) !== 0) return V['form-acronym'];
    if ((tokens.flags[first] & Flag.Alphanumeric) !== 0) return V['form-mixed'];
    if (isKind(knowledge, tokens, first, Kind.GivenName) || isKind(knowledge, tokens, first, Kind.Surname)) return V['form-name'];
    return levelOf(knowledge, tokens, first) === 0 ? V.unknown : V['form-word'];
  }
  let english = 0;
  let words = 0;
  for (let token = first; token < last; token++) {
    if ((tokens.flags[token] & Flag.Capital) === 0) continue;
    words++;
    if (isKind(knowledge, tokens, token, Kind.GivenName)) return V['form-names'];
    if (levelOf(knowledge, tokens, token) !== 0) english++;
  }
  return english === words ? V['form-words'] : V.open;
}
