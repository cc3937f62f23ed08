import { readAfter, readBounds, joinBounds, settle } from './bounds/bounds.js';
import { governorOf, readChanges } from './bounds/changes.js';
import { isEarlier, readComparisons, shareRates } from './bounds/comparisons.js';
import { joinRanges, shareBefore, shareInLists } from './bounds/ranges.js';
import { isChangeFrom } from './bounds/whence.js';
import { readConcept } from './counted/amounts.js';
import { gappedFrom } from './counted/gapped.js';
import { readCounted } from './counted/partitives.js';
import { relateParts } from './counted/parts.js';
import { readPredicate } from './counted/predicates.js';
import { readSharesLeftOut } from './counted/shares-left.js';
import { joinShares } from './counted/shares.js';
import { subjectOf } from './counted/subjects.js';
import { countTimes, isOften, readMultiples } from './counted/times.js';
import { type Draft, draftBefore } from './draft.js';
import { type Line, limitOf, sumBefore } from './line.js';
import { likeInBrackets, restatedAsMoney } from './measures/equivalents.js';
import { readExchange } from './measures/exchange.js';
import { readIndexLevels, readPoints } from './measures/points.js';
import { sharePrices } from './measures/prices.js';
import { readLaterRate, readRate } from './measures/rates.js';
import type { Scene } from './scene.js';

/** What is read of the numbers of a sentence, in this order. */
export const STEPS: readonly ((line: Line) => void)[] = [joinNumbers, countThings, readClauses, conceive, compare];

/** Ranges, rates, hedges and bounds. */
function joinNumbers(line: Line): void {
  const { scene, drafts } = line;
  const { first, last } = line.sentence;
  joinRanges(scene, drafts, (draft, from) => isChangeFrom(scene, drafts, draft, from, first));
  shareInLists(scene, drafts);
  shareBefore(scene, drafts);
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
      if (draft.kind !== 'count' && draft.counted === null && isMoved(scene, draft, nearby, first)) readConcept(scene, draft, from, limit, nearby);
    } else if (!isOften(draft) && !isOfStage(draft)) readConcept(scene, draft, from, limit, nearby);
    if (draft.rate === null && (draft.noun || draft.last > draft.bodyLast)) draft.last = readRate(scene, draft, draft.last, last);
    if (draft.rate === null && draft.kind !== 'duration' && draft.kind !== 'age' && draft.kind !== 'percent') readLaterRate(scene, draft, limit);
    if (draft.noun && draft.bound === null) {
      const end = readAfter(scene, draft, draft.last, last);
      if (end > draft.noun.last) settle(draft);
    }
  });
}

/** "left school at 13": what stands before is no person. */
const isOfStage = ({ because }: Draft): boolean => because.includes('age.stage');

/** Whether a word of change governs a share, or governs the like one before it: "up by a fifth, sugar by a third". */
function isMoved(scene: Scene, draft: Draft, nearby: readonly Draft[], first: number): boolean {
  if (governorOf(scene, draft.first, first)) return true;
  const earlier = draftBefore(nearby, draft);
  return earlier !== null && gappedFrom(scene, earlier, draft, first) >= 0;
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
