import { Flag, has, isTight } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../knowledge/index.js';
import { holds, wordsOf } from '../../../text/index.js';
import { aHalf, cardinal, digits, widthOf, yearWords } from './counts.js';
import { calendar, calendarMonth, era, year } from './eras.js';
import { readClock, readNumericDate, readZonedClock } from './numerals.js';
import { type Reader, type Scene, signAt } from './scene.js';
import { fiscalQuarterSign, fiscalSign, misreadDay, quarterSign } from './signs.js';
import { readRole } from './roles.js';
import { roleBit, ROLES } from './words.js';

// One reader a class: what a token (with the tokens behind it) is worth.

const DOT = 46;

const [MONTH, WEEKDAY, UNIT, ORDINAL] = ['month', 'weekday', 'unit', 'ordinal'].map(roleBit);
/** Words that make a rate or a day, week or year out of the unit behind them. */
const POINTING = ['every', 'last', 'next', 'following', 'previous'].reduce((bits, name) => bits | roleBit(name), 0);

const role = (name: string): Reader => {
  const bit = roleBit(name);
  return (scene, at) => readRole(scene, at, bit);
};

/** The dot of an abbreviation, unless it ends the sentence or what is quoted in it. */
const skipDot = (scene: Scene, end: number): number =>
  end + 1 < scene.limit && signAt(scene, end) === DOT && isTight(scene.tokens, end) && !isClosing(scene, end + 1) ? end + 1 : end;

/** A quotation mark right behind a dot. */
const isClosing = (scene: Scene, at: number): boolean => isTight(scene.tokens, at) && CLOSING.has(signAt(scene, at));
const CLOSING: ReadonlySet<number> = new Set(['"', '”', '’', '»'].map((sign) => sign.charCodeAt(0)));

/** "march" and "may" as months need a capital unless digits stand beside them; "mar" and "sun" too. */
const month: Reader = (scene, at) => {
  const end = readRole(scene, at, MONTH);
  if (end < 0) return -1;
  scene.value = Number(scene.value);
  return scene.phrase?.ambiguous === true ? skipDot(scene, end) : end;
};

const capital = (scene: Scene, at: number): boolean => has(scene.tokens, at, Flag.Capital);

const weekday: Reader = (scene, at) => {
  const end = readRole(scene, at, WEEKDAY, (phrase) => phrase.detail !== 'plural');
  if (end < 0) return -1;
  scene.value = Number(scene.value);
  return scene.phrase?.ambiguous === true ? skipDot(scene, end) : end;
};

const weekdays: Reader = (scene, at) => {
  const end = readRole(scene, at, WEEKDAY, (phrase) => phrase.detail === 'plural');
  scene.value = Number(scene.value);
  return end;
};

const unitOf =
  (number: string): Reader =>
  (scene, at) =>
    readRole(scene, at, UNIT, (phrase) => phrase.detail === number);

const numeric: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number)) return -1;
  return digits(scene, at) >= 0 ? at + 1 : -1;
};

/** st, nd, rd, th tight behind digits. */
function behindSuffix(scene: Scene, at: number): number {
  const { tokens } = scene;
  return at < scene.limit && isTight(tokens, at) && widthOf(scene, at) === 2 && holds(SUFFIXES, tokens.hash[at]) ? at + 1 : -1;
}
const SUFFIXES = wordsOf('st nd rd th');

/** "15th", "fifteenth", "twenty-fourth". */
const ordinal: Reader = (scene, at) => {
  const value = digits(scene, at);
  if (value >= 0) {
    const end = behindSuffix(scene, at + 1);
    if (end < 0) return -1;
    scene.value = value;
    return end;
  }
  const end = readRole(scene, at, ORDINAL);
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

const yearOfFour: Reader = (scene, at) => {
  const value = digits(scene, at);
  return widthOf(scene, at) === 4 && value >= 1000 && value <= 2199 ? at + 1 : -1;
};

/** "31,2002" in "March 31,2002". */
const dayCommaYear: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number)) return -1;
  const raw = scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]);
  if (!/^\d{1,2},(1\d|20|21)\d\d$/.test(raw)) return -1;
  scene.value = raw;
  return at + 1;
};

/** Two digits of a year: "45" in "1939–45", "’45". */
const twoDigits: Reader = (scene, at) => (digits(scene, at) >= 0 && widthOf(scene, at) === 2 ? at + 1 : -1);

/** Years that need an era near by: "347". */
const threeDigits: Reader = (scene, at) => (digits(scene, at) > 0 && widthOf(scene, at) === 3 ? at + 1 : -1);

/** A word in lower case that may stand between number and unit: "two bloody weeks", not "600 every night", "fell to 50 last year". */
const quality: Reader = (scene, at) =>
  !capital(scene, at) &&
  readRole(scene, at, POINTING) < 0 &&
  !isKind(scene.knowledge, scene.tokens, at, Kind.Number) &&
  (posOf(scene.knowledge, scene.tokens, at) & Pos.Adjective) !== 0 &&
  has(scene.tokens, at, Flag.Word)
    ? at + 1
    : -1;

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

export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...ROLES.map((name) => [name, role(name)] as const),
  ['era', era],
  ['calendar', calendar],
  ['calendarMonth', calendarMonth],
  ['month', month],
  ['weekday', weekday],
  ['weekdays', weekdays],
  ['unit', unitOf('singular')],
  ['units', unitOf('plural')],
  ['abbreviated', unitOf('abbreviation')],
  ['working', unitOf('working')],
  ['ordinal', ordinal],
  ['day', day],
  ['dayth', dayth],
  ['year', year],
  ['yearOfFour', yearOfFour],
  ['dayCommaYear', dayCommaYear],
  ['twoDigits', twoDigits],
  ['threeDigits', threeDigits],
  ['n', cardinal],
  ['quarterSign', quarterSign],
  ['fiscalSign', fiscalSign],
  ['fiscalQuarterSign', fiscalQuarterSign],
  ['misreadDay', misreadDay],
  ['yearWords', yearWords],
  ['aHalf', aHalf],
  ['digits', numeric],
  ['quality', quality],
  ['-', hyphen],
  ['-/', hyphenOrSlash],
  ['pluralSign', pluralSign],
  ['apostrophe', apostrophe],
  ['clock', readClock],
  ['zonedClock', readZonedClock],
  ['numericDate', readNumericDate],
]);

/** Classes that begin with a number, and how many digits it must have; none: any number, also "2.5". */
const DIGIT_CLASSES: ReadonlyMap<string, readonly number[]> = new Map([
  ['ordinal', []],
  ['day', [1, 2]],
  ['dayth', []],
  ['year', [1, 2, 3, 4]],
  ['yearOfFour', [4]],
  ['dayCommaYear', [0]],
  ['twoDigits', [2]],
  ['threeDigits', [3]],
  ['n', []],
  ['digits', []],
  ['clock', [0, 1, 2, 4]],
  ['zonedClock', [0, 4]],
  ['numericDate', [1, 2, 4, 8]],
  ['named', []],
  ['misreadDay', [1]],
]);

/** Classes that a number of so many digits can begin; 0 is a number that holds other signs, which can begin each. */
export const digitClasses = (width: number): readonly string[] =>
  [...DIGIT_CLASSES].filter(([, widths]) => width === 0 || widths.length === 0 || widths.includes(width)).map(([name]) => name);
