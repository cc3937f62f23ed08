import type { EntityType } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import type { Decision } from './identities.js';
import { type PlainWords, plainWordsOf, shortFormOf } from './persons.js';
import { sameSpelling, spellingKey } from './spellings.js';

interface Known {
  readonly surface: string;
  readonly words: readonly string[];
  readonly decision: Decision;
  /** Where the name stands, ascending. */
  readonly starts: number[];
}

/** What a short or respelled name leans on; `shared` when several persons of the article could be meant. */
export interface Leaning {
  readonly decision: Decision;
  readonly shared: boolean;
}

/** The full names an article has shown so far, found again by first or last word, and by sound. */
export interface KnownNames {
  readonly byWord: Map<string, Known[]>;
  readonly bySound: Map<string, Known[]>;
  /** Firms by the first word of their name. */
  readonly firms: Map<string, Known[]>;
  /** Persons by the name as written: a name that comes again need not be taken apart again. */
  readonly persons: Map<string, Person>;
  readonly plainWords: PlainWords;
}

interface Person {
  readonly entry: Known;
  /** The words it is found by. */
  readonly words: number;
}

export const knownNames = ({ lexicon }: Knowledge): KnownNames => ({
  byWord: new Map(),
  bySound: new Map(),
  firms: new Map(),
  persons: new Map(),
  plainWords: plainWordsOf(lexicon),
});

/** Remembers a person's full name, seen at `start`; a name of one word explains no other. */
export function rememberPerson(known: KnownNames, surface: string, decision: Decision, start: number): void {
  const again = known.persons.get(surface);
  if (again !== undefined && again.entry.decision.identity.type === decision.identity.type) {
    const { starts } = again.entry;
    for (let i = 0; i < again.words && starts.length < MOST; i++) starts.push(start);
    return;
  }
  const words = known.plainWords(surface);
  if (words.length < 2) return;
  const entry = { surface, words, decision, starts: [start] };
  // The last word, the first, and the first of two surnames: "Rubén Castañeda Lugo" is Castañeda; the initials: "AR" in a transcript.
  const handles = new Set([words[words.length - 1], words[0], words[words.length - 2], initialsOf(words)]);
  for (const word of handles) add(known.byWord, word, entry);
  if (again === undefined) known.persons.set(surface, { entry, words: handles.size });
  rememberSpelling(known, surface, decision);
}

/** Remembers the full name of a firm, which goes by its first words as well: "Blue Pearl Maritime Ltd" is Blue Pearl. */
export function rememberFirm(known: KnownNames, surface: string, decision: Decision): void {
  const words = surface.split(' ');
  if (words.length > 1) add(known.firms, words[0], { surface, words, decision, starts: [] });
}

/** The firm whose name begins with the words and goes on behind them; null when none or more than one does. */
function firmOf(known: KnownNames, surface: string): Decision | null {
  const words = surface.split(' ');
  const bearers = (known.firms.get(words[0]) ?? [])
    .slice(0, MOST)
    .filter(({ words: many }) => many.length > words.length && words.every((word, i) => word === many[i]));
  const ids = new Set(bearers.map(({ decision }) => decision.identity.id));
  return ids.size === 1 ? { identity: bearers[0].decision.identity, use: 'short', because: `short form of "${bearers[0].surface}"` } : null;
}

/** Remembers a name of several words, so that another spelling of it is recognised. */
export function rememberSpelling(known: KnownNames, surface: string, decision: Decision): void {
  const key = spellingKey(surface);
  if (key !== '') add(known.bySound, `${decision.identity.type} ${key}`, { surface, words: [], decision, starts: [] });
}

/** What a full name is found by when only its initials stand; no word begins with a blank. */
const initialsOf = (words: readonly string[]): string => ` ${words.map((word) => word[0]).join('')}`;

/** Bearers of a word, and places of a name, beyond which an article is a list. */
const MOST = 64;

function add(index: Map<string, Known[]>, key: string, entry: Known): void {
  const list = index.get(key);
  if (!list) {
    index.set(key, [entry]);
    return;
  }
  const same = list.find(({ surface }) => surface === entry.surface);
  if (!same) list.push(entry);
  else if (same !== entry && same.starts.length < MOST) same.starts.push(...entry.starts);
}

/**
 * What a name without a row leans on: a person's full name in the article, or another spelling of the same name; null if
 * nothing. Of two persons who share the surname the one named last before `start` is meant.
 */
export function leanOn(known: KnownNames, type: EntityType, surface: string, start: number): Leaning | null {
  if (type === 'person') {
    const words = known.plainWords(surface);
    const initials = /^\p{Lu}{2,4}$/u.test(surface);
    const bearers = (known.byWord.get(initials ? initialsOf([...surface.toLowerCase()]) : (words.at(-1) ?? '')) ?? [])
      .slice(0, MOST)
      .filter(({ surface: full, words: many }) => full !== surface && (initials || shortFormOf(words, many)));
    const [first, ...others] = bearers;
    if (first) {
      const shared = others.some(({ decision }) => decision.identity.id !== first.decision.identity.id);
      const meant = shared ? bearers.reduce((best, one) => (lastBefore(one, start) > lastBefore(best, start) ? one : best)) : first;
      return {
        decision: { identity: meant.decision.identity, use: initials ? 'acronym' : 'short', because: `short form of "${meant.surface}"` },
        shared,
      };
    }
  }
  const firm = type === 'place' ? null : firmOf(known, surface);
  if (firm) return { decision: firm, shared: false };
  if (!surface.includes(' ') || type === 'place') return null;
  for (const { surface: full, decision } of known.bySound.get(`${type} ${spellingKey(surface)}`) ?? []) {
    if (full !== surface && sameSpelling(surface, full))
      return { decision: { identity: decision.identity, use: 'alias', because: `spelled like "${full}"` }, shared: false };
  }
  return null;
}

/** Where the full name stood last before `start`; −1 when only behind it. */
function lastBefore({ starts }: Known, start: number): number {
  let found = -1;
  for (const at of starts) if (at < start && at > found) found = at;
  return found;
}
