import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  BY,
  HAVE,
  PREPOSITION,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  RELATIVE,
  SUBORDINATOR,
  THAT,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  mentionEnd,
  mentionStart,
  signAt,
  skipBack,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { type EntityType, Flag, has, type Sentence } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { MODAL, SAYING } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { countsSpeakers, isSpeakerWord } from './sources.js';

/** The noun phrase before a verb of saying, appositions included; null when none stands there. */
export function subjectOf(scene: Scene, verb: number, sentence: Sentence, floor: number): Stretch | null {
  let at = tokenBefore(scene, verb, floor);
  if (at < floor) return null;
  // "…, which found that": the antecedent speaks. "offers a rate and says": the subject of the sentence goes on.
  if (isIn(scene, at, RELATIVE) && at > floor) {
    const relative = at;
    at = isComma(scene, at - 1) ? at - 2 : at - 1;
    if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
    if (signAt(scene, at) === '(') at--;
    // "Kaori Yamanobe, a strategist in Oran, who had forecast": where he works does not speak.
    const person = isIn(scene, relative, WHO) && isPlace(scene, at) ? describedBefore(scene, at + 1, floor) : null;
    if (person) return person;
    if (mentionOf(scene, at)) return { first: mentionStart(scene, at), last: at + 1 };
    const first = phraseFirst(scene, at, floor);
    return first <= at && isComma(scene, relative - 1) ? { first, last: at + 1 } : null;
  }
  if (isIn(scene, at, JOINT)) return headOf(scene, sentence, floor, at);
  if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
  if (signAt(scene, at) === '(') at--;
  if (scene.mentionAt[at] < 0 && (isIn(scene, at, PRONOUN_PERSON) || isIn(scene, at, PRONOUN_GROUP))) return { first: at, last: at + 1 };
  const last = at + 1;
  if (isComma(scene, at)) return apposed(scene, at, floor);
  const told = toldOf(scene, at, floor);
  if (told) return told;
  const first = phraseFirst(scene, at, floor);
  if (first > at) return null;
  return { first, last };
}

/** "a resident who lost two sons said": the one of whom a clause with "who" tells that ends right before the verb of saying. */
function toldOf(scene: Scene, token: number, floor: number): Stretch | null {
  for (let at = token; at > floor && at > token - LONGEST_CLAUSE && !isWall(scene, at) && !isComma(scene, at); at--) {
    if (!isIn(scene, at, WHO)) continue;
    const first = phraseFirst(scene, at - 1, floor);
    return first < at && isSpeaker(scene, first, at) ? { first, last: at } : null;
  }
  return null;
}
const WHO = wordsOf('who');
const LONGEST_CLAUSE = 12;

/** "Yasir Khan, 43, president of the union, estimated": back over the appositions to the name or noun they follow. */
function apposed(scene: Scene, comma: number, floor: number): Stretch | null {
  let first = comma;
  while (first > floor && !opensClause(scene, first - 1)) first--;
  // "When the shelling stopped, Ali Khan, 30, said": a clause before the subject ends at its comma.
  while (isIn(scene, first, SUBORDINATOR) || isIn(scene, first, CLAUSE) || isIn(scene, first, PREPOSITION) || isParticiple(scene, first)) {
    let next = first;
    while (next < comma && !isComma(scene, next)) next = mentionEnd(scene, next);
    if (next >= comma) return null;
    first = next + 1;
  }
  while (first < comma && (isIn(scene, first, ADVERB) || isIn(scene, first, AND) || isComma(scene, first))) first++;
  let last = first;
  while (last < comma && !isComma(scene, last) && signAt(scene, last) !== '(') last = mentionEnd(scene, last);
  // The words up to the first comma are the name with what belongs to it, no clause of their own.
  for (let token = first; token < last; token = mentionEnd(scene, token))
    if (scene.mentionAt[token] < 0 && (isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE) || isIn(scene, token, MODAL)))
      return lastApposed(scene, comma, floor);
  if (first >= last) return null;
  // "Its spokesman, Colonel Davoud Rastegar, denied", "Her mission, UNSMIL, says", "The agency, the Renfor Institute, counted": the name follows the office.
  let at = isIn(scene, last + 1, ARTICLE) && scene.mentionAt[last + 1] < 0 ? last + 2 : last + 1;
  while (at < last + 4 && isKind(scene.knowledge, scene.tokens, at, Kind.Title) && scene.mentionAt[at] < 0) at++;
  const name = isComma(scene, last) ? mentionOf(scene, at) : null;
  if (name && name.type !== 'place' && isComma(scene, mentionEnd(scene, at)) && !holds(scene, first, last, name.type))
    return { first: at, last: mentionEnd(scene, at) };
  // "The report, prepared by the ministry, says"
  for (at = last + 1; at < Math.min(comma, last + 8) && !isComma(scene, at); at++)
    if (isIn(scene, at, BY) && !holds(scene, first, last, 'group'))
      for (let owner = at + 1; owner < Math.min(comma, at + 4); owner++)
        if (mentionOf(scene, owner)?.type === 'group') return { first, last: mentionEnd(scene, owner) };
  return { first, last };
}

const holds = (scene: Scene, first: number, last: number, type: EntityType): boolean => {
  for (let token = first; token < last; token++) {
    const mention = mentionOf(scene, token);
    // "Adda Holm's successor, Rune Falk": an owner is not whom the phrase means.
    if (
      mention &&
      mention.use !== 'reference' &&
      (mention.type === type || mention.type === 'person') &&
      !has(scene.tokens, mentionEnd(scene, token), Flag.Possessive)
    )
      return true;
  }
  return false;
};

/** "Presenting the report, the minister said" */
const isParticiple = (scene: Scene, token: number): boolean =>
  scene.mentionAt[token] < 0 &&
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Verb) !== 0 &&
  scene.text.slice(scene.tokens.end[token] - 3, scene.tokens.end[token]) === 'ing' &&
  isIn(scene, token + 1, ARTICLE);

/** The name nearest before the comma that a comma or bracket follows; a person's before any other. */
function lastApposed(scene: Scene, comma: number, floor: number): Stretch | null {
  let first = comma;
  let name = -1;
  for (let token = comma - 1; token >= floor && !opensClause(scene, token); token--) {
    const mention = mentionOf(scene, token);
    const end = mentionEnd(scene, token);
    if (mention === null || mention.type === 'place' || end > comma || !(isComma(scene, end) || '()'.includes(signAt(scene, end) || ' '))) continue;
    if (name >= 0 && mention.type !== 'person') continue;
    name = end;
    first = mentionStart(scene, token);
  }
  return name < 0 ? describedBefore(scene, comma, floor) : { first: phraseFirst(scene, first, floor), last: name };
}

/** "…, and two residents of Gao, the nearest town, said": the phrase that a description without a verb stands behind. */
function describedBefore(scene: Scene, comma: number, floor: number): Stretch | null {
  let open = comma - 1;
  while (open > floor && !isComma(scene, open)) {
    if (isPlainVerb(scene, open) || isIn(scene, open, BE) || isIn(scene, open, HAVE) || isWall(scene, open) || isQuote(scene, open)) return null;
    open--;
  }
  if (open <= floor || !isIn(scene, open + 1, ARTICLE)) return null;
  const first = phraseFirst(scene, open - 1, floor);
  return first < open && isSpeaker(scene, first, open) ? { first, last: open } : null;
}
const isSpeaker = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (isSpeakerWord(scene, token, last)) return true;
  return false;
};

/** Behind such a token the subject of a verb of saying can begin. */
const opensClause = (scene: Scene, token: number): boolean =>
  isQuote(scene, token) ||
  (scene.mentionAt[token] < 0 && (isIn(scene, token, THAT) || isIn(scene, token, SAYING) || isIn(scene, token, CONTRAST))) ||
  ';:—'.includes(signAt(scene, token) || ' ');
const CONTRAST = wordsOf('although though while whereas but');

export const JOINT = wordsOf('and but');

/** The token before a verb and the auxiliaries and adverbs with it; "but" is one of the latter and parts clauses. */
export const tokenBefore = (scene: Scene, verb: number, floor: number): number =>
  isIn(scene, verb - 1, JOINT) ? verb - 1 : skipBack(scene, verb - 1, floor);

/** The name that opens the sentence or its last part: the subject that a verb behind "and" shares. */
function headOf(scene: Scene, sentence: Sentence, floor: number, limit: number): Stretch | null {
  for (let token = Math.max(sentence.first, floor); token < limit; token++) {
    const mention = mentionOf(scene, token);
    if (isIn(scene, token, PRONOUN_PERSON) || (isIn(scene, token, PRONOUN_GROUP) && token === sentence.first))
      return { first: token, last: token + 1 };
    if (!mention) {
      if (isPlainVerb(scene, token)) return null;
      continue;
    }
    const end = mentionEnd(scene, token);
    if (mention.type !== 'place' && !isIn(scene, token - 1, PREPOSITION))
      return { first: token, last: has(scene.tokens, end, Flag.Possessive) ? Math.min(limit, end + 3) : end };
    token = end - 1;
  }
  return null;
}

/** First token of the noun phrase that ends with `token`: back over nouns, names and the prepositions inside it. */
function phraseFirst(scene: Scene, token: number, floor: number): number {
  let first = token + 1;
  for (let at = token; at >= floor; at--) {
    if (scene.mentionAt[at] >= 0) {
      // "At the Hope Centre [a nurse] said": an article behind a name begins another phrase.
      if (first <= token && isIn(scene, first, A_AN)) break;
      at = mentionStart(scene, at);
      first = at;
      continue;
    }
    // "Last month the army said": a time at the head of the clause is no part of its subject, as it is in "a June report".
    if (scene.dateAt[at] >= 0 && first <= token && opensWithTime(scene, at, floor)) break;
    if (scene.figureAt[at] >= 0 && isComma(scene, at - 1)) {
      // "…, two diplomats said", "…, two security sources and a clerk said": so many of those who say so.
      if (countsSpeakers(scene, at, token + 1)) first = at;
      break;
    }
    if (signAt(scene, at) === ')') {
      // "the Integrated Office (BINUH) believes"
      let open = at;
      while (open > floor && open > at - 8 && signAt(scene, open) !== '(') open--;
      if (signAt(scene, open) === '(') {
        at = open;
        continue;
      }
    }
    // "Our monitors in Gao, Kidal and Mopti recorded": a list of places inside the phrase.
    // but "died in Rukum West, Karnali police spokesman X said" has its speaker behind the comma.
    if ((isComma(scene, at) || isIn(scene, at, AND)) && isPlace(scene, at - 1) && isPlace(scene, at + 1)) {
      if (isComma(scene, at) && speaksIn(scene, first, token + 1)) break;
      continue;
    }
    if (isIn(scene, at, THAT) && (at === floor || isQuote(scene, at - 1) || isComma(scene, at - 1) || isIn(scene, at + 1, SAME)) && at < token)
      return at;
    if (isComma(scene, at) || isWall(scene, at) || isQuote(scene, at) || isIn(scene, at, RELATIVE) || isIn(scene, at, CLAUSE)) break;
    if ((isPlainVerb(scene, at) && !(at < token && isReduced(scene, at))) || isIn(scene, at, BE) || isIn(scene, at, HAVE) || isModal(scene, at))
      break;
    if (isIn(scene, at, AND) && !isListed(scene, at)) break;
    // "In a statement [the army] said"
    if (first <= token && scene.mentionAt[first] < 0 && isIn(scene, first, ARTICLE) && isPlainNoun(scene, at)) break;
    if (!isWord(scene, at) && !has(scene.tokens, at, Flag.Number) && signAt(scene, at) !== '-' && !has(scene.tokens, at, Flag.Possessive)) break;
    first = at;
  }
  while (
    first <= token &&
    scene.mentionAt[first] < 0 &&
    (isIn(scene, first, PREPOSITION) || isIn(scene, first, AND) || isIn(scene, first, ADVERB) || isIn(scene, first, CLAUSE))
  )
    first++;
  return first;
}

/** "May" the month is no "may". */
const isModal = (scene: Scene, token: number): boolean => isIn(scene, token, MODAL) && scene.dateAt[token] < 0;

/** "a report published in May", "a man held in Gao": before a verb of saying a past form that a noun stands before tells of that noun. */
const isReduced = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0 &&
  (isIn(scene, token + 1, PREPOSITION) || scene.dateAt[token + 1] >= 0) &&
  (isPlainNoun(scene, token - 1) || (scene.mentionAt[token - 1] >= 0 && mentionOf(scene, token - 1)?.type === 'group'));

/** Whether the time that `token` lies in, with its preposition, begins the clause. */
function opensWithTime(scene: Scene, token: number, floor: number): boolean {
  let first = token;
  while (first > floor && scene.dateAt[first - 1] === scene.dateAt[token]) first--;
  if (first > floor && isIn(scene, first - 1, PREPOSITION)) first--;
  return first === floor || isComma(scene, first - 1) || isQuote(scene, first - 1);
}

/** Whether a person or a word for one who speaks stands in tokens `[first, last)`. */
const speaksIn = (scene: Scene, first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (mentionOf(scene, at)?.type === 'person' || (scene.mentionAt[at] < 0 && isSpeakerWord(scene, at, last))) return true;
  return false;
};
const isPlace = (scene: Scene, token: number): boolean => mentionOf(scene, token)?.type === 'place';
const CLAUSE = wordsOf('but yet because although though while whereas if unless when as than so');
/** "residents and aid workers": two speakers of one verb. */
const isListed = (scene: Scene, token: number): boolean =>
  isSpeakerWord(scene, token - 1, token) || (scene.mentionAt[token - 1] >= 0 && isComma(scene, mentionStart(scene, token - 1) - 1));
const SAME = wordsOf('same');
const A_AN = wordsOf('a an');
