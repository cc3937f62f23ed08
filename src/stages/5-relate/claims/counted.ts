import { clauseAt, isComma, isEventOfClass, isIn, isOfClass, OF, wordsOf } from '../../../grammar/index.js';
import type { Claim, Figure } from '../../../model/index.js';
import type { Link } from './links/link.js';
import { isCrowd } from './links/understood.js';
import { isLiving } from './living.js';
import { agedPerson, countedEntity } from './parties/entities.js';
import type { Party } from './parties/parties.js';
import type { Scene } from './scene.js';
import type { Voice } from './speakers/memory.js';

type Counted = Pick<Claim, 'unit' | 'counted' | 'counted_via' | 'counted_entity_id'>;

/** What a figure counts: by its own words, by those of the figure it is linked to, or, where nobody says it, by what its event befalls. */
export function countedOf(
  scene: Scene,
  figure: Figure,
  claim: Claim,
  link: Link,
  near: Claim | null,
  event: string | null,
  doer: Party | null,
  voice: Voice | null,
): Counted {
  const { clauses } = scene.document;
  const aged = figure.kind === 'age' ? agedPerson(scene, clauses, figure, voice) : null;
  // "The fire burned 40 houses and killed 12": no houses
  const living = event !== null && isEventOfClass(scene.knowledge, event, 'befalls-living');
  const lifeless = living && figure.countedVia === 'ellipsis' && !isLiving(scene, figure);
  const noun = living && near !== null && near.event !== event && !isLiving(scene, link.noun) ? null : near;
  // "kills 19": only people are killed or held where nobody says what.
  const people =
    figure.kind === 'count' &&
    (figure.value === null || Number.isInteger(figure.value)) &&
    (lifeless || (claim.unit === null && claim.counted === null)) &&
    noun === null &&
    link.named === null &&
    ((event !== null && isEventOfClass(scene.knowledge, event, 'befalls-people')) || isCrowd(scene, clauses, figure, event));
  // "17 of the dead were named; around 50 were injured": those hurt are not the dead.
  // "had $22m, half of it from the fund": of the sum itself
  const sum = noun?.kind === 'money' && noun.sentence === figure.sentence && isOfIt(scene, figure);
  const borrowed = sum
    ? noun.text
    : noun?.counted && noun.event !== event && event !== null && FATE.test(noun.counted)
      ? 'people'
      : (noun?.counted ?? null);
  const often = figure.counted === null && isOften(scene, figure) ? 'times' : null;
  const own = link.pointed || lifeless || isDoer(scene, figure, claim, doer) || isHolder(scene, figure) ? null : claim.counted;
  const counted = aged?.name ?? own ?? often ?? borrowed ?? link.named?.words ?? (people ? 'people' : null);
  const via = aged || often ? 'phrase' : own ? (claim.counted_via ?? 'phrase') : counted ? (link.via ?? 'ellipsis') : null;
  const shared = sum || (figure.kind !== 'count' && figure.kind !== 'fraction') ? null : noun?.unit === '%' ? null : noun?.unit;
  const told = figure.kind !== 'count' && figure.kind !== 'fraction' ? null : (shared ?? link.named?.unit ?? (people ? 'person' : null));
  return {
    unit: (lifeless ? null : claim.unit) ?? told,
    counted,
    counted_via: via,
    counted_entity_id:
      (aged ? aged.id : link.pointed || (own === null && claim.counted !== null) ? null : countedEntity(scene, figure)) ??
      (via === 'ellipsis' && noun ? noun.counted_entity_id : null),
  };
}
const isOfIt = (scene: Scene, { kind, last }: Figure): boolean =>
  (kind === 'fraction' || kind === 'percent') && isIn(scene, last, OF) && isIn(scene, last + 1, IT);
const IT = wordsOf('it that');

/** "The authority gave them [eight billion litres]": who does it is not what is counted. */
function isDoer(scene: Scene, figure: Figure, claim: Claim, doer: Party | null): boolean {
  if (!doer || !figure.counted || figure.kind === 'count' || figure.counted.end > figure.start) return false;
  return doer.id === null ? doer.name === claim.counted : countedEntity(scene, figure) === doer.id;
}

/** "Kariba has [1,080 megawatts]", "Chile lost [64,000 hectares]": a name that merely has so much of a thing is not measured by it. */
function isHolder(scene: Scene, figure: Figure): boolean {
  if ((figure.kind !== 'measure' && figure.kind !== 'area') || !figure.counted || figure.change !== null) return false;
  const { subject, verb } = clauseAt(scene.document.clauses, figure.first);
  if (!subject || verb < figure.first - 2 || verb >= figure.first || !isOfClass(scene, verb, 'holding') || scene.mentionAt[subject.head] < 0)
    return false;
  return figure.counted.end === scene.tokens.end[subject.head];
}

/** Nouns that tell what befell those counted. */
const FATE = /^(?:dead|deaths|killed|wounded|injured|missing|fatalities|casualties|injuries)$/i;

/** "attacked 75 times", "beaten twice" (where no word but the number says so): how often, and not how many times as much. */
const isOften = ({ tokens }: Scene, { unit, counted, countedVia, numberLast }: Figure): boolean =>
  unit === 'time' && countedVia === 'phrase' && (counted === null || counted.start === tokens.start[numberLast]);

/** "Bricks cost twice what they did", "$40, six times its price": what is multiplied is nobody's; "its accounts received 40 times that amount". */
export const isMultiplied = (scene: Scene, figure: Figure): boolean =>
  figure.unit === 'time' &&
  !isOften(scene, figure) &&
  (figure.counted === null || figure.counted.start < scene.tokens.start[figure.first] || isComma(scene, figure.first - 1));
