import { countryOf, entityText, findEntity, GazetteerError, typeOf, type Knowledge } from '../../knowledge/index.js';
import type { Entity, EntityType, Head, Override } from '../../model/index.js';

/** What is known of the entities that overrides speak of, whether or not an article of theirs names them. */
export interface Book {
  /** The fullest description that an article or a gazetteer row gives; null when there is none. */
  readonly describe: (id: string) => Entity | null;
}

/** Looks the entities of overrides up in articles, which are sorted by document and have their ids over all articles. */
export function openBook(overrides: readonly Override[], heads: Iterable<Pick<Head, 'entities'>>, knowledge: Knowledge): Book {
  const wanted = new Set(
    overrides.flatMap(({ id, other, field, value }) => [id, other, ...(/_ids?$/.test(field) ? [value].flat().map(String) : [])]),
  );
  const known = new Map<string, Entity>();
  if (wanted.size > 0)
    for (const { entities } of heads)
      for (const entity of entities)
        if (wanted.has(entity.entity_id) && entity.mentions > (known.get(entity.entity_id)?.mentions ?? 0)) known.set(entity.entity_id, entity);
  return {
    describe(id) {
      const found = known.get(id);
      if (found) return found;
      const row = findEntity(knowledge.entities, id);
      if (row < 0) return null;
      const listed = listedEntity(knowledge, row);
      known.set(id, listed);
      return listed;
    },
  };
}

/** An override that leads to a gazetteer row which is not there is a GazetteerError. */
export function checkTargets(overrides: readonly Override[], { entities }: Knowledge): void {
  for (const { other, action, path, line } of overrides)
    if (other !== '' && action !== 'never-merge' && !other.includes(':~') && findEntity(entities, other) < 0)
      throw new GazetteerError(
        `${path}, line ${line}: no gazetteer row has the id ${other} of the column other; correct it, add the row, or write ~ behind the colon for one of your own.`,
      );
}

export const typeOfId = (id: string): EntityType => id.slice(0, id.indexOf(':')) as EntityType;

/** An entity of the gazetteers that no article names yet. */
function listedEntity({ entities }: Knowledge, row: number): Entity {
  const { id, name, kind, externalIds, latitude, longitude } = entityText(entities, row);
  const parent = entities.parent[row];
  const unknown = Number.isNaN(latitude);
  return {
    entity_id: id,
    type: typeOf(entities, row),
    name,
    kind: kind || null,
    listed: true,
    country: countryOf(entities, row),
    latitude: unknown ? null : latitude,
    longitude: unknown ? null : longitude,
    located: unknown ? null : 'itself',
    parent_id: parent < 0 ? null : entityText(entities, parent).id,
    parent: parent < 0 ? null : entityText(entities, parent).name,
    external_ids: externalIds,
    surface_forms: [],
    documents: 1,
    mentions: 0,
    first_seen: null,
    last_seen: null,
  };
}
