import { Flag, has } from '../../../model/index.js';
import { isKind, type LexiconRow } from '../../../knowledge/index.js';
import { digitsValue, fractionSign } from '../../../text/index.js';
import { denominatorAt, ratioAt, slashAt } from './fractions.js';
import { entryAt, isHyphen, isOneOf, isTightTo, isWord, signOf, type Scene } from './scene.js';
import { vagueAt } from './vague.js';

/** A number phrase: tokens `[first, last)` and what they are worth. */
export interface Numeral {
  readonly first: number;
  readonly last: number;
  /** Null for vague words. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** The vague word as the word list has it. */
  readonly vague: string | null;
  readonly form: 'digits' | 'words' | 'fraction' | 'vague';
  /** Role of the vague word: numeral, several, weak, majority, part, rhetorical. */
  readonly role: string;
  /** Last scale word of the phrase ("million" → 1e6), 1 when none: a range may share it. */
  readonly scale: number;
  /** "+0.2", "-0.2" with the sign written on the digits. */
  readonly sign: -1 | 0 | 1;
  /** Currency written tight before the digits in one word ("RM23.50"), null otherwise. */
  readonly glued: LexiconRow<'currency'> | null;
}

/** Longest number of words: beyond it a run of number words is no number. */
const LONGEST_NUMBER = 24;

export const plain = (first: number, last: number, value: number, form: Numeral['form'], scale = 1): Numeral =>
  ({ first, last, value, min: null, max: null, vague: null, form, role: '', scale, sign: 0, glued: null });

export interface Part {
  readonly last: number;
  readonly value: number;
  /** Smallest place the part fills: 1 for "five", 1000 for "five thousand". */
  readonly place: number;
  readonly scale: number;
  readonly digits: boolean;
}

export const roleAt = (scene: Scene, token: number, limit: number, roles: readonly string[]): { readonly last: number; readonly row: LexiconRow<'number'> } | null =>
  entryAt(scene, token, limit, 'number', (row, last) => roles.includes(row.role) && (row.case !== 'exact' || row.phrase === scene.text.slice(scene.tokens.start[token], scene.tokens.end[last - 1])));

/** Number phrase that begins at `token` and ends before `limit`; null when none. Idioms and ordinals are no numbers (see exclusions). */
export function numeralAt(scene: Scene, token: number, limit: number): Numeral | null {
  const end = Math.min(limit, token + LONGEST_NUMBER);
  const vague = vagueAt(scene, token, end);
  const number = exactAt(scene, token, end);
  if (vague && (!number || vague.last > number.last)) return vague;
  return number;
}

function exactAt(scene: Scene, token: number, limit: number): Numeral | null {
  const slash = slashAt(scene, token, limit);
  if (slash) return slash;
  const pair = roleAt(scene, token, limit, ['exact']);
  if (pair && (pair.last - token > 1 || !isKind(scene.knowledge, scene.tokens, token, 'vague'))) return plain(token, pair.last, pair.row.value ?? 0, 'words');
  const alone = denominatorAt(scene, token, limit, null);
  if (alone) return scaled(scene, alone, limit);
  let part = sumAt(scene, token, limit);
  if (!part) return null;
  part = pointAt(scene, part, limit);
  const over = denominatorAt(scene, part.last, limit, { first: token, part });
  if (over) return scaled(scene, over, limit);
  const ratio = ratioAt(scene, token, part, limit);
  if (ratio) return ratio;
  const mixed = andFractionAt(scene, token, part, limit);
  return mixed ?? plain(token, part.last, part.value, part.digits ? 'digits' : 'words', part.scale);
}

/** "half a million", "three quarters billion", "two thirds of a million": a fraction of a scale word is a number. */
function scaled(scene: Scene, fraction: Numeral, limit: number): Numeral {
  let next = fraction.last;
  const ofIt = next < limit && isWord(scene, next, 'of') ? next + 1 : next;
  if (ofIt < limit && (isWord(scene, ofIt, 'a') || isWord(scene, ofIt, 'an'))) next = ofIt + 1;
  else if (ofIt !== next) return fraction;
  const scale = roleAt(scene, next, limit, ['scale', 'dozen', 'hundred']);
  return scale ? plain(fraction.first, scale.last, (fraction.value ?? 0) * (scale.row.value ?? 1), 'words', scale.row.value ?? 1) : fraction;
}

/** "one million and a half", "two and a half million", "2 ½", "five and a quarter". */
function andFractionAt(scene: Scene, first: number, part: Part, limit: number): Numeral | null {
  let at = part.last;
  if (at >= limit) return null;
  const sign = has(scene.tokens, at, Flag.Number) ? fractionSign(scene.text.slice(scene.tokens.start[at], scene.tokens.end[at])) : 0;
  if (sign > 0) return lifted(scene, plain(first, at + 1, part.value + sign, 'digits'), limit);
  if (part.digits && part.scale === 1) {
    const slash = slashAt(scene, at, limit);
    if (slash && slash.value !== null && slash.value < 1) return lifted(scene, plain(first, slash.last, part.value + slash.value, 'digits'), limit);
  }
  if (!isWord(scene, at, 'and')) return null;
  at++;
  const under = articleFraction(scene, at, limit) ?? numeratorFraction(scene, at, limit);
  if (!under || under.value === null || under.value >= 1) return null;
  const inner = roleAt(scene, under.last, limit, ['scale']);
  // "one billion and a half million": the fraction has its own scale.
  if (inner && part.scale > (inner.row.value ?? 1)) return plain(first, inner.last, part.value + under.value * (inner.row.value ?? 1), 'words');
  const lift = part.scale >= 1000 && !inner ? part.scale : 1;
  return lifted(scene, plain(first, under.last, part.value + under.value * lift, 'words', part.scale), limit);
}

/** "a half", "one half", "a quarter" behind "and": whatever follows. */
function articleFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const at = isOneOf(scene, token, ['a', 'an', 'one']) ? token + 1 : token;
  const part = roleAt(scene, at, limit, ['part']);
  return part && (at > token || part.row.phrase === 'half') ? plain(token, part.last, part.row.value ?? 0, 'fraction') : null;
}

function numeratorFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const part = sumAt(scene, token, limit);
  return part && part.value < 100 ? denominatorAt(scene, part.last, limit, { first: token, part }) : null;
}

function lifted(scene: Scene, numeral: Numeral, limit: number): Numeral {
  const scale = roleAt(scene, numeral.last, limit, ['scale']);
  return scale ? plain(numeral.first, scale.last, (numeral.value ?? 0) * (scale.row.value ?? 1), numeral.form, scale.row.value ?? 1) : numeral;
}

/** "five point five", "two hundred point seventy-one": digits said behind the point. */
function pointAt(scene: Scene, part: Part, limit: number): Part {
  if (part.last + 1 >= limit || !isWord(scene, part.last, 'point')) return part;
  let decimals = '';
  let at = part.last + 1;
  while (at < limit) {
    const next = belowHundredAt(scene, at, limit);
    if (!next || (next.digits && decimals !== '')) break;
    decimals += String(next.value);
    at = next.last;
  }
  if (decimals === '') return part;
  let value = Number(`${part.value}.${decimals}`);
  let scale = 1;
  const word = roleAt(scene, at, limit, ['scale', 'hundred']);
  if (word) {
    scale = word.row.value ?? 1;
    value *= scale;
    at = word.last;
  }
  return { last: at, value, place: 1, scale, digits: part.digits };
}

/** "two million three hundred thousand and five": segments of falling scale. */
export function sumAt(scene: Scene, token: number, limit: number): Part | null {
  let total = 0;
  let place = Number.POSITIVE_INFINITY;
  let at = token;
  let scale = 1;
  let digits = false;
  for (;;) {
    let next = at;
    if (at > token) {
      if (place <= 1 || next >= limit) break;
      if (isWord(scene, next, 'and') || isWord(scene, next, '&')) next++;
      else if (isWord(scene, next, ',') && isKind(scene.knowledge, scene.tokens, next + 1 < limit ? next + 1 : next, 'number')) next++;
      if (next > at && has(scene.tokens, next, Flag.Number) && !isWord(scene, at, 'and')) break;
    }
    const segment = segmentAt(scene, next, limit);
    // "six million and two thirds": the end is a fraction, not two.
    if (segment && next > at && place >= 1000 && segment.value < 100 && denominatorAt(scene, segment.last, limit, { first: next, part: segment })) break;
    if (!segment || (at > token && segment.value >= place) || (at > token && segment.digits && segment.place === 1 && !isWord(scene, at, 'and'))) break;
    // "million and 300 soldiers" is rare; "two million and 300,000" is two numbers.
    if (at === token) digits = segment.digits;
    total += segment.value;
    place = segment.place;
    scale = segment.scale;
    at = segment.last;
    if (place === 1) break;
  }
  return at === token ? null : { last: at, value: total, place, scale, digits };
}

/** One segment: up to 999, or digits, with its scale words ("three hundred thousand", "2.5 million", "4 hundred"). */
function segmentAt(scene: Scene, token: number, limit: number): Part | null {
  let base = hundredsAt(scene, token, limit);
  if (!base) {
    // "a hundred", "hundred thousand", "a dozen": one of the scale.
    let at = token;
    if (isWord(scene, at, 'a') || isWord(scene, at, 'an')) at++;
    const bare = roleAt(scene, at, limit, ['scale', 'hundred', 'dozen']);
    if (!bare) return null;
    base = bare.row.role === 'hundred' ? hundredsFrom(scene, 1, at, limit) : { last: at, value: 1, place: 1, scale: 1, digits: false };
  }
  let { last, value, place, scale } = base;
  for (;;) {
    let at = last;
    // "1.5-million", "two-hundred-thousand"
    if (at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at) && isTightTo(scene, at + 1)) at++;
    const word = roleAt(scene, at, limit, ['scale', 'scales', 'dozen']) ?? (base.digits ? roleAt(scene, at, limit, ['hundred']) : null);
    if (!word) break;
    const factor = word.row.value ?? 1;
    if (word.row.role !== 'dozen' && factor === 12 && base.value < 2) break;
    value *= factor;
    place = place > 1 && place !== base.place ? place * factor : factor;
    scale = factor;
    last = word.last;
  }
  return { last, value, place, scale, digits: base.digits };
}

function hundredsAt(scene: Scene, token: number, limit: number): Part | null {
  const small = belowHundredAt(scene, token, limit);
  if (!small) return null;
  if (small.digits) return small;
  // "one twenty two": a digit before a ten is hundreds, as prices are said.
  return hundredsFrom(scene, small.value, small.last, limit) ?? small;
}

/** "… hundred (and) five", with the count of hundreds already read. */
function hundredsFrom(scene: Scene, count: number, token: number, limit: number): Part {
  let at = token;
  if (at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at)) at++;
  const hundred = at < limit ? roleAt(scene, at, limit, ['hundred']) : null;
  if (!hundred) return { last: token, value: count, place: 1, scale: 1, digits: false };
  const value = count * 100;
  let next = hundred.last;
  const joined = next < limit && (isWord(scene, next, 'and') || isHyphen(scene, next));
  if (joined) next++;
  const rest = belowHundredAt(scene, next, limit);
  if (rest && rest.value < 100 && !(rest.digits && !joined) && !roleAt(scene, rest.last, limit, ['hundred'])) {
    // "two hundred and five thousand": the five belongs to the hundreds unless a scale of its own follows "and" in a smaller place.
    if (!(joined && rest.value < 10 && denominatorAt(scene, rest.last, limit, { first: next, part: rest }))) return { last: rest.last, value: value + rest.value, place: 1, scale: 1, digits: false };
  }
  return { last: hundred.last, value, place: 100, scale: 100, digits: false };
}

/** Digits with their letter ("1.5k"), or words below one hundred ("fifty-two"). */
export function belowHundredAt(scene: Scene, token: number, limit: number): Part | null {
  if (token >= limit) return null;
  if (has(scene.tokens, token, Flag.Number)) return digitsAt(scene, token, limit);
  const word = roleAt(scene, token, limit, ['zero', 'unit', 'teen', 'ten']);
  if (!word) return null;
  let value = word.row.value ?? 0;
  let last = word.last;
  if (word.row.role === 'ten') {
    let at = last;
    if (at + 1 < limit && isHyphen(scene, at)) at++;
    const unit = roleAt(scene, at, limit, ['unit']);
    if (unit) {
      value += unit.row.value ?? 0;
      last = unit.last;
    }
  }
  return { last, value, place: 1, scale: 1, digits: false };
}

const EXPONENT = /\s?[x×*]\s?10\s?\^?\s?([-−+]?\d{1,3})(?!\d)/y;
const POWER = /\^([-−+]?)(\d{1,3})/y;

function digitsAt(scene: Scene, token: number, limit: number): Part | null {
  const { tokens, text } = scene;
  const start = tokens.start[token];
  let end = tokens.end[token];
  const sign = fractionSign(text.slice(start, end));
  if (sign > 0) return { last: token + 1, value: sign, place: 1, scale: 1, digits: true };
  let value = digitsValue(text, start, end);
  if (Number.isNaN(value)) return null;
  let last = token + 1;
  // ".08": the point is a token of its own.
  if (start > 0 && text.charCodeAt(start - 1) === 46 && token > 0 && isTightTo(scene, token) && !/[\p{L}\d.]/u.test(text[start - 2] ?? ' ')) value = Number(`0.${text.slice(start, end)}`);
  // "1 234 567": groups of three with blanks between.
  if (end - start <= 3 && !text.slice(start, end).includes('.')) {
    let at = last;
    while (at < limit && has(tokens, at, Flag.Number) && /^[ \u00a0\u2009\u202f]?\d{3}([.,]\d+)?$/.test(text.slice(end, tokens.end[at])) && tokens.start[at] - end === 1) {
      end = tokens.end[at];
      at++;
      if (!/\d{3}$/.test(text.slice(tokens.start[at - 1], end))) break;
    }
    if (at > last && !(at < limit && has(tokens, at, Flag.Number) && tokens.start[at] - end === 1)) {
      value = Number(text.slice(start, end).replace(/[ \u00a0\u2009\u202f]/g, ''));
      last = at;
    } else end = tokens.end[token];
  }
  EXPONENT.lastIndex = end;
  POWER.lastIndex = end;
  const exponent = EXPONENT.exec(text);
  const power = exponent ? null : POWER.exec(text);
  if (exponent) value = Number(`${value}e${exponent[1].replace('−', '-')}`);
  else if (power) value **= Number(power[2]) * (power[1] === '-' || power[1] === '−' ? -1 : 1);
  if (exponent || power) {
    end += (exponent ?? power as RegExpExecArray)[0].length;
    while (last < limit && tokens.start[last] < end) last++;
    return { last, value, place: 1, scale: 1, digits: true };
  }
  if (last < limit && isTightTo(scene, last) && has(tokens, last, Flag.Word) && (signOf(scene, last) | 32) === 101) {
    const scientific = /^[eE](\d{0,3})$/.exec(text.slice(tokens.start[last], tokens.end[last]));
    if (scientific && scientific[1] !== '') return { last: last + 1, value: Number(`${value}e${scientific[1]}`), place: 1, scale: 1, digits: true };
    if (scientific && last + 2 < limit && has(tokens, last + 2, Flag.Number) && isTightTo(scene, last + 1) && isTightTo(scene, last + 2)) {
      const minus = isHyphen(scene, last + 1) ? '-' : '';
      return { last: last + 3, value: Number(`${value}e${minus}${text.slice(tokens.start[last + 2], tokens.end[last + 2])}`), place: 1, scale: 1, digits: true };
    }
  }
  const letter = letterAt(scene, token, last, limit);
  if (letter) return { last: letter.last, value: value * letter.factor, place: 1, scale: letter.factor, digits: true };
  return { last, value, place: 1, scale: 1, digits: true };
}

const MONEY_SIGNS = '$€£¥₹₽₺₩₦฿₴₪';

/** "1.5k", "3bn", "$2.7m": a letter for a scale, tight to the digits or behind a blank when it is no other word. */
function letterAt(scene: Scene, token: number, at: number, limit: number): { readonly last: number; readonly factor: number } | null {
  if (at >= limit || !has(scene.tokens, at, Flag.Word)) return null;
  const before = token > 0 ? scene.text[scene.tokens.start[token] - 1] : ' ';
  const priced = MONEY_SIGNS.includes(before) || (before === ' ' && token > 0 && MONEY_SIGNS.includes(scene.text[scene.tokens.end[token - 1] - 1] ?? ' ')) || isPriced(scene, token);
  const row = roleAt(scene, at, limit, priced ? ['money', 'letter'] : ['letter']);
  if (!row) return null;
  const tight = isTightTo(scene, at);
  // "10 G" is money or data slang; a capital letter behind a blank is more often an initial: "5 K. Smith".
  if (!tight && row.row.phrase.length === 1 && !priced && !/[kMB]/.test(row.row.phrase)) return null;
  if (!tight && has(scene.tokens, at, Flag.Capital) && at + 1 < limit && signOf(scene, at + 1) === 46 && row.row.phrase.length === 1) return null;
  return { last: row.last, factor: row.row.value ?? 1 };
}

/** Letters of a currency code right before the digits: "PS2.7m", "USD10m", "Rs 5m". */
function isPriced(scene: Scene, token: number): boolean {
  return token > 0 && isKind(scene.knowledge, scene.tokens, token - 1, 'currency');
}
