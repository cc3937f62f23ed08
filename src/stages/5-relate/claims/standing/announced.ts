import { AND, isIn, clauseAt, isOfClass } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

/** "announced $3 million for the camps and $2 million for the wells": a sum that is itself what is announced will be paid. */
export function isAnnouncedSum(scene: Scene, figure: Figure): boolean {
  if (figure.kind !== 'money') return false;
  const { verb } = clauseAt(scene.document.clauses, figure.first);
  return isOfClass(scene, verb, 'announcing') && (verb + 1 === figure.first || (verb < figure.first && isIn(scene, figure.first - 1, AND)));
}
