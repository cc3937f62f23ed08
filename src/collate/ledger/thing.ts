import { type Knowledge, lexiconRows, singular } from '../../knowledge/index.js';
import type { Claim } from '../../model/index.js';

/** Tells of a claim what thing it counts, in words that two articles share. */
export type ThingReader = (claim: Claim, further: boolean) => string | null;

/** People of no particular sort: "12 people", "12 lives", "12 dead". */
export const ANYONE = 'person';

/** Whether a claim counts the dead that were found. */
export type RemainsReader = (claim: Pick<Claim, 'text'>) => boolean;

/** Reads by the class `remains` of words/counted.csv whether a claim counts bodies, of which more may be found. */
export function remainsReader(knowledge: Knowledge): RemainsReader {
  const remains = new Set(lexiconRows(knowledge, 'counted').flatMap((row) => (row.class === 'remains' ? [row.phrase] : [])));
  return ({ text }) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => remains.has(word));
}

/** "seven more victims", but not "more than seven". */
function isFurther(text: string, further: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.some((word, i) => further.has(word) && words[i + 1] !== 'than');
}

/**
 * Reads the thing a claim counts: modifiers in the order of the alphabet and the head noun in the singular, under the name that words of
 * one sense share (`words/things.csv`), without articles, without what follows a preposition, without the words that only tell its event,
 * and without the names of the entity counted, which stand in their own column: "the foreign al-Qaeda militants in Kunar" → "foreign
 * fighter", "people displaced by the flood" → "person". Null when nothing counted can be named.
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
  const named = new Map(lexiconRows(knowledge, 'thing').map(({ phrase, thing }) => [phrase, thing]));
  const events = eventsOf(knowledge);
  return (claim, isOneMore) => {
    const words = (claim.counted ?? '').split(/[\s"“”(),;:]+/).filter((word) => word !== '');
    const from = words.findIndex((word) => !stops.has(word.toLowerCase()));
    if (from < 0) return claim.unit === ANYONE ? ANYONE : null;
    const until = words.findIndex((word, i) => i > from && stops.has(word.toLowerCase()));
    const phrase = measured(claim.kind === 'percent', words.slice(from, until < 0 ? words.length : until));
    const isName = (word: string): boolean => claim.counted_entity_id !== null && /\p{Lu}/u.test(word);
    const plain = phrase.filter((word) => !isName(word));
    // "$60 million", said of the World Food Programme: a name stays as it is written.
    if (plain.length > 1 && plain.every((word) => /^\p{Lu}/u.test(word))) return plain.join(' ').toLowerCase();
    const lower = plain.map((word) => word.toLowerCase());
    const told = lower.filter((word) => claim.event === null || !events.has(`${claim.event} ${word}`));
    const folded = told.length > 0 ? told : lower;
    // "30 Taliban": the name itself says who is counted.
    const head = folded.at(-1) ?? claim.unit ?? ANYONE;
    const single = singular(knowledge, head);
    const thing = anyone.has(head) ? ANYONE : (named.get(single) ?? single);
    // "seven more victims": none of those counted before.
    return [...(isOneMore || isFurther(claim.text, further) ? ['further'] : []), ...folded.slice(0, -1).sort(), thing].join(' ');
  };
}

/** "Nepal's inflation rate" of so many per cent is the inflation: whose it is stands among the places, and that it is a rate in the unit. */
function measured(isPercent: boolean, words: readonly string[]): readonly string[] {
  if (!isPercent) return words;
  const owned = words.findIndex((word) => /^\p{Lu}.*['’]s?$/u.test(word));
  const own = words.slice(owned + 1);
  return own.length > 1 && own.at(-1)?.toLowerCase() === 'rate' ? own.slice(0, -1) : own;
}

/** Events with the single words that tell them: "displaced displaced". */
const eventsOf = (knowledge: Knowledge): ReadonlySet<string> =>
  new Set(lexiconRows(knowledge, 'event').flatMap(({ phrase, event, form }) => (/participle/.test(form) ? [`${event} ${phrase}`] : [])));
