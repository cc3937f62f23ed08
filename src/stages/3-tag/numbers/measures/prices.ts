import { Flag, has } from '../../../../model/index.js';
import { Kind } from '../../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { times } from '../forms/numeral.js';
import { Class, entryBefore, isClass, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { FOR, OF } from '../words.js';
import { isNominal } from '../counted/phrases.js';

/** Why a bare number is a sum: a verb of price stands before it. */
export const LATER_PRICE = 'money.price';

const M = hashOf('m');

/** A sum named before stands at most this many tokens ahead of the bare number that goes on with its currency. */
const REACH = 40;

/**
 * Gives a bare number the currency of the sum before it: "cost 200 francs in May and sells for 1,500", "50 birr for a donkey, 700 for a
 * lorry"; `earlier` is the last sum of the sentences before: "It had paid 8.75 last season".
 */
export function sharePrices(scene: Scene, drafts: readonly Draft[], first: number, earlier: Draft | null): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    if (isMillions(scene, draft, first)) {
      const sum = sumBefore(drafts, i) ?? earlier;
      const value = times(draft.value as number, MILLION);
      Object.assign(draft, { kind: 'money', value, min: draft.min && value, max: draft.max && value });
      Object.assign(draft, { unit: sum?.unit ?? null, currency: sum?.currency ?? null, currencyCertain: sum?.currencyCertain ?? null });
      draft.because.push('money.millions');
      continue;
    }
    if (draft.kind !== 'count' || draft.unit !== null || draft.counted !== null || greatest(draft) === null) continue;
    const here = sumBefore(drafts, i);
    const sum = here ?? earlier;
    if (!sum) continue;
    const rule =
      (here && ruleOf(scene, draft, here, first)) ?? (isPaid(scene, draft, first) ? PAID : isShareOut(scene, drafts, i) ? 'money.share-out' : null);
    if (!rule) continue;
    Object.assign(draft, { kind: 'money', unit: sum.unit, currency: sum.currency, currencyCertain: sum.currencyCertain });
    draft.because.push(rule);
  }
}

/** "will spend 2.1m on roads", "a budget of 4m": behind a verb or noun of money the letter is no metre. */
function isMillions(scene: Scene, { kind, unit, value, numeral, first: at }: Draft, first: number): boolean {
  if (kind !== 'distance' || unit !== 'm' || value === null || !isTightTo(scene, numeral.last) || !isWord(scene, numeral.last, M)) return false;
  const hedge = entryBefore(scene, at, first, Kind.Hedge, 4, (row) => row.position === 'before');
  const before = (hedge?.first ?? at) - 1;
  return (
    before >= first &&
    (isClass(scene, before, Class.paying) || (before > first && isWord(scene, before, OF) && isClass(scene, before - 1, Class.sum)))
  );
}

/** The figure, the greater of a range. */
const greatest = ({ value, max }: Draft): number | null => value ?? max;

function sumBefore(drafts: readonly Draft[], i: number): Draft | null {
  for (let j = i - 1; j >= 0 && drafts[i].first - drafts[j].last <= REACH; j--) if (drafts[j].kind === 'money') return drafts[j];
  return null;
}

/** "3 billion rupees: 1.2 billion for schools, 900 million for roads": millions for something, no more than a sum before. */
function isShareOut(scene: Scene, drafts: readonly Draft[], i: number): boolean {
  const { numeral, bodyLast, value } = drafts[i];
  if (value === null || numeral.scale < MILLION || !isWord(scene, bodyLast, FOR)) return false;
  return drafts.slice(Math.max(0, i - MOST_SHARES), i).some((sum) => sum.kind === 'money' && (sum.value ?? 0) >= value);
}
const MILLION = 1e6;
const MOST_SHARES = 8;

/** Rule of a bare number that is paid. */
const PAID = 'money.paid';

/** "had paid 8.75 last season", "repay 640,000 within", "now costs 1,400": the object of a verb that takes nothing but sums where no noun stands behind. */
function isPaid(scene: Scene, draft: Draft, first: number): boolean {
  const hedge = entryBefore(scene, draft.first, first, Kind.Hedge, 4, (row) => row.position === 'before');
  const verb = (hedge?.first ?? draft.first) - 1;
  if (verb < first || !isClass(scene, verb, Class.paying)) return false;
  const next = draft.last;
  if (next < scene.tokens.count && has(scene.tokens, next, Flag.Word) && !isStop(scene, next) && scene.timeAt[next] < 0) return false;
  return isClass(scene, verb, Class.price) || (greatest(draft) ?? 0) >= SUM || !Number.isInteger(greatest(draft));
}

/** Why a bare number goes on with the currency of a sum before; null when it does not. */
function ruleOf(scene: Scene, draft: Draft, sum: Draft, first: number): string | null {
  const hedge = entryBefore(scene, draft.first, first, Kind.Hedge, 4, (row) => row.position === 'before');
  const at = (hedge?.first ?? draft.first) - 1;
  if (isSum(scene, draft, at, first)) return 'money.sum';
  if (isPriced(scene, at, first)) return LATER_PRICE;
  // "$11.4 million, of which 3.9 million has been received"
  if (isOneOf(scene, at, WHICH) && isWord(scene, at - 1, OF) && at - sum.last <= 3 && draft.numeral.scale >= SUM) return 'money.of-which';
  // "They took 3.2m rand; only 410,000 has been recovered": so many things have, a sum has
  if (isOneOf(scene, draft.last, SINGULAR) && (greatest(draft) ?? 0) >= SUM) return 'money.it-has';
  if (isItemPrice(scene, sum, draft)) return ITEM_PRICE;
  return isParallel(scene, sum, draft) ? 'money.price-list' : null;
}

/** Rule of a price whose item stands before it. */
export const ITEM_PRICE = 'money.item-price';

/** "onions cost 2.40 euros a kilo, potatoes 1.10 and garlic 6.80": hundredths right behind a thing, in a list of prices. */
function isItemPrice(scene: Scene, sum: Draft, draft: Draft): boolean {
  const { tokens, text } = scene;
  if (sum.numeral.scale !== 1 || draft.first - sum.last > ITEM_REACH || draft.last - draft.first !== 1) return false;
  if (!/^\d+\.\d\d$/.test(text.slice(tokens.start[draft.first], tokens.end[draft.first])) || !isNominal(scene, draft.first - 1)) return false;
  return draft.last >= tokens.count || !has(tokens, draft.last, Flag.Word) || isStop(scene, draft.last);
}
const ITEM_REACH = 12;

const WHICH = wordsOf('which');
const SINGULAR = wordsOf('has was is');

/** "a profit of 240 million" */
const isSum = (scene: Scene, draft: Draft, at: number, first: number): boolean =>
  at > first && isOneOf(scene, at, SUM_LEADS) && isClass(scene, at - 1, Class.sum) && (greatest(draft) ?? 0) >= SUM;
const SUM_LEADS = wordsOf('of');
/** From here on a bare number of a profit or debt is one of money. */
const SUM = 1000;

/** "costs 5,500", "sells for 1,500", "is priced at 6.3 million". */
function isPriced(scene: Scene, at: number, first: number): boolean {
  const verb = at > first && isOneOf(scene, at, PRICE_LEADS) ? at - 1 : at;
  return verb >= first && isClass(scene, verb, Class.price);
}
const PRICE_LEADS = wordsOf('for at only now');

/** "50 birr for a donkey, 700 for a lorry": the same preposition behind both. */
function isParallel(scene: Scene, sum: Draft, draft: Draft): boolean {
  let tie = draft.first - 1;
  while (isOneOf(scene, tie, FURTHER)) tie--;
  return (
    draft.first - sum.last <= 10 &&
    isOneOf(scene, tie, PRICE_LIST_TIES) &&
    isOneOf(scene, sum.bodyLast, PRICE_TIES) &&
    scene.tokens.hash[sum.bodyLast] === scene.tokens.hash[draft.bodyLast]
  );
}
const FURTHER = wordsOf('a another an further additional extra');
const PRICE_TIES = wordsOf('for per a on');
const PRICE_LIST_TIES = wordsOf(', and ;');
