import {
  ADVERB,
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
  isPlainVerb,
  isQuote,
  isWall,
  mentionEnd,
  signAt,
  skipBack,
  wordsOf,
} from '../../../grammar/index.js';
import { Flag, has, type Sentence } from '../../../model/index.js';
import { Kind, isKind } from '../../../knowledge/index.js';
import { type Attribution, hasFigure, type Manner, MODAL, SAYING, TRANSFER, wallBefore } from './speakers/saying.js';
import { mentionOf, wordsBetween, type Scene } from './scene.js';
import { dateIn, isDocumentWord, isSpeakerWord, speakerOf } from './speakers/sources.js';
import { JOINT, subjectOf } from './speakers/subjects.js';
import { accusationAt } from './accusations.js';

/** Who "claims to have" something says it. */
const OF_ONESELF = wordsOf('claim claims claimed claiming admit admits admitted');
const RELEASED = wordsOf('released published issued posted seen obtained read carried broadcast aired sent shared');
const REPORTED_SPEECH = wordsOf('that how why whether');

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
  if (manner === 'tally' && isIn(scene, verb, GIVE) && !givesAccount(scene, verb, sentence)) return null;
  const passive = isIn(scene, skipAdverbs(scene, verb - 1, floor), BE);
  if (passive || isIn(scene, verb - 1, TO) || isIn(scene, verb - 1, ARTICLE) || isIn(scene, verb - 1, PREPOSITION) || isIn(scene, verb - 1, MODAL))
    return null;
  // "gunmen believed to be rebels": said of them, not by them.
  if (isIn(scene, after, TO) && (isIn(scene, after + 1, BE) || isIn(scene, after + 1, HAVE)) && !isIn(scene, verb, OF_ONESELF)) return null;
  const inverted = invertedAt(scene, verb, after, sentence);
  if (inverted) return inverted;
  // "put the toll at 16 and said that": one speaker, two verbs.
  const again = previous && !previous.trailing && isIn(scene, skipBack(scene, verb - 1, floor), JOINT) ? previous.speaker : null;
  const subject = again ? { first: verb, last: verb } : subjectOf(scene, verb, sentence, floor);
  if (!subject) return null;
  const speaker = again ?? speakerOf(scene, subject, sentence);
  if (!speaker) return null;
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
  // and "Last month the army said".
  const told = timeBefore(scene, subject.first, floor);
  const on = dateIn(scene, told, speaker.type === 'document' ? verb : subject.last) ?? dateIn(scene, after, content.first);
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
    if (manner === 'weak' || manner === 'participle') return null;
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
    silent: { first: subject.first, last: Math.max(after, content.that ? content.first : opensWith(scene, content.rest) ? content.rest : after) },
    trailing: false,
    aside,
    by,
    verb,
  };
}

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
  if (!isIn(scene, verb, PUT)) return isIn(scene, verb, COUNTED);
  for (let token = verb + 1; token + 1 < Math.min(sentence.last, verb + 12); token++)
    if (isIn(scene, token, AT) && scene.figureAt[token + 1] >= 0) return true;
  return false;
}
const PUT = wordsOf('put puts');
const COUNTED = wordsOf('counted counts recorded records documented documents registered identified logged tallied listed');
const GIVE = wordsOf('gave give gives given has have had published publishes issued revised raised lowered');
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

const SAYING_PARTICIPLE = wordsOf('saying adding stating claiming noting');

const skipAdverbs = (scene: Scene, token: number, limit: number): number => {
  while (token >= limit && isIn(scene, token, ADVERB)) token--;
  return token;
};

const commaAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isComma(scene, token)) token++;
  return token;
};

/** "told a crowd in Oran: “…”": what is said stands behind a colon or in quotation marks. */
const opensWith = (scene: Scene, token: number): boolean =>
  signAt(scene, token) === ':' || isQuote(scene, token) || (isComma(scene, token) && isQuote(scene, token + 1));

/** Behind the verb: "told reporters on Wednesday that": where the content begins and whether "that" opens it. */
function contentAfter(scene: Scene, after: number, sentence: Sentence): { readonly first: number; readonly rest: number; readonly that: boolean } {
  const limit = Math.min(sentence.last, after + 24);
  let end = after;
  for (let token = after; token < limit; token++) {
    if (isIn(scene, token, REPORTED_SPEECH) && scene.mentionAt[token] < 0) return { first: token + 1, rest: token + 1, that: true };
    if (isQuote(scene, token) || isComma(scene, token) || isWall(scene, token)) return { first: token, rest: token, that: false };
    // "said in its bulletin released on Tuesday"
    if (isIn(scene, token, RELEASED) && isDocumentWord(scene, token - 1, token)) continue;
    if (scene.figureAt[token] >= 0 || isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE))
      return { first: end, rest: token, that: false };
    if (scene.dateAt[token] >= 0) end = token + 1;
    if (signAt(scene, token) === '.' && token === sentence.last - 1) return { first: sentence.last, rest: sentence.last, that: false };
  }
  return limit === sentence.last ? { first: sentence.last, rest: sentence.last, that: false } : { first: end, rest: limit, that: false };
}

/** "…,” said Yerlan Tasbolat of Halyk Capital Research": the speaker behind the verb. */
function invertedAt(scene: Scene, verb: number, after: number, sentence: Sentence): Attribution | null {
  const before = verb - 1;
  if (before < sentence.first || !(isQuote(scene, before) || isComma(scene, before) || signAt(scene, before) === '?')) return null;
  if (after >= sentence.last || isIn(scene, after, THAT) || isQuote(scene, after) || (isIn(scene, after, PREPOSITION) && scene.mentionAt[after] < 0))
    return null;
  if (
    scene.mentionAt[after] < 0 &&
    !has(scene.tokens, after, Flag.Capital) &&
    !isIn(scene, after, ARTICLE) &&
    !isSpeakerWord(scene, after, sentence.last) &&
    !isKind(scene.knowledge, scene.tokens, after, Kind.Title)
  )
    return null;
  // "Ali Khan, president of the union, estimated losses": a verb with its subject before the comma.
  if (isComma(scene, before) && !isIn(scene, verb, SAYING) && !hasFigureBefore(scene, before, sentence)) return null;
  if (isComma(scene, before) && isIn(scene, verb, TRANSFER)) return null;
  let last = after;
  while (
    last < sentence.last &&
    !isComma(scene, last) &&
    !isQuote(scene, last) &&
    signAt(scene, last) !== ';' &&
    // "said Maj. Gen. Ali Khan": a stop inside the sentence belongs to an abbreviation.
    !(signAt(scene, last) === '.' && last + 1 >= sentence.last)
  )
    last = mentionEnd(scene, last);
  for (let token = after; token < last; token++) {
    if (
      scene.figureAt[token] >= 0 ||
      (scene.mentionAt[token] < 0 &&
        (isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE) || isIn(scene, token, MODAL)) &&
        !isIn(scene, token - 1, RELATIVE))
    )
      return null;
    if (isIn(scene, token, RELATIVE)) break;
  }
  // "said its secretary, K. Tharmalingam, 55": the name follows the office.
  if (isComma(scene, last) && mentionOf(scene, last + 1)?.type === 'person') last = mentionEnd(scene, last + 1);
  const speaker = speakerOf(scene, { first: after, last: Math.min(last, sentence.last) }, sentence);
  if (!speaker) return null;
  const rest = quoteAfter(scene, last, sentence);
  // "…,” said Amina, 29, who came with her five children": what holds a figure is told by the writer.
  const end = rest === sentence.last && hasFigure(scene, last, rest) ? last : rest;
  return {
    speaker: { ...speaker, on: dateIn(scene, after, end) },
    covers: { first: wallBefore(scene, verb, sentence.first), last: rest < sentence.last ? sentence.last : verb },
    silent: { first: verb, last: end },
    trailing: true,
    aside: false,
    by: wordsBetween(scene, verb, after),
    verb,
  };
}

const hasFigureBefore = (scene: Scene, token: number, sentence: Sentence): boolean => hasFigure(scene, sentence.first, token);

const quoteAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isQuote(scene, token)) token++;
  return token;
};
