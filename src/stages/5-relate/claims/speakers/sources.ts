import {
  ARTICLE,
  PREPOSITION,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  isComma,
  isIn,
  isPlainVerb,
  isWord,
  mentionEnd,
  signAt,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Flag, has, type DateRecord, type Sentence } from '../../../../model/index.js';
import { Kind, isKind, levelOf, Lexname, lexnameOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { meantBy, mentionOf, wordsBetween, type Scene } from '../scene.js';

/** Who is said to speak: a name, the words of the text, or a word that points back ("he", "the same report"). */
export interface Speaker {
  readonly id: string | null;
  readonly name: string;
  readonly type: 'person' | 'group' | 'place' | 'document' | 'words';
  /** What the words point back to: the person, group or document named last, or the one whose name holds the head noun; null when named here. */
  readonly back: 'person' | 'group' | 'document' | 'named' | null;
  /** Folded hash of the noun that points back ("the ministry") or may do so ("the nurse"); 0 when none does. */
  readonly head: number;
  /** Whether the words stand for a name given before: "the ministry", resolved or not. */
  readonly again: boolean;
  /** ISO date of the report or statement. */
  readonly on: string | null;
}

/** Whether a phrase at the token means a document or a speech: "report", "statement". */
export const isDocumentWord = (scene: Scene, token: number, limit: number): boolean => {
  const hit = isWord(scene, token) ? phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Source) : null;
  return hit !== null && /document|speech/.test(hit.row.kind);
};

/** Whether the token can be the head of a phrase that means a speaker. */
export const isSpeakerWord = (scene: Scene, token: number, limit: number): boolean =>
  isIn(scene, token, PRONOUN_PERSON) ||
  isIn(scene, token, PRONOUN_GROUP) ||
  isKind(scene.knowledge, scene.tokens, token, Kind.Role) ||
  isKind(scene.knowledge, scene.tokens, token, Kind.Reference) ||
  (isWord(scene, token) && isSourceNoun(phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Source)?.row.kind));

/** Whether the figure at the token counts those who could speak: "two security sources", "six fishermen". */
export function countsSpeakers(scene: Scene, token: number, limit: number): boolean {
  const figure = scene.figureAt[token] >= 0 ? scene.document.figures[scene.figureAt[token]] : null;
  if (figure?.kind !== 'count' || figure.last > limit || figure.last - 1 <= figure.numberFirst) return false;
  // "two pirates told", but "61 women said" is what somebody counted
  return isSpeakerWord(scene, figure.last - 1, limit) || (figure.unit === 'person' && figure.value !== null && figure.value <= MOST_ASKED);
}
/** So many people can have spoken to one reporter. */
const MOST_ASKED = 20;

const isSourceNoun = (kind: string | undefined): boolean => kind !== undefined && kind !== 'verb' && kind !== 'tally' && kind !== 'according';

/** Who the noun phrase means; null when it names no one who could speak. */
export function speakerOf(scene: Scene, phrase: Stretch, sentence: Sentence): Speaker | null {
  const { first } = phrase;
  const { last } = phrase;
  if (first >= last) return null;
  const determiner = isIn(scene, first, ARTICLE);
  const pointing = isIn(scene, first, POINTING);
  if (last - first === 1 && isIn(scene, first, SELF)) return null;
  const meant = last - first === 1 ? meantBy(scene, first) : null;
  if (meant) return { id: meant.entity_id, name: meant.name, type: meant.type, ...HERE, again: true };
  if (last - first === 1 && (isIn(scene, first, PRONOUN_PERSON) || isIn(scene, first, OBJECT_PERSON)))
    return back(wordsBetween(scene, first, last), 'person', 'person');
  if (last - first === 1 && (isIn(scene, first, PRONOUN_GROUP) || isIn(scene, first, OBJECT_GROUP)))
    return back(wordsBetween(scene, first, last), 'group', 'group');
  const isPossessor = (token: number): boolean => has(scene.tokens, mentionEnd(scene, token), Flag.Possessive);
  let person = -1;
  let group = -1;
  let place = -1;
  let reference = -1;
  let document = -1;
  let speaker = -1;
  for (let token = first; token < last; token++) {
    const mention = mentionOf(scene, token);
    if (mention) {
      const end = mentionEnd(scene, token);
      if (mention.use === 'reference') reference = reference < 0 ? token : reference;
      else if (mention.type === 'person') person = person < 0 || isPossessor(person) ? token : person;
      // "the UN Office for …": the first of two names side by side tells whose the second is.
      else if (mention.type === 'group') group = group < 0 || mentionEnd(scene, group) === token ? token : group;
      else if (mention.use !== 'demonym') place = place < 0 ? token : place;
      token = end - 1;
      continue;
    }
    // "Adda Holm's successor, Rune Falk": whose he is does not speak.
    if (isComma(scene, token) && person >= 0 && !isPossessor(person)) break;
    const hit = isWord(scene, token) ? phraseAt(scene.knowledge, scene.text, scene.tokens, token, last, Kind.Source) : null;
    if (hit && isSourceNoun(hit.row.kind)) {
      if (hit.row.kind === 'speaker') speaker = speaker < 0 ? token : speaker;
      else document = document < 0 ? token : document;
    } else if (isKind(scene.knowledge, scene.tokens, token, Kind.Role) || isKind(scene.knowledge, scene.tokens, token, Kind.Reference))
      speaker = speaker < 0 ? token : speaker;
  }
  const named = (token: number, type: Speaker['type']): Speaker => {
    const mention = mentionOf(scene, token);
    return { id: mention ? mention.entity_id : null, name: mention ? mention.name : '', type, ...HERE };
  };
  if (document >= 0 && person < 0) {
    if (group >= 0 && (group < document || isOwner(scene, document, group))) return named(group, 'document');
    if (reference >= 0 && (isPossessor(reference) || isOwner(scene, document, reference))) return named(reference, 'document');
    if (place >= 0 && place < document) return named(place, 'document');
    if (determiner && (pointing || isIn(scene, first, THE) || isIn(scene, first, HIS)) && last - first <= 4) {
      return back(wordsBetween(scene, first, last), 'document', isIn(scene, first, HIS) ? 'group' : 'document');
    }
    return { id: null, name: plain(scene, first, core(scene, document, last)), type: 'document', ...HERE };
  }
  // "the government of General Khan", "a force under Amir Sade": its head does not speak, it does.
  const body = person < 0 ? -1 : reference >= 0 && reference < person ? reference : group >= 0 && group < person ? group : speaker;
  if (body >= 0 && body < person && isHeadedBy(scene, body, person)) {
    if (mentionOf(scene, body)) return { ...named(body, 'group'), again: body === reference };
    return { id: null, name: plain(scene, first, last), type: 'words', ...HERE };
  }
  // "Adda Holm's envoy": he speaks himself.
  if (person >= 0 && speaker > person && isPossessor(person)) return { id: null, name: plain(scene, first, last), type: 'words', ...HERE };
  if (person >= 0) return named(person, 'person');
  // "the country's shadow government"
  const owned = reference >= 0 && isPossessor(reference) && (speaker > reference || isHuman(scene, first, last));
  if (reference >= 0 && !owned) return { ...named(reference, 'group'), again: true };
  if (group >= 0) return named(group, 'group');
  const numbered = scene.figureAt[first] >= 0 ? first : determiner && scene.figureAt[first + 1] >= 0 ? first + 1 : -1;
  if (speaker < 0 && numbered >= 0)
    return countsSpeakers(scene, numbered, last) ? { id: null, name: plain(scene, first, last), type: 'words', ...HERE } : null;
  if (speaker >= 0) {
    // "the ministry", "the same office": one that was named before.
    if (
      isIn(scene, first, THE) &&
      (last - first === 2 || (last - first === 3 && isIn(scene, first + 1, SAME))) &&
      isKind(scene.knowledge, scene.tokens, last - 1, Kind.Reference) &&
      isBody(scene, last - 1)
    )
      return { ...back(plain(scene, first, last), 'group', 'named'), head: scene.tokens.hash[last - 1] };
    // "the nurse", "the prime minister": one of whom the text told before that this is what he is, if there is one.
    const office = isIn(scene, first, THE) && last - first <= 3 && isKind(scene.knowledge, scene.tokens, last - 1, Kind.Role);
    return { id: null, name: plain(scene, first, last), type: 'words', ...HERE, head: office ? scene.tokens.hash[last - 1] : 0 };
  }
  if (place >= 0 && place === first) return named(place, 'place');
  if (place >= 0 && isIn(scene, first, THE)) return named(place, 'place');
  return (posOf(scene.knowledge, scene.tokens, last - 1) & Pos.Noun) !== 0 && sentence.first <= first && isHuman(scene, first, last)
    ? { id: null, name: plain(scene, first, last), type: 'words', ...HERE }
    : isProper(scene, first, last)
      ? { id: null, name: plain(scene, first, last), type: 'person', ...HERE }
      : null;
}

/** Whether "of" or "under" ties a person to the phrase that begins at `body`, a title at most between. */
function isHeadedBy(scene: Scene, body: number, person: number): boolean {
  let at = person - 1;
  while (at > body && isKind(scene.knowledge, scene.tokens, at, Kind.Title)) at--;
  return at > body && isIn(scene, at, HEADED);
}
const OURS = wordsOf('our my');
const HEADED = wordsOf('of under');

const HERE = { back: null, head: 0, again: false, on: null } as const;

const back = (name: string, type: Speaker['type'], to: NonNullable<Speaker['back']>): Speaker => ({
  id: null,
  name,
  type,
  back: to,
  head: 0,
  again: true,
  on: null,
});

/** A name that no list and no rule knows: two words or more, each with a capital. */
function isProper(scene: Scene, first: number, last: number): boolean {
  if (last - first < 2 || last - first > 4) return false;
  for (let token = first; token < last; token++) if (!has(scene.tokens, token, Flag.Capital) || scene.dateAt[token] >= 0) return false;
  return true;
}

/** "ministry", "agency": a common noun that stands for a group. */
const isBody = (scene: Scene, token: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.Reference)?.row.type === 'group';

/** "a report by the UN", "figures from the ministry". */
const isOwner = (scene: Scene, document: number, group: number): boolean => {
  for (let token = document + 1; token < group; token++)
    if (isIn(scene, token, OWNING)) return group - token < 4 && !isOfClass(scene, token - 1, 'passed-on');
  return false;
};
const OWNING = wordsOf('by of from');

/** "study published in the journal": the words up to the one that tells where it stood. */
function core(scene: Scene, document: number, last: number): number {
  for (let token = document + 1; token < last; token++)
    if (
      scene.mentionAt[token] < 0 &&
      ((isIn(scene, token, PREPOSITION) && !isIn(scene, token, OWNING)) ||
        isPlainVerb(scene, token) ||
        isOfClass(scene, token, 'issued') ||
        isComma(scene, token))
    )
      return token;
  return last;
}

const OBJECT_PERSON = wordsOf('him her');
const OBJECT_GROUP = wordsOf('them');
const SELF = wordsOf('i we you');
const POINTING = wordsOf('this that these those same');
const THE = wordsOf('the this that these those');
const SAME = wordsOf('same');
const HIS = wordsOf('its his her their');

/** A noun that WordNet files under persons or groups of them. */
const isHuman = (scene: Scene, first: number, last: number): boolean => {
  let end = first + 1;
  // "the leaders of a project": the head stands before the first preposition.
  while (end < last && !isIn(scene, end, PREPOSITION)) end++;
  for (let token = Math.max(first, end - 2); token < end; token++)
    if (lexnameOf(scene.knowledge, scene.tokens, token) === Lexname.Person) return true;
  // "unions", "the companies": bodies of people; but who says "our teams" speaks himself.
  if (lexnameOf(scene.knowledge, scene.tokens, end - 1) === Lexname.Group && !isIn(scene, first, OURS)) return true;
  return phraseAt(scene.knowledge, scene.text, scene.tokens, end - 1, end, Kind.Counted)?.row.unit === 'person';
};

/** The words for a speaker, the same wherever they stand: without article, closing sign, the time behind ("officials in Ohio today") and a sentence's capital. */
function plain(scene: Scene, first: number, last: number): string {
  while (first < last - 1 && has(scene.tokens, first, Flag.Punctuation)) first++;
  const from = isIn(scene, first, A_THE) ? first + 1 : first;
  let end = last;
  for (let cut = true; cut && end > from + 1; ) {
    cut = has(scene.tokens, end - 1, Flag.Punctuation) && !has(scene.tokens, end - 1, Flag.Possessive) && signAt(scene, end - 1) !== ')';
    if (cut) end--;
    while (end > from + 1 && scene.dateAt[end - 1] >= 0) [end, cut] = [end - 1, true];
    if (cut && end > from + 1 && isIn(scene, end - 1, PREPOSITION)) end--;
  }
  // "the Health Ministry's claim": the owner without his ending
  if (end > from + 1 && has(scene.tokens, end - 1, Flag.Possessive)) end--;
  const words = wordsBetween(scene, from, end);
  const ordinary = has(scene.tokens, from, Flag.SentenceStart) && scene.mentionAt[from] < 0 && levelOf(scene.knowledge, scene.tokens, from) > 0;
  return ordinary && !has(scene.tokens, from, Flag.Upper) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
const A_THE = wordsOf('a an the');

/** Date that stands in tokens `[first, last)`, as ISO prefix. */
export function dateIn(scene: Scene, first: number, last: number): string | null {
  for (let token = first; token < last; token++) {
    const date: DateRecord | null = scene.dateAt[token] >= 0 ? scene.document.dates[scene.dateAt[token]] : null;
    const day = date ? isoOf(date) : null;
    if (day) return day;
  }
  return null;
}

/** The ISO prefix of a calendar date, also of its evening; null for clock times, durations, sets and vague references. */
export const isoOf = (date: DateRecord): string | null => {
  const found = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[A-Z].*)?$/.exec(date.timex);
  return found ? found[1] : null;
};
