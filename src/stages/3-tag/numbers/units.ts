import { Flag, has, type FigureKind } from '../../../model/index.js';
import { Kind, type LexiconRow } from '../../../knowledge/index.js';
import { wordsOf } from '../../../text/index.js';
import type { Draft } from './draft.js';
import { belowHundredAt } from './sums.js';
import { entryAt, isBehindFile, isClass, isHyphen, isOneOf, isTightTo, isWord, Class, textOf, type Scene } from './scene.js';
import { BELOW, CUBED, INDEFINITE, OLD, OLDS, ONE, SQUARED, TIME } from './words.js';

const OPENERS = '([{<';

/** Reads the unit behind a number: "12 km", "640bhp", "five-year", "50 year-old", "3 per cent", "20 (kg)". */
export function readUnit(scene: Scene, draft: Draft, limit: number): void {
  let at = draft.bodyLast;
  if (at >= limit) return;
  const compound = at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at + 1);
  if (compound) at++;
  else if (at + 2 < limit && OPENERS.includes(scene.text[scene.tokens.start[at]]) && isTightTo(scene, at + 1)) {
    const inside = unitAt(scene, at + 1, limit, false);
    if (!inside || inside.last >= limit || inside.last - at !== 2 || inside.row.unit.length > 2) return;
    return take(scene, draft, inside.row, inside.last + 1);
  }
  const tight = compound || isTightTo(scene, at);
  const inches = inchSign(scene, at, draft.numeral.last);
  if (inches > at) {
    draft.kind = 'distance';
    draft.unit = 'inch';
    draft.bodyLast = draft.last = inches;
    return;
  }
  const unit = unitAt(scene, at, limit, tight);
  if (!unit) return;
  // "two seconds" counts; a fraction before "time" or "point" does not: "half time", "one point".
  if (
    unit.row.case !== 'article' &&
    isOneOf(scene, draft.numeral.first, INDEFINITE) &&
    draft.value === 1 &&
    draft.numeral.last === draft.numeral.first + 1
  )
    return;
  if (unit.row.unit === 'point' && draft.value === 1 && isWord(scene, draft.numeral.first, ONE)) return;
  if (
    unit.row.unit === 'time' &&
    (draft.value === 1 || (isWord(scene, at, TIME) && !tight) || (draft.numeral.form === 'vague' && draft.numeral.role === 'weak'))
  )
    return;
  if (draft.numeral.role === 'weak' || draft.numeral.role === 'majority' || draft.numeral.role === 'part') return;
  take(scene, draft, unit.row, unit.last);
  squared(scene, draft, limit);
  withInches(scene, draft, limit);
  const below = draft.bodyLast;
  if (
    below + 1 < limit &&
    /degree/.test(draft.unit ?? '') &&
    draft.value !== null &&
    isWord(scene, below, BELOW) &&
    isOneOf(scene, below + 1, FREEZING)
  ) {
    draft.value = -draft.value;
    draft.min = draft.max = draft.value;
    draft.bodyLast = draft.last = below + 2;
  }
}
const FREEZING = wordsOf('zero freezing');

/** "5 ft 2 in", "6 feet and 3 inches": the inches are a part of the feet. */
function withInches(scene: Scene, draft: Draft, limit: number): void {
  if (draft.unit !== 'foot' || draft.value === null || !Number.isInteger(draft.value)) return;
  let at = draft.bodyLast;
  if (at < limit && isOneOf(scene, at, INCH_TIES)) at++;
  const part = at < limit ? belowHundredAt(scene, at, limit) : null;
  if (!part || part.value >= 12) return;
  const inches = unitAt(scene, part.last, limit, isTightTo(scene, part.last));
  if (inches?.row.unit !== 'inch') return;
  draft.value += part.value / 12;
  draft.min = draft.max = draft.value;
  draft.bodyLast = draft.last = inches.last;
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

function take(scene: Scene, draft: Draft, row: LexiconRow<'unit'>, last: number): void {
  draft.kind = row.kind as FigureKind;
  draft.unit = row.unit;
  draft.bodyLast = draft.last = last;
  draft.because.push(`unit "${row.phrase}"`);
  // "30 years old", "a 50-year-old man": age. "years" alone is a duration.
  if (draft.kind === 'duration' && last < scene.tokens.count && (isWord(scene, last, OLD) || isWord(scene, last, OLDS))) draft.kind = 'age';
}

/** "4 km squared", "20 km²" written with a sign of its own. */
function squared(scene: Scene, draft: Draft, limit: number): void {
  const at = draft.bodyLast;
  if (at >= limit || draft.kind !== 'distance') return;
  const sign = scene.text[scene.tokens.start[at]];
  if (isWord(scene, at, SQUARED) || (sign === '²' && isTightTo(scene, at))) {
    draft.kind = 'area';
    draft.unit = `square ${draft.unit === 'km' ? 'kilometre' : draft.unit === 'm' ? 'metre' : draft.unit}`;
  } else if (isWord(scene, at, CUBED) || (sign === '³' && isTightTo(scene, at))) {
    draft.kind = 'measure';
    draft.unit = `cubic ${draft.unit === 'km' ? 'kilometre' : draft.unit === 'm' ? 'metre' : draft.unit}`;
  } else return;
  draft.bodyLast = draft.last = at + 1;
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
