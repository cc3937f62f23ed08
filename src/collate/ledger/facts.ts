import { type Bounds, meet, same, sizeOf } from './bounds.js';
import { speakerOf, victimOf, type Compared, type Entry, type StoredEntry } from './entries.js';
import { daysBetween, isApart, isOneDay, isOnePeriod, isOneTime, isOtherPeriod, isRunning, type Period } from './period.js';
import type { Where } from './where.js';

// Whether two claims may tell of one fact.

/** Within one article two figures of one fact differ by no more than this factor; by more, they are two facts. */
const LIKE_SIZE = 3;

/** Two counts of an event that lie so far apart are two events, or one counts a part. */
const UNLIKE_SIZE = 8;
/** In one article somebody's count and that of the writer differ by no more than this factor. */
const CLOSE_SIZE = 2;
/** A level in a headline and the same to the decimal: 42 and 42.1 per cent. */
const ROUNDED = 1.02;

/** An entry without its words. */
export interface Fact extends Pick<Entry, 'bounds' | 'time' | 'said' | 'setting'> {
  readonly claim: Pick<
    Compared,
    'claim_id' | 'document_id' | 'sentence' | 'kind' | 'alternative_of' | 'event' | 'place_ids' | 'change' | 'change_from'
  >;
  /** The places it names, else those around it. */
  readonly where: Where;
  /** Whether the words say that it is over: "up from 12". */
  readonly former: boolean;
  readonly holder: string | null;
  readonly victim: string | null;
  readonly speaker: string | null;
}

/** The places a claim names, else those around it. */
export const whereOf = ({ claim, countries, home }: StoredEntry): Where => (claim.place_ids.length > 0 ? { ids: claim.place_ids, countries } : home);

/** What an entry is dealt into groups by. */
export function factOf(entry: Entry): Fact {
  const { claim, bounds, time, said, setting, former, holder } = entry;
  const { claim_id, document_id, sentence, kind, alternative_of, event, place_ids, change, change_from } = claim;
  const own = { claim_id, document_id, sentence, kind, alternative_of, event, place_ids, change, change_from };
  const [victim, speaker] = [victimOf(claim), speakerOf(claim)];
  return { claim: own, where: whereOf(entry), bounds, time, said, setting, holder, victim, speaker, former };
}

/** Whether a figure is so large that one speaker hardly says it of two things by chance. */
export const isTelling = (bounds: Bounds): boolean => sizeOf(bounds) >= TELLING;
const TELLING = 100;

function isClose({ bounds: a }: Fact, { bounds: b }: Fact, factor = CLOSE_SIZE): boolean {
  const [small, large] = [sizeOf(a), sizeOf(b)].sort((x, y) => x - y);
  return large <= small * factor;
}

/** Whether two claims may tell of one fact, at one time or at two. */
export function isOneFact(fact: Fact, last: Fact): boolean {
  const [small, large] = [sizeOf(fact.bounds), sizeOf(last.bounds)].sort((a, b) => a - b);
  const lasting = isLasting(fact);
  const since = fact.time !== null && last.time !== null && isOnePeriod(fact.time, last.time);
  if (large > small * UNLIKE_SIZE && !since && fact.claim.event !== null && !meet(fact.bounds, last.bounds)) return false;
  if (isOfHeadline(fact, last)) return true;
  // "5,600 infected, compared with 1,120 a week ago": the words themselves set the two side by side.
  const paired = isPair(fact, last);
  if (paired) return true;
  const isOneArticle = fact.claim.document_id === last.claim.document_id && !isVersion(fact, last);
  if (large > small * LIKE_SIZE && (isOneArticle || (lasting && fact.claim.event !== null))) return false;
  if (isRepeated(fact, last)) return true;
  const nearness = nearnessOf(fact, last);
  if (nearness === 'apart') return false;
  const agrees = meet(fact.bounds, last.bounds);
  // Of a thing that nothing happens to, only sums go on from article to article: "damage of 80 million", "of 130 million".
  if (nearness === 'story' && !agrees && fact.claim.event === null && fact.claim.kind !== 'money') return false;
  if (nearness === 'story' && !agrees && (!isClose(fact, last, LIKE_SIZE) || fact.victim !== last.victim)) return false;
  // Where nothing ties the two together, only figures that fit each other are taken for one fact.
  if (!agrees && (nearness === 'loose' || nearness === 'around')) return false;
  if (nearness === 'loose' && fact.victim !== last.victim) return false;
  if (lasting) return true;
  // Two numbers of dead of one country and week are mostly two events: only a nearer place, or a period that both name, makes them one.
  const [a, b] = [fact.time ?? fact.said, last.time ?? last.said];
  if (!agrees && nearness === 'country') return since;
  if (agrees && fact.time !== null && last.time !== null && isRunning(fact.time, last.time)) return true;
  if (a === null || b === null) return fact.claim.document_id === last.claim.document_id;
  // Of an event in a town articles tell for days without saying when it was; a later count that is lower is of another.
  if ((nearness === 'near' || nearness === 'story') && (fact.time === null || last.time === null))
    return isOneTime(a, b, AFTERMATH) && (agrees || isOneTime(a, b) || sizeOf(fact.bounds) > sizeOf(last.bounds));
  // "nine died on Friday", "six on Monday"; but "the toll rose to 13 on Saturday" tells when it was counted.
  return isOneTime(a, b, fact.claim.change === null && last.claim.change === null ? SLACK_OF_DAYS : undefined);
}

/** The first sentence of an article is its headline or its news, which the text tells again, perhaps with another place or day. */
const isOfHeadline = (fact: Fact, last: Fact): boolean =>
  fact.claim.document_id === last.claim.document_id &&
  (fact.claim.sentence === 0 || last.claim.sentence === 0) &&
  fact.claim.sentence !== last.claim.sentence &&
  meet(fact.bounds, last.bounds) &&
  isClose(fact, last) &&
  (fact.time === null || last.time === null || daysBetween(fact.time, last.time) <= STORY);

/** "The ministry said eight of its soldiers had died. The institute thinks it was 50.": what two speakers say of the losses of one side. */
const isVersion = (fact: Fact, last: Fact): boolean =>
  fact.holder !== null &&
  fact.claim.event !== null &&
  fact.claim.place_ids.length === 0 &&
  last.claim.place_ids.length === 0 &&
  fact.speaker !== null &&
  last.speaker !== null &&
  fact.speaker !== last.speaker;

/** Days between two days that are named of one event: none, but nights belong to two. */
const SLACK_OF_DAYS = 0;
/** So many days an event is told of without its day. */
const AFTERMATH = 10;

/** "61, up from 52": two levels of one change. */
const isPair = ({ claim: a }: Fact, { claim: b }: Fact): boolean =>
  a.document_id === b.document_id && a.sentence === b.sentence && a.change_from !== null && a.change_from === b.change_from;

/** Whether a claim tells a state, which lasts and changes, and no event, which is over. */
const isLasting = ({ claim: { event } }: Fact): boolean => event === null || STATES.has(event);
const STATES: ReadonlySet<string> = new Set(['displaced', 'deployed', 'infected', 'affected', 'trapped', 'missing']);

/** One speaker with one large number again. */
const isRepeated = (fact: Fact, last: Fact): boolean =>
  fact.speaker !== null && fact.speaker === last.speaker && same(fact.bounds, last.bounds) && isTelling(fact.bounds);

/**
 * `story`: one names no place, and their articles are about the same; `country`: they share no nearer place than their country; `around`: one lies in the other, or names no place at all; `loose`: one
 * article, but no place or entity that ties the two together.
 */
type Nearness = 'near' | 'story' | 'country' | 'around' | 'loose' | 'apart';

function nearnessOf(fact: Fact, last: Fact): Nearness {
  const { claim, holder } = fact;
  const { claim: other } = last;
  const { ids: here, countries } = fact.where;
  const { ids: there, countries: others } = last.where;
  // "Rebels killed 19 near Gao … An institute counted 41 killed in fires": what is told further down of no place may be elsewhere.
  if (isVersion(fact, last)) return 'near';
  const isInferred = claim.place_ids.length === 0 || other.place_ids.length === 0;
  if (isInferred && claim.document_id === other.document_id && claim.sentence - other.sentence > 1 && !isClose(fact, last)) return 'loose';
  if (isInferred && isOneStory(fact, last)) return 'story';
  const shared = here.flatMap((id, i) => (there.includes(id) ? [i] : []));
  if (shared.length > 0) return shared.some((i) => !isCountry(here[i], countries[i])) ? 'near' : 'country';
  if (here.length === 0 || there.length === 0) {
    if (holder !== null && here.length === there.length) return 'near';
    if (holder !== null && claim.event === null) return 'around';
    if (isOneEvent(fact, last)) return 'near';
    return claim.document_id === other.document_id ? 'loose' : 'apart';
  }
  if (claim.event === null && holder === null) return 'apart';
  const holds = (whole: readonly string[], around: Where['countries'], inner: Where['countries']): boolean =>
    whole.some((id, i) => isCountry(id, around[i]) && inner.includes(around[i]));
  if (!holds(here, countries, others) && !holds(there, others, countries)) return 'apart';
  return claim.event === null ? 'around' : 'country';
}

/** What an article is about stands so far ahead among what it names. */
const FOREMOST = 2;
/** Days in which articles go on with a story. */
const STORY = 31;

/** Whether two articles are about the same place, group or person, within a month. */
function isOneStory(fact: Fact, last: Fact): boolean {
  if (fact.claim.document_id === last.claim.document_id || fact.said === null || last.said === null) return false;
  if (!isOneTime(fact.said, last.said, STORY)) return false;
  const [here, there] = [topicsOf(fact), topicsOf(last)];
  return here.some((id) => there.includes(id));
}

/** The foremost places of an article, or those that the claim itself names, and whom it is about. */
const topicsOf = ({ claim, setting }: Fact): readonly string[] => [
  ...claim.place_ids,
  ...setting.filter((id, i) => i < FOREMOST || !id.startsWith('place:')),
];

/**
 * Whether two claims of which one names no place tell of one event: both name the same day, and the articles a place in common; or in one
 * article somebody else gives the number right behind ("the army said 11 had died. The group claimed 17.").
 */
function isOneEvent(fact: Fact, last: Fact): boolean {
  if (fact.claim.document_id === last.claim.document_id)
    return isGoingOn(fact, last) && fact.speaker !== null && last.speaker !== null && fact.speaker !== last.speaker;
  if (fact.time === null || last.time === null || !isOneDay(fact.time, last.time)) return false;
  const there = [...last.where.ids, ...last.setting];
  return [...fact.where.ids, ...fact.setting].some((id) => there.includes(id));
}

/** Whether a claim that names no place and no day stands in the sentence of the other or right behind it. */
const isGoingOn = (fact: Fact, last: Fact): boolean =>
  fact.time === null && fact.claim.place_ids.length === 0 && fact.claim.sentence - last.claim.sentence <= 1;

const isCountry = (id: string, code: string | null): boolean => code !== null && id === `place:${code}`;

/** Two different numbers in one article, by one speaker and of one time, are two facts and not two versions of one. */
export function isOtherFact(fact: Fact, other: Fact): boolean {
  const [a, b] = [fact.claim, other.claim];
  // "M23 lost under 30 men", "the mission has lost 13 men": the dead of two sides.
  if (fact.victim !== null && other.victim !== null && fact.victim !== other.victim) return true;
  // "Six died on Monday", "nine died on Friday": two attacks, though a claim that names no day may belong to either.
  const dated = a.change === null && b.change === null && !isLasting(fact) && fact.time !== null && other.time !== null;
  if (dated && !isOfHeadline(fact, other) && isApart(fact.time as Period, other.time as Period, SLACK_OF_DAYS)) return true;
  if (dated && isOtherPeriod(fact.time as Period, other.time as Period)) return true;
  if (a.document_id !== b.document_id || meet(fact.bounds, other.bounds)) return false;
  if (a.alternative_of === b.claim_id || b.alternative_of === a.claim_id) return false;
  // "715,000, up from 670,000": a level and the one before it.
  if (isPair(fact, other) || fact.former || other.former) return false;
  const [here, there] = [fact.time, other.time];
  if (a.event === null && here !== null && there !== null && (here.from >= there.to || there.from >= here.to)) return false;
  if (fact.speaker === null && other.speaker === null) return true;
  // "The toll has risen to 19. The agency put the number of dead at 23": the writer's count and another.
  if (fact.speaker === null || other.speaker === null) return !isClose(fact, other, a.event === null ? ROUNDED : CLOSE_SIZE);
  return fact.speaker === other.speaker;
}
