import type { Mention, Reference, Tagged } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { descriptionsOf, isLand } from '../names/descriptions.js';
import type { Identity } from '../names/identities.js';
import { isInstitution, kindsFor } from '../names/kinds.js';
import { unitsAbove } from '../places/priors.js';
import { remember, seenNames, singular, type Seen, type SeenNames } from '../names/seen-names.js';

/**
 * Whom references such as "the group" mean, in the order of `document.references`: an entity named before them whose name holds the
 * noun ("the circle" after "Rubber Circle"), one that the article calls so ("Rubber Circle, a charity"), else the one whose kind the
 * noun tells; null where several could be meant and none stands out.
 */
export function resolveReferences(
  document: Tagged,
  knowledge: Knowledge,
  named: readonly Mention[],
  identities: ReadonlyMap<string, Identity>,
): readonly (Meaning | null)[] {
  if (document.references.length === 0) return [];
  const seen = seenNames();
  const descriptions = descriptionsOf(document, knowledge);
  const whole = onlyOnes(named, identities);
  let next = 0;
  return document.references.map((reference) => {
    for (; next < named.length && named[next].end <= reference.start; next++) {
      const mention = named[next];
      remember(seen, mention, identities.get(mention.entity_id) as Identity, descriptions.get(mention.start) ?? [], isHeading(document, mention));
    }
    return antecedent(reference, seen, whole, knowledge, isLand(document, knowledge, reference.last - 1));
  });
}

/** Whether a name stands in the headline or the dateline, which tell where the article plays. */
const isHeading = ({ sentences, regions }: Tagged, { sentence, start, end }: Mention): boolean =>
  sentences[sentence]?.region === 'title' || regions.slice(0, TOP).some((one) => one.kind === 'dateline' && one.start <= start && end <= one.end);
/** A dateline is among the first regions of a page. */
const TOP = 12;

/** Whom words that point back mean, and why. */
export interface Meaning {
  readonly identity: Identity;
  readonly because: string;
}

function antecedent(
  reference: Reference,
  seen: SeenNames,
  whole: ReadonlyMap<string, Identity | null>,
  knowledge: Knowledge,
  land: boolean,
): Meaning | null {
  const { head, kinds, types, sentence } = reference;
  const wanted = kindsFor(kinds);
  const institution = isInstitution(kinds);
  const fits = ({ identity, sentence: named }: Seen): boolean =>
    named >= reference.broughtUp && types.includes(identity.type) && (!institution || (identity.listed >= 0 && wanted.has(identity.kind ?? '')));
  const noun = singular(head.slice(head.lastIndexOf(' ') + 1));
  // "Lake Chad" is the lake, but Port Elizabeth is not the port.
  const bears = ({ identity }: Seen): boolean => identity.type !== 'place' || land || singular(lastWord(identity.name)) === noun;
  const namesake = nearest(
    (seen.byWord.get(noun) ?? []).filter((one) => fits(one) && bears(one)),
    sentence,
  );
  if (namesake) return { identity: namesake.identity, because: `${namesake.identity.name} bears the word` };

  const told = [...wanted].filter((kind) => kind !== '');
  const alike = byRecency(told.flatMap((kind) => seen.byKind.get(kind) ?? []).filter(fits));
  // Groups whose kind nobody told are asked only where none of the right kind was named.
  const near = alike.length > 0 || told.length === wanted.size ? alike : (seen.byKind.get('') ?? []).filter(fits);
  const candidates = kinds.includes('capital') ? capitals(seen, knowledge).filter(fits) : near;
  // The city is the scene of the article, the province the last one named or, where several were, the one it speaks of most.
  const clear =
    (kinds.includes('city') ? null : outstanding(candidates, sentence)) ??
    (types.includes('place')
      ? (topic(candidates, sentence) ?? (kinds.includes('district') ? null : around(candidates, seen, knowledge, sentence)))
      : null);
  const before = soleBefore(kinds, seen, reference);
  if (before && (!clear || clear.sentence < before.sentence))
    return { identity: before.identity, because: `${before.identity.name} is the only group named right before` };
  if (clear)
    return {
      identity: clear.identity,
      because: candidates.length === 1 ? `only ${clear.identity.name} was named before` : `${clear.identity.name} stands out`,
    };
  if (candidates.length > 0 || !institution) return null;
  for (const kind of wanted) {
    const only = whole.get(kind);
    if (only && only.listed >= 0) return { identity: only, because: `the article names only ${only.name}` };
  }
  return null;
}

/**
 * "Cabo Ligado, an observatory, counted 34 attacks. The group …": the one group that the sentence before names, where it is of a kind that the
 * noun can mean as well, though it mostly means others; null when that sentence names several, or this one another before the noun.
 */
function soleBefore(rowKinds: readonly string[], seen: SeenNames, { sentence }: Reference): Seen | null {
  const loose = rowKinds.flatMap((kind) => ALSO[kind] ?? []);
  if (loose.length === 0) return null;
  const groups = [...seen.byKind.values()].flatMap((list) => list.filter((one) => one.identity.type === 'group' && one.sentence >= sentence - 1));
  const [one, ...others] = [...new Set(groups)];
  return one !== undefined && others.length === 0 && one.sentence === sentence - 1 && loose.includes(one.identity.kind ?? '') ? one : null;
}

/** Kinds that a noun of a row's kind can mean beside those it stands for, when nothing else was named right before. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  armed_group: ['media', 'ngo', 'think_tank', 'organisation', 'trade_union', 'alliance', 'religious_body', 'party'],
  organisation: ['media', 'armed_group', 'movement', 'party', 'militia'],
  party: ['armed_group', 'movement', 'militia', 'alliance'],
};

/** Capitals of countries named so far, the one named last first. */
const capitals = (seen: SeenNames, { entities }: Knowledge): readonly Seen[] =>
  (seen.byKind.get('city') ?? []).filter(({ identity }) => identity.listed >= 0 && entities.capital[identity.listed] === 1);

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase();

const byRecency = (list: readonly Seen[]): readonly Seen[] => [...new Set(list)].sort((a, b) => b.at - a.at);

/** Within so many sentences a name is fresh in mind; beyond the larger number only a name that the article repeats. */
const NEAR = 3;
const FAR = 30;

/** The one named last, unless another was named in the same breath. */
function nearest([first, second]: readonly Seen[], sentence: number): Seen | null {
  if (!first || sentence - first.sentence > FAR) return null;
  return second && second.sentence === first.sentence && first.count <= second.count ? null : first;
}

/** The one named last, if no other was named shortly before, or it is named more often than all of them. */
function outstanding([first, ...others]: readonly Seen[], sentence: number): Seen | null {
  if (!first) return null;
  if (others.length === 0) return sentence - first.sentence <= (first.count > 1 ? FAR : 2 * NEAR) ? first : null;
  if (sentence - first.sentence > NEAR) return null;
  // "the Indonesian border": a land named only by its people's adjective gives way to one named itself.
  if (!first.own && others.some((other) => other.own)) return null;
  const rivals = others.filter((other) => other.sentence >= sentence - NEAR);
  return rivals.every((rival) => first.count > rival.count && first.sentence > rival.sentence) ? first : null;
}

/**
 * The one that the article speaks of twice as often as of any other: "the city" is its scene, not the town passed through last. One that
 * headline or dateline names is the scene when none is named more often and no other was just named.
 */
function topic(list: readonly Seen[], sentence: number): Seen | null {
  const [first, second] = [...list].sort((a, b) => b.count - a.count || b.at - a.at);
  if (!first) return null;
  if (!second) return sentence - first.sentence <= (first.count > 1 ? FAR : 2 * NEAR) ? first : null;
  if (first.count >= 2 * second.count) return first;
  const scenes = list.filter((one) => one.headed);
  const [scene] = scenes;
  if (scenes.length !== 1 || scene.count < first.count) return null;
  return list.every((one) => one === scene || one.sentence < sentence - 1) ? scene : null;
}

/** "Shelling in Gao went on. The province …": the only one in which the towns just named lie. */
function around(list: readonly Seen[], seen: SeenNames, knowledge: Knowledge, sentence: number): Seen | null {
  const towns = (seen.byKind.get('city') ?? []).filter((town) => town.sentence >= sentence - NEAR && town.identity.listed >= 0);
  if (towns.length === 0) return null;
  const [holding, ...others] = list.filter(({ identity }) =>
    towns.every((town) => unitsAbove(knowledge, town.identity.listed).includes(identity.listed)),
  );
  if (!holding || others.length > 0) return null;
  return list.every((one) => one === holding || one.sentence < sentence) ? holding : null;
}

/** Kind → the one entity of the article that is of this kind; null when there are several. */
function onlyOnes(named: readonly Mention[], identities: ReadonlyMap<string, Identity>): ReadonlyMap<string, Identity | null> {
  const only = new Map<string, Identity | null>();
  for (const { entity_id } of named) {
    const identity = identities.get(entity_id) as Identity;
    const kind = identity.kind ?? '';
    const known = only.get(kind);
    if (known === undefined) only.set(kind, identity);
    else if (known !== null && known.id !== identity.id) only.set(kind, null);
  }
  return only;
}
