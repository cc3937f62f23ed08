import { Kind, isKind } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { nounAt } from '../counted/counted.js';
import type { Draft } from '../draft.js';
import { isOneOf, isWord, type Scene } from '../scene.js';
import { OF } from '../words.js';

/** Weak quantifiers are figures only where they carry the statement: of a definite whole ("many of these men"), or of people hit by an event. */
export function isWeak(scene: Scene, draft: Draft, first: number, limit: number): boolean {
  const { role, last, first: at } = draft.numeral;
  if (role === 'numeral' || role === 'part' || role === 'rhetorical') return false;
  if (draft.kind === 'duration' || (role !== 'numeral' && at > first && isOneOf(scene, at - 1, WEAK_LEADS))) return true;
  const partitive = last + 1 < limit && isWord(scene, last, OF) && isOneOf(scene, last + 1, DEFINITE_WHOLE);
  const whole = partitive && nounAt(scene, last + 2, limit, true, true);
  if (partitive) return isOneOf(scene, last + 1, WHOM) ? false : !whole || (whole.unit !== 'person' && role !== 'majority');
  const noun = nounAt(scene, isWord(scene, last, OF) ? last + 1 : last, limit, false, false);
  if (!noun) return role !== 'several' || limit - first > 3;
  if (role === 'several') return noun.abstract;
  if (noun.unit !== 'person' || role === 'majority') return true;
  // "many people were killed": an event word beside the noun.
  const event = (token: number): boolean => token >= first && token < limit && isKind(scene.knowledge, scene.tokens, token, Kind.Event);
  return !(event(at - 1) || event(noun.last) || event(noun.last + 1) || event(noun.last + 2));
}
const WHOM = wordsOf('them whom');
const DEFINITE_WHOLE = wordsOf('the these those them whom its their');
const WEAK_LEADS = wordsOf('the these so too how as at not very its their his past last next');
