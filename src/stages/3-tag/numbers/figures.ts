import {
  type Clauses,
  Flag,
  has,
  type Figure,
  type NameMention,
  type Segmented,
  type Sentence,
  type Tagged,
  type TimeExpression,
} from '../../../model/index.js';
import type { ClauseList } from '../../../grammar/index.js';
import { beginsKind, Kind, type Knowledge } from '../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../text/index.js';
import { joinBounds, readAfter, readBounds, settle } from './bounds/bounds.js';
import { governorOf, readChanges } from './bounds/changes.js';
import { isEarlier, readComparisons, shareRates } from './bounds/comparisons.js';
import { readConcept } from './counted/amounts.js';
import { draftBefore, draftOf, type Draft } from './draft.js';
import { likeInBrackets, restatedAsMoney } from './measures/equivalents.js';
import { settleCurrencies } from './measures/homes.js';
import { gluedAt } from './forms/glued.js';
import { readExchange } from './measures/exchange.js';
import { readMeasure } from './measures/measures.js';
import type { Numeral } from './forms/numeral.js';
import { numeralAt } from './forms/numerals.js';
import { readCounted } from './counted/partitives.js';
import { readPredicate } from './counted/predicates.js';
import { sharePrices } from './measures/prices.js';
import { joinRanges, shareInLists } from './bounds/ranges.js';
import { relateParts } from './counted/parts.js';
import { type ClauseReader, clauseReader } from './reader.js';
import { Begin, Role, roleAt, rolesOf } from './roles.js';
import { classesOf, entryBefore, isOneOf, isWord, type Refusal, type Scene } from './scene.js';
import { joinShares } from './counted/shares.js';
import { readSharesLeftOut } from './counted/shares-left.js';
import { signed } from './forms/signs.js';
import { subjectOf } from './counted/subjects.js';
import { countTimes } from './counted/times.js';
import { readLaterRate, readRate } from './measures/rates.js';
import { refusalOf, refuse } from './refusals/refusals.js';
import { matchAt, shapeOf } from './rule.js';
import { IDIOM } from './rules/refusals.js';
import { CLOSING, COMMA, FROM, OPENING, THE } from './words.js';

export type { Refusal } from './scene.js';

/** Finds every number that says how much or how many, sorted by start; never inside a name or a date. */
export function findFigures(
  document: Segmented,
  knowledge: Knowledge,
  names: readonly NameMention[],
  times: readonly TimeExpression[],
  refused: Refusal[] | null = null,
): { readonly figures: readonly Figure[]; readonly clauses: Clauses } {
  const list: ClauseList = { from: [], states: [] };
  const scene: Scene = {
    text: document.text,
    tokens: document.tokens,
    knowledge,
    names,
    times,
    nameAt: ownersOf(document.tokens.count, names),
    timeAt: ownersOf(document.tokens.count, times),
    classes: classesOf(knowledge),
    roles: rolesOf(knowledge),
    clauses: list,
    refused,
    first: 0,
    limit: 0,
    value: 0,
    phrase: null,
    captures: {},
  };

  const figures: Figure[] = [];
  const reader = clauseReader(scene, list);
  for (const sentence of document.sentences) {
    const drafts = draftsOf(scene, sentence, reader);
    for (const draft of drafts) figures.push(figureOf(scene, sentence, draft, drafts));
  }
  return { figures: settleCurrencies(figures, names, knowledge), clauses: list };
}

/** The numbers of an article that are no claims, each with the rule that says why. */
export function refusedNumbers(document: Tagged, knowledge: Knowledge): readonly Refusal[] {
  const refused: Refusal[] = [];
  findFigures(document, knowledge, document.names, document.times, refused);
  return refused;
}

function ownersOf(count: number, mentions: readonly { readonly first: number; readonly last: number }[]): Int32Array {
  const owners = new Int32Array(count + 1).fill(-1);
  for (let i = 0; i < mentions.length; i++) {
    const { first, last } = mentions[i];
    for (let at = first; at < last; at++) owners[at] = i;
  }
  return owners;
}

/** The figures of one sentence, in the order of the steps: numbers with their units, ranges, hedges, nouns, changes, parts. */
function draftsOf(scene: Scene, sentence: Sentence, reader: ClauseReader): Draft[] {
  const { first, last } = sentence;
  const numerals = numeralsOf(scene, first, last);
  if (numerals.length === 0) return [];
  const drafts: Draft[] = [];
  for (const numeral of numerals) {
    const earlier = drafts.at(-1);
    // Coins and scales read with the number before ("20 rupees 43"), and the same number again in brackets ("forty-five (45)").
    if (earlier && (numeral.first < earlier.bodyLast || repeats(scene, earlier, numeral))) continue;
    const draft = draftOf(numeral);
    readMeasure(scene, draft, first, last);
    const refusal = refusalOf(scene, draft, first, last);
    if (refusal === null) drafts.push(draft);
    else refuse(scene, refusal, draft.first, draft.last);
  }
  joinRanges(scene, drafts, (draft, from) => isChangeFrom(scene, drafts, draft, from, first));
  shareInLists(scene, drafts);
  readSharesLeftOut(scene, drafts, first);
  for (const draft of drafts) {
    draft.bodyLast = draft.last = readRate(scene, draft, draft.bodyLast, last);
    readBounds(scene, draft, first, last);
  }
  joinBounds(scene, drafts);
  for (const draft of drafts) settle(draft);
  sharePrices(scene, drafts, first);
  restatedAsMoney(scene, drafts);
  const limitOf = (i: number): number => (i + 1 < drafts.length ? drafts[i + 1].first : last);
  drafts.forEach((draft, i) => {
    countTimes(scene, draft, limitOf(i));
  });
  const counting = new Set(drafts.filter((draft) => draft.kind === 'count' || draft.kind === 'fraction'));
  drafts.forEach((draft, i) => {
    if (counting.has(draft) && draft.counted === null) readCounted(scene, draft, limitOf(i));
  });
  joinShares(scene, drafts);
  reader.read(sentence, drafts);
  drafts.forEach((draft, i) => {
    const limit = limitOf(i);
    const nearby = drafts.slice(Math.max(0, i - 6), i + 3);
    const from = Math.max(first, draft.first - LOOK_BACK);
    readExchange(scene, draft, limit);
    if (counting.has(draft)) {
      if (draft.kind === 'count') draft.subject = ownSubject(scene, draft, nearby);
      if (draft.kind === 'count' && draft.counted === null && !isEarlier(scene, draft, drafts[i - 1] ?? null, first))
        readPredicate(scene, draft, from, last);
      if (draft.kind === 'fraction' && draft.counted === null && governorOf(scene, draft.first, first))
        readConcept(scene, draft, from, limit, nearby);
    } else readConcept(scene, draft, from, limit, nearby);
    if (draft.rate === null && (draft.noun || draft.last > draft.bodyLast)) draft.last = readRate(scene, draft, draft.last, last);
    if (draft.rate === null && draft.kind !== 'duration' && draft.kind !== 'age' && draft.kind !== 'percent') readLaterRate(scene, draft, limit);
    if (draft.noun && draft.bound === null) {
      const end = readAfter(scene, draft, draft.last, last);
      if (end > draft.noun.last) settle(draft);
    }
  });
  readChanges(scene, drafts, first, last);
  readComparisons(scene, drafts, last);
  shareRates(drafts);
  likeInBrackets(scene, drafts);
  relateParts(scene, drafts);
  return drafts;
}

/** Whether a word of change governs a range that opens at `from`: "rose from 3 to 5", "cut its staff in Lima from 52 to 18", "rose by a tenth in May, from 50 to 55". */
function isChangeFrom(scene: Scene, drafts: readonly Draft[], draft: Draft, from: number, first: number): boolean {
  if (governorOf(scene, from, first) !== null) return true;
  if (!isWord(scene, from, FROM)) return isAmountWithHedge(scene, drafts, draft, first);
  if (governorOf(scene, from + 1, first) !== null) return true;
  // "fees go from £45 to £52"
  if (isOneOf(scene, from - 1, GOING) && (draft.kind === 'money' || draft.kind === 'percent')) return true;
  const earlier = draftBefore(drafts, draft);
  if (!earlier || from - earlier.last > LOOSE_CHANGE || !isWord(scene, from - 1, COMMA)) return false;
  return governorOf(scene, hedgedFirst(scene, earlier, first), first) !== null;
}
/** "rose by about 600,000 to 5.9 million": behind a hedge the amount of a change and a level far above it, no range. */
function isAmountWithHedge(scene: Scene, drafts: readonly Draft[], draft: Draft, first: number): boolean {
  const next = drafts[drafts.indexOf(draft) + 1];
  const from = hedgedFirst(scene, draft, first);
  if (from === draft.first || !next || next.value === null || draft.value === null || next.value <= draft.value * MOST_OF_RANGE) return false;
  return governorOf(scene, from, first) !== null;
}
const MOST_OF_RANGE = 3;

/** "in the third quarter, from": a time at most stands between the amount of a change and its two ends. */
const LOOSE_CHANGE = 7;
const GOING = wordsOf('go goes going gone went move moves moved moving');

/** Token where a figure begins with the hedges before it, which are read later. */
const hedgedFirst = (scene: Scene, draft: Draft, first: number): number =>
  entryBefore(scene, draft.first, first, Kind.Hedge, 4, (row) => row.position === 'before')?.first ?? draft.first;

/** The subject of a count's clause, unless it is itself a figure ("12 died and 30 fled"). */
function ownSubject(scene: Scene, draft: Draft, drafts: readonly Draft[]): Draft['subject'] {
  const subject = subjectOf(scene, draft, drafts)?.span ?? null;
  if (!subject) return null;
  const inFigure = drafts.some((other) => scene.tokens.start[other.first] < subject.end && subject.start < scene.tokens.end[other.last - 1]);
  return inFigure ? null : subject;
}

/** A subject or object is looked for over this many tokens before its figure. */
const LOOK_BACK = 60;

function numeralsOf(scene: Scene, first: number, limit: number): Numeral[] {
  const { tokens } = scene;
  const { flags, id, hash } = tokens;
  const { begins } = scene.roles;
  const found: Numeral[] = [];
  // Most tokens are turned away here, so that this loop asks nothing but columns.
  for (let at = first; at < limit; at++) {
    if ((flags[at] & (Flag.Number | Flag.Alphanumeric)) === 0) {
      if (hash[at] === A || hash[at] === AN || hash[at] === THE) {
        if (!isArticled(scene, at, limit)) continue;
      } else if (id[at] < 0 || begins[id[at]] === 0) continue;
    }
    if ((flags[at] & Flag.Masked) !== 0) continue;
    const idiom = roleAt(scene, at, limit, Role.Idiom);
    if (idiom && !opensShare(scene, idiom.last, limit)) {
      refuse(scene, IDIOM, at, idiom.last);
      at = idiom.last - 1;
      continue;
    }
    if (idiomOnly(scene, at)) continue;
    const numeral = has(tokens, at, Flag.Alphanumeric) ? gluedAt(scene, at, limit) : numeralAt(scene, at, limit);
    if (!numeral) continue;
    // "two scores" counts results
    if (numeral.role === 'numeral' && found.at(-1)?.last === at) continue;
    found.push(signed(scene, numeral, first));
    at = numeral.last - 1;
  }
  return found;
}

/** "said that one in three farms": no idiom, when it goes on as a share does. */
const opensShare = (scene: Scene, token: number, limit: number): boolean =>
  token < limit && isOneOf(scene, token, SHARE_LINKS) && matchAt(scene, SHARE, token, limit) > token;
const SHARE = shapeOf('(in | out of) every? number:whole');
const SHARE_LINKS = wordsOf('in out');

/** "at", "in": words that begin idioms ("at one point") and no number. */
function idiomOnly({ tokens, roles }: Scene, at: number): boolean {
  const id = tokens.id[at];
  return id >= 0 && (tokens.flags[at] & Flag.Number) === 0 && roles.begins[id] === Begin.Idiom;
}

/** "a hundred", "a mile", "a couple": an article before a number word, a unit, or a word that makes a phrase with it. */
function isArticled(scene: Scene, at: number, limit: number): boolean {
  if (at + 1 >= limit) return false;
  const next = scene.tokens.id[at + 1];
  if (has(scene.tokens, at + 1, Flag.Punctuation)) return true;
  if (next < 0) return false;
  return (
    scene.roles.behindArticle[next] === 1 ||
    scene.roles.begins[next] !== 0 ||
    beginsKind(scene.knowledge, next, Kind.Unit) ||
    beginsKind(scene.knowledge, next, Kind.Currency)
  );
}
const A = hashOf('a');
const AN = hashOf('an');

const repeats = (scene: Scene, earlier: Draft, numeral: Numeral): boolean =>
  numeral.first - earlier.numeral.last === 1 &&
  isWord(scene, numeral.first - 1, OPENING) &&
  numeral.value === earlier.value &&
  earlier.unit === null &&
  isWord(scene, numeral.last, CLOSING);

function figureOf(scene: Scene, sentence: Sentence, draft: Draft, drafts: readonly Draft[]): Figure {
  const { tokens } = scene;
  return {
    start: tokens.start[draft.first],
    end: tokens.end[draft.last - 1],
    first: draft.first,
    last: draft.last,
    sentence: sentence.index,
    numberFirst: draft.numeral.first,
    numberLast: draft.numeral.last,
    kind: draft.kind,
    value: draft.value,
    min: draft.min,
    max: draft.max,
    operator: draft.operator,
    lean: draft.lean,
    vague: draft.vague,
    unit: draft.kind === 'count' && draft.unit === null ? null : draft.unit,
    currency: draft.currency,
    currencyCertain: draft.currencyCertain,
    rate: draft.rate,
    counted: draft.counted,
    countedVia: draft.countedVia,
    partOf: draft.partOf,
    partOfFigure: draft.partOfDraft ? drafts.indexOf(draft.partOfDraft) : -1,
    subject: draft.subject,
    change: draft.change,
    changeFrom: draft.changeFrom,
    changeTo: draft.changeTo,
    changeBy: draft.changeBy,
    hedge: draft.hedge,
    salience: draft.salience,
    because: `rule ${draft.because.join('; rule ')}`,
  };
}
