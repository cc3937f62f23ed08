import type { Mention } from '../../../model/index.js';
import { MOST_NAMES, remembering } from '../../../text/index.js';
import type { Identity } from './identities.js';

/** An entity that the article has named so far: how often, and where last (sentence, offset). */
export interface Seen {
  readonly identity: Identity;
  count: number;
  sentence: number;
  at: number;
  /** Whether the headline or the dateline names it. */
  headed: boolean;
  /** Whether it was named itself, and not only by the adjective of its people: "Indonesian". */
  own: boolean;
}

/** Entities named so far by kind and by the words of their names, each list with the one named last first. */
export interface SeenNames {
  readonly byId: Map<string, Seen>;
  readonly byKind: Map<string, Seen[]>;
  readonly byWord: Map<string, Seen[]>;
}

export const seenNames = (): SeenNames => ({ byId: new Map(), byKind: new Map(), byWord: new Map() });

/** Longer lists would only hold what was named long ago. */
const LONGEST = 8;

/** Takes note of a mention; `described` are nouns by which the text calls its entity here, with their kinds; `heads`: in headline or dateline. */
export function remember(seen: SeenNames, mention: Mention, identity: Identity, described: readonly Description[], heads: boolean): void {
  let one = seen.byId.get(identity.id);
  if (!one) seen.byId.set(identity.id, (one = { identity, count: 0, sentence: 0, at: 0, headed: false, own: false }));
  one.count++;
  one.sentence = mention.sentence;
  one.at = mention.start;
  one.headed ||= heads;
  one.own ||= mention.use !== 'demonym';
  toFront(seen.byKind, identity.kind ?? '', one);
  // "Afghan" names the country, but none of its words can be "the country" of a name.
  if (mention.use === 'demonym') return;
  // In a line of capitals nobody can tell where a name ends.
  if (mention.text.includes(' ') && mention.text === mention.text.toUpperCase()) return;
  for (const word of wordsOf(identity.name)) toFront(seen.byWord, word, one);
  if (mention.text !== identity.name) for (const word of wordsOf(mention.text)) toFront(seen.byWord, word, one);
  for (const { noun, kinds } of described) {
    toFront(seen.byWord, singular(noun), one);
    for (const kind of kinds) toFront(seen.byKind, kind, one);
  }
}

/** What the text calls an entity: "a Chinese firm" gives the noun "firm" and the kind "company". */
export interface Description {
  readonly noun: string;
  readonly kinds: readonly string[];
}

function toFront(index: Map<string, Seen[]>, key: string, one: Seen): void {
  const list = index.get(key);
  if (!list) {
    index.set(key, [one]);
    return;
  }
  const at = list.indexOf(one);
  if (at === 0) return;
  if (at > 0) list.splice(at, 1);
  list.unshift(one);
  if (list.length > LONGEST) list.pop();
}

/** "Forces" and "the force" are one word. */
export const singular = (noun: string): string => (noun.length > 4 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun);

/** Words of a name in lower case; those of some names are remembered, as names come again. */
const wordsOf = remembering((name: string): readonly string[] => {
  const all = name.toLowerCase().split(/[^\p{L}]+/u);
  return all.filter((word) => word.length > 2).map(singular);
}, MOST_NAMES);
