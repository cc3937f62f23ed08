import { Lexname, lexnameOf } from '../../../knowledge/index.js';
import type { Figure } from '../../../model/index.js';
import { tokenSpan, type Scene } from './scene.js';

/**
 * Whether what a figure counts can be killed or held: people, animals, "deaths", and whatever no list tells; not
 * houses or tanks, and of families those who are in them.
 */
export function isLiving(scene: Scene, figure: Figure | null): boolean {
  if (figure === null || figure.counted === null || figure.unit === 'person') return true;
  return !THINGS.has(lexnameOf(scene.knowledge, scene.tokens, tokenSpan(scene, figure.counted).last - 1));
}
const THINGS: ReadonlySet<number> = new Set([
  Lexname.Artifact,
  Lexname.Communication,
  Lexname.Group,
  Lexname.Location,
  Lexname.Quantity,
  Lexname.Time,
]);
