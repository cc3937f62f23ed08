import type { Mention, Resolved, Tagged } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { resolveDates } from './dates.js';
import { entitiesOf } from './entities.js';
import { decide, type Identity } from './identities.js';
import { resolveReferences } from './references.js';
import { placesAround } from './unlisted-places.js';

/** Decides which entity each name and reference means, and which day each time expression. */
export function resolve(document: Tagged, knowledge: Knowledge): Resolved {
  const decisions = decide(document, knowledge);
  const identities = new Map<string, Identity>();
  const named: Mention[] = document.names.map((name, i) => {
    const { identity, use, because } = decisions[i];
    identities.set(identity.id, identity);
    return {
      mention_id: `${document.id}#${name.start}-${name.end}`,
      document_id: document.id,
      sentence: name.sentence,
      start: name.start,
      end: name.end,
      text: document.text.slice(name.start, name.end),
      type: identity.type,
      use,
      entity_id: identity.id,
      name: identity.name,
      because,
    };
  });
  const referred = resolveReferences(document, knowledge, named, identities);
  const mentions = referred.length === 0 ? named : [...named, ...referred].sort((a, b) => a.start - b.start);
  const around = placesAround(document, named, identities);
  return { ...document, mentions, entities: entitiesOf(document, knowledge, mentions, identities, around), dates: resolveDates(document) };
}
