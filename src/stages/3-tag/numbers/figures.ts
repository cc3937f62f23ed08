import { type Clauses, Flag, has, type Figure, type NameMention, type Segmented, type Sentence, type TimeExpression } from '../../../model/index.js';
import type { ClauseList } from '../../../grammar/index.js';
import { beginsKind, Kind, type Knowledge } from '../../../knowledge/index.js';
import { hashOf, wordsOf } from '../../../text/index.js';
import { readAge } from './ages.js';
import { joinBounds, readAfter, readBounds, settle } from './bounds.js';
import { governorOf, readChanges } from './changes.js';
import { readComparisons, shareRates } from './comparisons.js';
import { readConcept } from './concepts.js';
import { draftBefore, draftOf, type Draft } from './draft.js';
import { exclusionOf, idiomEnd, isCoordinate } from './exclusions.js';
import { likeInBrackets } from './equivalents.js';
import { settleCurrencies } from './homes.js';
import { gluedAt } from './glued.js';
import { readMoney } from './money.js';
import type { Numeral } from './numeral.js';
import { numeralAt } from './numerals.js';
import { readCounted } from './partitives.js';
import { readPredicate } from './predicates.js';
import { sharePrices } from './prices.js';
import { joinRanges, shareInLists } from './ranges.js';
import { relateParts } from './parts.js';
import { type ClauseReader, clauseReader } from './reader.js';
import { rolesOf } from './roles.js';
import { classesOf, entryBefore, isHyphen, isOneOf, isTightTo, isWord, type Scene } from './scene.js';
import { joinShares } from './shares.js';
import { subjectOf } from './subjects.js';
import { readLaterRate, readRate } from './rates.js';
import { readUnit } from './units.js';
import { CLOSING, COMMA, FROM, OPENING } from './words.js';

/** Finds every number that says how much or how many, sorted by start; never inside a name or a date. */
export function findFigures(
  document: Segmented,
  knowledge: Knowledge,
  names: readonly NameMention[],
  times: readonly TimeExpression[],
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
  };

  const figures: Figure[] = [];
  const reader = clauseReader(scene, list);
  for (const sentence of document.sentences) {
    const drafts = draftsOf(scene, sentence, reader);
    for (const draft of drafts) figures.push(figureOf(scene, sentence, draft, drafts));
  }
  return { figures: settleCurrencies(figures, names, knowledge), clauses: list };
}

function ownersOf(count: number, mentions: readonly { readonly first: number; readonly last: number }[]): Int32Array {
  const owners = new Int32Array(count + 1).fill(-1);
  mentions.forEach((mention, i) => owners.fill(i, mention.first, mention.last));
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
    const limit = last;
    if (numeral.role !== 'weak' && numeral.role !== 'part' && !readMoney(scene, draft, first, limit)) readUnit(scene, draft, limit);
    readAge(scene, draft, first, limit);
    if (exclusionOf(scene, draft, first, limit) !== null || isCoordinate(scene, draft, limit)) continue;
    drafts.push(draft);
  }
  joinRanges(scene, drafts, (draft, from) => isChangeFrom(scene, drafts, draft, from, first));
  shareInLists(scene, drafts);
  for (const draft of drafts) {
    draft.bodyLast = draft.last = readRate(scene, draft, draft.bodyLast, last);
    readBounds(scene, draft, first, last);
  }
  joinBounds(scene, drafts);
  for (const draft of drafts) settle(draft);
  sharePrices(scene, drafts, first);
  const limitOf = (i: number): number => (i + 1 < drafts.length ? drafts[i + 1].first : last);
  const counting = new Set(drafts.filter((draft) => draft.kind === 'count' || draft.kind === 'fraction'));
  drafts.forEach((draft, i) => {
    if (counting.has(draft)) readCounted(scene, draft, limitOf(i));
  });
  joinShares(scene, drafts);
  reader.read(sentence, drafts);
  drafts.forEach((draft, i) => {
    const limit = limitOf(i);
    const nearby = drafts.slice(Math.max(0, i - 6), i + 3);
    const from = Math.max(first, draft.first - LOOK_BACK);
    if (counting.has(draft)) {
      if (draft.kind === 'count') draft.subject = ownSubject(scene, draft, nearby);
      if (draft.kind === 'count' && draft.counted === null) readPredicate(scene, draft, from, last);
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
  if (!isWord(scene, from, FROM)) return false;
  if (governorOf(scene, from + 1, first) !== null) return true;
  const earlier = draftBefore(drafts, draft);
  if (!earlier || from - earlier.last > LOOSE_CHANGE || !isWord(scene, from - 1, COMMA)) return false;
  return governorOf(scene, hedgedFirst(scene, earlier, first), first) !== null;
}
/** "in the third quarter, from": a time at most stands between the amount of a change and its two ends. */
const LOOSE_CHANGE = 7;

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

/** Whether a number can be told by the word with this id. */
const isTrigger = (knowledge: Knowledge, id: number): boolean => beginsKind(knowledge, id, Kind.Number) || beginsKind(knowledge, id, Kind.Vague);

function numeralsOf(scene: Scene, first: number, limit: number): Numeral[] {
  const { tokens, knowledge } = scene;
  const found: Numeral[] = [];
  for (let at = first; at < limit; at++) {
    const flags = tokens.flags[at];
    if ((flags & Flag.Masked) !== 0) continue;
    if ((flags & (Flag.Number | Flag.Alphanumeric)) === 0 && !isTrigger(knowledge, tokens.id[at]) && !isArticled(scene, at, limit)) continue;
    const idiom = idiomEnd(scene, at, limit);
    if (idiom > at) {
      at = idiom - 1;
      continue;
    }
    const numeral = has(tokens, at, Flag.Alphanumeric) ? gluedAt(scene, at, limit) : numeralAt(scene, at, limit);
    if (!numeral) continue;
    // "two scores" counts results
    if (numeral.role === 'numeral' && found.at(-1)?.last === at) continue;
    found.push(signed(scene, numeral, first));
    at = numeral.last - 1;
  }
  return found;
}

/** "a hundred", "a mile": an article before a number word or a unit. */
function isArticled(scene: Scene, at: number, limit: number): boolean {
  const hash = scene.tokens.hash[at];
  if ((hash !== A && hash !== AN) || at + 1 >= limit) return false;
  const next = scene.tokens.id[at + 1];
  return isTrigger(scene.knowledge, next) || beginsKind(scene.knowledge, next, Kind.Unit);
}
const A = hashOf('a');
const AN = hashOf('an');

/** A minus or plus written on the number, or said before it: "-5", "$-50.8bn", "minus-5", "negative five hundred". */
function signed(scene: Scene, numeral: Numeral, first: number): Numeral {
  const before = numeral.first - 1;
  if (before < first || numeral.value === null) return numeral;
  const negative = (from: number): Numeral => ({ ...numeral, first: from, value: -(numeral.value as number), sign: -1 });
  if (isOneOf(scene, before, MINUS)) return negative(before);
  if (
    isHyphen(scene, before) &&
    before - 1 >= first &&
    isTightTo(scene, before) &&
    isTightTo(scene, numeral.first) &&
    isOneOf(scene, before - 1, MINUS)
  )
    return negative(before - 1);
  const hyphen = scene.text.charCodeAt(scene.tokens.start[before]);
  if (has(scene.tokens, numeral.first, Flag.Number) && isTightTo(scene, numeral.first)) {
    const opens =
      before === first || has(scene.tokens, before, Flag.SpaceBefore) || '$€£¥(<>=^'.includes(scene.text[scene.tokens.start[before] - 1] ?? '');
    const ranged = before > first && has(scene.tokens, before - 1, Flag.Number);
    if ((hyphen === 45 || hyphen === 0x2212) && opens && !ranged) return negative(before);
    if (hyphen === 43 && opens) return { ...numeral, sign: 1 };
  }
  // "- 5" at the very beginning or behind "to": a sign with a blank.
  if (
    (hyphen === 45 || hyphen === 0x2212) &&
    before === first &&
    has(scene.tokens, numeral.first, Flag.Number) &&
    !has(scene.tokens, before, Flag.LineStart)
  )
    return negative(before);
  if (hyphen === 45 && before === 0 && scene.tokens.count <= 8 && has(scene.tokens, numeral.first, Flag.Number)) return negative(before);
  return numeral;
}
const MINUS = wordsOf('minus negative');

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
    because: draft.because.join('; '),
  };
}
