import type { Claim, Entity, Reading } from '../model/index.js';
import { byCodeUnits } from './order.js';

// Ids of one article become ids of all articles: before it is decided who is who, counts keep the entities of each article apart.

const BETWEEN = '\n';

/** The reading with its article written behind each id that only this article has given: its counts stay apart from those of others. */
export function inArticle(reading: Reading): Reading {
  const own = new Set(reading.profiles.map(({ entity_id }) => entity_id));
  if (own.size === 0) return reading;
  const { document_id } = reading.document;
  const key = (id: string): string => (own.has(id) ? `${id}${BETWEEN}${document_id}` : id);
  return {
    ...reading,
    presences: reading.presences.map((presence) => ({ ...presence, entity_id: key(presence.entity_id) })),
    sightings: reading.sightings.map((sighting) => ({ ...sighting, a_id: key(sighting.a_id), b_id: key(sighting.b_id) })),
  };
}

/** The id over all articles of a key that `inArticle` made. */
export function ofArticle(key: string, idOf: (documentId: string, entityId: string) => string): string {
  const at = key.indexOf(BETWEEN);
  return at < 0 ? key : idOf(key.slice(at + 1), key.slice(0, at));
}

/** The reading with the ids that its entities have over all articles. */
export function renameReading(reading: Reading, idOf: (id: string) => string): Reading {
  if (reading.profiles.every(({ entity_id }) => idOf(entity_id) === entity_id)) return reading;
  const optional = (id: string | null): string | null => (id === null ? null : idOf(id));
  return {
    ...reading,
    mentions: reading.mentions.map((mention) => ({ ...mention, entity_id: idOf(mention.entity_id) })),
    presences: reading.presences.map((presence) => ({ ...presence, entity_id: idOf(presence.entity_id) })),
    sightings: reading.sightings.map((sighting) => {
      const [a_id, b_id] = [idOf(sighting.a_id), idOf(sighting.b_id)].sort(byCodeUnits);
      return { ...sighting, a_id, b_id };
    }),
    entities: reading.entities.map((entity): Entity => ({ ...entity, entity_id: idOf(entity.entity_id) })),
    claims: reading.claims.map(
      (claim): Claim => ({
        ...claim,
        counted_entity_id: optional(claim.counted_entity_id),
        actor_id: optional(claim.actor_id),
        target_id: optional(claim.target_id),
        said_by_id: optional(claim.said_by_id),
      }),
    ),
  };
}
