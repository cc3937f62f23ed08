import type { LedgerRelation } from '../../model/index.js';
import { isWider, meet, same, shownBounds } from './bounds.js';
import { isFormer, speakerOf, type Entry } from './entries.js';
import { isOnePeriod, type Period } from './period.js';

/** How an entry stands to an earlier one of its group, and why. */
export interface Relation {
  readonly relation: LedgerRelation;
  /** Id of the earlier claim. */
  readonly to: string | null;
  readonly because: string;
}

/** An entry that others are compared with, the relation it has itself, and the runs of words of its sentence once they are asked for. */
interface Earlier {
  readonly entry: Entry;
  readonly isEcho: boolean;
  runs: ReadonlySet<string> | null;
}

/** An echo follows its source soon; so many earlier claims of the group are looked at. */
const REACH = 24;
/** Share of three-word runs that two sentences have in common when one copies the other. */
const COPIED = 0.7;
/** Sentences shorter than this say the same by accident. */
const FEWEST_RUNS = 5;

/** The relation of the first entry of a group. */
export const FIRST: Relation = { relation: 'first', to: null, because: 'nobody said so before' };

/** Tells the relation of one entry of a group after the other to those made before it. */
export function openRelations(): (entry: Entry) => Relation {
  let before: Earlier[] = [];
  return (entry) => {
    const here: Earlier = { entry, isEcho: false, runs: null };
    const found = relationOf(here, before);
    before = [...before.slice(1 - REACH), { ...here, isEcho: found.relation === 'echoes' }];
    return found;
  };
}

function relationOf(here: Earlier, earlier: readonly Earlier[]): Relation {
  const { entry } = here;
  if (earlier.length === 0) return FIRST;
  for (let j = earlier.length - 1; j >= 0; j--) {
    const echo = echoOf(here, earlier[j]);
    if (echo !== null) return { relation: 'echoes', to: earlier[j].entry.claim.claim_id, because: echo };
  }
  const named = earlier.find(({ entry: { claim } }) => claim.claim_id === entry.claim.alternative_of)?.entry;
  if (named && (entry.claim.condition !== null || isWider(entry.bounds, named.bounds))) {
    const condition = entry.claim.condition === null ? '' : ` "${entry.claim.condition}"`;
    return { relation: 'widens', to: named.claim.claim_id, because: `the text itself sets it beside the other${condition}` };
  }
  const own = earlier.filter((before) => !before.isEcho && !before.entry.former).map((before) => before.entry);
  const other = otherOf(entry, named, own.length > 0 ? own : earlier.map((before) => before.entry));
  const to = other.claim.claim_id;
  const figures = `${shownBounds(entry.bounds)} after ${shownBounds(other.bounds)}`;
  if (meet(entry.bounds, other.bounds)) {
    if (isGrown(entry, other)) return { relation: 'updates', to, because: `${figures}; it was said later and is higher, as counts of an event grow` };
    return { relation: spreads(entry) && isWider(entry.bounds, other.bounds) ? 'widens' : 'agrees', to, because: figures };
  }
  const before = earlier.find((one) => isFormer(one.entry.claim) && isOneChange(entry, one.entry))?.entry;
  if (before && !isFormer(entry.claim)) {
    const told = `${shownBounds(entry.bounds)} after ${shownBounds(before.bounds)}; the text tells the change`;
    return { relation: 'updates', to: before.claim.claim_id, because: told };
  }
  if (isEarlier(entry, other)) return { relation: 'precedes', to, because: `${figures}; it speaks of an earlier time` };
  if (other === named && isPutRight(entry, named)) return { relation: 'precedes', to, because: `${figures}; the text itself puts it right` };
  const reason = entry.newer ? 'the text itself revises the count' : laterBecause(entry, other);
  return reason === null ? { relation: 'contradicts', to, because: figures } : { relation: 'updates', to, because: `${figures}; ${reason}` };
}

/**
 * The entry to compare with: the one that the text sets beside it; else the latest of its own speaker; else the latest, or of the last that
 * each speaker said one that fits, the latest first.
 */
function otherOf(entry: Entry, named: Entry | undefined, earlier: readonly Entry[]): Entry {
  const latest = earlier.at(-1) as Entry;
  if (entry.former) return earlier.findLast(({ bounds }) => meet(entry.bounds, bounds)) ?? latest;
  const speaker = speakerOf(entry.claim);
  const own = speaker === null ? [] : earlier.filter(({ claim }) => speakerOf(claim) === speaker);
  const same = (named && own.findLast(({ bounds }) => meet(entry.bounds, bounds))) ?? own.at(-1);
  // "61.8 percent, correcting an earlier figure of 60.9": what the speaker said before.
  if (named && same && !meet(entry.bounds, named.bounds) && meet(entry.bounds, same.bounds)) return same;
  if (named || same) return (named ?? same) as Entry;
  const heard = new Set<string | null>();
  for (let i = earlier.length - 1; i >= 0; i--) {
    const by = speakerOf(earlier[i].claim);
    if (heard.has(by)) continue;
    heard.add(by);
    // Nearly everything fits "more than 20".
    if (meet(entry.bounds, earlier[i].bounds) && (i === earlier.length - 1 || isClosed(earlier[i]))) return earlier[i];
  }
  return latest;
}

const isClosed = ({ bounds }: Entry): boolean => Number.isFinite(bounds.min) && Number.isFinite(bounds.max);

/** Whether an entry tells of a time before the other's: "5.1 per cent in May" behind a level of June, "up from 12 three days earlier". */
const isEarlier = (entry: Entry, other: Entry): boolean =>
  entry.former || (entry.claim.event === null && entry.time !== null && isBehind(other, entry.time));

/** Whether an entry holds on days behind a period: those it names, else that on which it is said. */
const isBehind = ({ time, said }: Entry, before: Period): boolean =>
  time !== null ? before.to <= time.from : said !== null && before.to + CURRENT <= said.from;
/** Days for which a figure without a day still tells of those before. */
const CURRENT = 31;

/** "$60 million, revised from $45 million": one speaker's two figures in one breath. */
const isPutRight = ({ claim: a }: Entry, { claim: b }: Entry): boolean =>
  a.document_id === b.document_id && a.sentence === b.sentence && a.unit === b.unit && a.kind === b.kind && speakerOf(a) === speakerOf(b);

/** "15" two days after "at least seven": it fits, and is so much more that it is the newer count. */
const isGrown = (entry: Entry, other: Entry): boolean =>
  entry.claim.event !== null &&
  !entry.former &&
  entry.said !== null &&
  other.said !== null &&
  entry.said.from >= other.said.to &&
  other.bounds.max === Number.POSITIVE_INFINITY &&
  entry.bounds.min >= other.bounds.min * (isRunningOn(entry, other) ? 1 : GROWN) &&
  entry.bounds.min > other.bounds.min;
const GROWN = 1.5;
/** Two totals since one day: the later takes the place of the earlier, however little it has grown. */
const isRunningOn = ({ time: a }: Entry, { time: b }: Entry): boolean => a !== null && b !== null && isOnePeriod(a, b) && a.to > b.to;

/** Whether the words give two ends: "some 400" is no wider than "400", "200 to 600" is. */
const spreads = ({ claim }: Entry): boolean => claim.operator === 'range' || claim.operator === 'vague';

/** Why an entry only repeats another: one speaker on one day with one figure, or one sentence copied. */
function echoOf(here: Earlier, before: Earlier): string | null {
  const [entry, other] = [here.entry, before.entry];
  if (!same(entry.bounds, other.bounds)) return null;
  if (entry.story === other.story && entry.claim.document_id !== other.claim.document_id) return 'a copy of one article';
  const speaker = speakerOf(entry.claim);
  if (speaker !== null && speaker === speakerOf(other.claim) && entry.on !== null && entry.on === other.on) return 'the same speaker on the same day';
  const [a, b] = [(here.runs ??= wordRuns(entry)), (before.runs ??= wordRuns(other))];
  if (Math.min(a.size, b.size) < FEWEST_RUNS) return null;
  let shared = 0;
  for (const run of a) if (b.has(run)) shared++;
  return shared >= COPIED * (a.size + b.size - shared) ? 'nearly the same sentence' : null;
}

/** "28 ships a day, down from more than 70": the words themselves tell one as the change of the other. */
const isOneChange = ({ claim: a }: Entry, { claim: b }: Entry): boolean =>
  a.document_id === b.document_id && a.sentence === b.sentence && a.change_from !== null && a.change_from === b.change_from;

/** Why a different figure is a newer one and not a contradiction; null when it is none. */
function laterBecause(entry: Entry, other: Entry): string | null {
  if (entry.time !== null && other.time !== null && entry.time.from >= other.time.to) return 'it speaks of a later time';
  // "In 2013 it was worth $370 billion; the fund now puts it at $106 billion"
  if (entry.present && entry.time === null && other.time !== null && entry.said !== null && entry.said.from >= other.time.to)
    return 'it speaks of a later time';
  if (entry.said === null || other.said === null || entry.said.from < other.said.to) return null;
  if (speakerOf(entry.claim) !== null && speakerOf(entry.claim) === speakerOf(other.claim)) return 'the same speaker, later';
  // Both speak of one time in words of their own: the later one denies the earlier.
  if (entry.claim.event === null) return entry.time !== null && other.time !== null ? null : 'it was said later';
  return entry.bounds.min > other.bounds.max ? 'it was said later and is higher, as counts of an event grow' : null;
}

function wordRuns({ claim }: Entry): ReadonlySet<string> {
  const words = claim.sentence_text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) runs.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return runs;
}
