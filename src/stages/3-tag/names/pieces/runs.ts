import { Flag } from '../../../../model/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { isCapital, type Scene } from '../scene.js';
import { JOINTS } from './joints.js';
import { afterParticles, beginsName } from './particles.js';

/** Tokens `[first, last)` whose words are capitalised, with the particles, initials and hyphens that belong between them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The run that begins at `token` and ends before `limit`; null when no name can begin here. */
export function runAt(scene: Scene, token: number, limit: number): Run | null {
  if (!isCapital(scene, token)) {
    // "al-Zawahiri", "bin Laden": a particle in lower case before a capital.
    if (!isKind(scene.knowledge, scene.tokens, token, Kind.Particle) || (scene.tokens.flags[token] & Flag.Masked) !== 0) return null;
    const next = afterParticles(scene, token, limit);
    if (next < 0) return null;
    if (!beginsName(scene, token)) return null;
    return { first: token, last: extend(scene, next + 1, limit) };
  }
  return { first: token, last: extend(scene, token + 1, limit) };
}

/** Longer runs are no names but shouted text or tables; cutting them keeps the cost of hostile text linear. */
const LONGEST_RUN = 40;

function extend(scene: Scene, from: number, sentenceEnd: number): number {
  const limit = Math.min(sentenceEnd, from + LONGEST_RUN);
  let last = from;
  while (last < limit) {
    const next = isCapital(scene, last) ? last + 1 : joined(scene, last, limit);
    if (next < 0) break;
    last = next;
  }
  return last;
}

/** Token behind the capitalised word that what stands at `token` joins to the run before it, −1 when it does not. */
function joined(scene: Scene, token: number, limit: number): number {
  if (token + 1 >= limit || (scene.tokens.flags[token] & Flag.Masked) !== 0) return -1;
  for (const { find } of JOINTS) {
    const last = find(scene, token, limit);
    if (last >= 0) return last;
  }
  return -1;
}
