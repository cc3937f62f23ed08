import {
  AND,
  BE,
  BY,
  FROM,
  HAVE,
  OF,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  RELATIVE,
  TO,
  isClauseBreak,
  isComma,
  isIn,
  isPlainVerb,
  isWord,
  signAt,
  wordsOf,
} from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';
import { MODAL } from '../speakers/saying.js';
import { isGerund, type Time } from './expressions.js';

export const isAside = (scene: Scene, figure: Figure): boolean =>
  signAt(scene, figure.first - 1) === '(' ||
  // "three of them from Chad and one from Peru"
  (isIn(scene, figure.first - 1, AND) && isIn(scene, figure.last, FROM)) ||
  (isIn(scene, figure.numberLast, OF) && isIn(scene, figure.numberLast + 1, THEM)) ||
  isWhole(scene, figure);

/** "346 of [the 513 deputies]", "a tenth of [the usual 3,400 containers]": what stands behind a part and "of the", and has no clause of its own. */
export function isWhole(scene: Scene, figure: Figure): boolean {
  // "of the 212 patients that had been admitted in May", "of the four goats she owned in May"
  if (isIn(scene, figure.last, RELATIVE) || isIn(scene, figure.last, PRONOUN_PERSON) || isIn(scene, figure.last, PRONOUN_GROUP)) return false;
  let of = figure.first - 1;
  while (of > figure.first - LONGEST_OF && isWord(scene, of) && !isIn(scene, of, OF) && scene.figureAt[of] < 0) of--;
  const part = isIn(scene, of, OF) && !isIn(scene, of + 1, A_AN) && of + 1 < figure.first ? scene.figureAt[of - 1] : -1;
  return part >= 0 && scene.document.figures[part].numberLast === of;
}
/** Tokens of "of the country’s usual". */
const LONGEST_OF = 6;
const A_AN = wordsOf('a an');
const THEM = wordsOf('them whom which');

const BEFORE = wordsOf('before');
const isPast = (scene: Scene, token: number): boolean => scene.mentionAt[token] < 0 && (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0;

/** A clause break, also before a number that is the subject of a verb: ", and 1,500 fighters would be housed". */
export function isBreak(scene: Scene, token: number): boolean {
  if (isClauseBreak(scene, token)) return true;
  if (!isComma(scene, token) || !isIn(scene, token + 1, AND)) return false;
  if (opensWithTime(scene, token + 2)) return true;
  const owner = scene.figureAt[token + 2] ?? -1;
  if (owner < 0) return false;
  const { last } = scene.document.figures[owner];
  for (let at = last; at < last + 5; at++)
    if (isIn(scene, at, BE) || isIn(scene, at, HAVE) || isIn(scene, at, MODAL)) return true;
    else if (isComma(scene, at) || scene.figureAt[at] >= 0) return false;
  return false;
}

/** ", and a month earlier ten soldiers died", ", and on Friday the army": a time with the subject of a clause right behind it. */
function opensWithTime(scene: Scene, token: number): boolean {
  let at = isIn(scene, token, IN_ON) ? token + 1 : token;
  const date = scene.dateAt[at];
  if (date < 0) return false;
  while (at < scene.tokens.count && scene.dateAt[at] === date) at++;
  if (isComma(scene, at)) at++;
  return scene.figureAt[at] >= 0 || scene.mentionAt[at] >= 0 || isIn(scene, at, THE);
}
const IN_ON = wordsOf('in on at by');
const THE = wordsOf('the a an its their his her');

/** "made five trips on Wednesday and brought out 43 villagers": what is joined to the figure before shares its time. */
export function shared(
  scene: Scene,
  figures: readonly Figure[],
  index: number,
  found: ReadonlyMap<Figure, Time>,
  usable: readonly Time[],
): Time | null {
  const figure = figures[index];
  // An age ("a woman of 64") has no time that could be shared.
  const before = figures.slice(0, index).findLast((other) => other.last <= figure.first && other.kind !== 'age');
  const time = before && found.get(before);
  // "had 23 members before the war, lost four": what came before an event is over when the next begins.
  if (!time || time.first > figure.first || isIn(scene, time.first, BEFORE) || !usable.includes(time)) return null;
  for (let token = Math.max(before.last, time.last); token < figure.first; token++)
    // ", and wounding 50" goes on with the same clause
    if (
      (isBreak(scene, token) && !isGerund(scene, token + 2)) ||
      (isIn(scene, token, PARTED) && !(isIn(scene, token, BUT) && isPast(scene, token + 1))) ||
      (isIn(scene, token, BE) && scene.dateAt[token] < 0)
    )
      return null;
  return time;
}
/** "freed four on Monday but kept three": one subject, two deeds. */
const BUT = wordsOf('but');
const PARTED = wordsOf('to from against compared than up down now today which who whom whose where that although because but');

/**
 * "killed 70 people, including ten women and three infants, in the town on Thursday": the numbers of one list share the time behind it, as do
 * those of one fate: "17 miners were killed and nine hurt on Tuesday".
 */
export function isOneList(scene: Scene, figure: Figure, next: Figure, time: Time): boolean {
  if (time.first < next.last || figure.kind !== next.kind || figure.change !== next.change || isAside(scene, next)) return false;
  const fate = next.first - figure.last <= LONGEST_FATE && isIn(scene, next.first - 1, AND);
  let joined = false;
  for (let token = figure.last; token < next.first; token++) {
    const joins = isIn(scene, token, AND) || isIn(scene, token, INCLUDING);
    joined ||= joins;
    if (joins || (isComma(scene, token) && !fate)) continue;
    if (!isWord(scene, token) || isIn(scene, token, PARTED)) return false;
    if (!fate && (isPlainVerb(scene, token) || isIn(scene, token, BE))) return false;
  }
  return joined;
}
/** Tokens of "were killed and". */
const LONGEST_FATE = 4;
const INCLUDING = wordsOf('including');

/** Whether "from … to" or "by … to" joins two figures of one change, of which the time tells the span and not the end. */
export function isSpan(scene: Scene, figure: Figure, next: Figure, time: Time): boolean {
  const opens = isIn(scene, figure.first - 1, FROM) || isIn(scene, figure.first - 1, BY) || figure.changeBy !== null;
  if (time.first < next.last || !opens || next.first - figure.last > 6) return false;
  for (let token = figure.last; token < next.first; token++) if (isIn(scene, token, TO)) return !isIn(scene, time.first, NOW);
  return false;
}
const NOW = wordsOf('now today this');

/** "arrested ten men in two raids on Monday": how many of what it happened in parts no figure from its time. */
export function isSetting(scene: Scene, figure: Figure, next: Figure, time: Time): boolean {
  if (!isIn(scene, next.first - 1, IN_AT) || time.first < next.last || time.first - next.last > 2 || next.first - figure.last > LONGEST_DEED)
    return false;
  for (let token = figure.last; token < time.first; token++)
    if ((!isWord(scene, token) && scene.figureAt[token] < 0) || (isIn(scene, token, AND) && scene.figureAt[token] < 0) || isIn(scene, token, PARTED))
      return false;
  return true;
}
const IN_AT = wordsOf('in at during on from');
/** Tokens of "aged between 15 and 39 have been vaccinated in". */
const LONGEST_DEED = 12;

/** Whether "and" joins what stands between, with no change from one number to the other. */
export function isJoint(scene: Scene, first: number, last: number): boolean {
  let joint = false;
  for (let token = first; token < last; token++) {
    if (isIn(scene, token, PARTED) || (isComma(scene, token) && !isPlainVerb(scene, token + 1) && signAt(scene, token + 1) !== '')) return false;
    if (isIn(scene, token, AND) || isComma(scene, token)) joint = true;
  }
  return joint;
}
