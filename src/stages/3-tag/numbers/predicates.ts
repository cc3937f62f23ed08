import type { Span } from '../../../model/index.js';
import { tokenAtOrAfter } from '../../../model/index.js';
import { nounAt, type Noun } from './counted.js';
import type { Draft } from './draft.js';
import { isOneOf, isWord, type Scene } from './scene.js';

const NUMBER_VERBS = ['number', 'numbers', 'numbered', 'numbering', 'totaled', 'totalled', 'totaling', 'totalling', 'total'];
const LINKING = ['is', 'was', 'are', 'were', 'at', 'to', 'of', 'reached', 'hit', 'passed', 'exceeded', 'stands', 'stood', 'now'];

/**
 * What a bare number in the predicate counts: the subject of "number in the dozens", "numbering 400", and the noun of
 * "the number of fighters is 400" or "the death toll rose to 40".
 */
export function readPredicate(scene: Scene, draft: Draft, first: number, limit: number): void {
  if (draft.subject === null) return;
  const subject = tokenAtOrAfter(scene.tokens, draft.subject.start);
  const numberOf = isOneOf(scene, subject, ['number', 'numbers', 'total']) && isWord(scene, subject + 1, 'of');
  if (numberOf && linked(scene, draft, subject))
    return say(
      scene,
      draft,
      nounAt(scene, isOneOf(scene, subject + 2, ['the', 'its', 'their']) ? subject + 3 : subject + 2, draft.first, false, true),
    );
  let at = draft.first - 1;
  if (isWord(scene, at, 'the')) at--;
  if (isWord(scene, at, 'in')) at--;
  if (at <= first || !isOneOf(scene, at, NUMBER_VERBS)) return;
  say(scene, draft, nounAt(scene, subject, Math.min(limit, tokenAtOrAfter(scene.tokens, draft.subject.end)), false, true));
}

const linked = (scene: Scene, draft: Draft, subject: number): boolean => {
  for (let at = draft.first - 1; at > subject && draft.first - at < 5; at--) if (isOneOf(scene, at, LINKING)) return true;
  return false;
};

function say(scene: Scene, draft: Draft, noun: Noun | null): void {
  if (!noun) return;
  const span: Span = { start: scene.tokens.start[noun.first], end: scene.tokens.end[noun.last - 1] };
  draft.noun = noun;
  draft.counted = span;
  draft.countedVia = 'coreference';
  draft.unit = noun.unit;
  draft.subject = null;
  draft.because.push('counted in the subject');
}
