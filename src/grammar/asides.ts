import { Pos, posOf } from '../knowledge/index.js';
import { type Ground, isIn, mentionEnd, signAt } from './ground.js';
import { phraseAtToken } from './phrases.js';
import { HAVE, isPlainVerb, isReporting, RELATIVE } from './words.js';

/** Words between the two commas of an aside, at most. */
const LONGEST = 14;

/**
 * The comma that closes an aside of saying which the comma at `comma` opens ("the strikes, he said on Monday, have stopped"; "…, said the
 * mayor, …"); −1 when none does. Such an aside says who speaks and has no part in the clause around it.
 */
export function asideEnd(ground: Ground, comma: number, limit: number): number {
  const first = comma + 1;
  const most = Math.min(limit, first + LONGEST);
  let close = first;
  while (close < most && signAt(ground, close) !== ',') close++;
  if (close >= most || close === first || signAt(ground, close) !== ',') return -1;
  if (isSaying(ground, first)) {
    const speaker = phraseAtToken(ground, first + 1, close);
    return speaker?.last === close ? close : -1;
  }
  const speaker = phraseAtToken(ground, first, close);
  if (!speaker) return -1;
  const verb = isIn(ground, speaker.last, HAVE) ? speaker.last + 1 : speaker.last;
  if (verb >= close || !isSaying(ground, verb)) return -1;
  // "…, the army said it held the town, …" states something of its own.
  for (let token = verb + 1; token < close; token = mentionEnd(ground, token))
    if (ground.figureAt[token] >= 0 || isIn(ground, token, RELATIVE) || isPlainVerb(ground, token)) return -1;
  return close;
}

/** A finite word of saying. */
const isSaying = (ground: Ground, token: number): boolean =>
  ground.mentionAt[token] < 0 &&
  isReporting(ground, token) &&
  (posOf(ground.knowledge, ground.tokens, token) & (Pos.Past | Pos.Third | Pos.Verb)) !== 0;
