import { type Knowledge, lexiconRows, singular } from '../../knowledge/index.js';
import type { Claim } from '../../model/index.js';

/** Tells of a claim what thing it counts, in words that two articles share. */
export type ThingReader = (claim: Claim) => string | null;

/** People of no particular sort: "12 people", "12 lives", "12 dead". */
export const ANYONE = 'person';

/** "seven more victims", but not "more than seven". */
function isFurther(text: string, further: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.some((word, i) => further.has(word) && words[i + 1] !== 'than');
}

/**
 * Reads the thing a claim counts: modifiers in the order of the alphabet and the head noun in the singular, without
 * articles, without what follows a preposition, and without the names of `counted_entity_id`, which stand in their own
 * column: "the foreign al-Qaeda fighters in Kunar" → "foreign fighter". Null when nothing counted can be named.
 */
export function thingReader(knowledge: Knowledge): ThingReader {
  const of = (wanted: string): ReadonlySet<string> =>
    new Set(
      lexiconRows(knowledge, 'counted')
        .filter((row) => row.class === wanted)
        .map((row) => row.phrase),
    );
  const stops = of('stop');
  const anyone = of('anyone');
  const further = of('further');
  return (claim) => {
    const words = (claim.counted ?? '').split(/[\s"“”(),;:]+/).filter((word) => word !== '');
    const from = words.findIndex((word) => !stops.has(word.toLowerCase()));
    if (from < 0) return claim.unit === ANYONE ? ANYONE : null;
    const until = words.findIndex((word, i) => i > from && stops.has(word.toLowerCase()));
    const phrase = words.slice(from, until < 0 ? words.length : until);
    const named = (word: string): boolean => claim.counted_entity_id !== null && /\p{Lu}/u.test(word);
    const plain = phrase.filter((word) => !named(word));
    // "$60 million", said of the World Food Programme: a name stays as it is written.
    if (plain.length > 1 && plain.every((word) => /^\p{Lu}/u.test(word))) return plain.join(' ').toLowerCase();
    const folded = plain.map((word) => word.toLowerCase());
    // "30 Taliban": the name itself says who is counted.
    const head = folded.at(-1) ?? claim.unit ?? ANYONE;
    const thing = anyone.has(head) ? ANYONE : singular(knowledge, head);
    // "seven more victims": none of those counted before.
    return [...(isFurther(claim.text, further) ? ['further'] : []), ...folded.slice(0, -1).sort(), thing].join(' ');
  };
}
