import type { LedgerRelation } from '../../model/index.js';
import { isWider, meet, same, shownBounds } from './bounds.js';
import { speakerOf, type Entry } from './entries.js';

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
  const named = earlier.find(({ entry: { claim } }) => claim.claim_id === entry.claim.alternative_of);
  if (named) {
    const condition = entry.claim.condition === null ? '' : ` "${entry.claim.condition}"`;
    return { relation: 'widens', to: named.entry.claim.claim_id, because: `the text itself sets it beside the other${condition}` };
  }
  const own = earlier.filter((before) => !before.isEcho && !isFormer(before.entry));
  const other = (own.at(-1) ?? (earlier.at(-1) as Earlier)).entry;
  const to = other.claim.claim_id;
  const figures = `${shownBounds(entry.bounds)} after ${shownBounds(other.bounds)}`;
  if (meet(entry.bounds, other.bounds)) {
    return { relation: spreads(entry) && isWider(entry.bounds, other.bounds) ? 'widens' : 'agrees', to, because: figures };
  }
  const reason = changeBecause(entry, other) ?? laterBecause(entry, other);
  return reason === null ? { relation: 'contradicts', to, because: figures } : { relation: 'updates', to, because: `${figures}; ${reason}` };
}

/** "715,000, up from 670,000": the level that the words themselves say is over. */
const isFormer = ({ claim, bounds }: Entry): boolean =>
  claim.change_from !== null && claim.change_to !== null && bounds.min <= claim.change_from && claim.change_from <= bounds.max;

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
function changeBecause({ claim }: Entry, { claim: other, bounds }: Entry): string | null {
  const from = claim.document_id === other.document_id && claim.sentence === other.sentence ? claim.change_from : null;
  if (from === null || from !== other.change_from) return null;
  return bounds.min <= from && from <= bounds.max ? 'the text tells the change' : 'the level before the change';
}

/** Why a different figure is a newer one and not a contradiction; null when it is none. */
function laterBecause(entry: Entry, other: Entry): string | null {
  if (entry.time !== null && other.time !== null && entry.time.from >= other.time.to) return 'it speaks of a later time';
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
