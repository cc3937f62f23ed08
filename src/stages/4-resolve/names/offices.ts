import type { NameMention, NameUse, Tagged } from '../../../model/index.js';
import { countryOf, lexiconRows, officesOf, TYPES, USES, type Knowledge } from '../../../knowledge/index.js';
import { firstValue, lastValue, longestPhrase } from '../../../text/index.js';
import type { CountryCounts } from '../places/countries.js';

/** A listed holder of an office: row number, use of the name, and the words that say why. */
export interface Holder {
  readonly entity: number;
  readonly use: NameUse;
  readonly because: string;
}

/**
 * Who "Prime Minister Maïga" is in an article that never writes the name in full: the one listed bearer of the surname who
 * held the office of a country that the article speaks of, on the day of the article. Null when none or several did.
 */
export function holderOf(document: Tagged, knowledge: Knowledge, name: NameMention, countries: CountryCounts): Holder | null {
  const on = document.dated?.on;
  if (on === undefined || name.type !== 'person' || name.role === null) return null;
  const office = officeIn(knowledge, name.role);
  const [first, last] = daysOf(on);
  const { names, entities } = knowledge;
  const fitting = new Map<number, Holder>();
  longestPhrase(names.trie, document.text, document.tokens, name.first, name.last, (node) => {
    fitting.clear();
    for (let v = firstValue(names.trie, node); v < lastValue(names.trie, node); v++) {
      const sense = names.trie.values[v];
      const entity = names.entity[sense];
      if (TYPES[entities.type[entity]] !== 'person' || !countries.has(countryOf(entities, entity) ?? '')) continue;
      const term = officesOf(knowledge, entity, first, last).find(({ title, country }) => title === office && countries.has(country));
      if (term) fitting.set(entity, { entity, use: USES[names.use[sense]], because: `${term.title} of ${term.country} on ${on}` });
    }
    return true;
  });
  return fitting.size === 1 ? ([...fitting.values()][0] as Holder) : null;
}

/** First and last day of an ISO date or its prefix, as numbers: "2023-09" is 20230901 to 20230931. */
export function daysOf(on: string): readonly [number, number] {
  const day = (rest: string): number => Number((on + rest.slice(on.length - 4)).replaceAll('-', ''));
  return [day('-01-01'), day('-12-31')];
}

/** The office of a title: "Interim President" holds it as the president does. */
function officeIn(knowledge: Knowledge, role: string): string {
  const title = role.toLowerCase();
  const acting = lexiconRows(knowledge, 'acting').find(({ phrase }) => title.startsWith(`${phrase} `));
  return acting === undefined ? title : title.slice(acting.phrase.length + 1);
}
