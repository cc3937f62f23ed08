import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { governorOf } from './changes.js';
import { hasTime, isAgainst, isFormer, isLater, isOfThen, isRevised, isThanThe, PRESENT, TIME_REACH, timeBetween } from './cues.js';
import { isOneOf, isWord, type Scene } from '../scene.js';
import { AND } from '../words.js';
import { readAmount } from './amounts.js';
import { isShare, levelOf, REACH } from './levels.js';

// A change told by two figures that stand apart: the level and what it was before, or the level and the amount it moved by.

/**
 * Joins the two figures of a change: "200 lorries, up from 120", "51,000 appeals against 26,000 in March",
 * "217 patients, a fifth more than in August". Both ends carry where the change began and where it ended.
 */
export function readComparisons(scene: Scene, drafts: readonly Draft[], limit: number): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    const earlier = i > 0 ? drafts[i - 1] : null;
    // "rose from 0.6 percent of its value to 0.9 percent": both ends are of one thing.
    if (
      earlier?.counted &&
      earlier.changeFrom !== null &&
      earlier.changeTo !== null &&
      earlier.changeTo === (draft.value ?? draft.max) &&
      draft.noun === null
    ) {
      if (draft.kind === 'count' && earlier.kind === 'count') draft.unit = earlier.unit;
      // "from 1,256 square kilometres in the 1890s to around 480"
      else if (draft.kind === 'count' && draft.counted === null) likeMeasure(draft, earlier);
      if (draft.kind === earlier.kind || draft.counted === null) draft.counted = earlier.counted;
      draft.countedVia = 'ellipsis';
    }
    if (draft.changeFrom === null && draft.changeTo === null) {
      if (earlier && isEarlierToo(scene, earlier, draft, limit)) continue;
      if (readAmount(scene, drafts, i, limit)) continue;
      if (earlier && isRevised(scene, draft, earlier)) {
        if (levelOf(drafts, i) === earlier && earlier.change === null) join(draft, earlier, null, 'compare.revised');
        continue;
      }
      const rule = comparisonOf(scene, draft, limit);
      if (rule) {
        const level = levelOf(drafts, i);
        if (level && level.value !== null && draft.value !== null && level.changeFrom === null) join(draft, level, null, rule);
      } else if (isOfThen(scene, draft)) {
        // "70% see a cut; a week ago it was 13%", "cost 40 francs in May; now it is 90"
        const other = levelOf(drafts, i);
        // "38 of the 214 …; in 2024 it was nine of 230": no level, but the whole of one
        if (
          other &&
          other === earlier &&
          !drafts.some(({ partOfDraft }) => partOfDraft === other) &&
          other.value !== null &&
          other.change === null &&
          draft.value !== null
        ) {
          if (isOneOf(scene, draft.first - 1, PRESENT)) join(other, draft, null, 'compare.it');
          else join(draft, other, null, 'compare.it');
        }
      } else if (isLater(scene, draft, limit)) {
        // "cost 200 in May and sells for 1,500", "employed 22,000 and has 9,000 today"
        const before = levelOf(drafts, i);
        if (before && before.value !== null && before.change === null && draft.value !== null && timeBetween(scene, before, draft))
          join(before, draft, null, 'compare.now');
      }
    } else if (draft.changeFrom !== null && draft.changeTo === null) {
      const level = levelOf(drafts, i);
      if (level && level.changeFrom === null) join(draft, level, draft.change, 'compare.from');
    }
  }
}

/** The rule by which a figure is the one that the level before it is compared with; null when it is none. */
function comparisonOf(scene: Scene, draft: Draft, limit: number): string | null {
  if (isAgainst(scene, draft, limit)) return 'compare.against';
  if (isFormer(scene, draft, limit)) return 'compare.former';
  return isThanThe(scene, draft) ? 'compare.than-the' : null;
}

/** "treated 1,180 children in May, up from 430": set off behind a count, a bare number is of what that one counts, not of who counted. */
export function isEarlier(scene: Scene, draft: Draft, level: Draft | null, first: number): boolean {
  if (level === null || (level.kind === 'count' ? !level.noun : level.kind === 'age') || draft.first - level.last > REACH) return false;
  const governor = governorOf(scene, draft.first, first);
  return governor?.role === 'from' && governor.row.form === 'particle' && governor.first > level.last && isOneOf(scene, governor.first - 1, SET_OFF);
}
const SET_OFF = wordsOf(', ( — –');

/** "28.2%, up from 27.6% in 2024 and 25.2% in 2019": the level of a further time before. */
function isEarlierToo(scene: Scene, earlier: Draft, draft: Draft, limit: number): boolean {
  const and = draft.first - 1;
  if (earlier.changeFrom === null || earlier.changeTo === null || earlier.changeFrom !== earlier.value || draft.value === null) return false;
  const bare = draft.kind === 'count' && draft.counted === null && earlier.kind !== 'count';
  if (!bare && (earlier.kind !== draft.kind || earlier.unit !== draft.unit)) return false;
  if (!isWord(scene, and, AND) || scene.timeAt[and - 1] < 0 || and - earlier.last > TIME_REACH || !hasTime(scene, draft.last, limit)) return false;
  if (bare) likeMeasure(draft, earlier);
  draft.change = earlier.changeTo > draft.value ? 'up' : earlier.changeTo < draft.value ? 'down' : 'same';
  draft.changeFrom = draft.value;
  draft.changeTo = earlier.changeTo;
  draft.counted = earlier.counted;
  draft.countedVia = earlier.counted ? 'ellipsis' : null;
  draft.because.push('compare.from-too');
  return true;
}

/** A bare number beside an amount it is compared with is one in its unit. */
function likeMeasure(draft: Draft, { kind, unit, currency, currencyCertain }: Draft): void {
  if (kind !== 'fraction') Object.assign(draft, { kind, unit, currency, currencyCertain, subject: null });
}

/** "fell from 2,100 to 1,350 a day": what is said once of a change is true of both its ends. */
export function shareRates(drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const [one, two] = [drafts[i - 1], drafts[i]];
    if (one.changeFrom === null || one.changeTo === null || one.changeFrom !== two.changeFrom || one.changeTo !== two.changeTo) continue;
    one.rate ??= two.rate;
    two.rate ??= one.rate;
  }
}

/** Writes the change into its two ends; a bare earlier figure counts what the level counts. */
function join(before: Draft, level: Draft, change: Draft['change'], rule: string): void {
  const from = before.value ?? before.min;
  const to = level.value;
  const way = change ?? (from === null || to === null || from === to ? null : to > from ? 'up' : 'down');
  if (from === null || way === null) return;
  for (const end of [before, level]) {
    end.change = way;
    end.changeFrom = from;
    end.changeTo = to;
    if (end.changeBy === end.value) end.changeBy = null;
    end.because.push(rule);
  }
  // "raised its dividend to 40 cents from 35": what moved, not who moved it.
  if (
    level.kind !== 'count' &&
    before.kind === level.kind &&
    level.counted !== null &&
    before.counted !== level.counted &&
    before.because.includes('amount.subject')
  ) {
    if (before.counted?.start !== level.counted.start) before.countedVia = 'ellipsis';
    before.counted = level.counted;
  }
  // "71 per cent were satisfied with the club, up from 43 per cent": the subject of another clause
  if (isShare(level) && isShare(before) && level.counted === null && before.because.includes('amount.subject')) {
    before.counted = null;
    before.countedVia = null;
  }
  if (level.kind === 'count' && level.counted === null && before.counted !== null && !isShare(before)) {
    Object.assign(level, { kind: before.kind, unit: before.unit, currency: before.currency, currencyCertain: before.currencyCertain });
    level.counted = before.counted;
    level.countedVia = 'ellipsis';
  }
  if (before.kind === level.kind && before.kind !== 'count' && before.counted === null && level.counted !== null) {
    if (before.kind === 'fraction') before.unit = level.unit;
    before.counted = level.counted;
    before.countedVia = 'ellipsis';
  }
  if (before.kind !== 'count' || before.counted !== null || isShare(level)) return;
  Object.assign(before, { kind: level.kind, unit: level.unit, currency: level.currency, currencyCertain: level.currencyCertain });
  before.rate ??= level.rate;
  before.counted = level.counted;
  before.countedVia = level.counted ? 'ellipsis' : null;
}
