import type { Entity, Mention, Tagged } from '../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../knowledge/index.js';
import type { Identity } from './names/identities.js';

const NOWHERE = { latitude: Number.NaN, longitude: Number.NaN };

/**
 * One record for each entity that the article mentions, sorted by id; surface forms with the most frequent first. `around`
 * tells of places that no row lists in which listed place they lie.
 */
export function entitiesOf(
  document: Tagged,
  knowledge: Knowledge,
  mentions: readonly Mention[],
  identities: ReadonlyMap<string, Identity>,
  around: ReadonlyMap<string, number>,
): readonly Entity[] {
  const forms = new Map<string, Map<string, number>>();
  for (const mention of mentions) {
    let counts = forms.get(mention.entity_id);
    if (!counts) forms.set(mention.entity_id, (counts = new Map()));
    if (mention.use !== 'reference') counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1);
  }
  const seen = document.dated?.on ?? null;
  return [...forms.keys()].sort().map((id) => {
    const identity = identities.get(id) as Identity;
    const counts = forms.get(id) as Map<string, number>;
    // "the group" and "he" are no names and count as none.
    let names = 0;
    for (const count of counts.values()) names += count;
    const surfaces = [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([surface]) => (/[^\S ]| {2}/.test(surface) ? surface.replace(/\s+/g, ' ') : surface));
    const { entities } = knowledge;
    const row = identity.listed;
    const parent = row >= 0 ? entities.parent[row] : (around.get(id) ?? -1);
    // A place that no row lists is put where the town, district or province lies that it is said to lie in.
    const at = row >= 0 ? row : parent >= 0 && NEAR.has(entityText(entities, parent).kind) ? parent : -1;
    const { latitude, longitude } = at < 0 ? NOWHERE : entityText(entities, at);
    return {
      entity_id: id,
      type: identity.type,
      name: identity.name,
      kind: identity.kind,
      listed: row >= 0,
      country: row >= 0 ? countryOf(entities, row) : parent >= 0 ? countryOf(entities, parent) : null,
      latitude: Number.isNaN(latitude) ? null : latitude,
      longitude: Number.isNaN(longitude) ? null : longitude,
      located: Number.isNaN(latitude) ? null : at === row ? 'itself' : 'parent',
      parent_id: parent < 0 ? null : entityText(entities, parent).id,
      parent: parent < 0 ? null : entityText(entities, parent).name,
      external_ids: row < 0 ? [] : entityText(entities, row).externalIds,
      surface_forms: [...new Set(surfaces)],
      documents: 1,
      mentions: names,
      first_seen: seen,
      last_seen: seen,
    };
  });
}

/** Kinds of places small enough to say where on the map something inside them is. */
const NEAR: ReadonlySet<string> = new Set(['city', 'district', 'province', 'island']);
