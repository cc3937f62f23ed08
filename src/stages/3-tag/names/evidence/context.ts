import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, phraseAt, Pos, posOf, pairOf } from '../../../../knowledge/index.js';
import { hashOf } from '../../../../text/index.js';
import type { Chunk } from '../pieces/chunk.js';
import { descriptionOf } from './descriptions.js';
import { gazetteerAt, isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import { isCapital, isFunctionWord, isLowerWord, isWord, sign, type Scene } from '../scene.js';
import { pronounBehind } from './pronouns.js';
import { LEXNAME_VALUES, T, V, type Emit } from './templates.js';

/** Emits what stands around `chunk` in its sentence `[from, limit)`. */
export function contextFeatures(scene: Scene, chunk: Chunk, form: number, previous: Chunk | null, from: number, limit: number, emit: Emit): void {
  const { tokens, knowledge, text } = scene;
  const { first, last } = chunk;
  if (chunk.title !== null) emit(T.title, hashOf(chunk.titleKind || 'title'));
  const pronoun = chunk.senses.length === 0 ? pronounBehind(scene, last, limit) : 0;
  if (pronoun !== 0) emit(T.pronoun, pronoun);
  const described = descriptionOf(scene, first, last, from, limit);
  if (described !== null) emit(T.described, V[`is-${described}`]);
  const before = first - 1;
  if (before >= from) {
    if (has(tokens, before, Flag.Number)) emit(T.before, V.number);
    else emit(T.before, tokens.hash[before]);
    // "studied at Yale", but "landed at Kesso": only a name that a school or firm has, too, is likelier one of these behind "at".
    if (!(form === V.town && isWord(scene, before, 'at') && isTownOnly(scene, chunk))) emit(T['before-form'], pairOf(sideValue(scene, before), form));
    headOf(scene, before, from, emit);
    if (
      isLowerWord(scene, before) &&
      (isKind(knowledge, tokens, before, Kind.Role) || lexnameOf(knowledge, tokens, before) === Lexname.Person) &&
      chunk.title === null
    )
      emit(T.title, V['role-before']);
    if (isWord(scene, before, 'the') && before - 1 >= from) emit(T['before-the'], tokens.hash[before - 1]);
  } else {
    emit(T.before, V.headline);
    emit(T['before-form'], pairOf(V.headline, form));
  }
  if (previous !== null && previous.last < first && first - previous.last <= 3) neighbourFeature(scene, T.neighbour, previous, previous.last, emit);

  if (last >= limit) {
    emit(T.after, V.end);
    emit(T['after-form'], pairOf(V.end, form));
    return;
  }
  const c = sign(scene, last);
  emit(T['after-form'], pairOf(sideValue(scene, last), form));
  if (has(tokens, last, Flag.Possessive)) {
    emit(T.after, V.possessive);
    if (last + 1 < limit && isLowerWord(scene, last + 1)) nounOrVerb(scene, last + 1, emit);
    return;
  }
  if (has(tokens, last, Flag.Number)) emit(T.after, V.number);
  else emit(T.after, tokens.hash[last]);
  if (isLowerWord(scene, last)) {
    if (isKind(knowledge, tokens, last, Kind.Reporting)) emit(T.behind, V.reporting);
    else nounOrVerb(scene, last, emit);
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
    else if (phraseAt(knowledge, text, tokens, next, limit, Kind.Title)) emit(T.comma, V.title);
  } else if (isWord(scene, next, 'a') || isWord(scene, next, 'an') || isWord(scene, next, 'the') || isLowerWord(scene, next)) {
    emit(T.comma, apposition(scene, next, limit));
  }
}

/** People of a town that somebody may well be at. */
const KNOWN_TOWN = 20_000;

const isTownOnly = ({ knowledge }: Scene, { senses }: Chunk): boolean =>
  senses.every((sense) => senseType(knowledge, sense) === 'place') && senses.some((sense) => peopleKnowing(knowledge, sense) >= KNOWN_TOWN);

/** ", a senior Taliban commander", ", spokesman for …": what the first noun of the apposition is. */
function apposition(scene: Scene, from: number, limit: number): number {
  const { tokens, knowledge } = scene;
  for (let token = from; token < Math.min(limit, from + 6); token++) {
    if (has(tokens, token, Flag.Punctuation) && sign(scene, token) !== 45) break;
    if (isKind(knowledge, tokens, token, Kind.Role)) return V.role;
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
export function neighbourFeature(scene: Scene, template: number, other: Chunk, between: number, emit: Emit): void {
  const list = isWord(scene, between, 'and') || isWord(scene, between, 'or') || sign(scene, between) === 44 || sign(scene, between) === 47;
  if (!list) return;
  const firm = other.senses.find((sense) => isFirm(scene.knowledge, sense));
  if (firm !== undefined) emit(template, V[senseType(scene.knowledge, firm)]);
  else if (other.shape === 'organisation') emit(template, V.group);
  else if (other.shape === 'place') emit(template, V.place);
  else if (other.title !== null) emit(template, V.person);
}

/** A word beside a piece: itself when it is of a closed class or a mark, else what it can be. */
function sideValue(scene: Scene, token: number): number {
  const { tokens, knowledge } = scene;
  const flags = tokens.flags[token];
  if ((flags & Flag.Possessive) !== 0) return V.possessive;
  if ((flags & Flag.Number) !== 0) return V.number;
  if ((flags & Flag.Word) === 0) return tokens.hash[token];
  if ((flags & Flag.Capital) !== 0 && !isFunctionWord(scene, token)) return V.capital;
  if (isFunctionWord(scene, token)) return tokens.hash[token];
  if (isKind(knowledge, tokens, token, Kind.Reporting)) return V.reporting;
  if (isKind(knowledge, tokens, token, Kind.Role)) return V.role;
  const pos = posOf(knowledge, tokens, token);
  if ((pos & (Pos.Past | Pos.Third)) !== 0) return V['lower-verb'];
  if ((pos & Pos.Noun) !== 0) return LEXNAME_VALUES[lexnameOf(knowledge, tokens, token)] ?? V['lower-noun'];
  return V.lower;
}

/** "the town of X", "leader of the X": what the noun before the preposition is. */
function headOf(scene: Scene, before: number, from: number, emit: Emit): void {
  const { tokens, knowledge } = scene;
  let at = before;
  if (isWord(scene, at, 'the')) at--;
  if (at - 1 < from || !isWord(scene, at, 'of')) return;
  const noun = at - 1;
  if (!isLowerWord(scene, noun)) return;
  emit(T['head-of'], isKind(knowledge, tokens, noun, Kind.Role) ? V.role : (LEXNAME_VALUES[lexnameOf(knowledge, tokens, noun)] ?? V.other));
}
