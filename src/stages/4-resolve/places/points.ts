import type { NameMention, Rule, Sense } from '../../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../../knowledge/index.js';
import { priorOf, unitsAbove } from './priors.js';
import type { Surroundings } from './surroundings.js';
import { others, type Likely, type Votes } from './votes.js';

/** What an article tells of its place names, asked for each of them. */
export interface Article {
  readonly knowledge: Knowledge;
  readonly names: readonly NameMention[];
  readonly likely: Likely;
  readonly votes: Votes;
  /** Spelling → what words beside it said that it means, where the article first did. */
  readonly told: Map<string, number>;
}

/** A name to be decided, with what is known of its place in the article. */
export interface Asked {
  readonly index: number;
  readonly near: Surroundings;
  readonly key: string;
  readonly paragraph: number;
  /** Whether it stands in a list of its own kind, so that the next item is not where it lies: "Niger, Nigeria and Togo". */
  readonly listed: boolean;
}

export interface Points {
  readonly points: number;
  readonly because: string;
  /** Whether words beside the name said so. */
  readonly told: boolean;
}

/** A rule that gives points to a reading; the first of a reading that gives any says why. */
interface PlaceRule extends Rule<(article: Article, asked: Asked, entity: number, kind: string) => number> {
  readonly because: (article: Article, asked: Asked, entity: number) => string;
  /** Whether words beside the name say so. */
  readonly told: boolean;
}

/** What speaks for a reading; the highest outweigh the people of any city. */
export const PLACE_RULES: readonly PlaceRule[] = [
  {
    id: 'place.parent',
    reads: 'its country or unit stands beside it: “Paris, Texas”',
    // "Niger, Nigeria and Togo" is a list, "Salem, Ore., and Provo, Utah" one of towns with their states.
    find: ({ knowledge, names }, { near, listed }, entity) =>
      near.container >= 0 &&
      !(near.tight && listed && !names[near.container].senses.every(({ use }) => use === 'acronym')) &&
      names[near.container].senses.some((above) => isAbove(knowledge, above.entity, entity))
        ? near.tight
          ? 20
          : 12
        : 0,
    because: () => 'its parent stands beside it',
    told: true,
  },
  {
    id: 'place.content',
    reads: 'a place that lies in it stands beside it',
    find: ({ knowledge, names }, { near }, entity) =>
      near.content >= 0 && names[near.content].senses.some((below) => isAbove(knowledge, entity, below.entity)) ? 10 : 0,
    because: () => 'a place of it stands beside it',
    told: true,
  },
  {
    id: 'place.head',
    reads: 'the word for its kind stands beside it: “Herat province”',
    find: (_, { near }, __, kind) => (near.head === kind ? 8 : 0),
    because: (_, { near }) => `"${near.headWord}" beside it`,
    told: true,
  },
  {
    id: 'place.unit-head',
    reads: 'the word for a lower unit stands beside it, which some lands give to their first: “Mandera county”',
    // "Poltava district" lies around the town, not in all of the region of that name.
    find: ({ knowledge, names }, { near, index }, entity, kind) =>
      near.head !== 'district' || kind !== 'province' || (near.headWord === 'district' && holdsNamesake(knowledge, entity, names[index].senses))
        ? 0
        : 5,
    because: (_, { near }) => `"${near.headWord}" beside it`,
    told: true,
  },
  {
    id: 'place.located',
    reads: 'a preposition of place stands before it, so that the land is meant and not its people: “fighting in Rakhine”',
    find: (_, { near }, __, kind) => (near.located && kind !== 'people' ? 5 : 0),
    because: () => 'something is said to be there',
    told: false,
  },
  {
    id: 'place.told',
    reads: 'words beside the name told it elsewhere in the article',
    // "Gao region" in an article that puts Gao into Mali: what stands beside the name itself says more.
    find: ({ told }, { key, near }, entity) => (told.get(key) !== entity ? 0 : near.head === null ? 12 : 2),
    because: () => 'told elsewhere in the article',
    told: false,
  },
  {
    id: 'place.peer',
    reads: 'it is listed with places of its kind, unit or country',
    find: (article, { index, near }, entity) => (hasPeer(article, index, near, entity, -1) ? 4 : 0),
    because: () => 'listed with places of its kind',
    told: false,
  },
  {
    id: 'place.abroad',
    reads: 'another name of a place gives way to one of a country that the article speaks of, when it never speaks of that of the first',
    find: ({ knowledge, names, votes }, { key, index }, entity) => {
      const { senses } = names[index];
      const use = senses.find((sense) => sense.entity === entity)?.use;
      if ((use !== 'alias' && use !== 'former') || countryOf(knowledge.entities, entity) === null) return 0;
      const spoken = (one: number): boolean => {
        const code = countryOf(knowledge.entities, one);
        const country = code === null ? undefined : knowledge.countries.get(code);
        return country !== undefined && (others(votes.named.get(country), key) > 0 || others(votes.inside.get(country), key) > 0);
      };
      return !spoken(entity) && senses.some((sense) => spoken(sense.entity)) ? -ABROAD : 0;
    },
    because: () => '',
    told: false,
  },
  {
    id: 'place.country',
    reads: 'the article speaks of its country and units',
    find: (article, { key, paragraph }, entity) => supportOf(article, entity, key, paragraph),
    because: ({ knowledge }, _, entity) => `the article speaks of ${countryOf(knowledge.entities, entity)}`,
    told: false,
  },
];

/** Adds up what speaks for one reading; the first rule that gives points says why. */
export function pointsOf(article: Article, asked: Asked, sense: Sense): Points {
  const { knowledge, names } = article;
  const { entity } = sense;
  const kind = kindOf(knowledge, entity);
  let points = priorOf(knowledge, sense, names[asked.index].senses);
  let why: PlaceRule | null = null;
  let beside = false;
  for (const rule of PLACE_RULES) {
    const more = rule.find(article, asked, entity, kind);
    points += more;
    if (more <= 0) continue;
    why ??= rule;
    beside ||= rule.told;
  }
  return { points, because: why === null ? 'largest of its name' : why.because(article, asked, entity), told: beside };
}

/** Whether a neighbour in its list, other than `except`, is of the same kind and in the same unit or country as this reading. */
export function hasPeer({ knowledge, names, likely }: Article, index: number, near: Surroundings, entity: number, except: number): boolean {
  const { entities } = knowledge;
  for (let at = Math.max(near.listFirst, index - 2); at <= Math.min(near.listLast, index + 2); at++) {
    if (at === index || at === except || names[at].senses.length === 0) continue;
    const other = likely(at).sense.entity;
    if (other !== entity && entities.parent[other] === entities.parent[entity] && kindOf(knowledge, other) === kindOf(knowledge, entity)) return true;
  }
  return false;
}

/** Whether a town inside the unit bears its name: "Gao region" tells nothing of a bare "Gao". */
export const holdsNamesake = (knowledge: Knowledge, unit: number, senses: readonly Sense[]): boolean =>
  senses.some(({ entity }) => entity !== unit && kindOf(knowledge, entity) === 'city' && unitsAbove(knowledge, entity).includes(unit));

/** The kind of an entity’s row: city, province, people, … */
export const kindOf = ({ entities }: Knowledge, entity: number): string => entityText(entities, entity).kind;

/** Points that another name of a place abroad loses. */
const ABROAD = 5;

/** A city of a hundred times the people keeps its name against a town in the country of the article. */
const WEIGHT = 0.8;

/** Points for how much an article speaks of the country and the units of a reading, its own spelling aside. */
function supportOf({ knowledge, votes }: Article, entity: number, key: string, paragraph: number): number {
  const code = countryOf(knowledge.entities, entity);
  const country = code === null ? undefined : knowledge.countries.get(code);
  if (country === undefined) return 0;
  const inside = Math.min(3, others(votes.inside.get(country), key));
  let points = (others(votes.named.get(country), key) > 0 ? 1 : 0) + (inside > 0 ? inside + 0.5 : 0);
  if (others(votes.paragraphs.get(paragraph)?.get(country), key) > 0) points += 1;
  let units = 0;
  for (const unit of [entity, ...unitsAbove(knowledge, entity)])
    if (unit !== country) units = Math.max(units, Math.min(2, others(votes.inside.get(unit), key)));
  return WEIGHT * (points + (units > 0 ? units + 1 : 0));
}

/** Whether `above` is the country or a unit in which an entity lies. */
function isAbove(knowledge: Knowledge, above: number, entity: number): boolean {
  if (above === entity) return false;
  const code = countryOf(knowledge.entities, entity);
  return unitsAbove(knowledge, entity).includes(above) || (code !== null && knowledge.countries.get(code) === above);
}
