import { Flag, has } from '../../../../model/index.js';
import { Kind, phraseAt } from '../../../../knowledge/index.js';
import { digitsValue, wordsOf } from '../../../../text/index.js';
import { plain, type Numeral, type Part } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import { Class, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, signOf, type Scene } from '../scene.js';
import { A, AN, FIRST, FULL, OF, QUARTERS, SECOND } from '../words.js';

const isSlash = (scene: Scene, token: number): boolean => {
  const c = signOf(scene, token);
  return c === 47 || c === 0x2044;
};

/** "3/4", "1⁄32", "1/2" in digits. Dates ("5/17/2018", "9/11") are refused elsewhere; "24/7" is above one and refused here. */
export function slashAt(scene: Scene, token: number, limit: number): Numeral | null {
  const { tokens, text } = scene;
  if (token + 2 >= limit || !has(tokens, token, Flag.Number) || !isSlash(scene, token + 1) || !has(tokens, token + 2, Flag.Number)) return null;
  if (isTightTo(scene, token + 1) !== isTightTo(scene, token + 2)) return null;
  const over = digitsValue(text, tokens.start[token], tokens.end[token]);
  const under = digitsValue(text, tokens.start[token + 2], tokens.end[token + 2]);
  // "the 2023/2024 budget": two years in a row.
  if (over >= 1000 && under === over + 1) return null;
  if (!(over < under && over > 0) || !Number.isInteger(over) || !Number.isInteger(under) || under > 10000) return null;
  if (token + 3 < limit && isSlash(scene, token + 3) && isTightTo(scene, token + 3)) return null;
  if (token > 0 && isSlash(scene, token - 1) && isTightTo(scene, token)) return null;
  return plain(token, token + 3, over / under, 'fraction');
}

/** More of them are no part. */
const MOST_QUARTERS = 3;

interface Numerator {
  readonly first: number;
  readonly part: Part;
}

/** "two-thirds", "a quarter of", "half": the part word at `token`, with what was counted before it; null when it is an ordinal or no part word. */
export function denominatorAt(scene: Scene, token: number, limit: number, numerator: Numerator | null): Numeral | null {
  let at = token;
  if (at >= limit) return null;
  if (numerator) {
    if (at + 1 < limit && isHyphen(scene, at)) at++;
    const compound = compoundAt(scene, at, limit, numerator);
    if (compound) return compound;
    const many = roleAt(scene, at, limit, Role.Parts);
    const joined = at > token;
    const { value } = numerator.part;
    // "the slowest in five quarters": of a year
    if (many && isWord(scene, at, QUARTERS) && value > MOST_QUARTERS && !isWord(scene, many.last, OF)) return null;
    if (many) {
      return ((value > 1 || many.row.value === 0.5) && !(isWord(scene, at, QUARTERS) && !joined)) || isShareWord(scene, many.last, limit)
        ? plain(numerator.first, many.last, value / Math.round(1 / (many.row.value ?? 1)), 'fraction')
        : null;
    }
    const single = roleAt(scene, at, limit, Role.Part);
    if (!single || single.row.value === null) return null;
    // "one third", "one-eighth"; "twenty-first" and "two half" are no fractions, "a two-third majority" is.
    if (value === 1 && !isOrdinalUse(scene, single.last, limit)) return plain(numerator.first, single.last, single.row.value, 'fraction');
    if (value === 2 && at > token && single.row.value === 1 / 3) return plain(numerator.first, single.last, 2 / 3, 'fraction');
    return null;
  }
  let articled = false;
  if (isWord(scene, at, A) || isWord(scene, at, AN)) {
    articled = true;
    at++;
  }
  const single = roleAt(scene, at, limit, Role.Part);
  if (!single || single.row.value === null) return null;
  if (single.row.phrase === 'half') return halfAt(scene, token, single.last, limit);
  const joined = single.last < limit && isHyphen(scene, single.last) && isTightTo(scene, single.last);
  const scaleNext = roleAt(scene, joined ? single.last + 1 : single.last, limit, Role.Scale) !== null;
  if (scaleNext && single.row.phrase === 'quarter') return plain(token, single.last, 0.25, 'fraction');
  // "quarter-litre", "quarter mile"
  const measured =
    at === token && single.row.phrase === 'quarter'
      ? phraseAt(
          scene.knowledge,
          scene.text,
          scene.tokens,
          single.last + (single.last < limit && isHyphen(scene, single.last) ? 1 : 0),
          limit,
          Kind.Unit,
        )
      : null;
  if (measured && measured.row.kind !== 'duration') return plain(token, single.last, 0.25, 'fraction');
  if (articled && !isOrdinalUse(scene, single.last, limit)) return plain(token, single.last, single.row.value, 'fraction');
  return null;
}

/** "three twenty-firsts", "one twenty-fifth", "seven one-hundred-and-fifths": the part is a ten or a hundred with its ordinal. */
function compoundAt(scene: Scene, token: number, limit: number, { first, part }: Numerator): Numeral | null {
  const tens = roleAt(scene, token, limit, Role.Ten);
  let at = tens?.last ?? -1;
  if (tens === null || at >= limit) return null;
  if (at + 1 < limit && isHyphen(scene, at)) at++;
  const one = roleAt(scene, at, limit, Role.Part | Role.Parts | Role.Last);
  if (!one || one.row.value === null) return null;
  const unit = one.row.role === 'last' ? one.row.value : Math.round(1 / one.row.value);
  const plural = (scene.text.charCodeAt(scene.tokens.end[one.last - 1] - 1) | 32) === 115;
  if (unit > 9 || one.row.value === 0.5 || plural !== part.value > 1) return null;
  return plain(first, one.last, part.value / ((tens.row.value ?? 0) + unit), 'fraction');
}

/** Behind "a third", a noun makes it an ordinal ("a third man", "a quarter century"); "of", a stop or a function word leaves it a fraction. */
function isOrdinalUse(scene: Scene, next: number, limit: number): boolean {
  if (next >= limit || !has(scene.tokens, next, Flag.Word)) return next < limit && isHyphen(scene, next) && isTightTo(scene, next);
  if (roleAt(scene, next, limit, Role.Scale)) return false;
  const unit = phraseAt(scene.knowledge, scene.text, scene.tokens, next, limit, Kind.Unit);
  if (unit && unit.row.kind !== 'duration') return false;
  // "a second strike and a third one"
  return isOneOf(scene, next, ONE) || (!isStop(scene, next) && !isOneOf(scene, next, COMPARING));
}

const ONE = wordsOf('one ones');
/** "a third more", "a quarter fewer" */
const COMPARING = wordsOf('more less fewer higher lower');

/** "three quarters" of a thing, not three business quarters. */
function isShareWord(scene: Scene, next: number, limit: number): boolean {
  if (next >= limit) return true;
  return (
    isWord(scene, next, OF) || roleAt(scene, next, limit, Role.Scale) !== null || !has(scene.tokens, next, Flag.Word) || isWord(scene, next, FULL)
  );
}

/** "half of them", "half the camps", "half a million", "almost half"; not "the second half", "half-hour", "first half". */
function halfAt(scene: Scene, first: number, last: number, limit: number): Numeral | null {
  // "a half-mile walk", "the half-billion-dollar dam"
  const joined = last + 1 < limit && isHyphen(scene, last) && isTightTo(scene, last);
  if (joined && roleAt(scene, last + 1, limit, Role.Scale | Role.Dozen)) return plain(first, last, 0.5, 'fraction');
  const before = first - 1;
  if (
    before >= 0 &&
    (roleAt(scene, before, first, Role.Ordinal | Role.Part) ||
      isWord(scene, before, FIRST) ||
      isWord(scene, before, SECOND) ||
      (isOneOf(scene, before, BEFORE_HALF) && !isWord(scene, last, OF)))
  )
    return null;
  if (joined) return phraseAt(scene.knowledge, scene.text, scene.tokens, last + 1, limit, Kind.Unit) ? plain(first, last, 0.5, 'fraction') : null;
  if (last >= limit || !has(scene.tokens, last, Flag.Word)) return plain(first, last, 0.5, 'fraction');
  if (isStop(scene, last) || roleAt(scene, last, limit, Role.Scale | Role.Dozen)) return plain(first, last, 0.5, 'fraction');
  return phraseAt(scene.knowledge, scene.text, scene.tokens, last, limit, Kind.Unit) || isClass(scene, last, Class.person | Class.plural)
    ? plain(first, last, 0.5, 'fraction')
    : null;
}
const BEFORE_HALF = wordsOf('latter other this that last next each the back front');
