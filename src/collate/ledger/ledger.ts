import type { Claim, LedgerRow, LedgerVerdict } from '../../model/index.js';
import { slug } from '../../text/index.js';
import { byCodeUnits, firstOf } from '../order.js';
import { boundsOf, spanOf } from './bounds.js';
import { groupsOf, speakerOf, type Entry, type Group } from './groups.js';
import { periodBetween, periodOf } from './period.js';
import { relationsOf, type Relation } from './relations.js';
import type { ThingReader } from './thing.js';

/** Kinds of numbers that are facts about one person or one game: there is nothing to compare them with. */
const APART: ReadonlySet<Claim['kind']> = new Set(['age', 'ordinal_rank', 'score']);

/** The ledger on its way over the articles. */
export interface Ledger {
  /** Adds the claims of an article that can be compared; `story`: the article, or that of which it is a copy. */
  readonly add: (claims: readonly Claim[], dated: string | null, story: string) => void;
  /**
   * Comparable claims side by side: a row a claim, a group a question ("how many al-Qaeda fighters in Afghanistan"), in groups
   * with the most voices first and in the order in which they were made. The order of articles makes no difference.
   */
  readonly rows: (facts: Facts) => Iterable<LedgerRow>;
}

/** Name and country of entities by their id. */
type Facts = ReadonlyMap<string, { readonly name: string; readonly country: string | null }>;

export function openLedger(thingOf: ThingReader): Ledger {
  const entries: Entry[] = [];
  return {
    add(claims, dated, story) {
      for (const claim of claims) {
        const entry = entryOf(claim, story, dated, thingOf);
        if (entry !== null) entries.push(entry);
      }
    },
    *rows(facts) {
      const groups = groupsOf(entries, (id) => facts.get(id)?.country ?? null);
      const ids = groupIds(groups);
      const judged = groups.map((group, g) => ({ id: ids[g], group, independent: ownOf(group, relationsOf(group)).length }));
      judged.sort((a, b) => firstOf(b.independent - a.independent, b.group.length - a.group.length, byCodeUnits(a.id, b.id)));
      // Rows are made as they are asked for: all of them together would take more room than the claims.
      for (const { id, group } of judged) yield* rowsOf(id, group, facts);
    },
  };
}

/** A claim that can be compared: it names a thing, an entity or an event, and a number. */
function entryOf(claim: Claim, story: string, dated: string | null, thingOf: ThingReader): Entry | null {
  if (claim.salience !== 'claim' || APART.has(claim.kind)) return null;
  const bounds = boundsOf(claim);
  const thing = claim.counted === null && claim.event === null ? null : thingOf(claim);
  if (bounds === null || (thing === null && claim.counted_entity_id === null && claim.event === null)) return null;
  const on = claim.said_on ?? dated;
  const time = claim.when_text === null ? null : periodBetween(claim.when_from, claim.when_to);
  return { claim, story, on, thing, bounds, time, said: periodOf(on) };
}

/** Readable ids made from what a group is about; where two groups are about the same, the first claim tells them apart. */
function groupIds(groups: readonly Group[]): readonly string[] {
  const ids = groups.map(([{ claim, thing }]) => {
    const local = (id: string): string => id.slice(id.indexOf(':') + 1).replace(/^~/, '');
    const parts = [thing ?? '', claim.counted_entity_id, claim.event, ...claim.place_ids.slice(0, 2)].map((part) => local(part ?? ''));
    return `ledger:${slug(parts.filter((part) => part !== '').join(' ')) || claim.kind}`;
  });
  const seen = new Map<string, number>();
  for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  return ids.map((id, g) => (seen.get(id) === 1 ? id : `${id}:${groups[g][0].claim.claim_id}`));
}

/** The entries that echo no other. */
const ownOf = (group: Group, relations: readonly Relation[]): Group => group.filter((_, i) => relations[i].relation !== 'echoes');

function rowsOf(group_id: string, group: Group, facts: Facts): readonly LedgerRow[] {
  const relations = relationsOf(group);
  const own = ownOf(group, relations);
  const span = spanOf(own.map(({ bounds }) => bounds));
  const dated = group.filter(({ on }) => on !== null);
  const [first, last] = [dated[0] ?? group[0], dated.at(-1) ?? group[group.length - 1]];
  const shared = {
    verdict: verdictOf(relations),
    claims: group.length,
    independent: voicesOf(own),
    span_min: span.min,
    span_max: span.max,
    first_said: first.on,
    first_said_by: first.claim.said_by,
    last_said: last.on,
    last_said_by: last.claim.said_by,
  };
  return group.map((entry, i): LedgerRow => {
    const { claim, thing } = entry;
    const { relation, to, because } = relations[i];
    return {
      group_id,
      position: i + 1,
      relation,
      relation_to: to?.claim.claim_id ?? null,
      thing,
      entity_id: claim.counted_entity_id,
      entity: claim.counted_entity_id === null ? null : (facts.get(claim.counted_entity_id)?.name ?? claim.counted_entity_id),
      event: claim.event,
      place_ids: claim.place_ids,
      places: claim.places,
      value: claim.value,
      min: claim.min,
      max: claim.max,
      operator: claim.operator,
      unit: claim.unit,
      currency: claim.currency,
      rate: claim.rate,
      change: claim.change,
      text: claim.text,
      condition: claim.condition,
      modality: claim.modality,
      said_by_id: claim.said_by_id,
      said_by: claim.said_by,
      said_on: entry.on,
      when_from: claim.when_from,
      when_to: claim.when_to,
      ...shared,
      claim_id: claim.claim_id,
      document_id: claim.document_id,
      start: claim.start,
      end: claim.end,
      because,
      sentence_text: claim.sentence_text,
    };
  });
}

/** How many say so by themselves: a speaker counts once an article, as does an article that names none. */
const voicesOf = (entries: readonly Entry[]): number => new Set(entries.map(({ claim, story }) => `${story}\t${speakerOf(claim) ?? ''}`)).size;

const STRENGTH: readonly LedgerVerdict[] = ['contradict', 'update', 'widen', 'agree'];

function verdictOf(relations: readonly Relation[]): LedgerVerdict {
  const verdicts: Readonly<Record<Relation['relation'], LedgerVerdict>> = {
    first: 'single',
    echoes: 'single',
    agrees: 'agree',
    widens: 'widen',
    updates: 'update',
    contradicts: 'contradict',
  };
  const found = new Set(relations.map(({ relation }) => verdicts[relation]));
  return STRENGTH.find((verdict) => found.has(verdict)) ?? 'single';
}
