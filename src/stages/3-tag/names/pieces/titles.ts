import { Flag, has } from '../../../../model/index.js';
import { entityText, isKind, Kind, levelOf, Lexname, lexnameOf, type LexiconHit, phraseAt } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { isCapital, isWord, written, type Scene } from '../scene.js';
import type { Title } from './chunk.js';
import type { Cut, Place } from './cuts.js';
import { organisationAt } from './organisations.js';

/** A title or role that stands before a name, cut off; null when none does. */
export function titleBefore(scene: Scene, { token, end, limit, hit }: Place): Cut | null {
  const named = titleAt(scene, token, limit);
  if (named === null && hit === null) return officeBefore(scene, token, end);
  if (named === null || (named.row.ambiguous && named.last >= end)) return null;
  if (hit !== null && named.last === token + 1 && named.last >= end) return null;
  if (named.row.ambiguous && named.last === token + 1 && named.last + 1 === end && isOnlyGiven(scene, token)) return null;
  const longer = hit !== null && hit.words > 1 && hit.last > named.last;
  // "Saint Bernard Parish"
  if (longer && named.row.ambiguous && named.row.kind === 'religious') return null;
  if (longer && hit.senses.some((sense) => isFirm(scene.knowledge, sense) && !beginsWithTitle(scene, sense, token, named))) return null;
  // "Minister of Foreign Affairs": the matter is part of the title.
  const { kind, ambiguous } = named.row;
  return { next: afterTitle(scene, named.last, limit), title: { words: written(scene, token, named.last), kind, sure: !ambiguous } };
}

/** Words of a matter before an office at most. */
const LONGEST_MATTER = 4;

/** "Public Works Secretary Amina Wachuka": a matter in plain words and the office that it belongs to, before a full name; null when there is none. */
function officeBefore(scene: Scene, token: number, end: number): Cut | null {
  const { tokens, knowledge } = scene;
  if (has(tokens, token, Flag.Shouted)) return null;
  for (let at = token; at < Math.min(token + LONGEST_MATTER, end - 2); at++) {
    if (!isCapital(scene, at) || has(tokens, at, Flag.Upper) || levelOf(knowledge, tokens, at) === 0 || isOnlyGiven(scene, at)) return null;
    if (at === token || !isKind(knowledge, tokens, at, Kind.Title)) continue;
    const behind = at + 1;
    // "Home Secretary Holdings": a given name, or two words that are no English, must follow.
    const person = isCapital(scene, behind) && isCapital(scene, behind + 1) && (isGiven(scene, behind) || levelOf(knowledge, tokens, behind) === 0);
    if (!person || isKind(knowledge, tokens, end - 1, Kind.Organisation) || isKind(knowledge, tokens, end - 1, Kind.PlaceWord)) return null;
    return { next: behind, title: { words: written(scene, token, behind), kind: 'political', sure: false } };
  }
  return null;
}

/** "President Biden" as a row: the title is left out of the span unless the person's own name begins with it ("Sheikh Hasina"). */
function beginsWithTitle(scene: Scene, sense: number, token: number, title: LexiconHit<Kind.Title>): boolean {
  if (senseType(scene.knowledge, sense) !== 'person') return false;
  const { name } = entityText(scene.knowledge.entities, scene.knowledge.names.entity[sense]);
  return !bare(name).startsWith(bare(written(scene, token, title.last)));
}

/** "M. K. Stalin" begins with "MK", which is a member of the Knesset elsewhere. */
const bare = (name: string): string => name.toLowerCase().replace(/[. ]/g, '');

/** A title or role that may stand before a name at `token`. */
function titleAt(scene: Scene, token: number, limit: number): LexiconHit<Kind.Title> | null {
  const title = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Title);
  if (!title || title.row.position === 'after') return null;
  // "Qari", "Hafiz": as often part of the name as before it.
  if (title.row.ambiguous && title.row.kind === 'religious' && !isClerical(scene, token, title.last, limit)) return null;
  return title;
}

/** "Bishop Ana Reyes", "Mufti Malek Shaar": an English word for a cleric, before a given name and one name more. */
const isClerical = (scene: Scene, token: number, last: number, limit: number): boolean =>
  last + 1 < limit &&
  levelOf(scene.knowledge, scene.tokens, token) > 0 &&
  isCapital(scene, last) &&
  isGiven(scene, last) &&
  isCapital(scene, last + 1);

/** Goes over "of Foreign Affairs", "for Women" behind a title when that names a matter, not a place. */
function afterTitle(scene: Scene, token: number, limit: number): number {
  const { tokens } = scene;
  let at = token;
  // "Gen." keeps its dot; "Secretary-General" and "Vice-President" are phrases of the list.
  if (at < limit && scene.text[tokens.start[at]] === '.' && !has(tokens, at, Flag.SpaceBefore)) at++;
  if (at + 1 >= limit || !(isWord(scene, at, 'of') || isWord(scene, at, 'for'))) return at;
  let next = at + 1;
  if (isWord(scene, next, 'the')) next++;
  if (next >= limit || !isCapital(scene, next) || levelOf(scene.knowledge, tokens, next) === 0) return at;
  const hit = gazetteerAt(scene, next, limit);
  const matter = isWord(scene, token - 1, 'minister') || isWord(scene, token - 1, 'secretary');
  const names = hit?.senses.filter((sense) => isFirm(scene.knowledge, sense)).map((sense) => senseType(scene.knowledge, sense)) ?? [];
  if (names.includes('place') || (!matter && names.includes('group'))) return at;
  // "President of the International Brotherhood of Weavers": an organisation is no matter, but a name of its own.
  if (!matter && organisationAt(scene, next, { first: next, last: capitalsEnd(scene, next, limit) }, limit) !== null) return at;
  let last = next;
  while (last < limit && isCapital(scene, last) && levelOf(scene.knowledge, tokens, last) > 0) {
    last++;
    if (last + 1 < limit && isWord(scene, last, 'and') && isCapital(scene, last + 1) && levelOf(scene.knowledge, tokens, last + 1) > 0) last++;
  }
  return last;
}

function capitalsEnd(scene: Scene, token: number, limit: number): number {
  let last = token;
  while (last < limit && isCapital(scene, last)) last++;
  return last;
}

/** An ordinary word for people, with a capital, that stands before a full name as a title does; null when there is none. */
export function callingAt(scene: Scene, token: number, end: number): Title | null {
  const { tokens, knowledge } = scene;
  const calls =
    token + 2 < end &&
    isCapital(scene, token + 1) &&
    levelOf(knowledge, tokens, token + 1) === 0 &&
    (isGiven(scene, token + 1) || isForeignPair(scene, token, end)) &&
    levelOf(knowledge, tokens, token) > 0 &&
    lexnameOf(knowledge, tokens, token) === Lexname.Person &&
    !isGiven(scene, token) &&
    !isKind(knowledge, tokens, token, Kind.Surname);
  return calls ? { words: written(scene, token, token + 1), kind: 'title', sure: false } : null;
}

/** "Curator Temba Wachuka": two words that are no English behind a word that only the sentence gives its capital, and nothing more. */
const isForeignPair = (scene: Scene, token: number, end: number): boolean =>
  token + 3 === end &&
  (scene.tokens.flags[token] & (Flag.SentenceStart | Flag.Shouted)) === Flag.SentenceStart &&
  isCapital(scene, token + 2) &&
  !has(scene.tokens, token + 1, Flag.Upper) &&
  !has(scene.tokens, token + 2, Flag.Upper) &&
  levelOf(scene.knowledge, scene.tokens, token + 2) === 0 &&
  !(gazetteerAt(scene, token + 1, end)?.senses.some((sense) => isFirm(scene.knowledge, sense)) ?? false);

/** "Rana Ayyub", "Malik Riaz": no English word and a given name, that alone stands before a surname. */
const isOnlyGiven = (scene: Scene, token: number): boolean => isGiven(scene, token) && levelOf(scene.knowledge, scene.tokens, token) === 0;

const isGiven = (scene: Scene, token: number): boolean => isKind(scene.knowledge, scene.tokens, token, Kind.GivenName);
