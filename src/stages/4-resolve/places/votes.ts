import type { Tagged } from '../../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../../knowledge/index.js';
import { type likeliest, unitsAbove } from './priors.js';

/** What an article says of countries and their units by naming them or places inside them. */
export interface Votes {
  /** Unit or country → the spellings that name a place inside it. */
  readonly inside: ReadonlyMap<number, ReadonlySet<string>>;
  /** Country → the spellings that name it itself, its people or a body of it. */
  readonly named: ReadonlyMap<number, ReadonlySet<string>>;
  /** The same, either way, by paragraph. */
  readonly paragraphs: ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<string>>>;
}

/** The likeliest reading of a name by its number in the article. */
export type Likely = (index: number) => ReturnType<typeof likeliest>;

/** Counts the names whose country is plain: all readings lie there, or the likeliest by far does. Those who report speak for no country. */
export function votesOf(document: Tagged, knowledge: Knowledge, keys: readonly string[], likely: Likely): Votes {
  const inside = new Map<number, Set<string>>();
  const named = new Map<number, Set<string>>();
  const paragraphs = new Map<number, Map<number, Set<string>>>();
  document.names.forEach((name, i) => {
    if (name.senses.length === 0 || name.type === 'person') return;
    const { sense, plain } = name.type === 'place' ? likely(i) : { sense: name.senses[0], plain: true };
    if (!plain || (name.type === 'group' && entityText(knowledge.entities, sense.entity).kind === 'media')) return;
    const code = countryOf(knowledge.entities, sense.entity);
    const country = code === null ? undefined : knowledge.countries.get(code);
    if (country === undefined) return;
    const paragraph = document.sentences[name.sentence].paragraph;
    let near = paragraphs.get(paragraph);
    if (!near) paragraphs.set(paragraph, (near = new Map()));
    put(near, country, keys[i]);
    // "Washington" and "Moscow" often stand for those who govern, and then say nothing of what lies near.
    if (sense.entity === country || name.type !== 'place' || knowledge.entities.capital[sense.entity] === 1) put(named, country, keys[i]);
    else {
      put(inside, country, keys[i]);
      for (const unit of unitsAbove(knowledge, sense.entity)) if (unit !== country) put(inside, unit, keys[i]);
      // A province that is named speaks for every town in it.
      put(inside, sense.entity, keys[i]);
    }
  });
  return { inside, named, paragraphs };
}

function put(map: Map<number, Set<string>>, key: number, spelling: string): void {
  const set = map.get(key);
  if (set) set.add(spelling);
  else map.set(key, new Set([spelling]));
}

/** How many spellings other than `self` are in a set of votes. */
export function others(set: ReadonlySet<string> | undefined, self: string): number {
  return set === undefined ? 0 : set.size - (set.has(self) ? 1 : 0);
}
