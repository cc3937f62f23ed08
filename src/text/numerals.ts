// What a run of digits is worth, whatever custom its separators follow.

const DOT = 46;
const COMMA = 44;

/**
 * Value of `text[start … end)`, digits with dots and commas inside: "2,000", "2.000,5", "12,34,567", "1,3" (a decimal comma).
 * NaN for what is no single number: "192.168.1.2", "22,24,26".
 */
export function digitsValue(text: string, start: number, end: number): number {
  let dots = 0;
  let commas = 0;
  let lastDot = -1;
  let lastComma = -1;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === DOT) {
      dots++;
      lastDot = i;
    } else if (c === COMMA) {
      commas++;
      lastComma = i;
    } else if (c < 48 || c > 57) return foreignDigits(text.slice(start, end));
  }
  if (dots === 0 && commas === 0) return Number(text.slice(start, end));
  const raw = text.slice(start, end);
  if (commas === 0) {
    if (dots === 1) return Number(raw);
    return groups(raw.split('.')) ? Number(raw.replaceAll('.', '')) : Number.NaN;
  }
  if (dots === 0) {
    if (groups(raw.split(','))) return Number(raw.replaceAll(',', ''));
    return commas === 1 && end - lastComma - 1 !== 3 ? Number(raw.replace(',', '.')) : Number.NaN;
  }
  if (lastDot > lastComma) {
    const whole = raw.slice(0, raw.lastIndexOf('.'));
    return dots === 1 && groups(whole.split(',')) ? Number(raw.replaceAll(',', '')) : Number.NaN;
  }
  const whole = raw.slice(0, raw.lastIndexOf(','));
  return commas === 1 && groups(whole.split('.')) ? Number(raw.replaceAll('.', '').replace(',', '.')) : Number.NaN;
}

/** Groups of three, or the Indian two-two-three; the first group may be shorter. */
function groups(parts: readonly string[]): boolean {
  const last = parts.length - 1;
  if (parts[0].length === 0 || parts[0].length > 3 || parts[last].length !== 3) return false;
  const inner = parts.slice(1, last);
  return inner.every((part) => part.length === 3) || (parts[0].length <= 2 && inner.every((part) => part.length === 2));
}

/** Digits of other scripts: "٣٤". */
function foreignDigits(raw: string): number {
  const latin = raw.replace(/\p{Nd}/gu, (digit) => {
    const c = digit.codePointAt(0) as number;
    let zero = c;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && c - zero < 9) zero--;
    return String(c - zero);
  });
  return /^\d/.test(latin) && /^[\d.,]+$/.test(latin) ? digitsValue(latin, 0, latin.length) : Number.NaN;
}

const FRACTIONS: Readonly<Record<string, number>> = {
  '¼': 1 / 4,
  '½': 1 / 2,
  '¾': 3 / 4,
  '⅐': 1 / 7,
  '⅑': 1 / 9,
  '⅒': 1 / 10,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** Value of a one-character fraction such as "½"; 0 when the character is none. */
export const fractionSign = (sign: string): number => FRACTIONS[sign] ?? 0;
