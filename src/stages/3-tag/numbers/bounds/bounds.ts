import { isKind, Kind, Pos, posOf } from '../../../../knowledge/index.js';
import type { Operator } from '../../../../model/index.js';
import { Flag, has } from '../../../../model/index.js';
import type { LexiconRow } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { aroundOf, matchAround } from '../rule.js';
import { Class, entryAt, entryBefore, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { JUST, LEAD, LEADING, LED, PERCENT } from '../words.js';

/** A bound that is tied to its number: "sub-7 nanometre". */
export const SUB = 'sub - ~#';
const SUB_SHAPE = aroundOf(SUB);
/** Between two bounds of one quantity: "greater than 100 and smaller than 300", "at most 100, and at least 20". */
export const BOTH = '# (and | but | , word?) #';
const BOTH_SHAPE = aroundOf(BOTH);

/** Words before a figure are looked for over this many tokens: "greater than or equal to" is five. */
const HEDGE_REACH = 6;

/** Reads hedges and bounds before the figure, several if they stack ("up to about 300"), and those behind its number ("300 or more", "200-odd"). */
export function readBounds(scene: Scene, draft: Draft, sentenceFirst: number, limit: number): void {
  for (let stacked = 0; stacked < 3; stacked++) {
    const hit = entryBefore(scene, draft.first, sentenceFirst, Kind.Hedge, HEDGE_REACH, (row) => row.position === 'before');
    if (!hit || isOtherWord(scene, draft, hit.first, hit.row, sentenceFirst)) break;
    apply(draft, hit.row, 'bound.before');
    draft.first = hit.first;
  }
  readDoubt(scene, draft, sentenceFirst);
  // "sub-7 nanometer": the bound is tied to the number.
  const sub = matchAround(scene, SUB_SHAPE, draft, sentenceFirst, limit);
  if (sub) {
    draft.bound ??= '<';
    draft.first = sub.first;
    draft.because.push('bound.sub');
  }
  // "around 30 or so" is one hedge; "about five hundred or more" is a bound, and the stronger word wins.
  for (const at of draft.bodyLast === draft.numeral.last ? [draft.numeral.last] : [draft.bodyLast, draft.numeral.last])
    readAfter(scene, draft, at, limit);
}

/** "is reportedly generating tens of millions": a word of doubt shortly before the figure weakens its truth. */
export function readDoubt(scene: Scene, draft: Draft, sentenceFirst: number): void {
  for (let at = draft.first - 1; at >= Math.max(sentenceFirst, draft.first - 4) && draft.hedge === null; at--) {
    if (has(scene.tokens, at, Flag.Punctuation | Flag.Number)) return;
    const hit = entryAt(scene, at, draft.first, Kind.Hedge, (row) => row.position === 'near');
    if (!hit) continue;
    draft.hedge = hit.row.phrase;
    draft.because.push(`bound.doubt "${hit.row.phrase}"`);
  }
}

/** Hedges behind: also reached when a noun stands between ("500 people or more"). */
export function readAfter(scene: Scene, draft: Draft, token: number, limit: number): number {
  let at = token;
  if (at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at) && isTightTo(scene, at + 1)) at++;
  const hit = entryAt(scene, at, limit, Kind.Hedge, (row) => row.position === 'after');
  if (!hit) return token;
  // "frozen at £425 and under-12s paying half"
  if (hit.last + 1 < scene.tokens.count && isHyphen(scene, hit.last) && isTightTo(scene, hit.last) && isTightTo(scene, hit.last + 1)) return token;
  // "$1,950 plus $120 for parking"
  const sum = hit.last < limit && (has(scene.tokens, hit.last, Flag.Number) || isKind(scene.knowledge, scene.tokens, hit.last, Kind.Currency));
  if (sum && /^(plus|\+)$/.test(hit.row.phrase) && !isTightTo(scene, at)) return token;
  if (/ than$/.test(hit.row.phrase) && hit.last < limit && has(scene.tokens, hit.last, Flag.Number)) return token;
  // "above 30 and below a half": the words are the bound of the next number.
  if (hit.last < limit && isOneOf(scene, hit.last, SMALL_NUMBERS)) return token;
  // "500 or more than 600": the second number has its own bound. "30 and over 40" likewise.
  if (
    hit.last < limit &&
    (has(scene.tokens, hit.last, Flag.Number) ||
      (isOneOf(scene, hit.last, BOUND_TIES) && hit.last + 1 < limit && has(scene.tokens, hit.last + 1, Flag.Number)))
  )
    return token;
  if (
    /^and /.test(hit.row.phrase) &&
    hit.last < limit &&
    has(scene.tokens, hit.last, Flag.Word) &&
    !isStop(scene, hit.last) &&
    !/upwards?|up|older|younger/.test(hit.row.phrase)
  )
    return token;
  apply(draft, hit.row, 'bound.behind');
  if (hit.last > draft.last) draft.last = hit.last;
  if (token === draft.bodyLast) draft.bodyLast = hit.last;
  return hit.last;
}
const BOUND_TIES = wordsOf('than to');
const SMALL_NUMBERS = wordsOf('a an one two three');

/** A number, its sign, or a noun that is no verb. */
const isSomething = (scene: Scene, token: number): boolean =>
  has(scene.tokens, token, Flag.Number) ||
  isWord(scene, token, PERCENT) ||
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Verb)) === Pos.Noun;

/** Words of the hedge list that mean something else here: "over three years" in time, "between" of a range, "some 9/11". */
function isOtherWord(scene: Scene, draft: Draft, first: number, row: LexiconRow<'hedge'>, sentenceFirst: number): boolean {
  const word = row.phrase;
  const ofDuration = draft.kind === 'duration';
  if ((word === 'over' || word === 'under') && ofDuration && first > sentenceFirst && isWord(scene, first - 1, JUST)) return false;
  // "3 percent over two years", "40 deaths over five years": how long it takes.
  if (word === 'over' && ofDuration && first > sentenceFirst && isSomething(scene, first - 1)) return true;
  // "edges up to 7.4 million": the particle of a word of change
  if (
    word === 'up to' &&
    first > sentenceFirst &&
    entryAt(scene, first - 1, first + 1, Kind.Change, (change) => change.form === 'verb')?.last === first + 1
  )
    return true;
  // "drawn up to two lists", "went on to": no bound. "add up to 5".
  if (
    word === 'up to' &&
    first > sentenceFirst &&
    (isWord(scene, first - 1, LEAD) || isWord(scene, first - 1, LED) || isWord(scene, first - 1, LEADING))
  )
    return true;
  // "hand over 70 rifles": the particle of its verb
  if (word === 'over' && first > sentenceFirst && isClass(scene, first - 1, Class.handing)) return true;
  // "jailed over £2m fraud", "a row over 300 homes": what for.
  if (word === 'over' && first > sentenceFirst && isCause(scene, draft, first - 1)) return true;
  // "within 40 km of the port" is a bound, "within 12 hours" a time, "within two points" a lead.
  if (word === 'within') return draft.kind !== 'distance';
  if (word === 'about' && first > sentenceFirst && isOneOf(scene, first - 1, TOPIC_LEADS)) return true;
  if ((word === 'maximum' || word === 'minimum' || word === 'equal') && draft.numeral.first - first > 3) return true;
  if (word === 'c.' && isTightTo(scene, first)) return true;
  if (word === 'some' && draft.numeral.form === 'words' && draft.value === 1) return true;
  return false;
}

/** Whether "over" behind the word tells a reason: behind a quarrel always, behind a sentence or a charge before a sum that describes a noun. */
const isCause = (scene: Scene, draft: Draft, before: number): boolean =>
  isClass(scene, before, Class.quarrel) ||
  (draft.kind === 'money' &&
    isClass(scene, before, Class.charging) &&
    has(scene.tokens, draft.bodyLast, Flag.Word) &&
    !isStop(scene, draft.bodyLast));

const TOPIC_LEADS = wordsOf('talk talked talking learn story stories book');

/** "a monthly average of 31" is a rate. */
const AVERAGES: readonly (readonly [string, string])[] = [
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['yearly', 'P1Y'],
  ['annual', 'P1Y'],
];

function apply(draft: Draft, row: LexiconRow<'hedge'>, rule: 'bound.before' | 'bound.behind'): void {
  for (const [word, period] of AVERAGES) if (row.phrase.includes(word)) draft.rate = period;
  draft.because.push(`${rule} "${row.phrase}"`);
  if (row.hedge) draft.hedge ??= row.phrase.replace(/^an? /, '');
  const operator = row.operator as Operator;
  if (row.lean !== '') draft.lean = row.lean as 'below' | 'above';
  // "up to about 300" and "about 500 or more" are bounds; "about" alone only blurs.
  if (operator === '=' || (operator === '~' && draft.bound !== null)) return;
  if (draft.bound !== null && draft.bound !== '~' && rule === 'bound.before') return;
  draft.bound = operator;
}

/** Turns what was seen into operator, min and max, by the conventions of the contract. */
export function settle(draft: Draft): void {
  const { bound } = draft;
  if (draft.operator === 'range' || draft.operator === 'vague') return;
  const value = draft.value;
  draft.operator = bound ?? '=';
  draft.min = bound === null || bound === '>' || bound === '>=' ? value : null;
  draft.max = bound === null || bound === '<' || bound === '<=' ? value : null;
}

/** Joins two bounds of one quantity: "greater than 100 and smaller than 300", "at most 100 and at least 20". */
export function joinBounds(scene: Scene, drafts: Draft[]): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const [one, two] = [drafts[i], drafts[i + 1]];
    const up = (d: Draft): boolean => d.bound === '>' || d.bound === '>=';
    const down = (d: Draft): boolean => d.bound === '<' || d.bound === '<=';
    if (!(up(one) && down(two)) && !(down(one) && up(two))) continue;
    if (one.value === null || two.value === null || one.operator === 'range' || two.operator === 'range') continue;
    scene.limit = two.first;
    const linked = BOTH_SHAPE.after(scene, one.bodyLast) === two.first;
    const [low, high] = up(one) ? [one, two] : [two, one];
    if (!linked || (low.value as number) > (high.value as number)) continue;
    one.min = low.value;
    one.max = high.value;
    one.value = null;
    one.operator = 'range';
    one.last = two.last;
    one.bodyLast = two.bodyLast;
    if (one.kind === 'count') Object.assign(one, { kind: two.kind, unit: two.unit, currency: two.currency, currencyCertain: two.currencyCertain });
    one.because.push('bound.both');
    drafts.splice(i + 1, 1);
  }
}
