import type { Sense } from '../../../model/index.js';
import { countryOf } from '../../../knowledge/index.js';
import { kindOf, type Article } from './points.js';
import type { Surroundings } from './surroundings.js';
import { others } from './votes.js';

/** People of a town from which somebody may speak of it anywhere, and names inside a country from which an article plays there. */
const HEARD_OF = 20_000;
const PLAYS = 3;

/**
 * Whether an article that plays in one country bears a name which rows know only of a small town, or as another name of a place, in a country
 * that it never speaks of: "Minieh" in a report from Lebanon is no town on the Nile.
 */
export function isStray({ knowledge, votes }: Article, { entity, use }: Sense, key: string): boolean {
  const { entities } = knowledge;
  if (kindOf(knowledge, entity) !== 'city' || entities.capital[entity] === 1) return false;
  const heard = use === 'alias' || use === 'former' ? HEARD_OF * HEARD_OF : HEARD_OF;
  if (entities.population[entity] >= heard) return false;
  const code = countryOf(entities, entity);
  const own = code === null ? undefined : knowledge.countries.get(code);
  if (own === undefined || others(votes.named.get(own), key) > 0 || others(votes.inside.get(own), key) > 0) return false;
  for (const country of knowledge.countries.values()) if (others(votes.inside.get(country), key) >= PLAYS) return true;
  return false;
}

/** People from which a town's name is that town, whatever stands behind it: "In Nairobi, Tanzania beat Kenya". */
const GREAT = 300_000;

/** "Aberdeen, Eastern Cape,": whether a unit closed by a comma says where the place lies, and no reading lies there. */
export function isElsewhere({ knowledge, names }: Article, index: number, near: Surroundings): boolean {
  if (!near.tight || !near.closed || near.listLast - near.listFirst > 1) return false;
  const { entities } = knowledge;
  const around = names[near.container].senses;
  if (around.length === 0 || !around.every(({ entity }) => UNITS.has(kindOf(knowledge, entity)))) return false;
  return names[index].senses.every(
    ({ entity }) =>
      TOWNS.has(kindOf(knowledge, entity)) &&
      entities.population[entity] < GREAT &&
      !around.some((above) => entities.country[above.entity] === entities.country[entity]),
  );
}
const UNITS: ReadonlySet<string> = new Set(['province', 'country']);
const TOWNS: ReadonlySet<string> = new Set(['city', 'district']);
