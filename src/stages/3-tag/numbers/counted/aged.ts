import { tokenAtOrAfter } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { isPersonNoun } from '../forms/readers.js';
import { isOneOf, isWord, type Scene } from '../scene.js';
import { COMMA } from '../words.js';
import { ofList } from './concepts.js';
import { DETERMINERS, phraseEndingAt, withoutNumber, type Found } from './phrases.js';

// Who is so old.

/** "Ali Khan, 28,", "a farmer, aged 34": who is that old. */
export function ofPerson(scene: Scene, draft: Draft, first: number): Found | null {
  if (draft.kind !== 'age') return null;
  // "children under five", "a baker aged 34"
  const who = isOneOf(scene, draft.first - 1, AGED) ? draft.first - 2 : draft.first - 1;
  if ((draft.bound !== null || isOneOf(scene, draft.first, AGED)) && who > first && isPersonNoun(scene, who))
    return withoutNumber(scene, phraseEndingAt(scene, who, first));
  const comma = isOneOf(scene, draft.first - 1, THEN_NOW) ? draft.first - 2 : draft.first - 1;
  const end = '”"’'.includes(scene.text[scene.tokens.start[comma - 1]]) ? comma - 2 : comma - 1;
  const phrase = end > first && isOneOf(scene, comma, ASIDE_OPENERS) ? phraseEndingAt(scene, end, first) : null;
  if (!phrase) return null;
  const named = behindAlias(scene, tokenAtOrAfter(scene.tokens, phrase.span.start), first);
  if (named) return named;
  return withoutNumber(scene, phrase);
}

/** "Tarek Omar, alias “the Fox”, 41": of two names the one before; null when the phrase at `token` is no alias. */
function behindAlias(scene: Scene, token: number, first: number): Found | null {
  let at = token - 1;
  while (at > first && (isQuoted(scene, at) || isOneOf(scene, at, DETERMINERS))) at--;
  if (isOneOf(scene, at, AS)) at--;
  if (at <= first || !isOneOf(scene, at, ALIAS)) return null;
  while (at > first && (isOneOf(scene, at, ALIAS) || isOneOf(scene, at, ALSO))) at--;
  return isWord(scene, at, COMMA) && scene.nameAt[at - 1] >= 0 ? phraseEndingAt(scene, at - 1, first) : null;
}
const isQuoted = (scene: Scene, token: number): boolean => '“"‘'.includes(scene.text[scene.tokens.start[token]]);
const ALIAS = wordsOf('alias known aka');
const AS = wordsOf('as');
const ALSO = wordsOf('also better once');
const ASIDE_OPENERS = wordsOf(', (');
const AGED = wordsOf('aged');
const THEN_NOW = wordsOf('then now just only still');

/** "aged 34 and 41": ages in a list are those of the same people, whatever the clause is about. */
export const ofAgeList = (scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]): Found | null =>
  draft.kind === 'age' ? ofList(scene, draft, first, limit, neighbours) : null;
