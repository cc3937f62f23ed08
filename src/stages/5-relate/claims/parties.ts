import {
  ARTICLE,
  OF,
  PRONOUN,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  isComma,
  isIn,
  isQuote,
  mentionEnd,
  mentionStart,
  wordsOf,
} from '../../../grammar/index.js';
import { type Clause, Flag, has, type Mention, type Phrase } from '../../../model/index.js';
import { mentionOf, mentionsIn, wordsBetween, type Scene } from './scene.js';
import type { Voice } from './memory.js';

/** Who does or suffers something: the entity where one is named, and its name or the words of the text. */
export interface Party {
  readonly id: string | null;
  readonly name: string;
}

const SPEAKING = wordsOf('i we me us');
const BACK_TO_MAIN = wordsOf('it he she they');
const HIM = wordsOf('him her');

/** The subject of a clause as a party; null for a pronoun that stands for nobody the article names, and where there is no subject. */
export function subjectParty(scene: Scene, clause: Clause, voice: Voice | null, sentence: number): Party | null {
  const { subject, apposed, main } = clause;
  if (!subject) return null;
  const party = partyOf(scene, subject, voice, sentence);
  if (!party && main && main.first !== subject.first && isIn(scene, subject.head, BACK_TO_MAIN)) return partyOf(scene, main, voice, sentence);
  // "Their chairwoman, Yamina Bouzid, …": a name between commas says who the role is.
  if (party?.id !== null || !apposed) return party;
  const named = named_(scene, apposed);
  return named ? partyFrom(named) : party;
}

/** The phrase as a party: the group or person that it names, also behind "of"; a place when that is its head; else its words. */
export function partyOf(scene: Scene, phrase: Phrase, voice: Voice | null, sentence: number): Party | null {
  if (phrase.first === phrase.head && isIn(scene, phrase.head, PRONOUN)) return pronounParty(scene, phrase.head, voice, sentence);
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

/** How many sentences of its paragraph a pronoun looks back. */
const BACK = 2;

function pronounParty(scene: Scene, token: number, voice: Voice | null, sentence: number): Party | null {
  const speaker = voice && voice.speaker.id !== null ? voice.speaker : null;
  if (isIn(scene, token, SPEAKING))
    return speaker && (speaker.type === 'group' || isIn(scene, token, I)) ? { id: speaker.id, name: speaker.name } : null;
  const type = isIn(scene, token, PRONOUN_PERSON) || isIn(scene, token, HIM) ? 'person' : isIn(scene, token, PRONOUN_GROUP) ? 'group' : null;
  if (!type || isIn(scene, token, THEY)) return null;
  const here = scene.document.sentences[sentence];
  for (let at = token - 1; at >= here.first; at--) {
    const mention = mentionOf(scene, at);
    if (mention?.type === type) return partyFrom(mention);
    if (mention) at = mentionStart(scene, at);
  }
  for (let back = sentence - 1; back >= Math.max(0, sentence - BACK) && scene.document.sentences[back].paragraph === here.paragraph; back--) {
    const mentions = mentionsIn(scene, back).filter((mention) => mention.type === type);
    if (mentions.length > 0) return partyFrom(mentions[type === 'person' ? mentions.length - 1 : 0]);
  }
  return speaker && speaker.type === type ? { id: speaker.id, name: speaker.name } : null;
}

const I = wordsOf('i me');
const THEY = wordsOf('they them');
