import { Flag, has } from '../../../model/index.js';
import { Kind, isKind } from '../../../knowledge/index.js';
import { fractionSign, wordsOf } from '../../../text/index.js';
import { isPlural } from './plurals.js';
import { denominatorAt, slashAt } from './fractions.js';
import { plain, times, type Numeral, type Part } from './numeral.js';
import { Role, roleAt } from './roles.js';
import { ratioAt } from './ratios.js';
import { entryAt, isHyphen, isOneOf, isWord, type Scene } from './scene.js';
import { belowHundredAt, sumAt } from './sums.js';
import { vagueAt } from './vague.js';
import { A, AN, AND, INDEFINITE, OF, POINT } from './words.js';

/** Longest number of words: beyond it a run of number words is no number. */
const LONGEST_NUMBER = 24;

/** Number phrase that begins at `token` and ends before `limit`; null when none. Idioms and ordinals are no numbers (see exclusions). */
export function numeralAt(scene: Scene, token: number, limit: number): Numeral | null {
  const end = Math.min(limit, token + LONGEST_NUMBER);
  const vague = vagueAt(scene, token, end);
  const exact = exactAt(scene, token, end);
  // "9e300 googol"
  const number = exact?.value === null || Number.isFinite(exact?.value) ? exact : null;
  if (vague && (!number || vague.last > number.last)) return vague;
  return number;
}

function exactAt(scene: Scene, token: number, limit: number): Numeral | null {
  const slash = slashAt(scene, token, limit);
  if (slash) return slash;
  const pair = roleAt(scene, token, limit, Role.Exact);
  if (pair && (pair.last - token > 1 || !isKind(scene.knowledge, scene.tokens, token, Kind.Vague)))
    return plain(token, pair.last, pair.row.value ?? 0, 'words');
  if (isArticleOfUnit(scene, token, limit)) return plain(token, token + 1, 1, 'words');
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

/** "a mile", "a gallon": one of a measure; behind a number, a price or another measure it is a rate ("$50 a barrel"). */
function isArticleOfUnit(scene: Scene, token: number, limit: number): boolean {
  if (!isOneOf(scene, token, INDEFINITE) || token + 1 >= limit || !isKind(scene.knowledge, scene.tokens, token + 1, Kind.Unit)) return false;
  const unit = entryAt(scene, token + 1, limit, Kind.Unit, (row) => row.case === 'article');
  if (!unit || (unit.last < limit && isHyphen(scene, unit.last))) return false;
  const before = token - 1;
  return (
    before < 0 ||
    !(
      has(scene.tokens, before, Flag.Number) ||
      isKind(scene.knowledge, scene.tokens, before, Kind.Unit) ||
      isKind(scene.knowledge, scene.tokens, before, Kind.Number) ||
      isKind(scene.knowledge, scene.tokens, before, Kind.Currency) ||
      isPlural(scene, before) ||
      isOneOf(scene, before, BEFORE_ARTICLE)
    )
  );
}
const BEFORE_ARTICLE = wordsOf('half quarter such many what');

/** "half a million", "three quarters billion", "two thirds of a million": a fraction of a scale word is a number. */
function scaled(scene: Scene, fraction: Numeral, limit: number): Numeral {
  let next = fraction.last;
  const ofIt = next < limit && isWord(scene, next, OF) ? next + 1 : next;
  if (ofIt < limit && (isWord(scene, ofIt, A) || isWord(scene, ofIt, AN))) next = ofIt + 1;
  else if (ofIt !== next) return fraction;
  const scale = roleAt(scene, next, limit, Role.Scale | Role.Dozen | Role.Hundred);
  return scale ? plain(fraction.first, scale.last, times(fraction.value ?? 0, scale.row.value ?? 1), 'words', scale.row.value ?? 1) : fraction;
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
  if (!isWord(scene, at, AND)) return null;
  at++;
  const under = articleFraction(scene, at, limit) ?? numeratorFraction(scene, at, limit);
  if (!under || under.value === null || under.value >= 1) return null;
  const inner = roleAt(scene, under.last, limit, Role.Scale);
  // "one billion and a half million": the fraction has its own scale.
  if (inner && part.scale > (inner.row.value ?? 1)) return plain(first, inner.last, part.value + under.value * (inner.row.value ?? 1), 'words');
  const lift = part.scale >= 1000 && !inner ? part.scale : 1;
  return lifted(scene, plain(first, under.last, part.value + under.value * lift, 'words', part.scale), limit);
}

/** "a half", "one half", "a quarter" behind "and": whatever follows. */
function articleFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const at = isOneOf(scene, token, ONE_WORDS) ? token + 1 : token;
  const part = roleAt(scene, at, limit, Role.Part);
  return part && (at > token || part.row.phrase === 'half') ? plain(token, part.last, part.row.value ?? 0, 'fraction') : null;
}
const ONE_WORDS = wordsOf('a an one');

function numeratorFraction(scene: Scene, token: number, limit: number): Numeral | null {
  const part = sumAt(scene, token, limit);
  return part && part.value < 100 ? denominatorAt(scene, part.last, limit, { first: token, part }) : null;
}

function lifted(scene: Scene, numeral: Numeral, limit: number): Numeral {
  const scale = roleAt(scene, numeral.last, limit, Role.Scale);
  return scale ? plain(numeral.first, scale.last, times(numeral.value ?? 0, scale.row.value ?? 1), numeral.form, scale.row.value ?? 1) : numeral;
}

/** "five point five", "two hundred point seventy-one": digits said behind the point. */
function pointAt(scene: Scene, part: Part, limit: number): Part {
  if (part.last + 1 >= limit || !isWord(scene, part.last, POINT)) return part;
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
  const word = roleAt(scene, at, limit, Role.Scale | Role.Hundred);
  if (word) {
    scale = word.row.value ?? 1;
    value = times(value, scale);
    at = word.last;
  }
  return { last: at, value, place: 1, scale, digits: part.digits };
}
