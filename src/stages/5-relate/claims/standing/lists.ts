import { BE, HAVE, RELATIVE, isIn, isPlainVerb, isWall, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { MODAL } from '../speakers/saying.js';
import type { Scene } from '../scene.js';

/** Whether a figure stands in one list with the one before it: no verb and no wall between them. */
export function sharesStanding(scene: Scene, figures: readonly Figure[], figure: Figure): boolean {
  const i = figures.indexOf(figure);
  if (i < 1) return false;
  const before = figures[i - 1];
  if (before.kind !== figure.kind || before.kind === 'age' || figure.first - before.last > 8) return false;
  for (let token = before.last; token < figure.first; token++)
    if (
      isWall(scene, token) ||
      isPlainVerb(scene, token) ||
      isIn(scene, token, BE) ||
      isIn(scene, token, HAVE) ||
      isIn(scene, token, MODAL) ||
      isIn(scene, token, FROM_TO) ||
      isIn(scene, token, RELATIVE)
    )
      return false;
  return true;
}
const FROM_TO = wordsOf('from than against instead compared down up of');
