import type { Knowledge } from '../../../knowledge/index.js';
import type { Claim, Figure, Resolved } from '../../../model/index.js';
import { relateFigure } from './figure.js';
import { rivalOf, type Told } from './links/rivals.js';
import { sceneOf } from './scene.js';
import { around, type Place, placesOf } from './sentences.js';
import { scopesOf } from './speakers/speakers.js';

/** Turns the figures of each document into claims: whose, where, when, says who, on what condition. Sorted by start. */
export function relateClaims(documents: readonly Resolved[], knowledge: Knowledge): readonly (readonly Claim[])[] {
  const scenes = documents.map((document) => (document.figures.length === 0 ? null : sceneOf(document, knowledge)));
  const scopes = scenes.map((scene) => (scene === null ? [] : scopesOf(scene)));
  const places = scenes.map((scene, i) => (scene === null ? [] : placesOf(scene, scopes[i])));
  return places.map(claimsOf);
}

function claimsOf(places: readonly Place[]): readonly Claim[] {
  const claims: Claim[] = [];
  const byFigure = new Map<Figure, Claim>();
  const told: Told[] = [];
  for (const place of places) {
    for (let i = 0; i < place.figures.length; i++) {
      const figure = place.figures[i];
      const related = relateFigure(place.vast ? around(place, i) : place, figure, byFigure);
      const claim = place.vast ? related : besideRival(place, figure, related, told);
      byFigure.set(figure, claim);
      told.push({ figure, claim });
      claims.push(claim);
    }
  }
  return claims;
}

/** The claim, set beside another count of the same if one was told before it. */
function besideRival({ scene, sentence }: Place, figure: Figure, claim: Claim, told: readonly Told[]): Claim {
  const rival = claim.alternative_of === null ? rivalOf(scene, figure, claim, told, sentence) : null;
  if (!rival) return claim;
  const { other, via } = rival;
  // "The first count had been seven dead": what the words beside it say it counts stays
  const named = figure.counted !== null && figure.counted.start >= figure.start && figure.counted.end <= figure.end;
  const noun = via && !named && { counted: other.counted, counted_via: via, unit: claim.unit ?? other.unit, event: claim.event ?? other.event };
  return { ...claim, ...noun, alternative_of: other.claim_id, because: `${claim.because}; ${rival.because}` };
}
