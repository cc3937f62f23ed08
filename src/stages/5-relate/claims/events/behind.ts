import {
  ADVERB,
  ARTICLE,
  AUXILIARY,
  BE,
  COORDINATOR,
  HAVE,
  OF,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TO,
  clauseAt,
  verbOfSubject,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isReporting,
  isWall,
  isWord,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { type Clauses, type Figure, Flag, has } from '../../../../model/index.js';
import { eventAt, type EventHit, found, type Happening, hasForm, isActing, isNominal, isPassive, REACH } from './words.js';
import type { Scene } from '../scene.js';

/** "12 dead", "11 people were left dead", "four are missing", "left 12 people dead": a state right behind the figure. */
export function behindState(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  let token = figure.last;
  for (let steps = 0; steps < 4 && token < sentence.last; steps++, token++) {
    const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
    // "two helicopters evacuated 30 patients": a verb with its object is no state.
    if (hit && hasForm(hit, 'past') && steps === 0 && opensObject(scene, hit.last) && scene.figureAt[hit.last] >= 0) return null;
    if (hit && hasForm(hit, 'state') && !isNounBehind(scene, hit.last, sentence)) {
      const plain =
        steps === 0 || isIn(scene, token - 1, BE) || isIn(scene, token - 1, ADVERB) || isIn(scene, token - 1, LEAVE) || isIn(scene, token - 1, MORE);
      return plain ? found(hit, token, 'passive', 'state') : null;
    }
    if (
      !isIn(scene, token, BE) &&
      !isIn(scene, token, AUXILIARY) &&
      !isIn(scene, token, ADVERB) &&
      !isIn(scene, token, LEAVE) &&
      !isIn(scene, token, MORE)
    )
      return null;
  }
  return null;
}

/** "left 14 troops and five rebels dead", "left 20 men, four of them officers, dead": the state told behind the last of those that were left so. */
export function leftState(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const { verb } = clauseAt(clauses, figure.first);
  if (!isIn(scene, verb, LEAVING) || verb > figure.first) return null;
  for (let token = figure.last; token < Math.min(sentence.last, figure.last + LONGEST_LIST); token++) {
    const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
    if (hit && hasForm(hit, 'state')) return isNounBehind(scene, hit.last, sentence) ? null : found(hit, token, 'passive', 'state of all');
    if (isWall(scene, token) || isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, RELATIVE)) return null;
    if (isIn(scene, token, PREPOSITION) && !isIn(scene, token, OF)) return null;
  }
  return null;
}
export const LEAVING = wordsOf('left leave leaves leaving');
const LONGEST_LIST = 16;

const LEAVE = wordsOf(
  'left as reported feared believed confirmed listed declared presumed remain remains remained remaining stay stays stayed still pronounced registered recorded thought found lay lie lies lying',
);

const MORE = wordsOf('more others other people');

/** "12 injured civilians": the state belongs to a noun behind it. */
const isNounBehind = (scene: Scene, token: number, sentence: Stretch): boolean =>
  token < sentence.last &&
  isWord(scene, token) &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Verb | Pos.Adverb)) === Pos.Noun &&
  !isIn(scene, token, PREPOSITION);

/** "12 people were killed", "12 died", "12 people killed in the raid", "12, including three children, were killed". */
export function behind(scene: Scene, figure: Figure, sentence: Stretch, role: 'part' | 'object' | null = null): Happening | null {
  const limit = Math.min(sentence.last, figure.last + REACH);
  let helped = false;
  let relative = false;
  for (let token = figure.last; token < limit; token++) {
    // "35 'terrorists' surrendered": the mark that closes what the figure's own words opened.
    if (isQuote(scene, token) && token <= figure.last + 1) continue;
    if (isWall(scene, token)) {
      if (signAt(scene, token) !== '(') return null;
      while (token < limit && signAt(scene, token) !== ')') token++;
      continue;
    }
    // "14 rifles and more than 2,000 rounds were seized": the words of a further figure are no verb and open no clause.
    if (scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0) continue;
    if (isIn(scene, token, BE) || isIn(scene, token, AUXILIARY)) {
      // "which runs four schools, has closed a mill": behind a comma the verb of the clause around goes on.
      if (role === 'object' && isComma(scene, token - 1)) return null;
      helped = true;
      continue;
    }
    if (isIn(scene, token, RELATIVE)) {
      if (token > figure.last + 2 && !isComma(scene, token - 1) && !isIn(scene, token - 1, OF)) return null;
      relative = true;
      continue;
    }
    const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
    if (hit && !isNominal(scene, token, hit)) {
      const passive = isPassive(scene, token, figure.last);
      if (isActing(hit) && (hasForm(hit, 'past') || helped || hasForm(hit, 'verb')) && !passive) return found(hit, token, 'subject', 'subject');
      // "three bombs struck a mill": the counted are what attacks.
      if (hit.row.event === 'attacked' && !passive && !helped && hasForm(hit, 'past') && opensObject(scene, hit.last))
        return found(hit, token, 'subject', 'subject');
      // "25 people have recovered": the perfect tense of a verb that would have an object.
      const perfect = !passive && isIn(scene, backOverAdverbs(scene, token - 1), HAVE);
      if (hasForm(hit, 'participle') && !perfect && hit.row.voice !== 'received' && (passive || isReduced(scene, figure, token, hit, sentence)))
        return found(hit, token, 'passive', passive ? 'passive' : 'participle');
      if (hasForm(hit, 'state') && helped) return found(hit, token, 'passive', 'state');
      return null;
    }
    if (hit) {
      token = hit.last - 1;
      continue;
    }
    // "among them nine children, and 2,300 goats were lost": behind a comma and "and" the next figure begins a clause.
    if (role === 'part' && isIn(scene, token, COORDINATOR) && isComma(scene, token - 1) && scene.figureAt[token + 1] >= 0) return null;
    // "fired at 300 marchers, and a boy was hit": so does a noun, where the figure is the object of the verb before.
    if (role === 'object' && isIn(scene, token, COORDINATOR) && (isComma(scene, token - 1) || opensDeed(scene, token + 1, sentence))) return null;
    if (isIn(scene, token, COORDINATOR) && scene.figureAt[token + 1] < 0 && !relative && !isListItem(scene, token, sentence)) return null;
    // "40 people are believed to have drowned"
    if (helped && isIn(scene, token + 1, TO) && isPassive(scene, token, figure.last)) {
      token++;
      if (!isIn(scene, token + 1, AUXILIARY) && eventAt(scene, token + 1, sentence.last) === null) return null;
      continue;
    }
    // "were reported killed", "were confirmed dead"
    if (helped && isIn(scene, token, LEAVE) && isPassive(scene, token, figure.last)) {
      const told = eventAt(scene, token + 1, sentence.last);
      return told && hasForm(told, 'participle') && told.row.voice !== 'received' ? found(told, token + 1, 'passive', 'passive') : null;
    }
    if (isReporting(scene, token) || isPlainVerb(scene, token)) return null;
    // "eighteen ambulances were used, five of them sent from Gao": the figure has its verb.
    if (
      helped &&
      isPassive(scene, token, figure.last) &&
      (posOf(scene.knowledge, scene.tokens, token) & Pos.Past) !== 0 &&
      !isIn(scene, token, LEAVE)
    )
      return null;
    if (isIn(scene, token, SUBORDINATOR) && token > figure.last) return null;
  }
  return null;
}

/** "Three men who ran a farm were jailed": the verb of the figure's own clause behind one that tells who is counted. */
export function behindRelative(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const opener = isComma(scene, figure.last) ? figure.last + 1 : figure.last;
  if (!isIn(scene, opener, WHO)) return null;
  const verb = verbOfSubject(clauses, figure.first);
  const hit = verb > opener && verb < sentence.last ? eventAt(scene, verb, sentence.last) : null;
  if (!hit || isNominal(scene, verb, hit)) return null;
  if (isPassive(scene, verb, opener))
    return hasForm(hit, 'participle') && hit.row.voice !== 'received' ? found(hit, verb, 'passive', 'passive') : null;
  return isActing(hit) && hasForm(hit, 'past') ? found(hit, verb, 'subject', 'subject') : null;
}
const WHO = wordsOf('who that which whose');

/** "12 people killed in the raid", "five sent from Gao", "forty wounded.": a bare participle right behind the figure's noun. */
function isReduced(scene: Scene, figure: Figure, token: number, hit: EventHit, sentence: Stretch): boolean {
  if (token > figure.last + 6) return false;
  const next = hit.last;
  if (next >= sentence.last) return true;
  return (
    isWall(scene, next) ||
    isComma(scene, next) ||
    isIn(scene, next, PREPOSITION) ||
    isIn(scene, next, SUBORDINATOR) ||
    isIn(scene, next, COORDINATOR) ||
    signAt(scene, next) === '.' ||
    has(scene.tokens, next, Flag.Punctuation) ||
    scene.dateAt[next] >= 0 ||
    isIn(scene, next, ADVERB) ||
    isIn(scene, next, ACCORDING)
  );
}

function backOverAdverbs(scene: Scene, token: number): number {
  while (isIn(scene, token, ADVERB)) token--;
  return token;
}

/** "will cut 1,800 jobs and close two mills": a verb of the same subject with an object of its own. */
function opensDeed(scene: Scene, token: number, sentence: Stretch): boolean {
  const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
  return hit !== null && (hasForm(hit, 'verb') || hasForm(hit, 'past')) && opensObject(scene, hit.last);
}

/** Whether the object of a verb begins at the token. */
const opensObject = (scene: Scene, token: number): boolean =>
  isIn(scene, token, ARTICLE) || scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0;

const ACCORDING = wordsOf('according');

/** "civilians and soldiers": the word behind "and" is a further noun, not a verb. */
const isListItem = (scene: Scene, token: number, sentence: Stretch): boolean =>
  token + 1 < sentence.last && !isPlainVerb(scene, token + 1) && !isIn(scene, token + 1, BE);
