import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { CONCEPTS } from '../rules/concepts.js';
import { isOneOf, isWord, type Scene } from '../scene.js';
import { OF } from '../words.js';

const PRONOUNS = wordsOf('them whom which');

/** Reads what an amount, share or measure is of: the first rule that finds words for it. */
export function readConcept(scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]): void {
  // "20 percent of them"
  const told = draft.kind === 'percent' && isWord(scene, draft.last, OF) && isOneOf(scene, draft.last + 1, PRONOUNS);
  if (told && neighbours.some(({ kind, first: at }) => kind === 'count' && at < draft.first)) {
    draft.countedVia = 'coreference';
    draft.because.push('counted.of-which');
    return;
  }
  for (const { id, by } of CONCEPTS) {
    const it = by(scene, draft, first, limit, neighbours);
    if (!it) continue;
    draft.counted = it.span;
    draft.countedVia = 'phrase';
    if (it.whole && (draft.kind === 'percent' || draft.kind === 'fraction')) draft.partOf = it.span;
    if (it.adjacent) draft.last = Math.max(draft.last, it.last);
    draft.because.push(id);
    return;
  }
}
