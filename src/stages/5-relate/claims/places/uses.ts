import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  FROM,
  HAVE,
  LOCATIVE,
  OF,
  TO,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isWord,
  signAt,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Kind, Lexname, lexnameOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has } from '../../../../model/index.js';
import type { Scene } from '../scene.js';
import { hasRole } from '../verb-roles.js';
import type { Site } from './sites.js';
import { isDirection, isPlaceWord, isPlainAdjective } from './words.js';

const THAT = wordsOf('that');
const ONE = wordsOf('one');

export function useOf(scene: Scene, first: number, last: number, sentence: Stretch, before: readonly Site[]): Site['use'] | null {
  let at = first - 1;
  while (
    at >= sentence.first &&
    (isWord(scene, at) || signAt(scene, at) === '-') &&
    scene.mentionAt[at] < 0 &&
    (signAt(scene, at) === '-' ||
      isIn(scene, at, ARTICLE) ||
      isDirection(scene, at) ||
      isIn(scene, at, ADVERB) ||
      isPlaceWord(scene, at) ||
      isPlainAdjective(scene, at))
  ) {
    if (isIn(scene, at, FROM)) break;
    at--;
  }
  if (at < sentence.first) return labelled(scene, last, sentence) ? 'at' : null;
  const previous = before.at(-1);
  if (isIn(scene, at, FROM)) return 'from';
  // "on the highway to Harrismith", not "the road to Gao is closed"
  if (isIn(scene, at, TO)) return isIn(scene, at - 1, ROAD) && isGoverned(scene, at - 1, sentence) ? 'at' : 'to';
  const moved = moveAt(scene, at);
  // "trying to reach Malta": nobody is there.
  if (moved) return isIn(scene, at - 1, TO) && isOfClass(scene, at - 2, 'trying') ? null : moved;
  // "floods swept Sylhet division", "rebels shelled Gao"
  if (hasRole(scene, at, 'strikes')) return 'at';
  if (isIn(scene, at, LOCATIVE)) {
    if (isIn(scene, at - 1, FROM)) return 'from';
    return modifies(scene, at, last) ? null : isInOrigin(scene, at, sentence) ? 'from' : 'at';
  }
  // "980 in that of Taroudant"
  if (isIn(scene, at, OF) && isIn(scene, at - 1, THAT) && isIn(scene, at - 2, LOCATIVE)) return 'at';
  // "more than 80 percent of Port-au-Prince", not "one of Africa’s oldest bridges"
  if (isIn(scene, at, OF) && scene.figureAt[at - 1] >= 0) return isIn(scene, at - 1, ONE) && has(scene.tokens, last, Flag.Possessive) ? null : 'at';
  if (labelled(scene, last, sentence)) return 'at';
  if (isIn(scene, at, OF) && isLeft(scene, first)) return 'from';
  if (isIn(scene, at, OF) && (isPlaceWord(scene, at - 1) || isDirection(scene, at - 1))) return 'at';
  // "in her hamlet, Imerda": the name of the place just spoken of.
  if (isComma(scene, at) && isPlaceWord(scene, at - 1)) {
    let before = at - 2;
    while (before > sentence.first && (isIn(scene, before, ARTICLE) || isDirection(scene, before) || isPlainAdjective(scene, before))) before--;
    if (isIn(scene, before, LOCATIVE)) return 'at';
  }
  // "in Kabul, Kunar, and Helmand": items of a list share the preposition of the first.
  const joint = isIn(scene, at, AND) && isComma(scene, at - 1) ? at - 1 : at;
  // "in Oran, Tunisia’s neighbour"
  const apposed = isComma(scene, at) && has(scene.tokens, last, Flag.Possessive);
  if (
    previous &&
    !apposed &&
    previous.last >= joint - 2 &&
    // "the queue at Goma grew, and Mosul works at"
    !isPredicate(scene, previous.last, joint) &&
    (isComma(scene, joint) || isIn(scene, joint, AND) || signAt(scene, joint) === '(' || signAt(scene, joint) === '/')
  )
    return previous.use;
  // "Nuristan and Kunar provinces": the head says that both are places where something is.
  if (last < sentence.last && isPlaceWord(scene, last) && !isIn(scene, at, AND)) return isComma(scene, at) ? 'at' : null;
  return null;
}

/** Whether a verb stands between two places. */
function isPredicate(scene: Scene, first: number, last: number): boolean {
  for (let token = first; token < last; token++)
    if (!isPlaceWord(scene, token) && (isIn(scene, token, BE) || isIn(scene, token, HAVE) || isPlainVerb(scene, token))) return true;
  return false;
}

/** Whether a locative preposition governs the noun phrase that ends with the token. */
function isGoverned(scene: Scene, token: number, sentence: Stretch): boolean {
  let at = token - 1;
  while (at >= sentence.first && isDescribing(scene, at)) at--;
  return isIn(scene, at, LOCATIVE);
}

const isDescribing = (scene: Scene, token: number): boolean =>
  isIn(scene, token, ARTICLE) || isDirection(scene, token) || (isWord(scene, token) && isPlainAdjective(scene, token));

/** "from a parish in Oran", "from the highway near Gao": the phrase that the place belongs to is where something comes from; not "from their homes in". */
function isInOrigin(scene: Scene, preposition: number, sentence: Stretch): boolean {
  // "deaths from flooding in Sylhet", "damage from the storm in Oran": what happened there, nothing that is left.
  // nor "seized from a lorry in Oran": the thing was there, too.
  if (isHappening(scene, preposition - 1) || isVehicle(scene, preposition - 1)) return false;
  for (let at = preposition - 1; at >= sentence.first && at > preposition - LONGEST_PHRASE; at--) {
    if (isIn(scene, at, FROM)) return !isIn(scene, at + 1, OWN);
    // "from Haitians in Miami"
    if (scene.mentionAt[at] >= 0 && at === preposition - 1 && scene.mentions[scene.mentionAt[at]].use === 'demonym') continue;
    if (!isWord(scene, at) || scene.figureAt[at] >= 0 || scene.dateAt[at] >= 0 || scene.mentionAt[at] >= 0) return false;
    if (!isDescribing(scene, at) && !isPlainNoun(scene, at)) return false;
  }
  return false;
}
const OWN = wordsOf('their its his her our my');

/** "lorry", "suitcase": a thing that is itself somewhere, and no place. */
const isVehicle = (scene: Scene, token: number): boolean => isOfClass(scene, token, 'container') && !isPlaceWord(scene, token);

/** "flooding", "the blast": a noun for what happens. */
function isHappening(scene: Scene, token: number): boolean {
  if (!isWord(scene, token)) return false;
  const sense = lexnameOf(scene.knowledge, scene.tokens, token);
  if (sense === Lexname.Act || sense === Lexname.Event || sense === Lexname.Phenomenon) return true;
  return (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0;
}
/** Tokens of "a small parish" before a preposition. */
const LONGEST_PHRASE = 6;

/** "in a Liverpool hostel": a noun goes on behind the place, which only tells of what sort it is. */
const A = wordsOf('a an');
const modifies = (scene: Scene, preposition: number, last: number): boolean =>
  isIn(scene, preposition + 1, A) && scene.mentionAt[last] < 0 && scene.dateAt[last] < 0 && isPlainNoun(scene, last) && !isPlaceWord(scene, last);

/** "reached Aceh", "left Vovchansk": a verb of moving with the place as its object. */
export function moveAt(scene: Scene, token: number): Site['use'] | null {
  if (token < 0 || !isWord(scene, token) || scene.mentionAt[token] >= 0) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, scene.tokens.count, Kind.Event);
  // "fled Oran", "escapes the capital"
  if (hit?.row.event === 'fled' && hit.last === token + 1) return 'from';
  return hit?.row.form.includes('place') ? (hit.row.event === 'left' ? 'from' : 'at') : null;
}

/** "left Oran", "had left the border post of Oran": whether the place is the object of a verb of leaving. */
export function isLeft(scene: Scene, first: number): boolean {
  let at = first - 1;
  while (at > first - LONGEST_PHRASE && (isIn(scene, at, OF) || isIn(scene, at, ARTICLE) || isPlaceWord(scene, at) || isIn(scene, at, POST))) at--;
  return moveAt(scene, at) === 'from';
}
const POST = wordsOf('post posts outpost checkpoint crossing station');

/** "16 Feb, Mucojo: two fishermen": a place in the label of a list item. */
export function labelled(scene: Scene, token: number, sentence: Stretch): boolean {
  for (let at = token; at < Math.min(sentence.last, sentence.first + 14) && at < token + 5; at++) if (signAt(scene, at) === ':') return true;
  return false;
}

const ROAD = wordsOf('road roads highway motorway route routes railway');
