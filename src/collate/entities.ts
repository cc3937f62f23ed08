import type { Entity, Reading } from '../model/index.js';
import { byCodeUnits, byFrequency, firstOf } from './order.js';

interface Gathered {
  readonly samples: Map<string, { readonly entity: Entity; weight: number }>;
  readonly forms: Map<string, number>;
  documents: number;
  mentions: number;
  first: string | null;
  last: string | null;
}

/**
 * One row an entity over all articles, most named first. Where articles describe an entity found by rule differently, the
 * description that most mentions carry is taken; surface forms are sorted by frequency. `readings` are sorted by document.
 */
export function collateEntities(readings: readonly Reading[]): readonly Entity[] {
  const gathered = new Map<string, Gathered>();
  for (const reading of readings) {
    for (const entity of reading.entities) gather(gathered, entity, reading.dated);
    for (const mention of reading.mentions) {
      const forms = gathered.get(mention.entity_id)?.forms;
      if (forms) tally(forms, mention.text.replace(/\s+/g, ' '));
    }
  }
  return [...gathered.values()]
    .map(entityRow)
    .sort((a, b) => firstOf(b.documents - a.documents, b.mentions - a.mentions, byCodeUnits(a.entity_id, b.entity_id)));
}

function gather(gathered: Map<string, Gathered>, entity: Entity, dated: string | null): void {
  let known = gathered.get(entity.entity_id);
  if (!known) gathered.set(entity.entity_id, (known = { samples: new Map(), forms: new Map(), documents: 0, mentions: 0, first: null, last: null }));
  known.documents++;
  known.mentions += entity.mentions;
  if (dated !== null) {
    if (known.first === null || dated < known.first) known.first = dated;
    if (known.last === null || dated > known.last) known.last = dated;
  }
  const key = `${entity.name}\t${entity.kind ?? ''}\t${entity.parent_id ?? ''}`;
  const sample = known.samples.get(key);
  if (sample) sample.weight += entity.mentions;
  else known.samples.set(key, { entity, weight: entity.mentions });
}

function entityRow({ samples, forms, documents, mentions, first, last }: Gathered): Entity {
  const [[, { entity }]] = [...samples].sort((a, b) => firstOf(b[1].weight - a[1].weight, byCodeUnits(a[0], b[0])));
  return { ...entity, surface_forms: byFrequency(forms), documents, mentions, first_seen: first, last_seen: last };
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
