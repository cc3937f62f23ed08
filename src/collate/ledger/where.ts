import type { Claim, Entity } from '../../model/index.js';

/** Places of claims with the country of each; null where unknown. */
export interface Where {
  readonly ids: readonly string[];
  readonly countries: readonly (string | null)[];
}

const NOWHERE: Where = { ids: [], countries: [] };

/** An article speaks of one country when so large a share of its places lies there. */
const MAIN = 0.6;

/**
 * Tells of the claims of one article, in their order, where those hold that name no place themselves: the country that the counted words name
 * ("Kenya’s inflation rate", "Turkish exports"); else of an event the place of the claim before it that tells of the same event, or of the first
 * one behind it; else the country that the article speaks of. Linear in claims and entities.
 */
export function whereReader(claims: readonly Claim[], entities: readonly Entity[]): WhereReader {
  const places = entities.filter(({ type }) => type === 'place');
  const known = new Map(places.map((place) => [place.entity_id, place]));
  const byForm = new Map(places.flatMap((place) => [place.name, ...place.surface_forms].map((form) => [form, place])));
  const whereOf = (ids: readonly string[]): Where => ({ ids, countries: ids.map((id) => known.get(id)?.country ?? null) });
  const main = mainCountry(places);
  const before = new Map<string, Where>();
  const behind = new Map<string, Where>();
  for (const { event, place_ids } of claims) if (event !== null && place_ids.length > 0 && !behind.has(event)) behind.set(event, whereOf(place_ids));
  const homeOf = (claim: Claim): Where => {
    const { event, place_ids, counted } = claim;
    if (place_ids.length > 0) {
      if (event !== null) before.set(event, whereOf(place_ids));
      return NOWHERE;
    }
    const owner = ownerIn(counted, byForm);
    if (owner) return whereOf([owner.place.entity_id]);
    const told = event === null ? undefined : (before.get(event) ?? behind.get(event));
    return told ?? (event !== null || claim.kind === 'percent' ? main : NOWHERE);
  };
  const withoutOwner = (counted: string | null): string | null => {
    const owner = ownerIn(counted, byForm);
    return owner && counted !== null ? counted.split(/\s+/).slice(owner.words).join(' ') : counted;
  };
  return { homeOf, withoutOwner, byForm };
}

/** Reads where the claims of one article hold. */
export interface WhereReader {
  readonly homeOf: (claim: Claim) => Where;
  /** The counted words without the place that opens them: "Ghana inflation" is inflation. */
  readonly withoutOwner: (counted: string | null) => string | null;
  /** The places of the article by their names. */
  readonly byForm: ReadonlyMap<string, Entity>;
}

/** The place whose name or people open the words: "Kenya’s inflation rate", "Turkish exports"; undefined when none does. */
function ownerIn(counted: string | null, byForm: ReadonlyMap<string, Entity>): { readonly place: Entity; readonly words: number } | undefined {
  const words = counted?.split(/\s+/) ?? [];
  for (let last = Math.min(words.length - 1, LONGEST_NAME); last > 0; last--) {
    const found = byForm.get(
      words
        .slice(0, last)
        .join(' ')
        .replace(/['’]s?$/, ''),
    );
    if (found) return { place: found, words: last };
  }
  return undefined;
}
/** Words of the longest name of a place that is looked for. */
const LONGEST_NAME = 4;

function mainCountry(places: readonly Entity[]): Where {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { country, mentions } of places) {
    if (country === null) continue;
    all += mentions;
    counts.set(country, (counts.get(country) ?? 0) + mentions);
  }
  for (const [country, count] of counts) if (count >= MAIN * all) return { ids: [`place:${country}`], countries: [country] };
  return NOWHERE;
}
