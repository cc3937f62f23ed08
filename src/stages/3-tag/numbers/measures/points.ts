import { type Span, tokenAtOrAfter } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { Class, isClass, isOneOf, isWord, type Scene } from '../scene.js';
import { CLOSING, COMMA, OPENING, OR } from '../words.js';

// "Points" beside percentages: "fell 0.4 points to 11.8%", "12% in May; that is up two points".

/** Rule of points that are parts of a hundred. */
const OF_PERCENT = 'measure.percentage-points';

/**
 * Makes percentage points of points that go with a percentage, in their sentence or at the end of the one before; points of an index, which
 * a percentage only tells again ("rose 30 points, or 1.2%"), and points won or lost in a game stay what they are.
 */
export function readPoints(scene: Scene, drafts: readonly Draft[], earlier: Draft | null): void {
  drafts.forEach((draft, i) => {
    if (draft.unit !== 'point' || draft.kind !== 'measure' || Math.abs(draft.value ?? draft.max ?? 0) > MOST_POINTS) return;
    const [before, after] = [i > 0 ? drafts[i - 1] : null, i + 1 < drafts.length ? drafts[i + 1] : null];
    if ((before && restates(scene, before, draft)) || (after && restates(scene, draft, after))) return;
    if (!isCompared(scene, draft)) return;
    const share = drafts.find(isPercent) ?? earlier;
    if (!share || !isPercent(share)) return;
    draft.kind = 'percent';
    draft.unit = 'percentage point';
    draft.because.push(OF_PERCENT);
  });
}

/** Rule of the level of an index. */
const LEVEL = 'measure.index-level';

/** "The Hang Seng slid 0.3% to 16,647", "closed 10% higher at 34,675": the level of an index behind its move is one in points. */
export function readIndexLevels(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const [move, draft] = [drafts[i - 1], drafts[i]];
    if (draft.kind !== 'count' || draft.vague !== null || (draft.value ?? 0) < LEAST_LEVEL || (move.kind !== 'percent' && move.unit !== 'point'))
      continue;
    if (
      (draft.noun && draft.noun.first >= draft.numeral.last) ||
      !isOneOf(scene, draft.first - 1, LEVEL_TIES) ||
      draft.first - move.last > LEVEL_REACH
    )
      continue;
    if (!drafts.some(({ unit, kind }) => unit === 'point' && kind === 'measure') && !(move.counted && isIndex(scene, move.counted))) continue;
    Object.assign(draft, { kind: 'measure', unit: 'point', noun: null, subject: null });
    draft.counted = move.counted;
    draft.countedVia = move.counted ? 'ellipsis' : null;
    draft.because.push(LEVEL);
  }
}
const LEAST_LEVEL = 100;
const LEVEL_REACH = 5;
const LEVEL_TIES = wordsOf('to at');

function isIndex(scene: Scene, { start, end }: Span): boolean {
  for (let at = tokenAtOrAfter(scene.tokens, start); at < scene.tokens.count && scene.tokens.start[at] < end; at++)
    if (isClass(scene, at, Class.index)) return true;
  return false;
}

/** Shares of votes and rates move by fewer points than that. */
const MOST_POINTS = 60;
const isPercent = ({ kind, unit }: Draft): boolean => kind === 'percent' && unit === '%';

/** A percentage and points of an index that tell the same move. */
function restates(scene: Scene, one: Draft, two: Draft): boolean {
  if (one.kind !== 'percent' && two.kind !== 'percent') return false;
  const tie = two.first - 1;
  if (isWord(scene, tie, OPENING)) return tie === one.last && isWord(scene, two.last, CLOSING);
  return (isWord(scene, tie, OR) || (isWord(scene, tie, COMMA) && !isOneOf(scene, two.last, DIFFERING))) && tie - one.last <= 1;
}

/** Whether the points tell a difference. */
const isCompared = (scene: Scene, draft: Draft): boolean => draft.change !== null || isOneOf(scene, draft.last, DIFFERING);
const DIFFERING = wordsOf('more less above below higher lower ahead behind up down');
