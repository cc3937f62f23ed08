import type { Claim } from '../../model/index.js';
import { byCodeUnits } from '../order.js';
import { boundsOf, type Bounds } from './bounds.js';
import type { Where } from './where.js';
import { periodBetween, periodOf, type Period } from './period.js';

/** What the ledger keeps of a claim. */
const COMPARED = [
  'claim_id',
  'document_id',
  'sentence',
  'start',
  'end',
  'text',
  'kind',
  'value',
  'min',
  'max',
  'operator',
  'lean',
  'unit',
  'currency',
  'rate',
  'counted',
  'counted_entity_id',
  'part_of',
  'condition',
  'alternative_of',
  'event',
  'actor_id',
  'target_id',
  'target',
  'place_ids',
  'places',
  'change',
  'change_from',
  'change_to',
  'change_by',
  'when_from',
  'when_to',
  'when_text',
  'said_by_id',
  'said_by',
  'polarity',
  'modality',
  'sentence_text',
] as const satisfies readonly (keyof Claim)[];

export type Compared = Pick<Claim, (typeof COMPARED)[number]>;

/** A claim with what it is compared by. */
export interface StoredEntry {
  readonly claim: Compared;
  /** What must be equal for two claims to be comparable at all: of a claim that words set beside another, the other's. */
  readonly subject: string;
  /** Whose losses it counts where several sides have some, else as `holderOf` has it. */
  readonly holder: string | null;
  /** The holder; of a claim that words set beside another, the other's. */
  readonly about: string;
  /** Whether words set another claim beside this one. */
  readonly named: boolean;
  /** Whether the words say that it is over: "up from 12", "the first count had been seven". */
  readonly former: boolean;
  /** Whether the words say that it holds on the day it is told. */
  readonly present: boolean;
  /** Whether the words say that it takes the place of an earlier one. */
  readonly newer: boolean;
  /** Whether it counts only what was found. */
  readonly least: boolean;
  /** First of the days on which it was said, from 1970-01-01; unknown ones come last. */
  readonly from: number;
  /** The article it stands in, or that of which its article is a copy. */
  readonly story: string;
  /** Day on which it was said: the speaker's own date, else the article's. */
  readonly on: string | null;
  readonly thing: string | null;
  /** Name of its own entity. */
  readonly entity: string | null;
  /** Country of each of its places, ISO 3166-1; null where unknown. */
  readonly countries: readonly (string | null)[];
  /** Where it holds by what stands around it, where the claim itself names no place; empty where that is not known either. */
  readonly home: Where;
  /** Where the claim names no place: what its article is about, places nearer than a country and then the group or person, the most named first. */
  readonly setting: readonly string[];
}

export interface Entry extends StoredEntry {
  readonly bounds: Bounds;
  /** Time that the words name; null when they name none. */
  readonly time: Period | null;
  readonly said: Period | null;
}

/** A claim with only the columns that the ledger keeps, all empty; from JSON, as an object that grows column by column is a slow one. */
const EMPTY = JSON.parse(JSON.stringify(Object.fromEntries(COMPARED.map((column) => [column, null])))) as Record<string, unknown>;

/** An entry as a text; `unpacked` gives it back with what follows from it. */
export const packed = ({ claim, ...own }: StoredEntry): string => JSON.stringify([COMPARED.map((column) => claim[column]), own]);

export function unpacked(text: string): Entry {
  const [cells, own] = JSON.parse(text) as [unknown[], Omit<StoredEntry, 'claim'>];
  const claim = { ...EMPTY };
  for (let c = 0; c < COMPARED.length; c++) claim[COMPARED[c]] = cells[c];
  return entryOf({ claim: claim as unknown as Compared, ...own });
}

/** The entry with what follows from it. */
export function entryOf(stored: StoredEntry): Entry {
  const { claim, on } = stored;
  const named = claim.when_text === null ? null : periodBetween(claim.when_from, claim.when_to);
  const said = periodOf(on);
  // "Since October": up to the day on which it is said.
  const open = named !== null && said !== null && claim.when_from !== null && claim.when_to === null && said.to > named.to;
  return { ...stored, bounds: leastOf(boundsOf(claim) as Bounds, stored.least), time: open ? { from: named.from, to: said.to } : named, said };
}

/** "Six bodies were found": more may be. */
const leastOf = (bounds: Bounds, least: boolean): Bounds =>
  least && bounds.min === bounds.max ? { ...bounds, max: Number.POSITIVE_INFINITY } : bounds;

/** What entries are sorted by, and the place of the entry itself. */
export interface Filed extends Pick<StoredEntry, 'about' | 'subject' | 'from'>, Pick<Claim, 'document_id' | 'sentence' | 'start' | 'end'> {
  /** 0 for the level before a change, which comes before the one it led to in the same sentence. */
  readonly order: number;
  readonly place: number;
}

export function filed({ claim, about, subject, from, former }: StoredEntry, place: number): Filed {
  const { document_id, sentence, start, end } = claim;
  return { about, subject, from, document_id, sentence, start, end, order: former ? 0 : 1, place };
}

/** "715,000, up from 670,000": the level that the words themselves say is over. */
export const isFormer = ({ change_from, change_to, value, min }: Compared): boolean =>
  change_from !== null && change_to !== null && change_from !== change_to && (value ?? min) === change_from;

/** By subject, then in the order in which they were made. */
export const bySubject = (a: Filed, b: Filed): number =>
  byCodeUnits(a.about, b.about) ||
  byCodeUnits(a.subject, b.subject) ||
  a.from - b.from ||
  byCodeUnits(a.document_id, b.document_id) ||
  a.sentence - b.sentence ||
  a.order - b.order ||
  a.start - b.start ||
  a.end - b.end;

/** What must be equal for two claims to be comparable at all, if no words set one beside the other. */
export function subjectOf(claim: Compared, thing: string | null, holder: string | null): string {
  // "eight of its soldiers" are eight soldiers
  const part = claim.part_of === null || /^(?:its|their|his|her|our) /i.test(claim.part_of) ? '' : 'part';
  const real = claim.modality === 'hypothetical' || claim.modality === 'planned' ? claim.modality : '';
  return [thing ?? '', holder ?? '', claim.event ?? '', measureOf(claim), claim.rate ?? '', changeOf(claim), real, part, claim.polarity].join('\t');
}

/** The entity that a claim is about: the one counted, or, where nothing happens, the one that has what is counted ("the front has 300 fighters"). */
export const holderOf = (claim: Compared): string | null =>
  claim.counted_entity_id ?? (claim.event === null && claim.kind === 'count' && claim.counted !== null ? claim.actor_id : null);

/** Numbers of two measures have nothing in common: "400,000 francs, about $690" is one sum told twice. */
export const measureOf = (claim: Compared): string => (claim.kind === 'count' ? 'count' : `${claim.kind} ${claim.currency ?? claim.unit ?? ''}`);

/** A change told by its size is another figure than the level it leads to. */
const changeOf = (claim: Compared): string => (claim.change !== null && claim.change_to === null && claim.change_by !== null ? claim.change : '');

/** Whose loss or receipt a claim tells, beside what it counts. */
export const victimOf = (claim: Compared): string | null => claim.target_id ?? claim.target?.toLowerCase() ?? null;

/** Whoever says it: an entity's id, else the words folded to lower case. */
export const speakerOf = (claim: Compared): string | null => claim.said_by_id ?? claim.said_by?.toLowerCase() ?? null;
