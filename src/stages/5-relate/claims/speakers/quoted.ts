import {
  ARTICLE,
  BE,
  BY,
  HAVE,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  THAT,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isWall,
  mentionEnd,
  signAt,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Flag, has, type Sentence } from '../../../../model/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { mentionOf, wordsBetween, type Scene } from '../scene.js';
import { contentAfter, skipAdverbs } from './content.js';
import { type Attribution, hasFigure, MODAL, SAYING, TRANSFER, wallBefore } from './saying.js';
import { dateIn, isSpeakerWord, speakerOf } from './sources.js';
import { subjectOf } from './subjects.js';

// Speakers that stand behind the verb: "…, said Ali Khan", "quoted Ali Khan as saying".

/** "…,” said Yerlan Tasbolat of Halyk Capital Research": the speaker behind the verb. */
export function invertedAt(scene: Scene, verb: number, after: number, sentence: Sentence): Attribution | null {
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
  // "If the dam fails, warns Ali Khan, 40 villages …": a clause that depends on another has no second verb.
  const depends = isIn(scene, sentence.first, SUBORDINATOR) && mentionOf(scene, after)?.type === 'person';
  if (isComma(scene, before) && !depends && !isIn(scene, verb, SAYING) && !hasFigureBefore(scene, before, sentence)) return null;
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
  const end = depends || (rest === sentence.last && hasFigure(scene, last, rest)) ? last : rest;
  return {
    speaker: { ...speaker, on: dateIn(scene, after, end) },
    covers: { first: wallBefore(scene, verb, sentence.first), last: rest < sentence.last || depends ? sentence.last : verb },
    silent: { first: verb, last: end },
    trailing: true,
    aside: false,
    by: wordsBetween(scene, verb, after),
    verb,
  };
}

/** "60 cases were reported by the ministry", "losses were put at $3 million by insurers": who is told behind "by" to have said so. */
export function saidBy(scene: Scene, verb: number, after: number, sentence: Sentence, floor: number): Attribution | null {
  if (!isOfClass(scene, verb, 'accounted')) return null;
  let by = after;
  const limit = Math.min(sentence.last, after + LONGEST_QUOTED);
  while (by < limit && !isIn(scene, by, BY)) {
    if (isComma(scene, by) || isWall(scene, by) || isPlainVerb(scene, by)) return null;
    by++;
  }
  if (by >= limit) return null;
  let last = by + 1;
  while (last < sentence.last && !isComma(scene, last) && !isWall(scene, last) && (scene.mentionAt[last] >= 0 || !isIn(scene, last, BEHIND))) last++;
  if (signAt(scene, last - 1) === '.') last--;
  const speaker = hasFigure(scene, by, last) ? null : speakerOf(scene, { first: by + 1, last }, sentence);
  if (!speaker) return null;
  return {
    speaker: { ...speaker, on: null },
    covers: { first: wallBefore(scene, verb, floor), last: by },
    silent: { first: by, last },
    trailing: true,
    aside: false,
    by: wordsBetween(scene, verb, after),
    verb,
  };
}
const BEHIND = wordsOf('in on at since after before when as during and but');

/** "Xinhua quoted the ministry as saying that …": who is quoted speaks, not who quotes. */
export function quotedAs(scene: Scene, verb: number, sentence: Sentence, floor: number): Attribution | null {
  if (!isIn(scene, verb, QUOTE)) return null;
  let as = verb + 1;
  while (as < Math.min(sentence.last, verb + LONGEST_QUOTED) && !(isIn(scene, as, AS) && isIn(scene, as + 1, TELLING))) as++;
  if (!isIn(scene, as, AS) || !isIn(scene, as + 1, TELLING)) return null;
  const passive = isIn(scene, skipAdverbs(scene, verb - 1, floor), BE);
  const subject = passive ? subjectOf(scene, verb, sentence, floor) : { first: verb + 1, last: as };
  const speaker = subject && speakerOf(scene, subject, sentence);
  if (!speaker) return null;
  const content = contentAfter(scene, as + 2, sentence);
  return {
    speaker: { ...speaker, on: dateIn(scene, verb, as) },
    covers: { first: as + 2, last: sentence.last },
    silent: { first: passive ? subject.first : verb, last: content.that ? content.first : as + 2 },
    trailing: false,
    aside: false,
    by: wordsBetween(scene, as, as + 2),
    verb: as + 1,
  };
}
const QUOTE = wordsOf('quoted quotes quoting cited cites citing');
const AS = wordsOf('as');
const TELLING = wordsOf('saying telling stating claiming adding');
const LONGEST_QUOTED = 16;

/** A figure that is no age: "Ali Khan, 58, quoted a report" is told of the speaker. */
function hasFigureBefore(scene: Scene, token: number, sentence: Sentence): boolean {
  for (let at = sentence.first; at < token; at++)
    if (scene.figureAt[at] >= 0 && scene.document.figures[scene.figureAt[at]].kind !== 'age') return true;
  return false;
}

const quoteAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isQuote(scene, token)) token++;
  return token;
};
