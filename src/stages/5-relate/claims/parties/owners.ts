import {
  ARTICLE,
  BE,
  BY,
  COORDINATOR,
  HAVE,
  OF,
  PARTICLE,
  PREPOSITION,
  RELATIVE,
  clauseAt,
  isComma,
  isIn,
  isPlainVerb,
  isWall,
  numberOf,
  phraseAtToken,
  subjectAround,
  wordsOf,
} from '../../../../grammar/index.js';
import { type Clause, type Clauses, type Figure, Flag, has, type Phrase } from '../../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, Pos, posOf } from '../../../../knowledge/index.js';
import { isWhole } from '../events/events.js';
import { hasRole } from '../verb-roles.js';
import { subjectParty, partyOf, type Party } from './parties.js';
import { isPassive } from '../events/words.js';
import { mentionOf, tokenSpan, type Scene } from '../scene.js';
import { isAnnouncedSum } from '../standing/announced.js';
import type { Voice } from '../speakers/memory.js';
import { isAttributive, isCompared, isMeasured, isPart } from './owned.js';

/** "called on the two sides" is a demand, "called 12 elections" is none. */
const isSaying = (scene: Scene, verb: number, figure: Figure): boolean =>
  !isAnnouncedSum(scene, figure) &&
  // "wrote off 300 million"
  !isIn(scene, verb + 1, AWAY) &&
  // "put 40 workers on short time" is doing, "put the number at 40" is counting
  // So is "registered 7,060 people".
  ((hasRole(scene, verb, 'counts') &&
    !(
      verb + 1 === figure.first &&
      (isIn(scene, verb, PUT)
        ? figure.kind === 'count' || figure.kind === 'money'
        : figure.kind === 'count' && figure.unit !== null && hasRole(scene, verb, 'finds'))
    )) ||
    (isIn(scene, verb, CALLING) && isIn(scene, verb + 1, ON)));
const AWAY = wordsOf('off away');
const PUT = wordsOf('put puts putting');
const CALLING = wordsOf('call calls called calling');
const ON = wordsOf('on for');
const THERE = wordsOf('there');

/** "The group has 400 fighters": without an event the subject of the clause whose predicate holds the figure is whose it is. */
export function ownerOf(scene: Scene, clauses: Clauses, figure: Figure, voice: Voice | null): Party | null {
  if (isWorkBy(scene, figure)) return null;
  const clause = clauseAt(clauses, figure.first);
  const { subject, verb } = clause;
  if (verb < 0 || subject === null || isPredicate(scene, verb, figure) || isSaying(scene, verb, figure) || isIn(scene, subject.head, THERE))
    return null;
  if (subject.last > figure.first || (scene.figureAt[subject.head] >= 0 && !isCounted(scene, subject, verb, figure))) return null;
  // "the 92,300 analysts had expected": a figure that does not count the noun behind it
  const inside = scene.figureAt[subject.head - 1];
  if (inside >= 0 && scene.document.figures[inside].last === subject.head) return null;
  if (
    isAttributive(scene, figure) ||
    isPart(scene, figure) ||
    isWhole(scene, figure) ||
    isCompared(scene, figure) ||
    isInSubject(scene, clauses, clause, figure)
  )
    return null;
  // "was struck by one of three robbers": they do it.
  const done = (posOf(scene.knowledge, scene.tokens, figure.first - 2) & Pos.Past) !== 0;
  if (isIn(scene, figure.first - 1, BY) && (done || isPassive(scene, verb, subject.first))) return null;
  // "cost exporters $77m": who bears it.
  if (figure.kind === 'money' && isIn(scene, verb, COST)) {
    const bearer = phraseAtToken(scene, verb + 1, figure.first);
    if (bearer && figure.first - bearer.last <= 1 && scene.figureAt[bearer.head] < 0) return partyOf(scene, bearer, voice);
  }
  // "the firm lost $9 million": what somebody lost is his, whatever is counted; but "the plan needs $9 million"
  const lost =
    figure.kind === 'money' &&
    isObject(scene, verb, figure) &&
    isSomebody(scene, subject.head) &&
    !isPassive(scene, verb, subject.first) &&
    // "exporters lost $9 million", but "lenders gained $9"
    (isIn(scene, verb, LOSING) || !isKind(scene.knowledge, scene.tokens, verb, Kind.Change));
  if (isReducedClause(scene, clause, figure) || (!lost && isItself(scene, subject, figure)) || isOfPlace(scene, figure, verb)) return null;
  return !lost && isMeasured(scene, figure, verb) ? null : subjectParty(scene, clause, voice);
}

/** "approved after [three visits] by the envoy": whose work they are, behind "by", tells that it is not the subject's. */
function isWorkBy(scene: Scene, figure: Figure): boolean {
  if (figure.kind !== 'count' || figure.countedVia !== 'phrase' || figure.last === figure.numberLast || !isIn(scene, figure.last, BY)) return false;
  const phrase = phraseAtToken(scene, figure.last + 1, scene.tokens.count);
  // "orders by city"
  if (!phrase || scene.figureAt[phrase.head] >= 0 || (phrase.first === phrase.head && numberOf(scene, phrase.head) === Pos.Noun)) return false;
  return isSomebody(scene, phrase.head);
}
const LOSING = wordsOf('lose loses lost losing');
const COST = wordsOf('cost costs costing');

/** Whether the figure stands right behind the verb, or behind somebody who gets it: "owed its staff [20,000 pounds]". */
function isObject(scene: Scene, verb: number, figure: Figure): boolean {
  if (verb + 1 === figure.first || (verb + 2 === figure.first && isIn(scene, verb + 1, PARTICLE))) return true;
  if (hasRole(scene, verb, 'amounts')) return false;
  const receiver = phraseAtToken(scene, verb + 1, figure.first);
  return receiver !== null && receiver.last === figure.first && isSomebody(scene, receiver.head);
}

/** "Six schools shared [one generator]": a subject that a number counts, of which the figure is the object. */
function isCounted(scene: Scene, { first, head }: Phrase, verb: number, figure: Figure): boolean {
  const before = isIn(scene, figure.first - 1, ARTICLE) ? figure.first - 2 : figure.first - 1;
  if (verb !== before || isPassive(scene, verb, first) || !isSomebody(scene, head)) return false;
  for (let token = head + 1; token < verb; token++) if (isIn(scene, token, RELATIVE)) return false;
  const counter = scene.document.figures[scene.figureAt[head]];
  return (
    counter !== figure && counter.kind === 'count' && counter.countedVia === 'phrase' && head >= counter.numberLast && scene.figureAt[first] >= 0
  );
}

/** Whether the head of a phrase is a person or body, by its name or by the noun: "exporters", "the club". */
function isSomebody(scene: Scene, head: number): boolean {
  const mention = mentionOf(scene, head);
  if (mention) return mention.type !== 'place';
  const sort = lexnameOf(scene.knowledge, scene.tokens, head);
  return (
    sort === Lexname.Person ||
    sort === Lexname.Group ||
    isKind(scene.knowledge, scene.tokens, head, Kind.Role) ||
    isKind(scene.knowledge, scene.tokens, head, Kind.Reference)
  );
}

/** "inflation came in at 2.8%": what the figure measures does not own it. */
const isItself = ({ tokens }: Scene, subject: Phrase, { counted }: Figure): boolean =>
  counted !== null && counted.start < tokens.end[subject.last - 1] && tokens.start[subject.first] < counted.end;

/** "…, officials in the two countries said": the figure stands within the subject of a further verb. */
function isInSubject(scene: Scene, clauses: Clauses, { subject, verb }: Clause, figure: Figure): boolean {
  // "tested 1,340 samples, which takes hours": what only describes it
  if ((verb === figure.first - 1 && isIn(scene, figure.last, RELATIVE)) || (isComma(scene, figure.last) && isIn(scene, figure.last + 1, RELATIVE)))
    return false;
  const around = subjectAround(clauses, figure.first);
  return around !== null && (figure.first < around.last || (around.first !== subject?.first && around.first > verb + 1));
}

/** "has few doctors in a country of 11 million people": the number is of what a preposition governs. */
function isOfPlace(scene: Scene, figure: Figure, verb: number): boolean {
  if (!isIn(scene, figure.first - 1, OF)) return false;
  for (let token = figure.first - 2; token > Math.max(verb, figure.first - 6); token--)
    if (isIn(scene, token, PREPOSITION)) return !isIn(scene, token, OF);
  return false;
}

/** "a pagoda built for 300 monks housed 4,000": the verb before the figure only describes its noun, which has a verb of its own behind. */
function isReducedClause(scene: Scene, { subject, verb }: Clause, figure: Figure): boolean {
  if (!subject || verb !== subject.last || !isIn(scene, verb + 1, PREPOSITION)) return false;
  for (let token = figure.last; token < Math.min(scene.tokens.count, figure.last + 6); token++) {
    if (isWall(scene, token) || isComma(scene, token) || isIn(scene, token, COORDINATOR) || has(scene.tokens, token, Flag.SentenceStart))
      return false;
    if (isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE)) return true;
  }
  return false;
}

/** A bare number whose noun nobody named: the subject of its clause as the figure's own grammar read it. */
export function bareOwnerOf(scene: Scene, clauses: Clauses, figure: Figure, voice: Voice | null): Party | null {
  // "the condition of the other two was stable": a figure inside the subject is not the subject's.
  if (!figure.subject || isWhole(scene, figure) || isPart(scene, figure) || subjectAround(clauses, figure.first)) return null;
  const { verb, subject } = clauseAt(clauses, figure.first);
  if (isSaying(scene, verb, figure) || (subject && isIn(scene, subject.head, THERE))) return null;
  const { first, last } = tokenSpan(scene, figure.subject);
  return partyOf(scene, { first, last, head: last - 1, tied: last }, voice);
}

/** "the victims were 12 men", "it is a firm with 40 drivers": the figure, or what it describes, is what the subject is; but "is in 12 countries". */
const isPredicate = (scene: Scene, verb: number, figure: Figure): boolean => {
  if (!isIn(scene, verb, BE)) return false;
  for (let token = verb + 1; token < figure.first; token++) {
    if (isIn(scene, token, PREPOSITION)) return false;
    if (isIn(scene, token, ARTICLE) || scene.figureAt[token] >= 0) return true;
  }
  return !isIn(scene, figure.last + 1, OWING) && !isIn(scene, figure.last - 1, OWING);
};
/** "is $40m in debt" */
const OWING = wordsOf('debt arrears deficit');
