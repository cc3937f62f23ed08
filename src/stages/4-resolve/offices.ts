import type { NameMention, NameUse, Tagged } from '../../model/index.js';
import { countryOf, entityText, TYPES, USES, type Knowledge } from '../../knowledge/index.js';
import { firstValue, lastValue, longestPhrase } from '../../text/index.js';
import type { CountryCounts } from './countries.js';

/** A listed holder of an office: row number, use of the name, and the words that say why. */
export interface Holder {
  readonly entity: number;
  readonly use: NameUse;
  readonly because: string;
}

/**
 * Who "Prime Minister Maïga" is in an article that never writes the name in full: the one listed bearer of the surname who
 * held such an office of a country that the article speaks of, in the year of the article. Null when none or several did.
 */
export function holderOf(document: Tagged, knowledge: Knowledge, name: NameMention, countries: CountryCounts): Holder | null {
  const on = document.dated?.on;
  if (on === undefined || name.type !== 'person' || name.role === null) return null;
  const office = name.role.toLowerCase();
  const year = Number(on.slice(0, 4));
  const { names, entities } = knowledge;
  const fitting = new Map<number, Holder>();
  longestPhrase(names.trie, document.text, document.tokens, name.first, name.last, (node) => {
    fitting.clear();
    for (let v = firstValue(names.trie, node); v < lastValue(names.trie, node); v++) {
      const entity = names.entity[names.trie.values[v]];
      const country = countryOf(entities, entity);
      if (TYPES[entities.type[entity]] !== 'person' || country === null || !countries.has(country)) continue;
      const { from, to } = entities;
      if (from[entity] === 0 || from[entity] > year || (to[entity] !== 0 && to[entity] < year)) continue;
      const { role, kind } = entityText(entities, entity);
      if (!holds(knowledge, role.toLowerCase(), kind, office)) continue;
      fitting.set(entity, { entity, use: USES[names.use[names.trie.values[v]]], because: `${role || kind} of ${country} in ${year}` });
    }
    return true;
  });
  return fitting.size === 1 ? ([...fitting.values()][0] as Holder) : null;
}

const HEADS: ReadonlySet<string> = new Set(['head_of_state', 'head_of_government', 'head_of_state_or_government']);

/** Whether a row with this role and kind is one whom the title calls: "foreign minister" for "Foreign Minister", "Transitional President" of a head of state. */
function holds({ lexicon }: Knowledge, role: string, kind: string, office: string): boolean {
  if (office.length <= 3) return false;
  if (role.split(/[;,] ?/).some((one) => one === office)) return true;
  return HEADS.has(kind) && !role.includes('vice') && lexicon.rows.office.some(({ phrase }) => ` ${office}`.endsWith(` ${phrase}`));
}
