import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { Class, isClass, isOneOf, isStop, type Scene } from '../scene.js';
import type { Noun } from './counted.js';

/**
 * "short of the $955 million analysts expected", "than the 75,000 economists had forecast": behind a definite figure people and a verb of
 * expecting are a clause about the figure, and what it counts stands elsewhere.
 */
export function isContactClause(scene: Scene, draft: Draft, noun: Noun): boolean {
  if (!isOneOf(scene, draft.first - 1, DEFINITE) || noun.unit !== 'person') return false;
  let at = noun.last;
  while (at < scene.tokens.count && isOneOf(scene, at, HELPING)) at++;
  return at < scene.tokens.count && has(scene.tokens, at, Flag.Word) && !isStop(scene, at) && isClass(scene, at, Class.expecting);
}
const DEFINITE = wordsOf('the');
const HELPING = wordsOf('had have were are was is widely generally on average been');
