import { Flag, has, isTight } from '../../../model/index.js';
import { isKind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import { nextWord } from '../../../text/index.js';
import { readClock, readNumericDate } from './numerals.js';
import { type Scene, signAt } from './scene.js';
import type { Reader } from './shapes.js';
import { endOfPhrase, type TimePhrase } from './words.js';

// One reader a class: what a token (with the tokens behind it) is worth.

const DOT = 46;

/** Longest phrase of a role at `at` that `accepts` takes. */
function readRole(scene: Scene, at: number, role: string, accepts?: (phrase: TimePhrase, end: number) => boolean): number {
  const id = scene.tokens.id[at];
  if (id < 0) return -1;
  for (const phrase of scene.words.lists[scene.words.listOf[id]]) {
    if (phrase.role !== role) continue;
    const end = endOfPhrase(phrase, scene.text, scene.tokens, at, scene.limit);
    if (end < 0 || end > scene.limit || (accepts && !accepts(phrase, end))) continue;
    scene.value = phrase.value;
    scene.phrase = phrase;
    return end;
  }
  return -1;
}

const role = (name: string): Reader => (scene, at) => readRole(scene, at, name);

/** The dot of an abbreviation, unless it ends the sentence. */
const skipDot = (scene: Scene, end: number): number =>
  end + 1 < scene.limit && signAt(scene, end) === DOT && isTight(scene.tokens, end) ? end + 1 : end;

/** "march" and "may" as months need a capital unless digits stand beside them; "mar" and "sun" too. */
const month: Reader = (scene, at) => {
  const end = readRole(scene, at, 'month');
  if (end < 0) return -1;
  scene.value = Number(scene.value);
  return scene.phrase?.ambiguous === true ? skipDot(scene, end) : end;
};

const capital = (scene: Scene, at: number): boolean => has(scene.tokens, at, Flag.Capital);

const weekday: Reader = (scene, at) => {
  const end = readRole(scene, at, 'weekday', (phrase) => phrase.detail !== 'plural');
  if (end < 0) return -1;
  scene.value = Number(scene.value);
  return scene.phrase?.ambiguous === true ? skipDot(scene, end) : end;
};

const weekdays: Reader = (scene, at) => {
  const end = readRole(scene, at, 'weekday', (phrase) => phrase.detail === 'plural');
  scene.value = Number(scene.value);
  return end;
};

const unitOf = (number: string): Reader => (scene, at) =>
  readRole(scene, at, 'unit', (phrase) => phrase.detail === number);

const numeric: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number)) return -1;
  return digits(scene, at) >= 0 ? at + 1 : -1;
};

/** Value of a token of digits only, −1 otherwise. */
export function digits(scene: Scene, at: number): number {
  const { tokens, text } = scene;
  if (at < 0 || at >= tokens.count || !has(tokens, at, Flag.Number)) return -1;
  const length = tokens.end[at] - tokens.start[at];
  if (length > 8) return -1;
  let value = 0;
  for (let i = tokens.start[at]; i < tokens.end[at]; i++) {
    const c = text.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return -1;
    value = value * 10 + c;
  }
  scene.value = value;
  return value;
}

export const widthOf = (scene: Scene, at: number): number => scene.tokens.end[at] - scene.tokens.start[at];

/** st, nd, rd, th tight behind digits. */
function behindSuffix(scene: Scene, at: number): number {
  const { tokens, text } = scene;
  if (at >= scene.limit || !isTight(tokens, at) || widthOf(scene, at) !== 2) return -1;
  const suffix = text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
  return suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th' ? at + 1 : -1;
}

/** "15th", "fifteenth", "twenty-fourth". */
const ordinal: Reader = (scene, at) => {
  const value = digits(scene, at);
  if (value >= 0) {
    const end = behindSuffix(scene, at + 1);
    if (end < 0) return -1;
    scene.value = value;
    return end;
  }
  const end = readRole(scene, at, 'ordinal');
  scene.value = Number(scene.value);
  return end;
};

/** Day of a month: "5", "05", "5th", "fifth"; what no month has ("32") is read too, so that its date is refused whole. */
const day: Reader = (scene, at) => {
  const value = digits(scene, at);
  if (value < 0) {
    const end = ordinal(scene, at);
    if (end >= 0) return (scene.value as number) > 0 ? end : -1;
    const word = cardinal(scene, at);
    return word >= 0 && (scene.value as number) <= 31 && Number.isInteger(scene.value) ? word : -1;
  }
  if (widthOf(scene, at) > 2) return -1;
  const end = behindSuffix(scene, at + 1);
  scene.value = value;
  return end < 0 ? at + 1 : end;
};

/** A day that can only be one: "15th", "fifteenth". */
const dayth: Reader = (scene, at) => {
  const end = ordinal(scene, at);
  return end >= 0 && (scene.value as number) > 0 && (scene.value as number) <= 31 ? end : -1;
};

/** "347", "1984", with its era when one stands there: "490 BC" is −490, "AD 347" is 347; without an era four digits are needed. */
const year: Reader = (scene, at) => {
  let first = at;
  const prefix = readRole(scene, at, 'era');
  if (prefix >= 0 && scene.value === 'AD') first = prefix;
  if (first >= scene.limit) return -1;
  const value = digits(scene, first);
  if (value <= 0 || widthOf(scene, first) > 4) return -1;
  const era = first + 1 < scene.limit ? readRole(scene, first + 1, 'era') : -1;
  const before = era >= 0 && scene.value === 'BC';
  if (era < 0 && first === at && (widthOf(scene, first) !== 4 || value < 1000 || value > 2199)) return -1;
  scene.value = before ? -value : value;
  if (era < 0) return first + 1;
  return era < scene.limit - 1 && signAt(scene, era) === DOT && has(scene.tokens, era - 1, Flag.Dotted) ? era + 1 : era;
};

const yearOfFour: Reader = (scene, at) => {
  const value = digits(scene, at);
  return widthOf(scene, at) === 4 && value >= 1000 && value <= 2199 ? at + 1 : -1;
};

/** Two digits of a year: "45" in "1939–45", "’45". */
const twoDigits: Reader = (scene, at) => (digits(scene, at) >= 0 && widthOf(scene, at) === 2 ? at + 1 : -1);

/** Years that need an era near by: "347". */
const threeDigits: Reader = (scene, at) => (digits(scene, at) > 0 && widthOf(scene, at) === 3 ? at + 1 : -1);

/** "12", "2.5", "twenty-four", "two hundred", "two and a half". */
const cardinal: Reader = (scene, at) => {
  const { tokens, text, knowledge } = scene;
  let value: number;
  let end = at + 1;
  if (has(tokens, at, Flag.Number)) {
    const raw = text.slice(tokens.start[at], tokens.end[at]);
    value = Number(/^\d{1,3}(,\d{3})+$/.test(raw) ? raw.replaceAll(',', '') : raw);
    if (!Number.isFinite(value)) return -1;
  } else {
    if (!isKind(knowledge, tokens, at, 'number')) return -1;
    const one = numberWord(scene, at);
    if (one === null || one.value < 1) return -1;
    value = one.value;
    if (one.role === 'ten') {
      const next = nextWord(text, tokens, at, scene.limit);
      const unit = next < 0 ? null : numberWord(scene, next);
      if (unit?.role === 'unit') {
        value += unit.value;
        end = next + 1;
      }
    }
    if (end < scene.limit && numberWord(scene, end)?.role === 'hundred') {
      value *= 100;
      end++;
    }
  }
  if (end < scene.limit && signAt(scene, end + 1) === 47 && digits(scene, end) === 1 && digits(scene, end + 2) === 2) {
    value += 0.5;
    end += 3;
  }
  const scale = end < scene.limit ? SCALES.get(scene.text.slice(scene.tokens.start[end], scene.tokens.end[end]).toLowerCase()) : undefined;
  if (scale !== undefined) {
    value *= scale;
    end++;
  }
  scene.value = value;
  const half = endOfWords(scene, end, AND_A_HALF);
  if (half >= 0) {
    scene.value = value + 0.5;
    end = half;
  }
  return end;
};

/** "Q3", "h2". */
const quarterSign: Reader = (scene, at) => {
  if (widthOf(scene, at) !== 2 || !has(scene.tokens, at, Flag.Alphanumeric)) return -1;
  const sign = scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]).toUpperCase();
  if (!/^Q[1-4]$|^H[12]$/.test(sign)) return -1;
  scene.value = sign;
  return at + 1;
};

const SCALES: ReadonlyMap<string, number> = new Map([['thousand', 1e3], ['million', 1e6], ['billion', 1e9]]);
const AND_A_HALF = ['and', 'a', 'half'];

const aHalf: Reader = (scene, at) => endOfWords(scene, at, HALF);
const HALF = ['half'];

function endOfWords(scene: Scene, at: number, words: readonly string[]): number {
  let token = at;
  for (const word of words) {
    if (token >= scene.limit || widthOf(scene, token) !== word.length) return -1;
    if (scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]).toLowerCase() !== word) return -1;
    token++;
  }
  return token;
}

function numberWord(scene: Scene, at: number): { readonly value: number; readonly role: string } | null {
  if (!isKind(scene.knowledge, scene.tokens, at, 'number')) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, at, at + 1, 'number');
  const wanted = hit !== null && ['unit', 'teen', 'ten', 'hundred'].includes(hit.row.role) && hit.row.value !== null;
  return wanted && hit ? { value: hit.row.value as number, role: hit.row.role } : null;
}

/** A word in lower case that may stand between number and unit: "two bloody weeks". */
const quality: Reader = (scene, at) =>
  !capital(scene, at) && !isKind(scene.knowledge, scene.tokens, at, 'number') && (posOf(scene.knowledge, scene.tokens, at) & Pos.Adjective) !== 0 && has(scene.tokens, at, Flag.Word) ? at + 1 : -1;

const hyphen: Reader = (scene, at) => {
  const c = signAt(scene, at);
  return c === 45 || (c >= 0x2010 && c <= 0x2015) || c === 0x2212 ? at + 1 : -1;
};

const hyphenOrSlash: Reader = (scene, at) => (signAt(scene, at) === 47 ? at + 1 : hyphen(scene, at));

/** The s of "1990s", "1990’s". */
const pluralSign: Reader = (scene, at) => {
  if (has(scene.tokens, at, Flag.Possessive)) return at + 1;
  return isTight(scene.tokens, at) && (signAt(scene, at) | 32) === 115 ? at + 1 : -1;
};

/** The apostrophe of "’45". */
const apostrophe: Reader = (scene, at) => {
  const c = signAt(scene, at);
  return c === 39 || c === 0x2019 || c === 0x2018 || c === 96 ? at + 1 : -1;
};

const ROLES = [
  'reference', 'adjective', 'long', 'deictic', 'part', 'habit', 'last', 'next', 'this', 'that', 'following', 'previous', 'phase', 'edge', 'half', 'ago',
  'hence', 'later', 'earlier', 'approximate', 'every', 'era', 'vague', 'zone', 'decade', 'ordinal', 'signal', 'named', 'season',
] as const;

export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...ROLES.map((name) => [name, role(name)] as const),
  ['month', month], ['weekday', weekday], ['weekdays', weekdays], ['unit', unitOf('singular')], ['units', unitOf('plural')], ['abbreviated', unitOf('abbreviation')],
  ['ordinal', ordinal], ['day', day], ['dayth', dayth], ['year', year], ['yearOfFour', yearOfFour], ['twoDigits', twoDigits], ['threeDigits', threeDigits],
  ['n', cardinal], ['quarterSign', quarterSign], ['aHalf', aHalf], ['digits', numeric], ['quality', quality], ['-', hyphen], ['-/', hyphenOrSlash], ['pluralSign', pluralSign], ['apostrophe', apostrophe],
  ['clock', readClock], ['numericDate', readNumericDate],
]);

/** Classes that begin with a token of digits. */
export const DIGIT_CLASSES: readonly string[] = [
  'ordinal', 'day', 'dayth', 'year', 'yearOfFour', 'twoDigits', 'threeDigits', 'n', 'digits', 'clock', 'numericDate', 'named',
];
