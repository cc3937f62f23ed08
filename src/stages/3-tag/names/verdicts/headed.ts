import { Flag, has } from '../../../../model/index.js';
import { Kind, levelOf, type LexiconRow, phraseAt } from '../../../../knowledge/index.js';
import { isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isLowerWord, isWord, written, type Scene } from '../scene.js';

/**
 * "Kesso village", "Kesso and Tarumbe districts", "the town of Kesso": the noun for a kind of place beside a word that is no English, or the
 * name of some place; null where none stands.
 */
export function headOf(scene: Scene, chunk: Chunk): string | null {
  const { first, last, sentence } = chunk;
  if (!canBeHeaded(scene, chunk)) return null;
  const { first: from, last: limit } = scene.sentences[sentence];
  if (last < limit && has(scene.tokens, last, Flag.SpaceBefore) && isHead(scene, last)) return written(scene, last, last + 1);
  const before = first - 2;
  if (before >= from && isWord(scene, first - 1, 'for') && isSeat(scene, before, first)) return written(scene, before, first);
  return before >= from && isWord(scene, first - 1, 'of') && isHead(scene, before) ? written(scene, before, before + 1) : null;
}

/** Whether a plural beside the list `[first, last]` says that all of its items are places: “the districts of Kesso and Tarumbe”. */
export const isListHeaded = (scene: Scene, first: Chunk, last: Chunk): boolean =>
  isPluralHead(scene, last.last) || (isWord(scene, first.first - 1, 'of') && isPluralHead(scene, first.first - 2));

/** “MP for Kesso”: who sits for a place, with the word that leads to it. */
const isSeat = ({ knowledge, text, tokens }: Scene, token: number, last: number): boolean =>
  phraseAt(knowledge, text, tokens, token, last, Kind.PlaceHead)?.last === last;

const isHead = (scene: Scene, token: number): boolean => headAt(scene, token)?.itself ?? false;

function isPluralHead(scene: Scene, token: number): boolean {
  const head = headAt(scene, token);
  return head?.itself === true && head.plural;
}

function headAt(scene: Scene, token: number): LexiconRow<'placeHead'> | null {
  if (token < 0 || token >= scene.tokens.count) return null;
  // "Residents of Kesso": what opens a sentence is written with a capital.
  if (!isLowerWord(scene, token) && (!has(scene.tokens, token, Flag.SentenceStart) || has(scene.tokens, token, Flag.Upper))) return null;
  return phraseAt(scene.knowledge, scene.text, scene.tokens, token, Math.min(token + 2, scene.tokens.count), Kind.PlaceHead)?.row ?? null;
}

function canBeHeaded({ tokens, knowledge }: Scene, { first, last, shape, senses, title }: Chunk): boolean {
  if (title !== null || (shape !== 'open' && shape !== 'gazetteer')) return false;
  // "Hamas villages": a row that is sure of something else.
  if (senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'place')) return false;
  if (senses.some((sense) => senseType(knowledge, sense) === 'place')) return true;
  for (let token = first; token < last; token++)
    if (has(tokens, token, Flag.Upper) || (has(tokens, token, Flag.Capital) && levelOf(knowledge, tokens, token) !== 0)) return false;
  return true;
}
