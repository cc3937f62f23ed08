import { isFormula } from './cells.js';

// Rows as UTF-8, made cell by cell in one place that is used again and again. As texts they would be put together first, widened to two bytes
// a sign for the sake of one quotation mark, and turned into bytes then, which takes nearly twice as long. Whoever puts cells down takes
// the bytes before anybody else puts down his.

let bytes = new Uint8Array(1 << 16);
let end = 0;

const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;
const BLANK = 32;
const BACKSLASH = 92;
const ZERO = 48;
/** Whether a code unit of ASCII stands for itself: anywhere, in JSON, in a CSV cell. */
const ASCII = new Uint8Array(128).fill(1);
const [JSON_PLAIN, CSV_PLAIN] = [
  [QUOTE, BACKSLASH],
  [QUOTE, COMMA],
].map((signs) => ASCII.map((_, unit) => Number(unit >= BLANK && !signs.includes(unit))));
/** Most bytes that one code unit becomes: in UTF-8 (as in CSV, where a quote mark is doubled), in JSON ("\u0001"). */
const UTF8 = 3;
const ESCAPED = 6;

/** All bytes put down since the last call; they are lent until more are. */
export function takeBytes(): Uint8Array {
  const all = bytes.subarray(0, end);
  end = 0;
  return all;
}

/** Puts down bytes that stand in every row. */
export function putBytes(piece: Uint8Array): void {
  makeRoom(piece.length);
  const out = bytes;
  let to = end;
  for (let i = 0; i < piece.length; i++) out[to++] = piece[i];
  end = to;
}

/** Puts down a text as it is; half a character becomes U+FFFD. */
export function putText(text: string): void {
  makeRoom(text.length * UTF8);
  for (let i = 0; (i = putPlain(text, i, ASCII)) < text.length; ) i += putBeyond(text, i);
}

export function putNumber(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999) return putText(String(value));
  makeRoom(9);
  let unit = 1;
  while (unit * 10 <= value) unit *= 10;
  for (let rest = value; unit >= 1; unit = (unit / 10) | 0) {
    const digit = (rest / unit) | 0;
    bytes[end++] = ZERO + digit;
    rest -= digit * unit;
  }
}

/** Puts down a text as JSON, between quote marks. */
export function putJson(text: string): void {
  makeRoom(text.length * ESCAPED + 2);
  bytes[end++] = QUOTE;
  for (let i = 0; (i = putPlain(text, i, JSON_PLAIN)) < text.length; ) {
    const point = text.codePointAt(i) as number;
    if (point > 127 && !isHalf(point)) i += putBeyond(text, i);
    else putText(JSON.stringify(text[i++]).slice(1, -1));
  }
  bytes[end++] = QUOTE;
}

/** Puts down a text as one CSV cell that no spreadsheet runs as a formula: what `textCell` makes of it, in quote marks where RFC 4180 wants them. */
export function putCsv(text: string): void {
  makeRoom(text.length * UTF8 + 3);
  const begin = end;
  let quoted = false;
  if (isFormula(text)) bytes[end++] = APOSTROPHE;
  for (let i = 0; (i = putPlain(text, i, CSV_PLAIN)) < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit > 127 && !isLineBreak(unit)) {
      i += putBeyond(text, i);
      continue;
    }
    if (unit === QUOTE) bytes[end++] = QUOTE;
    quoted ||= unit === QUOTE || unit === COMMA;
    bytes[end++] = isLineBreak(unit) ? BLANK : unit;
    i++;
  }
  if (!quoted) return;
  bytes.copyWithin(begin + 1, begin, end);
  bytes[begin] = QUOTE;
  end++;
  bytes[end++] = QUOTE;
}

function makeRoom(more: number): void {
  if (end + more <= bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes.length * 2, end + more));
  larger.set(bytes);
  bytes = larger;
}

/** Puts down the plain signs from `at` on; where they end. There is room. */
function putPlain(text: string, at: number, plain: Uint8Array): number {
  const out = bytes;
  let to = end;
  let i = at;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127 || plain[unit] === 0) break;
    out[to++] = unit;
  }
  end = to;
  return i;
}

/** Puts down a character beyond ASCII; how many code units it was. There is room. */
function putBeyond(text: string, at: number): number {
  const point = text.codePointAt(at) as number;
  if (point > 0xffff) {
    bytes[end++] = 0xf0 | (point >> 18);
    bytes[end++] = 0x80 | ((point >> 12) & 63);
    bytes[end++] = 0x80 | ((point >> 6) & 63);
    bytes[end++] = 0x80 | (point & 63);
    return 2;
  }
  const unit = isHalf(point) ? 0xfffd : point;
  if (unit < 0x800) bytes[end++] = 0xc0 | (unit >> 6);
  else {
    bytes[end++] = 0xe0 | (unit >> 12);
    bytes[end++] = 0x80 | ((unit >> 6) & 63);
  }
  bytes[end++] = 0x80 | (unit & 63);
  return 1;
}

/** A half of a surrogate pair that stands alone. */
const isHalf = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

const isLineBreak = (unit: number): boolean => (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
