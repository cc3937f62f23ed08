import { Flag, has, type EntityType, type Sense } from '../../../model/index.js';
import {
  hasNeeds,
  isKind,
  Kind,
  entityText,
  levelOf,
  Needs,
  needsOf,
  phraseAt,
  SenseFlag,
  TYPES,
  USES,
  type Knowledge,
} from '../../../knowledge/index.js';
import { firstValue, lastValue, LONGEST_PHRASE, longestPhrase, nextWord, beginning, step, walked } from '../../../text/index.js';
import { isCapital, isWord, sign, type Scene } from './scene.js';

/** A gazetteer name at a place of the text: tokens up to `last`, its readings (numbers of senses), likeliest first. */
export interface GazetteerHit {
  readonly last: number;
  readonly words: number;
  readonly senses: readonly number[];
}

/** Readings beyond this many are the hundredth village of a name: the likeliest stand first. */
const MOST_SENSES = 24;

/** The names found so far in an article, by the token they begin with: the finders ask for one place many times. */
export interface Found {
  /** End of the stretch that was asked for last, 0 when none was. */
  readonly limit: Int32Array;
  readonly hit: (GazetteerHit | null)[];
}

/** Longest gazetteer name that begins at `token` and ends before `limit`, written with the capitals it asks for; null when none. */
export function gazetteerAt(scene: Scene, token: number, limit: number): GazetteerHit | null {
  const { tokens, knowledge, found } = scene;
  const id = tokens.id[token];
  if (beginning(knowledge.names.trie, id) === 0) return null;
  if (found.limit[token] === limit) return found.hit[token];
  found.limit[token] = limit;
  return (found.hit[token] = outermost(scene, token, limit));
}

function outermost(scene: Scene, token: number, limit: number): GazetteerHit | null {
  const hit = longestAt(scene, token, limit);
  // "the West" is a row, but in "the West Bank" the longer name begins one word later.
  if (hit === null || hit.words !== 2 || !isWord(scene, token, 'the')) return hit;
  if (hit.last < limit && isCapital(scene, hit.last) && !has(scene.tokens, hit.last, Flag.Possessive)) return null;
  const behind = longestAt(scene, token + 1, limit);
  if (behind !== null && behind.last > hit.last) return null;
  // "the Gulf War": likewise when the longer phrase is no name of ours.
  const other = phraseAt(scene.knowledge, scene.text, scene.tokens, token + 1, limit, Kind.NotName);
  return other !== null && other.last > hit.last ? null : hit;
}

function longestAt(scene: Scene, token: number, limit: number): GazetteerHit | null {
  const { tokens, knowledge, text } = scene;
  const { trie } = knowledge.names;
  const id = tokens.id[token];
  let node = beginning(trie, id);
  let at = token;
  let before = token;
  let words = 0;
  let capitals = 0;
  let uppers = 0;
  let hit: GazetteerHit | null = null;
  while (node !== 0) {
    const flags = tokens.flags[at];
    if ((flags & Flag.Masked) !== 0) break;
    // "Jong-un" bears the name of the row "Jong Un": the second half of a given name goes without its capital.
    if ((flags & Flag.Capital) !== 0 || (at > before + 1 && (capitals & (1 << (words - 1))) !== 0)) capitals |= 1 << words;
    // In shouted text every word is upper case: an acronym that is also a word cannot be told there.
    if ((flags & (Flag.Upper | Flag.Shouted)) !== 0) uppers |= 1 << words;
    words++;
    let senses = sensesOf(knowledge, node, capitals, uppers);
    if (senses?.some((sense) => isCode(knowledge, sense)) && !isInAddress(scene, token, at))
      senses = senses.filter((sense) => !isCode(knowledge, sense));
    if (words === 1 && senses !== null && isAcronym(scene, at)) senses = senses.filter((sense) => !isSmallTown(knowledge, sense));
    if (senses?.length === 0) senses = null;
    if (senses !== null) hit = { last: at + 1, words, senses };
    if (words === LONGEST_PHRASE) break;
    before = at;
    at = nextWord(text, tokens, at, limit);
    if (at < 0 || tokens.id[at] < 0) break;
    node = step(trie, node, tokens.id[at]);
  }
  return hit;
}

/** Whether a row is the code of a state, which is a word or somebody else's acronym anywhere but in an address. */
export const isCode = (knowledge: Knowledge, sense: number): boolean => (knowledge.names.flags[sense] & SenseFlag.Address) !== 0;

const COMMA = 44;
const DOT = 46;
const HYPHEN = 45;

/**
 * Whether the tokens from `first` to `last` stand where a state is told by its code: behind a comma behind a capital ("Ocala, Fla.,"), before a
 * postal code ("Austin TX 78701"), or behind a lawmaker's party ("R-Calif."). What is not all capitals takes its dot.
 */
function isInAddress(scene: Scene, first: number, last: number): boolean {
  const { tokens } = scene;
  const next = last + 1;
  if (!has(tokens, last, Flag.Upper) && !(next < tokens.count && sign(scene, next) === DOT && !has(tokens, next, Flag.SpaceBefore))) return false;
  if (first < 2) return false;
  if (has(tokens, last, Flag.Shouted)) return false;
  const before = sign(scene, first - 1);
  // Letters and words need a town before them: "Dali Mpofu, SC," is an advocate of rank, "Good luck, Miss." no state.
  const letters = has(tokens, last, Flag.Upper);
  if (before === COMMA) {
    if (!letters && levelOf(scene.knowledge, tokens, last) === 0) return isCapital(scene, first - 2);
    return endsTown(scene, first - 1) && (letters || (next + 1 < tokens.count && !has(tokens, next + 1, Flag.SentenceStart)));
  }
  if (before === HYPHEN) return tokens.end[first - 2] - tokens.start[first - 2] === 1 && isCapital(scene, first - 2);
  return isCapital(scene, first - 1) && next < tokens.count && has(tokens, next, Flag.Number) && tokens.end[next] - tokens.start[next] === POSTAL;
}
/** Digits of a postal code. */
const POSTAL = 5;

/** Whether a listed place ends before `end`, and no given name stands before it. */
function endsTown(scene: Scene, end: number): boolean {
  const { tokens, knowledge } = scene;
  for (let first = end - 1; first >= Math.max(0, end - LONGEST_TOWN) && isCapital(scene, first); first--) {
    const hit = gazetteerAt(scene, first, end);
    if (hit?.last !== end || !hit.senses.some((sense) => senseType(knowledge, sense) === 'place')) continue;
    return first === 0 || !isCapital(scene, first - 1) || !isKind(knowledge, tokens, first - 1, Kind.GivenName);
  }
  return false;
}
/** Words of a town's name at most. */
const LONGEST_TOWN = 4;

/** Letters of an acronym at most, and people of a town that is known when it is written as one: "GAO, Mali", but "the ALOR". */
const LONGEST_ACRONYM = 5;
const KNOWN_TOWN = 50_000;

/** Whether letters are no shouted word, nor a dateline: "ADRÉ, Chad". */
function isAcronym({ text, tokens }: Scene, token: number): boolean {
  const { flags, start, end } = tokens;
  if ((flags[token] & (Flag.Upper | Flag.Shouted)) !== Flag.Upper || end[token] - start[token] > LONGEST_ACRONYM) return false;
  return (flags[token] & Flag.SentenceStart) === 0 || text[end[token]] !== ',';
}

const isSmallTown = (knowledge: Knowledge, sense: number): boolean =>
  (knowledge.names.flags[sense] & SenseFlag.World) !== 0 && peopleKnowing(knowledge, sense) < KNOWN_TOWN;

/** Readings of the phrase that ends at `node`, written with these capitals; null when none. */
function sensesOf({ names }: Knowledge, node: number, capitals: number, uppers: number): readonly number[] | null {
  const { values } = names.trie;
  const end = lastValue(names.trie, node);
  let found: number[] | null = null;
  for (let v = firstValue(names.trie, node); v < end; v++) {
    const sense = values[v];
    if ((names.capitals[sense] & ~capitals) !== 0 || (names.uppers[sense] & ~uppers) !== 0) continue;
    if (found === null) found = [sense];
    else if (found.push(sense) === MOST_SENSES) break;
  }
  return found;
}

/** People of a town from which its name is known to everybody who writes without capitals. */
const WELL_KNOWN = 500_000;

/** People of a state or town whose name in lower case means it even without a preposition, and letters of such a name at least. */
const KNOWN_TO_ALL = 1_000_000;
const LETTERS = 5;

const isKnownToAll = (knowledge: Knowledge, sense: number): boolean =>
  entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'country' || peopleKnowing(knowledge, sense) >= KNOWN_TO_ALL;

/**
 * A well-known place in lower case, as untidy text writes it ("a hotel in san francisco"): a country, province or large
 * town whose words are no English words; `alone`: one that is meant wherever its name stands. null when none begins at `token`.
 */
export function lowerPlaceAt(scene: Scene, token: number, limit: number, alone = false): GazetteerHit | null {
  const { tokens, knowledge, text } = scene;
  const { names } = knowledge;
  let senses: number[] = [];
  const hit = longestPhrase(names.trie, text, tokens, token, limit, (at, words) => {
    for (let w = 0; w < words; w++)
      if ((tokens.flags[walked[w]] & (Flag.Masked | Flag.Capital)) !== 0 || levelOf(knowledge, tokens, walked[w]) !== 0) return false;
    const found: number[] = [];
    for (let v = firstValue(names.trie, at); v < lastValue(names.trie, at) && found.length < MOST_SENSES; v++) {
      const sense = names.trie.values[v];
      if (senseType(knowledge, sense) !== 'place' || names.uppers[sense] !== 0 || USES[names.use[sense]] === 'demonym') continue;
      if (isFirm(knowledge, sense) || peopleKnowing(knowledge, sense) >= WELL_KNOWN) found.push(sense);
    }
    if (found.length === 0 || (alone && !found.some((sense) => isKnownToAll(knowledge, sense)))) return false;
    // "jordan almonds": what is a family's name, too, is more than a land.
    if (alone && (tokens.end[walked[words - 1]] - tokens.start[token] < LETTERS || isKind(knowledge, tokens, token, Kind.Surname))) return false;
    senses = found;
    return true;
  });
  return hit.node === 0 ? null : { last: hit.last, words: hit.words, senses };
}

/** People of a town or province, which make its name known; none of a district, that nobody knows for its people. */
export const peopleKnowing = ({ names, entities }: Knowledge, sense: number): number =>
  (names.flags[sense] & SenseFlag.District) !== 0 ? 0 : entities.population[names.entity[sense]];

/** Whether a reading counts alone: no condition hangs on it and it is no town of the world gazetteer. */
export const isFirm = (knowledge: Knowledge, sense: number): boolean =>
  (knowledge.names.flags[sense] & SenseFlag.World) === 0 && !hasNeeds(knowledge.names, sense);

export const senseType = (knowledge: Knowledge, sense: number): EntityType => TYPES[knowledge.entities.type[knowledge.names.entity[sense]]];

/** Whether a reading is a club, a league or another body of sport. */
export const isClub = (knowledge: Knowledge, sense: number): boolean =>
  senseType(knowledge, sense) === 'group' && entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'sports_body';

/** The plain record of a reading, for the stages that decide between readings. */
export function senseOf(knowledge: Knowledge, sense: number): Sense {
  const { names, entities } = knowledge;
  const needs: string[] = [];
  for (const need of needsOf(names, sense)) {
    needs.push(need === Needs.Self ? 'self' : need === Needs.Place ? 'place' : entityText(entities, need).id);
  }
  return { entity: names.entity[sense], type: senseType(knowledge, sense), use: USES[names.use[sense]], needs };
}
