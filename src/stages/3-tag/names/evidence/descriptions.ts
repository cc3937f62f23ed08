import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { isFunctionWord, isLowerWord, isWord, sign, type Scene } from '../scene.js';

/** What a common noun can make of the name it describes. */
export type Description = 'organisation' | 'place-word' | 'role' | 'person-word' | 'common';

/** Words within which a description must come to its noun. */
const REACH = 7;

/**
 * What the article says outright that a name is: "X is a Danish chain", "X, a village in the north", "the village of X", "the band X",
 * "X village"; null when it does not say. `[first, last)` is the name in its sentence `[from, limit)`.
 */
export function descriptionOf(scene: Scene, first: number, last: number, from: number, limit: number): Description | null {
  return behind(scene, last, limit) ?? before(scene, first, from);
}

function behind(scene: Scene, last: number, limit: number): Description | null {
  if (last + 1 >= limit) return null;
  if (sign(scene, last) === 44 || COPULAS.some((word) => isWord(scene, last, word))) {
    const at = last + 1;
    const head = isArticle(scene, at) ? headNoun(scene, at + 1, limit) : -1;
    return head < 0 ? null : nounClass(scene, head);
  }
  if (!isLowerWord(scene, last)) return null;
  // "X village": the noun directly behind, when nothing more follows that it could describe.
  const described = nounClass(scene, last);
  return described === 'place-word' || described === 'organisation' ? (isNoun(scene, last + 1) && last + 1 < limit ? null : described) : null;
}

function before(scene: Scene, first: number, from: number): Description | null {
  let at = first - 1;
  if (at <= from) return null;
  if (isWord(scene, at, 'of') && at - 1 > from && isLowerWord(scene, at - 1)) {
    // "the village of X": a town's own noun; "the leader of X" says nothing of X.
    const described = nounClass(scene, at - 1);
    return described === 'place-word' && isArticle(scene, at - 2) ? described : null;
  }
  if (isWord(scene, at, 'called') || isWord(scene, at, 'named')) at--;
  return at >= from && isLowerWord(scene, at) && isNoun(scene, at) ? nounClass(scene, at) : null;
}

const COPULAS = ['is', 'was', 'are', 'were', 'became', 'remains'];
const ARTICLES = ['a', 'an', 'the'];
const isArticle = (scene: Scene, token: number): boolean => ARTICLES.some((word) => isWord(scene, token, word));
const isNoun = (scene: Scene, token: number): boolean => (posOf(scene.knowledge, scene.tokens, token) & Pos.Noun) !== 0;

/** The noun of the apposition behind the comma at `comma`: "X, a Danish chain"; −1 when none begins there. */
export const apposedNoun = (scene: Scene, comma: number, limit: number): number =>
  sign(scene, comma) === 44 && comma + 1 < limit && isArticle(scene, comma + 1) ? headNoun(scene, comma + 2, limit) : -1;

/** The first noun that no other noun follows; −1 when there is none. */
function headNoun(scene: Scene, from: number, limit: number): number {
  const end = Math.min(limit, from + REACH);
  for (let token = from; token < end; token++) {
    if (has(scene.tokens, token, Flag.Punctuation)) {
      if (sign(scene, token) !== 45) return -1;
      continue;
    }
    if (!isLowerWord(scene, token)) continue;
    if (isWord(scene, token, 'of') || isWord(scene, token, 'in') || isWord(scene, token, 'and') || isWord(scene, token, 'that')) return -1;
    const noun = isNoun(scene, token) || isKind(scene.knowledge, scene.tokens, token, Kind.Role);
    const next = token + 1 < end && isLowerWord(scene, token + 1) && !isFunctionWord(scene, token + 1);
    // "an on-line structured index": what a hyphen joins describes the words behind it.
    const goesOn = next && (isNoun(scene, token + 1) || sign(scene, token - 1) === 45);
    if (noun && !goesOn) return token;
  }
  return -1;
}

function nounClass(scene: Scene, token: number): Description | null {
  const { knowledge, tokens, text } = scene;
  const role = phraseAt(knowledge, text, tokens, token, token + 1, Kind.Role);
  if (role !== null) return role.row.gives === 'group' ? 'organisation' : 'role';
  // "known as X", "X as a whole", "defeated X": letters of an abbreviation in the lists, and forms of verbs.
  if (isFunctionWord(scene, token) || (posOf(knowledge, tokens, token) & (Pos.Past | Pos.Adverb)) !== 0) return null;
  if (isKind(knowledge, tokens, token, Kind.PlaceWord)) return 'place-word';
  if (isKind(knowledge, tokens, token, Kind.Organisation)) return 'organisation';
  const kind = lexnameOf(knowledge, tokens, token);
  if (kind === Lexname.Person) return 'person-word';
  if (kind === Lexname.Group) return 'organisation';
  if (kind === Lexname.Location) return 'place-word';
  return isNoun(scene, token) ? 'common' : null;
}
