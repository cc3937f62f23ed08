import type { Entity, Mention, Profile, Related } from '../model/index.js';
import { byCodeUnits, byFrequency } from './order.js';

/** Mentions on either side that count as company; in longer lists nobody knows who belongs to whom. */
const REACH = 6;
const MOST_COUNTRIES = 2;
const MOST_COMPANIONS = 12;

/** What the article tells of each person and group that no gazetteer lists, sorted by id. */
export function profilesOf(article: Related): readonly Profile[] {
  const { mentions } = article;
  const entities = new Map(article.entities.map((entity) => [entity.entity_id, entity]));
  const home = countriesOf(mentions, entities);
  const gathered = new Map<string, { countries: Map<string, number>; companions: Map<string, number> }>();
  mentions.forEach((mention, i) => {
    const entity = entities.get(mention.entity_id);
    if (!entity || entity.listed || entity.type === 'place') return;
    let own = gathered.get(mention.entity_id);
    if (!own) gathered.set(mention.entity_id, (own = { countries: new Map(), companions: new Map() }));
    for (let n = Math.max(0, i - REACH); n <= i + REACH && n < mentions.length; n++) {
      const other = mentions[n];
      if (other.sentence !== mention.sentence || other.entity_id === mention.entity_id) continue;
      if (other.type !== 'place') add(own.companions, other.entity_id);
      else add(own.countries, entities.get(other.entity_id)?.country);
    }
  });
  return [...gathered]
    .sort((a, b) => byCodeUnits(a[0], b[0]))
    .map(([entity_id, { countries, companions }]) => {
      const entity = entities.get(entity_id) as Entity;
      const near = byFrequency(countries).slice(0, MOST_COUNTRIES);
      return {
        entity_id,
        type: entity.type,
        name: entity.name,
        role: roleOf(entity.kind),
        countries: [...new Set([...near, ...home])].sort(byCodeUnits),
        companions: byFrequency(companions).slice(0, MOST_COMPANIONS).sort(byCodeUnits),
        mentions: entity.mentions,
      };
    });
}

/** The country that the article speaks of most, if it speaks of one more than of others. */
function countriesOf(mentions: readonly Mention[], entities: ReadonlyMap<string, Entity>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type, entity_id } of mentions) if (type === 'place') add(counts, entities.get(entity_id)?.country);
  const [first, second] = byFrequency(counts);
  return first === undefined || (second !== undefined && counts.get(second) === counts.get(first)) ? [] : [first];
}

const roleOf = (kind: string | null): string | null => kind?.toLowerCase().replace(/[.]/g, '').trim() || null;

function add(counts: Map<string, number>, key: string | null | undefined): void {
  if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
}
