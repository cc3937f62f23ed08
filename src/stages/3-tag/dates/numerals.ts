import { isDay, two } from '../../../text/index.js';
import { Flag, has } from '../../../model/index.js';
import type { Reader, Scene } from './scene.js';

// Dates and clock times written in figures. The patterns are tried only where a token of digits stands.

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[Tt](\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?![\d]|[-/.]\d(?!\d?:))/y;
const PACKED = /((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/y;
const THREE = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[-/]\d(?!\d?:)|\.\d{1,9}\.)/y;
const YEAR_MONTH = /((?:1[5-9]|2[01])\d{2})([-/])(\d{1,2})(?![\d]|[-/.]\d)/y;
const MONTH_YEAR = /(\d{1,2})(?:\/|(?<=\d\d)-)(\d{4})(?![\d]|[-/.]\d)/y;
const CLOCK = /(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?(?: ?([ap])(?:\.m\.?|m\b| m\b)| ?(?:hrs|hours)\b|h(\d{2})?\b)?/iy;
/** Half of a day behind a dot: "8.15pm". */
const DOTTED_CLOCK = /(\d{1,2})\.([0-5]\d)(?: ?([ap])(?:\.m\.?|m\b| m\b))/iy;
const DOTTED = /^(\d{1,2})\.([0-5]\d)$/;
const PACKED_FOUR = /^([01]\d|2[0-3])([0-5]\d)$/;
const OCLOCK = /(\d{1,2}) ?o['’ ]?clock\b(?: (?:in the )?(a|p)\.?m\b\.?)?/iy;
const PACKED_CLOCK = /(\d{2})(\d{2}) ?(?:hrs|hours|h)\b/iy;

function run(pattern: RegExp, scene: Scene, at: number): RegExpExecArray | null {
  pattern.lastIndex = scene.tokens.start[at];
  return pattern.exec(scene.text);
}

const BLANK = 32;

/** The unit behind a token that holds nothing but ASCII digits; −1 for another token, NaN at the end of the text. */
function unitBehind({ text, tokens }: Scene, at: number): number {
  const end = tokens.end[at];
  for (let i = tokens.start[at]; i < end; i++) if (text.charCodeAt(i) < DIGIT_0 || text.charCodeAt(i) > DIGIT_9) return -1;
  return text.charCodeAt(end);
}
const [DIGIT_0, DIGIT_9] = [48, 57];

/** Whether nothing that a pattern asks for stands behind plain digits: ":" or "o'clock", "a.m.", "p.m.", "h", "hrs", "hours", at most a blank between. */
function isNoClock(scene: Scene, at: number): boolean {
  const unit = unitBehind(scene, at);
  if (unit === -1) return false;
  const sign = unit === BLANK ? scene.text.charCodeAt(scene.tokens.end[at] + 1) : unit;
  return !CLOCK_SIGNS.has(sign | BLANK);
}
const CLOCK_SIGNS: ReadonlySet<number> = new Set([...':oaph'].map((sign) => sign.charCodeAt(0) | BLANK));

/** Whether plain digits stand alone, that are not the eight of "20161016". */
function isNoDate(scene: Scene, at: number): boolean {
  const unit = unitBehind(scene, at);
  return unit !== -1 && !DATE_SIGNS.has(unit) && scene.tokens.end[at] - scene.tokens.start[at] !== 8;
}
const DATE_SIGNS: ReadonlySet<number> = new Set([...'-/.'].map((sign) => sign.charCodeAt(0)));

/** Token behind the character `offset`, −1 when no token of the sentence ends there. */
function tokenEnding(scene: Scene, at: number, offset: number): number {
  let token = at;
  while (token < scene.limit && scene.tokens.end[token] < offset) token++;
  return token < scene.limit && scene.tokens.end[token] === offset ? token + 1 : -1;
}

/** A letter, sign of currency or further part of the same number stands tight before: "v1.2.3", "$5/12". */
function isTied(scene: Scene, at: number): boolean {
  const before = scene.text.charCodeAt(scene.tokens.start[at] - 1);
  if (before === BLANK) return false;
  return /[\p{L}\p{N}$€£#.]/u.test(Number.isNaN(before) ? ' ' : String.fromCharCode(before));
}

const date = (scene: Scene, year: number, month: number, day: number, rest: string): boolean => {
  scene.value = isDay(year, month, day) ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${rest}` : '';
  return true;
};

/** "70" is 1970, "31" is 2031. */
export const fullYear = (two: number): number => (two < 50 ? 2000 : 1900) + two;

/**
 * "2014-04-18", "8/10/2012", "02.07.2013", "9/2012", "20161016". Slashes and hyphens are read month first, dots day first,
 * unless only the other order gives a day. The value is '' for what looks like a date and is none ("2014-13-45").
 */
export const readNumericDate: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number) || isTied(scene, at)) return -1;
  scene.phrase = null;
  if (isNoDate(scene, at)) return -1;
  const iso = run(ISO, scene, at);
  if (iso) {
    const clock = iso[5] ? `T${iso[5]}:${iso[6]}${iso[7] ?? ''}` : '';
    const end = tokenEnding(scene, at, scene.tokens.start[at] + iso[0].length);
    if (end >= 0) return date(scene, Number(iso[1]), Number(iso[3]), Number(iso[4]), clock) ? end : -1;
  }
  const three = run(THREE, scene, at);
  if (three) {
    const [a, b] = [Number(three[1]), Number(three[3])];
    const y = three[4].length === 2 ? fullYear(Number(three[4])) : Number(three[4]);
    if (three[2] === '.' && three[4].length === 2) return -1;
    const dayFirst = three[2] === '.' ? b <= 12 : a > 12;
    const end = tokenEnding(scene, at, scene.tokens.start[at] + three[0].length);
    if (end >= 0) return date(scene, y, dayFirst ? b : a, dayFirst ? a : b, '') ? end : -1;
  }
  const packed = scene.tokens.end[at] - scene.tokens.start[at] === 8 ? run(PACKED, scene, at) : null;
  if (packed && isDay(Number(packed[1]), Number(packed[2]), Number(packed[3]))) {
    return date(scene, Number(packed[1]), Number(packed[2]), Number(packed[3]), '') ? at + 1 : -1;
  }
  const yearMonth = run(YEAR_MONTH, scene, at);
  if (yearMonth) {
    const [y, m] = [Number(yearMonth[1]), Number(yearMonth[3])];
    // "2003-04" in prose is a span of years; "2014-10" cannot be one.
    const span = yearMonth[3].length === 2 && m > y % 100;
    const end = tokenEnding(scene, at, scene.tokens.start[at] + yearMonth[0].length);
    if (end >= 0 && !span && m >= 1 && m <= 12 && y >= 1000 && y < 2200) {
      scene.value = `${y}-${two(m)}`;
      return end;
    }
  }
  const monthYear = run(MONTH_YEAR, scene, at);
  if (monthYear) {
    const [m, y] = [Number(monthYear[1]), Number(monthYear[2])];
    const end = tokenEnding(scene, at, scene.tokens.start[at] + monthYear[0].length);
    if (end >= 0 && m >= 1 && m <= 12 && y >= 1000 && y < 2200) {
      scene.value = `${y}-${two(m)}`;
      return end;
    }
  }
  return -1;
};

/** "10:57", "5:34 am", "7 pm", "03:00hrs", "19h30", "3 o’clock": a value "T17:34"; a bare number is none. */
export const readClock: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number) || isTied(scene, at)) return -1;
  scene.phrase = null;
  if (isNoClock(scene, at)) return -1;
  const packed = run(PACKED_CLOCK, scene, at);
  if (packed && Number(packed[1]) <= 24 && Number(packed[2]) < 60) return finish(scene, at, packed[0], Number(packed[1]), packed[2], undefined);
  const oclock = run(OCLOCK, scene, at);
  if (oclock) return finish(scene, at, oclock[0], Number(oclock[1]), undefined, oclock[2]);
  const dotted = run(DOTTED_CLOCK, scene, at);
  if (dotted) return finish(scene, at, dotted[0], Number(dotted[1]), dotted[2], dotted[3]);
  const m = run(CLOCK, scene, at);
  if (!m) return -1;
  const bare = m[2] === undefined && m[4] === undefined && m[0].length === m[1].length;
  const hours = m[2] === undefined && m[4] === undefined && / ?(hrs|hours)$/i.test(m[0]);
  return bare || hours || Number(m[1]) > 24 || Number(m[2] ?? 0) > 59 ? -1 : finish(scene, at, m[0], Number(m[1]), m[2] ?? m[5], m[4]);
};

/** "2142", "14.05": a clock time only before a zone. */
export const readZonedClock: Reader = (scene, at) => {
  if (!has(scene.tokens, at, Flag.Number) || isTied(scene, at)) return -1;
  const raw = scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]);
  const m = PACKED_FOUR.exec(raw) ?? DOTTED.exec(raw);
  return m && Number(m[1]) < 24 ? finish(scene, at, raw, Number(m[1]), m[2], undefined) : -1;
};

function finish(scene: Scene, at: number, text: string, hour: number, minute: string | undefined, half: string | undefined): number {
  const pm = half?.toLowerCase();
  if (hour > 24 || (pm !== undefined && (hour > 12 || hour === 0))) return -1;
  const h = pm === 'p' && hour < 12 ? hour + 12 : pm === 'a' && hour === 12 ? 0 : hour;
  scene.value = `T${two(h)}:${minute ?? '00'}`;
  const offset = scene.tokens.start[at] + text.length;
  const end = tokenEnding(scene, at, offset);
  return end >= 0 ? end : tokenEnding(scene, at, offset - 1);
}
