import { Kind, isKind } from '../../../../knowledge/index.js';
import { plain, type Numeral } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import type { Scene } from '../scene.js';

/** "a pair of", "a baker's dozen": a phrase of words/numbers.csv that is worth just so much. */
export function pairAt(scene: Scene, token: number, limit: number): Numeral | null {
  const pair = roleAt(scene, token, limit, Role.Exact);
  return pair && (pair.last - token > 1 || !isKind(scene.knowledge, scene.tokens, token, Kind.Vague))
    ? plain(token, pair.last, pair.row.value ?? 0, 'words')
    : null;
}
