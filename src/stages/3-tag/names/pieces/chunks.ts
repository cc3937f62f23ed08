import { Flag, has, type Sentence } from '../../../../model/index.js';
import {
  Begins,
  Kind,
  entityText,
  isKind,
  Lexname,
  lexnameOf,
  levelOf,
  phraseAt,
  SenseFlag,
  USES,
  type LexiconHit,
} from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, lowerPlaceAt, senseType, type GazetteerHit } from '../gazetteer.js';
import { introductionsIn, type Introduction } from './introductions.js';
import { boundary, organisationAt, owns } from './organisations.js';
import { eventEnd } from '../verdicts/other-names.js';
import { runAt, type Run } from './runs.js';
import { isCapital, isFunctionWord, isWord, sign, written, type Scene } from '../scene.js';

/** What a piece of a run is by its own words; `open` pieces are judged by their context. */
export type ChunkShape = 'gazetteer' | 'organisation' | 'place' | 'open';

/** A piece of text that may be one name. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly shape: ChunkShape;
  readonly senses: readonly number[];
  readonly kind: string | null;
  /** Title or role written directly before it. */
  readonly title: string | null;
  /** The title's kind ("honorific", "military", …), '' without one. */
  readonly titleKind: string;
  readonly because: string;
}

/** Cuts a sentence into the pieces that may be names, in order, not overlapping. */
export function chunksOf(scene: Scene, sentence: Sentence): Chunk[] {
  const chunks: Chunk[] = [];
  const { tokens } = scene;
  const introductions = introductionsIn(scene, sentence);
  let next = 0;
  let token = sentence.first;
  while (token < sentence.last) {
    const flags = tokens.flags[token];
    while (next < introductions.length && introductions[next].first < token) next++;
    const introduced = introductions[next];
    if (introduced?.first === token) {
      chunks.push(introducedChunk(scene, sentence, introduced));
      token = introduced.last;
      continue;
    }
    if ((flags & Flag.Word) === 0 || (flags & Flag.Masked) !== 0) {
      const unit = (flags & (Flag.Number | Flag.Masked)) === Flag.Number ? numberedUnit(scene, sentence, token) : null;
      if (unit) chunks.push(unit);
      token = unit ? unit.last : token + 1;
      continue;
    }
    const begins = isCapital(scene, token) ? ALL : begin(scene, token);
    if (begins === 0) {
      token++;
      continue;
    }
    const run = (begins & Begins.Particle) !== 0 ? runAt(scene, token, sentence.last) : null;
    if (run) {
      // Nothing before a name that the text introduces reaches into it.
      const stop = introduced !== undefined && introduced.first < run.last ? introduced.first : 0;
      token =
        stop > 0 ? cutRun(scene, sentence, { first: run.first, last: stop }, stop, chunks) : cutRun(scene, sentence, run, sentence.last, chunks);
      continue;
    }
    const lower = lowerNameAt(scene, sentence, token, begins);
    if (lower) chunks.push(lower);
    token = lower ? lower.last : token + 1;
  }
  return chunks;
}

const ALL = Begins.Particle | Begins.LowerName | Begins.RareName;

function begin({ tokens, knowledge }: Scene, token: number): number {
  const id = tokens.id[token];
  return id < 0 ? 0 : knowledge.words.begins[id];
}

/** Names written in lower case are few: "al-Shabaab militants", rows with case "any", well-known places behind a preposition. */
function lowerNameAt(scene: Scene, sentence: Sentence, token: number, begins: number): Chunk | null {
  if ((begins & Begins.LowerName) !== 0) {
    const hit = gazetteerAt(scene, token, sentence.last);
    if (hit?.senses.some((sense) => isFirm(scene.knowledge, sense))) return gazetteerChunk(scene, sentence, token, hit, null, '');
  }
  if ((begins & Begins.RareName) === 0 || !isPreposition(scene, token - 1)) return null;
  const known = lowerPlaceAt(scene, token, sentence.last);
  return known === null ? null : gazetteerChunk(scene, sentence, token, known, null, '');
}

/** "Sexual Health Network (SHN)": one name, whatever its words are by themselves. */
function introducedChunk(scene: Scene, sentence: Sentence, { first, last }: Introduction): Chunk {
  const hit = gazetteerAt(scene, first, last);
  if (hit?.last === last) return gazetteerChunk(scene, sentence, first, hit, null, '');
  const kind = organisationAt(scene, first, { first, last }, last)?.kind ?? null;
  return chunk(scene, sentence, first, last, 'organisation', [], kind, null, '', 'rule group.introduced');
}

/** "444 Brigade", "33rd Light Infantry Division": a military unit whose name begins with its number. */
function numberedUnit(scene: Scene, sentence: Sentence, token: number): Chunk | null {
  const { tokens, knowledge } = scene;
  const hit = gazetteerAt(scene, token, sentence.last);
  if (hit && hit.words > 1 && hit.senses.some((sense) => isFirm(knowledge, sense))) return gazetteerChunk(scene, sentence, token, hit, null, '');
  // The ending of an ordinal is a token of its own.
  const next = token + 1 < sentence.last && !has(tokens, token + 1, Flag.SpaceBefore) && has(tokens, token + 1, Flag.Word) ? token + 2 : token + 1;
  if (next >= sentence.last || !isCapital(scene, next)) return null;
  const run = runAt(scene, next, sentence.last);
  const tail = run && organisationAt(scene, token, { first: next - 1, last: run.last }, sentence.last);
  if (!tail || !UNIT_KINDS.has(tail.kind)) return null;
  return chunk(scene, sentence, token, tail.last, 'organisation', [], tail.kind, null, '', tail.because);
}
const UNIT_KINDS = new Set(['military', 'military_unit', 'armed_group', 'militia']);

const PLACE_PREPOSITIONS = ['in', 'to', 'from', 'at', 'near', 'around', 'of'];
const isPreposition = (scene: Scene, token: number): boolean => token >= 0 && PLACE_PREPOSITIONS.some((word) => isWord(scene, token, word));

/** Cuts one run; returns the token to go on from. */
function cutRun(scene: Scene, sentence: Sentence, run: Run, limit: number, chunks: Chunk[]): number {
  const { tokens, knowledge, text } = scene;
  let token = run.first;
  let end = run.last;
  let title: string | null = null;
  let titleKind = '';
  while (token < end) {
    if (!isCapital(scene, token) && !(token === run.first) && !isKind(knowledge, tokens, token, Kind.Particle)) {
      token++;
      continue;
    }
    const skip = leadingWord(scene, token, end, limit);
    if (skip > token) {
      token = skip;
      continue;
    }
    const hit = gazetteerAt(scene, token, limit);
    const organisation = organisationAt(scene, token, { first: token, last: end }, limit);
    if (organisation && (!hit || hit.last < organisation.last || !hit.senses.some((s) => isFirm(knowledge, s)))) {
      // "the National Liberation Army": which of several rows is meant is decided when it is known what else the article names.
      const senses = hit?.last === organisation.last ? hit.senses : [];
      chunks.push(chunk(scene, sentence, token, organisation.last, 'organisation', senses, organisation.kind, null, '', organisation.because));
      [title, titleKind] = [null, ''];
      token = organisation.last;
      if (token > end) end = Math.max(token, runAt(scene, Math.min(token, limit - 1), limit)?.first === token ? token : end);
      continue;
    }
    const named = titleAt(scene, token, limit);
    const firmLong = hit !== null && hit.words > 1 && hit.senses.some((s) => isFirm(knowledge, s) && !beginsWithTitle(scene, s, token, named));
    if (
      named &&
      !(firmLong && hit.last > named.last) &&
      (!named.row.ambiguous || named.last < end) &&
      (named.last > token + 1 || named.last < end || !hit)
    ) {
      title = text.slice(tokens.start[token], tokens.end[named.last - 1]);
      titleKind = named.row.kind;
      token = afterTitle(scene, named.last, limit);
      if (token > end) {
        // "Minister of Foreign Affairs": the matter is part of the title; what follows is a new run.
        return token;
      }
      continue;
    }
    if (!hit && isCalling(scene, token, end)) {
      [title, titleKind] = [written(scene, token, token + 1), 'title'];
      token++;
      continue;
    }
    const place = placeShape(scene, token, end, limit);
    if (place > 0 && (!hit || hit.last <= place)) {
      chunks.push(
        chunk(
          scene,
          sentence,
          token,
          place,
          hit && hit.last === place ? 'gazetteer' : 'place',
          hit?.last === place ? hit.senses : [],
          null,
          null,
          '',
          'rule place.word',
        ),
      );
      [title, titleKind] = [null, ''];
      token = place;
      continue;
    }
    const branch = hit ? branchEnd(scene, hit, end, limit) : 0;
    if (hit && branch > 0) {
      chunks.push(chunk(scene, sentence, token, branch, 'organisation', [], null, null, '', 'rule group.branch'));
      [title, titleKind] = [null, ''];
      token = branch;
      continue;
    }
    if (hit && standsAlone(scene, hit, end, limit, title)) {
      chunks.push(gazetteerChunk(scene, sentence, token, hit, title, titleKind));
      [title, titleKind] = [null, ''];
      token = hit.last;
      continue;
    }
    const last = openEnd(scene, token, end, limit);
    const exact = hit && hit.last === last ? hit : null;
    // "THE DOOR IS OPEN": ordinary words in a shouted line are no name by their capitals, even if a town is called so.
    if (
      !exact?.senses.some((sense) => isFirm(knowledge, sense)) &&
      title === null &&
      has(tokens, token, Flag.Shouted) &&
      allEnglish(scene, token, last)
    ) {
      token = last;
      continue;
    }
    chunks.push(chunk(scene, sentence, token, last, exact ? 'gazetteer' : 'open', exact?.senses ?? [], null, title, titleKind, 'rule context'));
    [title, titleKind] = [null, ''];
    token = last;
  }
  return Math.max(token, run.first + 1);
}

function chunk(
  scene: Scene,
  sentence: Sentence,
  first: number,
  last: number,
  shape: ChunkShape,
  senses: readonly number[],
  kind: string | null,
  title: string | null,
  titleKind: string,
  because: string,
): Chunk {
  let end = last;
  let start = first;
  // "the Gulf", "The Hague": no article in a span.
  if (isWord(scene, first, 'the') && last > first + 1) start++;
  // A tail such as "Inc." may have swallowed the stop that ends the sentence: names end with a word.
  while (end > start + 1 && has(scene.tokens, end - 1, Flag.Punctuation)) end--;
  return { first: start, last: end, sentence: sentence.index, shape, senses, kind, title, titleKind, because };
}

const gazetteerChunk = (scene: Scene, sentence: Sentence, token: number, hit: GazetteerHit, title: string | null, titleKind: string): Chunk =>
  chunk(scene, sentence, token, hit.last, 'gazetteer', hit.senses, null, title, titleKind, '');

/** Skips a word that is capitalised only because the sentence begins with it ("The", "In"), or that is never part of a name. */
function leadingWord(scene: Scene, token: number, end: number, limit: number): number {
  const { tokens, knowledge, text } = scene;
  // "US$ 2.7 million", "R$": the letters belong to the currency.
  if (has(tokens, token, Flag.Upper) && token + 1 < limit && !has(tokens, token + 1, Flag.SpaceBefore) && sign(scene, token + 1) === 36)
    return token + 1;
  // "R120m", "A50bn": an amount of money.
  if (has(tokens, token, Flag.Alphanumeric) && /\d(?:m|bn|k|tn)$/.test(written(scene, token, token + 1))) return token + 1;
  if (isContraction(scene, token) || (isWord(scene, token, 'i') && !isCapital(scene, token + 1))) return token + 1;
  const notName = phraseAt(knowledge, text, tokens, token, limit, Kind.NotName);
  // "HMS Ocean", "USS Mahan": the name of a vessel goes with its prefix.
  if (notName && notName.row.category === 'vessel' && notName.last < end && has(tokens, token, Flag.Upper)) return end;
  if (notName?.row.category === 'event-head') return eventEnd(scene, token, notName.last, end, limit);
  if (notName && isNoName(scene, token, end, limit, notName.row.category, notName.last)) return notName.last;
  // In a shouted line capitals tell nothing: "NEWS FROM THE COAST AND THE HILLS".
  if (isFunctionWord(scene, token) && (!has(tokens, token, Flag.Upper) || has(tokens, token, Flag.Shouted))) {
    const hit = gazetteerAt(scene, token, limit);
    if (!hit || hit.words === 1) return token + 1;
  }
  return token;
}

/** Whether a phrase of the not-names list is one here: not when a longer name or an organisation holds it. */
function isNoName(scene: Scene, token: number, end: number, limit: number, category: string, last: number): boolean {
  const { tokens, knowledge } = scene;
  // Common capitalised nouns ("Parliament", "Embassy") are weighed as evidence, not skipped.
  if (category === 'common' && !(has(tokens, token, Flag.Upper) && !has(tokens, token, Flag.Shouted))) return false;
  if (category === 'function-word' || category === 'vessel') return false;
  if (category === 'sentence-word' && (!has(tokens, token, Flag.SentenceStart) || has(tokens, token, Flag.Upper))) return false;
  const hit = gazetteerAt(scene, token, limit);
  if (hit && (hit.last > last || (hit.last === last && hit.senses.some((sense) => USES[knowledge.names.use[sense]] === 'demonym')))) return false;
  const organisation = category === 'common' ? null : organisationAt(scene, token, { first: token, last: end }, limit);
  if (organisation && organisation.last > last) return false;
  // "Christian Aforlah", "Islam Karimov", "Friday Okonkwo": a person's name may begin with such a word.
  const goesOn = last === token + 1 && last < end && isCapital(scene, last) && category !== 'month' && category !== 'weekday';
  return !(
    goesOn &&
    isKind(knowledge, tokens, token, Kind.GivenName) &&
    (levelOf(knowledge, tokens, last) === 0 || isKind(knowledge, tokens, last, Kind.Surname))
  );
}

/** "I’m", "We’re", "Don’t": a clipped verb behind an apostrophe. */
function isContraction(scene: Scene, token: number): boolean {
  const { start, end } = scene.tokens;
  for (let i = Math.max(start[token] + 1, end[token] - 3); i < end[token] - 0; i++) {
    const c = scene.text.charCodeAt(i);
    if (c === 39 || c === 0x2019) return /^[’'](?:m|re|ve|ll|d|t)$/i.test(scene.text.slice(i, end[token]));
  }
  return false;
}

/** Goes over "of Foreign Affairs", "for Women" behind a title when that names a matter, not a place. */
function afterTitle(scene: Scene, token: number, limit: number): number {
  const { tokens } = scene;
  let at = token;
  // "Gen." keeps its dot; "Secretary-General" and "Vice-President" are phrases of the list.
  if (at < limit && scene.text[tokens.start[at]] === '.' && !has(tokens, at, Flag.SpaceBefore)) at++;
  if (at + 1 >= limit || !(isWord(scene, at, 'of') || isWord(scene, at, 'for'))) return at;
  let next = at + 1;
  if (isWord(scene, next, 'the')) next++;
  if (next >= limit || !isCapital(scene, next) || levelOf(scene.knowledge, tokens, next) === 0) return at;
  const hit = gazetteerAt(scene, next, limit);
  if (hit?.senses.some((sense) => isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) === 'place')) return at;
  let last = next;
  while (last < limit && isCapital(scene, last) && levelOf(scene.knowledge, tokens, last) > 0) {
    last++;
    if (last + 1 < limit && isWord(scene, last, 'and') && isCapital(scene, last + 1) && levelOf(scene.knowledge, tokens, last + 1) > 0) last++;
  }
  return last;
}

/** End of "Lake X", "Mount X", "X Province", "X River" written with capitals; 0 when the words do not make a place. */
function placeShape(scene: Scene, token: number, end: number, limit: number): number {
  const { tokens, knowledge, text } = scene;
  const head = phraseAt(knowledge, text, tokens, token, limit, Kind.PlaceWord);
  if (head && head.row.position !== 'tail' && isCapital(scene, token)) {
    if (isWord(scene, head.last - 1, 'of')) {
      const at = isWord(scene, head.last, 'the') ? head.last + 1 : head.last;
      const run = at < limit && isCapital(scene, at) ? runAt(scene, at, limit) : null;
      if (run) return boundary(scene, at, run.last, limit);
    } else if (head.last < end && isCapital(scene, head.last)) return boundary(scene, head.last, end, limit);
  }
  let found = 0;
  for (let at = token + 1; at < end; at++) {
    if (!isCapital(scene, at)) continue;
    const tail = phraseAt(knowledge, text, tokens, at, end, Kind.PlaceWord);
    if (tail && tail.row.position !== 'head') found = tail.last;
    if (isKind(knowledge, tokens, at, Kind.Title)) break;
  }
  return found;
}

/** End of "BBC Hausa", "Interpol Gambia": a listed organisation with a place or people directly behind it is a branch of it; 0 otherwise. */
function branchEnd(scene: Scene, hit: GazetteerHit, end: number, limit: number): number {
  const { knowledge } = scene;
  if (hit.last >= end || !isCapital(scene, hit.last)) return 0;
  const group = hit.senses.find((sense) => isFirm(knowledge, sense));
  if (group === undefined || senseType(knowledge, group) !== 'group') return 0;
  const place = gazetteerAt(scene, hit.last, limit);
  if (!place || place.last !== end) return 0;
  return place.senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) === 'place') ? end : 0;
}

/** "President Biden" as a row: the title is left out of the span unless the person's own name begins with it ("Sheikh Hasina"). */
function beginsWithTitle(scene: Scene, sense: number, token: number, title: LexiconHit<Kind.Title> | null): boolean {
  if (title === null || senseType(scene.knowledge, sense) !== 'person') return false;
  const { name } = entityText(scene.knowledge.entities, scene.knowledge.names.entity[sense]);
  return !name.toLowerCase().startsWith(written(scene, token, title.last).toLowerCase());
}

/** A title or role that may stand before a name at `token`. */
function titleAt(scene: Scene, token: number, limit: number): LexiconHit<Kind.Title> | null {
  const title = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Title);
  // "Qari", "Hafiz": as often part of the name as before it.
  if (!title || title.row.position === 'after' || (title.row.ambiguous && title.row.kind === 'religious')) return null;
  return title;
}

/** Whether a gazetteer name stands for itself although the run goes on behind it. */
function standsAlone(scene: Scene, hit: GazetteerHit, end: number, limit: number, title: string | null): boolean {
  if (hit.last >= end) return true;
  const { knowledge, tokens, text } = scene;
  const firm = hit.senses.find((sense) => isFirm(knowledge, sense));
  if (firm === undefined) return false;
  const next = hit.last;
  if (!isCapital(scene, next)) {
    // A hyphen: "Taliban-TTP" are two names; "Israel-Gaza" likewise.
    const behind = next + 1;
    return behind < end && gazetteerAt(scene, behind, limit) !== null;
  }
  if (phraseAt(knowledge, text, tokens, next, limit, Kind.Title) || isKind(knowledge, tokens, next, Kind.Role)) return true;
  if (isFaith(scene, next, limit)) return true;
  const type = senseType(knowledge, firm);
  // "Teodoro Obiang" and then "Nguema": a longer name than the row knows.
  if (type === 'person') return hit.words > 1 && levelOf(knowledge, tokens, next) > 0 && !isKind(knowledge, tokens, next, Kind.Surname);
  // "Aidar Zhumabekov", a person, though Aidar is also a battalion.
  if (hit.words === 1 && (title !== null || (knowledge.names.flags[firm] & SenseFlag.Personal) !== 0)) return false;
  if (isKind(knowledge, tokens, next, Kind.GivenName) || gazetteerAt(scene, next, limit)?.senses.some((s) => isFirm(knowledge, s))) return true;
  const demonym = USES[knowledge.names.use[firm]] === 'demonym';
  if (demonym || type === 'place') return levelOf(knowledge, tokens, next) === 0 && !demonym;
  return true;
}

/** "Lebanese Shiite": a faith stands by itself behind a name, unless it is a personal name ("Ibrahim Jain"). */
const isFaith = (scene: Scene, token: number, limit: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.NotName)?.row.category === 'religion' &&
  !isKind(scene.knowledge, scene.tokens, token, Kind.GivenName) &&
  !isKind(scene.knowledge, scene.tokens, token, Kind.Surname);

/** Whether all words of `[first, last)` are ordinary English words and no personal names. */
function allEnglish(scene: Scene, first: number, last: number): boolean {
  for (let token = first; token < last; token++) {
    const level = levelOf(scene.knowledge, scene.tokens, token);
    if (level === 0 || level > 50 || isKind(scene.knowledge, scene.tokens, token, Kind.GivenName)) return false;
  }
  return true;
}

const AMPERSAND = 38;
const isGiven = (scene: Scene, token: number): boolean => isKind(scene.knowledge, scene.tokens, token, Kind.GivenName);

/** "Mathematician Hermann Weyl", "Witness Claire Ross": an ordinary word for people, with a capital, before a full name. */
function isCalling(scene: Scene, token: number, end: number): boolean {
  const { tokens, knowledge } = scene;
  return (
    token + 2 < end &&
    isCapital(scene, token + 1) &&
    isGiven(scene, token + 1) &&
    levelOf(knowledge, tokens, token + 1) === 0 &&
    levelOf(knowledge, tokens, token) > 0 &&
    lexnameOf(knowledge, tokens, token) === Lexname.Person &&
    !isGiven(scene, token) &&
    !isKind(knowledge, tokens, token, Kind.Surname)
  );
}

/** Where a piece that nothing explains ends: before a title, or before a firm name of several words. */
function openEnd(scene: Scene, token: number, end: number, limit: number): number {
  const { knowledge, tokens, text } = scene;
  for (let at = token + 1; at < end; at++) {
    if (has(tokens, at, Flag.Shouted) && isFunctionWord(scene, at) && !isKind(knowledge, tokens, at, Kind.Particle)) return at;
    // "Benjamin Ntim & Kojo Annan": two people, though "Marks & Spencer" is one firm.
    if (sign(scene, at) === AMPERSAND && at > token + 1 && isGiven(scene, token) && at + 2 < end && isGiven(scene, at + 1)) return at;
    if (!isCapital(scene, at) && !isKind(knowledge, tokens, at, Kind.Particle)) continue;
    const title = phraseAt(knowledge, text, tokens, at, limit, Kind.Title);
    if (title && isCapital(scene, at) && !title.row.ambiguous && title.last < end && !owns(scene, title.last)) return at;
    if (isFaith(scene, at, limit)) return at;
    const hit = gazetteerAt(scene, at, limit);
    if (!hit || hit.last > end) continue;
    const firm = hit.senses.filter((sense) => isFirm(knowledge, sense));
    if (hit.words > 1 && firm.some((sense) => senseType(knowledge, sense) !== 'person')) return at;
    // Headlines capitalise every word: "Targeting TTP", "Gunmen Attack Kabul".
    if (firm.some((sense) => (knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) === 0) && allEnglish(scene, token, at)) return at;
  }
  return end;
}
