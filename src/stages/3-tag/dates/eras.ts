import { Flag, has } from '../../../model/index.js';
import { digits, widthOf } from './counts.js';
import { readRole } from './roles.js';
import { type Reader, signAt } from './scene.js';
import { roleBit, type TimePhrase } from './words.js';

// Years with their eras, and the words of other calendars.

const ERA = roleBit('era');
const DOT = 46;

/** Eras of the Gregorian calendar; the words of other calendars bear their names, those of its months a number behind. */
const isGregorian = ({ value }: TimePhrase): boolean => value === 'AD' || value === 'BC';
export const era: Reader = (scene, at) => readRole(scene, at, ERA, isGregorian);

/** Signs, "AH", "B.E.", are words when they stand in small letters. */
const isSign = ({ phrase }: TimePhrase): boolean => phrase === phrase.toUpperCase();
export const calendar: Reader = (scene, at) =>
  readRole(scene, at, ERA, (phrase) => !isGregorian(phrase) && !phrase.value.includes('-') && (!isSign(phrase) || has(scene.tokens, at, Flag.Upper)));
export const calendarMonth: Reader = (scene, at) =>
  has(scene.tokens, at, Flag.Capital) ? readRole(scene, at, ERA, ({ value }) => value.includes('-')) : -1;

/** "347", "1984", with its era when one stands there: "490 BC" is −490, "AD 347" is 347; without an era four digits are needed. */
export const year: Reader = (scene, at) => {
  let first = at;
  const prefix = era(scene, at);
  if (prefix >= 0 && scene.value === 'AD') first = prefix;
  if (first >= scene.limit) return -1;
  const value = digits(scene, first);
  if (value <= 0 || widthOf(scene, first) > 4) return -1;
  const behind = first + 1 < scene.limit ? era(scene, first + 1) : -1;
  const before = behind >= 0 && scene.value === 'BC';
  if (behind < 0 && first === at && (widthOf(scene, first) !== 4 || value < 1000 || value > 2199)) return -1;
  scene.value = before ? -value : value;
  if (behind < 0) return first + 1;
  return behind < scene.limit - 1 && signAt(scene, behind) === DOT && has(scene.tokens, behind - 1, Flag.Dotted) ? behind + 1 : behind;
};
