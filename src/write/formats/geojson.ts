import type { Claim } from '../../model/index.js';
import type { Found } from '../format.js';

/** Places with coordinates as points (RFC 7946: longitude first), each with the claims that happen there. */
export function* geojson({ findings }: Found): Iterable<string> {
  const claimsAt = new Map<string, Claim[]>();
  for (const claim of findings.claims) {
    for (const id of claim.place_ids) {
      const here = claimsAt.get(id);
      if (here) here.push(claim);
      else claimsAt.set(id, [claim]);
    }
  }
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for (const place of findings.entities) {
    if (place.type !== 'place' || place.latitude === null || place.longitude === null) continue;
    const { entity_id, name, kind, country, documents, mentions, first_seen, last_seen } = place;
    const claims = (claimsAt.get(entity_id) ?? []).map(({ claim_id, text, counted, event, said_by, said_on, sentence_text }) => ({
      claim_id,
      text,
      counted,
      event,
      said_by,
      said_on,
      sentence_text,
    }));
    yield separator +
      JSON.stringify({
        type: 'Feature',
        id: entity_id,
        geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
        properties: { name, kind, country, documents, mentions, first_seen, last_seen, claims },
      });
    separator = ',\n';
  }
  yield '\n]}\n';
}
