import { AND, ARTICLE, THAT, isComma, isIn, isWall, isWord, mentionEnd, signAt, wordsOf } from '../../../../grammar/index.js';
import { isKind, Kind } from '../../../../knowledge/index.js';
import type { Figure, Sentence } from '../../../../model/index.js';
import { type Attribution, hasFigure, SAYING } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { isSpeakerWord, speakerOf } from './sources.js';

// Speakers without a verb of saying of their own.

/** "Police put the crowd at 4,000, [organisers at 9,000]": the second of two speakers shares the verb of the first. */
export function sharing(scene: Scene, token: number, sentence: Sentence, first: Attribution): Attribution | null {
  if (first.trailing || first.aside || first.verb < 0 || token <= first.verb + 1) return null;
  // "The army said it lost four men, the rebels nine": they lost them.
  const counted = isIn(scene, first.verb + 1, THAT) ? first.verb + 2 : first.verb + 1;
  if (isIn(scene, first.verb, SAYING) && scene.figureAt[counted] < 0) return null;
  const joins = isComma(scene, token) || isWall(scene, token) || isIn(scene, token, JOINING);
  if (!joins || !hasFigure(scene, first.verb + 1, token)) return null;
  let from = token + 1;
  while (isIn(scene, from, JOINING)) from++;
  const last = endOfName(scene, from, sentence.last);
  if (last < 0) return null;
  const at = isIn(scene, last, AT) ? last + 1 : last;
  // "police put the crowd at 4,000, officials 40 metres away": a number with a noun of its own is another matter
  const figure = bareNumberAt(scene, at, sentence);
  if (figure === null) return null;
  const speaker = speakerOf(scene, { first: from, last }, sentence);
  if (!speaker) return null;
  const covers = { first: at, last: figure.last };
  return { speaker, covers, silent: { first: from, last }, trailing: false, aside: true, by: first.by, verb: first.verb };
}
const JOINING = wordsOf('and but while');
const AT = wordsOf('at of');
/** The figure that begins at the token, if it is a number without a noun that ends its part of the sentence; null when none does. */
export function bareNumberAt(scene: Scene, token: number, sentence: Sentence): Figure | null {
  const figure = scene.figureAt[token] >= 0 ? scene.document.figures[scene.figureAt[token]] : null;
  if (figure === null || figure.first !== token || figure.last - figure.numberFirst > MOST_WORDS) return null;
  return endsPart(scene, figure.last, sentence) ? figure : null;
}
/** Words of a bare number with its sign: "9,000", "42 per cent". */
const MOST_WORDS = 3;

/** A comma or the like, "and" or the end. */
const endsPart = (scene: Scene, token: number, { last }: Sentence): boolean =>
  token >= last || isComma(scene, token) || isWall(scene, token) || isIn(scene, token, AND) || signAt(scene, token) === '.';

/** What stands for the verb of a heading. */
export const HEADING = ':';

/** "Governor: one dead", "09:58 Police: three held": who stands before the colon of a headline or of an entry that begins with its hour. */
export function heading(scene: Scene, sentence: Sentence): Attribution | null {
  let first = sentence.first;
  while (first < sentence.last && (scene.dateAt[first] >= 0 || (first > sentence.first && !isWord(scene, first)))) first++;
  if (sentence.region !== 'title' && first === sentence.first) return null;
  const last = endOfName(scene, first, sentence.last);
  if (last < 0 || signAt(scene, last) !== ':' || !hasFigure(scene, last, sentence.last)) return null;
  const speaker = speakerOf(scene, { first, last }, sentence);
  if (!speaker || speaker.type === 'place') return null;
  return {
    speaker,
    covers: { first: last, last: lineEnd(scene, last, sentence.last) },
    silent: { first: sentence.first, last: last + 1 },
    trailing: false,
    aside: false,
    by: HEADING,
    verb: -1,
  };
}

/** Token behind the line that the token stands in: a headline or entry without a full stop. */
function lineEnd({ text, tokens }: Scene, token: number, last: number): number {
  let end = token + 1;
  while (end < last && !text.slice(tokens.end[end - 1], tokens.start[end]).includes('\n')) end++;
  return end;
}

/** End of a phrase at the token that is nothing but a name, office or word for those who speak; −1 when none stands there. */
function endOfName(scene: Scene, token: number, limit: number): number {
  let at = isIn(scene, token, ARTICLE) && scene.mentionAt[token] < 0 ? token + 1 : token;
  const start = at;
  let speaks = false;
  while (at < Math.min(limit, start + LONGEST_NAME)) {
    const mention = mentionOf(scene, at);
    if (mention) {
      if (mention.type === 'place' && mention.use !== 'demonym') return -1;
      speaks ||= mention.use !== 'demonym';
      at = mentionEnd(scene, at);
      continue;
    }
    const role = isSpeakerWord(scene, at, limit);
    if (!role && !isKind(scene.knowledge, scene.tokens, at, Kind.Title)) break;
    speaks ||= role;
    at++;
  }
  return speaks && at > start ? at : -1;
}
/** Tokens of "the interior minister Ola Berg". */
const LONGEST_NAME = 7;
