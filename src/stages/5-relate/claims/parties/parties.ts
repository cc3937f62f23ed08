import {
  ARTICLE,
  OF,
  PREPOSITION,
  PRONOUN,
  TO,
  isComma,
  isIn,
  isPossessive,
  isQuote,
  mentionEnd,
  numberOf,
  PLURALS,
  phraseAtToken,
  wordsOf,
} from '../../../../grammar/index.js';
import { type Clause, Flag, has, type Mention, type Phrase } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { meantBy, mentionOf, wordsBetween, type Scene } from '../scene.js';
import type { Voice } from '../speakers/memory.js';

/** Who does or suffers something: the entity where one is named, and its name or the words of the text. */
export interface Party {
  readonly id: string | null;
  readonly name: string;
}

const SPEAKING = wordsOf('i we me us');
const IT = wordsOf('it');
const BACK_TO_MAIN = wordsOf('it he she they');

/** The subject of a clause as a party; null for a pronoun that stands for nobody the article names, and where there is no subject. */
export function subjectParty(scene: Scene, clause: Clause, voice: Voice | null): Party | null {
  const { subject, apposed, main } = clause;
  if (!subject) return null;
  const party = partyOf(scene, subject, voice);
  // "The committee said it had spent": nobody named, so that only the words of the main subject can be meant.
  // But not "the court ordered it to pay": whoever is told is another.
  const told = isIn(scene, subject.last, TO) && clause.verb === subject.last + 1;
  if (!party && main && !told && main.first !== subject.first && isIn(scene, subject.head, BACK_TO_MAIN)) {
    // "Sales at the carmaker fell after it recalled": many are no "it"
    // But "shot down a plane as it took off, killing 52": what a participle tells may be of the main clause.
    const own = (posOf(scene.knowledge, scene.tokens, clause.verb) & Pos.Gerund) === 0;
    const many = own && isIn(scene, subject.head, IT) && (isIn(scene, main.head, PLURALS) || numberOf(scene, main.head) === (Pos.Noun | Pos.Plural));
    const back = many ? memberOf(scene, main, voice) : partyOf(scene, main, voice);
    // "Cayman Airways said it was grounding": a company that is the subject of the saying is "it".
    return back && (back.id === null || (back.id.startsWith('group:') && isIn(scene, subject.head, IT))) ? back : null;
  }
  // "Their chairwoman, Yamina Bouzid, …": a name between commas says who the role is.
  if (party?.id !== null || !apposed) return party;
  const named = named_(scene, apposed);
  return named ? partyFrom(named) : party;
}

/** The owner of many, or the one they stand at: "the company's lawyers", "staff at the trust"; null where it is many, too. */
function memberOf(scene: Scene, main: Phrase, voice: Voice | null): Party | null {
  for (let token = main.first + 1; token < main.last; token++)
    if (isPossessive(scene, token)) return partyOf(scene, { first: main.first, last: token, head: token - 1, tied: token }, voice);
  if (!isIn(scene, main.last, PREPOSITION)) return null;
  const phrase = phraseAtToken(scene, main.last + 1, main.tied);
  return phrase && numberOf(scene, phrase.head) !== (Pos.Noun | Pos.Plural) ? partyOf(scene, phrase, voice) : null;
}

/** The phrase as a party: the group or person that it names, also behind "of"; a place when that is its head; else its words. */
export function partyOf(scene: Scene, phrase: Phrase, voice: Voice | null): Party | null {
  if (phrase.first === phrase.head && isIn(scene, phrase.head, PRONOUN)) return pronounParty(scene, phrase.head, voice);
  if (phrase.first === phrase.head && isContracted(scene, phrase.head)) return null;
  const named = named_(scene, phrase);
  if (named) return partyFrom(named);
  const head = mentionOf(scene, phrase.head);
  if (head && head.use !== 'demonym') return partyFrom(head);
  let first = phrase.first;
  while (first < phrase.head && (isIn(scene, first, ARTICLE) || isQuote(scene, first))) first++;
  return { id: null, name: wordsBetween(scene, first, phrase.last) };
}

export const partyFrom = (mention: Mention): Party => ({ id: mention.entity_id, name: mention.name });

/** The group or person of "ISSP fighters", "units of the 444 Brigade", "foreman Suharyadi"; not the owner of "Moscow’s troops". */
function named_(scene: Scene, phrase: Phrase): Mention | null {
  for (let token = phrase.first; token < phrase.last; token = mentionEnd(scene, token)) {
    const mention = mentionOf(scene, token);
    if (mention && mention.type !== 'place' && !has(scene.tokens, mentionEnd(scene, token), Flag.Possessive)) return mention;
  }
  if (!isIn(scene, phrase.last, OF) || isComma(scene, phrase.last)) return null;
  const behind = isIn(scene, phrase.last + 1, ARTICLE) ? phrase.last + 2 : phrase.last + 1;
  const mention = mentionOf(scene, behind);
  return mention?.type === 'group' && !has(scene.tokens, mentionEnd(scene, behind), Flag.Possessive) ? mention : null;
}

/** "We’ll", "they'd": a pronoun with its verb, which is nobody's name. */
const isContracted = ({ text, tokens }: Scene, token: number): boolean =>
  /^(?:i|you|he|she|it|we|they)['’](?:ll|d|ve|re|m|s)$/i.test(text.slice(tokens.start[token], tokens.end[token]));

/** Whom a pronoun stands for: the speaker for "I" and "we", else whom it was resolved to. */
function pronounParty(scene: Scene, token: number, voice: Voice | null): Party | null {
  if (!isIn(scene, token, SPEAKING)) {
    const meant = meantBy(scene, token);
    return meant ? partyFrom(meant) : null;
  }
  const speaker = voice?.speaker;
  return speaker && speaker.id !== null && (speaker.type === 'group' || isIn(scene, token, I)) ? { id: speaker.id, name: speaker.name } : null;
}

const I = wordsOf('i me');
