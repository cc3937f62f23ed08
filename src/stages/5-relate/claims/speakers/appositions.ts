import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  BY,
  HAVE,
  PREPOSITION,
  SUBORDINATOR,
  THAT,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  mentionEnd,
  mentionStart,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { type EntityType, Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { MODAL, SAYING } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { isSpeakerWord } from './sources.js';

import { CLAUSE, phraseFirst } from './phrases.js';

// Whom the appositions before a verb of saying belong to.

/** "Yasir Khan, 43, president of the union, estimated": back over the appositions to the name or noun they follow. */
export function apposed(scene: Scene, comma: number, floor: number): Stretch | null {
  const officer = officerBefore(scene, comma, floor);
  if (officer) return officer;
  let first = comma;
  while (first > floor && !opensClause(scene, first - 1)) first--;
  // "When the shelling stopped, Ali Khan, 30, said": a clause before the subject ends at its comma.
  while (isIn(scene, first, SUBORDINATOR) || isIn(scene, first, CLAUSE) || isIn(scene, first, PREPOSITION) || isParticiple(scene, first)) {
    let next = first;
    while (next < comma && !isComma(scene, next)) next = mentionEnd(scene, next);
    if (next >= comma) return null;
    first = next + 1;
  }
  while (first < comma && (isIn(scene, first, ADVERB) || isIn(scene, first, AND) || isComma(scene, first))) first++;
  let last = first;
  while (last < comma && !isComma(scene, last) && signAt(scene, last) !== '(') last = mentionEnd(scene, last);
  // The words up to the first comma are the name with what belongs to it, no clause of their own.
  for (let token = first; token < last; token = mentionEnd(scene, token))
    if (scene.mentionAt[token] < 0 && (isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE) || isIn(scene, token, MODAL)))
      return lastApposed(scene, comma, floor);
  if (first >= last) return null;
  // "Its spokesman, Colonel Davoud Rastegar, denied", "Her mission, UNSMIL, says", "The agency, the Renfor Institute, counted": the name follows the office.
  let at = isIn(scene, last + 1, ARTICLE) && scene.mentionAt[last + 1] < 0 ? last + 2 : last + 1;
  while (at < last + 5 && scene.mentionAt[at] < 0 && (isKind(scene.knowledge, scene.tokens, at, Kind.Title) || signAt(scene, at) === '.')) at++;
  const name = isComma(scene, last) ? mentionOf(scene, at) : null;
  if (name && name.type !== 'place' && isComma(scene, mentionEnd(scene, at)) && !holds(scene, first, last, name.type))
    return { first: at, last: mentionEnd(scene, at) };
  // "The report, prepared by the ministry, says"
  for (at = last + 1; at < Math.min(comma, last + 8) && !isComma(scene, at); at++)
    if (isIn(scene, at, BY) && !holds(scene, first, last, 'group'))
      for (let owner = at + 1; owner < Math.min(comma, at + 4); owner++)
        if (mentionOf(scene, owner)?.type === 'group') return { first, last: mentionEnd(scene, owner) };
  return { first, last };
}

/** "Eleven firms closed, its head, Ana Ruiz, said": a name between commas, an office between commas before it. */
function officerBefore(scene: Scene, comma: number, floor: number): Stretch | null {
  const name = mentionOf(scene, comma - 1);
  const first = name?.type === 'person' ? mentionStart(scene, comma - 1) : 0;
  if (name === null || first <= floor || !isComma(scene, first - 1)) return null;
  let open = first - 2;
  for (; open > floor && open > first - LONGEST_OFFICE && !isComma(scene, open); open--)
    if (
      isWall(scene, open) ||
      isQuote(scene, open) ||
      (isWord(scene, open) && scene.mentionAt[open] < 0 && (isPlainVerb(scene, open) || isIn(scene, open, BE)))
    )
      return null;
  if (!isComma(scene, open) || scene.figureAt[open + 1] >= 0 || holds(scene, open + 1, first - 1, 'person')) return null;
  return isSpeaker(scene, open + 1, first - 1) ? { first, last: comma } : null;
}
/** Tokens of "the deputy head of the chamber of commerce". */
const LONGEST_OFFICE = 12;

const holds = (scene: Scene, first: number, last: number, type: EntityType): boolean => {
  for (let token = first; token < last; token++) {
    const mention = mentionOf(scene, token);
    // "Adda Holm's successor, Rune Falk": an owner is not whom the phrase means.
    if (
      mention &&
      mention.use !== 'reference' &&
      (mention.type === type || mention.type === 'person') &&
      !has(scene.tokens, mentionEnd(scene, token), Flag.Possessive)
    )
      return true;
  }
  return false;
};

/** "Presenting the report, the minister said" */
const isParticiple = (scene: Scene, token: number): boolean =>
  scene.mentionAt[token] < 0 &&
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Verb) !== 0 &&
  scene.text.slice(scene.tokens.end[token] - 3, scene.tokens.end[token]) === 'ing' &&
  isIn(scene, token + 1, ARTICLE);

/** The name nearest before the comma that a comma or bracket follows; a person's before any other. */
function lastApposed(scene: Scene, comma: number, floor: number): Stretch | null {
  let first = comma;
  let name = -1;
  for (let token = comma - 1; token >= floor && !opensClause(scene, token); token--) {
    const mention = mentionOf(scene, token);
    const end = mentionEnd(scene, token);
    if (mention === null || mention.type === 'place' || end > comma || !(isComma(scene, end) || '()'.includes(signAt(scene, end) || ' '))) continue;
    if (name >= 0 && mention.type !== 'person') continue;
    name = end;
    first = mentionStart(scene, token);
  }
  return name < 0 ? describedBefore(scene, comma, floor) : { first: phraseFirst(scene, first, floor), last: name };
}

/** "…, and two residents of Gao, the nearest town, said": the phrase that a description without a verb stands behind. */
export function describedBefore(scene: Scene, comma: number, floor: number): Stretch | null {
  let open = comma - 1;
  while (open > floor && !isComma(scene, open)) {
    if (isPlainVerb(scene, open) || isIn(scene, open, BE) || isIn(scene, open, HAVE) || isWall(scene, open) || isQuote(scene, open)) return null;
    open--;
  }
  if (open <= floor || !isIn(scene, open + 1, ARTICLE)) return null;
  const first = phraseFirst(scene, open - 1, floor);
  return first < open && isSpeaker(scene, first, open) ? { first, last: open } : null;
}
/** Whether a word for one who speaks stands in tokens `[first, last)`. */
export const isSpeaker = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (isSpeakerWord(scene, token, last)) return true;
  return false;
};

/** Behind such a token the subject of a verb of saying can begin. */
const opensClause = (scene: Scene, token: number): boolean =>
  isQuote(scene, token) ||
  (scene.mentionAt[token] < 0 && (isIn(scene, token, THAT) || isIn(scene, token, SAYING) || isIn(scene, token, CONTRAST))) ||
  ';:—'.includes(signAt(scene, token) || ' ');
const CONTRAST = wordsOf('although though while whereas but');
