import type { EntityType, NameUse, RegionKind, Span, TimexType } from '../model/index.js';
import { type Mark, MarkError, readMarks } from './marks.js';

export interface GoldMention extends Span {
  readonly type: EntityType;
  readonly entity_id: string;
  readonly use: NameUse;
}

export interface GoldDate extends Span {
  readonly type: TimexType;
  readonly timex: string;
}

/** The slots of a numeric claim as written in the claims file; an empty cell is null. */
export type GoldSlots = Readonly<Record<string, string | null>>;

export interface GoldClaim extends Span {
  /** Its number in the article: `c7`. */
  readonly name: string;
  readonly slots: GoldSlots;
}

export interface GoldRegion extends Span {
  readonly kind: RegionKind;
}

/** An article as a person has marked it. */
export interface Gold {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  readonly dates: readonly GoldDate[];
  readonly claims: readonly GoldClaim[];
  /** Title, byline, dateline and furniture; all else is body. */
  readonly regions: readonly GoldRegion[];
}

const NAME = /^(group|person|place):/;
const USES = new Set<string>(['name', 'acronym', 'short', 'alias', 'demonym', 'former', 'reference']);
const REGIONS = new Set<string>(['title', 'byline', 'dateline', 'furniture']);
const TIMES: Readonly<Record<string, TimexType>> = { date: 'DATE', time: 'TIME', duration: 'DURATION', set: 'SET' };

/** The gold of an article from its marked text and the rows of its claims file, by claim. A label or row that fits nothing is a MarkError. */
export function readGold(id: string, marked: string, rows: ReadonlyMap<string, GoldSlots>): Gold {
  const { text, marks } = readMarks(marked);
  const mentions: GoldMention[] = [];
  const dates: GoldDate[] = [];
  const claims: GoldClaim[] = [];
  const regions: GoldRegion[] = [];
  for (const mark of marks) {
    const { start, end } = mark;
    const [word, detail] = split(mark.label);
    if (NAME.test(word))
      mentions.push({ start, end, type: word.slice(0, word.indexOf(':')) as EntityType, entity_id: word, use: useOf(mark, detail) });
    else if (word in TIMES && detail !== '') dates.push({ start, end, type: TIMES[word], timex: detail });
    else if (word === 'claim' && rows.has(detail)) claims.push({ start, end, name: detail, slots: rows.get(detail) as GoldSlots });
    else if (word === 'claim') throw new MarkError(`the claims file has no row ${detail}; add one`);
    else if (REGIONS.has(mark.label)) regions.push({ start, end, kind: mark.label as RegionKind });
    else throw new MarkError(`“${mark.label}” is no label; see corpus/gold/README.md`);
  }
  const named = new Set(claims.map((claim) => claim.name));
  for (const name of rows.keys()) if (!named.has(name)) throw new MarkError(`the claims file has a row ${name}, but no mark names it`);
  return { id, text, mentions, dates, claims, regions };
}

function split(label: string): readonly [string, string] {
  const blank = label.indexOf(' ');
  return blank < 0 ? [label, ''] : [label.slice(0, blank), label.slice(blank + 1).trim()];
}

function useOf(mark: Mark, detail: string): NameUse {
  if (detail === '') return 'name';
  if (!USES.has(detail)) throw new MarkError(`“${mark.label}”: the use is one of ${[...USES].join(', ')}`);
  return detail as NameUse;
}
