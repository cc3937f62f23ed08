// What each UTF-16 code unit is to the scanner, and what it folds to. Tables cover the scripts that articles in English
// quote (Latin, Greek, Cyrillic, general punctuation); beyond them a unit is classified when it is met.

export const enum Class {
  Other = 0,
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
}

const TABLE_SIZE = 0x2200;
const APOSTROPHES = "'’‘ʼʻ`´ʿʾ′";
const HYPHENS = '-‐‑‒–—−';
const IGNORABLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e';
/** Letters that Unicode does not decompose but readers and wire services spell without their stroke. */
const STROKES: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ı: 'i', ð: 'd', þ: 't', æ: 'a', œ: 'o', ə: 'a', ß: 's', ŋ: 'n' };

function classify(unit: string): number {
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

const classes = new Uint8Array(TABLE_SIZE);
const folds = new Uint16Array(TABLE_SIZE);
for (let c = 0; c < TABLE_SIZE; c++) {
  const unit = String.fromCharCode(c);
  classes[c] = classify(unit);
  folds[c] = foldUnit(unit);
}

const farClasses = new Map<number, number>();

/** Class of a code unit; a lone or paired surrogate is Other. */
export function classOf(c: number): number {
  if (c < TABLE_SIZE) return classes[c];
  let known = farClasses.get(c);
  if (known === undefined) {
    known = c >= 0xd800 && c <= 0xdfff ? Class.Other : classify(String.fromCharCode(c));
    farClasses.set(c, known);
  }
  return known;
}

/** Code unit without case and accent; keeps length, so offsets stay true. */
export function foldOf(c: number): number {
  if (c < TABLE_SIZE) return folds[c];
  return c >= 0xd800 && c <= 0xdfff ? c : foldUnit(String.fromCharCode(c));
}

/** Lower, Upper or Letter, which stand side by side. */
export const isLetterClass = (k: number): boolean => k >= Class.Lower && k <= Class.Letter;
