import type { Entity, Reading } from '../model/index.js';

/** The reading with the ids that its entities have over all articles: those that change. */
export function renameReading(reading: Reading, ids: ReadonlyMap<string, string>): Reading {
  if (ids.size === 0) return reading;
  const idOf = (id: string): string => ids.get(id) ?? id;
  const optional = (id: string | null): string | null => (id === null ? null : idOf(id));
  return {
    ...reading,
    mentions: reading.mentions.map((mention) => ({ ...mention, entity_id: idOf(mention.entity_id) })),
    entities: reading.entities.map((entity): Entity => ({ ...entity, entity_id: idOf(entity.entity_id) })),
    claims: reading.claims.map((claim) => ({
      ...claim,
      counted_entity_id: optional(claim.counted_entity_id),
      actor_id: optional(claim.actor_id),
      target_id: optional(claim.target_id),
      said_by_id: optional(claim.said_by_id),
    })),
  };
}
