import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { digitsAt } from './digits.js';
import { denominatorAt } from './fractions.js';
import { times, type Part } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import { isHyphen, isTightTo, isWord, type Scene } from '../scene.js';
import { A, AMPERSAND, AN, AND, COMMA } from '../words.js';

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
      if (isWord(scene, next, AND) || isWord(scene, next, AMPERSAND)) next++;
      else if (isWord(scene, next, COMMA) && isKind(scene.knowledge, scene.tokens, next + 1 < limit ? next + 1 : next, Kind.Number)) next++;
      if (next > at && has(scene.tokens, next, Flag.Number) && !isWord(scene, at, AND)) break;
    }
    const segment = segmentAt(scene, next, limit);
    // "six million and two thirds": the end is a fraction, not two.
    if (segment && next > at && place >= 100 && isProperFraction(scene, next, segment, limit)) break;
    if (!segment || (at > token && segment.value >= place) || (at > token && segment.digits && segment.place === 1 && !isWord(scene, at, AND))) break;
    // "3 billion and two tanks": behind figures in millions only a part with a scale of its own goes on with the number.
    if (at > token && digits && segment.scale === 1 && scale >= 1e6) break;
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

/** "three quarters" of "one hundred and three quarters"; "thirty fifths" are more than one, so that "one hundred and thirty" are counted. */
function isProperFraction(scene: Scene, first: number, part: Part, limit: number): boolean {
  const fraction = part.value < 100 ? denominatorAt(scene, part.last, limit, { first, part }) : null;
  return fraction !== null && (fraction.value ?? 1) < 1;
}

/** One segment: up to 999, or digits, with its scale words ("three hundred thousand", "2.5 million", "4 hundred"). */
function segmentAt(scene: Scene, token: number, limit: number): Part | null {
  let base = hundredsAt(scene, token, limit);
  if (!base) {
    // "a hundred", "hundred thousand", "a dozen": one of the scale.
    let at = token;
    if (isWord(scene, at, A) || isWord(scene, at, AN)) at++;
    const bare = roleAt(scene, at, limit, Role.Scale | Role.Hundred | Role.Dozen);
    if (!bare) return null;
    base = bare.row.role === 'hundred' ? hundredsFrom(scene, 1, at, limit) : { last: at, value: 1, place: 1, scale: 1, digits: false };
  }
  let { last, value, place, scale } = base;
  for (;;) {
    let at = last;
    // "1.5-million", "two-hundred-thousand"
    if (at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at) && isTightTo(scene, at + 1)) at++;
    const word = roleAt(scene, at, limit, Role.Scale | Role.Scales | Role.Dozen) ?? (base.digits ? roleAt(scene, at, limit, Role.Hundred) : null);
    if (!word) break;
    const factor = word.row.value ?? 1;
    if (word.row.role !== 'dozen' && factor === 12 && base.value < 2) break;
    value = times(value, factor);
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
  return hundredsFrom(scene, small.value, small.last, limit) ?? small;
}

/** "… hundred (and) five", with the count of hundreds already read. */
function hundredsFrom(scene: Scene, count: number, token: number, limit: number): Part {
  let at = token;
  if (at + 1 < limit && isHyphen(scene, at) && isTightTo(scene, at)) at++;
  const hundred = at < limit ? roleAt(scene, at, limit, Role.Hundred) : null;
  if (!hundred) return { last: token, value: count, place: 1, scale: 1, digits: false };
  const value = count * 100;
  let next = hundred.last;
  const joined = next < limit && (isWord(scene, next, AND) || isHyphen(scene, next));
  if (joined) next++;
  const rest = belowHundredAt(scene, next, limit);
  if (rest && rest.value < 100 && !(rest.digits && !joined) && !roleAt(scene, rest.last, limit, Role.Hundred)) {
    // "two hundred and five thousand": the five belongs to the hundreds unless a scale of its own follows "and" in a smaller place.
    if (!(joined && isProperFraction(scene, next, rest, limit)))
      return { last: rest.last, value: value + rest.value, place: 1, scale: 1, digits: false };
  }
  return { last: hundred.last, value, place: 100, scale: 100, digits: false };
}

/** Digits with their letter ("1.5k"), or words below one hundred ("fifty-two"). */
export function belowHundredAt(scene: Scene, token: number, limit: number): Part | null {
  if (token >= limit) return null;
  if (has(scene.tokens, token, Flag.Number)) return digitsAt(scene, token, limit);
  const word = roleAt(scene, token, limit, Role.Zero | Role.Unit | Role.Teen | Role.Ten);
  if (!word) return null;
  let value = word.row.value ?? 0;
  let last = word.last;
  if (word.row.role === 'ten') {
    let at = last;
    if (at + 1 < limit && isHyphen(scene, at)) at++;
    const unit = roleAt(scene, at, limit, Role.Unit);
    if (unit) {
      value += unit.row.value ?? 0;
      last = unit.last;
    }
  }
  return { last, value, place: 1, scale: 1, digits: false };
}
