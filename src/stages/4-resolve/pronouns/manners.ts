import { type EntityType, Flag, has, type Tagged } from '../../../model/index.js';
import { Kind, isKind, phraseAt, type Knowledge } from '../../../knowledge/index.js';
import type { Antecedent } from './phrase.js';

/** The pronoun that somebody takes. */
export type Manner = 'he' | 'she';

/** Entity id → the pronoun that a person takes, as titles, roles and given names of the article tell; absent where nothing or both is told. */
export type Manners = Map<string, Manner>;

/** How far behind a name the noun of its apposition is looked for. */
const REACH = 5;

/** What the article tells of the persons it names: "Mrs X", "X, a widow", "Maria X". A title outweighs a given name. */
export function mannersOf(document: Tagged, knowledge: Knowledge, antecedents: readonly Antecedent[]): Manners {
  const given = new Map<string, { readonly words: number; readonly what: Manner | null }>();
  const titles = new Map<string, Manner | null>();
  for (const one of antecedents) {
    const { identity, type, first, last } = one;
    if (type !== PERSON) continue;
    // The given name stands first in the fullest form of the name.
    const known = given.get(identity.id);
    if (!known || last - first > known.words) given.set(identity.id, { words: last - first, what: told(document, knowledge, first) });
    const title = besideName(document, knowledge, one);
    if (title === null) continue;
    const before = titles.get(identity.id);
    titles.set(identity.id, before === undefined || before === title ? title : null);
  }
  const manners = new Map<string, Manner>();
  for (const [id, { what }] of given) {
    const title = titles.get(id);
    const manner = title === undefined ? what : title;
    if (manner !== null) manners.set(id, manner);
  }
  return manners;
}

const PERSON: EntityType = 'person';

/** What the word of a token tells of whoever bears it as a name, title or role; null for most words. */
export function told({ text, tokens }: Tagged, knowledge: Knowledge, token: number): Manner | null {
  const hit = isKind(knowledge, tokens, token, Kind.Pronoun) ? phraseAt(knowledge, text, tokens, token, token + 1, Kind.Pronoun) : null;
  return hit === null ? null : hit.row.pronoun === 'she' ? 'she' : 'he';
}

/** The same of a word that is no name: "widow", "Mrs"; not of "said". */
const toldByNoun = (document: Tagged, knowledge: Knowledge, token: number): Manner | null =>
  isKind(knowledge, document.tokens, token, has(document.tokens, token, Flag.Capital) ? Kind.Title : Kind.Role) ||
  isKind(knowledge, document.tokens, token, Kind.Reference)
    ? told(document, knowledge, token)
    : null;

/** The word before the name ("Mrs.", "spokeswoman"), else the noun of the apposition behind it (", 48, the widow of"). */
function besideName(document: Tagged, knowledge: Knowledge, { first, last, sentence }: Antecedent): Manner | null {
  const { tokens, text } = document;
  const { first: from, last: limit } = document.sentences[sentence];
  const before = first - 1 > from && text[tokens.start[first - 1]] === '.' ? first - 2 : first - 1;
  if (before >= from && has(tokens, before, Flag.Word)) {
    const title = toldByNoun(document, knowledge, before);
    if (title !== null) return title;
  }
  if (last >= limit || text[tokens.start[last]] !== ',') return null;
  for (let token = last + 1; token < Math.min(limit, last + 1 + REACH); token++) {
    if (has(tokens, token, Flag.Capital)) return null;
    const noun = toldByNoun(document, knowledge, token);
    if (noun !== null) return noun;
  }
  return null;
}
