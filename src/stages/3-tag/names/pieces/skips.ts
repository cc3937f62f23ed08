import { Flag, has, type Rule } from '../../../../model/index.js';
import { isKind, Kind, levelOf, Lexname, lexnameOf, type LexiconHit, phraseAt, Pos, posOf, USES } from '../../../../knowledge/index.js';
import { isCapital, isFunctionWord, isWord, sign, written, type Scene } from '../scene.js';
import { gazetteerAt, isFirm } from '../gazetteer.js';
import type { Place } from './cuts.js';
import { eventEnd } from './events.js';
import { organisationAt } from './organisations.js';
import { isHyphenated } from './particles.js';

const DOLLAR = 36;

/** Words that belong to no name: each rule gives the token behind them, or the place's own token when it skips nothing. */
export const SKIPS: readonly Rule<(scene: Scene, place: Place) => number>[] = [
  {
    id: 'skip.currency',
    reads: 'the letters of a currency: “US$ 2.7 million”, “R$ 30”, “$US 15”; an amount: “R120m”, “A50bn”',
    find: (scene, { token, limit }) => {
      const { tokens } = scene;
      const behind = token + 1 < limit && !has(tokens, token + 1, Flag.SpaceBefore) && sign(scene, token + 1) === DOLLAR;
      const before = token > 0 && !has(tokens, token, Flag.SpaceBefore) && sign(scene, token - 1) === DOLLAR;
      const signed = has(tokens, token, Flag.Upper) && (behind || before);
      const amount = has(tokens, token, Flag.Alphanumeric) && /\d(?:m|bn|k|tn)$/.test(written(scene, token, token + 1));
      return signed || amount ? token + 1 : token;
    },
  },
  {
    id: 'skip.fiscal-year',
    reads: 'a fiscal year or a part of one by its sign: “FY24”, “Q3FY25”',
    find: ({ tokens, text }, { token }) =>
      has(tokens, token, Flag.Alphanumeric) && /^(?:[QH]\d)?FY(?:20)?\d\d$/.test(text.slice(tokens.start[token], tokens.end[token]))
        ? token + 1
        : token,
  },
  {
    id: 'skip.contraction',
    reads: '“I’m”, “We’re”, “Don’t”, “I”',
    find: (scene, { token }) => (isContraction(scene, token) || (isWord(scene, token, 'i') && !isCapital(scene, token + 1)) ? token + 1 : token),
  },
  {
    id: 'skip.seat',
    reads: 'the letter of a lawmaker’s party before his seat: “R-Texas”, “D-Montgomery”; “T-Mobile” is a row',
    find: (scene, { token, limit, hit }) => {
      const { tokens } = scene;
      const letter = tokens.end[token] - tokens.start[token] === 1 && token + 2 < limit && hit === null;
      return letter && isHyphenated(scene, token + 1) && gazetteerAt(scene, token + 2, limit) !== null ? token + 2 : token;
    },
  },
  {
    id: 'skip.vessel',
    reads: 'the name of a vessel goes with its prefix: “HMS Ocean”, “USS Mahan”',
    find: (scene, { token, end, limit }) => {
      const prefix = notNameAt(scene, token, limit);
      return prefix?.row.category === 'vessel' && prefix.last < end && has(scene.tokens, token, Flag.Upper) ? end : token;
    },
  },
  {
    id: 'skip.event',
    reads: 'events and acts with their whole name: “Typhoon Haiyan”, “Battle of Hastings”',
    find: (scene, { token, end, limit }) => {
      const head = notNameAt(scene, token, limit);
      return head?.row.category === 'event-head' ? eventEnd(scene, token, head.last, end, limit) : token;
    },
  },
  {
    id: 'skip.not-name',
    reads: 'a phrase of the list of what is no name, unless a longer name holds it: “COVID-19”, “Ramadan”',
    find: (scene, place) => {
      const phrase = notNameAt(scene, place.token, place.limit);
      return phrase !== null && isNoName(scene, place, phrase.row.category, phrase.last) ? phrase.last : place.token;
    },
  },
  {
    id: 'skip.function-word',
    reads: 'a word that is capitalised only because the sentence begins with it: “The”, “In”; in a shouted line capitals tell nothing',
    find: (scene, { token, hit }) => {
      const { tokens } = scene;
      if (isInitial(scene, token)) return token;
      const told = has(tokens, token, Flag.Upper) && !has(tokens, token, Flag.Shouted);
      return !told && (hit === null || hit.words === 1) && isFunctionWord(scene, token) ? token + 1 : token;
    },
  },
  {
    id: 'skip.people',
    reads: 'a plural for people that only the sentence gives its capital, before a word that is no English: “Rivals Leroy Seafood”',
    find: (scene, { token, end, hit }) => (hit === null && isPeople(scene, token, end) ? token + 1 : token),
  },
  {
    id: 'skip.opening',
    reads: 'a participle that only the sentence gives its capital, before a full name: “Starring Faith Odell”, “Flying Kenya Airways”',
    find: (scene, { token, end, hit }) => (hit === null && isOpening(scene, token, end) ? token + 1 : token),
  },
];

/** "A. K. Wachuka": one letter and its dot before another such or a word that is no English; "A. Introduction" counts. */
function isInitial(scene: Scene, token: number): boolean {
  const { tokens, text, knowledge } = scene;
  const behind = token + 2;
  if (tokens.end[token] - tokens.start[token] !== 1 || behind >= tokens.count || text[tokens.start[token + 1]] !== '.') return false;
  if (has(tokens, token + 1, Flag.SpaceBefore) || !isCapital(scene, behind)) return false;
  if (tokens.end[behind] - tokens.start[behind] === 1) return behind + 1 < tokens.count && text[tokens.start[behind + 1]] === '.';
  return levelOf(knowledge, tokens, behind) === 0 && behind + 1 < tokens.count && isCapital(scene, behind + 1);
}

function isPeople(scene: Scene, token: number, end: number): boolean {
  const { tokens, knowledge } = scene;
  if ((tokens.flags[token] & (Flag.SentenceStart | Flag.Shouted | Flag.Upper)) !== Flag.SentenceStart || token + 1 >= end) return false;
  if ((posOf(knowledge, tokens, token) & Pos.Plural) === 0 || lexnameOf(knowledge, tokens, token) !== Lexname.Person) return false;
  if (!isCapital(scene, token + 1) || has(tokens, token + 1, Flag.Upper) || levelOf(knowledge, tokens, token + 1) !== 0) return false;
  return !isKind(knowledge, tokens, token, Kind.Organisation) && !isKind(knowledge, tokens, token, Kind.Surname);
}

function isOpening(scene: Scene, token: number, end: number): boolean {
  const { tokens, knowledge } = scene;
  if ((tokens.flags[token] & (Flag.SentenceStart | Flag.Shouted)) !== Flag.SentenceStart || token + 2 >= end) return false;
  if (!isCapital(scene, token + 1) || !isCapital(scene, token + 2)) return false;
  if (!isKind(knowledge, tokens, token + 1, Kind.GivenName) && !isListedName(scene, token + 1, end)) return false;
  if ((posOf(knowledge, tokens, token) & (Pos.Gerund | Pos.Past)) === 0) return false;
  return !isKind(knowledge, tokens, token, Kind.GivenName) && !isKind(knowledge, tokens, token, Kind.Surname);
}

/** "Flying Kenya Airways": a name of several words that a row names outright. */
function isListedName(scene: Scene, token: number, end: number): boolean {
  const hit = gazetteerAt(scene, token, end);
  return hit !== null && hit.words > 1 && hit.senses.some((sense) => isFirm(scene.knowledge, sense));
}

const notNameAt = ({ knowledge, text, tokens }: Scene, token: number, limit: number): LexiconHit<Kind.NotName> | null =>
  phraseAt(knowledge, text, tokens, token, limit, Kind.NotName);

/** Whether a phrase of the not-names list is one here: not when a longer name or an organisation holds it. */
function isNoName(scene: Scene, { token, end, limit, hit }: Place, category: string, last: number): boolean {
  const { tokens, knowledge } = scene;
  // Common capitalised nouns ("Parliament", "Embassy") are weighed as evidence, not skipped.
  if (category === 'common' && !(has(tokens, token, Flag.Upper) && !has(tokens, token, Flag.Shouted))) return false;
  if (category === 'function-word' || category === 'vessel') return false;
  if (category === 'sentence-word' && (!has(tokens, token, Flag.SentenceStart) || has(tokens, token, Flag.Upper))) return false;
  if (hit && (hit.last > last || (hit.last === last && hit.senses.some((sense) => USES[knowledge.names.use[sense]] === 'demonym')))) return false;
  // "APC", a vehicle, in an article that names a party of these letters: the article decides. "Pepsi": who makes it bears its name.
  const listed = hit !== null && hit.last === last;
  if (category === 'common' && listed && last === end && hit.senses.every((sense) => !isFirm(knowledge, sense)))
    return sign(scene, token - 1) === OPEN && !isIntroduced(scene, token, hit.senses);
  if (category === 'product' && listed && hit.senses.some((sense) => isFirm(knowledge, sense)) && isMaker(scene, token, last, limit)) return false;
  const organisation = category === 'common' ? null : organisationAt(scene, token, { first: token, last: end }, limit);
  if (organisation && organisation.last > last) return false;
  // "Christian Aforlah", "Islam Karimov", "Friday Okonkwo": a person's name may begin with such a word.
  const goesOn = last === token + 1 && last < end && isCapital(scene, last) && isKind(knowledge, tokens, token, Kind.GivenName);
  if (!goesOn) return true;
  if (category === 'month' || category === 'weekday') return !isSurnameOnly(scene, token, limit) || tellsTime(scene, token - 1);
  return levelOf(knowledge, tokens, last) !== 0 && !isKind(knowledge, tokens, last, Kind.Surname);
}

const OPEN = 40;
/** Words of a full name at most. */
const LONGEST_NAME = 8;

/** "All Progressives Congress (APC)": the name before the bracket is a name of one of these readings. */
function isIntroduced(scene: Scene, token: number, senses: readonly number[]): boolean {
  const { entity } = scene.knowledge.names;
  const end = token - 1;
  for (let first = end - 1; first >= Math.max(0, end - LONGEST_NAME); first--) {
    const full = gazetteerAt(scene, first, end);
    if (full?.last === end && full.senses.some((sense) => senses.some((letters) => entity[letters] === entity[sense]))) return true;
  }
  return false;
}

const DONE_BY = ['by', 'from', 'at', 'for', 'with', 'against', 'and'];
const AUXILIARIES = ['is', 'was', 'has', 'had', 'will', 'would', 'did', 'does'];

/** "Pepsi said", "hired by Lego", "Rolex’s lawyers": who makes a thing acts, owns, or has something done; the thing itself does not. */
export function isMaker(scene: Scene, first: number, last: number, limit: number): boolean {
  const { tokens, knowledge } = scene;
  if (!has(tokens, first, Flag.SentenceStart) && DONE_BY.some((word) => isWord(scene, first - 1, word))) return true;
  if (last >= limit || has(tokens, first, Flag.Shouted) || (first > 0 && isWord(scene, first - 1, 'the'))) return false;
  if (has(tokens, last, Flag.Possessive) || isKind(knowledge, tokens, last, Kind.Reporting)) return true;
  // "Apple is in talks", but "Apple is a fruit".
  if (AUXILIARIES.some((word) => isWord(scene, last, word))) return !isWord(scene, last + 1, 'a') && !isWord(scene, last + 1, 'an');
  const pos = posOf(knowledge, tokens, last);
  return (pos & (Pos.Past | Pos.Third)) !== 0 && (pos & (Pos.Noun | Pos.Plural | Pos.Adjective)) === 0;
}

/** "April Jones", "Jan Holub": behind a month’s name a surname, or behind its abbreviation a word that is no English; no row knows it as anything else. */
function isSurnameOnly(scene: Scene, month: number, limit: number): boolean {
  const { tokens, knowledge } = scene;
  const hit = gazetteerAt(scene, month + 1, limit);
  if (hit?.senses.some((sense) => isFirm(knowledge, sense))) return false;
  if (isKind(knowledge, tokens, month + 1, Kind.Surname)) return true;
  return tokens.end[month] - tokens.start[month] === 3 && hit === null && levelOf(knowledge, tokens, month + 1) === 0;
}

/** "last April", "in June", "3 May": what stands before a month makes it one; behind "of" or "by" a person may stand as well. */
function tellsTime({ knowledge, text, tokens }: Scene, token: number): boolean {
  if (token < 0) return false;
  const word = phraseAt(knowledge, text, tokens, token, token + 1, Kind.BeforeMonth);
  return has(tokens, token, Flag.Number) || (word !== null && !word.row.name);
}

/** "I’m", "We’re", "Don’t": a clipped verb behind an apostrophe. */
function isContraction(scene: Scene, token: number): boolean {
  const { start, end } = scene.tokens;
  for (let i = Math.max(start[token] + 1, end[token] - 3); i < end[token]; i++) {
    const c = scene.text.charCodeAt(i);
    if (c === 39 || c === 0x2019) return /^[’'](?:m|re|ve|ll|d|t)$/i.test(scene.text.slice(i, end[token]));
  }
  return false;
}
