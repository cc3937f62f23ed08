import { clauseAt, isIn, isPlainVerb, isWall, wordsOf, isOfClass } from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

// What is asked, ordered, agreed or seen to come, where no word beside the figure says so.

/** "asked $2,000 for each", "the $100 promised": a sum that is what is asked or promised; not "asks $140 a tonne", which is a price. */
export const isAskedSum = (scene: Scene, figure: Figure): boolean =>
  (figure.kind === 'money' && figure.rate === null && isIn(scene, figure.first - 1, ASKED) && !isIn(scene, figure.last, PER)) ||
  (isIn(scene, figure.first - 1, THE) && isIn(scene, figure.last, PROMISED));
const ASKED = wordsOf('asked asking demanded demanding');
const PER = wordsOf('per a an');
const PROMISED = wordsOf('promised pledged demanded requested planned foreseen envisaged');

/** "The bank sees prices rising 4.9% this year": who sees a change sees what is still to come; not who saw it. */
export function isSeenComing(scene: Scene, figure: Figure): boolean {
  if (figure.change === null) return false;
  let moving = false;
  for (let token = figure.first - 1; token > figure.first - SIGHT; token--) {
    if (isWall(scene, token)) return false;
    if (isIn(scene, token, SEES)) return moving;
    moving ||= (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0;
  }
  return false;
}
const SEES = wordsOf('see sees');
/** Tokens of "sees prices in the south rising". */
const SIGHT = 10;

/**
 * "ordered the firm to pay $3 million", "an agreement with Hualin to lay a 780-kilometre line": what somebody is bidden or has bound himself
 * to do. `first`: where the clause begins.
 */
export function isBidden(scene: Scene, figure: Figure, first: number): boolean {
  let to = figure.first - 1;
  while (to > figure.first - LONGEST_OBJECT && to > first && !isIn(scene, to, TO)) to--;
  if (!isIn(scene, to, TO) || (posOf(scene.knowledge, scene.tokens, to + 1) & Pos.Verb) === 0) return false;
  let partner = false;
  for (let token = to - 1; token >= first && token > to - LONGEST_PARTY; token--) {
    if (scene.mentionAt[token] >= 0) continue;
    if (isOfClass(scene, token, 'bidding')) return true;
    partner ||= isIn(scene, token, WITH);
    if (isOfClass(scene, token, 'accord')) return partner;
    if (isPlainVerb(scene, token) || isWall(scene, token) || scene.figureAt[token] >= 0) return false;
  }
  return false;
}
const TO = wordsOf('to');
const WITH = wordsOf('with between');
/** Tokens of "to lay a", and of "with China's Hualin Energy". */
const LONGEST_OBJECT = 5;
const LONGEST_PARTY = 14;

/** "called on the [two sides] to observe a pause": those who are to do it are there already; the words of calling are `[token, after)`. */
export const isAddressed = (scene: Scene, figure: Figure, token: number, after: number): boolean =>
  isIn(scene, figure.last, TO) &&
  isOfClass(scene, token, 'calling-for') &&
  (after === figure.first || (after === figure.first - 1 && isIn(scene, after, THE)));
const THE = wordsOf('the');

/** "could interview only [one in ten]": what was in their power is what they did. */
export const isAbleTo = (scene: Scene, figure: Figure, token: number): boolean =>
  isIn(scene, token, COULD) && (isIn(scene, figure.first, ONLY) || isIn(scene, figure.first - 1, ONLY));
const COULD = wordsOf('could');
const ONLY = wordsOf('only barely just');

/** "expects demand to grow from [21] this year to 40": where the change begins, things are already. */
export function isLevelNow(scene: Scene, figure: Figure): boolean {
  if (figure.change === null || !isIn(scene, figure.first - 1, FROM)) return false;
  const { verb } = clauseAt(scene.document.clauses, figure.first);
  if (verb > figure.first) return false;
  for (let token = figure.last; token < figure.last + LONGEST_PARTY; token++)
    if (isIn(scene, token, TO)) return scene.figureAt[token + 1] >= 0 || scene.figureAt[token + 2] >= 0;
  return false;
}
const FROM = wordsOf('from');
