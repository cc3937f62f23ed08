import { Kind, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import {
  ARTICLE,
  BY,
  COORDINATOR,
  OF,
  PREPOSITION,
  PRONOUN,
  TO,
  clauseAt,
  isComma,
  isIn,
  isWall,
  isWord,
  phraseAtToken,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import { type Happening, isPassive } from '../events/words.js';
import { partyOf, subjectParty, type Party } from './parties.js';
import { wordsBetween, type Scene } from '../scene.js';
import type { Voice } from '../speakers/memory.js';

const HANDED: ReadonlySet<string> = new Set(['paid', 'delivered', 'fined']);
const AGAINST = wordsOf('against on at of');
const FOR = wordsOf('for');

/** Whom the event is done to, when that is not the counted; null when the words name nobody. */
export function targetOf(
  scene: Scene,
  clauses: Clauses,
  happening: Happening,
  figure: Figure,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
): Party | null {
  // "The mission received $90m", "the ELN lost a dozen fighters": the subject is the one it befalls.
  if (happening.shape === 'received') return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  // "the club was fined $9,000", "they have been promised $2 million"
  const retained = happening.last <= figure.first && isPassive(scene, happening.first, sentence.first) && !isIn(scene, figure.first - 1, PREPOSITION);
  if (HANDED.has(happening.event) && retained) return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  if (HANDED.has(happening.event)) return receiverOf(scene, happening, figure, sentence, voice);
  // "ships have been attacked 75 times"
  if (happening.shape === 'passive' && figure.unit === 'time') return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  // "was struck by two missiles"
  if (happening.shape === 'subject' && happening.event === 'attacked' && happening.last <= figure.first)
    return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  // "shelled the hospital seven times"
  if (happening.shape === 'active' && figure.unit === 'time' && happening.last < figure.first)
    return receiver(scene, happening.last, { ...sentence, last: figure.first }, voice);
  if (happening.shape === 'noun' && !happening.person && happening.first >= figure.numberLast)
    return victimOf(scene, happening.last, happening.event, sentence, voice);
  return null;
}

/** To whom: "paid carriers $18", "gave $5 to a boy". */
function receiverOf(
  scene: Scene,
  happening: Happening,
  figure: Figure,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
): Party | null {
  if (happening.shape === 'active' && happening.last < figure.first) {
    const between = phraseAtToken(scene, happening.last, figure.first);
    if (between && (between.last === figure.first || (between.last === figure.first - 1 && isIn(scene, between.last, WITH))))
      return partyOf(scene, between, voice);
    // "gave her a generator and 20 litres"
    if (between && isIn(scene, between.head, PRONOUN) && between.first === between.head) return partyOf(scene, between, voice);
    if (between && !isIn(scene, figure.first - 1, COORDINATOR) && !isComma(scene, between.last)) {
      const last = endOf(scene, between.last, figure.first);
      const first = isIn(scene, between.first, ARTICLE) ? between.first + 1 : between.first;
      // "gave the firm a grant of $9": only the first of two noun phrases is who gets it.
      if (last === figure.first || isIn(scene, last, A))
        return last > between.last ? { id: null, name: wordsBetween(scene, first, last) } : partyOf(scene, between, voice);
    }
  }
  for (let token = figure.last; token < Math.min(sentence.last, figure.last + FAR); token++) {
    if (isWall(scene, token) || isComma(scene, token)) return null;
    if (isIn(scene, token, TO)) return isInfinitive(scene, token + 1) ? null : receiver(scene, token + 1, sentence, voice);
    if (happening.event === 'paid' && isIn(scene, token, FOR)) return forPeople(scene, token + 1, sentence, voice);
  }
  // "$10,000 for each family": the words stand within the figure's own.
  const own = happening.event === 'paid' ? forWithin(scene, figure) : -1;
  return own < 0 ? null : forPeople(scene, own + 1, sentence, voice);
}
/** The token behind what "of" ties to a phrase that ends at `token`: "the relatives of each victim"; `token` where it is the figure that "of" governs. */
function endOf(scene: Scene, token: number, limit: number): number {
  let last = token;
  while (isIn(scene, last, OF)) {
    const phrase = phraseAtToken(scene, last + 1, limit);
    if (!phrase) return last;
    last = phrase.last;
  }
  return last;
}
const A = wordsOf('a an');

/** Tokens from the figure to the word before the receiver, at most. */
const FAR = 5;

/** Who stands at the token: "to a boy", "to fewer than 300 households". */
function receiver(scene: Scene, token: number, sentence: Stretch, voice: Voice | null): Party | null {
  const phrase = phraseAtToken(scene, token, sentence.last);
  if (!phrase || !isWord(scene, phrase.head) || scene.dateAt[phrase.head] >= 0) return null;
  const figure = scene.figureAt[phrase.first] >= 0 ? scene.document.figures[scene.figureAt[phrase.first]] : null;
  if (!figure) return partyOf(scene, phrase, voice);
  return figure.kind === 'count' && figure.numberLast < phrase.last ? { id: null, name: wordsBetween(scene, figure.numberLast, phrase.last) } : null;
}

/** "for each bereaved family", "for the two districts": whom the sum is for, where they are people or where people live. */
function forPeople(scene: Scene, token: number, sentence: Stretch, voice: Voice | null): Party | null {
  // The figure's own words: up to their end.
  const owner = scene.figureAt[token] ?? -1;
  const last = owner < 0 ? -1 : scene.document.figures[owner].last;
  const phrase = last > token ? { first: token, last, head: last - 1, tied: last } : phraseAtToken(scene, token, sentence.last);
  const unit = phrase && phraseAt(scene.knowledge, scene.text, scene.tokens, phrase.head, phrase.head + 1, Kind.Counted)?.row.unit;
  return phrase &&
    (isIn(scene, phrase.head, HOUSE) || isOfClass(scene, phrase.head, 'place-noun') || unit === 'person' || unit === 'family' || unit === 'household')
    ? partyOf(scene, { ...phrase, first: token }, voice)
    : null;
}

/** "supplied the gangs with 200 rifles" */
const WITH = wordsOf('with');
const HOUSE = wordsOf('family household person victim');

/** The "for" among the words of the figure, −1 for none. */
function forWithin(scene: Scene, figure: Figure): number {
  for (let token = figure.numberLast; token < figure.last; token++) if (isIn(scene, token, FOR)) return token;
  return -1;
}

/** "to help Tunis", "to rebuild": a verb and nobody. */
const isInfinitive = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  if (scene.mentionAt[token] >= 0 || (pos & Pos.Verb) === 0 || (pos & (Pos.Plural | Pos.Past | Pos.Gerund)) !== 0) return false;
  return (
    (pos & Pos.Noun) === 0 ||
    isOfClass(scene, token, 'deed') ||
    isIn(scene, token + 1, ARTICLE) ||
    scene.mentionAt[token + 1] >= 0 ||
    scene.figureAt[token + 1] >= 0
  );
};

/** "nine killings of former members", "12 attacks on villages", "137 operations against Daesh". */
function victimOf(scene: Scene, token: number, event: string, sentence: Stretch & { readonly index: number }, voice: Voice | null): Party | null {
  // "five attacks by the rebels on army posts"
  if (isIn(scene, token, BY)) token = phraseAtToken(scene, token + 1, sentence.last)?.tied ?? token;
  if (!isIn(scene, token, event === 'attacked' ? AGAINST : OF)) return null;
  const phrase = phraseAtToken(scene, token + 1, sentence.last);
  if (!phrase || scene.figureAt[phrase.head] >= 0 || scene.dateAt[phrase.head] >= 0) return null;
  const party = partyOf(scene, phrase, voice);
  return party?.id?.startsWith('place:') ? null : party;
}
