import { Flag, has, type Sentence, type Tagged } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf, type Knowledge } from '../../../knowledge/index.js';
import { classBits, holds, wordsOf } from '../../../text/index.js';
import { type Antecedent, LONGEST, type NounPhrase } from './phrase.js';
import { Class, CLASSES, headFollows, quotedBehind, saidBehind, sortOf, THAT } from './sentence-words.js';

/**
 * Reads a sentence once from left to right; `next` is the number of its first antecedent, `open` tells that it begins inside a
 * quotation. A phrase that a relative clause is about is told again as its subject.
 */
export function nounPhrases(
  document: Tagged,
  knowledge: Knowledge,
  sentence: Sentence,
  antecedents: readonly Antecedent[],
  next: number,
  open: boolean,
): readonly NounPhrase[] {
  const { tokens, text } = document;
  const phrases: NounPhrase[] = [];
  const last = Math.min(sentence.last, sentence.first + LONGEST);
  let quoted = open;
  let governed = false;
  let verbSeen = false;
  /** Inside a noun phrase whose head has not come yet. */
  let inside = false;
  /** Behind a comma behind the subject, where it is told again, until the verb comes. */
  let apposing = false;
  /** A comma stands right before. */
  let comma = false;
  let commaAt = -1;
  let joined = false;
  /** A verb stood since the last phrase. */
  let verbBetween = false;
  /** The verb read last says something, and nothing stood behind it: ", said X". */
  let saying = false;
  /** The verb of the clause says something, so that "that" opens what is said. */
  let reporting = false;
  /** In a clause before the main one: "If the river falls, ". */
  let leading = false;

  const add = (first: number, end: number, means: Antecedent | null, sort: NounPhrase['sort'], possessive = false): void => {
    const owner = possessive || (end < sentence.last && has(tokens, end, Flag.Possessive));
    const before = phrases.at(-1);
    let role: NounPhrase['role'] = owner ? 'owner' : governed ? 'oblique' : saying || !verbSeen ? 'subject' : 'object';
    // "between X and Y": as the one it is joined to.
    if (joined && before && !owner && before.role === 'oblique' && !verbBetween) role = 'oblique';
    // "said X, a nurse in Gao": also behind the verb.
    let apposed =
      (apposing && !verbSeen) ||
      (means === null &&
        sort === 'person' &&
        before?.sort === 'person' &&
        before.means !== null &&
        (before.last === commaAt || isAge(before.last, commaAt)));
    // "Its spokesman, Colonel X, denied", "a teacher called X": the name says who it is.
    if (means && before && couldBe(before, sort) && (isNaming(document, before.last, first) || (comma && closes(end) && before.role !== 'oblique'))) {
      role = before.role;
      apposed = before.apposed;
      phrases.pop();
    }
    // "The mayor of Penco, X, said": so it does behind what the noun is of.
    const office = phrases.at(-2);
    if (means && sort === 'person' && comma && closes(end) && office && couldBe(office, sort) && isOf(document, office, phrases.at(-1))) {
      role = office.role;
      apposed = office.apposed;
      phrases.splice(-2, 1);
    }
    phrases.push({ first, last: end, means, sort, role, quoted, apposed, joined });
    governed = comma = saying = joined = verbBetween = false;
    inside = owner;
  };
  const nounFollows = (token: number): boolean =>
    (classBits(CLASSES, tokens.hash[token]) & (Class.Pronoun | Class.Article)) !== 0 ||
    antecedents.slice(next, next + 2).some((one) => one.first === token);
  /** "X, 34, a nurse": nothing but a number stands between two commas. */
  const isAge = (first: number, end: number): boolean =>
    end === first + 2 && has(tokens, first, Flag.Punctuation) && has(tokens, first + 1, Flag.Number);
  const closes = (end: number): boolean => end >= sentence.last || has(tokens, end, Flag.Punctuation);
  const verb = (token: number, helps: boolean): void => {
    const says = isKind(knowledge, tokens, token, Kind.Reporting);
    const before = phrases.at(-1);
    // "said quotes rose", ", and the ministry fell", ", X said": what stands right before a verb is its subject.
    if (before?.role === 'object' && before.last === token && (helps || says || reporting || before.joined))
      phrases[phrases.length - 1] = { ...before, role: 'subject' };
    reporting ||= says;
    saying = says && token > sentence.first && has(tokens, token - 1, Flag.Punctuation);
    verbSeen = verbBetween = true;
    apposing = inside = governed = comma = joined = false;
  };

  for (let token = sentence.first; token < last; token++) {
    while (next < antecedents.length && antecedents[next].last <= token) next++;
    const means = next < antecedents.length && antecedents[next].first === token ? antecedents[next] : null;
    if (means) {
      add(means.first, means.last, means, means.type);
      token = means.last - 1;
      continue;
    }
    if (has(tokens, token, Flag.Punctuation)) {
      const sign = text[tokens.start[token]];
      if ('“”"«»'.includes(sign)) {
        quoted = quotedBehind(sign, quoted);
        verbSeen = apposing = governed = comma = false;
      } else if (';:—–'.includes(sign)) verbSeen = governed = apposing = reporting = false;
      if (sign === ',') {
        comma = true;
        commaAt = token;
        governed = false;
        if (leading) verbSeen = leading = false;
        else if (!verbSeen && phrases.at(-1)?.role === 'subject') apposing = true;
      }
      if (sign !== '-') inside = false;
      continue;
    }
    const hash = tokens.hash[token];
    const word = classBits(CLASSES, hash);
    if ((word & Class.Pronoun) !== 0) {
      const possessive = (word & Class.Article) !== 0;
      add(token, token + 1, null, 'pronoun', possessive);
    } else if (
      (word & Class.To) !== 0 &&
      (posOf(knowledge, tokens, token + 1) & Pos.Verb) !== 0 &&
      (posOf(knowledge, tokens, token + 1) & Pos.Plural) === 0
    ) {
      // "is due to begin"
      governed = inside = saying = comma = false;
      token++;
    } else if ((word & (Class.Preposition | Class.Subordinator)) === Class.Preposition) {
      governed = inside = true;
      saying = comma = false;
    } else if ((word & (Class.Subordinator | Class.Relative)) !== 0) {
      if (token === sentence.first && (word & Class.Subordinator) !== 0) leading = true;
      const nearest = phrases.at(-1);
      const beside = nearest !== undefined && (nearest.last === token || (comma && nearest.last >= token - 2));
      // "every household that lost its home": what the clause is about is its subject; not "which it had seized".
      if (beside && nearest.role !== 'owner' && (word & Class.About) !== 0 && !(reporting && holds(THAT, hash)) && !nounFollows(token + 1)) {
        // "X, the group that governed": the clause is about X.
        const about = nearest.apposed ? phrases.findLast(({ apposed }) => !apposed) : nearest;
        phrases.push({ ...(about ?? nearest), role: 'subject', apposed: false });
      }
      verbSeen = governed = inside = saying = comma = reporting = false;
    } else if ((word & Class.Coordinator) !== 0) {
      inside = comma = false;
      joined = true;
    } else if ((!inside && (word & Class.Somebody) !== 0) || (word & Class.Latter) !== 0) add(token, token + 1, null, 'person');
    else if ((word & Class.Article) !== 0) inside = true;
    else if ((word & Class.Auxiliary) !== 0) verb(token, true);
    else if (has(tokens, token, Flag.Number)) inside = true;
    else {
      // "Cuban society": a capital that names nobody here goes with the noun behind it.
      if (has(tokens, token, Flag.Capital) && token > sentence.first) inside = true;
      const pos = posOf(knowledge, tokens, token);
      if ((pos & (Pos.Noun | Pos.Verb)) === 0) continue;
      if (isKind(knowledge, tokens, token, Kind.Number)) {
        inside = true;
        continue;
      }
      const nominal = (pos & Pos.Noun) !== 0;
      const subject = !verbSeen && phrases.length > 0 && phrases.at(-1)?.role !== 'owner';
      if (!inside && (pos & Pos.Verb) !== 0 && (!nominal || subject || saidBehind(knowledge, document, token, sentence.first))) {
        // "According to X, Y left": no finite verb yet.
        if ((pos & Pos.Gerund) === 0) verb(token, false);
        else governed = comma = false;
      } else if (nominal && !headFollows(document, knowledge, token, last)) {
        const many = (pos & Pos.Plural) !== 0;
        // "foreman Suharyadi": the noun belongs to the name.
        const named = antecedents[next];
        const title = named?.first === token + 1 && (named.type === 'person' || has(tokens, token, Flag.Capital));
        if (title) inside = true;
        else {
          if (inside || many) add(token, token + 1, null, many ? 'many' : sortOf(knowledge, document, token));
          inside = false;
        }
      }
    }
  }
  return phrases;
}

/** Whether a common noun can be what a name of this sort names. */
const couldBe = ({ means, sort, role }: NounPhrase, named: NounPhrase['sort']): boolean =>
  means === null && role !== 'owner' && (named === 'person' ? sort === 'person' : sort === 'thing' || (sort === 'person' && named === 'group'));

/** "The mayor of [Penco]": whether a phrase is what the noun right before it is of. */
const isOf = ({ tokens }: Tagged, { last }: NounPhrase, next: NounPhrase | undefined): boolean =>
  next?.role === 'oblique' && next.first - last <= 2 && holds(OF, tokens.hash[last]);
const OF = wordsOf('of in for');

/** "a child called X", "a faction calling itself X": only words of naming stand between a noun and a name. */
function isNaming({ tokens }: Tagged, from: number, to: number): boolean {
  if (to - from > 3 || to <= from) return false;
  for (let token = from; token < to; token++) if (!holds(NAMING, tokens.hash[token])) return false;
  return true;
}
const NAMING = wordsOf('called named dubbed nicknamed known as calling itself himself herself');
