import { settle } from '../bounds/bounds.js';
import type { Draft } from '../draft.js';
import { isWord, type Scene } from '../scene.js';
import { readRate } from './rates.js';
import { CLOSING, OPENING, SLASH } from '../words.js';

/** An amount said again in brackets in another unit ("more than 7 miles (11 km)") has the bound, the change and the concept of the first. */
export function likeInBrackets(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const [one, two] = [drafts[i - 1], drafts[i]];
    const bracket = two.first - 1;
    const near = isWord(scene, bracket, OPENING) && bracket - one.last <= 3 && bracket >= one.bodyLast;
    // "(224 kW / 300 PS)": the second of two in one bracket
    const next = isWord(scene, bracket, SLASH) && bracket === one.last;
    if (
      !(near || next) ||
      !isAmount(one) ||
      !isAmount(two) ||
      (one.unit === two.unit && one.currency === two.currency) ||
      (one.kind === 'money') !== (two.kind === 'money')
    )
      continue;
    // "9 billion shekels ($2.4 billion) a year"
    const behind = two.last + 1;
    if (
      near &&
      one.rate === null &&
      two.rate === null &&
      isWord(scene, two.last, CLOSING) &&
      readRate(scene, one, behind, scene.tokens.count) > behind
    )
      two.rate = one.rate;
    if (two.bound === null && two.operator === '=') {
      two.bound = one.bound;
      two.lean = one.lean;
      settle(two);
    }
    two.counted = one.counted ?? two.counted;
    two.countedVia = two.counted ? 'phrase' : null;
    if (one.change !== null && two.change === null) {
      two.change = one.change;
      if (one.changeBy !== null) two.changeBy = two.value ?? two.max;
      if (one.changeTo !== null && one.changeFrom === null) two.changeTo = two.value;
    }
    two.because.push('list.same-in-brackets');
  }
}

/** "a net worth of 1.3 billion ($1.7bn)": a bare number that a sum of like size says again in brackets is a sum, in a currency that is not told. */
export function restatedAsMoney(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const [one, two] = [drafts[i - 1], drafts[i]];
    if (one.kind !== 'count' || one.unit !== null || one.value === null || one.value < LEAST_SUM || two.kind !== 'money' || two.value === null)
      continue;
    const bracket = two.first - 1;
    const restated = bracket === one.last && isWord(scene, bracket, OPENING) && isWord(scene, two.last, CLOSING);
    if (!restated || Math.max(one.value, two.value) > LIKE_SIZE * Math.min(one.value, two.value)) continue;
    one.kind = 'money';
    one.because.push('money.restated');
  }
}
const LEAST_SUM = 1000;
/** The great currencies are worth no more than so many of each other. */
const LIKE_SIZE = 3;

const isAmount = (draft: Draft): boolean => draft.kind !== 'count' && draft.kind !== 'percent' && draft.kind !== 'age' && draft.kind !== 'fraction';
