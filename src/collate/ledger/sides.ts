import type { Claim, Entity } from '../../model/index.js';
import { holderOf } from './entries.js';

// Whose losses a count of the dead and wounded tells, where an article tells those of several sides.

const LOSSES: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured']);
/** Whose forces and offices are those of a country. */
const OF_COUNTRY: ReadonlySet<string | null> = new Set(['military', 'government', 'ministry']);
/** "eight of its soldiers", "15 people on its side": of him who says so. */
const OWN = /\b(?:its|their|our)\b/i;
/** Words before the figure in which "its side" may stand behind it. */
const OWN_SIDE = /^[^.,;:]{0,60}\bon (?:its|their|our) (?:own )?side\b/i;

/**
 * Tells of the claims of one article whose losses they count: a country or a group, by its id; null where the words leave it open, and in
 * articles that tell of one side alone, as what is said without a side is then said of the same. `byForm`: places by their names.
 */
export function sidesOf(
  claims: readonly Claim[],
  known: ReadonlyMap<string, Entity>,
  byForm: ReadonlyMap<string, Entity>,
): (claim: Claim) => string | null {
  const sideOf = (claim: Claim): string | null => {
    if (claim.event === null || !LOSSES.has(claim.event)) return null;
    const counted = holderOf(claim) ?? claim.target_id;
    if (counted !== null) return countryOf(counted, known);
    const at = claim.sentence_text.indexOf(claim.text);
    const own =
      OWN.test(claim.text) || (claim.part_of !== null && OWN.test(claim.part_of)) || OWN_SIDE.test(claim.sentence_text.slice(at + claim.text.length));
    return own ? speakersSide(claim, known, byForm) : null;
  };
  const sides = new Map(claims.map((claim) => [claim, sideOf(claim)]));
  const several = new Set([...sides.values()].filter((side) => side !== null)).size > 1;
  return (claim) => (several ? (sides.get(claim) ?? null) : null);
}

/** The country of a force or an office, where the article names it; any other by its own id. */
function countryOf(id: string, known: ReadonlyMap<string, Entity>): string {
  const entity = known.get(id);
  const country = `place:${entity?.country}`;
  return entity && known.has(country) && (entity.type === 'place' || OF_COUNTRY.has(entity.kind)) ? country : id;
}

/** "Thailand’s army": the country that opens the words, else the speaker himself. */
function speakersSide({ said_by_id, said_by }: Claim, known: ReadonlyMap<string, Entity>, byForm: ReadonlyMap<string, Entity>): string | null {
  if (said_by_id !== null) return countryOf(said_by_id, known);
  const words = (said_by ?? '').split(' ');
  for (let last = Math.min(words.length, LONGEST_NAME); last > 0; last--) {
    const name = words
      .slice(0, last)
      .join(' ')
      .replace(/['’]s?$/, '');
    const place = byForm.get(name);
    if (place) return countryOf(place.entity_id, known);
  }
  return null;
}
/** Words of the longest name of a country that is looked for. */
const LONGEST_NAME = 4;
