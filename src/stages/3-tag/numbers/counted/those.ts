import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { isOneOf, isStop, type Scene } from '../scene.js';
import { nounAt } from './counted.js';
import { DETERMINERS } from './phrases.js';
import { isPlural } from './plurals.js';

/** Token behind "those who got an answer", "those asked", "those with children": people or things told by what is said of them; −1 when none. */
export function describedAt(scene: Scene, token: number, limit: number): number {
  if (token + 1 >= limit || !isOneOf(scene, token, THOSE)) return -1;
  const next = token + 1;
  if (isOneOf(scene, next, RELATIVES)) {
    let verb = next + 1;
    while (verb < limit && isOneOf(scene, verb, AUXILIARIES)) verb++;
    if (verb >= limit || !has(scene.tokens, verb, Flag.Word)) return -1;
    return behindObject(scene, verb + 1, limit);
  }
  if (isOneOf(scene, next, TIES)) {
    const end = behindObject(scene, next + 1, limit);
    return end > next + 1 ? end : -1;
  }
  const pos = posOf(scene.knowledge, scene.tokens, next);
  return scene.nameAt[next] < 0 && ((pos & Pos.Past) !== 0 || (pos & (Pos.Adjective | Pos.Noun)) === Pos.Adjective) && !isPlural(scene, next + 1)
    ? next + 1
    : -1;
}
const THOSE = wordsOf('those');
const RELATIVES = wordsOf('who that which');
const AUXILIARIES = wordsOf('have has had were was are is did do had been being not still never');
const TIES = wordsOf('with without in from aged under over');

/** Behind the noun phrase at `token`, else `token`. */
function behindObject(scene: Scene, token: number, limit: number): number {
  let at = token;
  while (at < limit && isOneOf(scene, at, DETERMINERS)) at++;
  if (at >= limit || isStop(scene, at) || !has(scene.tokens, at, Flag.Word)) return token;
  return nounAt(scene, at, limit, true, true)?.last ?? token;
}
