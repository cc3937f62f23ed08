import { clauseAt } from '../../../../grammar/index.js';
import { Flag, has, tokenAtOrAfter } from '../../../../model/index.js';
import { Kind, Lexname, lexnameOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { governorOf } from '../bounds/changes.js';
import type { Draft } from '../draft.js';
import { isPersonNoun } from '../forms/readers.js';
import { Class, isClass, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { AT, FOR, INDEFINITE, ON } from '../words.js';
import { ITEM_PRICE } from '../measures/prices.js';
import { behindBracket } from './brackets.js';
import { nounAt } from './counted.js';
import { DETERMINERS, found, isNominal, phraseEndingAt, PRONOUNS, withoutNumber, type Found } from './phrases.js';

// Sums of money: who pays or gets one is a party to it; what it is of is what is bought, or what costs so much.

/**
 * Whether the subject of the clause acts on a sum and is not measured by it: "the front collects 70,000 pesos", but "the strike cost
 * $2m", "the firm is worth $2m", "each family received $50".
 */
export function isParty(scene: Scene, draft: Draft, first: number): boolean {
  if (draft.kind !== 'money') return false;
  const { subject: own, main, verb } = clauseAt(scene.clauses, draft.first);
  // "the bank says it sold €2m": whom the pronoun stands for
  const subject = own && main && isOneOf(scene, own.head, PRONOUNS) ? main : own;
  if (!subject || verb < 0 || verb > draft.first || isOneOf(scene, subject.first, DISTRIBUTIVE)) return false;
  if (!canAct(scene, subject.head) && !isPaying(scene, verb)) return false;
  // "peaked at $76": a level
  if (isOneOf(scene, verb, MEASURING) || isWord(scene, draft.first - 1, AT) || governorOf(scene, draft.first, first) !== null) return false;
  return !(isClass(scene, verb, Class.price) && isWord(scene, verb + 1, FOR));
}
/** "each household received": the sum is one for each. */
const DISTRIBUTIVE = wordsOf('each every');
const MEASURING = wordsOf(
  'is are was were be been being worth cost costs costing average averages averaged total totals totalled totaled reach reaches reached hit hits top tops topped exceed exceeds exceeded',
);

/** A verb of paying or receiving in the active voice. */
const isPaying = (scene: Scene, verb: number): boolean =>
  !isOneOf(scene, verb - 1, BE) && phraseAt(scene.knowledge, scene.text, scene.tokens, verb, verb + 2, Kind.Event)?.row.event === 'paid';
const BE = wordsOf('is are was were be been being');

/** A person, a body of people, or a name of either. */
function canAct(scene: Scene, head: number): boolean {
  if (scene.nameAt[head] >= 0) return true;
  if (isPersonNoun(scene, head)) return true;
  const lexname = lexnameOf(scene.knowledge, scene.tokens, head);
  return lexname === Lexname.Person || lexname === Lexname.Group;
}

/** "a ferry hired for €310,000", "bought a notebook for $900": what changes hands for the sum. */
export function ofPrice(scene: Scene, draft: Draft, first: number): Found | null {
  const tie = draft.first - 1;
  if (draft.kind !== 'money' || tie - 1 <= first || !isWord(scene, tie, FOR)) return null;
  const { verb } = clauseAt(scene.clauses, draft.first);
  const before = tie - 1;
  if ((posOf(scene.knowledge, scene.tokens, before) & Pos.Past) !== 0 && isClass(scene, before, Class.deal) && isNominal(scene, before - 1)) {
    // Behind "on a ferry" the participle describes the ferry, whatever the clause is about.
    const thing = phraseEndingAt(scene, before - 1, first);
    const from = thing ? tokenAtOrAfter(scene.tokens, thing.span.start) - 1 : -1;
    return from > first && isOneOf(scene, from, INDEFINITE) && isStop(scene, from - 1) ? thing : null;
  }
  if (verb < first || !isClass(scene, verb, Class.deal)) return null;
  let at = verb + 1;
  while (at < tie && isOneOf(scene, at, DETERMINERS)) at++;
  if (at >= tie || isStop(scene, at) || !has(scene.tokens, at, Flag.Word)) return null;
  const noun = nounAt(scene, at, tie, true, true);
  return noun ? found(scene, at, noun.last) : null;
}

/** "potatoes 1.10": what stands before its price in a list. */
export const ofItem = (scene: Scene, draft: Draft, first: number): Found | null =>
  draft.because.includes(ITEM_PRICE) ? withoutNumber(scene, phraseEndingAt(scene, draft.first - 1, first)) : null;

/** "promised the families 500 francs", "fined the firm $2m": the first object of a verb of giving, who gets or owes the sum. */
export function givenTo(scene: Scene, draft: Draft, first: number): Found | null {
  if (draft.kind !== 'money') return null;
  const { verb } = clauseAt(scene.clauses, draft.first);
  if (verb < first || verb >= draft.first - 1 || !isClass(scene, verb, Class.giving)) return null;
  let from = verb + 1;
  while (from < draft.first && isOneOf(scene, from, DETERMINERS)) from++;
  if (from >= draft.first || isOneOf(scene, from, PRONOUNS)) return null;
  for (let at = from; at < draft.first; at++)
    if (!isNominal(scene, at) && !isOneOf(scene, at, INSIDE) && !has(scene.tokens, at, Flag.Possessive)) return null;
  return isNominal(scene, draft.first - 1) ? found(scene, from, draft.first) : null;
}
const INSIDE = wordsOf('of', DETERMINERS);

/** "charge 200,000 taka a passenger": each of what costs so much, where nothing else tells what the sum is of. */
export function forEach(scene: Scene, draft: Draft, _first: number, limit: number): Found | null {
  const tie = draft.last;
  if (draft.kind !== 'money' || draft.rate !== null || tie + 1 >= limit || !isOneOf(scene, tie, EACH_ONE)) return null;
  // "per square foot": a measure is not what is sold
  const measure = phraseAt(scene.knowledge, scene.text, scene.tokens, tie + 1, limit, Kind.Unit);
  const noun = measure || isOneOf(scene, tie + 1, APIECE) ? null : nounAt(scene, tie + 1, limit, true, true);
  return noun && scene.timeAt[noun.head] < 0 ? { ...found(scene, tie + 1, noun.last), last: draft.last } : null;
}
const APIECE = wordsOf('head piece time pop');
const EACH_ONE = wordsOf('a an per each every');

/** "spent 65 dirhams on oil", "$2m has been spent on the road": what money goes into. */
export function spentOn(scene: Scene, draft: Draft, _first: number, here: number): Found | null {
  if (draft.kind !== 'money') return null;
  const open = behindBracket(scene, draft.last, here);
  const limit = open > draft.last ? scene.tokens.count : here;
  let at = open;
  const active = isOneOf(scene, clauseAt(scene.clauses, draft.first).verb, SPEND);
  if (!active) {
    while (at < limit && at - open < 4 && isOneOf(scene, at, PASSIVE)) at++;
    if (at === open || !isOneOf(scene, at, SPEND)) return null;
    at++;
  }
  if (at + 1 >= limit || !isWord(scene, at, ON)) return null;
  at++;
  while (at < limit && isOneOf(scene, at, DETERMINERS)) at++;
  if (at >= limit || scene.timeAt[at] >= 0) return null;
  const noun = nounAt(scene, at, limit, true, true);
  return noun ? { ...found(scene, at, noun.last), last: draft.last } : null;
}
const SPEND = wordsOf('spend spends spent spending');
const PASSIVE = wordsOf('has have had is are was were be been being will already');
