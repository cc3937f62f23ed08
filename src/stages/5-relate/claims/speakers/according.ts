import {
  ARTICLE,
  BE,
  BY,
  HAVE,
  PREPOSITION,
  RELATIVE,
  isComma,
  isIn,
  isPlainVerb,
  isWall,
  mentionEnd,
  signAt,
  wordsOf,
} from '../../../../grammar/index.js';
import type { Sentence } from '../../../../model/index.js';
import { type Attribution, sayingAt, wallBefore } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { dateIn, isDocumentWord, speakerOf } from './sources.js';

/** "In the survey, 63% …": the sentence opens with the document it reports. */
export function inDocument(scene: Scene, sentence: Sentence): Attribution | null {
  const { first } = sentence;
  if (!isIn(scene, first, IN_BY) || !isIn(scene, first + 1, ARTICLE)) return null;
  let last = first + 2;
  while (last < Math.min(sentence.last, first + 8) && !isComma(scene, last)) last++;
  if (!isComma(scene, last) || !isDocumentWord(scene, last - 1, last)) return null;
  const speaker = speakerOf(scene, { first: first + 1, last }, sentence);
  return speaker && speaker.type === 'document'
    ? {
        speaker: { ...speaker, on: dateIn(scene, first, last) },
        covers: { first: last, last: sentence.last },
        silent: { first, last },
        trailing: false,
        aside: false,
        by: 'in',
        verb: -1,
      }
    : null;
}
const IN_BY = wordsOf('in by');

/** "62% of them children (IOM).": a group alone in brackets at the end, and not the short form of the name before it. */
export function bracketed(scene: Scene, token: number, sentence: Sentence, floor: number): Attribution | null {
  const mention = mentionOf(scene, token + 1);
  const close = mention ? mentionEnd(scene, token + 1) : 0;
  if (mention?.type !== 'group' || signAt(scene, close) !== ')' || close + 2 < sentence.last) return null;
  if (mentionOf(scene, token - 1)?.entity_id === mention.entity_id) return null;
  return {
    speaker: { id: mention.entity_id, name: mention.name, type: 'group', back: null, head: 0, again: false, on: null },
    covers: { first: wallBefore(scene, token, floor), last: token },
    silent: { first: token, last: close },
    trailing: true,
    aside: false,
    by: '(…)',
    verb: -1,
  };
}

/** "According to a June 2023 UN report, …" and "…, according to police". */
export function accordingTo(scene: Scene, token: number, after: number, sentence: Sentence, floor: number): Attribution | null {
  if (isIn(scene, token, PER) && !(token === sentence.first || isComma(scene, token - 1) || signAt(scene, token - 1) === '(')) return null;
  let last = after;
  let comma = -1;
  for (; last < sentence.last; last++) {
    if (isComma(scene, last)) {
      // "According to the study, which was published in May, …": who speaks is told before the clause about him.
      if (comma < 0 || !isIn(scene, comma + 1, RELATIVE)) comma = last;
      // "According to Shahin Tavakoli, who wrote the paper, one in three …": a relative clause still tells of the speaker.
      if (isIn(scene, last + 1, RELATIVE) || (isIn(scene, last + 1, ARTICLE) && isAppositive(scene, last + 1, sentence))) continue;
      break;
    }
    if (isWall(scene, last) && signAt(scene, last) !== '(' && signAt(scene, last) !== ')') break;
  }
  // "according to him.": the stop is no part of the words
  const told = nounEnd(scene, token, after, last);
  const end = told < last ? told : comma > 0 && comma < last ? comma : signAt(scene, last - 1) === '.' && last === sentence.last ? last - 1 : last;
  const speaker = speakerOf(scene, { first: after, last: end }, sentence);
  if (!speaker) return null;
  const wall = wallBefore(scene, token, floor);
  const opens = token <= wall + 1;
  // "Figures from the ministry show that 1,200 left": what they show stands behind the verb.
  if (opens && told < last) last = told;
  const until = isWall(scene, last) && signAt(scene, last) === ';' && !opens ? last : opens ? wallAfter(scene, last, sentence) : last;
  return {
    speaker: { ...speaker, on: dateIn(scene, after, last) },
    // "…, by the count of the union, and burned 40": between commas it speaks for the sentence on both sides.
    covers: opens
      ? { first: last, last: until }
      : { first: wall, last: isComma(scene, token - 1) && isComma(scene, last) ? wallAfter(scene, last, sentence) : token },
    silent: { first: token, last },
    trailing: !opens,
    aside: false,
    by: 'according to',
    verb: token,
  };
}

/** "figures from the ministry [show]": where a phrase that begins with a noun meets its verb of saying; `last` where it has none. */
function nounEnd(scene: Scene, token: number, after: number, last: number): number {
  if (!isIn(scene, after - 1, FROM_OF)) return last;
  for (let at = after + 1; at < last; at++)
    if (
      scene.mentionAt[at] < 0 &&
      scene.figureAt[at] < 0 &&
      at > token + 1 &&
      sayingAt(scene, at, last) !== null &&
      !isIn(scene, at - 1, PREPOSITION)
    )
      return at;
  return last;
}
const FROM_OF = wordsOf('from of');

/** "…, by the government's own figures, …": a phrase with "by" between commas that ends in a word for a document. */
export function ownFigures(scene: Scene, token: number, sentence: Sentence, floor: number): Attribution | null {
  if (!isIn(scene, token, BY) || !(isComma(scene, token - 1) || token === sentence.first)) return null;
  let last = token + 1;
  while (last < Math.min(sentence.last, token + 9) && !isComma(scene, last) && !isWall(scene, last)) last++;
  return last < sentence.last && isDocumentWord(scene, last - 1, last) ? accordingTo(scene, token, token + 1, sentence, floor) : null;
}

/** "a private institute in Mashhad," between commas: no verb before the next comma. */
function isAppositive(scene: Scene, token: number, sentence: Sentence): boolean {
  for (let at = token; at < sentence.last; at++) {
    if (isComma(scene, at)) return true;
    if (isWall(scene, at) || scene.figureAt[at] >= 0 || isPlainVerb(scene, at) || isIn(scene, at, BE) || isIn(scene, at, HAVE)) return false;
  }
  return false;
}

const wallAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  let at = token;
  while (at < sentence.last && signAt(scene, at) !== ';') at++;
  return at;
};

const PER = wordsOf('per');
