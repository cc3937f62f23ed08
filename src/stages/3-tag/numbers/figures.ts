import type { Clauses, Figure, NameMention, Segmented, Sentence, Tagged, TimeExpression } from '../../../model/index.js';
import type { ClauseList } from '../../../grammar/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { numeralsOf } from './beginnings.js';
import { joinBounds, readAfter, readBounds, settle } from './bounds/bounds.js';
import { governorOf, readChanges } from './bounds/changes.js';
import { isEarlier, readComparisons, shareRates } from './bounds/comparisons.js';
import { isChangeFrom } from './bounds/whence.js';
import { readConcept } from './counted/amounts.js';
import { draftOf, type Draft } from './draft.js';
import { likeInBrackets, restatedAsMoney } from './measures/equivalents.js';
import { settleCurrencies } from './measures/homes.js';
import { readExchange } from './measures/exchange.js';
import { readMeasure } from './measures/measures.js';
import type { Numeral } from './forms/numeral.js';
import { readCounted } from './counted/partitives.js';
import { readPredicate } from './counted/predicates.js';
import { readIndexLevels, readPoints } from './measures/points.js';
import { sharePrices } from './measures/prices.js';
import { joinRanges, shareInLists } from './bounds/ranges.js';
import { relateParts } from './counted/parts.js';
import { type ClauseReader, clauseReader } from './reader.js';
import { rolesOf } from './roles.js';
import { classesOf, isWord, type Refusal, type Scene } from './scene.js';
import { joinShares } from './counted/shares.js';
import { readSharesLeftOut } from './counted/shares-left.js';
import { subjectOf } from './counted/subjects.js';
import { countTimes, isOften, readMultiples } from './counted/times.js';
import { readLaterRate, readRate } from './measures/rates.js';
import { refusalOf, refuse } from './refusals/refusals.js';
import { CLOSING, OPENING } from './words.js';

export type { Refusal } from './scene.js';

/** The figures of a document and the clauses of the sentences that hold them. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly clauses: Clauses;
}

/**
 * Finds every number of each document that says how much or how many, sorted by start; never inside a name or a date. Each step goes
 * through all sentences before the next begins (see pipeline.ts).
 */
export function findFigures(
  documents: readonly Segmented[],
  knowledge: Knowledge,
  names: readonly (readonly NameMention[])[],
  times: readonly (readonly TimeExpression[])[],
  refused: Refusal[] | null = null,
): readonly Figures[] {
  const articles = documents.map((document, i) => openArticle(document, knowledge, names[i], times[i], refused));
  for (const step of STEPS) for (const { lines } of articles) for (const line of lines) step(line);
  return articles.map((article, i) => ({
    figures: settleCurrencies(figuresOf(article.lines), names[i], knowledge),
    clauses: article.clauses,
  }));
}

/** The numbers of an article that are no claims, each with the rule that says why. */
export function refusedNumbers(document: Tagged, knowledge: Knowledge): readonly Refusal[] {
  const refused: Refusal[] = [];
  findFigures([document], knowledge, [document.names], [document.times], refused);
  return refused;
}

/** A sentence with numbers, and what is known of them so far; its fields grow from step to step. */
interface Line {
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly reader: ClauseReader;
  readonly drafts: Draft[];
  /** Those that count something: told apart before the nouns are read, which change what a figure is. */
  readonly counting: Set<Draft>;
  /** The sentence with numbers before it in the article. */
  readonly previous: Line | null;
}

function openArticle(
  { text, tokens, sentences }: Segmented,
  knowledge: Knowledge,
  names: readonly NameMention[],
  times: readonly TimeExpression[],
  refused: Refusal[] | null,
): { readonly scene: Scene; readonly clauses: Clauses; readonly lines: readonly Line[] } {
  const clauses: ClauseList = { from: [], states: [] };
  const scene: Scene = {
    text,
    tokens,
    knowledge,
    names,
    times,
    nameAt: ownersOf(tokens.count, names),
    timeAt: ownersOf(tokens.count, times),
    classes: classesOf(knowledge),
    roles: rolesOf(knowledge),
    clauses,
    refused,
    wordBits: NO_BITS,
    first: 0,
    limit: 0,
    value: 0,
    phrase: null,
    captures: {},
  };
  const reader = clauseReader(scene, clauses);
  const lines: Line[] = [];
  for (const sentence of sentences) {
    const drafts = draftsOf(scene, sentence);
    if (drafts.length > 0) lines.push({ scene, sentence, reader, drafts, counting: new Set(), previous: lines.at(-1) ?? null });
  }
  return { scene, clauses, lines };
}

/** No class of the number shapes is told by bits. */
const NO_BITS = new Int32Array(0);

function ownersOf(count: number, mentions: readonly { readonly first: number; readonly last: number }[]): Int32Array {
  const owners = new Int32Array(count + 1).fill(-1);
  for (let i = 0; i < mentions.length; i++) {
    const { first, last } = mentions[i];
    for (let at = first; at < last; at++) owners[at] = i;
  }
  return owners;
}

/** The numbers of a sentence with their units, without those that are no claims. */
function draftsOf(scene: Scene, { first, last }: Sentence): Draft[] {
  const drafts: Draft[] = [];
  for (const numeral of numeralsOf(scene, first, last)) {
    const earlier = drafts.at(-1);
    // Coins and scales read with the number before ("20 rupees 43"), and the same number again in brackets ("forty-five (45)").
    if (earlier && (numeral.first < earlier.bodyLast || repeats(scene, earlier, numeral))) continue;
    const draft = draftOf(numeral);
    readMeasure(scene, draft, first, last);
    const refusal = refusalOf(scene, draft, first, last);
    if (refusal === null) drafts.push(draft);
    else refuse(scene, refusal, draft.first, draft.last);
  }
  return drafts;
}

/** What is read of the numbers of a sentence, in this order. */
const STEPS: readonly ((line: Line) => void)[] = [joinNumbers, countThings, readClauses, conceive, compare];

/** Ranges, rates, hedges and bounds. */
function joinNumbers(line: Line): void {
  const { scene, drafts } = line;
  const { first, last } = line.sentence;
  joinRanges(scene, drafts, (draft, from) => isChangeFrom(scene, drafts, draft, from, first));
  shareInLists(scene, drafts);
  readSharesLeftOut(scene, drafts, first);
  for (const draft of drafts) {
    draft.bodyLast = draft.last = readRate(scene, draft, draft.bodyLast, last);
    readBounds(scene, draft, first, last);
  }
  joinBounds(scene, drafts);
  for (const draft of drafts) settle(draft);
  sharePrices(scene, drafts, first, sumBefore(line));
  restatedAsMoney(scene, drafts);
}

/** The last sum of money in the few sentences before; null when there is none. */
function sumBefore({ previous, sentence }: Line): Draft | null {
  for (let line = previous; line && sentence.index - line.sentence.index <= SUM_REACH; line = line.previous) {
    const sum = line.drafts.findLast(({ kind }) => kind === 'money');
    if (sum) return sum;
  }
  return null;
}
/** A currency is left out over so many sentences at most. */
const SUM_REACH = 3;

/** Token that nothing behind draft `i` may reach. */
const limitOf = ({ drafts, sentence }: Line, i: number): number => (i + 1 < drafts.length ? drafts[i + 1].first : sentence.last);

/** The nouns behind the numbers. */
function countThings(line: Line): void {
  const { scene, drafts, counting } = line;
  for (let i = 0; i < drafts.length; i++) countTimes(scene, drafts[i], limitOf(line, i));
  for (const draft of drafts) if ((draft.kind === 'count' && draft.unit !== 'time') || draft.kind === 'fraction') counting.add(draft);
  for (let i = 0; i < drafts.length; i++) if (counting.has(drafts[i]) && drafts[i].counted === null) readCounted(scene, drafts[i], limitOf(line, i));
  joinShares(scene, drafts);
}

function readClauses({ reader, sentence, drafts }: Line): void {
  reader.read(sentence, drafts);
}

/** What the numbers are told of where no noun stands behind them, and what follows the nouns. */
function conceive(line: Line): void {
  const { scene, drafts, counting } = line;
  const { first, last } = line.sentence;
  drafts.forEach((draft, i) => {
    const limit = limitOf(line, i);
    const nearby = drafts.slice(Math.max(0, i - 6), i + 3);
    const from = Math.max(first, draft.first - LOOK_BACK);
    readExchange(scene, draft, limit);
    if (counting.has(draft)) {
      if (draft.kind === 'count') draft.subject = ownSubject(scene, draft, nearby);
      if (
        draft.kind === 'count' &&
        draft.counted === null &&
        !isEarlier(scene, draft, nearby.findLast((other) => other.first < draft.first && other.kind !== 'duration') ?? null, first)
      )
        readPredicate(scene, draft, from, last);
      if (draft.kind !== 'count' && draft.counted === null && governorOf(scene, draft.first, first)) readConcept(scene, draft, from, limit, nearby);
    } else if (!isOften(draft)) readConcept(scene, draft, from, limit, nearby);
    if (draft.rate === null && (draft.noun || draft.last > draft.bodyLast)) draft.last = readRate(scene, draft, draft.last, last);
    if (draft.rate === null && draft.kind !== 'duration' && draft.kind !== 'age' && draft.kind !== 'percent') readLaterRate(scene, draft, limit);
    if (draft.noun && draft.bound === null) {
      const end = readAfter(scene, draft, draft.last, last);
      if (end > draft.noun.last) settle(draft);
    }
  });
}

/** How the numbers changed, and how they stand to each other. */
function compare({ scene, sentence: { first, last }, drafts, previous, sentence }: Line): void {
  readIndexLevels(scene, drafts);
  readChanges(scene, drafts, first, last);
  readComparisons(scene, drafts, last);
  shareRates(drafts);
  readPoints(
    scene,
    drafts,
    previous && sentence.index - previous.sentence.index === 1 ? (previous.drafts.findLast(({ kind }) => kind === 'percent') ?? null) : null,
  );
  likeInBrackets(scene, drafts);
  readMultiples(scene, drafts, first, last);
  relateParts(scene, drafts);
}

/** The subject of a count's clause, unless it is itself a figure ("12 died and 30 fled"). */
function ownSubject(scene: Scene, draft: Draft, drafts: readonly Draft[]): Draft['subject'] {
  const subject = subjectOf(scene, draft, drafts)?.span ?? null;
  if (!subject) return null;
  const inFigure = drafts.some((other) => scene.tokens.start[other.first] < subject.end && subject.start < scene.tokens.end[other.last - 1]);
  return inFigure ? null : subject;
}

/** A subject or object is looked for over this many tokens before its figure. */
const LOOK_BACK = 60;

const repeats = (scene: Scene, earlier: Draft, numeral: Numeral): boolean =>
  numeral.first - earlier.numeral.last === 1 &&
  isWord(scene, numeral.first - 1, OPENING) &&
  numeral.value === earlier.value &&
  earlier.unit === null &&
  isWord(scene, numeral.last, CLOSING);

function figuresOf(lines: readonly Line[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (const line of lines) for (const draft of line.drafts) figures.push(figureOf(line, draft));
  return figures;
}

function figureOf({ scene, sentence, drafts }: Line, draft: Draft): Figure {
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
