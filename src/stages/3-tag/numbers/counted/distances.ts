import { Flag, has, tokenAtOrAfter } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import { type Draft, draftBefore } from '../draft.js';
import { isHyphen, isOneOf, isWord, type Scene } from '../scene.js';
import { COMMA } from '../words.js';
import { type Found, isNominal, phraseEndingAt } from './phrases.js';
import { isPlural } from './plurals.js';
import { isVerbal } from './subjects.js';

/** Adjectives that say which side of a thing is so long. */
export const EXTENTS = wordsOf('long deep wide tall high thick away');
/** Words behind a distance that say where from. */
const WAYS_OFF = wordsOf('north south east west northeast northwest southeast southwest above below outside off upstream downstream inland');
const BARELY = wordsOf('just only some about barely');
const ARTICLES = wordsOf('a an the another this');
const RELATIVES = wordsOf('who which that');

/** "Merawi, 35 kilometres south of", "a pipe 175 kilometres long", "the shaft, some 40 metres deep": what lies so far or is so long. */
export function besideDistance(scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  if (draft.kind !== 'distance') return null;
  let at = draft.first - 1;
  if (at <= first) return null;
  const behind = draft.bodyLast;
  // "1.2 km long, 30 m wide and 90 m high": sides of one thing.
  const earlier = draftBefore(neighbours, draft);
  if (earlier?.kind === 'distance' && earlier.bodyLast >= at - 1 && isOneOf(scene, earlier.bodyLast, EXTENTS))
    return earlier.counted ? { span: earlier.counted, last: draft.last, adjacent: false, whole: false } : null;
  if (isWord(scene, at, COMMA) && earlier?.bodyLast !== at && scene.timeAt[at - 1] < 0 && !isVerbal(scene, at - 1, draft.first))
    return phraseEndingAt(scene, at - 1, first);
  const long = isOneOf(scene, behind, EXTENTS);
  // "this magnificent 30-metre high building"
  if (long && (isHyphen(scene, behind - 2) || isNominal(scene, behind + 1))) return null;
  if (!long && !isOneOf(scene, behind, WAYS_OFF)) return null;
  while (at > first && isOneOf(scene, at, BARELY)) at--;
  if ((earlier && earlier.last >= at) || scene.timeAt[at] >= 0 || !isNominal(scene, at) || isVerbal(scene, at, draft.first)) return null;
  // "the owner, who lives half a mile away"
  if (isOneOf(scene, at - 1, RELATIVES)) return null;
  const phrase = phraseEndingAt(scene, at, first);
  return long || (phrase && isPlace(scene, phrase, at)) ? phrase : null;
}

/** One thing behind an article or a name: "a village 80 km above the falls", not "landed troops 80 km above them". */
const isPlace = (scene: Scene, { span }: Found, head: number): boolean =>
  scene.nameAt[head] >= 0
    ? has(scene.tokens, head, Flag.Capital)
    : !isPlural(scene, head) && isOneOf(scene, tokenAtOrAfter(scene.tokens, span.start) - 1, ARTICLES);
