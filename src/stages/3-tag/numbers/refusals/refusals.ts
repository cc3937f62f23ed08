import type { Draft } from '../draft.js';
import { aroundOf, type FigureRule, type RefusalRule } from '../rule.js';
import { CLOCKS } from '../rules/clocks.js';
import { BARE_FIGURES, FIGURES } from '../rules/labels.js';
import { ALL_NUMBERS, ORDINAL, VAGUE_NUMBERS, WORDED_NUMBERS } from '../rules/refusals.js';
import type { Scene } from '../scene.js';

const compiled = (rules: readonly RefusalRule[]) => rules.map((rule) => ({ rule, shape: rule.shape === null ? null : aroundOf(rule.shape) }));
type Compiled = ReturnType<typeof compiled>;

const [all, vague, clocks, ordinal, worded, figures, bare] = [
  ALL_NUMBERS,
  VAGUE_NUMBERS,
  CLOCKS,
  [ORDINAL],
  WORDED_NUMBERS,
  FIGURES,
  BARE_FIGURES,
].map(compiled);

/** The rule that says why a number is no claim, null when it is one. Sentence tokens are `[first, limit)`. */
export function refusalOf(scene: Scene, draft: Draft, first: number, limit: number): FigureRule | null {
  const { form } = draft.numeral;
  const always = firstOf(all, scene, draft, first, limit);
  if (always !== null) return always;
  if (form === 'vague') return firstOf(vague, scene, draft, first, limit);
  const clock = draft.currency === null ? firstOf(clocks, scene, draft, first, limit) : null;
  if (clock !== null) return clock;
  const counting = firstOf(ordinal, scene, draft, first, limit);
  if (counting !== null) return counting;
  if (form === 'words' || form === 'fraction') return firstOf(worded, scene, draft, first, limit);
  if (draft.currency !== null) return null;
  const figured = firstOf(figures, scene, draft, first, limit);
  return figured !== null || draft.unit !== null || draft.kind !== 'count' ? figured : firstOf(bare, scene, draft, first, limit);
}

function firstOf(rules: Compiled, scene: Scene, draft: Draft, first: number, limit: number): FigureRule | null {
  const { numeral } = draft;
  scene.first = first;
  scene.limit = limit;
  for (const { rule, shape } of rules) {
    if (shape !== null && (shape.after(scene, numeral.last) < 0 || shape.before(scene, numeral.first) < 0)) continue;
    if (rule.by === null || rule.by(scene, draft, first, limit)) return rule;
  }
  return null;
}

/** Notes a refusal where somebody asks for them. */
export function refuse(scene: Scene, { id, reads }: FigureRule, first: number, last: number): void {
  scene.refused?.push({ start: scene.tokens.start[first], end: scene.tokens.end[last - 1], rule: id, reads });
}
