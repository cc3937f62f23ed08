import type { Claim, Figure, Mention, Resolved } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { actorOf, targetOf, type Party } from './actors.js';
import { claimId, claimOf } from './claim.js';
import { conditionFor, conditionsOf, type Condition } from './conditions.js';
import { happeningOf, type Happening } from './events.js';
import { linkOf } from './parts.js';
import { pointsBack, sitesOf, whereaboutsOf, type Sites } from './places.js';
import { datesIn, figuresIn, sceneOf, tokenSpan, type Scene, type Stretch } from './scene.js';
import { scopesOf, voiceOf, type Scope, type Voice } from './speakers.js';
import { standingOf } from './standing.js';
import { whenOf } from './times.js';

/** Turns figures into claims: whose, where, when, says who, on what condition. Sorted by start. */
export function relateClaims(document: Resolved, knowledge: Knowledge): readonly Claim[] {
  if (document.figures.length === 0) return [];
  const scene = sceneOf(document, knowledge);
  const scopes = scopesOf(scene);
  const claims: Claim[] = [];
  const byFigure = new Map<Figure, Claim>();
  let sitesBefore: { readonly sentence: number; readonly sites: Sites } | null = null;
  for (const sentence of document.sentences) {
    const figures = figuresIn(scene, sentence.index);
    if (figures.length === 0) continue;
    const scope = scopes[sentence.index];
    const silent = scope.voices.map((one) => one.silent);
    let sites = sitesOf(scene, sentence, silent);
    const place: Place = { scene, sentence, figures, scope, silent, sites, conditions: conditionsOf(scene, sentence), back: [] };
    if (pointsBack(scene, sentence) && sentence.index > 0) {
      const earlier = sitesBefore?.sentence === sentence.index - 1 ? sitesBefore.sites : sitesOf(scene, document.sentences[sentence.index - 1], []);
      place.back.push(...earlier.sites.filter((site) => site.use !== 'from').map((site) => site.mention));
    }
    for (const figure of figures) {
      const claim = relateOne(place, figure, byFigure);
      byFigure.set(figure, claim);
      claims.push(claim);
    }
    sites = place.sites;
    sitesBefore = { sentence: sentence.index, sites };
  }
  return claims;
}

/** Events that befall every part of what they befall: "killed 12, three of them women". */
const SHARED: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'arrested', 'kidnapped', 'displaced', 'infected', 'executed', 'sentenced', 'rescued', 'trapped']);

/** What the figures of one sentence share. */
interface Place {
  readonly scene: Scene;
  readonly sentence: Stretch & { readonly index: number };
  readonly figures: readonly Figure[];
  readonly scope: Scope;
  readonly silent: readonly Stretch[];
  readonly sites: Sites;
  readonly conditions: readonly Condition[];
  /** Places that "these locations" points back to. */
  readonly back: Mention[];
}

function relateOne(place: Place, figure: Figure, byFigure: ReadonlyMap<Figure, Claim>): Claim {
  const { scene, sentence, figures, silent } = place;
  const { document } = scene;
  const claim = claimOf(figure, document);
  const reasons = [claim.because];
  const give = (reason: string): void => {
    if (reason !== '') reasons.push(reason);
  };
  const condition = conditionFor(place.conditions, figure, figures);
  const inside = place.conditions.some((one) => one.first <= figure.first && figure.first < one.last);
  const link = linkOf(scene, figure, figures, sentence, condition, byFigure);
  give(link.because);
  const voice = voiceOf(scene, place.scope, figure);
  give(voice?.because ?? '');
  const when = whenOf(scene, figure, figures, datesIn(scene, sentence.index), sentence, silent);
  give(when.because);
  const standing = standingOf(scene, figure, sentence, condition, inside, silent);
  give(standing.because);
  const happening: Happening | null = figure.kind === 'age' ? null : happeningOf(scene, figure, sentence, link.whole !== null);
  const model = (link.whole && byFigure.get(link.whole)) ?? (link.alternative && byFigure.get(link.alternative)) ?? null;
  const nounOf = (link.noun && byFigure.get(link.noun)) ?? null;
  const event = happening?.event ?? (model?.event && (link.alternative || SHARED.has(model.event)) ? model.event : null);
  give(happening?.because ?? (event ? 'event of the whole' : ''));
  const actor = happening ? pronounResolved(actorOf(scene, happening, figure, sentence), voice) : null;
  const target = happening ? targetOf(scene, happening, figure, sentence) : null;
  const where = whereaboutsOf(scene, place.sites, figure, figures, happening, sentence);
  const at = figure.kind === 'age' ? [] : where.at.length > 0 ? where.at : place.back;
  give(where.because);
  const counted = claim.counted ?? nounOf?.counted ?? null;
  const countedVia = claim.counted ? (claim.counted_via ?? 'phrase') : counted ? (link.via ?? 'ellipsis') : null;
  return {
    ...claim,
    unit: claim.unit ?? (nounOf && figure.kind === 'count' ? nounOf.unit : null),
    counted, counted_via: countedVia,
    counted_entity_id: entityIn(scene, figure) ?? (countedVia === 'ellipsis' && nounOf ? nounOf.counted_entity_id : null),
    part_of: link.whole ? claimId(document.id, link.whole) : link.wholeText,
    alternative_of: link.alternative ? claimId(document.id, link.alternative) : null,
    condition: condition?.text ?? null,
    event,
    actor_id: actor?.id ?? null, actor: actor?.name ?? null, target_id: target?.id ?? null, target: target?.name ?? null,
    place_ids: at.map((mention) => mention.entity_id), places: at.map((mention) => mention.name), origin_ids: where.from.map((mention) => mention.entity_id),
    when_from: when.from, when_to: when.to, when_text: when.text,
    said_by_id: voice?.speaker.id ?? null, said_by: voice?.speaker.name ?? null, said_on: voice?.speaker.on ?? null, said_via: voice?.via ?? null,
    hedge: standing.hedge, polarity: standing.polarity, modality: standing.modality,
    because: reasons.join('; '),
  };
}

/** "It said it had killed 37 soldiers": a pronoun without a name in its sentence is the one who speaks. */
function pronounResolved(actor: Party | null, voice: Voice | null): Party | null {
  if (!actor || !actor.name.startsWith('?')) return actor;
  const speaker = voice?.speaker;
  if (!speaker || speaker.id === null || (actor.name === '?person') !== (speaker.type === 'person')) return null;
  return { id: speaker.id, name: speaker.name };
}

/** The entity that the counted words name: "al-Qaeda fighters", "Afghans"; a demonym gives its place. */
function entityIn(scene: Scene, figure: Figure): string | null {
  if (!figure.counted) return null;
  const { first, last } = tokenSpan(scene, figure.counted);
  for (let token = first; token < last; token++) {
    const owner = scene.mentionAt[token];
    if (owner >= 0) return scene.document.mentions[owner].entity_id;
  }
  return null;
}
