import type { Claim, Override } from '../../model/index.js';
import { evened, fits, quotationOf } from './quote.js';

/** Columns of ids, and the column of names beside each. */
const NAMED = { actor_id: 'actor', target_id: 'target', said_by_id: 'said_by', place_ids: 'places' } as const;

/** The claims that a row of overrides.csv means: by its id, else by its words. More than one: the row does not say which. */
export function meantClaims<Row extends Claim>(claims: readonly Row[], { id, quote }: Override): readonly Row[] {
  const own = claims.filter((claim) => claim.claim_id === id && (quote === '' || isMeant(claim, quote)));
  if (own.length > 0 || quote === '') return own;
  // The figure's own words before a sentence that only holds them.
  const exact = claims.filter((claim) => evened(claim.text) === evened(quote));
  return exact.length > 0 ? exact : claims.filter((claim) => isMeant(claim, quote));
}

function isMeant({ text, sentence_text }: Claim, quote: string): boolean {
  const quotation = quotationOf(quote);
  return fits(quotation, text, sentence_text) && quotation.words.includes(evened(text));
}

/** The claim as the row wants it. A name beside a corrected id becomes that of the id, a bound that was the value moves with it. */
export function corrected<Row extends Claim>(claim: Row, { field, value }: Override, nameOf: (id: string) => string): Row {
  const changed: Record<string, unknown> = { [field]: value };
  const beside = NAMED[field as keyof typeof NAMED];
  if (beside !== undefined) changed[beside] = value === null ? null : Array.isArray(value) ? value.map(nameOf) : nameOf(value as string);
  if (field === 'value')
    for (const bound of ['min', 'max'] as const) if (claim[bound] !== null && claim[bound] === claim.value) changed[bound] = value;
  return { ...claim, ...changed, because: `override correct ${field}; ${claim.because}` };
}

/** An entity under another id and name, or none at all. */
export interface Substitute {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string } | null;
}

/** The claim with another entity in every column that names `from`; words of the text stay, the entity's own name is exchanged. */
export function substituted<Row extends Claim>(claim: Row, { from, to }: Substitute, label: string): Row {
  const id = (one: string | null): string | null => (one === from.id ? (to?.id ?? null) : one);
  const name = (words: string | null, of: string | null): string | null => (of === from.id && to && words === from.name ? to.name : words);
  const kept = claim.place_ids.map((_, i) => i).filter((i) => to !== null || claim.place_ids[i] !== from.id);
  const named = [claim.counted_entity_id, claim.actor_id, claim.target_id, claim.said_by_id, ...claim.place_ids, ...claim.origin_ids];
  if (!named.includes(from.id)) return claim;
  return {
    ...claim,
    counted_entity_id: id(claim.counted_entity_id),
    actor_id: id(claim.actor_id),
    actor: name(claim.actor, claim.actor_id),
    target_id: id(claim.target_id),
    target: name(claim.target, claim.target_id),
    said_by_id: id(claim.said_by_id),
    said_by: name(claim.said_by, claim.said_by_id),
    place_ids: kept.map((i) => id(claim.place_ids[i]) as string),
    places: kept.map((i) => name(claim.places[i], claim.place_ids[i]) as string),
    origin_ids: claim.origin_ids.flatMap((one) => id(one) ?? []),
    because: `${label}; ${claim.because}`,
  };
}
