import type { Words } from '../../../../text/index.js';
import { ARTICLE, OF, PREPOSITION, isComma, isIn, isPlainNoun, isWord, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { hasRole } from '../verb-roles.js';
import { tokenSpan, type Scene } from '../scene.js';

// What a figure must be to be somebody's: not a part, nothing compared, not given before.

/** "its $20 billion plant", "the £3m bridge": the price of a thing that there is. */
export const isGiven = (scene: Scene, figure: Figure): boolean =>
  figure.kind === 'money' && isIn(scene, figure.first - 1, DEFINITE) && isAttributive(scene, figure);
const DEFINITE = wordsOf('the its their his her our my this that');

/** ", half of them women": a part told behind a comma, with no verb of its own. */
export const isPart = (scene: Scene, figure: Figure): boolean =>
  isComma(scene, figure.first - 1) && (isOf(scene, figure.last, PRONOUN_BEHIND_OF) || isOf(scene, figure.numberLast, PRONOUN_BEHIND_OF));

/** ", up from 430", "or almost half of the total", ", 37 per cent of the target": a figure set beside another one. */
export function isCompared(scene: Scene, figure: Figure): boolean {
  const before = figure.first - 1;
  if (isIn(scene, before, BESIDE) && (isComma(scene, before - 1) || isIn(scene, before - 1, STEPPING) || isIn(scene, before - 1, COMPARED)))
    return true;
  // "cost $5m a day, only $300,000 less than in May"
  if (isIn(scene, figure.last, LESS) && isIn(scene, figure.last + 1, THAN)) return true;
  return (
    (figure.kind === 'percent' || figure.kind === 'fraction') && (isComma(scene, before) || isIn(scene, before, OR) || isIn(scene, before, STEPPING))
  );
}
const LESS = wordsOf('less more fewer higher lower');
const THAN = wordsOf('than');
const BESIDE = wordsOf('from against than with to');
const STEPPING = wordsOf('up down');
const COMPARED = wordsOf('compared');
const OR = wordsOf('or');

const isOf = (scene: Scene, token: number, whom: Words): boolean => isIn(scene, token, OF) && isIn(scene, token + 1, whom);

/** "37 percent of its value" */
function isOfOwn(scene: Scene, figure: Figure): boolean {
  for (let token = figure.numberLast; token <= figure.last; token++) if (isOf(scene, token, OWN)) return true;
  return false;
}
const OWN = wordsOf('its their his her our my');

/** "30 percent of the sites" */
function isShareOf(scene: Scene, figure: Figure): boolean {
  for (let token = figure.numberLast; token <= figure.last; token++) if (isIn(scene, token, OF)) return true;
  return false;
}

/** "cut rations by half": a noun right behind the verb. */
const isObjectNoun = (scene: Scene, token: number): boolean =>
  isWord(scene, token) &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Adverb | Pos.Adjective)) === Pos.Noun &&
  !isIn(scene, token, PREPOSITION);

/** "exports fell 3 percent", "the goat fetched 6,000": the subject is what the figure measures. */
export function isMeasured(scene: Scene, figure: Figure, verb: number): boolean {
  const changes = isKind(scene.knowledge, scene.tokens, verb, Kind.Change);
  if (!changes && !hasRole(scene, verb, 'amounts')) return false;
  // "has lost 300 cattle", "lost a quarter of its value": what the subject had.
  const governed = isIn(scene, figure.first - 1, PREPOSITION);
  // "reaches 30 percent of the sites": a share of something else
  const other = figure.kind === 'count' || figure.kind === 'money' || isShareOf(scene, figure);
  if (other && !governed && figure.counted !== null && figure.counted.start >= figure.start) return false;
  if (isOfOwn(scene, figure)) return false;
  // "raised its offer from 4.5%": an object stands between.
  for (let token = verb + 1; token < figure.first; token++) {
    if (isIn(scene, token, ARTICLE) || scene.mentionAt[token] >= 0 || (token === verb + 1 && scene.figureAt[token] < 0 && isObjectNoun(scene, token)))
      return false;
    if (isComma(scene, token)) return true;
  }
  return true;
}
const PRONOUN_BEHIND_OF = wordsOf('them whom which us those these');

/** "a $3bn plan", "the 126-member assembly". */
export function isAttributive(scene: Scene, figure: Figure): boolean {
  if (figure.kind !== 'money') return signAt(scene, figure.numberLast) === '-' && figure.numberLast < figure.last;
  if (isWord(scene, figure.last) && scene.mentionAt[figure.last] < 0 && isPlainNoun(scene, figure.last) && !isIn(scene, figure.last, ARTICLE))
    return true;
  if (!figure.counted || figure.counted.start < scene.tokens.start[figure.numberLast - 1] || figure.counted.end > figure.end) return false;
  const { first } = tokenSpan(scene, figure.counted);
  // "charge 300 taka a passenger"
  for (let token = figure.numberLast; token < first; token++) if (isIn(scene, token, PREPOSITION) || isIn(scene, token, ARTICLE)) return false;
  return first > figure.numberFirst;
}
