import type { LedgerRelation } from '../../model/index.js';
import { isWider, meet, same, shownBounds } from './bounds.js';
import { speakerOf, type Entry, type Group } from './groups.js';

/** How an entry stands to an earlier one of its group, and why. */
export interface Relation {
  readonly relation: LedgerRelation;
  readonly to: Entry | null;
  readonly because: string;
}

/** An echo follows its source soon; so many earlier claims of the group are looked at. */
const REACH = 24;
/** Share of three-word runs that two sentences have in common when one copies the other. */
const COPIED = 0.7;
/** Sentences shorter than this say the same by accident. */
const FEWEST_RUNS = 5;

/** The relation of every entry of a group to those made before it. */
export function relationsOf(group: Group): readonly Relation[] {
  const relations: Relation[] = [];
  const runs = new Map<Entry, ReadonlySet<string>>();
  const runsOf = (entry: Entry): ReadonlySet<string> => {
    let known = runs.get(entry);
    if (known === undefined) runs.set(entry, (known = wordRuns(entry.claim.sentence_text)));
    return known;
  };
  for (let i = 0; i < group.length; i++) {
    const earlier = group.slice(Math.max(0, i - REACH), i);
    relations.push(relationOf(group[i], earlier, relations.slice(Math.max(0, i - REACH), i), runsOf));
  }
  return relations;
}

function relationOf(
  entry: Entry,
  earlier: readonly Entry[],
  relations: readonly Relation[],
  runsOf: (entry: Entry) => ReadonlySet<string>,
): Relation {
  if (earlier.length === 0) return { relation: 'first', to: null, because: 'nobody said so before' };
  for (let j = earlier.length - 1; j >= 0; j--) {
    const echo = echoOf(entry, earlier[j], runsOf);
    if (echo !== null) return { relation: 'echoes', to: earlier[j], because: echo };
  }
  const named = earlier.find(({ claim }) => claim.claim_id === entry.claim.alternative_of);
  if (named) {
    const condition = entry.claim.condition === null ? '' : ` "${entry.claim.condition}"`;
    return { relation: 'widens', to: named, because: `the text itself sets it beside the other${condition}` };
  }
  const own = earlier.filter((_, j) => relations[j].relation !== 'echoes');
  const other = own.at(-1) ?? (earlier.at(-1) as Entry);
  const figures = `${shownBounds(entry.bounds)} after ${shownBounds(other.bounds)}`;
  if (meet(entry.bounds, other.bounds)) {
    return { relation: spreads(entry) && isWider(entry.bounds, other.bounds) ? 'widens' : 'agrees', to: other, because: figures };
  }
  const reason = changeBecause(entry, other) ?? laterBecause(entry, other);
  return reason === null
    ? { relation: 'contradicts', to: other, because: figures }
    : { relation: 'updates', to: other, because: `${figures}; ${reason}` };
}

/** Whether the words give two ends: "some 400" is no wider than "400", "200 to 600" is. */
const spreads = ({ claim }: Entry): boolean => claim.operator === 'range' || claim.operator === 'vague';

/** Why an entry only repeats another: one speaker on one day with one figure, or one sentence copied. */
function echoOf(entry: Entry, other: Entry, runsOf: (entry: Entry) => ReadonlySet<string>): string | null {
  if (!same(entry.bounds, other.bounds)) return null;
  if (entry.story === other.story && entry.claim.document_id !== other.claim.document_id) return 'a copy of one article';
  const speaker = speakerOf(entry.claim);
  if (speaker !== null && speaker === speakerOf(other.claim) && entry.on !== null && entry.on === other.on) return 'the same speaker on the same day';
  const [a, b] = [runsOf(entry), runsOf(other)];
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

function wordRuns(sentence: string): ReadonlySet<string> {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) runs.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return runs;
}
