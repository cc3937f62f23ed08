import { Flag, has, type FigureKind } from '../../../../model/index.js';
import { Kind, type LexiconRow, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { belowHundredAt } from '../forms/sums.js';
import { entryAt, isBehindFile, isClass, isHyphen, isOneOf, isTightTo, isWord, Class, textOf, type Scene } from '../scene.js';
import { BELOW, CUBED, INDEFINITE, MAGNITUDE, ONE, SQUARED, TIME, OF } from '../words.js';

const OPENERS = '([{<';

/** Token where a unit behind the number begins, over the hyphen of "five-year". */
const unitStart = (scene: Scene, at: number, limit: number): number =>
  at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at + 1) ? at + 1 : at;

/** "20 (kg)". */
export function bracketedUnit(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const at = draft.bodyLast;
  if (at + 2 >= limit || !OPENERS.includes(scene.text[scene.tokens.start[at]]) || !isTightTo(scene, at + 1)) return null;
  const inside = unitAt(scene, at + 1, limit, false);
  if (!inside || inside.last >= limit || inside.last - at !== 2 || inside.row.unit.length > 2) return null;
  take(draft, inside.row, inside.last + 1);
  return inside.row.phrase;
}

/** "12″". */
export function inchesBySign(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const at = draft.bodyLast;
  const inches = at < limit ? inchSign(scene, at, draft.numeral.last) : at;
  if (inches === at) return null;
  draft.kind = 'distance';
  draft.unit = 'inch';
  draft.bodyLast = draft.last = inches;
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
export function strengthBefore(scene: Scene, draft: Draft, first: number, limit: number): string | null {
  const { first: number, last } = draft.numeral;
  const linked = isWord(scene, number - 1, OF);
  const at = linked ? number - 2 : number - 1;
  if (at < first || !isWord(scene, at, MAGNITUDE)) return null;
  // "the magnitude of 30 floods"
  if (linked && last < limit && (posOf(scene.knowledge, scene.tokens, last) & Pos.Plural) !== 0) return null;
  draft.kind = 'measure';
  draft.unit = 'magnitude';
  return '';
}

/** "5 degrees below zero". */
export function belowFreezing(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const below = draft.bodyLast;
  const bare = draft.kind === 'count' && draft.unit === null;
  if (below + 1 >= limit || draft.value === null || !(bare || /degree/.test(draft.unit ?? ''))) return null;
  if (!isWord(scene, below, BELOW) || !isOneOf(scene, below + 1, FREEZING)) return null;
  if (bare) Object.assign(draft, { kind: 'measure', unit: 'degree' });
  draft.value = -draft.value;
  draft.min = draft.max = draft.value;
  draft.bodyLast = draft.last = below + 2;
  return '';
}
const FREEZING = wordsOf('zero freezing');

/** "5 ft 2 in", "6 feet and 3 inches": the inches are a part of the feet. */
export function inchesBehind(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  if (draft.unit !== 'foot' || draft.value === null || !Number.isInteger(draft.value)) return null;
  let at = draft.bodyLast;
  if (at < limit && isOneOf(scene, at, INCH_TIES)) at++;
  const part = at < limit ? belowHundredAt(scene, at, limit) : null;
  if (!part || part.value >= 12) return null;
  const inches = unitAt(scene, part.last, limit, isTightTo(scene, part.last));
  if (inches?.row.unit !== 'inch') return null;
  draft.value += part.value / 12;
  draft.min = draft.max = draft.value;
  draft.bodyLast = draft.last = inches.last;
  return '';
}
const INCH_TIES = wordsOf('and ,');

/** Token behind an inch sign at `at` (″, two primes, or a straight quote that closes nothing), `at` itself when none stands there. */
function inchSign(scene: Scene, at: number, numberLast: number): number {
  if (at !== numberLast) return at;
  const sign = scene.text[scene.tokens.start[at]];
  if (sign === '″') return at + 1;
  if (
    sign === "'" &&
    at + 1 < scene.tokens.count &&
    isTightTo(scene, at) &&
    isTightTo(scene, at + 1) &&
    scene.text[scene.tokens.start[at + 1]] === "'"
  )
    return at + 2;
  if (sign !== '"') return at;
  let quotes = 0;
  for (let i = scene.tokens.start[at] - 1; i >= 0 && quotes < 2 && scene.tokens.start[at] - i < 400; i--) if (scene.text[i] === '"') quotes++;
  return quotes === 0 ? at + 1 : at;
}

function take(draft: Draft, row: LexiconRow<'unit'>, last: number): void {
  draft.kind = row.kind as FigureKind;
  draft.unit = row.unit;
  draft.bodyLast = draft.last = last;
}

/** "4 km squared", "20 km²" written with a sign of its own. */
export function powerBehind(scene: Scene, draft: Draft, _first: number, limit: number): string | null {
  const at = draft.bodyLast;
  if (at >= limit || draft.kind !== 'distance') return null;
  const sign = isTightTo(scene, at) ? scene.text[scene.tokens.start[at]] : '';
  const squared = isWord(scene, at, SQUARED) || sign === '²';
  if (!squared && !isWord(scene, at, CUBED) && sign !== '³') return null;
  draft.kind = squared ? 'area' : 'measure';
  draft.unit = `${squared ? 'square' : 'cubic'} ${draft.unit === 'km' ? 'kilometre' : draft.unit === 'm' ? 'metre' : draft.unit}`;
  draft.bodyLast = draft.last = at + 1;
  return '';
}

function unitAt(scene: Scene, at: number, limit: number, tight: boolean): { readonly last: number; readonly row: LexiconRow<'unit'> } | null {
  const hit = entryAt(scene, at, limit, Kind.Unit, (row, last) => {
    if (row.case === 'exact') return row.phrase === textOf(scene, at, last) && isUnitLetter(scene, at, last, limit, tight);
    if (row.case === 'file') return tight && row.phrase === textOf(scene, at, last) && isBehindFile(scene, at - 1);
    if (row.case === 'tight')
      return tight || last >= limit || !has(scene.tokens, last, Flag.Word | Flag.Number) || isOneOf(scene, last, AFTER_LENGTH);
    return true;
  });
  if (!hit) return null;
  // "two pm" is no picometre and "10 am" no attometre; "5 in 2016": the word before a number is a preposition.
  return hit;
}
const AFTER_LENGTH = wordsOf('thick long wide tall deep high diameter');

/** A single letter is a unit when it stands tight, or when no letter word could: "30 m", "2 g.", "5 W". */
function isUnitLetter(scene: Scene, at: number, last: number, limit: number, tight: boolean): boolean {
  if (tight) return true;
  if (last - at > 1 || scene.tokens.end[at] - scene.tokens.start[at] > 1) return true;
  // "12 C melting point" and "5 W charger" are units, "500 F Street" and "12 A Road" are not.
  return last >= limit || !isClass(scene, last, Class.address);
}
