import type { NameMention, Rule, Sense, Tagged } from '../../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../../knowledge/index.js';
import { foldWord } from '../../../text/index.js';
import { likeliest, priorOf, unitsAbove } from './priors.js';
import { surroundings, type Surroundings } from './surroundings.js';
import { others, votesOf, type Likely, type Votes } from './votes.js';

/** Which place a name means: the entity and what decided; null for a place that no row lists, though rows give its name to others. */
export interface PlaceChoice {
  readonly entity: number;
  readonly because: string;
}

/**
 * Decides between places of one name, by points: how many people live there, the place it is said to lie in or that is said
 * to lie in it, the head word beside it, its neighbours in a list, the countries and units that the article speaks of, and
 * what the name was said to mean elsewhere in the article. Returns one choice for each name that has place readings.
 */
export function choosePlaces(document: Tagged, knowledge: Knowledge): ReadonlyMap<NameMention, PlaceChoice | null> {
  const { names, sentences, text } = document;
  const choices = new Map<NameMention, PlaceChoice | null>();
  const folded = new Map<string, string>();
  const keys = names.map((name) => {
    if (name.senses.length === 0) return '';
    const written = text.slice(name.start, name.end);
    let key = folded.get(written);
    if (key === undefined) folded.set(written, (key = foldWord(written)));
    return key;
  });
  const around = surroundings(document, knowledge);
  const likely = likelyReadings(knowledge, names, keys);
  const votes = votesOf(document, knowledge, keys, likely);
  const article: Article = { knowledge, names, likely, votes, told: new Map() };
  const ask = (i: number) => choose(article, i, around[i] as Surroundings, keys[i], sentences[names[i].sentence].paragraph);
  const open: number[] = [];
  // Names told by what stands beside them first: they tell the other mentions of the same name.
  names.forEach((name, i) => {
    const near = around[i];
    if (near === null || name.senses.length === 0) return;
    if (isElsewhere(article, i, near)) {
      choices.set(name, null);
      return;
    }
    if (name.senses.length === 1) {
      choices.set(name, isStray(article, name.senses[0], keys[i]) ? null : { entity: name.senses[0].entity, because: '' });
      return;
    }
    if (near.container < 0 && near.content < 0 && near.head === null) {
      open.push(i);
      return;
    }
    const choice = ask(i);
    choices.set(name, choice);
    if (choice.told && !article.told.has(keys[i]) && !(isApart(near) && holdsNamesake(knowledge, choice.entity, name.senses)))
      article.told.set(keys[i], choice.entity);
  });
  const memory = new Map<string, PlaceChoice>();
  for (const i of open) {
    const { listFirst, listLast } = around[i] as Surroundings;
    // The same name in the same paragraph means the same, unless a list tells more.
    const key = listFirst < listLast ? '' : `${keys[i]} ${names[i].senses[0].entity} ${sentences[names[i].sentence].paragraph}`;
    const choice = memory.get(key) ?? ask(i);
    if (key !== '') memory.set(key, choice);
    const sense = names[i].senses.find(({ entity }) => entity === choice.entity) as Sense;
    choices.set(names[i], isStray(article, sense, keys[i]) ? null : choice);
  }
  return choices;
}

/** People of a town from which somebody may speak of it anywhere, and names inside a country from which an article plays there. */
const HEARD_OF = 20_000;
const PLAYS = 3;

/**
 * Whether an article that plays in one country bears a name which rows know only of a small town, or as another name of a place, in a country
 * that it never speaks of: "Minieh" in a report from Lebanon is no town on the Nile.
 */
function isStray({ knowledge, votes }: Article, { entity, use }: Sense, key: string): boolean {
  const { entities } = knowledge;
  if (kindOf(knowledge, entity) !== 'city' || entities.capital[entity] === 1) return false;
  const heard = use === 'alias' || use === 'former' ? HEARD_OF * HEARD_OF : HEARD_OF;
  if (entities.population[entity] >= heard) return false;
  const code = countryOf(entities, entity);
  const own = code === null ? undefined : knowledge.countries.get(code);
  if (own === undefined || others(votes.named.get(own), key) > 0 || others(votes.inside.get(own), key) > 0) return false;
  for (const country of knowledge.countries.values()) if (others(votes.inside.get(country), key) >= PLAYS) return true;
  return false;
}

/** People from which a town's name is that town, whatever stands behind it: "In Nairobi, Tanzania beat Kenya". */
const GREAT = 300_000;

/** "Aberdeen, Eastern Cape,": whether a unit closed by a comma says where the place lies, and no reading lies there. */
function isElsewhere({ knowledge, names }: Article, index: number, near: Surroundings): boolean {
  if (!near.tight || !near.closed || near.listLast - near.listFirst > 1) return false;
  const { entities } = knowledge;
  const around = names[near.container].senses;
  if (around.length === 0 || !around.every(({ entity }) => UNITS.has(kindOf(knowledge, entity)))) return false;
  return names[index].senses.every(
    ({ entity }) =>
      TOWNS.has(kindOf(knowledge, entity)) &&
      entities.population[entity] < GREAT &&
      !around.some((above) => entities.country[above.entity] === entities.country[entity]),
  );
}
const UNITS: ReadonlySet<string> = new Set(['province', 'country']);
const TOWNS: ReadonlySet<string> = new Set(['city', 'district']);

/** Whether the word beside a name tells its unit from the town of that name: "Gao region", while the state of New York is often the bare name, too. */
const isApart = ({ head, headWord }: Surroundings): boolean => head !== null && !/^states?$/.test(headWord);

/** Whether a town inside the unit bears its name: "Gao region" tells nothing of a bare "Gao". */
const holdsNamesake = (knowledge: Knowledge, unit: number, senses: readonly Sense[]): boolean =>
  senses.some(({ entity }) => entity !== unit && kindOf(knowledge, entity) === 'city' && unitsAbove(knowledge, entity).includes(unit));

/** Asks once for each spelling and set of readings. */
function likelyReadings(knowledge: Knowledge, names: readonly NameMention[], keys: readonly string[]): Likely {
  const known = new Map<string, ReturnType<typeof likeliest>>();
  const answers: ReturnType<typeof likeliest>[] = new Array(names.length);
  return (i) => {
    if (answers[i] !== undefined) return answers[i];
    const { senses } = names[i];
    const key = `${keys[i]} ${senses.length} ${senses[0].entity}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = likeliest(knowledge, senses)));
    answers[i] = found;
    return found;
  };
}

interface Article {
  readonly knowledge: Knowledge;
  readonly names: readonly NameMention[];
  readonly likely: Likely;
  readonly votes: Votes;
  /** Spelling → what words beside it said that it means, where the article first did. */
  readonly told: Map<string, number>;
}

/** A name to be decided, with what is known of its place in the article. */
interface Asked {
  readonly index: number;
  readonly near: Surroundings;
  readonly key: string;
  readonly paragraph: number;
  /** Whether it stands in a list of its own kind, so that the next item is not where it lies: "Niger, Nigeria and Togo". */
  readonly listed: boolean;
}

interface Points {
  readonly points: number;
  readonly because: string;
  /** Whether words beside the name said so. */
  readonly told: boolean;
}

/** The likeliest reading, and whether words beside the name said so. */
function choose(article: Article, index: number, near: Surroundings, key: string, paragraph: number): PlaceChoice & { readonly told: boolean } {
  const { senses } = article.names[index];
  const listed = near.listLast - near.listFirst > 1 && senses.some(({ entity }) => hasPeer(article, index, near, entity, near.container));
  const asked: Asked = { index, near, key, paragraph, listed };
  let entity = senses[0].entity;
  let best: Points = { points: -Infinity, because: '', told: false };
  for (const sense of senses) {
    const found = pointsOf(article, asked, sense);
    if (found.points > best.points) [entity, best] = [sense.entity, found];
  }
  return { entity, because: best.because, told: best.told };
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

function pointsOf(article: Article, asked: Asked, sense: Sense): Points {
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
function hasPeer({ knowledge, names, likely }: Article, index: number, near: Surroundings, entity: number, except: number): boolean {
  const { entities } = knowledge;
  for (let at = Math.max(near.listFirst, index - 2); at <= Math.min(near.listLast, index + 2); at++) {
    if (at === index || at === except || names[at].senses.length === 0) continue;
    const other = likely(at).sense.entity;
    if (other !== entity && entities.parent[other] === entities.parent[entity] && kindOf(knowledge, other) === kindOf(knowledge, entity)) return true;
  }
  return false;
}

const kindOf = ({ entities }: Knowledge, entity: number): string => entityText(entities, entity).kind;

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
