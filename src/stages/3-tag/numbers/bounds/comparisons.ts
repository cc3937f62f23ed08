import { Kind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { governorOf } from './changes.js';
import { hasTime, isAgainst, isFormer, isLater, isOfThen, isRevised, isThanThe, PRESENT, TIME_REACH, timeBetween } from './cues.js';
import { entryAt, isOneOf, isWord, type Scene } from '../scene.js';
import { AND, BEFORE, CLOSING, COMMA, OPENING, STRONG_STOPS, THAN } from '../words.js';

// A change told by two figures that stand apart: the level and what it was before, or the level and the amount it moved by.

/** The earlier figure stands at most this many tokens behind the level it is compared with. */
const REACH = 30;

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

/** The figure of the same kind before this one, of which it tells what it was: the nearest that is no percentage unless this is one. */
function levelOf(drafts: readonly Draft[], i: number): Draft | null {
  const draft = drafts[i];
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    const other = drafts[j];
    if (draft.first - other.last > REACH) return null;
    if (other.kind === 'duration' || other.kind === 'age' || other.partOfDraft) continue;
    if (isShare(other) && isShare(draft)) return other;
    if (other.kind === draft.kind && other.unit === draft.unit && other.currency === draft.currency) return other;
    if (draft.kind === 'count' && draft.counted === null && !isShare(other)) return other;
  }
  return null;
}

const isShare = (draft: Draft): boolean => draft.kind === 'percent' || draft.kind === 'fraction';

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

/** "800 more than in 2023", "a thousand up on the previous year": an amount of change, and behind a comma the level it led to. */
export function readAmount(scene: Scene, drafts: readonly Draft[], i: number, limit: number): boolean {
  const draft = drafts[i];
  // The comparing word may have been read as a unit's or hedge's neighbour, so it stands behind the body or the noun.
  const cue =
    draft.change === null
      ? (entryAt(scene, draft.bodyLast, limit, Kind.Change, (row) => row.form === 'than') ??
        entryAt(scene, draft.last, limit, Kind.Change, (row) => row.form === 'than'))
      : null;
  const split = cue || draft.change !== null ? null : splitAmount(scene, draft, limit);
  if (split) {
    draft.change = split;
    draft.changeBy = draft.value ?? draft.max;
    draft.because.push('compare.amount');
    return true;
  }
  // "paid 707 billion crowns, 27.4 billion more than it collected"
  const sum = i > 0 ? drafts[i - 1] : null;
  if (
    cue &&
    sum?.kind === 'money' &&
    draft.kind === 'count' &&
    draft.counted === null &&
    (draft.numeral.scale >= MILLION || ((draft.value ?? 0) >= LEAST_SUM && isWord(scene, sum.last, COMMA) && draft.first === sum.last + 1)) &&
    draft.first - sum.last <= REACH
  )
    Object.assign(draft, { kind: 'money', unit: sum.unit, currency: sum.currency, currencyCertain: sum.currencyCertain });
  if (cue) {
    if (!hasTime(scene, cue.last, limit) && !isWord(scene, cue.last, BEFORE)) return false;
    draft.change = cue.row.change as Draft['change'];
    draft.changeBy = draft.value ?? draft.max;
    draft.because.push(`compare.amount "${cue.row.phrase}"`);
  } else if (draft.changeBy === null || !isOneOf(scene, draft.first - 1, UP_DOWN)) return false;
  let comma = draft.first - 1;
  while (comma > 0 && isOneOf(scene, comma, UP_DOWN_ONLY)) comma--;
  // "costs 2,100 meticais ($33), up a quarter": the sum that the bracket says again
  const again = i > 1 && isWord(scene, drafts[i - 1].first - 1, OPENING) && isWord(scene, drafts[i - 1].last, CLOSING);
  const level = again ? drafts[i - 2] : i > 0 ? drafts[i - 1] : null;
  if (
    !level ||
    !isWord(scene, comma, COMMA) ||
    (hasComma(scene, level.last, comma) && scene.timeAt[comma - 1] < 0) ||
    comma - level.last > (scene.timeAt[comma - 1] < 0 ? 12 : 20) ||
    isShare(level) ||
    level.change !== null
  )
    return true;
  if (level.kind === 'duration' || level.kind === 'age' || level.value === null) return true;
  level.change = draft.change;
  level.changeTo = level.value;
  level.because.push('compare.level');
  // "bought 1.4 million tonnes of soy, 200,000 tonnes less than in April"
  if (!isShare(draft) && draft.kind === level.kind && draft.unit === level.unit && draft.noun === null && level.counted !== null) {
    draft.counted = level.counted;
    draft.countedVia = 'ellipsis';
  }
  if (isShare(draft) && level.counted !== null) {
    draft.counted = level.counted;
    draft.countedVia = 'phrase';
  }
  if (draft.kind === 'count' && draft.counted === null) {
    Object.assign(draft, { kind: level.kind, unit: level.unit, currency: level.currency, currencyCertain: level.currencyCertain });
    draft.counted = level.counted;
    draft.countedVia = level.counted ? 'ellipsis' : null;
  }
  return true;
}
const MILLION = 1e6;
const LEAST_SUM = 1000;

/** "1,150 more cases each week than a year ago": the noun stands between the two words of the comparison. */
function splitAmount(scene: Scene, draft: Draft, limit: number): 'up' | 'down' | null {
  if (draft.noun === null || !isOneOf(scene, draft.bodyLast, MORE_FEWER)) return null;
  for (let at = draft.last; at < Math.min(limit, draft.last + TIME_REACH); at++) {
    if (isOneOf(scene, at, STRONG_STOPS) || isWord(scene, at, COMMA)) return null;
    if (isWord(scene, at, THAN)) return hasTime(scene, at + 1, limit) ? (isOneOf(scene, draft.bodyLast, MORE_ONLY) ? 'up' : 'down') : null;
  }
  return null;
}
const MORE_FEWER = wordsOf('more fewer less');
const MORE_ONLY = wordsOf('more');
const UP_DOWN_ONLY = wordsOf('up down only just');
const UP_DOWN = wordsOf('up down');

/** Another name may stand between two commas: "A, down 12 at 90, B, down 3". */
function hasComma(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWord(scene, at, COMMA)) return true;
  return false;
}
