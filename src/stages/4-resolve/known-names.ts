import type { EntityType } from '../../model/index.js';
import type { Decision } from './identities.js';
import { plainWords, shortFormOf } from './persons.js';
import { sameSpelling, spellingKey } from './spellings.js';

interface Known {
  readonly surface: string;
  readonly words: readonly string[];
  readonly decision: Decision;
}

/** The full names an article has shown so far, found again by first or last word, and by sound. */
export interface KnownNames {
  readonly byWord: Map<string, Known[]>;
  readonly bySound: Map<string, Known[]>;
}

export const knownNames = (): KnownNames => ({ byWord: new Map(), bySound: new Map() });

/** Remembers a person's full name; a name of one word explains no other. */
export function rememberPerson(known: KnownNames, surface: string, decision: Decision): void {
  const words = plainWords(surface);
  if (words.length < 2) return;
  const entry = { surface, words, decision };
  add(known.byWord, words[words.length - 1], entry);
  if (words[0] !== words[words.length - 1]) add(known.byWord, words[0], entry);
  rememberSpelling(known, surface, decision);
}

/** Remembers a name of several words, so that another spelling of it is recognised. */
export function rememberSpelling(known: KnownNames, surface: string, decision: Decision): void {
  const key = spellingKey(surface);
  if (key !== '') add(known.bySound, `${decision.identity.type} ${key}`, { surface, words: [], decision });
}

function add(index: Map<string, Known[]>, key: string, entry: Known): void {
  const list = index.get(key);
  if (!list) index.set(key, [entry]);
  else if (!list.some(({ surface }) => surface === entry.surface)) list.push(entry);
}

/** What a name without a row leans on: a person's full name in the article, or another spelling of the same name; null if nothing. */
export function leanOn(known: KnownNames, type: EntityType, surface: string): Decision | null {
  if (type === 'person') {
    const words = plainWords(surface);
    for (const { surface: full, words: many, decision } of known.byWord.get(words.at(-1) ?? '') ?? []) {
      if (full !== surface && shortFormOf(words, many)) return { identity: decision.identity, use: 'short', because: `short form of "${full}"` };
    }
  }
  if (!surface.includes(' ') || type === 'place') return null;
  for (const { surface: full, decision } of known.bySound.get(`${type} ${spellingKey(surface)}`) ?? []) {
    if (full !== surface && sameSpelling(surface, full)) return { identity: decision.identity, use: 'alias', because: `spelled like "${full}"` };
  }
  return null;
}
