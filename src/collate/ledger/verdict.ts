import type { LedgerRow, LedgerVerdict } from '../../model/index.js';
import { slug } from '../../text/index.js';
import { speakerOf, type Entry } from './entries.js';
import type { Relation } from './relations.js';

/** What is true of a group as a whole. */
export interface GroupFacts
  extends Pick<
    LedgerRow,
    'group_id' | 'verdict' | 'claims' | 'independent' | 'span_min' | 'span_max' | 'first_said' | 'first_said_by' | 'last_said' | 'last_said_by'
  > {
  /** Where the first of its entries stands among those of all groups; the others follow. */
  readonly begin: number;
  readonly first_claim: string;
  /** Claims that echo no other. */
  readonly own: number;
}

const STRENGTH: readonly LedgerVerdict[] = ['contradict', 'update', 'widen', 'agree'];

const VERDICTS: Readonly<Record<Relation['relation'], LedgerVerdict>> = {
  first: 'single',
  echoes: 'single',
  agrees: 'agree',
  widens: 'widen',
  updates: 'update',
  precedes: 'update',
  contradicts: 'contradict',
};

/** Looks at one claim of a group after the other, and says at the end what is true of all. */
export function openVerdict() {
  let first: Entry | null = null;
  let last: Entry | null = null;
  let [firstDated, lastDated]: (Entry | null)[] = [null, null];
  let [claims, own] = [0, 0];
  // A speaker counts once an article, as does an article that names none.
  const voices = new Set<string>();
  const found = new Set<LedgerVerdict>();
  // Open ends do not count.
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    see(entry: Entry, { relation }: Relation): void {
      const { claim, story, bounds, on } = entry;
      claims++;
      first ??= entry;
      last = entry;
      if (on !== null) {
        firstDated ??= entry;
        lastDated = entry;
      }
      found.add(VERDICTS[relation]);
      if (relation === 'echoes') return;
      own++;
      voices.add(`${story}\t${speakerOf(claim) ?? ''}`);
      for (const end of [bounds.min, bounds.max]) {
        if (!Number.isFinite(end)) continue;
        low = Math.min(low, end);
        high = Math.max(high, end);
      }
    },
    close(begin: number): GroupFacts {
      const [opening, latest] = [firstDated ?? (first as unknown as Entry), lastDated ?? (last as unknown as Entry)];
      return {
        begin,
        group_id: baseOf(first as unknown as Entry),
        first_claim: (first as unknown as Entry).claim.claim_id,
        own,
        verdict: STRENGTH.find((verdict) => found.has(verdict)) ?? 'single',
        claims,
        independent: voices.size,
        span_min: Number.isFinite(low) ? low : null,
        span_max: Number.isFinite(high) ? high : null,
        first_said: opening.on,
        first_said_by: opening.claim.said_by,
        last_said: latest.on,
        last_said_by: latest.claim.said_by,
      };
    },
  };
}

const NUMBERED = /^place:gn\d/;

/** A readable id made from what the group is about. */
function baseOf({ claim, thing }: Entry): string {
  const local = (id: string): string => id.slice(id.indexOf(':') + 1).replace(/^~/, '');
  // A town by its name: of a number nobody can tell which it is.
  const places = claim.place_ids.slice(0, 2).map((id, i) => (NUMBERED.test(id) ? (claim.places[i] ?? id) : id));
  const parts = [thing ?? '', claim.counted_entity_id, claim.event, ...places].map((part) => local(part ?? ''));
  return `ledger:${slug(parts.filter((part) => part !== '').join(' ')) || claim.kind}`;
}
