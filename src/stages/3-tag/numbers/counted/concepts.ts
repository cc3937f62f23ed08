import { isSubject } from '../../../../grammar/index.js';
import { Flag, has, tokenAtOrAfter } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../../text/index.js';
import { governorOf } from '../bounds/changes.js';
import { type Draft, draftBefore } from '../draft.js';
import { isParty } from './payers.js';
import { isMove } from './behind.js';
import { isPlural, isSuperlative } from './plurals.js';
import { DETERMINERS, found, isNominal, phraseEndingAt, withoutNumber, type Found } from './phrases.js';
import { isVerbal, subjectOf } from './subjects.js';
import { Class, entryAt, isClass, isHyphen, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { AGE, AT, CLOSING, COLON, COMMA, FOR, FROM, INDEFINITE, OF, OPENING, PLUS_SIGN, RANGING, TO } from '../words.js';

/** Heads that only say "so much": what is measured stands elsewhere. */
const LIGHT = wordsOf('total average maximum minimum record equivalent majority minority mean median high low past last');

/** "over the past two years", "within three days": a length of time that says when, not how long something is. */
const isAdjunct = (scene: Scene, draft: Draft): boolean => {
  // "were seized 380 miles east of the cape": where it happened, unless that is all that is said
  if (draft.kind === 'distance')
    return isOneOf(scene, draft.bodyLast, BEARINGS) && !isOneOf(scene, draft.first - 1, LYING) && !isStop(scene, draft.first - 1);
  if (draft.kind !== 'duration') return false;
  // "41 days after it was seized", "three weeks before the vote"
  if (isOneOf(scene, draft.bodyLast, SEQUENCE)) return true;
  const at = isOneOf(scene, draft.first - 1, PERIOD_ADJECTIVES) ? draft.first - 2 : draft.first - 1;
  // "the journey is 40 minutes"
  if (isOneOf(scene, at, COPULA)) return false;
  return isStop(scene, at) || draft.first === 0;
};
const SEQUENCE = wordsOf('after before later earlier ago');
const BEARINGS = wordsOf(
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west off from away inland offshore',
);
const LYING = wordsOf('lies lie lay located situated sits stands is are was were about some around');
const COPULA = wordsOf('is are was were');
const PERIOD_ADJECTIVES = wordsOf('past last next first coming previous');

/** The subject of the clause, unless the amount only says how long something went on, or what the subject pays or gets. */
export const subjectOfClause = (scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null =>
  isAdjunct(scene, draft) || isParty(scene, draft, first) || isAnswer(scene, draft) || isTop(scene, draft) || isOfThem(scene, draft)
    ? null
    : subjectOf(scene, draft, neighbours);

/** "half of them over 65": the pronoun is so old, not who has them. */
const isOfThem = (scene: Scene, draft: Draft): boolean => draft.kind === 'age' && draft.bound !== null && isOneOf(scene, draft.first - 1, THEM);
const THEM = wordsOf('them those whom');

/** "the richest 1 percent", "the top 10 percent": those of whom the share is are left unsaid. */
const isTop = (scene: Scene, draft: Draft): boolean =>
  draft.kind === 'percent' && (isSuperlative(scene, draft.first - 1) || isOneOf(scene, draft.first - 1, TOP));
const TOP = wordsOf('top bottom');

/** "found 36% support the strike": a share that does what the verb behind it says is none of the subject before it. */
const isAnswer = (scene: Scene, draft: Draft): boolean =>
  draft.kind === 'percent' && !isHyphen(scene, draft.bodyLast) && isSubject(scene.clauses, draft);

/** "down 68p at 1,112p": the level behind the amount of a change. */
export function atLevel(scene: Scene, draft: Draft, _first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const earlier = draftBefore(neighbours, draft);
  if (!earlier?.counted || draft.first - earlier.last !== 1 || !isWord(scene, earlier.last, AT)) return null;
  return governorOf(scene, earlier.first, Math.max(0, earlier.first - 12))
    ? { span: earlier.counted, last: draft.last, adjacent: false, whole: false }
    : null;
}

/** "down 68p at 1,112p", "boost it by 35 miles, from 252 to 287": the next figure of the same verb is of the same thing. */
export function ofChain(scene: Scene, draft: Draft, _first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const earlier = isAdjunct(scene, draft) ? null : draftBefore(neighbours, draft);
  if (!earlier?.counted || earlier.kind === 'count' || earlier.kind === 'age' || draft.first - earlier.last > 2) return null;
  for (let at = earlier.last; at < draft.first; at++) if (!isOneOf(scene, at, CHAIN_TIES) && !isHyphen(scene, at)) return null;
  return { span: earlier.counted, last: draft.last, adjacent: false, whole: false };
}

const CHAIN_TIES = wordsOf('at to from by in on of and or ( , ; / : for with as versus against higher lower up down');

/** "ahead of nuclear on 19%", "and the Greens on 12 percent": in a list of shares whose each is. */
export function standingOn(scene: Scene, draft: Draft, first: number): Found | null {
  const tie = draft.first - 1;
  if (draft.kind !== 'percent' || tie - 2 < first || !isOneOf(scene, tie, ON_AT) || isVerbal(scene, tie - 1, tie)) return null;
  const phrase = phraseEndingAt(scene, tie - 1, first);
  if (!phrase) return null;
  let at = tokenAtOrAfter(scene.tokens, phrase.span.start) - 1;
  while (at > first && isOneOf(scene, at, DETERMINERS)) at--;
  return isOneOf(scene, at, BEFORE_RIVAL) ? phrase : null;
}
const ON_AT = wordsOf('on');
const BEFORE_RIVAL = wordsOf('of and with by behind while');

/** "unpaid wages, 9,000 baht on average": an amount in an aside that tells how it is spread. */
export function beforeAside(scene: Scene, draft: Draft, first: number): Found | null {
  const comma = draft.first - 1;
  if (draft.kind === 'age' || draft.kind === 'percent' || comma <= first || !isWord(scene, comma, COMMA) || scene.timeAt[comma - 1] >= 0) return null;
  const at = draft.last;
  const spread = isOneOf(scene, at, APIECE) || (isOneOf(scene, at, ON_IN) && isOneOf(scene, at + 1, AVERAGE));
  return spread && !isVerbal(scene, comma - 1, comma) ? phraseEndingAt(scene, comma - 1, first) : null;
}
const APIECE = wordsOf('each apiece altogether');
const ON_IN = wordsOf('on in');
const AVERAGE = wordsOf('average all total');

/** "four fillets (1 lb)", "the sports hall (£3m)": an amount alone in brackets is that of the thing named right before them. */
export function beforeBracket(scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const open = draft.first - 1;
  if (open <= first || draft.kind === 'age' || !isWord(scene, open, OPENING) || !isWord(scene, draft.last, CLOSING)) return null;
  const earlier = draftBefore(neighbours, draft);
  if (scene.timeAt[open - 1] >= 0 || (earlier && earlier.bodyLast >= open)) return null;
  const phrase = phraseEndingAt(scene, open - 1, Math.max(first, earlier?.bodyLast ?? first));
  return phrase && !isVerbal(scene, open - 1, open) ? phrase : null;
}

/** "put his takings at 1,900 pounds", "estimated losses at $5m", "puts the number of searchers at 650": the object of a verb of placing. */
export function placedBefore(scene: Scene, draft: Draft, first: number): Found | null {
  const at = draft.first - 1;
  if (!isOneOf(scene, at, PLACED_AT)) return null;
  // "goods priced at", "a house valued at": the participle is said of the noun right before it.
  if (at - 2 > first && isOneOf(scene, at - 1, PRICED) && isNominal(scene, at - 2) && scene.timeAt[at - 2] < 0 && !isVerbal(scene, at - 2, at))
    return phraseEndingAt(scene, at - 2, first);
  for (let verb = at - 2; verb >= Math.max(first, at - PLACING_REACH); verb--) {
    if (isOneOf(scene, verb, CLAUSE_ENDS)) return null;
    if (!isClass(scene, verb, Class.placing)) continue;
    let from = verb + 1;
    while (from < at && (isOneOf(scene, from, DETERMINERS) || isWord(scene, from, OWN))) from++;
    let end = from;
    while (
      end < at &&
      (isNominal(scene, end) || isOneOf(scene, end, INSIDE_PHRASE) || isHyphen(scene, end) || has(scene.tokens, end, Flag.Possessive))
    )
      end++;
    while (end > from && !isNominal(scene, end - 1)) end--;
    // "held steady at": how it was kept, not what
    if (end - from === 1 && entryAt(scene, from, end, Kind.Change, (row) => row.form === 'particle')) return null;
    return end > from ? found(scene, from, end) : null;
  }
  return null;
}
const OWN = hashOf('own');
const INSIDE_PHRASE = wordsOf('of', DETERMINERS);
const CLAUSE_ENDS = wordsOf(', ; : and that which who');
const PLACED_AT = wordsOf('at to');
const PLACING_REACH = 12;
const PRICED = wordsOf('priced valued listed estimated rated assessed');

/** "Street value: $2m", "People in need: 5.8 million": the label that opens the line of a figure. */
export function labelOf(scene: Scene, draft: Draft, first: number): Found | null {
  const colon = draft.first - 1;
  if (colon <= first || !isWord(scene, colon, COLON)) return null;
  // "Fire: Two died in Porto": the line tells something
  if (draft.kind === 'count' && draft.last < scene.tokens.count && (posOf(scene.knowledge, scene.tokens, draft.last) & Pos.Past) !== 0) return null;
  // "Depth: 2 m; Speed: 3 knots": behind a semicolon or a bracket a line begins anew.
  let from = colon;
  const least = Math.max(first, colon - LONGEST_LABEL - 2);
  while (from > least && !isOneOf(scene, from - 1, LABEL_WALLS)) from--;
  if (from > first && from === least && !isOneOf(scene, from - 1, LABEL_WALLS)) return null;
  while (from < colon && !has(scene.tokens, from, Flag.Word)) from++;
  if (colon - from > LONGEST_LABEL || from >= colon || isOneOf(scene, from, DETERMINERS)) return null;
  if (has(scene.tokens, from - 1, Flag.Word) && from > first) return null;
  for (let at = from; at < colon; at++) {
    if (scene.timeAt[at] >= 0 || scene.nameAt[at] >= 0 || !has(scene.tokens, at, Flag.Word)) return null;
    const participle = (posOf(scene.knowledge, scene.tokens, at) & Pos.Past) !== 0;
    if (!isNominal(scene, at) && !participle && !isOneOf(scene, at, LABEL_LINKS) && !isOneOf(scene, at - 1, LABEL_LINKS)) return null;
  }
  return isNominal(scene, from) ? found(scene, from, colon) : null;
}
const LONGEST_LABEL = 5;
const LABEL_WALLS = wordsOf('; ( [ • |');
const LABEL_LINKS = wordsOf('of in for to on and by');

/** "$1 million to $1.25 million, 99 days; $1.25 million to": in a list the concept of the figure before goes on. */
export function ofList(scene: Scene, draft: Draft, _first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  const earlier = isAdjunct(scene, draft) ? null : draftBefore(neighbours, draft);
  if (!earlier?.counted || earlier.kind !== draft.kind || draft.first - earlier.last > 2 || !isOneOf(scene, draft.first - 1, LIST_TIES)) return null;
  return { span: earlier.counted, last: draft.last, adjacent: false, whole: false };
}
const LIST_TIES = wordsOf('; , and or to');

/** "a fine of $5m", unless more of the phrase stands behind: "a fine of $5m of gold". */
export const beforeMoney = (scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]): Found | null =>
  draft.kind === 'money' && !isWord(scene, draft.last, OF) ? beforeAmount(scene, draft, first, limit, neighbours) : null;

/** "an interest rate of 1.38%", "savings ranging from", "a grant worth up to", "Nasdaq +0.8%": the noun phrase right before. */
export function beforeAmount(scene: Scene, draft: Draft, first: number, _limit: number, neighbours: readonly Draft[]): Found | null {
  let at = draft.first - 1;
  if (at < first) return null;
  if (draft.numeral.sign > 0) return phraseEndingAt(scene, isWord(scene, at, PLUS_SIGN) ? at - 1 : at, first);
  if (
    draft.kind === 'duration' &&
    isWord(scene, at, FOR) &&
    at > first &&
    !isVerbal(scene, at - 1, draft.first) &&
    !isKind(scene.knowledge, scene.tokens, at - 1, Kind.Unit)
  )
    return withoutNumber(scene, phraseEndingAt(scene, at - 1, first));
  // "investments over 35 GWh", "loans under $50,000"
  if (draft.first < draft.bodyFirst && isOneOf(scene, draft.first, OVER_UNDER) && isPlural(scene, at) && !isVerbal(scene, at, draft.first))
    return phraseEndingAt(scene, at, first);
  // "before the age of one"; "found at a depth of 12 metres": what was found is so deep
  if (isWord(scene, at, OF) && draft.kind === 'age' && isWord(scene, at - 1, AGE)) return null;
  if (isWord(scene, at, OF) && draft.kind === 'distance' && isOneOf(scene, at - 1, DIMENSIONS) && isOneOf(scene, at - 2, INDEFINITE)) return null;
  if (isWord(scene, at, FROM) && at > first && isWord(scene, at - 1, RANGING)) at--;
  if (!isOneOf(scene, at, BEFORE_AMOUNT)) return null;
  at--;
  if (at > first && isWord(scene, at, COMMA)) at--;
  // "sold 1.3 million cars, a drop of 6%": of what was told before
  const earlier = draftBefore(neighbours, draft);
  if (earlier?.counted && isOneOf(scene, at - 1, INDEFINITE) && isWord(scene, at - 2, COMMA) && isMove(scene, at))
    return { span: earlier.counted, last: draft.last, adjacent: false, whole: false };
  // "a rise in three years of $5m": nothing is of a time
  if (scene.timeAt[at] >= 0 && scene.nameAt[at] < 0) return null;
  const phrase = describedBefore(scene, phraseEndingAt(scene, at, first), first);
  if (phrase && isOneOf(scene, at, LIGHT)) return null;
  return phrase && measureOf(scene, at, first) ? found(scene, phraseFirst(scene, at - 2, first), at + 1) : phrase;
}

/** "net income attributable to shareholders of $2m": the phrase behind the adjective says whose, the one before it what. */
function describedBefore(scene: Scene, phrase: Found | null, first: number): Found | null {
  if (!phrase) return null;
  let to = tokenAtOrAfter(scene.tokens, phrase.span.start) - 1;
  if (isOneOf(scene, to, DETERMINERS)) to--;
  return to - 2 > first && isWord(scene, to, TO) && isOneOf(scene, to - 1, ATTRIBUTED) ? phraseEndingAt(scene, to - 2, first) : phrase;
}
const ATTRIBUTED = wordsOf('attributable available applicable due payable owed');

/** "a margin of error of", "the rate of inflation of": a bare noun behind "of" says what the measure before is one of. */
const measureOf = (scene: Scene, noun: number, first: number): boolean =>
  noun - 3 >= first && isWord(scene, noun - 1, OF) && isNominal(scene, noun - 2) && !isPlural(scene, noun) && !isPlural(scene, noun - 2);

/** First token of the phrase that ends with the token `last`. */
const phraseFirst = (scene: Scene, last: number, first: number): number => {
  const phrase = phraseEndingAt(scene, last, first);
  return phrase ? tokenAtOrAfter(scene.tokens, phrase.span.start) : last;
};
/** What a length can be of a thing. */
const DIMENSIONS = wordsOf('depth height length width altitude elevation distance thickness diameter');
const OVER_UNDER = wordsOf('over above under below exceeding');
const BEFORE_AMOUNT = wordsOf('of ranging worth totaling totalling exceeding');
