import { Flag, has } from '../../../model/index.js';
import { isKind, Lexname, lexnameOf, levelOf, phraseAt, Pos, posOf, SenseFlag, USES } from '../../../knowledge/index.js';
import { foldOf, hashEnd, hashOf, hashStart, hashStep } from '../../../text/index.js';
import type { Chunk } from './chunks.js';
import { gazetteerAt, isFirm, peopleKnowing, senseType } from './gazetteer.js';
import { isCapital, isLowerWord, isWord, sign, type Scene } from './scene.js';

/**
 * What can be seen of a piece of text and its surroundings. A feature is a template and a value; the weights of the ones
 * that matter stand in gazetteers/weights/names.csv under the same words.
 */
export const TEMPLATES = [
  'bias',
  'shape',
  'words',
  'case',
  'before',
  'before-the',
  'after',
  'title',
  'given',
  'surname',
  'first-level',
  'last-level',
  'last-form',
  'last-kind',
  'inner',
  'start',
  'listed',
  'town',
  'suffix',
  'suffix2',
  'behind',
  'comma',
  'hyphen',
  'around',
  'neighbour',
  'first-word',
  'last-word',
  'names',
  'tail-word',
  'next-neighbour',
] as const;
export type Template = (typeof TEMPLATES)[number];
const T = Object.fromEntries(TEMPLATES.map((name, i) => [name, i])) as Readonly<Record<Template, number>>;

/** Receives one feature: the number of its template and the hash of its value. */
export type Emit = (template: number, value: number) => void;

/** Values that are no words of the text, by name; the fitting script needs the names. */
export const VALUES = [
  'yes',
  'no',
  'one',
  'two',
  'three',
  'many',
  'upper2',
  'upper3',
  'upper4',
  'upper5',
  'upper',
  'mixed',
  'capital',
  'lower',
  'digits',
  'clear',
  'maybe',
  'none',
  'english10',
  'english20',
  'english35',
  'english50',
  'english70',
  'unknown',
  'plural',
  'noun',
  'verb',
  'adjective',
  'adverb',
  'past',
  'gerund',
  'initial',
  'particle',
  'of',
  'hyphen',
  'ampersand',
  'inside',
  'start-lower',
  'start-capital',
  'start-only',
  'inside-lower',
  'shouted',
  'start-line',
  'group',
  'person',
  'place',
  'group?',
  'person?',
  'place?',
  'demonym',
  'town1m',
  'town100k',
  'town10k',
  'town',
  'town-word',
  'town-name',
  'town-word1m',
  'town-name1m',
  'reporting',
  'role',
  'place-name',
  'who',
  'where',
  'role-the',
  'parenthesis',
  'quoted',
  'bracketed',
  'possessive',
  'number',
  'lower-noun',
  'lower-verb',
  'end',
  'stop',
  'both',
  'first',
  'last',
  'person-word',
  'group-word',
  'place-word',
  'animal',
  'artifact',
  'communication',
  'event',
  'time',
  'other',
  'organisation',
  'open',
  'gazetteer',
  'common',
  'military',
  'political',
  'religious',
  'police',
  'court',
  'academic',
  'honorific',
  'royal',
  'medical',
  'media',
  'role-before',
  'title',
  'headline',
] as const;
const V = Object.fromEntries(VALUES.map((name) => [name, hashOf(name)])) as Readonly<Record<(typeof VALUES)[number], number>>;

const LEXNAME_VALUES: Readonly<Record<number, number>> = {
  [Lexname.Person]: V['person-word'],
  [Lexname.Group]: V['group-word'],
  [Lexname.Location]: V['place-word'],
  [Lexname.Animal]: V.animal,
  [Lexname.Artifact]: V.artifact,
  [Lexname.Communication]: V.communication,
  [Lexname.Event]: V.event,
  [Lexname.Time]: V.time,
};

/** Emits every feature of `chunk`; `previous` and `next` are its neighbours in the same sentence, or null. */
export function features(scene: Scene, chunk: Chunk, previous: Chunk | null, next: Chunk | null, emit: Emit): void {
  const { tokens, knowledge } = scene;
  const { first, last } = chunk;
  const sentence = scene.sentences[chunk.sentence];
  emit(T.bias, V.yes);
  emit(
    T.shape,
    chunk.shape === 'open' ? V.open : chunk.shape === 'gazetteer' ? V.gazetteer : chunk.shape === 'place' ? V['place-word'] : V.organisation,
  );
  const words = countWords(scene, first, last);
  emit(T.words, words === 1 ? V.one : words === 2 ? V.two : words === 3 ? V.three : V.many);
  emit(T.case, caseValue(scene, first, last));
  innerFeatures(scene, chunk, emit);
  startFeature(scene, chunk, words, emit);

  const head = firstWord(scene, first, last);
  const tail = lastWord(scene, first, last);
  // A row that names a group or place outright leaves nothing for lists of personal names to say.
  const firm = chunk.senses.find((sense) => isFirm(knowledge, sense));
  const listed = firm !== undefined && senseType(knowledge, firm) !== 'person';
  const given = listed ? V.none : kindValue(scene, head, 'givenName');
  const surname = listed ? V.none : kindValue(scene, tail, 'surname');
  emit(T.given, given);
  emit(T.surname, surname);
  if (words > 1) emit(T.names, given !== V.none && surname !== V.none ? V.both : given !== V.none ? V.first : surname !== V.none ? V.last : V.none);
  emit(T['first-level'], levelValue(scene, head));
  emit(T['last-level'], levelValue(scene, tail));
  const level = levelOf(knowledge, tokens, tail);
  if (level > 0) {
    const pos = posOf(knowledge, tokens, tail);
    emit(
      T['last-form'],
      (pos & Pos.Plural) !== 0
        ? V.plural
        : (pos & Pos.Noun) !== 0
          ? V.noun
          : (pos & Pos.Gerund) !== 0
            ? V.gerund
            : (pos & Pos.Adjective) !== 0
              ? V.adjective
              : (pos & Pos.Verb) !== 0
                ? V.verb
                : V.adverb,
    );
    emit(T['last-kind'], LEXNAME_VALUES[lexnameOf(knowledge, tokens, tail)] ?? V.other);
    if (words > 1) emit(T['last-word'], tokens.hash[tail]);
  } else if (!listed) {
    const suffix = suffixHash(scene, tail, 3);
    if (suffix !== 0) emit(T.suffix, suffix);
    const short = suffixHash(scene, tail, 2);
    if (short !== 0) emit(T.suffix2, short);
  }
  if (words > 1) emit(T['first-word'], tokens.hash[head]);
  if (isKind(knowledge, tokens, tail, 'organisation')) emit(T['tail-word'], V.organisation);
  if (isKind(knowledge, tokens, tail, 'placeWord')) emit(T['tail-word'], V['place-word']);
  if (isKind(knowledge, tokens, tail, 'role') || isKind(knowledge, tokens, tail, 'title')) emit(T['tail-word'], V.role);
  listedFeatures(scene, chunk, emit);
  if (next !== null && next.first > last && next.first - last <= 3) neighbourFeature(scene, T['next-neighbour'], next, last, emit);
  contextFeatures(scene, chunk, previous, sentence.first, sentence.last, emit);
}

function countWords(scene: Scene, first: number, last: number): number {
  let words = 0;
  for (let token = first; token < last; token++) if ((scene.tokens.flags[token] & (Flag.Word | Flag.Number)) !== 0) words++;
  return words;
}

const firstWord = (scene: Scene, first: number, last: number): number => {
  let token = first;
  while (token < last - 1 && !isCapital(scene, token)) token++;
  return token;
};
const lastWord = (scene: Scene, first: number, last: number): number => {
  let token = last - 1;
  while (token > first && !has(scene.tokens, token, Flag.Word)) token--;
  return token;
};

function caseValue(scene: Scene, first: number, last: number): number {
  const { flags, start, end } = scene.tokens;
  if (last - first === 1) {
    if ((flags[first] & Flag.Upper) !== 0) {
      const length = end[first] - start[first];
      return length === 2 ? V.upper2 : length === 3 ? V.upper3 : length === 4 ? V.upper4 : length === 5 ? V.upper5 : V.upper;
    }
    if ((flags[first] & Flag.Alphanumeric) !== 0) return V.digits;
    for (let i = start[first] + 1; i < end[first]; i++) {
      const c = scene.text.charCodeAt(i);
      if (c >= 65 && c <= 90) return V.mixed;
    }
    return V.capital;
  }
  let uppers = 0;
  let words = 0;
  for (let token = first; token < last; token++) {
    if ((flags[token] & Flag.Word) === 0) continue;
    words++;
    if ((flags[token] & Flag.Upper) !== 0) uppers++;
  }
  return uppers === words ? V.upper : uppers > 0 ? V.mixed : V.capital;
}

function innerFeatures(scene: Scene, chunk: Chunk, emit: Emit): void {
  const { flags, start, end } = scene.tokens;
  for (let token = chunk.first; token < chunk.last; token++) {
    if ((flags[token] & Flag.Punctuation) !== 0) {
      const c = sign(scene, token);
      if (c === 38) emit(T.inner, V.ampersand);
      else if (c === 45) emit(T.inner, V.hyphen);
    } else if ((flags[token] & Flag.Number) !== 0) emit(T.inner, V.digits);
    else if ((flags[token] & Flag.Capital) === 0) emit(T.inner, isWord(scene, token, 'of') ? V.of : V.particle);
    else if (end[token] - start[token] === 1 || ((flags[token] & Flag.Dotted) !== 0 && chunk.last - chunk.first > 1)) emit(T.inner, V.initial);
  }
}

/** A capital tells least where a sentence begins; what the article does elsewhere with the word tells more. */
function startFeature(scene: Scene, chunk: Chunk, words: number, emit: Emit): void {
  const { flags, hash } = scene.tokens;
  const token = chunk.first;
  const seenLower = words === 1 && scene.lower.has(hash[token]);
  if ((flags[token] & Flag.Shouted) !== 0) emit(T.start, V.shouted);
  else if (scene.headlines.has(chunk.sentence)) emit(T.start, V.headline);
  else if ((flags[token] & Flag.SentenceStart) === 0 && !afterOpening(scene, token)) emit(T.start, seenLower ? V['inside-lower'] : V.inside);
  else emit(T.start, seenLower ? V['start-lower'] : scene.capital.has(hash[token]) ? V['start-capital'] : V['start-only']);
}

function afterOpening(scene: Scene, token: number): boolean {
  if (token === 0) return true;
  const c = sign(scene, token - 1);
  return c === 0x201c || c === 34 || c === 58 || c === 0x2022 || c === 0x2018;
}

function kindValue(scene: Scene, token: number, kind: 'givenName' | 'surname'): number {
  if (!isKind(scene.knowledge, scene.tokens, token, kind)) return V.none;
  const row = phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, kind);
  return row?.row.ambiguous ? V.maybe : V.clear;
}

function levelValue(scene: Scene, token: number): number {
  const level = levelOf(scene.knowledge, scene.tokens, token);
  return level === 0
    ? V.unknown
    : level <= 10
      ? V.english10
      : level <= 20
        ? V.english20
        : level <= 35
          ? V.english35
          : level <= 50
            ? V.english50
            : V.english70;
}

function suffixHash(scene: Scene, token: number, length: number): number {
  const { start, end } = scene.tokens;
  if (end[token] - start[token] <= length) return 0;
  let h = hashStart;
  for (let i = end[token] - length; i < end[token]; i++) h = hashStep(h, foldOf(scene.text.charCodeAt(i)));
  return hashEnd(h);
}

function listedFeatures(scene: Scene, chunk: Chunk, emit: Emit): void {
  const { names } = scene.knowledge;
  let emitted = 0;
  let town = -1;
  for (const sense of chunk.senses) {
    const type = senseType(scene.knowledge, sense);
    if ((names.flags[sense] & SenseFlag.World) !== 0) {
      if (town < 0 || peopleKnowing(scene.knowledge, sense) > peopleKnowing(scene.knowledge, town)) town = sense;
      continue;
    }
    const firm = isFirm(scene.knowledge, sense);
    const value = USES[names.use[sense]] === 'demonym' ? 'demonym' : firm ? type : (`${type}?` as const);
    const bit = 1 << (TYPE_BITS[value] ?? 0);
    if ((emitted & bit) !== 0) continue;
    emitted |= bit;
    emit(T.listed, V[value]);
  }
  if (emitted === 0) emit(T.listed, V.none);
  const notName = phraseAt(scene.knowledge, scene.text, scene.tokens, chunk.first, chunk.last, 'notName');
  if (notName && notName.last === chunk.last) emit(T.listed, V.common);
  if (town >= 0) {
    const population = peopleKnowing(scene.knowledge, town);
    const flags = names.flags[town];
    const big = population >= 1_000_000;
    const value =
      (flags & SenseFlag.Word) !== 0
        ? big
          ? 'town-word1m'
          : 'town-word'
        : (flags & SenseFlag.Personal) !== 0
          ? big
            ? 'town-name1m'
            : 'town-name'
          : big
            ? 'town1m'
            : population >= 100_000
              ? 'town100k'
              : population >= 10_000
                ? 'town10k'
                : 'town';
    emit(T.town, V[value]);
  }
}
const TYPE_BITS: Readonly<Record<string, number>> = { group: 1, person: 2, place: 3, 'group?': 4, 'person?': 5, 'place?': 6, demonym: 7 };

function contextFeatures(scene: Scene, chunk: Chunk, previous: Chunk | null, from: number, limit: number, emit: Emit): void {
  const { tokens, knowledge, text } = scene;
  const { first, last } = chunk;
  if (chunk.title !== null) emit(T.title, hashOf(chunk.titleKind || 'title'));
  const before = first - 1;
  if (before >= from) {
    if (has(tokens, before, Flag.Number)) emit(T.before, V.number);
    else emit(T.before, tokens.hash[before]);
    if (
      isLowerWord(scene, before) &&
      (isKind(knowledge, tokens, before, 'role') || lexnameOf(knowledge, tokens, before) === Lexname.Person) &&
      chunk.title === null
    )
      emit(T.title, V['role-before']);
    if (isWord(scene, before, 'the') && before - 1 >= from) emit(T['before-the'], tokens.hash[before - 1]);
    if (isLowerWord(scene, before) && isKind(knowledge, tokens, before, 'reporting')) emit(T.around, V.reporting);
  } else emit(T.before, V.headline);
  if (previous !== null && previous.last < first && first - previous.last <= 3) neighbourFeature(scene, T.neighbour, previous, previous.last, emit);

  if (last >= limit) {
    emit(T.after, V.end);
    return;
  }
  const c = sign(scene, last);
  if (has(tokens, last, Flag.Possessive)) {
    emit(T.after, V.possessive);
    if (last + 1 < limit && isLowerWord(scene, last + 1)) nounOrVerb(scene, last + 1, emit);
    return;
  }
  if (has(tokens, last, Flag.Number)) emit(T.after, V.number);
  else emit(T.after, tokens.hash[last]);
  if (isLowerWord(scene, last)) {
    if (isKind(knowledge, tokens, last, 'reporting')) emit(T.behind, V.reporting);
    else nounOrVerb(scene, last, emit);
    return;
  }
  if ((c === 45 || c === 0x2013 || c === 0x2010) && !has(tokens, last, Flag.SpaceBefore) && last + 1 < limit && isLowerWord(scene, last + 1)) {
    emit(T.hyphen, tokens.hash[last + 1]);
    return;
  }
  if (c === 40) {
    if (last + 2 < limit && has(tokens, last + 1, Flag.Upper) && sign(scene, last + 2) === 41) emit(T.behind, V.parenthesis);
    return;
  }
  if (c !== 44 || last + 1 >= limit) return;
  const next = last + 1;
  if (isWord(scene, next, 'who') || isWord(scene, next, 'whose')) emit(T.comma, V.who);
  else if (isWord(scene, next, 'where')) emit(T.comma, V.where);
  else if (has(tokens, next, Flag.Number)) emit(T.comma, V.number);
  else if (isCapital(scene, next)) {
    const hit = gazetteerAt(scene, next, limit);
    if (hit?.senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) === 'place')) emit(T.comma, V['place-name']);
    else if (phraseAt(knowledge, text, tokens, next, limit, 'title')) emit(T.comma, V.title);
  } else if (isWord(scene, next, 'a') || isWord(scene, next, 'an') || isWord(scene, next, 'the') || isLowerWord(scene, next)) {
    emit(T.comma, apposition(scene, next, limit));
  }
}

/** ", a senior Taliban commander", ", spokesman for …": what the first noun of the apposition is. */
function apposition(scene: Scene, from: number, limit: number): number {
  const { tokens, knowledge } = scene;
  for (let token = from; token < Math.min(limit, from + 6); token++) {
    if (has(tokens, token, Flag.Punctuation) && sign(scene, token) !== 45) break;
    if (isKind(knowledge, tokens, token, 'role')) return V.role;
    if (!isLowerWord(scene, token)) continue;
    if (isWord(scene, token, 'of') || isWord(scene, token, 'in') || isWord(scene, token, 'and')) break;
    const kind = lexnameOf(knowledge, tokens, token);
    const next = token + 1 < limit ? token + 1 : token;
    const headNoun = (posOf(knowledge, tokens, token) & Pos.Noun) !== 0 && (posOf(knowledge, tokens, next) & Pos.Noun) === 0;
    if (headNoun && kind !== 0) return LEXNAME_VALUES[kind] ?? V.other;
  }
  return V.other;
}

function nounOrVerb(scene: Scene, token: number, emit: Emit): void {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  if ((pos & (Pos.Past | Pos.Third)) !== 0) emit(T.behind, V['lower-verb']);
  else if ((pos & Pos.Noun) !== 0) {
    emit(T.behind, V['lower-noun']);
    emit(T.behind, LEXNAME_VALUES[lexnameOf(scene.knowledge, scene.tokens, token)] ?? V.other);
  }
}

/** "Gao, Timbuktu and X": a list mostly holds things of one type; `between` is the token behind the first of the two. */
function neighbourFeature(scene: Scene, template: number, other: Chunk, between: number, emit: Emit): void {
  const list = isWord(scene, between, 'and') || isWord(scene, between, 'or') || sign(scene, between) === 44 || sign(scene, between) === 47;
  if (!list) return;
  const firm = other.senses.find((sense) => isFirm(scene.knowledge, sense));
  if (firm !== undefined) emit(template, V[senseType(scene.knowledge, firm)]);
  else if (other.shape === 'organisation') emit(template, V.group);
  else if (other.shape === 'place') emit(template, V.place);
  else if (other.title !== null) emit(template, V.person);
}
