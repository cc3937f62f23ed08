import { Flag, has } from '../../../../model/index.js';
import { levelOf, Lexname, lexnameOf, Pos, posOf, singular } from '../../../../knowledge/index.js';
import { findWord, foldWord, wordsOf } from '../../../../text/index.js';
import { Class, isClass, isOneOf, isStop, type Scene } from '../scene.js';

/** "Americans", "Kurds": a capitalised plural that no list explains is more often a people; WordNet knows the common person nouns. */
export function isPersonWord(scene: Scene, head: number): boolean {
  if (!isPlural(scene, head)) return false;
  // WordNet also knows people called Bridges and Rivers: the singular tells.
  const { vocabulary, words } = scene.knowledge;
  const one = findWord(vocabulary, singular(scene.knowledge, foldWord(scene.text.slice(scene.tokens.start[head], scene.tokens.end[head]))));
  return (one >= 0 && words.lexname[one] > 0 ? words.lexname[one] : lexnameOf(scene.knowledge, scene.tokens, head)) === Lexname.Person;
}

/** Whether the word is a plural noun. */
export function isPlural(scene: Scene, token: number): boolean {
  if (isClass(scene, token, Class.plural)) return true;
  const { tokens, text } = scene;
  if (!has(tokens, token, Flag.Word)) return false;
  const pos = posOf(scene.knowledge, tokens, token);
  if ((pos & Pos.Plural) !== 0) return true;
  const end = tokens.end[token];
  const length = end - tokens.start[token];
  if (isClass(scene, token, Class.person)) return length > 1 && ((text.charCodeAt(end - 1) | 32) === 115 || isOneOf(scene, token, PEOPLE));
  if (length < 3) return false;
  // "RBIs", "MPs", "Humvees": what no dictionary lists is a plural by its ending.
  const last = text.charCodeAt(end - 1);
  if (last !== 115 && last !== 83) return length > 4 && text.slice(end - 3, end).toLowerCase() === 'men' && pos === 0;
  if (pos !== 0 && levelOf(scene.knowledge, tokens, token) > 0) return false;
  const before = text.charCodeAt(end - 2) | 32;
  return last === 115 && before !== 115 && before !== 117 && before !== 105;
}
const PEOPLE = wordsOf(
  'people men women children police personnel staff dead wounded injured missing displaced crew mujahideen fedayeen airmen policemen gunmen',
);

/** "stronger", "wider": an adjective with the ending of a comparative, which no dictionary knows as a noun. */
export const isComparative = (scene: Scene, token: number): boolean =>
  posOf(scene.knowledge, scene.tokens, token) === 0 && isOfAdjective(scene, token, 'er');

/** "largest", "weakest": an adjective with the ending of a superlative. */
export const isSuperlative = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Verb) === 0 && isOfAdjective(scene, token, 'est');

/** Whether the word is an adjective with this ending. */
function isOfAdjective(scene: Scene, token: number, ending: string): boolean {
  const { tokens, text, knowledge } = scene;
  const word = foldWord(text.slice(tokens.start[token], tokens.end[token]));
  if (!word.endsWith(ending)) return false;
  const { vocabulary, words } = knowledge;
  const stem = word.slice(0, -ending.length);
  return [stem, word.slice(0, 1 - ending.length), stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem, stem.slice(0, -1)].some((one) => {
    const id = findWord(vocabulary, one);
    return id >= 0 && (words.pos[id] & Pos.Adjective) !== 0;
  });
}

/** Whether the word can describe a noun. */
export function isModifier(scene: Scene, token: number): boolean {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Adjective) !== 0 && !isStop(scene, token);
}
