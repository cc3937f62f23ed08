import { Flag, has } from '../../../model/index.js';
import { isKind } from '../../../knowledge/index.js';
import type { Draft } from './draft.js';
import { nounAt } from './counted.js';
import { roleAt } from './numerals.js';
import { Class, isClass, isHyphen, isOneOf, isTightTo, isWord, signOf, type Scene } from './scene.js';

/** Why a number is no figure, or null when it is one. Sentence tokens are `[first, limit)`. */
export function exclusionOf(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const { numeral } = draft;
  const at = numeral.first;
  const next = numeral.last;
  if (isNamed(scene, draft, limit)) return 'part of a name';
  if (isTimed(scene, draft)) return 'part of a date';
  if (numeral.scale === 1e9 && next - at === 2 && isWord(scene, next - 1, 'g') && isTightTo(scene, next - 1) && (numeral.value ?? 0) < 7e9) return 'generation of a network';
  if (numeral.form === 'vague') return isWeak(scene, draft, first, limit) ? 'weak quantifier' : null;
  if (numeral.form === 'words' || numeral.form === 'fraction') {
    if (isOrdinal(scene, next, limit)) return 'ordinal';
    if (isWord(scene, at, 'one') && next === at + 1) return oneOf(scene, draft, first, limit);
    if (isMidHyphen(scene, at, next, limit)) return 'part of a hyphened word';
    return isLabelled(scene, draft, first) ? 'number of a thing, not of things' : null;
  }
  if (isOrdinal(scene, next, limit)) return 'ordinal';
  if (draft.currency !== null) return null;
  if (isClock(scene, draft, first, limit)) return 'clock time';
  if (isChain(scene, at, next, first, limit)) return 'phone number, date or code';
  if (isYear(scene, draft, first, limit)) return 'year';
  if (at > first && isWord(scene, at - 1, '^')) return 'exponent';
  if ((draft.unit === null || (at > first && signOf(scene, at - 1) === 0x2212)) && isMidHyphen(scene, at, draft.bodyLast, limit)) return 'part of a hyphened word';
  if (draft.unit !== null || draft.kind !== 'count') return null;
  if (isCitation(scene, at, next, first, limit)) return 'citation or list number';
  if (isAddress(scene, at, next, limit)) return 'address';
  if (numeral.sign < 0 && nounAt(scene, next, limit, false, false)) return 'code';
  if (isLabelled(scene, draft, first)) return 'number of a thing, not of things';
  if (isNameTail(scene, draft, first, limit)) return 'name with digits';
  return null;
}

/** Inside a mention; a currency code with its amount ("RM23.50") only looks like one. */
function isNamed(scene: Scene, draft: Draft, limit: number): boolean {
  const { first, last, glued } = draft.numeral;
  if (glued) return false;
  for (let at = first; at < last && at < limit; at++) if (scene.nameAt[at] >= 0) return true;
  return false;
}

/** Inside a date, unless the number is a length of time or an age ("in three hours", "two years later"), which is an amount too. */
function isTimed(scene: Scene, draft: Draft): boolean {
  if (draft.kind === 'age') return false;
  if (draft.kind === 'duration') return isAgo(scene, draft) || (draft.numeral.vague !== null && draft.numeral.role !== 'numeral');
  return scene.timeAt[draft.numeral.first] >= 0 && draft.currency === null && draft.kind === 'count';
}

const isAgo = (scene: Scene, draft: Draft): boolean =>
  draft.kind === 'duration' && draft.bodyLast < scene.tokens.count && isOneOf(scene, draft.bodyLast, ['ago', 'hence']);

/** "21st", "twenty-first", "one hundred and fifth". */
function isOrdinal(scene: Scene, next: number, limit: number): boolean {
  if (next >= limit) return false;
  if (isTightTo(scene, next) && isOneOf(scene, next, ['st', 'nd', 'rd', 'th'])) return true;
  const joined = isHyphen(scene, next) && isTightTo(scene, next) && next + 1 < limit;
  // "forty first" and "hundred and second" count up; "14 first-team players" and "a 4.3 second dash" do not.
  if (!joined && roleAt(scene, next - 1, next, ['ten', 'hundred', 'scale']) === null) return false;
  return roleAt(scene, joined ? next + 1 : next, limit, joined ? ['ordinal', 'part'] : ['ordinal']) !== null;
}

const PRONOUN_BEFORE = ['no', 'the', 'this', 'that', 'which', 'each', 'every', 'any', 'another', 'only', 'some'];

/** "one" is a number before a noun ("one camp") or "of" ("one of the camps"); else it stands for somebody. */
function oneOf(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const at = draft.numeral.first;
  const next = draft.bodyLast;
  if (draft.unit !== null || draft.currency !== null) return draft.kind === 'duration' && at > first && isOneOf(scene, at - 1, ['at', 'each', 'every']) ? 'idiom' : null;
  const before = at > first ? at - 1 : -1;
  if (before >= 0 && isOneOf(scene, before, PRONOUN_BEFORE) && !isWord(scene, next, 'of')) return isWord(scene, before, 'only') && nounAt(scene, next, limit, true, false) ? null : 'pronoun one';
  if (next >= limit) return isSolitary(at, first, limit) ? null : 'pronoun one';
  if (isHyphen(scene, next) && isTightTo(scene, next)) return 'part of a hyphened word';
  if (isWord(scene, next, 'of')) return null;
  if (isOneOf(scene, next, ['or', 'to']) && next + 1 < limit && isKind(scene.knowledge, scene.tokens, next + 1, 'number')) return null;
  if (!has(scene.tokens, next, Flag.Word) || isClass(scene, next, Class.stop)) return isSolitary(at, first, limit) ? null : 'pronoun one';
  return nounAt(scene, next, limit, true, false) ? null : 'pronoun one';
}

/** A text that is the number and little else: "one", "minus one". */
const isSolitary = (at: number, first: number, limit: number): boolean => limit - first <= 3 && at - first <= 1;

/** "10:27", "5am", "7 p.m.", "1.56pm", "5 o'clock", "at 1530 GMT". */
function isClock(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (at > first && signOf(scene, at - 1) === 58 && isTightTo(scene, at) && isTightTo(scene, at - 1) && at - 1 > first && has(scene.tokens, at - 2, Flag.Number)) return true;
  if (next + 1 < limit && signOf(scene, next) === 58 && isTightTo(scene, next) && isTightTo(scene, next + 1) && has(scene.tokens, next + 1, Flag.Number)) return true;
  if (next < limit && (isOneOf(scene, next, ['am', 'pm', 'a.m', 'p.m', 'oclock', 'o’clock', "o'clock", 'hrs', 'gmt', 'utc']) || isWord(scene, next, 'noon') && false)) {
    if (isOneOf(scene, next, ['am', 'pm'])) return (draft.value ?? 99) < 13 && !isFinePoint(scene, at) || isTightTo(scene, next);
    return isOneOf(scene, next, ['oclock', 'gmt', 'utc']) || (draft.value ?? 0) <= 24 && false;
  }
  return false;
}

/** "2.123 pm" has three decimals and is a length, not a time. */
const isFinePoint = (scene: Scene, at: number): boolean => /\.(\d|\d{3,})$/.test(scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]));

/** Digits joined by hyphens, slashes or dots to more digits: "2018-05-17", "555-0134-22", "5/17/2018", "+1-222-2222". */
function isChain(scene: Scene, at: number, next: number, first: number, limit: number): boolean {
  const joins = (token: number): boolean => token >= first && token < limit && isTightTo(scene, token) && (isHyphen(scene, token) || signOf(scene, token) === 47 || signOf(scene, token) === 46);
  let links = 0;
  for (let token = next; joins(token) && token + 1 < limit && isTightTo(scene, token + 1) && has(scene.tokens, token + 1, Flag.Number) && links < 4; token += 2) links++;
  for (let token = at - 1; joins(token) && isTightTo(scene, token + 1) && token - 1 >= first && has(scene.tokens, token - 1, Flag.Number) && links < 4; token -= 2) links++;
  if (links >= 2) return true;
  // "5/17" with both parts of a date and no fraction read; "2013-14" is a season.
  if (links === 1) {
    const year = (token: number): boolean => /^(1[5-9]|20)\d\d$/.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]));
    const forth = joins(next);
    const other = forth ? next + 1 : at - 2;
    const [a, b] = forth ? [at, other] : [other, at];
    const length = scene.tokens.end[b] - scene.tokens.start[b];
    if (year(a) && (length === 2 || year(b)) && isHyphen(scene, a + 1)) return true;
    if (signOf(scene, a + 1) === 47) return true;
  }
  return at > first && signOf(scene, at - 1) === 43 && isTightTo(scene, at) && scene.tokens.end[at] - scene.tokens.start[at] >= 6;
}

const YEAR_CUES = ['in', 'since', 'until', 'till', 'by', 'before', 'after', 'from', 'during', 'of', 'early', 'late', 'mid', 'circa', 'year', 'to', 'through', 'between', 'and', 'the', 'post', 'pre', 'around', 'its', 'his', 'her', 'their', 'our', 'this', 'back', 'for', 'throughout', 'summer', 'spring', 'autumn', 'fall', 'winter'];

/** Four bare digits that can be a year and count nothing: "in 2019", "the 2018 sales", "1990s", "March 2011"; also a day beside its month. */
function isYear(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (next - at !== 1) return false;
  const { tokens, text } = scene;
  const length = tokens.end[at] - tokens.start[at];
  if (next < limit && isTightTo(scene, next) && isWord(scene, next, 's')) return true;
  const before = at > first ? at - 1 : -1;
  if (length <= 2 && draft.unit === null) {
    const month = (token: number): boolean => token >= first && token < limit && isKind(scene.knowledge, tokens, token, 'month') && has(tokens, token, Flag.Capital);
    const dot = before > first && signOf(scene, before) === 46 && month(before - 1);
    return month(before) || dot || month(next) || (next < limit && isWord(scene, next, 'of') && month(next + 1));
  }
  if (length !== 4 || !/^(1\d|2[01])\d\d$/.test(text.slice(tokens.start[at], tokens.end[at]))) return false;
  if (draft.unit !== null && !(draft.unit === 'second' || draft.unit === 'hour')) return draft.kind === 'count';
  const value = draft.value ?? 0;
  const recent = value >= 1800 && value <= 2050;
  const cued = before >= 0 && (isOneOf(scene, before, YEAR_CUES) || isKind(scene.knowledge, tokens, before, 'month') || (has(tokens, before, Flag.Possessive)) || (signOf(scene, before) === 44 && before > first && has(tokens, before - 1, Flag.Number)));
  if (next < limit && (isOneOf(scene, next, ['ad', 'bc', 'bce', 'ce']))) return true;
  const noun = nounAt(scene, next, limit, false, false);
  if (cued && (value >= 1000)) {
    // "of 1500 fighters" counts when a plural of people or things stands right behind.
    return !(noun && !recent) && !(noun && isOneOf(scene, before, ['of', 'and', 'to', 'by', 'for', 'around', 'between', 'from']) && noun.unit === 'person');
  }
  if (!recent) return false;
  // "2000 people", "1900 jobs": a round number before a plural counts; "2018 sales" at the head of a sentence is a year.
  if (noun) return value > 1950 && value < 2035 && value % 100 !== 0 && noun.unit !== 'person';
  if (before >= 0 && isHyphen(scene, before) && isTightTo(scene, at)) return true;
  return before >= 0 || next >= limit || limit - first > 2;
}

/** "COVID-19", "SCP-173", "A-10", "mid-20s": digits tied to a word by a hyphen. */
function isMidHyphen(scene: Scene, at: number, next: number, limit: number): boolean {
  if (at >= 3 && isTightTo(scene, at) && isHyphen(scene, at - 1) && isTightTo(scene, at - 1) && has(scene.tokens, at - 2, Flag.Word) && !(has(scene.tokens, at - 3, Flag.Number) && isTightTo(scene, at - 2))) {
    return !isOneOf(scene, at - 2, ['sub', 'minus', 'plus', 'to', 'or', 'non', 'under', 'over']);
  }
  // "24703L202", "5G": letters tight behind that are no unit make a code.
  return next < limit && isTightTo(scene, next) && has(scene.tokens, next, Flag.Word) && has(scene.tokens, at, Flag.Number);
}

/** "[27]", "1)", "(3)", "1." at the head of a line, "#5". */
function isCitation(scene: Scene, at: number, next: number, first: number, limit: number): boolean {
  const before = at > first ? scene.text[scene.tokens.start[at - 1]] : '';
  const after = next < limit ? scene.text[scene.tokens.start[next]] : '';
  if (before === '[' && after === ']') return true;
  if (before === '#') return true;
  if (after === ')' && before !== '(' && isTightTo(scene, next) && scene.tokens.end[at] - scene.tokens.start[at] <= 2 && !hasOpenBracket(scene, at, first)) return true;
  if (before === '(' && after === ')' && next - at === 1 && scene.tokens.end[at] - scene.tokens.start[at] <= 2) return at - 2 < first || !isKind(scene.knowledge, scene.tokens, at - 2, 'number');
  return at === first && has(scene.tokens, at, Flag.LineStart) && after === '.' && isTightTo(scene, next) && next + 1 < limit && has(scene.tokens, next + 1, Flag.SpaceBefore);
}

function hasOpenBracket(scene: Scene, at: number, first: number): boolean {
  for (let token = at - 1; token >= Math.max(first, at - 12); token--) if (scene.text[scene.tokens.start[token]] === '(') return true;
  return false;
}

/** "575 Wilbraham Road", "22 Ave Foch", "9 E 71st St". */
function isAddress(scene: Scene, at: number, next: number, limit: number): boolean {
  if (scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]).includes(',')) return false;
  // "16-18 Industrial Avenue"
  const from = next + 1 < limit && isHyphen(scene, next) && has(scene.tokens, next + 1, Flag.Number) ? next + 2 : next;
  for (let token = from; token < Math.min(limit, from + 4); token++) {
    if (!has(scene.tokens, token, Flag.Capital | Flag.Number) && !isOneOf(scene, token, ['st', 'nd', 'rd', 'th', 'al', 'de'])) return false;
    if (isClass(scene, token, Class.address) && has(scene.tokens, token, Flag.Capital)) return true;
  }
  return false;
}

/** "page 12", "Article 5", "Unit 3", "No. 7", "version two": the number says which. */
function isLabelled(scene: Scene, draft: Draft, first: number): boolean {
  const at = draft.bodyFirst;
  let before = at - 1;
  if (before >= first && signOf(scene, before) === 46 && isTightTo(scene, before)) before--;
  if (before < first || !isClass(scene, before, Class.label) || draft.unit !== null && draft.kind !== 'count') return false;
  if (draft.numeral.form === 'words' && !has(scene.tokens, before, Flag.Capital) && !isOneOf(scene, before, ['version', 'number', 'chapter', 'page', 'phase', 'stage', 'level'])) return false;
  // "the case 200 people signed": a number with separators or a noun behind counts.
  const written = scene.text.slice(scene.tokens.start[draft.numeral.first], scene.tokens.end[draft.numeral.first]);
  if (written.includes(',')) return false;
  return !(nounAt(scene, draft.numeral.last, Math.min(scene.tokens.count, draft.numeral.last + 4), false, false) && !has(scene.tokens, before, Flag.Capital));
}

/** "Badri 313", "iPhone 11 Pro", "Big 12": bare digits right behind a capitalised word that count nothing behind them. */
function isNameTail(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  const before = at - 1;
  if (before < first || !isNameLike(scene, before) || next - at !== 1 || draft.first !== at) return false;
  if (has(scene.tokens, before, Flag.Shouted)) return false;
  if (has(scene.tokens, before, Flag.SentenceStart) && isClass(scene, before, Class.stop)) return false;
  const written = scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]);
  if (/[,]/.test(written) || isKind(scene.knowledge, scene.tokens, before, 'hedge') || isKind(scene.knowledge, scene.tokens, before, 'month') || isKind(scene.knowledge, scene.tokens, before, 'weekday')) return false;
  if (isClass(scene, before, Class.stop) || isClass(scene, before, Class.adverb)) return false;
  const noun = nounAt(scene, next, limit, false, false);
  // "In Kunar 30 soldiers died" counts; "Badri 313 battalions" hardly ever stands in the plural.
  return noun === null || (scene.nameAt[noun.first] >= 0) || has(scene.tokens, next, Flag.Capital) && noun.head !== next;
}

/** Holds a capital anywhere: "Badri", "iPhone". */
const isNameLike = (scene: Scene, token: number): boolean =>
  has(scene.tokens, token, Flag.Capital) || (has(scene.tokens, token, Flag.Word) && /\p{Lu}/u.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token])));

/** Weak quantifiers are figures only where they carry the statement: of a definite whole ("many of these men"), or of people to whom something happened. */
function isWeak(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { role, last, first: at } = draft.numeral;
  if (role === 'numeral' || role === 'part' || role === 'rhetorical') return false;
  if (draft.kind === 'duration' || (at > first && isOneOf(scene, at - 1, ['the', 'these', 'so', 'too', 'how', 'as', 'at', 'not', 'very', 'its', 'their', 'his', 'past', 'last', 'next']))) return true;
  const partitive = last + 1 < limit && isWord(scene, last, 'of') && isOneOf(scene, last + 1, ['the', 'these', 'those', 'them', 'whom', 'its', 'their']);
  const whole = partitive && nounAt(scene, last + 2, limit, true, true);
  if (partitive) return isOneOf(scene, last + 1, ['them', 'whom']) ? false : !whole || (whole.unit !== 'person' && role !== 'majority');
  const noun = nounAt(scene, isWord(scene, last, 'of') ? last + 1 : last, limit, false, false);
  if (!noun) return role !== 'several' || limit - first > 3;
  if (role === 'several') return noun.abstract;
  if (noun.unit !== 'person' || role === 'majority') return true;
  // "many people were killed": an event word beside the noun.
  const event = (token: number): boolean => token >= first && token < limit && isKind(scene.knowledge, scene.tokens, token, 'event');
  return !(event(at - 1) || event(noun.last) || event(noun.last + 1) || event(noun.last + 2));
}

/** Token behind an idiom that begins at `token` ("one another", "24/7"), or `token` itself. */
export function idiomEnd(scene: Scene, token: number, limit: number): number {
  const idiom = roleAt(scene, token, limit, ['idiom']);
  if (idiom) return idiom.last;
  return token;
}

/** A coordinate: "34° 31′ N", "54º 55,7' N". */
export function isCoordinate(scene: Scene, draft: Draft, limit: number): boolean {
  if (draft.unit !== 'degree') return false;
  const at = draft.bodyLast;
  if (at >= limit) return false;
  return isOneOf(scene, at, ['n', 's', 'e', 'w']) && has(scene.tokens, at, Flag.Capital) || (at + 1 < limit && has(scene.tokens, at, Flag.Number) && /['’′″"]/.test(scene.text[scene.tokens.end[at]] ?? ''));
}

