import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, phraseAt } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { nounAt } from '../counted/counted.js';
import type { Draft } from '../draft.js';
import { isPlural } from '../counted/plurals.js';
import { Role, roleAt } from '../roles.js';
import { isHyphen, isOneOf, isTightTo, isWord, signOf, type Scene } from '../scene.js';
import { IN, OF, S } from '../words.js';

// Digits that are no amount by how they look: years, phone numbers, match results.

/** Digits joined by hyphens, slashes or dots to more digits: "2018-05-17", "555-0134-22", "5/17/2018", "+1-222-2222". */
export function isChain(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  const joins = (token: number): boolean =>
    token >= first &&
    token < limit &&
    isTightTo(scene, token) &&
    (isHyphen(scene, token) || signOf(scene, token) === 47 || signOf(scene, token) === 46);
  if (isDialled(scene, at, next, first, limit) || isTail(scene, at, first)) return true;
  // "example.com/london/12"
  if (at - 2 >= first && signOf(scene, at - 1) === 47 && isTightTo(scene, at) && isTightTo(scene, at - 1) && has(scene.tokens, at - 2, Flag.Word))
    return true;
  let links = 0;
  for (
    let token = next;
    joins(token) && token + 1 < limit && isTightTo(scene, token + 1) && has(scene.tokens, token + 1, Flag.Number) && links < 4;
    token += 2
  )
    links++;
  for (
    let token = at - 1;
    joins(token) && isTightTo(scene, token + 1) && token - 1 >= first && has(scene.tokens, token - 1, Flag.Number) && links < 4;
    token -= 2
  )
    links++;
  if (links >= 2) return true;
  // "5/17" with both parts of a date and no fraction read; "2013-14" is a season.
  if (links === 1) {
    const year = (token: number): boolean => /^(1[5-9]|20)\d\d$/.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]));
    const forth = joins(next);
    const other = forth ? next + 1 : at - 2;
    const [a, b] = forth ? [at, other] : [other, at];
    const length = scene.tokens.end[b] - scene.tokens.start[b];
    if (year(a) && (length === 2 || year(b)) && isHyphen(scene, a + 1)) return true;
    if (signOf(scene, a + 1) === 47) return true;
  }
  return at > first && signOf(scene, at - 1) === 43 && isTightTo(scene, at) && scene.tokens.end[at] - scene.tokens.start[at] >= 6;
}

/** "MACS J1149.5+6663": what signs without blanks tie to a word of letters and digits. */
function isTail(scene: Scene, at: number, first: number): boolean {
  for (let token = at; token > first && at - token < LONGEST_TAIL && isTightTo(scene, token); token--)
    if (has(scene.tokens, token - 1, Flag.Alphanumeric)) return token < at && !has(scene.tokens, token, Flag.Number);
  return false;
}
const LONGEST_TAIL = 6;

/** "+44 20 7946 0958", "0800 555 123": three runs of digits side by side, or a zero in front. */
function isDialled(scene: Scene, at: number, next: number, first: number, limit: number): boolean {
  let from = at;
  let to = next;
  while (from > first && has(scene.tokens, from - 1, Flag.Number) && at - from < 5) from--;
  while (to < limit && has(scene.tokens, to, Flag.Number) && to - next < 5) to++;
  const zero =
    signOf(scene, from) === 48 &&
    // ".0012"
    !(from > first && signOf(scene, from - 1) === 46 && isTightTo(scene, from)) &&
    scene.tokens.end[from] - scene.tokens.start[from] > 2 &&
    !scene.text.slice(scene.tokens.start[from], scene.tokens.end[from]).includes('.');
  return zero || (to - from >= 3 && to - from > next - at);
}

/** "3-1", "89-89", "5-0 points": two numbers tied by a hyphen, falling or level, or both small with nothing counted behind. */
export function isScore(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (next - at !== 1 || (draft.unit !== null && draft.unit !== 'point')) return false;
  const tied = (hyphen: number): boolean =>
    hyphen > first && hyphen + 1 < limit && isHyphen(scene, hyphen) && isTightTo(scene, hyphen) && isTightTo(scene, hyphen + 1);
  const forth = tied(next) && has(scene.tokens, next + 1, Flag.Number);
  const back = !forth && tied(at - 1) && has(scene.tokens, at - 2, Flag.Number);
  if (!forth && !back) return false;
  const [one, two] = forth ? [at, next + 1] : [at - 2, at];
  const digits = (token: number): number => Number(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]));
  const [left, right] = [digits(one), digits(two)];
  if (!Number.isInteger(left) || !Number.isInteger(right) || left > 300) return false;
  const unit =
    two + 1 < limit ? phraseAt(scene.knowledge, scene.text, scene.tokens, isHyphen(scene, two + 1) ? two + 2 : two + 1, limit, Kind.Unit) : null;
  const measured =
    // "won 4-1 in the rain"
    (unit !== null && unit.row.unit !== 'point' && !isWord(scene, two + 1, IN)) ||
    roleAt(scene, two + 1, limit, Role.Scale | Role.Letter | Role.Hundred) !== null ||
    (has(scene.tokens, one - 1, Flag.Punctuation | Flag.Upper) && isKind(scene.knowledge, scene.tokens, one - 1, Kind.Currency));
  if (measured) return false;
  return left >= right || (left < 10 && right < 10 && !nounAt(scene, two + 1, limit, false, true));
}

const YEAR_CUES = wordsOf(
  'in since until till by before after from during of early late mid circa year to through between and the post pre around its his her their our this back for throughout summer spring autumn fall winter',
);

/** Four bare digits that can be a year and count nothing: "in 2019", "the 2018 sales", "1990s", "March 2011"; also a day beside its month. */
export function isYear(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { first: at, last: next } = draft.numeral;
  if (next - at !== 1) return false;
  const { tokens, text } = scene;
  const length = tokens.end[at] - tokens.start[at];
  if (next < limit && isTightTo(scene, next) && isWord(scene, next, S)) return true;
  const before = at > first ? at - 1 : -1;
  if (length <= 2 && draft.unit === null) {
    const month = (token: number): boolean =>
      token >= first && token < limit && isKind(scene.knowledge, tokens, token, Kind.Month) && has(tokens, token, Flag.Capital);
    const dot = before > first && signOf(scene, before) === 46 && month(before - 1);
    // "In June 15 people died": the month was told without a day.
    const counting = before >= 0 && scene.timeAt[before] >= 0 && nounAt(scene, next, limit, false, true) !== null;
    return (month(before) && !counting) || dot || month(next) || (next < limit && isWord(scene, next, OF) && month(next + 1));
  }
  if (length !== 4 || !/^(1\d|2[01])\d\d$/.test(text.slice(tokens.start[at], tokens.end[at]))) return false;
  if (draft.unit !== null && !(draft.unit === 'second' || draft.unit === 'hour')) return draft.kind === 'count';
  const value = draft.value ?? 0;
  const recent = value >= 1800 && value <= 2050;
  const cued =
    before >= 0 &&
    (isOneOf(scene, before, YEAR_CUES) ||
      isKind(scene.knowledge, tokens, before, Kind.Month) ||
      has(tokens, before, Flag.Possessive) ||
      (signOf(scene, before) === 44 && before > first && has(tokens, before - 1, Flag.Number)));
  if (next < limit && isOneOf(scene, next, ERAS)) return true;
  const noun = nounAt(scene, next, limit, false, false);
  if (cued && value >= 1000) {
    // "of 1500 fighters" counts when a plural of people or things stands right behind.
    const round = value % 100 === 0 && noun !== null && isPlural(scene, noun.head);
    return !(noun && !recent) && !(noun && isOneOf(scene, before, COUNT_CUES) && (noun.unit === 'person' || round));
  }
  if (!recent) return false;
  // "2000 people", "1900 jobs": a round number before a plural counts; "2018 sales" at the head of a sentence is a year.
  if (noun) return value > 1950 && value < 2035 && value % 100 !== 0 && noun.unit !== 'person';
  if (before >= 0 && isHyphen(scene, before) && isTightTo(scene, at)) return true;
  return true;
}
const COUNT_CUES = wordsOf('of and to by for around between from');
const ERAS = wordsOf('ad bc bce ce');
