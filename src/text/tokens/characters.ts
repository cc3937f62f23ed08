// What each UTF-16 code unit is to the scanner, and what it folds to: a table that is filled, 128 units at a time, where a text first
// needs it, since most texts need two stretches of it and a start should not pay for all.

export const enum Class {
  /** Not classified yet. */
  Unmet = 0,
  Lower = 1,
  Upper = 2,
  Letter = 3,
  Digit = 4,
  Blank = 5,
  Newline = 6,
  Apostrophe = 7,
  Hyphen = 8,
  Mark = 9,
  Ignorable = 10,
  Fraction = 11,
  Other = 12,
}

const APOSTROPHES = "'’‘ʼʻ`´ʿʾ′";
const HYPHENS = '-‐‑‒–—−';
const IGNORABLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e';
/** Letters that Unicode does not decompose but readers and wire services spell without their stroke. */
const STROKES: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ı: 'i', ð: 'd', þ: 't', æ: 'a', œ: 'o', ə: 'a', ß: 's', ŋ: 'n' };

function classify(unit: string): number {
  // Most of the signs of most texts, for which a start needs no expressions.
  if (unit >= 'a' && unit <= 'z') return Class.Lower;
  if (unit >= 'A' && unit <= 'Z') return Class.Upper;
  if (unit >= '0' && unit <= '9') return Class.Digit;
  if (APOSTROPHES.includes(unit)) return Class.Apostrophe;
  if (HYPHENS.includes(unit)) return Class.Hyphen;
  if (IGNORABLE.includes(unit)) return Class.Ignorable;
  if (/[\n\r\u2028\u2029\u0085\f\v]/.test(unit)) return Class.Newline;
  if (/\s/u.test(unit)) return Class.Blank;
  if (/\p{Lu}|\p{Lt}/u.test(unit)) return Class.Upper;
  if (/\p{Ll}/u.test(unit)) return Class.Lower;
  if (/\p{L}/u.test(unit)) return Class.Letter;
  if (/\p{M}/u.test(unit)) return Class.Mark;
  if (/\p{Nd}/u.test(unit)) return Class.Digit;
  if (/[¼-¾⅐-⅞]/u.test(unit)) return Class.Fraction;
  return Class.Other;
}

function foldUnit(unit: string): number {
  const low = unit.toLowerCase();
  const base = low.normalize('NFKD');
  const stroked = STROKES[base[0]];
  return (stroked ?? base).charCodeAt(0);
}

const UNITS = 0x10000;
const STRETCH = 0x80;
const classes = new Uint8Array(UNITS);
const folds = new Uint16Array(UNITS);

/** Classifies the stretch that `c` lies in. */
function meet(c: number): void {
  const from = c & -STRETCH;
  for (let unit = from; unit < from + STRETCH; unit++) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    classes[unit] = surrogate ? Class.Other : classify(String.fromCharCode(unit));
    folds[unit] = surrogate ? unit : foldUnit(String.fromCharCode(unit));
  }
}

/** Class of a code unit; a lone or paired surrogate is Other. */
export function classOf(c: number): number {
  if (classes[c] === Class.Unmet) meet(c);
  return classes[c];
}

/** Code unit without case and accent; keeps length, so offsets stay true. */
export function foldOf(c: number): number {
  if (classes[c] === Class.Unmet) meet(c);
  return folds[c];
}

/** Lower, Upper or Letter, which stand side by side. */
export const isLetterClass = (k: number): boolean => k >= Class.Lower && k <= Class.Letter;
