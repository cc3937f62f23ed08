import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { nounAt } from '../counted/counted.js';
import { isPlural } from '../counted/plurals.js';
import type { Draft } from '../draft.js';
import { Role, roleAt } from '../roles.js';
import { Class, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, signOf, textOf, type Scene } from '../scene.js';
import { AND, AT, OF, ONE, ONLY, THAT } from '../words.js';

/** Inside a mention; a currency code with its amount ("RM23.50") only looks like one. */
export function isNamed(scene: Scene, draft: Draft, _first: number, limit: number): boolean {
  const { first, last, glued } = draft.numeral;
  if (glued) return false;
  for (let at = first; at < last && at < limit; at++) if (scene.nameAt[at] >= 0) return true;
  return false;
}

/** Inside a date, unless the number is a length of time or an age ("in three hours", "two years later"), which is an amount too. */
export function isTimed(scene: Scene, draft: Draft): boolean {
  if (draft.kind === 'age') return false;
  if (draft.kind === 'duration') return isAgo(scene, draft) || (draft.numeral.vague !== null && draft.numeral.role !== 'numeral');
  const time = scene.timeAt[draft.numeral.first];
  return time >= 0 && scene.times[time].type !== 'DURATION' && draft.currency === null && draft.kind === 'count';
}

const isAgo = (scene: Scene, draft: Draft): boolean =>
  draft.kind === 'duration' && draft.bodyLast < scene.tokens.count && isOneOf(scene, draft.bodyLast, AGO_WORDS);
const AGO_WORDS = wordsOf('ago hence');

/** "21st", "twenty-first", "one hundred and fifth". */
export function isOrdinal(scene: Scene, draft: Draft, _first: number, limit: number): boolean {
  const next = draft.numeral.last;
  if (next >= limit) return false;
  if (isTightTo(scene, next) && isOneOf(scene, next, ORDINAL_ENDINGS)) return true;
  const joined = isHyphen(scene, next) && isTightTo(scene, next) && next + 1 < limit;
  // "forty first" and "hundred and second" count up; "14 first-team players" and "a 4.3 second dash" do not.
  if (!joined && roleAt(scene, next - 1, next, Role.Ten | Role.Hundred | Role.Scale) === null) return false;
  return roleAt(scene, joined ? next + 1 : next, limit, joined ? Role.Ordinal | Role.Part : Role.Ordinal) !== null;
}
const ORDINAL_ENDINGS = wordsOf('st nd rd th');

const PRONOUN_BEFORE = wordsOf('no the this that which each every any another only some');

/** The bare word "one". */
export const isOne = (scene: Scene, { numeral }: Draft): boolean => isWord(scene, numeral.first, ONE) && numeral.last === numeral.first + 1;

/** "one" is a number before a noun ("one camp") or "of" ("one of the camps"); else it stands for somebody. */
export function isPronoun(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  if (!isOne(scene, draft)) return false;
  const at = draft.numeral.first;
  const next = draft.bodyLast;
  // "at one point", "every one hour"
  if (draft.unit !== null || draft.currency !== null) return draft.kind === 'duration' && at > first && isOneOf(scene, at - 1, IDIOM_LEADS);
  const before = at > first ? at - 1 : -1;
  // "a new one costs": more than one stands behind no "one"
  if (next < limit && isPlural(scene, next) && (posOf(scene.knowledge, scene.tokens, next) & Pos.Third) !== 0) return true;
  // "estimated that one child dies"
  const stated = before > first && isWord(scene, before, THAT) && isKind(scene.knowledge, scene.tokens, before - 1, Kind.Reporting);
  if (before >= 0 && !stated && isOneOf(scene, before, PRONOUN_BEFORE) && !isWord(scene, next, OF))
    return !(isWord(scene, before, ONLY) && nounAt(scene, next, limit, true, false));
  if (next >= limit) return !isSolitary(at, first, limit);
  if (isHyphen(scene, next) && isTightTo(scene, next)) return true;
  if (isWord(scene, next, OF)) return false;
  if (isOneOf(scene, next, RANGE_TIES) && next + 1 < limit && isKind(scene.knowledge, scene.tokens, next + 1, Kind.Number)) return false;
  if (isOneMore(scene, at, next, first)) return false;
  if (!has(scene.tokens, next, Flag.Word) || isStop(scene, next)) return !isSolitary(at, first, limit);
  return nounAt(scene, next, limit, true, false) === null;
}
/** "killed 15 people in Ecuador and one in Peru": behind "and" in a clause that counted, with a name behind its preposition. */
function isOneMore(scene: Scene, at: number, next: number, first: number): boolean {
  if (!isWord(scene, at - 1, AND) || !isOneOf(scene, next, IN_NEAR)) return false;
  const name = scene.nameAt[next + 1] >= 0 ? next + 1 : next + 2;
  if (scene.nameAt[name] < 0) return false;
  for (let token = at - 2; token >= Math.max(first, at - FAR_COUNT); token--)
    if (has(scene.tokens, token, Flag.Number) ? scene.timeAt[token] < 0 : isKind(scene.knowledge, scene.tokens, token, Kind.Number)) return true;
  return false;
}
const IN_NEAR = wordsOf('in near from at');
/** Tokens between the count before and the one more. */
const FAR_COUNT = 14;
const RANGE_TIES = wordsOf('or to');
const IDIOM_LEADS = wordsOf('at each every');

/** A text that is the number and little else: "one", "minus one". */
const isSolitary = (at: number, first: number, limit: number): boolean => limit - first <= 3 && at - first <= 1;

/** "version two": a label makes a number of a thing of every number word but "one". */
export const isLabelledWord = (scene: Scene, draft: Draft, first: number): boolean => !isOne(scene, draft) && isLabelled(scene, draft, first);

/** A number without a scale: "[27]" cites, "[39K]" is a size. */
export const isPlain = (_scene: Scene, { numeral }: Draft): boolean => numeral.scale === 1;

const isShort = (scene: Scene, at: number): boolean => scene.tokens.end[at] - scene.tokens.start[at] <= 2;

/** "1) Fill the well": no number that an earlier bracket holds. */
export const isItem = (scene: Scene, { numeral: { first: at, scale } }: Draft, first: number): boolean =>
  scale === 1 && isShort(scene, at) && signOf(scene, at - 1) !== OPEN && !hasOpenBracket(scene, at, first);

/** "The well (3)", but "twelve (12) goats", "9% (58) of the goats". */
export const isReference = (scene: Scene, { numeral: { first: at, last, scale } }: Draft, first: number): boolean =>
  scale === 1 &&
  last - at === 1 &&
  isShort(scene, at) &&
  (at - 2 < first || !(isKind(scene.knowledge, scene.tokens, at - 2, Kind.Number) || isOneOf(scene, at - 2, SHARES)));
const SHARES = wordsOf('% percent cent pct half third thirds quarter quarters fifth fifths');

/** "— 14 —", "10." by itself: a number between dashes, or a short one with its stop alone in a line, is that of a page or paragraph. */
export function isPageNumber(scene: Scene, { numeral: { first: at, last, scale } }: Draft, first: number, limit: number): boolean {
  if (scale !== 1 || last - at !== 1 || scene.tokens.end[at] - scene.tokens.start[at] > LONGEST_PAGE) return false;
  if (at === first + 1 && limit === at + 2) return isHyphen(scene, first) && isHyphen(scene, at + 1) && !isTightTo(scene, at);
  return at === first && limit === at + 2 && has(scene.tokens, at, Flag.LineStart) && signOf(scene, at + 1) === STOP && isShort(scene, at);
}
const STOP = 46;
const LONGEST_PAGE = 4;

/** "1. Blue": a sentence that is a list number, or the head of a line; "2.Inserting". */
export function isListNumber(scene: Scene, { numeral: { first: at, last: next, scale } }: Draft, first: number, limit: number): boolean {
  if (scale !== 1 || at !== first) return false;
  const digit = scene.tokens.end[at] - scene.tokens.start[at] === 1;
  if (digit && next + 1 < scene.tokens.count && (next + 1 === limit || isTightTo(scene, next + 1))) return true;
  return has(scene.tokens, at, Flag.LineStart) && isTightTo(scene, next) && next + 1 < limit && has(scene.tokens, next + 1, Flag.SpaceBefore);
}

const OPEN = 40;
function hasOpenBracket(scene: Scene, at: number, first: number): boolean {
  for (let token = at - 1; token >= Math.max(first, at - 12); token--) if (scene.text[scene.tokens.start[token]] === '(') return true;
  return false;
}

/** "575 Wilbraham Road", "22 Ave Foch", "9 E 71st St". */
export function isAddress(scene: Scene, draft: Draft, _first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]).includes(',')) return false;
  // "16-18 Industrial Avenue"
  const from = next + 1 < limit && isHyphen(scene, next) && has(scene.tokens, next + 1, Flag.Number) ? next + 2 : next;
  for (let token = from; token < Math.min(limit, from + 4); token++) {
    if (!has(scene.tokens, token, Flag.Capital | Flag.Number) && !isOneOf(scene, token, SMALL_IN_ADDRESS)) return false;
    if (isClass(scene, token, Class.address) && has(scene.tokens, token, Flag.Capital)) return true;
  }
  return false;
}
const SMALL_IN_ADDRESS = wordsOf('st nd rd th al de');

/** "house number 42", "code 7731", "page 12", "Article 5", "Unit 3", "No. 7", "version two": the number says which. */
export function isLabelled(scene: Scene, draft: Draft, first: number): boolean {
  const at = draft.bodyFirst;
  let before = at - 1;
  // "pages 12-15": the end of what the label numbers
  if (before - 1 > first && isHyphen(scene, before) && isTightTo(scene, at) && has(scene.tokens, before - 1, Flag.Number)) before -= 2;
  if (before >= first && signOf(scene, before) === 46 && isTightTo(scene, before)) before--;
  if (before >= first && isClass(scene, before, Class.numbering)) return true;
  if (before < first || !isClass(scene, before, Class.label) || (draft.unit !== null && draft.kind !== 'count')) return false;
  // "the case 200 people signed": a number with separators or a noun behind counts.
  const written = scene.text.slice(scene.tokens.start[draft.numeral.first], scene.tokens.end[draft.numeral.first]);
  if (written.includes(',')) return false;
  return !(
    nounAt(scene, draft.numeral.last, Math.min(scene.tokens.count, draft.numeral.last + 4), false, false) && !has(scene.tokens, before, Flag.Capital)
  );
}

/** Behind digits "am" and "pm" tell the time up to twelve, or tight behind any: "1.56pm". A number with three decimals is a length. */
export const isHour = (scene: Scene, { numeral, value }: Draft): boolean =>
  isTightTo(scene, numeral.last) || ((value ?? 0) < 13 && !/\.(\d|\d{3,})$/.test(textOf(scene, numeral.first, numeral.first + 1)));

/** An hour of twelve without a unit: "about 5 in the morning". */
export const isSmallHour = (_scene: Scene, { value, unit }: Draft): boolean => value !== null && value <= 12 && unit === null;

/** "1600hrs", "at 0600 hours": hours and minutes without a sign between; "1800 hours" by themselves are a length of time. */
export function isFourFigureHour(scene: Scene, { numeral, unit }: Draft): boolean {
  const figures = textOf(scene, numeral.first, numeral.last);
  if (unit !== 'hour' || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(figures)) return false;
  return figures.startsWith('0') || isTightTo(scene, numeral.last) || isWord(scene, numeral.first - 1, AT);
}

/** "per 100,000 people", "per thousand litres"; "per two weeks" is how often. */
export const isDenominator = (_scene: Scene, { kind, currency }: Draft): boolean => kind !== 'duration' && currency === null;

/** A coordinate: "34° 31′ N", "54º 55,7' N". */
export function isCoordinate(scene: Scene, draft: Draft, _first: number, limit: number): boolean {
  if (draft.unit !== 'degree') return false;
  const at = draft.bodyLast;
  if (at >= limit) return false;
  return (
    (isOneOf(scene, at, COMPASS) && has(scene.tokens, at, Flag.Capital)) ||
    (at + 1 < limit && has(scene.tokens, at, Flag.Number) && /['’′″"]/.test(scene.text[scene.tokens.end[at]] ?? ''))
  );
}
const COMPASS = wordsOf('n s e w');
