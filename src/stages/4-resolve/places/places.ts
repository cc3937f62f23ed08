import type { NameMention, Sense, Tagged } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { foldWord } from '../../../text/index.js';
import { isElsewhere, isStray } from './elsewhere.js';
import { hasPeer, holdsNamesake, pointsOf, type Article, type Asked, type Points } from './points.js';
import { likeliest } from './priors.js';
import { surroundings, type Surroundings } from './surroundings.js';
import { votesOf, type Likely } from './votes.js';

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

/** Whether the word beside a name tells its unit from the town of that name: "Gao region", while the state of New York is often the bare name, too. */
const isApart = ({ head, headWord }: Surroundings): boolean => head !== null && !/^states?$/.test(headWord);

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
