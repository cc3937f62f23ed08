import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Draft } from '../draft.js';
import { isWord, type Scene } from '../scene.js';
import { IN } from '../words.js';

/** "one family in six", "two meals in three": a count whose noun a bare larger number follows behind "in" is a share. */
export function joinShares(scene: Scene, drafts: Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [part, whole] = [drafts[i], drafts[i + 1]];
    if (!isShare(scene, part, whole)) continue;
    part.kind = 'fraction';
    part.value = (part.value as number) / (whole.value as number);
    part.min = part.max = part.value;
    part.last = part.bodyLast = whole.noun ? whole.bodyLast : whole.last;
    part.because.push('counted.share');
    drafts.splice(i + 1, 1);
  }
}

/** "one patient in 20 suffered burns": what was read as the noun of the whole begins with the verb of the share. */
const hasVerb = (scene: Scene, { noun, bodyLast }: Draft): boolean =>
  noun !== null && noun.first === bodyLast && noun.head > noun.first && (posOf(scene.knowledge, scene.tokens, noun.first) & Pos.Past) !== 0;

const MOST = 9;

const isShare = (scene: Scene, part: Draft, whole: Draft): boolean =>
  part.kind === 'count' &&
  part.noun !== null &&
  part.value !== null &&
  part.value <= MOST &&
  isWord(scene, part.last, IN) &&
  whole.first === part.last + 1 &&
  whole.kind === 'count' &&
  (whole.noun === null ? whole.unit === null : hasVerb(scene, whole)) &&
  whole.operator === '=' &&
  Number.isInteger(whole.value) &&
  (whole.value as number) > part.value;
