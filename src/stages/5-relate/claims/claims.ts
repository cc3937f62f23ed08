import { FROM, isComma, isIn, type Stretch } from '../../../grammar/index.js';
import type { Claim, Figure, Mention, Resolved } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { actorOf } from './parties/actors.js';
import { bareOwnerOf, isGiven, ownerOf } from './parties/owners.js';
import { claimId, claimOf } from './claim.js';
import { conditionFor, conditionsOf, type Condition } from './conditions.js';
import { agedPerson, countedEntity } from './parties/entities.js';
import type { Happening } from './events/words.js';
import { comparedTo, isGapped, isRecount } from './events/recount.js';
import { happeningOf, isWhole, listedEvent, TOLD } from './events/events.js';
import { linkOf } from './links/links.js';
import { rivalOf, type Told } from './links/rivals.js';
import { placesNamed, pointsBack, subjectPlace, whereaboutsOf } from './places/places.js';
import { type Site, sitesOf } from './places/sites.js';
import { datesIn, figuresIn, mentionsIn, sceneOf, wordsBetween, type Scene } from './scene.js';
import { opener } from './links/lists.js';
import { isCrowd } from './links/understood.js';
import { salienceOf } from './salience.js';
import { scopesOf, voiceOf, type Scope } from './speakers/speakers.js';
import { sharesStanding } from './standing/lists.js';
import { standingOf } from './standing/standing.js';
import { targetOf } from './parties/targets.js';
import { type When, whensOf } from './times/times.js';

/** Turns the figures of each document into claims: whose, where, when, says who, on what condition. Sorted by start. */
export function relateClaims(documents: readonly Resolved[], knowledge: Knowledge): readonly (readonly Claim[])[] {
  const scenes = documents.map((document) => (document.figures.length === 0 ? null : sceneOf(document, knowledge)));
  const scopes = scenes.map((scene) => (scene === null ? [] : scopesOf(scene)));
  const places = scenes.map((scene, i) => (scene === null ? [] : placesOf(scene, scopes[i])));
  return places.map(claimsOf);
}

/** The sentences that hold figures, each with what these share. */
function placesOf(scene: Scene, scopes: readonly Scope[]): readonly Place[] {
  const { document } = scene;
  const places: Place[] = [];
  for (const sentence of document.sentences) {
    const figures = figuresIn(scene, sentence.index);
    if (figures.length === 0) continue;
    const scope = scopes[sentence.index];
    const silent = scope.voices.map((one) => one.silent);
    const vast = figures.length > MOST_FIGURES || sentence.last - sentence.first > LONGEST_SENTENCE;
    const conditions = vast ? [] : conditionsOf(scene, sentence);
    places.push({
      scene,
      sentence,
      figures,
      scope,
      silent,
      sites: vast ? [] : sitesOf(scene, sentence, silent, conditions),
      conditions,
      whens: whensOf(scene, sentence, figures, vast ? [] : datesIn(scene, sentence.index), silent, conditions),
      back: pointsBack(scene, sentence) && sentence.index > 0 ? placesNamed(mentionsIn(scene, sentence.index - 1)) : [],
      vast,
      quote: vast ? '' : wordsBetween(scene, sentence.first, sentence.last),
      lead: document.sentences[opener(scene, sentence.index)] ?? null,
    });
  }
  return places;
}

function claimsOf(places: readonly Place[]): readonly Claim[] {
  const claims: Claim[] = [];
  const byFigure = new Map<Figure, Claim>();
  const told: Told[] = [];
  for (const place of places) {
    for (let i = 0; i < place.figures.length; i++) {
      const figure = place.figures[i];
      const related = relateOne(place.vast ? around(place, i) : place, figure, byFigure);
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

/** "attacked 75 times", "beaten twice" (where no word but the number says so): how often, and not how many times as much. */
const isOften = ({ tokens }: Scene, { unit, counted, countedVia, numberLast }: Figure): boolean =>
  unit === 'time' && countedVia === 'phrase' && (counted === null || counted.start === tokens.start[numberLast]);

/** "Bricks cost twice what they did", "$40, six times its price": what is multiplied is nobody's; "its accounts received 40 times that amount". */
const isMultiplied = (scene: Scene, figure: Figure): boolean =>
  figure.unit === 'time' &&
  !isOften(scene, figure) &&
  (figure.counted === null || figure.counted.start < scene.tokens.start[figure.first] || isComma(scene, figure.first - 1));

/** A "sentence" beyond these sizes is a table or a list without stops: each figure then sees only what stands around it, which keeps the cost linear. */
const MOST_FIGURES = 40;
const NO_TIME: When = { text: null, from: null, to: null, because: '' };
const LONGEST_SENTENCE = 600;

/** Kinds of figures that somebody has: a distance or an age is nobody's. */
const OWNED: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'fraction']);

/** Events that befall people, so that a bare number of them is one of people. */
const HUMAN: ReadonlySet<string> = new Set([
  'killed',
  'wounded',
  'arrested',
  'displaced',
  'kidnapped',
  'missing',
  'infected',
  'executed',
  'sentenced',
  'charged',
  'raped',
  'tortured',
  'trapped',
  'fled',
  'evacuated',
  'rescued',
  'protested',
  'surrendered',
  'recruited',
  'vaccinated',
  'elected',
  'dismissed',
]);

/** Nouns that tell what befell those counted. */
const FATE = /^(?:dead|deaths|killed|wounded|injured|missing|fatalities|casualties|injuries)$/i;

function around(place: Place, index: number): Place {
  const figure = place.figures[index];
  const first = Math.max(place.sentence.first, figure.first - 60);
  const last = Math.min(place.sentence.last, figure.last + 60);
  const sentence = { ...place.sentence, first, last };
  return {
    ...place,
    sentence,
    figures: place.figures.slice(Math.max(0, index - 12), index + 12),
    silent: [],
    conditions: [],
    back: [],
    scope: { ...place.scope, voices: [], quotes: [] },
    sites: sitesOf(place.scene, sentence, [], []),
    vast: true,
    quote: wordsBetween(place.scene, first, last),
  };
}

/** What the figures of one sentence share. */
interface Place {
  readonly scene: Scene;
  readonly sentence: Stretch & { readonly index: number };
  readonly figures: readonly Figure[];
  readonly scope: Scope;
  readonly silent: readonly Stretch[];
  readonly vast: boolean;
  /** The sentence in one line; of a vast one only what stands around the figure. */
  readonly quote: string;
  readonly sites: readonly Site[];
  readonly conditions: readonly Condition[];
  readonly whens: ReadonlyMap<Figure, When>;
  /** The sentence that opened the list this one is an item of. */
  readonly lead: Stretch | null;
  /** Places that "these locations" points back to. */
  readonly back: readonly Mention[];
}

/** "When gunmen stormed the town, two sources said": to those who say so nothing has happened that is told outside the words about them. */
const within = (telling: Stretch | null, happening: Happening | null): Happening | null =>
  telling && happening && (happening.first < telling.first || happening.first >= telling.last) ? null : happening;

function relateOne(place: Place, figure: Figure, byFigure: ReadonlyMap<Figure, Claim>): Claim {
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
  const standing = standingOf(scene, figure, sentence, condition, inside, silent);
  give(standing.because);
  const telling = silent.find(({ first, last }) => first <= figure.first && figure.first <= first + 2 && figure.last <= last) ?? null;
  const happening: Happening | null = within(
    telling,
    happeningOf(scene, clauses, figure, sentence, link.whole !== null && link.whole.first < figure.first) ??
      (place.lead && !link.whole && TOLD.has(figure.kind) ? listedEvent(scene, figure, place.lead) : null),
  );
  const model = (link.whole && byFigure.get(link.whole)) ?? (link.alternative && byFigure.get(link.alternative)) ?? null;
  const nounOf = (link.noun && byFigure.get(link.noun)) ?? null;
  // "killed 12, three of them women", "up from 430": a part, and a bare number beside its noun, share what is told of the other.
  const told = model?.event && (link.alternative || model.sentence === claim.sentence) ? model : null;
  const partial = isWhole(scene, figure) || !TOLD.has(figure.kind);
  const gapped = isGapped(scene, figure, figures) ? (byFigure.get(figures[figures.indexOf(figure) - 1]) ?? null) : null;
  const bareKin = nounOf && nounOf.sentence === claim.sentence && link.via === 'ellipsis' && figure.counted === null ? nounOf : null;
  const kin = partial ? null : (told ?? bareKin ?? gapped);
  // "Officials have now put the figure at 127", "5,200 fled, up from 3,900": what happened is the same as told of the other, not who did it.
  const tallied = nounOf?.event && HUMAN.has(nounOf.event) && nounOf.sentence < claim.sentence && link.via === 'ellipsis' && figure.counted === null;
  const compared = comparedTo(scene, figure, figures);
  const again = partial || kin ? null : tallied && isRecount(scene, clauses, figure) ? nounOf : ((compared && byFigure.get(compared)) ?? null);
  // "arrested 12, up from 3": who did it then did it before.
  const rival = compared && again?.event && !happening ? again : null;
  const event = happening?.event ?? kin?.event ?? again?.event ?? null;
  give(happening?.because ?? (event ? `event of the ${kin ? 'whole' : 'figure before'}` : ''));
  const shared = happening === null ? kin : null;
  // "promised $116 million: $50 million from Chad": who gives a part is said behind it.
  const doer = figure.kind === 'money' && isIn(scene, figure.last, FROM) ? null : shared;
  const actor = happening ? actorOf(scene, clauses, happening, figure, sentence, voice) : null;
  // "The group has 400 fighters": without an event the subject of the clause is whose number it is.
  const bare = figure.kind === 'count' && figure.counted === null && nounOf === null;
  const owner =
    event === null && telling === null && (OWNED.has(figure.kind) || figure.unit === 'time') && !isMultiplied(scene, figure)
      ? (ownerOf(scene, clauses, figure, voice) ?? (bare ? bareOwnerOf(scene, clauses, figure, voice) : null))
      : null;
  const toward = happening ? targetOf(scene, clauses, happening, figure, sentence, voice) : null;
  // "promised the heirs 100,000 afghanis, or about $1,300"
  const receiver = shared ?? (link.alternative && told?.event === event ? told : null);
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
  const aged = figure.kind === 'age' ? agedPerson(scene, clauses, figure, voice) : null;
  // "kills 19": only people are killed or held where nobody says what.
  const people =
    figure.kind === 'count' &&
    (figure.value === null || Number.isInteger(figure.value)) &&
    claim.unit === null &&
    claim.counted === null &&
    nounOf === null &&
    link.named === null &&
    ((event !== null && HUMAN.has(event)) || isCrowd(scene, clauses, figure, event));
  // "17 of the dead were named; around 50 were injured": those hurt are not the dead.
  const borrowed = nounOf?.counted && nounOf.event !== event && event !== null && FATE.test(nounOf.counted) ? 'people' : (nounOf?.counted ?? null);
  const often = figure.counted === null && isOften(scene, figure) ? 'times' : null;
  const own = link.pointed ? null : claim.counted;
  const counted = aged?.name ?? own ?? often ?? borrowed ?? link.named?.words ?? (people ? 'people' : null);
  const countedVia = aged || often ? 'phrase' : own ? (claim.counted_via ?? 'phrase') : counted ? (link.via ?? 'ellipsis') : null;
  // "€25 million from the union and ¥1.2 billion from Japan were promised", "up to 8 billion francs ($12 million)": stands as the one it goes with.
  const before = link.alternative
    ? model
    : sharesStanding(scene, figures, figure)
      ? (byFigure.get(figures[figures.indexOf(figure) - 1]) ?? null)
      : null;
  return {
    ...claim,
    unit:
      claim.unit ??
      (figure.kind !== 'count' && figure.kind !== 'fraction'
        ? null
        : ((nounOf?.unit === '%' ? null : nounOf?.unit) ?? link.named?.unit ?? (people ? 'person' : null))),
    counted,
    counted_via: countedVia,
    counted_entity_id:
      (aged ? aged.id : link.pointed ? null : countedEntity(scene, figure)) ??
      (countedVia === 'ellipsis' && nounOf ? nounOf.counted_entity_id : null),
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
    hedge: standing.hedge ?? (model && link.alternative ? model.hedge : null) ?? voice?.hedge ?? null,
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
