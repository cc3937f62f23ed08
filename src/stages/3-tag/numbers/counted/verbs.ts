import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { Class, isClass, isHyphen, isOneOf, type Scene } from '../scene.js';
import { DETERMINERS } from './phrases.js';
import { isModifier, isPlural } from './plurals.js';

// Whether a word is a verb where it stands, so that the noun phrase of a number ends before it.

/** "food prices will", "oil stocks fell": what has its verb right behind it is none. */
export function hasVerbBehind(scene: Scene, token: number): boolean {
  const next = token + 1;
  if (next >= scene.tokens.count) return false;
  if (isOneOf(scene, next, AUXILIARIES)) return true;
  const pos = posOf(scene.knowledge, scene.tokens, next);
  return (pos & Pos.Past) !== 0 && (pos & (Pos.Noun | Pos.Adjective)) === 0;
}
const AUXILIARIES = wordsOf('will would can could may might shall should must is are was were has have had do does did');

/** A word that is a verb where it stands: a past form behind a noun, a word that is nothing but a verb. */
export function isVerbHere(scene: Scene, token: number, head: number, lastNoun: number, first: number): boolean {
  // "46 inmates dead": a state told of those counted
  if (head >= 0 && isOneOf(scene, token, STATES)) return true;
  if (scene.nameAt[token] >= 0 || isClass(scene, token, Class.person | Class.plural)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  if (pos === 0) return false;
  const verb = (pos & Pos.Verb) !== 0;
  const noun = (pos & (Pos.Noun | Pos.Plural | Pos.Adjective)) !== 0;
  if ((pos & Pos.Adverb) !== 0 && !noun && !verb)
    return (
      head >= 0 ||
      !((token + 1 < scene.tokens.count && isModifier(scene, token + 1)) || (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Past) !== 0)
    );
  if (!verb) return false;
  if ((pos & Pos.Past) !== 0 && !noun) {
    // "recorded songs", "so-called armed men": a participle before its noun; behind a plural head it is a verb.
    return (
      head >= 0 ||
      (lastNoun >= 0 && !isHyphen(scene, token - 1) && token > first && has(scene.tokens, token - 1, Flag.Word) && !isPlural(scene, token + 1))
    );
  }
  if ((pos & Pos.Gerund) !== 0) return head >= 0;
  // "a 6.1-magnitude earthquake struck Jajarkot": what could describe a noun has an object.
  if ((pos & Pos.Past) !== 0 && (pos & (Pos.Noun | Pos.Plural)) === 0 && lastNoun >= 0 && isObjectAt(scene, token + 1)) return true;
  // "one member state put the figure at 600": no noun stands right before an article.
  if ((pos & Pos.Past) !== 0 && lastNoun >= 0 && token + 1 < scene.tokens.count && isOneOf(scene, token + 1, DETERMINERS)) return true;
  if (noun) return head >= 0 && (pos & Pos.Plural) === 0;
  return true;
}

/** Whether a name, an article or a pronoun stands at the token. */
const isObjectAt = (scene: Scene, token: number): boolean =>
  token < scene.tokens.count && (scene.nameAt[token] >= 0 || isOneOf(scene, token, OBJECT_OPENERS));
const STATES = wordsOf('dead injured wounded hurt missing homeless stranded unaccounted alive');
/** What stands behind a past form shows it to be a verb. */
export const OBJECT_OPENERS = wordsOf(
  'the a an its their his her this that these those it them him us no not by to from on in at out off up down into',
);
