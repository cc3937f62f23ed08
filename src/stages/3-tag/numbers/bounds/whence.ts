import { Kind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { type Draft, draftBefore } from '../draft.js';
import { Class, entryBefore, isClass, isOneOf, isWord, type Scene } from '../scene.js';
import { COMMA, FROM } from '../words.js';
import { governorOf } from './changes.js';

// Two figures that a range would join, and that are the two ends of a change.

/** Whether a word of change governs a range that opens at `from`: "rose from 3 to 5", "cut its staff in Lima from 52 to 18", "rose by a tenth in May, from 50 to 55". */
export function isChangeFrom(scene: Scene, drafts: readonly Draft[], draft: Draft, from: number, first: number): boolean {
  if (governorOf(scene, from, first) !== null) return true;
  if (!isWord(scene, from, FROM)) return isAmountWithHedge(scene, drafts, draft, first);
  if (governorOf(scene, from + 1, first) !== null) return true;
  // "was revised from 19 to 21", "fees go from £45 to £52"
  if (isClass(scene, from - 1, Class.changing)) return true;
  if (isOneOf(scene, from - 1, GOING) && (draft.kind === 'money' || draft.kind === 'percent')) return true;
  const earlier = draftBefore(drafts, draft);
  if (!earlier || from - earlier.last > LOOSE_CHANGE || !isWord(scene, from - 1, COMMA)) return false;
  return governorOf(scene, hedgedFirst(scene, earlier, first), first) !== null;
}
/** "rose by about 600,000 to 5.9 million": behind a hedge the amount of a change and a level far above it, no range. */
function isAmountWithHedge(scene: Scene, drafts: readonly Draft[], draft: Draft, first: number): boolean {
  const next = drafts[drafts.indexOf(draft) + 1];
  const from = hedgedFirst(scene, draft, first);
  if (from === draft.first || !next || next.value === null || draft.value === null || next.value <= draft.value * MOST_OF_RANGE) return false;
  return governorOf(scene, from, first) !== null;
}
const MOST_OF_RANGE = 3;

/** "in the third quarter, from": a time at most stands between the amount of a change and its two ends. */
const LOOSE_CHANGE = 7;
const GOING = wordsOf('go goes going gone went move moves moved moving');

/** Token where a figure begins with the hedges before it, which are read later. */
const hedgedFirst = (scene: Scene, draft: Draft, first: number): number =>
  entryBefore(scene, draft.first, first, Kind.Hedge, 4, (row) => row.position === 'before')?.first ?? draft.first;
