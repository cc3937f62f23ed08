import { Flag, has } from '../../../../model/index.js';
import { entityText, Kind, phraseAt } from '../../../../knowledge/index.js';
import { isOfClass } from '../../../../grammar/index.js';
import { isFirm as isSure, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isMaker } from '../pieces/skips.js';
import { isCapital, isLowerWord, isWord, type Scene } from '../scene.js';

/**
 * The readings as a firm of a short name that is also a word or a person's, where what stands beside it is a firm's: “Ford shares”, “the carmaker Fiat”,
 * “a stake in Shell”; null elsewhere, and where a row decides alone.
 */
export function firmOf(scene: Scene, chunk: Chunk): readonly number[] | null {
  if (chunk.title !== null || chunk.shape !== 'gazetteer' || has(scene.tokens, chunk.first, Flag.Shouted)) return null;
  const { knowledge } = scene;
  const firms = chunk.senses.filter((sense) => isCompany(scene, sense));
  if (firms.length === 0 || chunk.senses.some((sense) => isSure(knowledge, sense) && senseType(knowledge, sense) !== 'group')) return null;
  return isBeside(scene, chunk) || isMakerHere(scene, chunk) ? firms : null;
}

/** “Apple is in talks”: the list of what is no name has the word as a product, and the sentence its maker. */
function isMakerHere(scene: Scene, { first, last, sentence }: Chunk): boolean {
  const { knowledge, text, tokens, sentences } = scene;
  const product = phraseAt(knowledge, text, tokens, first, last, Kind.NotName);
  return product?.last === last && product.row.category === 'product' && isMaker(scene, first, last, sentences[sentence].last);
}

const isCompany = ({ knowledge }: Scene, sense: number): boolean =>
  senseType(knowledge, sense) === 'group' && entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'company';

/** What is held in a firm: “shares in”, “a stake in”. */
const HELD = ['shares', 'stake', 'stakes', 'stock'];

function isBeside(scene: Scene, { first, last, sentence }: Chunk): boolean {
  const { first: from, last: limit } = scene.sentences[sentence];
  const owns = last < limit && has(scene.tokens, last, Flag.Possessive);
  const next = owns ? last + 1 : last;
  if (next < limit && isLowerWord(scene, next) && isOfClass(scene, next, 'of-a-firm')) return true;
  if (!owns && next < limit && isLowerWord(scene, next) && isOfClass(scene, next, 'in-a-firm')) return first === from || !isCapital(scene, first - 1);
  if (first - 1 < from) return false;
  const link = isWord(scene, first - 1, 'in') || isWord(scene, first - 1, 'of');
  if (link && first - 2 >= from && HELD.some((word) => isWord(scene, first - 2, word))) return true;
  return isLowerWord(scene, first - 1) && isKindOfFirm(scene, first - 1);
}

/** “carmaker”, “lender”: a noun for a kind of firm. */
const isKindOfFirm = ({ knowledge, text, tokens }: Scene, token: number): boolean =>
  phraseAt(knowledge, text, tokens, token, token + 1, Kind.Reference)?.row.kind === 'company';
