import { Flag } from '../../../../model/index.js';
import { entityText, Kind, isKind, levelOf, lexnameOf, phraseAt, Pos, posOf, SenseFlag, USES, pairOf } from '../../../../knowledge/index.js';
import { sightsElsewhere, type Overview } from './article.js';
import type { Chunk } from '../pieces/chunk.js';
import { conditionsHold } from '../conditions.js';
import { contextFeatures, neighbourFeature } from './context.js';
import { isClub, isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import { isWord, sign, type Scene } from '../scene.js';
import { formOf } from './forms.js';
import { isSeenInside, isSeenLower } from '../seen-words.js';
import { caseValue, countWords, firstWord, kindValue, lastWord, levelValue, patternHash, suffixHash, wordForm } from './words.js';
import { LEXNAME_VALUES, T, V, type Emit } from './templates.js';

/** Emits every feature of `chunk`; `previous` and `next` are its neighbours in the same sentence, or null. */
export function features(scene: Scene, chunk: Chunk, previous: Chunk | null, next: Chunk | null, article: Overview, emit: Emit): void {
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
  const form = formOf(scene, chunk);
  startFeature(scene, chunk, words, form, emit);

  emit(T.form, form);
  sightsElsewhere(scene, article, chunk, (value) => emit(T.article, value));
  const head = firstWord(scene, first, last);
  const tail = lastWord(scene, first, last);
  // A row that names a group or place outright leaves nothing for lists of personal names to say.
  const firm = chunk.senses.find((sense) => isFirm(knowledge, sense));
  // "Meta" in an article that names Google is no girl either.
  const told = firm ?? chunk.senses.find((sense) => !isWorld(scene, sense) && conditionsHold(knowledge, sense, article.present));
  const listed = told !== undefined && senseType(knowledge, told) !== 'person';
  const given = listed ? V.none : kindValue(scene, head, Kind.GivenName);
  const surname = listed ? V.none : kindValue(scene, tail, Kind.Surname);
  emit(T.given, given);
  emit(T.surname, surname);
  if (words > 1) emit(T.names, given !== V.none && surname !== V.none ? V.both : given !== V.none ? V.first : surname !== V.none ? V.last : V.none);
  emit(T['first-level'], levelValue(scene, head));
  emit(T['last-level'], levelValue(scene, tail));
  const level = levelOf(knowledge, tokens, tail);
  if (level > 0) {
    emit(T['last-form'], wordForm(posOf(knowledge, tokens, tail)));
    emit(T['last-kind'], LEXNAME_VALUES[lexnameOf(knowledge, tokens, tail)] ?? V.other);
    if (words > 1) emit(T['last-word'], tokens.hash[tail]);
  } else if (!listed) {
    const suffix = suffixHash(scene, tail, 3);
    if (suffix !== 0) emit(T.suffix, suffix);
  }
  if (words > 1) emit(T['first-word'], tokens.hash[head]);
  if (words > 1 && words <= 4) emit(T.pattern, patternHash(scene, first, last));
  if (isKind(knowledge, tokens, tail, Kind.Organisation)) emit(T['tail-word'], V.organisation);
  // "School District": the word for the whole says what it is, whatever its last word is by itself.
  if (chunk.shape !== 'organisation' && isKind(knowledge, tokens, tail, Kind.PlaceWord)) emit(T['tail-word'], V['place-word']);
  if (isKind(knowledge, tokens, tail, Kind.Role) || isKind(knowledge, tokens, tail, Kind.Title)) emit(T['tail-word'], V.role);
  listedFeatures(scene, chunk, article, emit);
  if (next !== null && next.first > last && next.first - last <= 3) neighbourFeature(scene, T['next-neighbour'], next, last, emit);
  contextFeatures(scene, chunk, form, previous, sentence.first, sentence.last, emit);
}

function innerFeatures(scene: Scene, chunk: Chunk, emit: Emit): void {
  const { flags, start, end } = scene.tokens;
  for (let token = chunk.first; token < chunk.last; token++) {
    if ((flags[token] & Flag.Punctuation) !== 0) {
      const c = sign(scene, token);
      if (c === 38) emit(T.inner, V.ampersand);
      else if (c === 45) emit(T.inner, V.hyphen);
    } else if ((flags[token] & Flag.Number) !== 0) emit(T.inner, V.digits);
    else if ((flags[token] & Flag.Capital) === 0) {
      emit(T.inner, isWord(scene, token, 'of') ? V.of : V.particle);
    } else if (end[token] - start[token] === 1 || ((flags[token] & Flag.Dotted) !== 0 && chunk.last - chunk.first > 1)) emit(T.inner, V.initial);
  }
}

/** A capital tells least where a sentence begins; what the article does elsewhere with the word tells more. */
function startFeature(scene: Scene, chunk: Chunk, words: number, form: number, emit: Emit): void {
  const value = startValue(scene, chunk, words);
  emit(T.start, value);
  emit(T['start-form'], pairOf(value, form));
}

function startValue(scene: Scene, chunk: Chunk, words: number): number {
  const { flags } = scene.tokens;
  const token = chunk.first;
  const seenLower = words === 1 && isSeenLower(scene.seen, scene.tokens, token);
  if ((flags[token] & Flag.Shouted) !== 0) return V.shouted;
  if (scene.headlines[chunk.sentence] === 1) return V.headline;
  if ((flags[token] & Flag.SentenceStart) === 0 && !afterOpening(scene, token)) return seenLower ? V['inside-lower'] : V.inside;
  return seenLower ? V['start-lower'] : isSeenInside(scene.seen, scene.tokens, token) ? V['start-capital'] : V['start-only'];
}

function afterOpening(scene: Scene, token: number): boolean {
  if (token === 0) return true;
  const c = sign(scene, token - 1);
  return c === 0x201c || c === 34 || c === 58 || c === 0x2022 || c === 0x2018;
}

function listedFeatures(scene: Scene, chunk: Chunk, article: Overview, emit: Emit): void {
  const { names } = scene.knowledge;
  let emitted = 0;
  let town = -1;
  for (const sense of chunk.senses) {
    const type = senseType(scene.knowledge, sense);
    if ((names.flags[sense] & SenseFlag.World) !== 0) {
      if (town < 0 || peopleKnowing(scene.knowledge, sense) > peopleKnowing(scene.knowledge, town)) town = sense;
      continue;
    }
    const value =
      USES[names.use[sense]] === 'demonym'
        ? 'demonym'
        : isFirm(scene.knowledge, sense)
          ? type
          : conditionsHold(scene.knowledge, sense, article.present)
            ? (`${type}+` as const)
            : (`${type}?` as const);
    // "Hamburg", "Pirates": a club's short name that is a town's, a county's or a plural says nothing where nobody speaks of the club.
    if (value === 'group?' && isClub(scene.knowledge, sense) && (isElse(scene, chunk.senses) || isPlural(scene, chunk.last - 1))) continue;
    const bit = 1 << (TYPE_BITS[value] ?? 0);
    if ((emitted & bit) !== 0) continue;
    emitted |= bit;
    emit(T.listed, V[value]);
  }
  if (emitted === 0) emit(T.listed, V.none);
  const notName = phraseAt(scene.knowledge, scene.text, scene.tokens, chunk.first, chunk.last, Kind.NotName);
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

const isWorld = ({ knowledge }: Scene, sense: number): boolean => (knowledge.names.flags[sense] & SenseFlag.World) !== 0;

/** People of a town that its name means before any club. */
const KNOWN_TOWN = 20_000;

const isPlural = ({ knowledge, tokens }: Scene, token: number): boolean => (posOf(knowledge, tokens, token) & Pos.Plural) !== 0;

const UNITS: ReadonlySet<string> = new Set(['province', 'district']);

const isElse = ({ knowledge }: Scene, senses: readonly number[]): boolean =>
  senses.some(
    (sense) =>
      senseType(knowledge, sense) === 'place' &&
      (knowledge.names.flags[sense] & SenseFlag.Personal) === 0 &&
      (peopleKnowing(knowledge, sense) >= KNOWN_TOWN || UNITS.has(entityText(knowledge.entities, knowledge.names.entity[sense]).kind)),
  );

const TYPE_BITS: Readonly<Record<string, number>> = {
  group: 1,
  person: 2,
  place: 3,
  'group?': 4,
  'person?': 5,
  'place?': 6,
  demonym: 7,
  'group+': 8,
  'person+': 9,
  'place+': 10,
};
