import type { Sense } from '../../../model/index.js';
import { entityText, type Knowledge } from '../../../knowledge/index.js';

/**
 * Points of a reading before the article is heard: two for each power of ten of people, more for the capital of a country;
 * a country stands above any town.
 */
export function priorOf(knowledge: Knowledge, { entity, use }: Sense, senses: readonly Sense[]): number {
  const { entities } = knowledge;
  const { id, kind } = entityText(entities, entity);
  // Few people use another name for a small place, or a name that is no longer used.
  const strange = use === 'former' ? 6 : use === 'alias' && id.startsWith('place:gn') ? (hasNamesake(knowledge, entity, senses) ? 3 : 1) : 0;
  const people = 2 * Math.log10(Math.max(entities.population[entity], FEW));
  if (kind === 'province') return people + (holdsItsCity(knowledge, entity, senses) ? -2.5 : 1.5) - strange;
  if (kind === 'district') return people - (holdsItsCity(knowledge, entity, senses) ? 4.5 : 2) - strange;
  if (kind === 'city') return people + (entities.capital[entity] === 1 ? 4 : 0) - strange;
  return (kind === 'country' ? 19 : 16) - strange;
}

/** People of a place of which the number is not known. */
const FEW = 500;

/**
 * Whether another reading is a town inside this unit that has a fifth of its people: the bare name then means the town, unless a second word
 * tells the two apart, as in Johor and Johor Bahru ("City" is left out again: New York).
 */
function holdsItsCity(knowledge: Knowledge, unit: number, senses: readonly Sense[]): boolean {
  const { population } = knowledge.entities;
  const isCity = ({ entity }: Sense): boolean =>
    entity !== unit && population[entity] * 5 > population[unit] && unitsAbove(knowledge, entity).includes(unit);
  return senses.some(
    (sense) => isCity(sense) && !goesOn(entityText(knowledge.entities, sense.entity).name, entityText(knowledge.entities, unit).name),
  );
}

const goesOn = (town: string, unit: string): boolean =>
  town.startsWith(`${unit} `) && town !== `${unit} City` && /^\p{Lu}\S*$/u.test(town.slice(unit.length + 1));

/** Whether another town bears the name as its own and has a quarter of the people: Pokrovsk, which Engels was called once. */
function hasNamesake({ entities }: Knowledge, town: number, senses: readonly Sense[]): boolean {
  const { population } = entities;
  return senses.some(
    ({ entity, use }) =>
      entity !== town && use === 'name' && population[entity] * 4 > population[town] && entityText(entities, entity).kind === 'city',
  );
}

/** The units and the country above an entity, nearest first. */
export function unitsAbove({ entities }: Knowledge, entity: number): readonly number[] {
  const units: number[] = [];
  for (let at = entities.parent[entity]; at >= 0 && units.length < 5; at = entities.parent[at]) units.push(at);
  return units;
}

/** The reading with the highest prior, and whether no other country has one near it. */
export function likeliest(knowledge: Knowledge, senses: readonly Sense[]): { readonly sense: Sense; readonly plain: boolean } {
  const priors = senses.map((sense) => priorOf(knowledge, sense, senses));
  const best = priors.indexOf(Math.max(...priors));
  const { country } = knowledge.entities;
  const home = country[senses[best].entity];
  return {
    sense: senses[best],
    plain: senses.every((sense, i) => country[sense.entity] === home || priors[i] <= priors[best] - CLEAR),
  };
}

/** A reading so much likelier than those of other countries that the name counts as evidence before it is decided. */
const CLEAR = 3;
