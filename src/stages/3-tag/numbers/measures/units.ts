import { Flag, has, type FigureKind } from '../../../../model/index.js';
import { Kind, type LexiconRow, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { type Captures, entryAt, isBehindFile, isClass, isHyphen, isOneOf, isTightTo, isWord, Class, textOf, type Scene } from '../scene.js';
import { INDEFINITE, ONE, TIME, OF } from '../words.js';

/** Token where a unit behind the number begins, over the hyphen of "five-year". */
const unitStart = (scene: Scene, at: number, limit: number): number =>
  at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at + 1) ? at + 1 : at;

/** "twice", "sevenfold": so many times. */
export function multiple(_scene: Scene, draft: Draft): string | null {
  if (draft.numeral.role !== 'multiple') return null;
  Object.assign(draft, { kind: 'measure', unit: 'time' });
  return '';
}

/** "20 (kg)". */
export function bracketedUnit(scene: Scene, draft: Draft, _first: number, limit: number, { u }: Captures, last: number): string | null {
  const inside = unitAt(scene, u.first, limit, false);
  if (!inside || inside.last !== u.last || inside.row.unit.length > 2) return null;
  take(draft, inside.row, last);
  return inside.row.phrase;
}

/** "12″". */
export function inchesBySign(_scene: Scene, draft: Draft, _first: number, _limit: number, _captures: Captures, last: number): string | null {
  if (draft.bodyLast !== draft.numeral.last) return null;
  draft.kind = 'distance';
  draft.unit = 'inch';
  draft.bodyLast = draft.last = last;
  return '';
}

/** "two F-16 jets": the letter before a hyphen and a number is a model’s. */
const isModelLetter = (scene: Scene, at: number, limit: number): boolean =>
  at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at) && isTightTo(scene, at + 1) && has(scene.tokens, at + 1, Flag.Number);

/** "12 km", "640bhp", "five-year", "3 per cent". */
export function unitBehind(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  if (draft.bodyLast >= limit) return null;
  const at = unitStart(scene, behindArticle(scene, draft, limit), limit);
  const tight = at > draft.bodyLast || isTightTo(scene, at);
  const unit = unitAt(scene, at, limit, tight);
  if (!unit || (unit.row.phrase.length === 1 && isModelLetter(scene, unit.last, limit))) return null;
  // "12 in-depth interviews": a preposition that a hyphen ties to its noun
  if (
    unit.row.unit === 'inch' &&
    unit.last < limit &&
    isHyphen(scene, unit.last) &&
    isTightTo(scene, unit.last) &&
    !has(scene.tokens, unit.last + 1, Flag.Number) &&
    !tight
  )
    return null;
  // "two seconds" counts; a fraction before "time" or "point" does not: "half time", "one point".
  if (
    unit.row.case !== 'article' &&
    isOneOf(scene, draft.numeral.first, INDEFINITE) &&
    draft.value === 1 &&
    draft.numeral.last === draft.numeral.first + 1
  )
    return null;
  if (unit.row.unit === 'point' && draft.value === 1 && isWord(scene, draft.numeral.first, ONE)) return null;
  if (
    unit.row.unit === 'time' &&
    (draft.value === 1 || (isWord(scene, at, TIME) && !tight) || (draft.numeral.form === 'vague' && draft.numeral.role === 'weak'))
  )
    return null;
  if (draft.numeral.role === 'weak' || draft.numeral.role === 'majority' || draft.numeral.role === 'part') return null;
  take(draft, unit.row, unit.last);
  return unit.row.phrase;
}

/** "half an hour": a part is measured by one of the measure. */
const behindArticle = (scene: Scene, { numeral, bodyLast }: Draft, limit: number): number =>
  numeral.form === 'fraction' && bodyLast + 1 < limit && isOneOf(scene, bodyLast, INDEFINITE) ? bodyLast + 1 : bodyLast;

/** "a magnitude 6.1 earthquake", "a magnitude of 6.1": the measure stands before its number. */
export function strengthBefore(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const { first: number, last } = draft.numeral;
  // "the magnitude of 30 floods"
  if (isWord(scene, number - 1, OF) && last < limit && (posOf(scene.knowledge, scene.tokens, last) & Pos.Plural) !== 0) return null;
  draft.kind = 'measure';
  draft.unit = 'magnitude';
  return '';
}

/** "5 degrees below zero". */
export function belowFreezing(_scene: Scene, draft: Draft, _first: number, _limit: number, _captures: Captures, last: number): string | null {
  const bare = draft.kind === 'count' && draft.unit === null;
  if (draft.value === null || !(bare || /degree/.test(draft.unit ?? ''))) return null;
  if (bare) Object.assign(draft, { kind: 'measure', unit: 'degree' });
  draft.value = -draft.value;
  draft.min = draft.max = draft.value;
  draft.bodyLast = draft.last = last;
  return '';
}

/** "5 ft 2 in", "6 feet and 3 inches": the inches are a part of the feet. */
export function inchesBehind(_scene: Scene, draft: Draft, _first: number, _limit: number, { n, u }: Captures, last: number): string | null {
  if (draft.unit !== 'foot' || draft.value === null || !Number.isInteger(draft.value) || Number(n.value) >= 12 || u.value !== 'inch') return null;
  draft.value += Number(n.value) / 12;
  draft.min = draft.max = draft.value;
  draft.bodyLast = draft.last = last;
  return '';
}

/** "0.4 mg/L", "9 tonnes per hectare"; of a time it would be a rate. */
export function perUnit(scene: Scene, draft: Draft, _first: number, limit: number, { u }: Captures, last: number): string | null {
  if (draft.kind !== 'measure' && draft.kind !== 'distance' && draft.kind !== 'area') return null;
  if (draft.unit === 'time' || draft.unit === 'point') return null;
  const each = unitAt(scene, u.first, limit, isTightTo(scene, u.first));
  if (!each || each.last !== u.last || !EACH_KINDS.includes(each.row.kind)) return null;
  const sign = each.row.kind === 'distance' && isTightTo(scene, last) ? (scene.text[scene.tokens.start[last]] ?? '') : '';
  const raised = '²³'.indexOf(sign) >= 0 && sign !== '';
  draft.kind = 'measure';
  draft.unit = `${draft.unit} per ${raised ? `${sign === '²' ? 'square' : 'cubic'} ${longName(each.row.unit)}` : each.row.unit}`;
  draft.bodyLast = draft.last = raised ? last + 1 : last;
  return '';
}
const longName = (unit: string | null): string => (unit === 'km' ? 'kilometre' : unit === 'm' ? 'metre' : (unit ?? ''));
const EACH_KINDS: readonly string[] = ['measure', 'distance', 'area'];

function take(draft: Draft, row: LexiconRow<'unit'>, last: number): void {
  draft.kind = row.kind as FigureKind;
  draft.unit = row.unit;
  draft.bodyLast = draft.last = last;
}

/** "4 km squared", "20 km²" written with a sign of its own. */
export function powerBehind(_scene: Scene, draft: Draft, _first: number, _limit: number, { p }: Captures, last: number): string | null {
  if (draft.kind !== 'distance') return null;
  draft.kind = p.value === 'square' ? 'area' : 'measure';
  draft.unit = `${p.value} ${longName(draft.unit)}`;
  draft.bodyLast = draft.last = last;
  return '';
}

/** The unit at a token; `tight` where no blank parts it from what is before. */
export function unitAt(scene: Scene, at: number, limit: number, tight: boolean): { readonly last: number; readonly row: LexiconRow<'unit'> } | null {
  const hit = entryAt(scene, at, limit, Kind.Unit, (row, last) => {
    if (row.case === 'exact') return row.phrase === textOf(scene, at, last) && isUnitLetter(scene, at, last, limit, tight);
    if (row.case === 'file') return tight && row.phrase === textOf(scene, at, last) && isBehindFile(scene, at - 1);
    if (row.case === 'tight') return tight || last >= limit || !has(scene.tokens, last, Flag.Word | Flag.Number) || isAfterLength(scene, last);
    return true;
  });
  if (!hit) return null;
  // "two pm" is no picometre and "10 am" no attometre; "5 in 2016": the word before a number is a preposition.
  return hit;
}
/** "2 in tall", "2 in more or less" */
const isAfterLength = (scene: Scene, token: number): boolean =>
  isOneOf(scene, token, AFTER_LENGTH) || (isOneOf(scene, token, MORE) && isOneOf(scene, token + 1, OR));
const AFTER_LENGTH = wordsOf('thick long wide tall deep high diameter');
const MORE = wordsOf('more');
const OR = wordsOf('or');

/** A single letter is a unit when it stands tight, or when no letter word could: "30 m", "2 g.", "5 W". */
function isUnitLetter(scene: Scene, at: number, last: number, limit: number, tight: boolean): boolean {
  if (tight) return true;
  if (last - at > 1 || scene.tokens.end[at] - scene.tokens.start[at] > 1) return true;
  // "12 C melting point" and "5 W charger" are units, "500 F Street" and "12 A Road" are not.
  return last >= limit || !isClass(scene, last, Class.address);
}
