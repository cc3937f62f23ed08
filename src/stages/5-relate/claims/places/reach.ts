import {
  ARTICLE,
  COORDINATOR,
  BE,
  HAVE,
  RELATIVE,
  THAT,
  TO,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isWall,
  isWord,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Condition } from '../conditions.js';
import { mentionOf, type Scene } from '../scene.js';

/** Where the figures stand that a place can tell the place of; null for the whole sentence. */
export function reachOf(
  scene: Scene,
  site: Stretch,
  sentence: Stretch,
  silent: readonly Stretch[],
  conditions: readonly Condition[],
): Stretch | null {
  const holds = (part: Stretch): boolean => part.first <= site.first && site.first < part.last;
  return (
    describedParty(scene, site, sentence) ??
    // "The mayor of Bosso, who …, said": what tells of a speaker.
    silent.find(holds) ??
    spokenIn(scene, site, sentence, silent) ??
    // "If the road to Djibo is not opened, half of the town will leave"
    conditions.find((one) => one.role === 'opens' && holds(one)) ??
    sinceThen(scene, site, sentence) ??
    agreedIn(scene, site, sentence) ??
    saidIn(scene, site, sentence) ??
    heardIn(scene, site, sentence)
  );
}

/** "Speaking in Oran, she said …": where the one who speaks is. */
const spokenIn = (scene: Scene, site: Stretch, sentence: Stretch, silent: readonly Stretch[]): Stretch | null =>
  isOfClass(scene, sentence.first, 'speaking') && silent.length > 0 && site.last <= silent[0].first
    ? { first: sentence.first, last: site.last }
    : null;

/** "paid Nour Exchange, a money service in Sanaa with 12 clerks,": the place tells who the one before the comma is. */
function describedParty(scene: Scene, site: Stretch, sentence: Stretch): Stretch | null {
  for (let at = site.first - 1; at > sentence.first && at > site.first - LONGEST_APPOSITION; at--) {
    if (isIn(scene, at, A) && isComma(scene, at - 1)) {
      const party = mentionOf(scene, at - 2);
      return party !== null && party.type !== 'place' ? { first: at, last: endOfAside(scene, site.last, sentence) } : null;
    }
    if (isComma(scene, at) || isPlainVerb(scene, at) || isIn(scene, at, BE)) return null;
  }
  return null;
}
const A = wordsOf('a an');
/** Tokens of "a former front of the guards in". */
const LONGEST_APPOSITION = 12;

/** The end of the words beside the place that are no clause: "a money service in Oran [that charges 3 percent]". */
function endOfAside(scene: Scene, token: number, sentence: Stretch): number {
  while (token < sentence.last && !isComma(scene, token) && !isWall(scene, token) && !isIn(scene, token, RELATIVE)) token++;
  return token;
}

/** "Since the coup in Niger, 40 clinics have closed": a time told by what happened elsewhere. */
function sinceThen(scene: Scene, site: Stretch, sentence: Stretch): Stretch | null {
  if (!isIn(scene, sentence.first, SINCE)) return null;
  let last = commaFrom(scene, sentence.first, sentence);
  // "Since April, when the war in Sudan began,"
  if (isIn(scene, last + 1, WHEN)) last = commaFrom(scene, last + 1, sentence);
  return site.last <= last ? { first: sentence.first, last } : null;
}
const SINCE = wordsOf('since');
const WHEN = wordsOf('when');

/** "The truce brokered in Oran allows for", "a loan of $2 million, agreed in Oran last month,": where something was agreed or made known, which is not where it holds. */
function agreedIn(scene: Scene, site: Stretch, sentence: Stretch): Stretch | null {
  let at = site.first - 1;
  while (at > sentence.first && (isIn(scene, at, ARTICLE) || isIn(scene, at, IN) || scene.dateAt[at] >= 0)) at--;
  if (!isOfClass(scene, at, 'concluding') || at + 1 === site.first) return null;
  const before = at - 1;
  return isComma(scene, before) || (isPlainNoun(scene, before) && !isPlainVerb(scene, before)) ? { first: at, last: site.last } : null;
}
const IN = wordsOf('in at');

/** "Claims aired in Oran that three …": where it was said, when what was said follows. */
function saidIn(scene: Scene, site: Stretch, sentence: Stretch): Stretch | null {
  if (!isIn(scene, site.last, THAT)) return null;
  const next = site.last + 1;
  return isVerbAt(scene, next) || (posOf(scene.knowledge, scene.tokens, next) & Pos.Verb) !== 0 ? null : { first: sentence.first, last: site.last };
}

/** "The court in Oran heard that [six men] had been beaten": where a party is that finds out, hears or decides. */
function heardIn(scene: Scene, site: Stretch, sentence: Stretch): Stretch | null {
  for (let at = site.last; at < Math.min(sentence.last, site.last + FEW); at++) {
    if (isComma(scene, at) || isWall(scene, at) || isIn(scene, at, COORDINATOR) || isIn(scene, at, RELATIVE)) return null;
    if (isVerbAt(scene, at)) return isIn(scene, at + 1, THAT) ? { first: sentence.first, last: at + 1 } : null;
  }
  return null;
}
/** Tokens of "last week only" before a verb. */
const FEW = 5;

const isVerbAt = (scene: Scene, token: number): boolean =>
  isIn(scene, token, BE) || isIn(scene, token, HAVE) || isPlainVerb(scene, token) || (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0;

/** The comma at or behind `token`, else the wall or the end of the sentence. */
function commaFrom(scene: Scene, token: number, sentence: Stretch): number {
  while (token < sentence.last && !isComma(scene, token) && !isWall(scene, token)) token++;
  return token;
}

/**
 * The stretch between commas that holds `part` and only tells about what stands before it: "X, founded in Oran by a student, had 12 followers",
 * "two boats, counted among [six] of the fleet, landed". Null when it is no such stretch. `inside`: asked
 * for a figure in it, when the verb must stand behind it, and the name of a group or person before one that opens with an article.
 */
export function asideAround(scene: Scene, part: Stretch, sentence: Stretch, inside: boolean): Stretch | null {
  let first = part.first;
  while (first > sentence.first && !isComma(scene, first - 1)) first--;
  if (first === sentence.first) return null;
  const last = commaFrom(scene, part.last, sentence);
  if (!isComma(scene, last)) return null;
  if (inside && !isVerbAt(scene, last + 1)) return null;
  const relative = isIn(scene, first, RELATIVE);
  // "on 9 June, the army clashed with them in the hills of Gao, 28 km from": an article that opens the clause itself.
  if (!relative && isIn(scene, first, ARTICLE)) {
    if (inside && (mentionOf(scene, first - 2)?.type ?? 'place') === 'place') return null;
    for (let token = first; token < part.first; token++) {
      if (isIn(scene, token, RELATIVE)) break;
      if (isPlainVerb(scene, token)) return null;
    }
    return { first, last };
  }
  const reduced = isWord(scene, first) && (posOf(scene.knowledge, scene.tokens, first) & (Pos.Past | Pos.Gerund)) !== 0;
  return relative || reduced || (isIn(scene, first, TO) && isIn(scene, first + 1, BE)) ? { first, last } : null;
}
