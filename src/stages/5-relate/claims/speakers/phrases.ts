import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  HAVE,
  PREPOSITION,
  RELATIVE,
  THAT,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  mentionStart,
  signAt,
  wordsOf,
} from '../../../../grammar/index.js';
import { Flag, has } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { MODAL } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { countsSpeakers, isSpeakerWord } from './sources.js';

/** First token of the noun phrase that ends with `token`: back over nouns, names and the prepositions inside it. */
export function phraseFirst(scene: Scene, token: number, floor: number): number {
  let first = token + 1;
  for (let at = token; at >= floor; at--) {
    if (scene.mentionAt[at] >= 0) {
      // "At the Hope Centre [a nurse] said": an article behind a name begins another phrase.
      if (first <= token && isIn(scene, first, A_AN)) break;
      at = mentionStart(scene, at);
      first = at;
      continue;
    }
    // "Last month the army said": a time at the head of the clause is no part of its subject, as it is in "a June report".
    if (scene.dateAt[at] >= 0 && first <= token && opensWithTime(scene, at, floor)) break;
    if (scene.figureAt[at] >= 0 && isComma(scene, at - 1)) {
      // "…, two diplomats said", "…, two security sources and a clerk said": so many of those who say so.
      if (countsSpeakers(scene, at, token + 1)) first = at;
      break;
    }
    if (signAt(scene, at) === ')') {
      // "the Integrated Office (BINUH) believes"
      let open = at;
      while (open > floor && open > at - 8 && signAt(scene, open) !== '(') open--;
      if (signAt(scene, open) === '(') {
        at = open;
        continue;
      }
    }
    // "Our monitors in Gao, Kidal and Mopti recorded": a list of places inside the phrase.
    // but "died in Rukum West, Karnali police spokesman X said" has its speaker behind the comma.
    if ((isComma(scene, at) || isIn(scene, at, AND)) && isPlace(scene, at - 1) && isPlace(scene, at + 1)) {
      if (isComma(scene, at) && speaksIn(scene, first, token + 1)) break;
      continue;
    }
    if (isIn(scene, at, THAT) && (at === floor || isQuote(scene, at - 1) || isComma(scene, at - 1) || isIn(scene, at + 1, SAME)) && at < token)
      return at;
    if (isComma(scene, at) || isWall(scene, at) || isQuote(scene, at) || isIn(scene, at, RELATIVE) || isIn(scene, at, CLAUSE)) break;
    if ((isPlainVerb(scene, at) && !(at < token && isReduced(scene, at))) || isIn(scene, at, BE) || isIn(scene, at, HAVE) || isModal(scene, at))
      break;
    if (isIn(scene, at, AND) && !isListed(scene, at)) break;
    // "In a statement [the army] said"
    if (first <= token && scene.mentionAt[first] < 0 && isIn(scene, first, ARTICLE) && isPlainNoun(scene, at)) break;
    if (!isWord(scene, at) && !has(scene.tokens, at, Flag.Number) && signAt(scene, at) !== '-' && !has(scene.tokens, at, Flag.Possessive)) break;
    first = at;
  }
  while (
    first <= token &&
    scene.mentionAt[first] < 0 &&
    (isIn(scene, first, PREPOSITION) || isIn(scene, first, AND) || isIn(scene, first, ADVERB) || isIn(scene, first, CLAUSE))
  )
    first++;
  return first;
}

/** "May" the month is no "may". */
const isModal = (scene: Scene, token: number): boolean => isIn(scene, token, MODAL) && scene.dateAt[token] < 0;

/** "a report published in May", "a man held in Gao": before a verb of saying a past form that a noun stands before tells of that noun. */
const isReduced = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0 &&
  (isIn(scene, token + 1, PREPOSITION) || scene.dateAt[token + 1] >= 0) &&
  (isPlainNoun(scene, token - 1) || (scene.mentionAt[token - 1] >= 0 && mentionOf(scene, token - 1)?.type === 'group'));

/** Whether the time that `token` lies in, with its preposition, begins the clause. */
function opensWithTime(scene: Scene, token: number, floor: number): boolean {
  let first = token;
  while (first > floor && scene.dateAt[first - 1] === scene.dateAt[token]) first--;
  if (first > floor && isIn(scene, first - 1, PREPOSITION)) first--;
  return first === floor || isComma(scene, first - 1) || isQuote(scene, first - 1);
}

/** Whether a person or a word for one who speaks stands in tokens `[first, last)`. */
const speaksIn = (scene: Scene, first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (mentionOf(scene, at)?.type === 'person' || (scene.mentionAt[at] < 0 && isSpeakerWord(scene, at, last))) return true;
  return false;
};
export const isPlace = (scene: Scene, token: number): boolean => mentionOf(scene, token)?.type === 'place';
export const CLAUSE = wordsOf('but yet because although though while whereas if unless when as than so');
/** "residents and aid workers": two speakers of one verb. */
const isListed = (scene: Scene, token: number): boolean =>
  isSpeakerWord(scene, token - 1, token) || (scene.mentionAt[token - 1] >= 0 && isComma(scene, mentionStart(scene, token - 1) - 1));
const SAME = wordsOf('same');
const A_AN = wordsOf('a an');
