import { BE, AND, RELATIVE, isIn, isWall, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { MODAL } from '../speakers/saying.js';
import type { Scene } from '../scene.js';

/** How far a clause is read before and behind its figure, in tokens. */
const REACH = 18;

/** First token of what is read before a figure: back to a wall, a relative word or a comma. */
export function clauseStart(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.first;
  const limit = Math.max(sentence.first, figure.first - REACH);
  while (at > limit && !isWall(scene, at - 1) && !isIn(scene, at - 1, RELATIVE) && (signAt(scene, at - 1) !== ',' || isResult(scene, at, figure)))
    at--;
  return at;
}

/** "would be built in Gao, [creating] 1,200 jobs": a participle behind a comma stands as what it follows does. */
const isResult = (scene: Scene, token: number, figure: Figure): boolean =>
  figure.first - token <= 3 && (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0 && scene.mentionAt[token] < 0;

/** "one in three children under five could …", "two of the three stations would …": a figure inside the phrase of another. */
const isPassed = (scene: Scene, token: number): boolean =>
  scene.document.figures[scene.figureAt[token]].kind === 'age' ||
  isIn(scene, token - 1, THE) ||
  (scene.figureAt[token - 1] === scene.figureAt[token] && isIn(scene, scene.document.figures[scene.figureAt[token]].first - 1, THE));
const THE = wordsOf('the its their');

const THEY = wordsOf('they he she we i you');
const WHEN = wordsOf('before after until because although though while since');

/** The token behind what is read behind a figure: up to a wall, a comma, a further clause or number. */
export function clauseEnd(scene: Scene, figure: Figure, sentence: Stretch): number {
  let at = figure.last;
  const limit = Math.min(sentence.last, figure.last + REACH);
  while (
    at < limit &&
    !isWall(scene, at) &&
    !isIn(scene, at, RELATIVE) &&
    !isIn(scene, at, WHEN) &&
    // "half of my clients think [they] will go": another subject
    !(at > figure.last && isIn(scene, at, THEY)) &&
    !(isIn(scene, at, AND) && (isIn(scene, at + 1, MODAL) || isIn(scene, at + 1, BE))) &&
    signAt(scene, at) !== ',' &&
    (scene.figureAt[at] < 0 || isPassed(scene, at))
  )
    at++;
  return at;
}
