import type { Claim, Related } from '../model/index.js';
import { isPronoun } from '../text/index.js';
import { align } from './alignment.js';
import type { Gold, GoldClaim } from './gold.js';
import type { Item } from './items.js';
import type { Measure } from './scores.js';
import { FIGURE_SLOTS, judge, near, plain, type Setting, SLOTS, STATEMENT_SLOTS } from './slots.js';

/**
 * Scores numeric claims. `claims.found`: a claim overlaps the gold one and is no other's answer. Of all gold claims:
 * `claims.figure` has value, bounds and operator right, `claims.statement` also unit, thing counted, event and change,
 * `claims.whole` every slot. `slots.…`: each slot over the claims found.
 */
export function scoreClaims(golds: readonly Gold[], articles: readonly Related[]): { measures: Measure[]; items: Item[] } {
  const items: Item[] = [];
  const totals = { gold: 0, given: 0, found: 0, figure: 0, statement: 0, whole: 0 };
  const slots = new Map(SLOTS.map(({ name }) => [name, { gold: 0, found: 0, right: 0 }]));
  golds.forEach((gold, d) => {
    const { claims } = articles[d];
    const { ofWanted, ofFound } = align(gold.claims, claims, closeness);
    const answers = new Map(gold.claims.flatMap((wanted, i): [string, Claim][] => (ofWanted[i] < 0 ? [] : [[wanted.name, claims[ofWanted[i]]]])));
    const setting: Setting = { gold, answers, entityOf: entitiesOf(gold) };
    totals.gold += gold.claims.length;
    totals.given += claims.length;
    for (const wanted of gold.claims) {
      const answer = answers.get(wanted.name) ?? null;
      const wrong = answer ? compare(wanted, answer, setting, slots) : ['missed'];
      items.push(itemOf(gold, wanted, answer, wrong));
      if (!answer) continue;
      totals.found++;
      if (!FIGURE_SLOTS.some((slot) => wrong.includes(slot))) totals.figure++;
      if (!STATEMENT_SLOTS.some((slot) => wrong.includes(slot))) totals.statement++;
      if (wrong.length === 0) totals.whole++;
    }
    claims.forEach((claim, j) => {
      if (ofFound[j] >= 0) return;
      if (isTime(gold, claim)) totals.given--;
      else items.push(extra(gold, claim));
    });
  });
  const { gold, given } = totals;
  const measures: Measure[] = (['found', 'figure', 'statement', 'whole'] as const).map((mode) => ({
    name: `claims.${mode}`,
    gold,
    found: given,
    right: totals[mode],
  }));
  return { measures: [...measures, ...[...slots].map(([name, tally]) => ({ name: `slots.${name}`, ...tally }))], items };
}

/** A length of time that the gold marks as a duration is neither asked for as a claim nor forbidden. */
const isTime = (gold: Gold, { kind, start, end }: Claim): boolean =>
  kind === 'duration' && gold.dates.some((date) => date.type === 'DURATION' && date.start < end && start < date.end);

/** Words of the marks → the entity they mean; a pronoun means another at each place. */
const entitiesOf = ({ text, mentions }: Gold): ReadonlyMap<string, string> =>
  new Map(
    mentions.flatMap(({ start, end, entity_id }): [string, string][] => {
      const words = text.slice(start, end);
      return isPronoun(words) ? [] : [[plain(words), entity_id]];
    }),
  );

/** The claim with the same figure answers first, then whichever shares most characters. */
function closeness(wanted: GoldClaim, claim: Claim): number {
  const { value, min, max } = wanted.slots;
  const same = (gold: string | null | undefined, found: number | null): boolean => gold != null && found !== null && near(Number(gold), found);
  return same(value, claim.value) || (same(min, claim.min) && same(max, claim.max)) ? 2 : 1;
}

function compare(wanted: GoldClaim, answer: Claim, setting: Setting, sums: Map<string, { gold: number; found: number; right: number }>): string[] {
  const wrong: string[] = [];
  for (const slot of SLOTS) {
    const verdict = judge(slot, wanted, answer, setting);
    const sum = sums.get(slot.name) as { gold: number; found: number; right: number };
    if (verdict === 'right' || verdict === 'wrong' || verdict === 'missed') sum.gold++;
    if (verdict === 'right' || verdict === 'wrong' || verdict === 'extra') sum.found++;
    if (verdict === 'right') sum.right++;
    else if (verdict !== 'empty') wrong.push(slot.name);
  }
  return wrong;
}

const filled = (pairs: readonly (readonly [string, string | number | null | undefined])[]): string =>
  pairs.flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [`${name}=${value}`])).join('; ');

function itemOf(gold: Gold, wanted: GoldClaim, answer: Claim | null, wrong: readonly string[]): Item {
  const asked = SLOTS.filter(({ name }) =>
    wrong.includes('missed') ? ['kind', 'value', 'min', 'max', 'operator', 'counted'].includes(name) : wrong.includes(name),
  );
  return {
    document: gold.id,
    layer: 'claim',
    start: wanted.start,
    end: wanted.end,
    text: gold.text.slice(wanted.start, wanted.end),
    wrong,
    expected: `${wanted.name} ${filled(asked.map(({ name, usual }) => [name, wanted.slots[name] ?? usual]))}`.trim(),
    answered: answer && filled(asked.map(({ name, of }) => [name, of(answer)])),
    answer: answer && { start: answer.start, end: answer.end },
  };
}

const extra = (gold: Gold, claim: Claim): Item => ({
  document: gold.id,
  layer: 'claim',
  start: claim.start,
  end: claim.end,
  text: claim.text,
  expected: null,
  answered: filled([
    ['kind', claim.kind],
    ['value', claim.value],
    ['min', claim.min],
    ['max', claim.max],
    ['operator', claim.operator],
    ['counted', claim.counted],
  ]),
  answer: { start: claim.start, end: claim.end },
  wrong: ['extra'],
});
