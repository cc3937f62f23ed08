import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { times } from '../forms/numeral.js';
import { aroundOf, type LinkRule } from '../rule.js';
import { LINKS } from '../rules/ranges.js';
import { isHyphen, isOneOf, isWord, type Scene } from '../scene.js';
import { AND, COMMA, FROM, OF, OR, THE } from '../words.js';

const links = LINKS.map((rule) => ({ rule, shape: aroundOf(rule.shape) }));
const lead = aroundOf('opener hedge? #');

/** Most tokens between two numbers that are joined. */
const LONGEST_LINK = 4;
/** Tokens before a number in which the word that opens a range is looked for. */
const LEAD_REACH = 5;

interface Linked {
  readonly rule: LinkRule;
  /** Token of the word that opens the range ("between", "from"), −1 when there is none. */
  readonly from: number;
}

/** The rule that joins two neighbouring figures, null when they are apart. */
function linkOf(scene: Scene, one: Draft, two: Draft): Linked | null {
  const gap = two.bodyFirst - one.bodyLast;
  if (gap < 1 || gap > LONGEST_LINK) return null;
  scene.limit = two.bodyFirst;
  scene.first = Math.max(0, one.bodyFirst - LEAD_REACH);
  for (const { rule, shape } of links) {
    if (shape.after(scene, one.bodyLast) !== two.bodyFirst || shape.before(scene, one.bodyFirst) < 0) continue;
    if (rule.by !== null && !rule.by(one, two)) continue;
    return { rule, from: lead.before(scene, one.bodyFirst) };
  }
  return null;
}

/** Shares what is said once: unit, currency and scale of the figure that has them with the one that has not ("$3–5bn", "208 pounds to 193"). */
function share(one: Draft, two: Draft, shareScale: boolean, rule: string): void {
  const bare = (d: Draft): boolean => d.kind === 'count' && d.unit === null;
  const copy = (from: Draft, to: Draft): void => {
    // "killed 12, three times as many as in May"
    if (from.unit === 'time') return;
    Object.assign(to, { kind: from.kind, unit: from.unit, currency: from.currency, currencyCertain: from.currencyCertain });
    to.because.push(rule);
  };
  if (shareScale && one.numeral.scale === 1 && two.numeral.scale > 1 && one.value !== null && one.numeral.form === 'digits' && one.value < 1000) {
    // "$200 to $4 million" is written out in full on both sides: each keeps its own scale.
    if (!(one.kind === 'money' && two.kind === 'money' && one.value >= (two.value ?? 0) / two.numeral.scale))
      one.value = times(one.value, two.numeral.scale);
  } else if (shareScale && one.numeral.form === 'words' && one.numeral.scale === 1 && two.numeral.scale >= 1000 && (one.value ?? 0) < 100)
    one.value = times(one.value ?? 0, two.numeral.scale);
  // "800,000, or about 60% of it"
  if (two.kind === 'percent' && (one.value ?? 0) > 100) return;
  if (bare(one) && !bare(two)) copy(two, one);
  else if (bare(two) && !bare(one) && one.kind !== 'age' && one.kind !== 'duration') copy(one, two);
  else if (bare(two) && (one.kind === 'duration' || one.kind === 'age') && shareScale) copy(one, two);
}

/**
 * Joins the drafts of a sentence that are one range into one draft, and shares units and scales in lists.
 * `isChange` tells whether a verb of change governs the pair: then both stay figures of their own.
 */
export function joinRanges(scene: Scene, drafts: Draft[], isChange: (draft: Draft, from: number) => boolean): void {
  // A dash binds closest: "from 24 to 33–35 billion", "from 12–15 tonnes to 20".
  joinBy(scene, drafts, isChange, true);
  joinBy(scene, drafts, isChange, false);
}

function joinBy(scene: Scene, drafts: Draft[], isChange: (draft: Draft, from: number) => boolean, dashes: boolean): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const one = drafts[i];
    const two = drafts[i + 1];
    if (one.numeral.vague !== null || two.numeral.vague !== null) continue;
    if (dashes && !isHyphen(scene, one.bodyLast)) continue;
    if (
      two.kind === 'money' &&
      one.kind === 'count' &&
      one.numeral.scale >= 1000 &&
      two.bodyFirst - one.bodyLast === 2 &&
      isWord(scene, one.bodyLast, OF) &&
      isWord(scene, one.bodyLast + 1, THE)
    )
      share(one, two, false, 'money.of-the');
    const linked = linkOf(scene, one, two);
    if (linked === null || (dashes && linked.rule.link !== 'range')) continue;
    const { from, rule } = linked;
    const { link } = rule;
    const compatible =
      (one.kind === two.kind && (one.unit === two.unit || one.currency !== null)) ||
      (one.kind === 'count' && one.unit === null) ||
      (two.kind === 'count' && two.unit === null);
    if (one.currency !== null && two.currency !== null && one.unit !== two.unit) continue;
    if (!compatible || (one.numeral.form === 'fraction') !== (two.numeral.form === 'fraction')) continue;
    if (link === 'list') {
      if (isRestated(scene, one, two)) continue;
      const both = scene.tokens.start[two.bodyFirst] - scene.tokens.end[one.bodyLast - 1] < 6;
      if (both && isBareNumber(one) && !isBareNumber(two) && two.kind !== 'age' && two.kind !== 'duration') share(one, two, false, rule.id);
      else if (isBareNumber(one) && isHyphen(scene, one.bodyLast)) share(one, two, false, rule.id);
      continue;
    }
    if (link === 'or') {
      // "three or four", "a pick or two": neighbours in size; "one dollar or two cents" are two figures.
      if (!isBareNumber(one) || one.value === null || two.value === null || two.value <= one.value || two.value > one.value * 3) continue;
      share(one, two, true, rule.id);
      merge(one, two, one.first, rule);
      drafts.splice(i + 1, 1);
      continue;
    }
    const opener = from >= 0 ? from : one.first;
    if (link === 'to' && isChange(one, opener)) {
      // "rose 8% to $3.65" has an amount and a goal; "dropped by 1 to 1.5 degrees" is a range.
      const whence = from >= 0 && isWord(scene, from, FROM);
      if (!whence && !(isBareNumber(one) && !isBareNumber(two))) continue;
      if (!whence) {
        share(one, two, true, rule.id);
        merge(one, two, one.first, rule);
        drafts.splice(i + 1, 1);
        continue;
      }
      share(one, two, isBareNumber(one) && one.numeral.scale === 1 && two.numeral.scale > 1 && (one.value ?? 0) < 1000, rule.id);
      one.changeFrom = two.changeFrom = one.value ?? one.min;
      one.changeTo = two.changeTo = two.value ?? two.max;
      continue;
    }
    // "from 14-18 mpg to 24"
    if (link === 'to' && from >= 0 && one.operator === 'range' && one.unit !== null && isBareNumber(two)) share(one, two, false, rule.id);
    if (one.value === null || two.value === null) continue;
    // "12 in 2019 to 14" is refused by the gap; a bare "9 to 5" is the working day.
    if (link === 'range' && isHyphen(scene, one.bodyLast) && one.value > two.value * Math.max(1, two.numeral.scale === 1 ? 1 : two.numeral.scale))
      continue;
    if (link === 'to' && from < 0 && one.numeral.scale === two.numeral.scale && one.value > two.value && two.numeral.sign >= 0) continue;
    const marked = two.bodyFirst > one.bodyLast && one.currency !== null && two.bodyFirst < two.numeral.first;
    share(one, two, !(marked && one.numeral.scale === 1 && one.value >= 1000), rule.id);
    merge(one, two, from >= 0 ? from : one.first, rule);
    drafts.splice(i + 1, 1);
  }
}

/** "81 years for women and 76 for men": behind "and", a bare number with the same preposition behind it as the measure before. */
export function shareBefore(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const [one, two] = [drafts[i - 1], drafts[i]];
    const measured = one.kind === 'percent' || one.kind === 'measure' || one.kind === 'distance' || one.kind === 'duration' || one.kind === 'area';
    if (!measured || one.unit === 'time' || one.unit === 'point' || !isBareNumber(two) || two.bodyFirst - one.bodyLast > PARALLEL_REACH) continue;
    if (two.numeral.form !== 'digits' || one.numeral.form !== 'digits' || !isWord(scene, two.bodyFirst - 1, AND)) continue;
    const same = scene.tokens.hash[one.bodyLast] === scene.tokens.hash[two.bodyLast];
    if (same && isOneOf(scene, two.bodyLast, PARALLELS)) share(one, two, one.kind === 'duration', 'list.parallel');
  }
}
const PARALLEL_REACH = 7;
const PARALLELS = wordsOf('for in on among at by');

/** "12,000, 8,000 and 5,000 dollars": in a list the last figure tells the currency or measure of those before. */
export function shareInLists(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [one, two] = [drafts[i], drafts[i + 1]];
    // "aged 4 and 6"
    if (
      one.kind === 'age' &&
      isBareNumber(two) &&
      two.numeral.form === one.numeral.form &&
      linkOf(scene, one, two)?.rule.link === 'list' &&
      one.bodyLast === one.numeral.last
    ) {
      Object.assign(two, { kind: 'age', unit: one.unit });
      two.because.push('list.ages');
      continue;
    }
    if (!isBareNumber(one) || isBareNumber(two) || two.kind === 'age' || two.kind === 'duration' || one.operator === 'range') continue;
    if (two.kind === 'fraction' || isRestated(scene, one, two)) continue;
    const rule = linkOf(scene, one, two)?.rule;
    if (rule?.link === 'list') share(one, two, false, rule.id);
  }
}

/** "62, or 12 percent": the same again as a share. */
const isRestated = (scene: Scene, one: Draft, two: Draft): boolean =>
  (two.kind === 'percent' || two.kind === 'fraction') && isWord(scene, one.bodyLast, COMMA) && isWord(scene, one.bodyLast + 1, OR);

const isBareNumber = (draft: Draft): boolean => draft.kind === 'count' && draft.unit === null;

function merge(one: Draft, two: Draft, first: number, { id }: LinkRule): void {
  const low = Math.min(one.value ?? 0, two.value ?? 0);
  one.min = low;
  one.max = Math.max(one.value ?? 0, two.value ?? 0);
  one.value = null;
  one.operator = 'range';
  one.first = Math.min(first, one.first);
  one.last = one.bodyLast = two.bodyLast;
  if (two.numeral.scale > one.numeral.scale) one.numeral = { ...one.numeral, scale: two.numeral.scale };
  if (two.rate !== null) one.rate = two.rate;
  one.because.push(id);
}
