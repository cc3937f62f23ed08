import { FROM, isIn, type Stretch } from '../../../grammar/index.js';
import type { Claim, Figure } from '../../../model/index.js';
import { claimId, claimOf } from './claim.js';
import { conditionFor } from './conditions.js';
import { countedOf, isMultiplied } from './counted.js';
import { happeningOf, isWhole, listedEvent, TOLD } from './events/events.js';
import type { Happening } from './events/words.js';
import { kinOf } from './kin.js';
import { linkOf } from './links/links.js';
import { actorOf } from './parties/actors.js';
import { isGiven } from './parties/owned.js';
import { bareOwnerOf, ownerOf } from './parties/owners.js';
import { targetOf } from './parties/targets.js';
import { subjectPlace, whereaboutsOf } from './places/places.js';
import { salienceOf } from './salience.js';
import type { Place } from './sentences.js';
import { voiceOf } from './speakers/speakers.js';
import { sharesStanding } from './standing/lists.js';
import { standingOf } from './standing/standing.js';
import { NO_TIME } from './times/times.js';

/** The claim that a figure makes in its sentence; `byFigure` holds those made before. */
export function relateFigure(place: Place, figure: Figure, byFigure: ReadonlyMap<Figure, Claim>): Claim {
  const { scene, sentence, figures, silent } = place;
  const { document } = scene;
  const { clauses } = document;
  const claim = claimOf(figure, document, place.quote);
  let because = claim.because;
  const give = (reason: string): void => {
    if (reason !== '') because += `; ${reason}`;
  };
  // "If it lasts I will let go 40 of my 130 pickers", "wants to restart its $20 billion plant, if …": there are 130, and it cost so much.
  const given = isWhole(scene, figure) || isGiven(scene, figure);
  const condition = given ? null : conditionFor(scene, place.conditions, figure, figures);
  const inside = place.conditions.some((one) => one.first <= figure.first && figure.first < one.last);
  const voice = voiceOf(place.scope, figure);
  const link = linkOf(scene, figure, figures, sentence, condition, voice?.speaker.name ?? null, byFigure);
  give(link.because);
  give(voice?.because ?? '');
  const when = place.whens.get(figure) ?? NO_TIME;
  give(when.because);
  const standing = standingOf(scene, figure, sentence, condition, inside, silent, when);
  give(standing.because);
  const telling = silent.find(({ first, last }) => first <= figure.first && figure.first <= first + 2 && figure.last <= last) ?? null;
  const happening: Happening | null = within(
    telling,
    happeningOf(scene, clauses, figure, sentence, link.whole !== null && link.whole.first < figure.first) ??
      (place.lead && !link.whole && TOLD.has(figure.kind) ? listedEvent(scene, figure, place.lead) : null),
  );
  const kin = kinOf(scene, figure, figures, claim, link, byFigure);
  const event = happening?.event ?? kin.same?.event ?? kin.again?.event ?? null;
  give(happening?.because ?? (event ? `event of the ${kin.same ? 'whole' : 'figure before'}` : ''));
  const shared = happening === null ? kin.same : null;
  const rival = happening === null ? kin.rival : null;
  // "promised $116 million: $50 million from Chad": who gives a part is said behind it.
  const doer = figure.kind === 'money' && isIn(scene, figure.last, FROM) ? null : shared;
  const actor = happening ? actorOf(scene, clauses, happening, figure, sentence, voice) : null;
  // "The group has 400 fighters": without an event the subject of the clause is whose number it is.
  const bare = figure.kind === 'count' && figure.counted === null && kin.noun === null;
  const owner =
    event === null && telling === null && (OWNED.has(figure.kind) || figure.unit === 'time') && !isMultiplied(scene, figure)
      ? (ownerOf(scene, clauses, figure, voice) ?? (bare ? bareOwnerOf(scene, clauses, figure, voice) : null))
      : null;
  const toward = happening ? targetOf(scene, clauses, happening, figure, sentence, voice) : null;
  // "promised the heirs 100,000 afghanis, or about $1,300"
  const receiver = shared ?? (link.alternative && kin.told?.event === event ? kin.told : null);
  // "£1.04 on wages for every £1": a figure is nobody that something is done to.
  const target = toward && toward.id === null && figure.kind === 'money' && /\d/.test(toward.name) ? null : toward;
  // "Oran saw 12 attacks": an event that the counted words name by themselves happens to nobody else.
  const holder = figure.kind === 'age' ? null : subjectPlace(scene, clauses, figure, happening?.shape === 'noun' && !target ? null : event);
  // "Merawi had 9,000 inhabitants": a place that merely has something is no actor.
  const party = actor ?? (holder?.some(({ entity_id }) => entity_id === owner?.id) ? null : owner);
  const where = whereaboutsOf(scene, place.sites, clauses, figure, figures, happening, sentence, silent);
  // "Sake lies 25 km from Goma": the place that is so far off, not the one it is measured from.
  // "The queue at Oran has grown, and Gao works at 40 percent": the place that is the subject of the figure's own clause, not one told before it.
  const ahead = holder !== null && where.at.every(({ end }) => end <= holder[0].start);
  const named = holder && (figure.kind === 'distance' || ahead) ? holder : where.at.length > 0 ? where.at : (holder ?? place.back);
  const at = figure.kind === 'age' ? [] : named;
  give(where.because);
  // "€25 million from the union and ¥1.2 billion from Japan were promised", "up to 8 billion francs ($12 million)": stands as the one it goes with.
  const before = link.alternative
    ? kin.model
    : sharesStanding(scene, figures, figure)
      ? (byFigure.get(figures[figures.indexOf(figure) - 1]) ?? null)
      : null;
  return {
    ...claim,
    ...countedOf(scene, figure, claim, link, kin.noun, event, actor, voice),
    part_of: link.whole
      ? claimId(document.id, link.whole)
      : (link.wholeText ?? (link.sameWhole ? (byFigure.get(link.sameWhole)?.part_of ?? null) : null)),
    alternative_of: link.alternative ? claimId(document.id, link.alternative) : null,
    condition: condition?.text ?? null,
    event,
    actor_id: party ? party.id : (doer?.actor_id ?? rival?.actor_id ?? null),
    actor: party ? party.name : (doer?.actor ?? rival?.actor ?? null),
    target_id: target ? target.id : (receiver?.target_id ?? null),
    target: target ? target.name : (receiver?.target ?? null),
    place_ids: at.map((mention) => mention.entity_id),
    places: at.map((mention) => mention.name),
    origin_ids: where.from.map((mention) => mention.entity_id),
    when_from: when.from,
    when_to: when.to,
    when_text: when.text,
    said_by_id: voice?.speaker.id ?? null,
    said_by: voice?.speaker.name ?? null,
    said_on: voice?.speaker.on ?? null,
    said_via: voice?.via ?? null,
    hedge: standing.hedge ?? (kin.model && link.alternative ? kin.model.hedge : null) ?? voice?.hedge ?? null,
    polarity: standing.polarity,
    salience: salienceOf(scene, figure, figures, sentence),
    modality:
      given && standing.modality !== 'denied' && !inside
        ? 'asserted'
        : standing.modality !== 'asserted' || standing.parted || figure.kind === 'age'
          ? standing.modality
          : (voice?.modality ?? before?.modality ?? 'asserted'),
    because,
  };
}

/** "When gunmen stormed the town, two sources said": to those who say so nothing has happened that is told outside the words about them. */
const within = (telling: Stretch | null, happening: Happening | null): Happening | null =>
  telling && happening && (happening.first < telling.first || happening.first >= telling.last) ? null : happening;

/** Kinds of figures that somebody has: a distance or an age is nobody's. */
const OWNED: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'fraction']);
