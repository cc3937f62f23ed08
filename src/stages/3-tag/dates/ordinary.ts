import { Flag, has, isTight } from '../../../model/index.js';
import { isKind, Kind, levelOf, Pos, posOf } from '../../../knowledge/index.js';
import { hashOf } from '../../../text/index.js';
import { type Scene, signAt } from './scene.js';
import { roleBit } from './words.js';

// What tells a month, a year or a season from the ordinary word or number that looks the same.

const set = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));

/** Words behind which a month, season or year by itself is a time. */
const BEFORE_TIMES = set(
  'in since until till by during throughout through before after from of between early late mid last next this that around ' +
    'about to following previous every each another ending starting beginning past circa',
);
const RANGE_WORDS = set('- to through');
const DETERMINERS = set('the a an his her its their this that our my your these those');
const OWNERS = set('his her their my your our its the a an some all');
const PREPOSITIONS = set('in since until till by before after from during around circa late early mid post pre');
const ON_DAYS = set(
  'on by until till since from last next this every each before after late early that following previous past to through and ' + 'or',
);

/** Words between a length and the date at its end: "the year ended 31 March". */
export const BOUNDING = set('ended ending to through until');

export const isOneOf = (scene: Scene, at: number, words: ReadonlySet<number>): boolean => at >= scene.first && words.has(scene.tokens.hash[at]);
export const isPreposition = (scene: Scene, at: number): boolean => isOneOf(scene, at, PREPOSITIONS);
export const beforeTimes = (scene: Scene, at: number): boolean => isOneOf(scene, at, BEFORE_TIMES);

/** Whether tokens `[first, last)` are all the sentence says, but for its signs. */
export function isAlone(scene: Scene, first: number, last: number): boolean {
  for (let t = scene.first; t < first; t++) if (!has(scene.tokens, t, Flag.Punctuation)) return false;
  for (let t = last; t < scene.limit; t++) if (!has(scene.tokens, t, Flag.Punctuation)) return false;
  return true;
}

const isBeforeMonth = (scene: Scene, at: number): boolean => at >= scene.first && isKind(scene.knowledge, scene.tokens, at, Kind.BeforeMonth);

/** "between October and March", "from November to May": another month stands before the word that joins the two. */
function goesOnFromMonth(scene: Scene, first: number): boolean {
  const { tokens, words } = scene;
  const month = first - 2;
  if (!isOneOf(scene, first - 1, JOINING) || month < scene.first || !has(tokens, month, Flag.Capital)) return false;
  const id = tokens.id[month];
  return id >= 0 && (words.roles[id] & MONTH) !== 0;
}
const JOINING = set('and or to through until till');
const MONTH = roleBit('month');

/** A month by itself: always when its word is no other word; "May" and "March" only behind "in", "since", "early" …, or alone. */
export function aloneMonth(scene: Scene, first: number, last: number): boolean {
  const written = scene.tokens.end[first] - scene.tokens.start[first];
  const before = signAt(scene, first - 1) === 45 ? first - 2 : first - 1;
  const capital = has(scene.tokens, first, Flag.Capital);
  const word = scene.text.slice(scene.tokens.start[first], scene.tokens.end[first]).toLowerCase();
  if (word === 'august' && capital && first > scene.first) return true;
  if (word === 'may' || word === 'march' || word === 'august') {
    if (isAlone(scene, first, last) || (capital && goesOnFromMonth(scene, first))) return capital;
    return (capital && isBeforeMonth(scene, before)) || (word !== 'march' && scene.tokens.hash[before] === hashOf('in') && endsPhrase(scene, last));
  }
  if (scene.tokens.hash[before] === hashOf('to') || isOneOf(scene, last, RANGE_WORDS)) return capital;
  if (written <= 4 && word !== 'june' && word !== 'july') return capital && isBeforeMonth(scene, before);
  return true;
}

/** Behind it nothing stands that the words before could belong to: a sign, the end, a preposition or a verb, no noun. */
export function endsPhrase(scene: Scene, last: number): boolean {
  if (last >= scene.limit) return true;
  const { tokens } = scene;
  if (has(tokens, last, Flag.Possessive)) return false;
  if (has(tokens, last, Flag.Punctuation)) return !(signAt(scene, last) === 45 && isTight(tokens, last));
  if (has(tokens, last, Flag.Capital) || has(tokens, last, Flag.Number)) return false;
  const pos = posOf(scene.knowledge, tokens, last);
  return (
    (pos & Pos.Noun) === 0 ||
    levelOf(scene.knowledge, tokens, last) === 0 ||
    PREPOSITIONS.has(tokens.hash[last]) ||
    (pos & Pos.Past) !== 0 ||
    COMMON_BEHIND.has(tokens.hash[last])
  );
}
const COMMON_BEHIND = set('in at on by was is were he she it they we i as have has had will when no do so after be are may can must a');

/** A name goes on behind, or a capitalised word stands beside: "Tet Offensive", "White Christmas". */
export function isPartOfName(scene: Scene, first: number, last: number): boolean {
  const { tokens } = scene;
  if (
    last < scene.end &&
    (last === scene.limit || has(tokens, last, Flag.Capital)) &&
    has(tokens, last, Flag.Capital) &&
    !has(tokens, last, Flag.Possessive)
  )
    return true;
  return first < last && first - 1 > scene.first && has(tokens, first - 1, Flag.Capital) && !has(tokens, first - 1, Flag.SentenceStart);
}

/** A year stands behind, perhaps after a comma. */
export function yearBehind(scene: Scene, last: number): boolean {
  const at = signAt(scene, last) === 44 ? last + 1 : last;
  return at < scene.limit && has(scene.tokens, at, Flag.Number) && scene.tokens.end[at] - scene.tokens.start[at] === 4;
}

/** A plural noun stands there: what is counted. */
export function countsPeople(scene: Scene, at: number): boolean {
  if (at >= scene.limit || !has(scene.tokens, at, Flag.Word)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if ((pos & Pos.Plural) !== 0 && (pos & Pos.Third) === 0) return true;
  return COUNTED.has(scene.tokens.hash[at]) || ((pos & Pos.Plural) !== 0 && !has(scene.tokens, at, Flag.Capital));
}
const COUNTED = set(
  'people percent per men women children troops km kilometers kilometres miles meters metres feet tons tonnes dollars ' +
    'million billion thousand hundred more other',
);

/** The same behind a word or two: "[police officers]", "[new Iraqi recruits]". */
export function countsSoon(scene: Scene, at: number): boolean {
  for (let end = at; end < Math.min(scene.limit, at + 3); end++) {
    if (countsPeople(scene, end)) return true;
    const described = has(scene.tokens, end, Flag.Word) && (posOf(scene.knowledge, scene.tokens, end) & (Pos.Noun | Pos.Adjective)) !== 0;
    if (!described || PREPOSITIONS.has(scene.tokens.hash[end])) return false;
  }
  return false;
}

/** "In June 15 people died": behind "in" a month takes no day. */
export const lonelyDigits = (scene: Scene, first: number): boolean => scene.tokens.hash[first - 1] === hashOf('in');

/** A day of a month stands there, "20 Sep" or "Sep 20". */
function isDated({ tokens, words, limit }: Scene, at: number): boolean {
  if (at + 1 >= limit) return false;
  const isMonth = (t: number): boolean => tokens.id[t] >= 0 && (words.roles[tokens.id[t]] & MONTH) !== 0;
  const isNumber = (t: number): boolean => has(tokens, t, Flag.Number) && tokens.end[t] - tokens.start[t] <= 2;
  const isNumbered = isNumber(at) && isTight(tokens, at + 1) && has(tokens, at + 1, Flag.Word);
  return isNumbered || (isNumber(at) && isMonth(at + 1)) || (isMonth(at) && isNumber(at + 1));
}
const COMMA = 44;

/** A weekday's abbreviation counts behind "on", "last" … or with a dot; "sun" and "sat" never in lower case otherwise. */
export function aloneWeekday(scene: Scene, first: number, last: number, ambiguous: boolean): boolean {
  if (!ambiguous) return true;
  if (last - first === 2) return true;
  const word = scene.text.slice(scene.tokens.start[first], scene.tokens.end[first]);
  const behind = isOneOf(scene, first - 1, ON_DAYS);
  // "Sat 20 Sep", "Sun, Sep 14"
  if (has(scene.tokens, first, Flag.Capital) && isDated(scene, signAt(scene, last) === COMMA ? last + 1 : last)) return true;
  if (/^(tues|thu|thur|thurs|weds)$/i.test(word)) return behind || has(scene.tokens, first, Flag.Capital) || isAlone(scene, first, last);
  return behind && has(scene.tokens, first, Flag.Capital) && endsPhrase(scene, last);
}

/** A preposition that takes days stands before. */
export const behindOn = (scene: Scene, first: number): boolean =>
  isOneOf(scene, first - 1, ON_DAYS) && !isOneOf(scene, first - 1, NOT_BEFORE_FIGURES);
const NOT_BEFORE_FIGURES = set('to and or each every');

/** "fall" and "spring": behind "in the", "last", "early" …, or before a year; "the fall of Kabul" is none. */
export function aloneSeason(scene: Scene, first: number, last: number, ambiguous: boolean): boolean {
  const { tokens } = scene;
  if (!ambiguous) return true;
  if (tokens.hash[last] === hashOf('of') || (last < scene.limit && has(tokens, last, Flag.Capital) && has(tokens, first, Flag.Capital))) return false;
  const at = tokens.hash[first] === hashOf('the') ? first - 1 : first - 1;
  if (isOneOf(scene, at, BEFORE_TIMES) && tokens.hash[at] !== hashOf('to') && tokens.hash[at] !== hashOf('of')) return endsPhrase(scene, last);
  return at < scene.first && tokens.hash[last - 1] === hashOf('spring') && has(tokens, first, Flag.Capital) && endsPhrase(scene, last);
}

/**
 * A bare number of four digits is a year unless it counts or names: "2000 troops", "No. 1984", "M-1984", "$1990", "1999%".
 * "In 2003 troops entered" keeps its year, as does "the 2008 elections".
 */
export function isYear(scene: Scene, at: number, last: number, value: number): boolean {
  const { tokens, text } = scene;
  const before = at - 1 >= scene.first ? at - 1 : -1;
  if (before >= 0 && isTight(tokens, at) && has(tokens, before, Flag.Punctuation)) {
    const sign = text[tokens.start[before]];
    if ('$€£#¥+@&=_'.includes(sign)) return false;
    if (sign === '/' && !(has(tokens, before - 1, Flag.Number) && tokens.end[before - 1] - tokens.start[before - 1] === 4)) return false;
    if (
      '-–/.:'.includes(sign) &&
      before - 1 >= scene.first &&
      isTight(tokens, before) &&
      !has(tokens, before - 1, Flag.Number) &&
      !isOneOf(scene, before - 1, PREPOSITIONS) &&
      has(tokens, before - 1, Flag.Upper)
    )
      return false;
    if ((sign === ':' || sign === '.') && isTight(tokens, before)) return false;
  }
  if (
    before > scene.first &&
    isTight(tokens, at) &&
    isTight(tokens, before) &&
    signAt(scene, before) === 45 &&
    has(tokens, before - 1, Flag.Number)
  ) {
    const start = Number(text.slice(tokens.start[before - 1], tokens.end[before - 1]));
    if (start > value && start < 10_000) return false;
  }
  if (isNamedNumber(scene, before)) return false;
  if (last < scene.limit && isTight(tokens, last)) {
    const sign = text[tokens.start[last]];
    if (sign === '%' || (sign === ':' && last + 1 < tokens.count && isTight(tokens, last + 1)) || sign === '°' || has(tokens, last, Flag.Word))
      return false;
  }
  if (
    last + 1 < scene.limit &&
    isTight(tokens, last + 1) &&
    isTight(tokens, last) &&
    signAt(scene, last) === 45 &&
    has(tokens, last + 1, Flag.Number)
  ) {
    const next = Number(text.slice(tokens.start[last + 1], tokens.end[last + 1]));
    if (next > 999 && next < value) return false;
  }
  if (last < scene.limit && UNITS.has(tokens.hash[last])) return false;
  if (value < 1400 && !isPreposition(scene, before) && !(before >= 0 && signAt(scene, before) === 40))
    return isOneOf(scene, before, BEFORE_TIMES) && endsPhrase(scene, last);
  if (before >= 0 && COUNTING.has(tokens.hash[before]) && !LATER.has(tokens.hash[before - 1])) return false;
  if (!countsPeople(scene, last)) return true;
  if (value % 100 === 0) return isOneOf(scene, before, DETERMINERS) && value >= 1900 && value <= 2000;
  // "pre-2019 levels"
  const joined = before > scene.first && signAt(scene, before) === 45 && isTight(tokens, at) ? before - 1 : before;
  return (
    before >= 0 &&
    (isOneOf(scene, before, DETERMINERS) ||
      (joined < before && isPreposition(scene, joined)) ||
      isPreposition(scene, before) ||
      has(tokens, before, Flag.Possessive | Flag.Capital))
  );
}
/** "page 1998", "pp. 1121-1130": a word that makes the number a name, perhaps with a dot, stands before it or before the range it ends. */
export function isNamedNumber(scene: Scene, before: number): boolean {
  const { tokens } = scene;
  let at = before;
  if (at - 1 > scene.first && isOneOf(scene, at, DASHES) && has(tokens, at - 1, Flag.Number)) at -= 2;
  if (at > scene.first && signAt(scene, at) === 46) at--;
  return isOneOf(scene, at, NAMED_NUMBERS);
}
const DASHES = set('- –');
const NAMED_NUMBERS = set(
  'no number nos room route highway flight resolution page pages p pp vol chapter section article unit version building box model boeing ' + 'suite',
);
const COUNTING = set('than least nearly approximately roughly almost over some numbered totalling totaling exactly');
const LATER = set('later earlier');
const UNITS = set(
  'km kilometers kilometres miles m meters metres feet ft hours hrs tons tonnes kg percent pounds dollars years days acres ' +
    'yards square votes points',
);

/** "her 20s", "the 40s": an age, or a decade. */
export const isOwned = (scene: Scene, at: number): boolean => isOneOf(scene, at, OWNERS) && scene.tokens.hash[at] !== hashOf('the');
