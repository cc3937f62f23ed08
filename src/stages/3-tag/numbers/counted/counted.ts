import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, Pos, posOf, singular } from '../../../../knowledge/index.js';
import { foldWord, wordsOf } from '../../../../text/index.js';
import { endOfModel, endOfSpacedModel, modelOf } from './models.js';
import { isModifier, isPersonWord, isPlural } from './plurals.js';
import { hasVerbBehind, isVerbHere, OBJECT_OPENERS } from './verbs.js';
import { Class, entryAt, isClass, isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { AMPERSAND, AND, COMMA, OR, SLASH, THAN } from '../words.js';

/** The noun phrase a number counts: tokens `[first, last)`, its head and what one of it is. */
export interface Noun {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** Singular English, "person" for people of any sort. */
  readonly unit: string;
  /** Whether the things counted are parts of an argument ("factors", "reasons"). */
  readonly abstract: boolean;
}

/** A counted noun phrase has at most this many tokens. */
const LONGEST_NOUN = 9;

/** Noun phrase at `token`; `one` asks for a singular head ("one proposal"), `loose` takes a singular where no plural is found. */
export function nounAt(scene: Scene, token: number, limit: number, one: boolean, loose: boolean): Noun | null {
  const { tokens } = scene;
  const end = Math.min(limit, token + LONGEST_NOUN);
  // "against 410 ten years ago": a time of its own
  if (token < end && scene.timeAt[token] >= 0 && isKind(scene.knowledge, scene.tokens, token, Kind.Number) && !isHyphen(scene, token + 1))
    return null;
  let head = -1;
  let lastNoun = -1;
  let jumped = false;
  let nameHead = -1;
  // "8 million daily users"
  if (token + 1 < end && isOneOf(scene, token, OFTEN) && isPlural(scene, token + 1)) return nounAt(scene, token + 1, limit, one, loose);
  // four “elements”
  let at = token < end && '“‘"'.includes(scene.text[tokens.start[token]]) ? token + 1 : token;
  while (at < end) {
    if (has(tokens, at, Flag.Masked)) break;
    if (has(tokens, at, Flag.Number)) {
      const model = endOfModel(scene, token, at, end);
      if (model > at) {
        // "14 AK-47s" are the things themselves, "14 AK-47 rifles" are rifles.
        if (model > at + 1) return modelOf(scene, token, model);
        head = -1;
        at = model;
        continue;
      }
      const spaced = endOfSpacedModel(scene, token, at);
      if (spaced > 0) return modelOf(scene, token, spaced);
      // "two new 737 Max jets": a model number inside a name.
      const inside = at > token || tokens.end[at] - tokens.start[at] === 3;
      if (inside && at + 1 < end && has(tokens, at + 1, Flag.Capital) && !isTightTo(scene, at) && head < 0) {
        at++;
        continue;
      }
      break;
    }
    if (has(tokens, at, Flag.Possessive)) {
      // "al-Qaeda's fighters" and "taxpayers' money" go on, "two years' time" ends before the sign
      if ((head >= 0 && !one) || at + 1 >= end) break;
      if (head >= 0 && (!has(tokens, at + 1, Flag.Word) || isStop(scene, at + 1) || !isNoun(scene, at + 1))) break;
      head = -1;
      at++;
      continue;
    }
    if (has(tokens, at, Flag.Punctuation)) {
      const joins =
        at > token &&
        at + 1 < end &&
        (isHyphen(scene, at) || isWord(scene, at, SLASH) || isWord(scene, at, AMPERSAND)) &&
        (isTightTo(scene, at + 1) || isWord(scene, at, AMPERSAND)) &&
        (has(tokens, at + 1, Flag.Word) || endOfModel(scene, token, at + 1, end) > 0);
      // "long, hard days"; "“cold” war prisoners"
      const comma =
        isWord(scene, at, COMMA) &&
        head < 0 &&
        at > token &&
        isModifier(scene, at - 1) &&
        at + 1 < end &&
        isModifier(scene, at + 1) &&
        !has(tokens, at + 1, Flag.Capital);
      if (!joins && !comma) break;
      if (joins && head >= 0 && isHyphen(scene, at)) break;
      at++;
      continue;
    }
    // "34 high-powered rifles": a word of grammar that a hyphen makes part of an adjective.
    if (isStop(scene, at) && at + 3 < end && isHyphen(scene, at + 1) && isTightTo(scene, at + 1) && isTightTo(scene, at + 2)) {
      at += 3;
      continue;
    }
    // "312 newly arrived households"
    if (isStop(scene, at) && at > token && isOneOf(scene, at - 1, NEWLY) && (posOf(scene.knowledge, tokens, at) & Pos.Past) !== 0) {
      at++;
      continue;
    }
    if (isStop(scene, at) && at > token + 1 && isHyphen(scene, at - 1) && isTightTo(scene, at)) {
      // "loan-to-value mortgages"
      at++;
      continue;
    }
    if (isStop(scene, at)) {
      // "Kia and Hyundai vehicles", "men or women": one step over a conjunction while the head is to come.
      const conjunction = (isWord(scene, at, AND) || isWord(scene, at, OR)) && head < 0 && !jumped && at > token && at + 1 < end;
      if (
        !conjunction ||
        isStop(scene, at + 1) ||
        has(tokens, at + 1, Flag.Number | Flag.Punctuation) ||
        (lastNoun >= 0 && !has(tokens, at + 1, Flag.Capital) && !isPlural(scene, lookAhead(scene, at + 1, end)))
      )
        break;
      jumped = true;
      at++;
      continue;
    }
    const inName = scene.nameAt[at] >= 0;
    if (isVerbHere(scene, at, head, lastNoun, token)) break;
    if (isPlural(scene, at) && !(inName && scene.names[scene.nameAt[at]].last - 1 > at)) {
      if (head >= 0 && !isCompound(scene, head, at)) break;
      // "six United Nations treaties": a name in the plural is the head only when nothing follows.
      if (head < 0 && inName && scene.names[scene.nameAt[at]].last - scene.names[scene.nameAt[at]].first > 1) nameHead = at;
      else head = at;
      lastNoun = at;
    } else if (head >= 0) {
      // "police officers" goes on to a plural; "22 goals last" ends at the plural.
      if (!(at + 1 < end && isInvariable(scene, head) && isPlural(scene, at + 1) && !isStop(scene, at))) break;
    } else {
      if (inName || isNoun(scene, at)) lastNoun = at;
      if (one && lastNoun >= 0 && !isModifierOfNext(scene, at, end)) {
        head = lastNoun;
        break;
      }
    }
    at++;
  }
  if (head < 0) head = nameHead;
  if (head < 0 && (one || loose)) head = loose && !one ? singularHead(scene, token, end) : lastNoun;
  // "of the company's 46,000 staff": an owner, what is owned stands behind
  if (head < 0 || (head + 2 >= end && head + 1 < tokens.count && has(tokens, head + 1, Flag.Possessive) && end === limit)) return null;
  return nounOf(scene, token, head);
}

function lookAhead(scene: Scene, token: number, end: number): number {
  let at = token;
  while (at + 1 < end && !isStop(scene, at) && !isPlural(scene, at) && !has(scene.tokens, at + 1, Flag.Punctuation)) at++;
  return at;
}

function nounOf(scene: Scene, first: number, head: number): Noun {
  let from = first;
  // "more", "other" and "of" words in front stay in the phrase as written, except "more", "fewer" and "additional", which belong to the number.
  if (!has(scene.tokens, from, Flag.Word | Flag.Number)) from++;
  while (from < head && isOneOf(scene, from, MORE_WORDS)) from++;
  const counted = entryAt(scene, head, head + 1, Kind.Counted, (row) => row.class === 'person' || row.class === 'plural' || row.class === 'abstract');
  const name = scene.nameAt[head] >= 0 ? scene.names[scene.nameAt[head]] : null;
  // "excavators": what a list names is what it says.
  const people =
    counted && counted.row.unit !== ''
      ? counted.row.unit === 'person'
      : name?.senses.some((sense) => sense.use === 'demonym') || isPersonWord(scene, head);
  const word = foldWord(scene.text.slice(scene.tokens.start[head], scene.tokens.end[head]));
  const unit = people ? 'person' : counted && counted.row.unit !== '' ? counted.row.unit : singular(scene.knowledge, word);
  return { first: from, last: head + 1, head, unit, abstract: isClass(scene, head, Class.abstract) };
}
const MORE_WORDS = wordsOf('more fewer less additional further extra some');

/** People and police take further nouns behind them ("police officers", "aircraft carriers"). */
const isInvariable = (scene: Scene, token: number): boolean => {
  const c = scene.text.charCodeAt(scene.tokens.end[token] - 1) | 32;
  return c !== 115;
};

/**
 * Two plurals side by side are a compound when the second is a noun for sure ("sports facilities", "United Nations peacekeepers"); behind
 * a plural without -s it always is, as no verb in -s goes with a plural: "police stations".
 */
function isCompound(scene: Scene, head: number, next: number): boolean {
  if (next !== head + 1) return false;
  const pos = posOf(scene.knowledge, scene.tokens, next);
  // "a site meant for 40,000 people hosts over 180,000"
  if (isOneOf(scene, head, PEOPLE) && (pos & Pos.Third) !== 0) return false;
  if (isClass(scene, next, Class.person | Class.plural)) return true;
  if (pos === 0) return has(scene.tokens, head, Flag.Capital);
  return (pos & Pos.Third) === 0 || has(scene.tokens, head, Flag.Capital) || isInvariable(scene, head);
}

const PEOPLE = wordsOf('people persons men women children families');

function isNoun(scene: Scene, token: number): boolean {
  if (!has(scene.tokens, token, Flag.Word)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Plural)) !== 0;
}

/** Whether the phrase must go on behind `token`: the next word is a noun or adjective too. */
function isModifierOfNext(scene: Scene, token: number, end: number): boolean {
  let next = token + 1;
  if (next < end && isHyphen(scene, next) && isTightTo(scene, next)) return true;
  if (next < end && has(scene.tokens, next, Flag.Possessive)) next++;
  if (next >= end || !has(scene.tokens, next, Flag.Word) || isStop(scene, next)) return false;
  if (isVerbHere(scene, next, -1, token, token)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, next);
  // "the population lives in": behind a singular noun a word in -s is its verb; "bad loans" are none.
  if (
    (pos & Pos.Third) !== 0 &&
    !isModifier(scene, token) &&
    scene.nameAt[next] < 0 &&
    // "half its border posts", but "the billion-dollar dam leaks"
    !((pos & Pos.Plural) !== 0 && isOneOf(scene, token - 1, OWNERS)) &&
    (!isClass(scene, next, Class.person | Class.plural) || isOneOf(scene, next + 1, WHERE)) &&
    !((pos & Pos.Plural) !== 0 && hasVerbBehind(scene, next))
  )
    return false;
  return scene.nameAt[next] >= 0 || (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) !== 0 || pos === 0;
}

/** Behind a word that can be a verb in -s. */
const WHERE = wordsOf('in at on near under below without abroad with within outside');

const OWNERS = wordsOf('its his her their our my your');
const OFTEN = wordsOf('daily weekly monthly yearly annual quarterly');

const NEWLY = wordsOf('newly recently freshly');

/** Where no plural follows: the word directly behind ("a 500-strong force", "11 member agreement", "100 aircraft"). */
function singularHead(scene: Scene, token: number, end: number): number {
  let at = token;
  if (at >= end) return -1;
  if (isHyphen(scene, at) && isTightTo(scene, at) && at + 1 < end && isTightTo(scene, at + 1)) at++;
  if (at >= end || !has(scene.tokens, at, Flag.Word) || isStop(scene, at) || isOneOf(scene, at, NO_HEADS)) return -1;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if ((pos & Pos.Gerund) !== 0) return -1;
  // "2.8 million felt their homes shake", "a village of 2,300 lost 41 houses"
  const next = at + 1;
  if ((pos & Pos.Past) !== 0 && next < scene.tokens.count && (isOneOf(scene, next, OBJECT_OPENERS) || has(scene.tokens, next, Flag.Number)))
    return -1;
  // "17 lost more than £50,000 each", "7,000 cross into Chad": many of a thing are told by its plural, so that this is their verb
  if (
    (pos & (Pos.Past | Pos.Verb)) !== 0 &&
    at === token &&
    !isClass(scene, at, Class.person | Class.plural) &&
    !has(scene.tokens, at, Flag.Capital) &&
    at + 1 < scene.tokens.count &&
    (isOneOf(scene, at + 1, VERB_TIES) || (isOneOf(scene, at + 1, COMPARING) && isWord(scene, at + 2, THAN)))
  )
    return -1;
  if (isClass(scene, at, Class.adverb) && at + 1 < end && isNoun(scene, at + 1) && !isStop(scene, at + 1)) return at + 1;
  if (pos !== 0 && (pos & Pos.Noun) === 0) return -1;
  // "311 Gas Transportation Agreement": capitals in a row are one thing, and its last word is the head.
  while (has(scene.tokens, at, Flag.Capital) && at + 1 < end && has(scene.tokens, at + 1, Flag.Capital) && isNoun(scene, at + 1)) at++;
  return at;
}
const VERB_TIES = wordsOf(
  'into onto across through towards toward their his her its our my them him it us for on with against themselves each every',
);
const COMPARING = wordsOf('more less fewer');
const NO_HEADS = wordsOf('more less others other so cannot back apart apiece');
