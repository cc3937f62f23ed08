import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has, type Phrase } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { isPlural } from './plurals.js';
import type { Draft } from '../draft.js';
import { DETERMINERS, found, PRONOUNS, type Found } from './phrases.js';
import { isOneOf, isStop, type Scene } from '../scene.js';

/**
 * Subject of the clause a figure stands in, with the "of …", "to …", "in …" tied to it, its determiner left out; for a pronoun the
 * subject of the sentence. Null when there is none, or when it is itself a figure.
 */
export function subjectOf(scene: Scene, draft: Draft, drafts: readonly Draft[]): Found | null {
  const { subject, main } = clauseAt(scene.clauses, draft.first);
  const phrase = subject && isPronoun(scene, subject) ? main : subject;
  if (!phrase || isPronoun(scene, phrase) || phrase.last > draft.first) return null;
  let first = phrase.first;
  while (first < phrase.head && isOneOf(scene, first, DETERMINERS)) first++;
  const holds = (last: number): boolean => drafts.some((other) => other.bodyFirst < last && phrase.first < other.bodyLast);
  if (holds(phrase.last)) return null;
  // "drip lines on 600,000 hectares would save"
  return found(scene, first, phrase.tied > draft.first || holds(phrase.tied) ? phrase.last : phrase.tied);
}

const isPronoun = (scene: Scene, { first, head }: Phrase): boolean =>
  first === head && (isOneOf(scene, head, PRONOUNS) || isOneOf(scene, head, DEICTICS));
const DEICTICS = wordsOf('there this that these those');

const AUXILIARIES = wordsOf('is are was were be been being has have had not');

/** Whether the word is the clause's verb where it stands. */
export function isVerbal(scene: Scene, token: number, limit: number): boolean {
  if (scene.nameAt[token] >= 0) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  const afterNoun =
    token > 0 && (isPlural(scene, token - 1) || scene.nameAt[token - 1] >= 0 || (posOf(scene.knowledge, scene.tokens, token - 1) & Pos.Noun) !== 0);
  if (isKind(scene.knowledge, scene.tokens, token, Kind.Change) && afterNoun && (pos & (Pos.Past | Pos.Third | Pos.Verb)) !== 0) return true;
  const nounNext =
    token + 1 < limit &&
    has(scene.tokens, token + 1, Flag.Word) &&
    !isStop(scene, token + 1) &&
    (posOf(scene.knowledge, scene.tokens, token + 1) & (Pos.Noun | Pos.Plural)) !== 0;
  if ((pos & Pos.Past) !== 0 && afterNoun && (isPlural(scene, token - 1) || !nounNext)) return true;
  if ((pos & Pos.Past) !== 0 && token > 0 && isOneOf(scene, token - 1, AUXILIARIES)) return true;
  if ((pos & Pos.Past) !== 0 && (pos & (Pos.Adjective | Pos.Noun)) === 0) return !(token + 1 < limit && isPlural(scene, token + 1));
  if ((pos & Pos.Gerund) !== 0 && (pos & Pos.Noun) === 0) return true;
  return (pos & Pos.Verb) !== 0 && (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0;
}
