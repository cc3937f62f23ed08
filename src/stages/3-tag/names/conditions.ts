import type { EntityType } from '../../../model/index.js';
import { countryOf, hasNeeds, Needs, needsOf, SenseFlag, type Knowledge } from '../../../knowledge/index.js';
import type { Chunk } from './pieces/chunk.js';
import { isFirm, senseType } from './gazetteer.js';

/**
 * Adds to `present` what a name of `type` with these readings shows that the article names, for the conditions of other rows: its entity by
 * a firm reading, and the country of a place, group or demonym all of whose readings lie in one country.
 */
export function addPresent(knowledge: Knowledge, senses: readonly number[], type: EntityType, present: Set<number>): void {
  let country: string | null | undefined;
  let free = false;
  for (const sense of senses) {
    if (senseType(knowledge, sense) !== type) continue;
    free ||= !hasNeeds(knowledge.names, sense);
    const entity = knowledge.names.entity[sense];
    const own = countryOf(knowledge.entities, entity);
    country = country === undefined || country === own ? own : null;
    if (isFirm(knowledge, sense)) present.add(entity);
  }
  // A row that itself waits for a country to be named is no witness for it.
  const whole = type === 'person' || !country || (type === 'group' && !free) ? undefined : knowledge.countries.get(country);
  if (whole !== undefined) present.add(whole);
}

/** Entities that the article names for sure, told before anything is weighed: by rows that are neither words nor personal names. */
export function surelyPresent(knowledge: Knowledge, chunks: readonly Chunk[]): ReadonlySet<number> {
  const present = new Set<number>();
  for (const { senses } of chunks) {
    const firm = senses.find((sense) => isFirm(knowledge, sense));
    if (firm === undefined || (knowledge.names.flags[firm] & (SenseFlag.Word | SenseFlag.Personal)) !== 0) continue;
    addPresent(knowledge, senses, senseType(knowledge, firm), present);
  }
  return present;
}

/** Whether the row of a reading asks for nothing that the article does not name; an entity that it names in full needs no other witness. */
export function conditionsHold({ names }: Knowledge, sense: number, present: ReadonlySet<number>): boolean {
  if (present.has(names.entity[sense])) return true;
  for (const need of needsOf(names, sense)) {
    // Several ids in one cell are alternatives; `self` asks for the entity's own firm name; `place` was weighed as evidence.
    if (need === Needs.Place) return true;
    if (present.has(need === Needs.Self ? names.entity[sense] : need)) return true;
  }
  return !hasNeeds(names, sense);
}
