import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { digitsValue, fractionSign, hashOf, wordsOf } from '../../../../text/index.js';
import { times, type Part } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import { isPlural } from '../counted/plurals.js';
import { Class, isBehindFile, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, signOf, type Scene } from '../scene.js';

const EXPONENT = /\s?[x×*]\s?10\s?\^?\s?([-−+]?\d{1,3})(?!\d)/y;
const POWER = /\^([-−+]?)(\d{1,3})/y;

/** Digits with what is written on them: groups, exponents, a scale letter. ".0,0" and "9^999" are none. */
export function digitsAt(scene: Scene, token: number, limit: number): Part | null {
  const part = writtenAt(scene, token, limit);
  return part && Number.isFinite(part.value) ? part : null;
}

function writtenAt(scene: Scene, token: number, limit: number): Part | null {
  const { tokens, text } = scene;
  const start = tokens.start[token];
  let end = tokens.end[token];
  const sign = end - start === 1 ? fractionSign(text[start]) : 0;
  if (sign > 0) return { last: token + 1, value: sign, place: 1, scale: 1, digits: true };
  let value = digitsValue(text, start, end);
  if (Number.isNaN(value)) return null;
  let last = token + 1;
  // ".08": the point is a token of its own.
  if (start > 0 && text.charCodeAt(start - 1) === 46 && token > 0 && isTightTo(scene, token) && !/[\p{L}\d.]/u.test(text[start - 2] ?? ' '))
    value = Number(`0.${text.slice(start, end)}`);
  // "1 234 567": groups of three with blanks between.
  if (end - start <= 3 && !text.slice(start, end).includes('.')) {
    let at = last;
    while (
      at < limit &&
      has(tokens, at, Flag.Number) &&
      /^[ \u00a0\u2009\u202f]?\d{3}([.,]\d+)?$/.test(text.slice(end, tokens.end[at])) &&
      tokens.start[at] - end === 1
    ) {
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
    end += (exponent ?? (power as RegExpExecArray))[0].length;
    while (last < limit && tokens.start[last] < end) last++;
    return { last, value, place: 1, scale: 1, digits: true };
  }
  if (last < limit && isTightTo(scene, last) && has(tokens, last, Flag.Word) && (signOf(scene, last) | 32) === 101) {
    const scientific = /^[eE](\d{0,3})$/.exec(text.slice(tokens.start[last], tokens.end[last]));
    if (scientific && scientific[1] !== '') return { last: last + 1, value: Number(`${value}e${scientific[1]}`), place: 1, scale: 1, digits: true };
    if (scientific && last + 2 < limit && has(tokens, last + 2, Flag.Number) && isTightTo(scene, last + 1) && isTightTo(scene, last + 2)) {
      const minus = isHyphen(scene, last + 1) ? '-' : '';
      return {
        last: last + 3,
        value: Number(`${value}e${minus}${text.slice(tokens.start[last + 2], tokens.end[last + 2])}`),
        place: 1,
        scale: 1,
        digits: true,
      };
    }
  }
  const letter = letterAt(scene, token, last, limit);
  if (letter) return { last: letter.last, value: times(value, letter.factor), place: 1, scale: letter.factor, digits: true };
  return { last, value, place: 1, scale: 1, digits: true };
}

const MONEY_SIGNS = '$€£¥₹₽₺₩₦฿₴₪';

/** "1.5k", "3bn", "$2.7m": a letter for a scale, tight to the digits or behind a blank when it is no other word. */
function letterAt(scene: Scene, token: number, at: number, limit: number): { readonly last: number; readonly factor: number } | null {
  if (at >= limit || !has(scene.tokens, at, Flag.Word) || isBehindFile(scene, token)) return null;
  const before = token > 0 ? scene.text[scene.tokens.start[token] - 1] : ' ';
  const priced =
    MONEY_SIGNS.includes(before) ||
    (before === ' ' && token > 0 && MONEY_SIGNS.includes(scene.text[scene.tokens.end[token - 1] - 1] ?? ' ')) ||
    isPriced(scene, token) ||
    (isWord(scene, at, M) &&
      isTightTo(scene, at) &&
      (isPricedBehind(scene, at + 1, limit) ||
        isLikePrice(scene, token, at) ||
        isManyBehind(scene, token, at + 1, limit) ||
        isLikeMany(scene, token, at)));
  const row = roleAt(scene, at, limit, priced ? Role.Money | Role.Letter : Role.Letter);
  if (!row) return null;
  const tight = isTightTo(scene, at);
  // "10 G" is money or data slang; a capital letter behind a blank is more often an initial: "5 K. Smith".
  if (!tight && row.row.phrase.length === 1 && !priced && !/[kMB]/.test(row.row.phrase)) return null;
  if (!tight && has(scene.tokens, at, Flag.Capital) && at + 1 < limit && signOf(scene, at + 1) === 46 && row.row.phrase.length === 1) return null;
  return { last: row.last, factor: row.row.value ?? 1 };
}

/** "61m euros": the currency stands behind the letter. */
const isPricedBehind = (scene: Scene, at: number, limit: number): boolean =>
  at < limit && has(scene.tokens, at, Flag.Word) && isKind(scene.knowledge, scene.tokens, at, Kind.Currency);

/**
 * "1.2m people", "300m barrels", "2.4m of them", "3m have fled": behind the letter stand those who are so many. "3m waves" and "100m
 * hurdles" are so high and long: things that are told by their length are a list.
 */
function isManyBehind(scene: Scene, number: number, from: number, limit: number): boolean {
  if (from >= limit) return false;
  if (isOneOf(scene, from, OF)) return isOneOf(scene, from + 1, THEM);
  if (isOneOf(scene, from, HAVE)) return !isOneOf(scene, number - 1, LAST_STRETCH) && !isOneOf(scene, number - 2, LAST_STRETCH);
  for (let at = from; at < Math.min(limit, from + LONGEST_LEAD); at++) {
    if (!has(scene.tokens, at, Flag.Word) || isStop(scene, at) || isOneOf(scene, at, LENGTHS) || isClass(scene, at, Class.long)) return false;
    if (isPlural(scene, at)) return !(at + 1 < limit && isClass(scene, at + 1, Class.long));
    // "2.9m km"
    if (isKind(scene.knowledge, scene.tokens, at, Kind.Unit)) return at === from;
  }
  return false;
}
const LONGEST_LEAD = 4;
const OF = wordsOf('of');
const THEM = wordsOf('them whom which these those its their');
const HAVE = wordsOf('have had were are fled died lost live lived remain remained need needed voted returned crossed');
const LAST_STRETCH = wordsOf('last first final next remaining the');

/** "Pakistan took 17m kilos, Egypt 9m": where millions were written so, they are meant again, unless something is so long, high or far. */
function isLikeMany(scene: Scene, token: number, letter: number): boolean {
  if (isOneOf(scene, letter + 1, LENGTHS) || isHyphen(scene, letter + 1) || isNounBehind(scene, letter + 1)) return false;
  for (let at = token - 2; at >= Math.max(1, token - PRICE_REACH); at--)
    if (has(scene.tokens, at, Flag.Number) && isWord(scene, at + 1, M) && isTightTo(scene, at + 1)) return isManyBehind(scene, at, at + 2, token);
  return false;
}
const isNounBehind = (scene: Scene, at: number): boolean =>
  at < scene.tokens.count && has(scene.tokens, at, Flag.Word) && !isStop(scene, at) && scene.timeAt[at] < 0;

/** "made €5m, up from 4.2m": what is compared with a sum of millions is millions, unless it is so long, high or far. */
function isLikePrice(scene: Scene, token: number, letter: number): boolean {
  if (!isOneOf(scene, token - 1, COMPARING) || isOneOf(scene, letter + 1, LENGTHS)) return false;
  for (let at = token - 2; at >= Math.max(1, token - PRICE_REACH); at--)
    if (has(scene.tokens, at, Flag.Number) && isWord(scene, at + 1, M) && isTightTo(scene, at + 1))
      return MONEY_SIGNS.includes(scene.text[scene.tokens.start[at] - 1]) || isPriced(scene, at);
  return false;
}
/** Tokens over which a sum of millions is looked for. */
const PRICE_REACH = 40;
const COMPARING = wordsOf('from to against with than');
const LENGTHS = wordsOf('long wide high tall deep thick away off of apart north south east west square sprint race');
const M = hashOf('m');

/** Letters of a currency code right before the digits: "PS2.7m", "USD10m", "Rs 5m". */
function isPriced(scene: Scene, token: number): boolean {
  return token > 0 && isKind(scene.knowledge, scene.tokens, token - 1, Kind.Currency);
}
