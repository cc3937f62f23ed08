import type { NameMention, Sense, Tagged } from '../../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../../knowledge/index.js';

/** ISO code → how many names of the article belong to this country and to no other. */
export type CountryCounts = ReadonlyMap<string, number>;

/** Counts the countries an article speaks of: places, peoples and groups all of whose readings lie in one country. */
export function countCountries(document: Tagged, { entities, countries }: Knowledge): CountryCounts {
  const counts = new Map<string, number>();
  for (const { senses, type } of document.names) {
    if (type === 'person' || senses.length === 0) continue;
    // A reading that itself waits for a country to be named is no witness for it.
    if (senses.every((sense) => neededCountries(sense).length > 0)) continue;
    const country = countryOf(entities, senses[0].entity);
    if (country === null) continue;
    // "Poland" is the country, though a dozen towns of the world are called so.
    const itself = countries.get(country) === senses[0].entity;
    if (!itself && senses.some((sense) => countryOf(entities, sense.entity) !== country)) continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

/** Names of its own country from which an article is about it. */
const ABOUT = 3;

/**
 * The readings of a group's name with the free one first, unless another's country is the one that the article speaks of most, and it never
 * speaks of that of the free one: "ADF" in a report from Cameroon.
 */
function ofTheCountry(senses: readonly Sense[], counts: CountryCounts, { entities }: Knowledge): readonly Sense[] {
  const [free] = senses;
  const home = countryOf(entities, free.entity);
  if (home !== null && counts.has(home)) return senses;
  const most = Math.max(ABOUT, ...counts.values());
  const native = senses.find((sense) => neededCountries(sense).some((country) => (counts.get(country) ?? 0) >= most));
  return native === undefined ? senses : [native, ...senses.filter((sense) => sense !== native)];
}

/**
 * The readings of a group's name that fit the article's countries, that of the country it speaks of most first. Every country
 * has its Ministry of Defence: such a row counts only where the article speaks of no other country much more often.
 */
export function atHome(name: NameMention, counts: CountryCounts, knowledge: Knowledge): readonly Sense[] {
  const { entities } = knowledge;
  if (name.type !== 'group' || name.senses.length === 0) return name.senses;
  if (!name.senses.every((sense) => neededCountries(sense).length > 0)) return ofTheCountry(name.senses, counts, knowledge);
  const weight = (sense: Sense): number => Math.max(0, ...neededCountries(sense).map((country) => counts.get(country) ?? 0));
  const most = Math.max(0, ...counts.values());
  const ranked = [...name.senses].sort((a, b) => weight(b) - weight(a));
  return ranked.filter((sense) => !PUBLIC.has(entityText(entities, sense.entity).kind) || weight(sense) * MUCH >= most);
}
const PUBLIC: ReadonlySet<string> = new Set([
  'ministry',
  'government',
  'agency',
  'police',
  'court',
  'legislature',
  'military',
  'central_bank',
  'intelligence_service',
]);
const MUCH = 1.5;

const neededCountries = (sense: Sense): readonly string[] => sense.needs.filter((need) => /^place:[A-Z]{2}$/.test(need)).map((need) => need.slice(6));
