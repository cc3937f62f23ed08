import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, levelOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { apposedNoun, type Description, descriptionOf } from '../evidence/descriptions.js';
import { isFirm } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, isLowerWord, isWord, sign, type Scene } from '../scene.js';

const COMMA = 44;

/** What an unlisted word that is no English is said to be behind its comma; null when nothing is said. */
export function apposed(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): Description | null {
  if (title !== null || shape !== 'open' || senses.length > 0 || sign(scene, last) !== COMMA) return null;
  for (let token = first; token < last; token++) if (levelOf(scene.knowledge, scene.tokens, token) !== 0) return null;
  const { first: from, last: limit } = scene.sentences[sentence];
  return descriptionOf(scene, first, last, from, limit);
}

/** Words of an apposition at most. */
const APPOSED = 16;

/** “Ezema, the largest opposition party, said”: an unlisted word that is no English, with the noun for a body behind it. */
export function isDescribedBody(scene: Scene, chunk: Chunk): boolean {
  if (apposed(scene, chunk) !== 'organisation') return false;
  const { tokens, knowledge, text } = scene;
  const noun = apposedNoun(scene, chunk.last, scene.sentences[chunk.sentence].last);
  // "In Husaybah, the coalition troops began another phase": the subject of the sentence is no apposition.
  if (noun < 0 || (posOf(knowledge, tokens, noun) & Pos.Plural) !== 0 || isWord(scene, chunk.first - 1, 'in')) return false;
  const calls = phraseAt(knowledge, text, tokens, noun, noun + 1, Kind.Role)?.row.gives === 'group';
  if (!calls && !phraseAt(knowledge, text, tokens, noun, noun + 1, Kind.Reference)?.row.type.includes('group')) return false;
  if (isKind(knowledge, tokens, chunk.first, Kind.GivenName)) return false;
  // "Tarek Osman, the group said, was free": words of saying tell that the noun is who says so.
  const limit = Math.min(scene.sentences[chunk.sentence].last, chunk.last + APPOSED);
  for (let token = chunk.last + 2; token < limit && sign(scene, token) !== COMMA; token++)
    if (isLowerWord(scene, token) && isKind(knowledge, tokens, token, Kind.Reporting)) return false;
  return true;
}

/** “told The Newark Beacon”, “according to The Harwick Voice”: within a sentence only what is called so writes its article with a capital. */
export function isPaper(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  const { first: from, last: limit } = scene.sentences[sentence];
  const article = first - 1;
  if (title !== null || shape === 'place' || senses.some((sense) => isFirm(knowledge, sense)) || article - 1 <= from) return false;
  if (!isWord(scene, article, 'the') || !isCapital(scene, article) || scene.headlines[sentence] === 1 || has(tokens, first, Flag.Shouted))
    return false;
  if (has(tokens, article, Flag.SentenceStart) || has(tokens, article, Flag.Upper)) return false;
  const toldTo = isLowerWord(scene, article - 1) && isKind(knowledge, tokens, article - 1, Kind.Reporting);
  const told = toldTo || (isWord(scene, article - 1, 'to') && isWord(scene, article - 2, 'according'));
  const tells = last < limit && isLowerWord(scene, last) && isKind(knowledge, tokens, last, Kind.Reporting);
  return told || tells;
}

/** “Hospital director Nabil Karroum”: the noun for a body, which only the sentence gives a capital, before a role in it. */
export function isBodyOfRole(scene: Scene, { first, last, title, senses, sentence }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  if (title !== null || last - first !== 1 || (tokens.flags[first] & (Flag.SentenceStart | Flag.Upper)) !== Flag.SentenceStart) return false;
  if (senses.some((sense) => isFirm(knowledge, sense)) || levelOf(knowledge, tokens, first) === 0) return false;
  if (!isKind(knowledge, tokens, first, Kind.Organisation) && !isKind(knowledge, tokens, first, Kind.Reference)) return false;
  return last < scene.sentences[sentence].last && isLowerWord(scene, last) && isKind(knowledge, tokens, last, Kind.Role);
}
