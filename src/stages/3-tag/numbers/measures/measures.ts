import { canBeAge } from './ages.js';
import type { Draft } from '../draft.js';
import { aroundOf, type BesideRule, matchAround } from '../rule.js';
import { AGES } from '../rules/ages.js';
import { BEHIND_MONEY, BELOW_ZERO, BEHIND_UNITS, MONEY, UNITS } from '../rules/measures.js';
import type { Scene } from '../scene.js';

const compiled = (rules: readonly BesideRule[]) => rules.map((rule) => ({ rule, shape: rule.shape === null ? null : aroundOf(rule.shape) }));
type Compiled = ReturnType<typeof compiled>;

const [money, behindMoney, units, behindUnits, ages, belowZero] = [MONEY, BEHIND_MONEY, UNITS, BEHIND_UNITS, AGES, BELOW_ZERO].map(compiled);

/** Reads what the number measures: a currency, else a unit, else the age of a person. */
export function readMeasure(scene: Scene, draft: Draft, first: number, limit: number): void {
  const { role } = draft.numeral;
  if (role !== 'weak' && role !== 'part') {
    if (applyFirst(money, scene, draft, first, limit)) applyAll(behindMoney, scene, draft, first, limit);
    else if (applyFirst(units, scene, draft, first, limit)) applyAll(behindUnits, scene, draft, first, limit);
  }
  if (draft.kind !== 'money' && role !== 'weak' && role !== 'part') applyAll(belowZero, scene, draft, first, limit);
  if (canBeAge(draft, first) && applyFirst(ages, scene, draft, first, limit)) Object.assign(draft, { kind: 'age', unit: 'year' });
}

/** Applies the first rule that fits; false when none does. */
function applyFirst(rules: Compiled, scene: Scene, draft: Draft, first: number, limit: number): boolean {
  for (const { rule, shape } of rules) {
    const whole = shape && matchAround(scene, shape, { first: draft.numeral.first, last: draft.bodyLast }, first, limit);
    if (shape !== null && whole === null) continue;
    const { captures } = scene;
    if (whole) scene.captures = {};
    const word = rule.by(scene, draft, first, limit, captures, whole ? whole.last : draft.bodyLast);
    if (word === null) continue;
    draft.because.push(word === '' ? rule.id : `${rule.id} "${word}"`);
    return true;
  }
  return false;
}

function applyAll(rules: Compiled, scene: Scene, draft: Draft, first: number, limit: number): void {
  for (const one of rules) applyFirst([one], scene, draft, first, limit);
}
