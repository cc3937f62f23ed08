import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, levelOf, phraseAt, Pos, posOf, USES } from '../../../../knowledge/index.js';
import { isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, isLowerWord, isWord, sign, type Scene } from '../scene.js';
import { apposed } from './bodies.js';

const COMMA = 44;

/** “stormed Palma”, “fled Goma”: what can be a place, behind a verb that is done to places. */
export function isTaken(scene: Scene, { first, last, sentence, senses, title }: Chunk): boolean {
  const { knowledge, tokens } = scene;
  // "entered Victoria’s room"
  if (last < tokens.count && has(tokens, last, Flag.Possessive)) return false;
  if (title !== null || first <= scene.sentences[sentence].first || !isLowerWord(scene, first - 1)) return false;
  if (!isKind(knowledge, tokens, first - 1, Kind.PlaceVerb) || !senses.some((sense) => senseType(knowledge, sense) === 'place')) return false;
  return !senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'place');
}

/** “Chilobwe, a township near Blantyre”: an unlisted word that is no English, with what kind of place it is said behind it. */
export const isDescribedPlace = (scene: Scene, chunk: Chunk): boolean => apposed(scene, chunk) === 'place-word';

/** Prepositions behind which a name in a sentence is nearly always a place. */
const NEARS = ['near', 'outside', 'throughout', 'inside', 'around'];

/** “near Al Shadaddi”, “around Kibati and Nyabiondo”: an unlisted name behind such a preposition, or in a list behind it. */
export function isNear(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  const { first: from, last: limit } = scene.sentences[sentence];
  if (title !== null || shape !== 'open' || senses.length > 0 || first <= from || last - first > 3) return false;
  if (
    !NEARS.some((word) => isWord(scene, listBegin(scene, first, from) - 1, word)) ||
    has(tokens, first, Flag.Upper) ||
    scene.headlines[sentence] === 1
  )
    return false;
  // "near Hussein’s house", "outside Apple stores": the owner, and a name that describes what follows.
  if (last < limit && (has(tokens, last, Flag.Possessive) || (has(tokens, last, Flag.Word) && isNounAt(scene, last)))) return false;
  for (let token = first; token < last; token++) {
    if (!has(tokens, token, Flag.Word) || !has(tokens, token, Flag.Capital)) continue;
    if (levelOf(knowledge, tokens, token) !== 0) return false;
    if (isKind(knowledge, tokens, token, Kind.GivenName) && !isKind(knowledge, tokens, token, Kind.Particle)) return false;
  }
  return true;
}

/** First token of the list of capitalised words that the name at `token` ends: "Kibati, Masisi and [Nyabiondo]". */
function listBegin(scene: Scene, token: number, from: number): number {
  let at = token;
  for (let go = 0; go < LONGEST_LIST && at - 1 > from; go++) {
    if (!isWord(scene, at - 1, 'and') && sign(scene, at - 1) !== COMMA) break;
    let name = at - 1;
    while (name > from && isCapital(scene, name - 1)) name--;
    if (name === at - 1) break;
    at = name;
  }
  return at;
}
const LONGEST_LIST = 4;

const isNounAt = ({ knowledge, tokens }: Scene, token: number): boolean =>
  (posOf(knowledge, tokens, token) & (Pos.Noun | Pos.Plural)) !== 0 && (posOf(knowledge, tokens, token) & (Pos.Past | Pos.Adverb)) === 0;

/** What can be a place: a row says so, or no row knows it, and it is no people, title or letters. */
const canBePlace = ({ knowledge, tokens }: Scene, { first, shape, senses, title }: Chunk): boolean =>
  title === null &&
  (shape === 'open' || shape === 'gazetteer') &&
  !has(tokens, first, Flag.Upper) &&
  !senses.some((sense) => (isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'place') || USES[knowledge.names.use[sense]] === 'demonym');

/** “Tamsin Purdue, 38, of Baynton,”: from where somebody is of whom the age is told. */
export function isHomeOfAged(scene: Scene, chunk: Chunk): boolean {
  const { tokens } = scene;
  const { first, sentence } = chunk;
  if (first - 4 <= scene.sentences[sentence].first || !isWord(scene, first - 1, 'of') || !canBePlace(scene, chunk)) return false;
  return sign(scene, first - 2) === COMMA && has(tokens, first - 3, Flag.Number) && sign(scene, first - 4) === COMMA;
}

/** “A Shelley man drowned”: from where somebody is, as papers write it of people whom nobody knows. */
export function isHomeOfSomebody(scene: Scene, chunk: Chunk): boolean {
  const { tokens, knowledge, text, sentences } = scene;
  const { first, last, sentence, senses } = chunk;
  if (!isWord(scene, first - 1, 'a') && !isWord(scene, first - 1, 'an')) return false;
  if (last >= sentences[sentence].last || !isLowerWord(scene, last) || !has(tokens, last, Flag.SpaceBefore) || !canBePlace(scene, chunk))
    return false;
  // "a Burmese man", "a Muslim woman": an adjective, unless a place bears the name.
  const somebody = phraseAt(knowledge, text, tokens, last, last + 1, Kind.Pronoun) !== null || isHead(scene, last);
  if (!somebody) return false;
  return senses.some((sense) => senseType(knowledge, sense) === 'place');
}

/** “resident”, “native”: who lives in or comes from a place. */
const isHead = ({ knowledge, text, tokens }: Scene, token: number): boolean =>
  phraseAt(knowledge, text, tokens, token, token + 1, Kind.PlaceHead)?.row.itself ?? false;
