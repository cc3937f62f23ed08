import { Flag, has, type EntityType, type NameMention, type Reference, type Segmented, type Sentence, type Tokens } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import { Kind, isKind, phraseAt, Pos, posOf, type Knowledge } from '../../../knowledge/index.js';

/**
 * Finds common-noun references ("the group", "that ministry", "the same office", "an army spokesman"), sorted by start; the span
 * leaves the article out. A noun is one of `words/references.csv`, or one that heads the name of a group of the article
 * ("Rubber Circle": "the circle").
 */
export function findReferences(document: Segmented, knowledge: Knowledge, names: readonly NameMention[]): readonly Reference[] {
  const { tokens, sentences } = document;
  const found: Reference[] = [];
  const named = new Uint8Array(tokens.count);
  for (const name of names) named.fill(1, name.first, name.last);
  const heads = headsOf(document, names);
  const broughtUp = new Map<number, number>();
  for (const sentence of sentences) {
    for (let token = sentence.first; token + 1 < sentence.last; token++) {
      const determiner = determinerAt(document, token);
      if (determiner === null) {
        if (isKind(knowledge, tokens, token, Kind.Reference) && !has(tokens, token, Flag.Capital)) broughtUp.set(tokens.hash[token], sentence.index);
        continue;
      }
      const first = determiner === 'definite' && isWord(document, token + 1, SAME) ? token + 2 : token + 1;
      const noun = nounAt(document, knowledge, first, sentence, heads);
      if (noun === null || has(tokens, first, Flag.Capital) || named[first] === 1) continue;
      if (noun.last < sentence.last && named[noun.last] === 1) continue;
      if (determiner === 'definite' ? isNarrowed(document, knowledge, noun, sentence, token) : !isStaff(document, knowledge, noun, sentence))
        continue;
      found.push({
        start: tokens.start[first],
        end: tokens.end[noun.last - 1],
        first,
        last: noun.last,
        sentence: sentence.index,
        types: noun.types,
        kinds: noun.kinds,
        head: noun.head,
        broughtUp: broughtUp.get(tokens.hash[noun.last - 1]) ?? -1,
        because: `rule reference.${determiner === 'definite' ? 'the' : 'staff'} "${noun.head}"`,
      });
      token = noun.last - 1;
    }
  }
  return found;
}

interface Noun {
  readonly last: number;
  readonly head: string;
  readonly types: readonly EntityType[];
  readonly kinds: readonly string[];
}

const GROUP: readonly EntityType[] = ['group'];
const SAME = /^(?:same|whole|entire)$/;

function nounAt(document: Segmented, knowledge: Knowledge, first: number, sentence: Sentence, heads: ReadonlySet<number>): Noun | null {
  const { tokens, text } = document;
  const listed = phraseAt(knowledge, text, tokens, first, sentence.last, Kind.Reference);
  if (listed) {
    const { phrase, type, kind } = listed.row;
    // A person's role and the members of a body ("the minister", "the rebels") stand for no one entity.
    if (type === 'person' || kind === 'members') return null;
    return { last: listed.last, head: phrase.toLowerCase(), types: words(type) as EntityType[], kinds: words(kind) };
  }
  if (first >= sentence.last || !heads.has(tokens.hash[first])) return null;
  return { last: first + 1, head: text.slice(tokens.start[first], tokens.end[first]).toLowerCase(), types: GROUP, kinds: [] };
}

const words = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(' '));

/** Hashes of the nouns that head names of groups: the last word, or the one before "of" and "for". */
function headsOf({ tokens, text }: Segmented, names: readonly NameMention[]): ReadonlySet<number> {
  const heads = new Set<number>();
  for (const { first, last, type } of names) {
    if (type !== 'group' || last - first < 2) continue;
    if (isHeadNoun(tokens, last - 1) && !isWord({ tokens, text }, last - 1, /s$/)) heads.add(tokens.hash[last - 1]);
    for (let token = first + 1; token < last; token++) {
      const length = tokens.end[token] - tokens.start[token];
      if (length > 3 || !/^(?:of|for)$/.test(text.slice(tokens.start[token], tokens.end[token]))) continue;
      if (isHeadNoun(tokens, token - 1)) heads.add(tokens.hash[token - 1]);
      break;
    }
  }
  return heads;
}

const isHeadNoun = (tokens: Tokens, token: number): boolean =>
  has(tokens, token, Flag.Capital) && !has(tokens, token, Flag.Upper) && tokens.end[token] - tokens.start[token] > 3;

type Determiner = 'definite' | 'indefinite';

/** By the hash of the word. */
const DETERMINERS: ReadonlyMap<number, Determiner> = new Map<number, Determiner>([
  ...['the', 'this', 'that'].map((word) => [hashOf(word), 'definite'] as const),
  ...['a', 'an'].map((word) => [hashOf(word), 'indefinite'] as const),
]);

function determinerAt({ tokens, text }: Segmented, token: number): Determiner | null {
  const length = tokens.end[token] - tokens.start[token];
  if (length > 4 || !has(tokens, token, Flag.Word)) return null;
  // "à" has the hash of "a".
  return text.charCodeAt(tokens.start[token]) < 128 ? (DETERMINERS.get(tokens.hash[token]) ?? null) : null;
}

const isWord = ({ tokens, text }: Pick<Segmented, 'tokens' | 'text'>, token: number, words: RegExp): boolean =>
  token < tokens.count && words.test(text.slice(tokens.start[token], tokens.end[token]));

/** What stands behind makes it another thing: "the group of seven", "the city that never sleeps", "the company car", "the region in the north". */
function isNarrowed(document: Segmented, knowledge: Knowledge, noun: Noun, sentence: Sentence, article: number): boolean {
  const { tokens } = document;
  const token = noun.last;
  if (token >= sentence.last || !has(tokens, token, Flag.Word)) return false;
  // "told the alliance that": what follows is what was told.
  if (isWord(document, token, /^that$/)) return !(article > sentence.first && isKind(knowledge, tokens, article - 1, Kind.Reporting));
  if (isWord(document, token, /^(?:of|where|who|whose|called|named|known|most)$/)) return true;
  if (isWord(document, token, /^in$/)) return noun.types[0] === 'place' && !isTime(knowledge, tokens, token + 1);
  // "the state weather agency": a noun that could be a verb too, before another noun
  if (noun.types[0] === 'place' && isCompound(knowledge, tokens, token)) return true;
  // "the group stage,": a singular has no bare verb behind it.
  if (noun.types[0] === 'group' && isStageOf(knowledge, tokens, noun.last, sentence.last)) return true;
  return (
    isBareNoun(knowledge, tokens, token) &&
    !isWord(document, token, FUNCTION) &&
    !(noun.types[0] === 'group' && isKind(knowledge, tokens, token, Kind.Role))
  );
}

/** Whether a noun that is a bare verb, too, ends the phrase behind a singular: “the group stage,”. */
const isStageOf = (knowledge: Knowledge, tokens: Tokens, token: number, limit: number): boolean =>
  posOf(knowledge, tokens, token) === (Pos.Noun | Pos.Verb) &&
  (posOf(knowledge, tokens, token - 1) & (Pos.Noun | Pos.Plural)) === Pos.Noun &&
  !has(tokens, token, Flag.Capital) &&
  token + 1 < limit &&
  has(tokens, token + 1, Flag.Punctuation);

const isCompound = (knowledge: Knowledge, tokens: Tokens, token: number): boolean => {
  const pos = posOf(knowledge, tokens, token);
  return (
    token + 1 < tokens.count &&
    (pos & Pos.Noun) !== 0 &&
    (pos & (Pos.Plural | Pos.Third | Pos.Past | Pos.Adverb)) === 0 &&
    isBareNoun(knowledge, tokens, token + 1) &&
    (posOf(knowledge, tokens, token + 1) & Pos.Plural) === 0
  );
};

/** Short words that the word list also knows as rare nouns. */
const FUNCTION = /^(?:as|at|by|he|in|it|or|so|us)$/;

const isTime = (knowledge: Knowledge, tokens: Tokens, token: number): boolean =>
  token < tokens.count && (has(tokens, token, Flag.Number) || isKind(knowledge, tokens, token, Kind.Month));

/** "an army spokesman", "a company official": the noun names whose spokesman it is. */
function isStaff(document: Segmented, knowledge: Knowledge, noun: Noun, sentence: Sentence): boolean {
  const { tokens } = document;
  return (
    noun.last < sentence.last &&
    noun.types[0] === 'group' &&
    noun.kinds.some((kind) => STAFFED.has(kind)) &&
    isKind(knowledge, tokens, noun.last, Kind.Role)
  );
}

/** Bodies of which a country or an article has one, so that "an army spokesman" speaks for the army. */
const STAFFED: ReadonlySet<string> = new Set(['army', 'navy', 'air_force', 'military', 'police', 'government', 'ministry', 'company']);

/** A lower-case noun that can be nothing else. */
const isBareNoun = (knowledge: Knowledge, tokens: Tokens, token: number): boolean =>
  !has(tokens, token, Flag.Capital) && (posOf(knowledge, tokens, token) & ~Pos.Plural) === Pos.Noun;
