import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import { GAPPED, governorOf } from '../bounds/changes.js';
import { type Draft, draftBefore } from '../draft.js';
import { isPersonNoun } from '../forms/readers.js';
import { isOneOf, type Scene } from '../scene.js';
import { DETERMINERS, found, type Found, isNominal } from './phrases.js';
import { isVerbal } from './subjects.js';

// "Wheat rose 5 percent, rye 3 percent and oats 2 percent": of like clauses all but the first leave their verb out.

/** A clause without its verb has at most this many tokens before its figure. */
const REACH = 9;

/**
 * First token of the noun phrase that stands between a figure that a word of change governs and a like one, with nothing else there but the
 * word that joins them; −1 where the second has a verb of its own, or moves by other words.
 */
export function gappedFrom(scene: Scene, earlier: Draft, draft: Draft, first: number): number {
  if (draft.kind !== earlier.kind || draft.unit !== earlier.unit || draft.currency !== earlier.currency || draft.kind === 'count') return -1;
  if (draft.first - earlier.last > REACH || !isOneOf(scene, earlier.last, JOINTS)) return -1;
  let from = earlier.last + 1;
  while (from < draft.first && isOneOf(scene, from, OPENERS)) from++;
  const end = isOneOf(scene, draft.first - 1, LEADS) ? draft.first - 1 : draft.first;
  if (from >= end || !isNominal(scene, end - 1)) return -1;
  for (let at = from; at < end; at++) {
    if (scene.timeAt[at] >= 0 || isVerbal(scene, at, end)) return -1;
    if (!isNominal(scene, at) && !isOneOf(scene, at, INSIDE) && !has(scene.tokens, at, Flag.Possessive)) return -1;
  }
  return isMoved(scene, earlier, first) || isLike(scene, earlier, from, end) ? from : -1;
}

/** "machinery made up $12.7bn and food $6.4bn": a figure told of the subject before, and one of things that are no party to it. */
function isLike(scene: Scene, earlier: Draft, from: number, end: number): boolean {
  if (!earlier.because.includes('amount.subject') && !earlier.because.includes(GAPPED)) return false;
  if (earlier.kind === 'percent') return true;
  for (let at = from; at < end; at++) if (scene.nameAt[at] >= 0) return false;
  return earlier.kind === 'money' && !isPersonNoun(scene, end - 1);
}
const JOINTS = wordsOf(', ; and while but');
const OPENERS = wordsOf('and while but', DETERMINERS);
const LEADS = wordsOf('by to at from');
const INSIDE = wordsOf('and of & - for in', DETERMINERS);

const isMoved = (scene: Scene, draft: Draft, first: number): boolean =>
  draft.because.includes(GAPPED) || governorOf(scene, draft.first, first) !== null;

/** What the figure of a clause without verb is of: its own subject. */
export function ofGapped(scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const earlier = draftBefore(neighbours, draft);
  const from = earlier ? gappedFrom(scene, earlier, draft, first) : -1;
  if (from < 0) return null;
  return found(scene, from, isOneOf(scene, draft.first - 1, LEADS) ? draft.first - 1 : draft.first);
}
