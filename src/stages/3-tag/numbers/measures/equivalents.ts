import { settle } from '../bounds/bounds.js';
import type { Draft } from '../draft.js';
import { isWord, type Scene } from '../scene.js';
import { OPENING, SLASH } from '../words.js';

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

const isAmount = (draft: Draft): boolean => draft.kind !== 'count' && draft.kind !== 'percent' && draft.kind !== 'age' && draft.kind !== 'fraction';
