import {
  AND,
  ARTICLE,
  BE,
  HAVE,
  OF,
  PREPOSITION,
  RELATIVE,
  THAT,
  TO,
  isComma,
  isIn,
  isQuote,
  isWall,
  signAt,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import type { Sentence } from '../../../../model/index.js';
import { isKind, Kind, Pos, posOf } from '../../../../knowledge/index.js';
import { mentionOf, wordsBetween, type Scene } from '../scene.js';
import { contentAfter, skipAdverbs } from './content.js';
import { invertedAt, quotedAs, saidBy } from './quoted.js';
import { type Attribution, hasFigure, type Manner, MODAL, SAYING, wallBefore } from './saying.js';
import { dateIn, isDocumentWord, isoOf, speakerOf } from './sources.js';
import { JOINT, subjectOf, tokenBefore } from './subjects.js';
import { bareNumberAt } from './verbless.js';
import { accusationAt } from '../accusations.js';

/** Who "claims to have" something says it. */
const OF_ONESELF = wordsOf('claim claims claimed claiming admit admits admitted');

/** "X said (that) …" and "…, X said": the attribution of a verb of saying, null when nobody who could speak is its subject. */
export function verbal(
  scene: Scene,
  verb: number,
  after: number,
  sentence: Sentence,
  floor: number,
  manner: Manner,
  previous: Attribution | null,
): Attribution | null {
  if (manner === 'participle' && !isIn(scene, verb, SAYING_PARTICIPLE)) return null;
  // "wrote 41 novels"
  if (isIn(scene, verb, WRITE) && scene.figureAt[after] >= 0) return null;
  // "asks $140 a tonne": a price
  if (isIn(scene, verb, ASK) && scene.figureAt[after] >= 0) return null;
  // "Driver had been asleep, court told": who is told does not tell.
  if (isIn(scene, verb, TOLD) && after === verb + 1 && (after >= sentence.last || (signAt(scene, after) === '.' && after + 1 >= sentence.last)))
    return null;
  if (manner === 'tally' && isIn(scene, verb, GIVE) && !givesAccount(scene, verb, sentence) && !givesNumber(scene, verb, after, sentence))
    return null;
  const quoted = quotedAs(scene, verb, sentence, floor);
  if (quoted) return quoted;
  const passive = isIn(scene, skipAdverbs(scene, verb - 1, floor), BE);
  if (passive) return saidBy(scene, verb, after, sentence, floor);
  // "a report published in May said"
  const modal = isIn(scene, verb - 1, MODAL) && scene.dateAt[verb - 1] < 0;
  if (modal || isIn(scene, verb - 1, TO) || isIn(scene, verb - 1, ARTICLE) || isIn(scene, verb - 1, PREPOSITION)) return null;
  // "gunmen believed to be rebels": said of them, not by them.
  if (isIn(scene, after, TO) && (isIn(scene, after + 1, BE) || isIn(scene, after + 1, HAVE)) && !isIn(scene, verb, OF_ONESELF)) return null;
  const inverted = invertedAt(scene, verb, after, sentence);
  if (inverted) return inverted;
  // "put the toll at 16 and said that": one speaker, two verbs.
  const again = previous && !previous.trailing && isIn(scene, tokenBefore(scene, verb, floor), JOINT) ? previous.speaker : null;
  const subject = again ? { first: verb, last: verb } : subjectOf(scene, verb, sentence, floor);
  if (!subject) return null;
  // "The country added 7 gigawatts" says nothing, nor "below the 92,300 analysts had expected" what stands behind.
  if ((isIn(scene, verb, ADDED) && scene.figureAt[after] >= 0) || (!again && isContact(scene, subject.last))) return null;
  // "took an average of 30 minutes to reach suspected strokes": no measure speaks
  const amount = again ? -1 : scene.figureAt[subject.last - 1];
  if (amount >= 0 && MEASURED.has(scene.document.figures[amount].kind)) return null;
  // "The Czech state paid": a noun behind the name of its people
  if (!again && isIn(scene, verb, STATE) && !isIn(scene, after, THAT) && mentionOf(scene, verb - 1)?.type === 'place') return null;
  const speaker = again ?? speakerOf(scene, subject, sentence);
  if (!speaker || (!again && isNounBehind(scene, verb, subject.last - 1))) return null;
  // Where the words said begin: behind "that", or behind the words on when, where and to whom.
  const content = contentAfter(scene, after, sentence);
  const opened = subject.first - 1;
  const trails =
    opened > sentence.first &&
    (isComma(scene, opened) || isQuote(scene, opened)) &&
    (!content.that || isQuote(scene, opened)) &&
    !hasFigure(scene, after, content.rest) &&
    (content.rest >= sentence.last ||
      isQuote(scene, content.rest) ||
      isComma(scene, content.rest) ||
      ':;'.includes(signAt(scene, content.rest) || ' '));
  const by = wordsBetween(scene, verb, after);
  // "The survey, issued last month, said"
  // and "Last month the army said"; "On Monday, police said, 12 men …" is when they did.
  const told = (trails ? null : openingBefore(scene, subject.first, sentence)) ?? timeBefore(scene, subject.first, floor);
  const on =
    dateIn(scene, told, speaker.type === 'document' ? verb : subject.last) ??
    (isBareMonth(scene, after) ? null : dateIn(scene, after, content.first));
  if (trails) {
    return {
      speaker: { ...speaker, on },
      covers: { first: wallBefore(scene, verb, sentence.first), last: sentence.last },
      silent: { first: subject.first, last: Math.max(after, content.first) },
      trailing: true,
      aside: false,
      by,
      verb,
    };
  }
  if (manner === 'weak' && content.that && (content.first - after > 9 || isIn(scene, verb - 1, AND))) return null;
  const figures = hasFigure(scene, after, sentence.last);
  const accusation = figures && manner === 'weak' ? accusationAt(scene, verb, sentence.last) : null;
  if (!accusation && !content.that && !isQuote(scene, content.rest) && signAt(scene, after) !== ':') {
    if ((manner === 'weak' && !believesIt(scene, after, sentence.last)) || manner === 'participle') return null;
    // "promised the families 500,000 francs", "asks donors for $852 million": a sum that is promised or asked.
    if (manner === 'pledge' && !hasFigure(scene, after, partEnd(scene, after, Math.min(sentence.last, after + 24)))) return null;
    if (isIn(scene, verb, ADDED) && speaker.type !== 'person' && speaker.type !== 'group') return null;
    // "NEMA counted 41 deaths", "the report listed 87 schools": counting is saying when a body or a document does it.
    if (
      manner === 'tally' &&
      ((!figures && signAt(scene, sentence.last - 1) !== ':') ||
        (speaker.type !== 'document' && !isPut(scene, verb, sentence)) ||
        speaker.type === 'place')
    )
      return null;
    // "demand", "report", "count" behind an adjective or a noun are nouns, unless a plural or a pronoun stands before them.
    if (manner === 'verb' && !figures && !isIn(scene, verb, SAYING)) return null;
  }
  const aside = isIn(scene, subject.first - 1, RELATIVE) || isIn(scene, verb - 1, RELATIVE);
  return {
    speaker: { ...speaker, on },
    covers: {
      first: accusation?.tie ?? after,
      last: aside && isIn(scene, subject.first - 1, RELATIVE) ? commaAfter(scene, after, sentence) : sentence.last,
    },
    silent: {
      first: Math.min(told, subject.first),
      last: Math.max(after, content.that ? content.first : opensWith(scene, content.rest) ? content.rest : after),
    },
    trailing: false,
    aside,
    by,
    verb,
  };
}

/** "domestic demand", "a last count": a base form that is a noun too agrees with no singular before it. */
const isNounBehind = (scene: Scene, verb: number, head: number): boolean =>
  head === verb - 1 &&
  scene.mentionAt[head] < 0 &&
  !isIn(scene, head, PLURALS) &&
  (posOf(scene.knowledge, scene.tokens, verb) & (Pos.Noun | Pos.Third | Pos.Past)) === Pos.Noun &&
  (posOf(scene.knowledge, scene.tokens, head) & (Pos.Noun | Pos.Plural)) === Pos.Noun;
/** Nouns of many without -s, pronouns. */
const PLURALS = wordsOf('people police staff media crew i we you they');

/** "In a statement on 3 March, the army said": first token of the words before the subject that tell in what it was said; null when none do. */
function openingBefore(scene: Scene, subject: number, sentence: Sentence): number | null {
  const { first } = sentence;
  if (!isIn(scene, first, IN_AT) || subject - first < 3 || subject - first > LONGEST_OPENING || !isComma(scene, subject - 1)) return null;
  let document = false;
  // "On Tuesday, police said": the day of the saying; a month or year may be that of what is told.
  const day = scene.dateAt[first + 1];
  if (day >= 0 && day === scene.dateAt[subject - 2] && isoOf(scene.document.dates[day])?.length === DAY) return first;
  for (let token = first + 1; token < subject - 1; token++) {
    if (isComma(scene, token) || isWall(scene, token) || scene.figureAt[token] >= 0) return null;
    document ||= isDocumentWord(scene, token, subject);
  }
  return document ? first : null;
}
const IN_AT = wordsOf('in at on');
const LONGEST_OPENING = 16;
/** Length of an ISO date that is a day. */
const DAY = 10;

/** "said August had been warm": a month without "in" or a day is what is spoken of. */
const isBareMonth = (scene: Scene, token: number): boolean =>
  isKind(scene.knowledge, scene.tokens, token, Kind.Month) && scene.dateAt[token] >= 0 && scene.dateAt[token + 1] !== scene.dateAt[token];

/** Whether the noun that ends right before `last` stands right behind a definite figure that does not count it. */
function isContact(scene: Scene, last: number): boolean {
  const owner = scene.figureAt[last - 2];
  if (!(owner >= 0) || scene.figureAt[last - 1] >= 0) return false;
  const figure = scene.document.figures[owner];
  return figure.last === last - 1 && isIn(scene, figure.first - 1, THE);
}
const THE = wordsOf('the');
const STATE = wordsOf('state');
const MEASURED: ReadonlySet<string> = new Set(['duration', 'money', 'measure', 'distance', 'area', 'percent']);

/** First token of the time that stands right before `token`; `token` when none does. */
function timeBefore(scene: Scene, token: number, floor: number): number {
  let first = token;
  while (first > floor && scene.dateAt[first - 1] >= 0 && scene.dateAt[first - 1] === scene.dateAt[token - 1]) first--;
  return first;
}

/** Where the part of a sentence ends that `token` stands in: "the 2,500 promised; its budget is $600 million". */
function partEnd(scene: Scene, token: number, limit: number): number {
  let at = token;
  while (at < limit && signAt(scene, at) !== ';') at++;
  return at;
}

/** "put his takings at 1,900", "gave a figure of 11 dead", "has a lower estimate: 700": the verb with what makes it one of saying. */
function isPut(scene: Scene, verb: number, sentence: Sentence): boolean {
  if (isIn(scene, verb, GIVE)) return true;
  if (!isIn(scene, verb, PUT)) return isOfClass(scene, verb, 'recorded');
  for (let token = verb + 1; token + 1 < Math.min(sentence.last, verb + 12); token++)
    if (isIn(scene, token, AT) && scene.figureAt[token + 1] >= 0) return true;
  return false;
}
const PUT = wordsOf('put puts');
const GIVE = wordsOf('gave give gives given has have had published publishes issued revised raised lowered');
/** "The ministry gave 1,200.": a number that counts what was told of before. */
function givesNumber(scene: Scene, verb: number, after: number, sentence: Sentence): boolean {
  const figure = isIn(scene, verb, GAVE) ? bareNumberAt(scene, after, sentence) : null;
  return figure !== null && figure.kind !== 'money' && figure.kind !== 'duration';
}
const GAVE = wordsOf('gave give gives');
const TOLD = wordsOf('told');
const WRITE = wordsOf('write writes wrote written');
const ASK = wordsOf('ask asks asked');
const ADDED = wordsOf('add adds added');

/** An account, figure or estimate behind the verb, and "of" or a colon behind that. */
function givesAccount(scene: Scene, verb: number, sentence: Sentence): boolean {
  for (let token = verb + 1; token < Math.min(sentence.last, verb + 7); token++) {
    if (!isDocumentWord(scene, token, sentence.last)) continue;
    for (let at = token + 1; at < Math.min(sentence.last, token + 6); at++)
      if (signAt(scene, at) === ':' || (isIn(scene, at, OF) && scene.figureAt[at + 1] >= 0)) return true;
    return false;
  }
  return false;
}
const AT = wordsOf('at as');

/** "believe it to be closer to 1,300", "reckon it is nearer 30": what a pronoun stands for is said to be so many. */
function believesIt(scene: Scene, after: number, limit: number): boolean {
  if (!isIn(scene, after, IT)) return false;
  if (!isIn(scene, after + 1, AT) && !(isIn(scene, after + 1, TO) && isIn(scene, after + 2, BE)) && !isIn(scene, after + 1, BE)) return false;
  for (let token = after + 1; token < Math.min(limit, after + 7); token++) if (scene.figureAt[token] >= 0) return true;
  return false;
}
const IT = wordsOf('it');

const SAYING_PARTICIPLE = wordsOf('saying adding stating claiming noting');

const commaAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isComma(scene, token)) token++;
  return token;
};

/** "told a crowd in Oran: “…”": what is said stands behind a colon or in quotation marks. */
const opensWith = (scene: Scene, token: number): boolean =>
  signAt(scene, token) === ':' || isQuote(scene, token) || (isComma(scene, token) && isQuote(scene, token + 1));
