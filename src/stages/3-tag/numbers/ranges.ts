import { Kind } from '../../../knowledge/index.js';
import { wordsOf } from '../../../text/index.js';
import type { Draft } from './draft.js';
import { times } from './numeral.js';
import { isHyphen, isOneOf, isWord, signOf, type Scene } from './scene.js';
import { entryBefore } from './scene.js';
import { AND, BETWEEN, FROM, OF, OR, RANGE_OPENERS, THE, THROUGH, TO } from './words.js';

/** How two neighbouring figures are joined: one range, two ends of a change ("from 75 to 45" behind a verb of change), or two of a list. */
type Link = 'range' | 'or' | 'to' | 'list' | null;

function linkOf(scene: Scene, one: Draft, two: Draft): { readonly link: Link; readonly from: number } {
  const first = one.bodyLast;
  const gap = two.bodyFirst - first;
  const none = { link: null, from: one.first };
  if (gap < 1 || gap > 4) return none;
  const lead = leadOf(scene, one);
  const opened = lead >= 0 && isOneOf(scene, lead, LEADS);
  // A hedge may stand before the second figure: "between 2 and about 7 grams".
  const hedge =
    gap > 1 ? entryBefore(scene, two.bodyFirst, first + 1, Kind.Hedge, 3, (row) => row.operator === '~' && row.position === 'before') : null;
  const link = gap - (hedge ? two.bodyFirst - hedge.first : 0);
  const at = first;
  if (link === 1) {
    if (isWord(scene, at, TO) || isWord(scene, at, THROUGH)) return { link: 'to', from: lead };
    if (isWord(scene, at, AND) && opened && isWord(scene, lead, BETWEEN)) return { link: 'range', from: lead };
    if (isWord(scene, at, AND) && opened && one.kind !== 'count' && isWord(scene, lead, FROM)) return { link: 'range', from: lead };
    if (isWord(scene, at, OR)) return { link: 'or', from: one.first };
    if (isHyphen(scene, at) || signOf(scene, at) === 126 || signOf(scene, at) === 0x223c) return { link: 'range', from: lead };
    if (isWord(scene, at, AND) || signOf(scene, at) === 44) return { link: 'list', from: one.first };
  }
  // "200,000 to-260,000", "8- to 16-metre", "two- or three-year"
  if (link === 2 && isWord(scene, at, TO) && isHyphen(scene, at + 1)) return { link: 'to', from: lead };
  if (link === 2 && isHyphen(scene, at) && isWord(scene, at + 1, TO)) return { link: 'to', from: lead };
  if (link === 2 && isHyphen(scene, at) && (isWord(scene, at + 1, AND) || isWord(scene, at + 1, OR))) return { link: 'list', from: one.first };
  if (link === 2 && isHyphen(scene, at) && signOf(scene, at + 1) === 126) return { link: 'range', from: lead };
  if (link === 2 && signOf(scene, at) === 44 && (isWord(scene, at + 1, AND) || isWord(scene, at + 1, OR))) return { link: 'list', from: one.first };
  if (link === 2 && isWord(scene, at, AND) && isOneOf(scene, at + 1, BETWEEN_FIGURES)) return { link: 'list', from: one.first };
  return none;
}
const BETWEEN_FIGURES = wordsOf('up maybe perhaps');
const LEADS = wordsOf('between from ranging anywhere somewhere');

/** Token of the word that opens a range before a figure ("between", "from"), −1 when none. */
function leadOf(scene: Scene, draft: Draft): number {
  const before = draft.bodyFirst - 1;
  if (before < 0) return -1;
  if (isOneOf(scene, before, RANGE_OPENERS)) return before;
  // "between about 3 and 5"
  const hedge = entryBefore(scene, draft.bodyFirst, Math.max(0, draft.bodyFirst - 4), Kind.Hedge, 3, (row) => row.position === 'before');
  return hedge && hedge.first > 0 && isOneOf(scene, hedge.first - 1, RANGE_OPENERS) ? hedge.first - 1 : -1;
}

/** Shares what is said once: unit, currency and scale of the figure that has them with the one that has not ("$3–5bn", "208 pounds to 193"). */
function share(one: Draft, two: Draft, shareScale: boolean): void {
  const bare = (d: Draft): boolean => d.kind === 'count' && d.unit === null;
  const copy = (from: Draft, to: Draft): void => {
    Object.assign(to, { kind: from.kind, unit: from.unit, currency: from.currency, currencyCertain: from.currencyCertain });
  };
  if (shareScale && one.numeral.scale === 1 && two.numeral.scale > 1 && one.value !== null && one.numeral.form === 'digits' && one.value < 1000) {
    // "$200 to $4 million" is written out in full on both sides: each keeps its own scale.
    if (!(one.kind === 'money' && two.kind === 'money' && one.value >= (two.value ?? 0) / two.numeral.scale))
      one.value = times(one.value, two.numeral.scale);
  } else if (shareScale && one.numeral.form === 'words' && one.numeral.scale === 1 && two.numeral.scale >= 1000 && (one.value ?? 0) < 100)
    one.value = times(one.value ?? 0, two.numeral.scale);
  if (bare(one) && !bare(two)) copy(two, one);
  else if (bare(two) && !bare(one) && one.kind !== 'age' && one.kind !== 'duration') copy(one, two);
  else if (bare(two) && (one.kind === 'duration' || one.kind === 'age') && shareScale) copy(one, two);
}

/**
 * Joins the drafts of a sentence that are one range into one draft, and shares units and scales in lists.
 * `isChange` tells whether a verb of change governs the pair: then both stay figures of their own.
 */
export function joinRanges(scene: Scene, drafts: Draft[], isChange: (draft: Draft, from: number) => boolean): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const one = drafts[i];
    const two = drafts[i + 1];
    if (one.numeral.vague !== null || two.numeral.vague !== null) continue;
    if (
      two.kind === 'money' &&
      one.kind === 'count' &&
      one.numeral.scale >= 1000 &&
      two.bodyFirst - one.bodyLast === 2 &&
      isWord(scene, one.bodyLast, OF) &&
      isWord(scene, one.bodyLast + 1, THE)
    )
      share(one, two, false);
    const { link, from } = linkOf(scene, one, two);
    if (link === null) continue;
    const compatible =
      (one.kind === two.kind && (one.unit === two.unit || one.currency !== null)) ||
      (one.kind === 'count' && one.unit === null) ||
      (two.kind === 'count' && two.unit === null);
    if (one.currency !== null && two.currency !== null && one.unit !== two.unit) continue;
    if (!compatible || (one.numeral.form === 'fraction') !== (two.numeral.form === 'fraction')) continue;
    if (link === 'list') {
      const both = scene.tokens.start[two.bodyFirst] - scene.tokens.end[one.bodyLast - 1] < 6;
      if (both && isBareNumber(one) && !isBareNumber(two) && two.kind !== 'age' && two.kind !== 'duration') share(one, two, false);
      else if (both && isBareNumber(one) && isHyphen(scene, one.bodyLast)) share(one, two, false);
      continue;
    }
    if (link === 'or') {
      // "three or four", "a pick or two": neighbours in size; "one dollar or two cents" are two figures.
      if (!isBareNumber(one) || one.value === null || two.value === null || two.value <= one.value || two.value > one.value * 3) continue;
      share(one, two, true);
      merge(one, two, one.first);
      drafts.splice(i + 1, 1);
      continue;
    }
    const opener = from >= 0 ? from : one.first;
    if (link === 'to' && isChange(one, opener)) {
      // "rose 8% to $3.65" has an amount and a goal; "dropped by 1 to 1.5 degrees" is a range.
      const whence = from >= 0 && isWord(scene, from, FROM);
      if (!whence && !(isBareNumber(one) && !isBareNumber(two))) continue;
      if (!whence) {
        share(one, two, true);
        merge(one, two, one.first);
        drafts.splice(i + 1, 1);
        continue;
      }
      share(one, two, isBareNumber(one) && one.numeral.scale === 1 && two.numeral.scale > 1 && (one.value ?? 0) < 1000);
      one.changeFrom = two.changeFrom = one.value ?? one.min;
      one.changeTo = two.changeTo = two.value ?? two.max;
      continue;
    }
    if (one.value === null || two.value === null) continue;
    // "12 in 2019 to 14" is refused by the gap; a bare "9 to 5" is the working day.
    if (link === 'range' && isHyphen(scene, one.bodyLast) && one.value > two.value * Math.max(1, two.numeral.scale === 1 ? 1 : two.numeral.scale))
      continue;
    if (link === 'to' && from < 0 && one.numeral.scale === two.numeral.scale && one.value > two.value && two.numeral.sign >= 0) continue;
    const marked = two.bodyFirst > one.bodyLast && one.currency !== null && two.bodyFirst < two.numeral.first;
    share(one, two, !(marked && one.numeral.scale === 1 && one.value >= 1000));
    merge(one, two, from >= 0 ? from : one.first);
    drafts.splice(i + 1, 1);
  }
}

/** "12,000, 8,000 and 5,000 dollars": in a list the last figure tells the currency or measure of those before. */
export function shareInLists(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [one, two] = [drafts[i], drafts[i + 1]];
    // "aged 4 and 6"
    if (
      one.kind === 'age' &&
      isBareNumber(two) &&
      two.numeral.form === one.numeral.form &&
      linkOf(scene, one, two).link === 'list' &&
      one.bodyLast === one.numeral.last
    ) {
      Object.assign(two, { kind: 'age', unit: one.unit });
      continue;
    }
    if (!isBareNumber(one) || isBareNumber(two) || two.kind === 'age' || two.kind === 'duration' || one.operator === 'range') continue;
    if (linkOf(scene, one, two).link === 'list') share(one, two, false);
  }
}

const isBareNumber = (draft: Draft): boolean => draft.kind === 'count' && draft.unit === null;

function merge(one: Draft, two: Draft, first: number): void {
  const low = Math.min(one.value ?? 0, two.value ?? 0);
  one.min = low;
  one.max = Math.max(one.value ?? 0, two.value ?? 0);
  one.value = null;
  one.operator = 'range';
  one.first = Math.min(first, one.first);
  one.last = one.bodyLast = two.bodyLast;
  if (two.rate !== null) one.rate = two.rate;
  one.because.push('range');
}
