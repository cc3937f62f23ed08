import { Flag, has, isTight } from '../../../../model/index.js';
import { Kind, isKind, phraseAt } from '../../../../knowledge/index.js';
import { hashOf, type Reader, type Words, wordsOf } from '../../../../text/index.js';
import { Class, entryAt, entryBefore, isClass, isHyphen, isOneOf, isStop, signOf, type Scene } from '../scene.js';
import { unitAt } from '../measures/units.js';
import { CUBED, SQUARED } from '../words.js';
import { belowHundredAt, sumAt } from './sums.js';

// One reader a class of the number shapes: what a token, with those behind it, is worth.

const one =
  (words: Words): Reader<Scene> =>
  (scene, at) =>
    isOneOf(scene, at, words) ? at + 1 : -1;
const sign =
  (...signs: readonly number[]): Reader<Scene> =>
  (scene, at) =>
    scene.tokens.end[at] - scene.tokens.start[at] === 1 && signs.includes(signOf(scene, at)) ? at + 1 : -1;

/** A number in words or figures; its part is the capture's phrase. */
const number: Reader<Scene> = (scene, at) => {
  const part = sumAt(scene, at, scene.limit);
  if (!part) return -1;
  scene.value = part.value;
  scene.phrase = part;
  return part.last;
};

const digits: Reader<Scene> = (scene, at) => (has(scene.tokens, at, Flag.Number) ? at + 1 : -1);
const hyphen: Reader<Scene> = (scene, at) => (isHyphen(scene, at) ? at + 1 : -1);
const word: Reader<Scene> = (_scene, at) => at + 1;

const PERIODS: Readonly<Record<string, string>> = {
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  year: 'P1Y',
  hour: 'PT1H',
  minute: 'PT1M',
  second: 'PT1S',
  decade: 'P10Y',
  century: 'P100Y',
  fortnight: 'P2W',
  night: 'P1D',
  quarter: 'P3M',
  millisecond: 'PT0.001S',
};
const [ANNUM, QUARTER, SECOND] = ['annum', 'quarter', 'second'].map(hashOf);
const TOLD_FROM = wordsOf('later ago earlier');
const BEFORE = hashOf('before');
/** "12 percent a year before." tells when, "600 a day before the war" how many each day. */
const isYearBefore = (scene: Scene, token: number): boolean =>
  token < scene.limit && scene.tokens.hash[token] === BEFORE && (token + 1 >= scene.limit || !has(scene.tokens, token + 1, Flag.Word));

/** A unit of time as ISO period, of which something happens in each: "day", "annum"; not "a day later". */
const period: Reader<Scene> = (scene, at) => {
  const hash = scene.tokens.hash[at];
  if (hash === ANNUM || hash === QUARTER) {
    scene.value = hash === ANNUM ? 'P1Y' : 'P3M';
    return at + 1;
  }
  const unit = phraseAt(scene.knowledge, scene.text, scene.tokens, at, scene.limit, Kind.Unit);
  const length = unit ? PERIODS[unit.row.unit] : undefined;
  if (!unit || !length || unit.row.kind !== 'duration' || isOneOf(scene, unit.last, TOLD_FROM) || isYearBefore(scene, unit.last)) return -1;
  // "attended a second rally": the next one
  if (hash === SECOND && unit.last < scene.tokens.count && has(scene.tokens, unit.last, Flag.Word) && !isStop(scene, unit.last)) return -1;
  scene.value = length;
  return unit.last;
};

const OFTEN: ReadonlyMap<number, string> = new Map([
  [hashOf('daily'), 'P1D'],
  [hashOf('weekly'), 'P1W'],
  [hashOf('monthly'), 'P1M'],
  [hashOf('yearly'), 'P1Y'],
  [hashOf('annually'), 'P1Y'],
  [hashOf('hourly'), 'PT1H'],
  [hashOf('fortnightly'), 'P2W'],
  [hashOf('quarterly'), 'P3M'],
]);

const often: Reader<Scene> = (scene, at) => {
  const length = OFTEN.get(scene.tokens.hash[at]);
  if (!length) return -1;
  scene.value = length;
  return at + 1;
};

/** A number below a hundred: the smaller part of an amount in two units. */
const few: Reader<Scene> = (scene, at) => {
  const part = belowHundredAt(scene, at, scene.limit);
  if (!part) return -1;
  scene.value = part.value;
  return part.last;
};

/** A unit of measure by its name in words/units.csv. */
const unit: Reader<Scene> = (scene, at) => {
  const hit = unitAt(scene, at, scene.limit, isTight(scene.tokens, at));
  if (!hit) return -1;
  scene.value = hit.row.unit;
  return hit.last;
};

/** Which power of a length: "squared", or a tight "²". */
const power: Reader<Scene> = (scene, at) => {
  const sign = isTight(scene.tokens, at) ? scene.text[scene.tokens.start[at]] : '';
  const squared = scene.tokens.hash[at] === SQUARED || sign === '²';
  if (!squared && scene.tokens.hash[at] !== CUBED && sign !== '³') return -1;
  scene.value = squared ? 'square' : 'cubic';
  return at + 1;
};

/** ″, two primes, or a straight quote that closes nothing. */
const inchSign: Reader<Scene> = (scene, at) => {
  const sign = scene.text[scene.tokens.start[at]];
  if (sign === '″') return at + 1;
  if (
    sign === "'" &&
    at + 1 < scene.tokens.count &&
    isTight(scene.tokens, at) &&
    isTight(scene.tokens, at + 1) &&
    scene.text[scene.tokens.start[at + 1]] === "'"
  )
    return at + 2;
  // not the 1999 "Song of Songs"
  if (sign !== '"' || !isTight(scene.tokens, at)) return -1;
  let quotes = 0;
  for (let i = scene.tokens.start[at] - 1; i >= 0 && quotes < 2 && scene.tokens.start[at] - i < 400; i--) if (scene.text[i] === '"') quotes++;
  return quotes === 0 ? at + 1 : -1;
};

/** "about": a word that only blurs the number behind it. */
const about: Reader<Scene> = (scene, at) =>
  entryAt(scene, at, scene.limit, Kind.Hedge, (row) => row.operator === '~' && row.position === 'before')?.last ?? -1;

const each = wordsOf('a an per each every');
const halfOfDay = wordsOf('am pm');
const partOfDay = wordsOf('morning evening afternoon');

export const AHEAD: ReadonlyMap<string, Reader<Scene>> = new Map([
  ['number', number],
  ['digits', digits],
  ['word', word],
  ['-', hyphen],
  ['slash', sign(47, 0x2044)],
  [':', sign(58)],
  ['wave', sign(126, 0x223c)],
  ['open', sign(40)],
  ['close', sign(41)],
  ['opening', sign(40, 91, 123, 60)],
  ['closing', sign(41, 93, 125, 62)],
  ['few', few],
  ['unit', unit],
  ['power', power],
  ['inchSign', inchSign],
  ['period', period],
  ['often', often],
  ['about', about],
  ['each', one(each)],
  ['halfOfDay', one(halfOfDay)],
  ['partOfDay', one(partOfDay)],
]);

const oneBack =
  (words: Words): Reader<Scene> =>
  (scene, at) =>
    isOneOf(scene, at - 1, words) ? at - 1 : -1;
const signBack =
  (...signs: readonly number[]): Reader<Scene> =>
  (scene, at) =>
    scene.tokens.end[at - 1] - scene.tokens.start[at - 1] === 1 && signs.includes(signOf(scene, at - 1)) ? at - 1 : -1;

/** Longest hedge or bound that ends right before `at`. */
const hedgeBack: Reader<Scene> = (scene, at) => entryBefore(scene, at, scene.first, Kind.Hedge, 4, (row) => row.position === 'before')?.first ?? -1;

const digitsBack: Reader<Scene> = (scene, at) => (has(scene.tokens, at - 1, Flag.Number) ? at - 1 : -1);
const hyphenBack: Reader<Scene> = (scene, at) => (isHyphen(scene, at - 1) ? at - 1 : -1);

/** A noun for a person: "driver", "minister", "mother". */
export const isPersonNoun = (scene: Scene, token: number): boolean =>
  isClass(scene, token, Class.person | Class.kin) || isKind(scene.knowledge, scene.tokens, token, Kind.Role);
const personBack: Reader<Scene> = (scene, at) => (isClass(scene, at - 1, Class.person) || isOneOf(scene, at - 1, THEM) ? at - 1 : -1);
const THEM = wordsOf('them those anyone anybody everyone everybody nobody');

const aged = wordsOf('aged age ages');
const opener = wordsOf('between from');
const than = wordsOf('younger older');
const young = wordsOf('young old');
const below = wordsOf('under over below above');
const minus = wordsOf('minus negative');

/** Classes that stand before the number, read from right to left. */
export const BACK: ReadonlyMap<string, Reader<Scene>> = new Map([
  ['digits', digitsBack],
  ['-', hyphenBack],
  [':', signBack(58)],
  ['^', signBack(94)],
  ['open', signBack(40)],
  ['hashSign', signBack(35)],
  ['hedge', hedgeBack],
  ['person', personBack],
  ['aged', oneBack(aged)],
  ['opener', oneBack(opener)],
  ['younger', oneBack(than)],
  ['young', oneBack(young)],
  ['under', oneBack(below)],
  ['minus', oneBack(minus)],
]);
