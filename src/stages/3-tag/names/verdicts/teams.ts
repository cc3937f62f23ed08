import { Flag, has } from '../../../../model/index.js';
import { entityText, isKind, Kind, type LexiconRow, phraseAt, SenseFlag, USES } from '../../../../knowledge/index.js';
import { isClub, peopleKnowing, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, isLowerWord, isWord, sign, type Scene } from '../scene.js';

/** How much an article speaks of sport. */
const enum Sport {
  None = 0,
  /** A word of it stands somewhere: what clearly plays there is a team. */
  Some = 1,
  /** It is what the article is about: a club's short name means the club. */
  Subject = 2,
}

/** Words of text to one of sport where sport is the subject, and how many such words there are at least. */
const DENSITY = 60;
const FEWEST = 2;

/**
 * The readings as a club of a name that plays, or is played against, in an article about sport: “Lancashire beat Kent”, “a Chelsea striker”; null where
 * no team is meant. A town or county whose team no row lists gives an empty list, as does a name that several clubs have. Countries stay countries.
 */
export function teamOf(scene: Scene, chunk: Chunk): readonly number[] | null {
  if (chunk.title !== null || chunk.shape === 'organisation' || chunk.senses.length === 0) return null;
  const { knowledge } = scene;
  const clubs = chunk.senses.filter((sense) => isClub(knowledge, sense));
  if (clubs.length === 0 && !chunk.senses.some((sense) => senseType(knowledge, sense) === 'place')) return null;
  // "Monaco", "Roma", "Indians" are clubs, too; a country without a club of its name stays a country.
  if (clubs.length === 0 && chunk.senses.some((sense) => isCountry(scene, sense) || USES[knowledge.names.use[sense]] === 'demonym')) return null;
  const { first: from, last: limit } = scene.sentences[chunk.sentence];
  const sport = clubs.length > 0 && isScore(scene, chunk.first, chunk.last, from, limit) ? Sport.Subject : sportOf(scene);
  if (sport === Sport.None || isWhere(scene, chunk)) return null;
  if (clubs.length === 0 && !chunk.senses.some((sense) => isHome(scene, sense, sport))) return null;
  const own = clubs.length === 1 ? clubs : NONE;
  if (plays(scene, chunk, sport)) return own;
  return sport === Sport.Subject && clubs.length > 0 && isMeant(scene, chunk) ? own : null;
}

const NONE: readonly number[] = [];

const isCountry = ({ knowledge }: Scene, sense: number): boolean =>
  senseType(knowledge, sense) === 'place' && entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'country';

/** People of a town from which its bare name can be its team's. */
const HOME = 100_000;

/** A county or state, or a town whose name is no person's: it can have a team of its name. “Kent”, “Surrey” are also a person and a carriage. */
function isHome({ knowledge }: Scene, sense: number, sport: Sport): boolean {
  if (senseType(knowledge, sense) !== 'place') return false;
  const alone = (knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) === 0;
  const { kind } = entityText(knowledge.entities, knowledge.names.entity[sense]);
  if (kind === 'province') return alone || sport === Sport.Subject;
  return kind === 'city' && alone && peopleKnowing(knowledge, sense) >= HOME;
}

function sportOf(scene: Scene): Sport {
  if (scene.sport[0] < 0) scene.sport[0] = measure(scene);
  return scene.sport[0];
}

function measure({ tokens, knowledge, text }: Scene): Sport {
  const seen = new Set<number>();
  let [sure, all] = [0, 0];
  for (let token = 0; token < tokens.count; token++) {
    if (!isKind(knowledge, tokens, token, Kind.Sport) || (tokens.flags[token] & (Flag.Word | Flag.Masked)) !== Flag.Word) continue;
    const term = phraseAt(knowledge, text, tokens, token, token + 1, Kind.Sport)?.row.term ?? '';
    if (term === '') continue;
    all++;
    seen.add(tokens.hash[token]);
    if (term === 'sure') sure++;
  }
  if (sure === 0 && seen.size <= FEWEST) return Sport.None;
  return all >= FEWEST && seen.size > 1 && all * DENSITY >= tokens.count ? Sport.Subject : Sport.Some;
}

const WHERE = ['in', 'at', 'near', 'outside', 'around', 'across', 'into', 'from', 'to', 'of'];
/** Behind these a name is where something is, even when a club has the same. */
const SURELY_WHERE = WHERE.slice(0, 7);

/** “at Taunton”, “in Barcelona”, “Leeds, England”. */
function isWhere(scene: Scene, { first, last }: Chunk): boolean {
  if (SURELY_WHERE.some((word) => isWord(scene, first - 1, word))) return true;
  return last + 1 < scene.tokens.count && sign(scene, last) === COMMA && isCapital(scene, last + 1) && !has(scene.tokens, last, Flag.SpaceBefore)
    ? !follows(scene, last)
    : false;
}
const COMMA = 44;

/** Whether a list or a score goes on behind the comma: “Boston, Detroit and Chicago”. */
const follows = (scene: Scene, comma: number): boolean => has(scene.tokens, comma - 1, Flag.Number);

/** Whether what stands beside the name is what teams do. */
function plays(scene: Scene, { first, last, sentence }: Chunk, sport: Sport): boolean {
  const { first: from, last: limit } = scene.sentences[sentence];
  const next = last < limit ? rowAt(scene, last) : null;
  // A town that loses or finishes is a team where sport is the subject; elsewhere it may lose much else.
  if (next !== null && (next.player || next.verb === 'over' || (next.verb !== '' && sport === Sport.Subject))) return true;
  if (last + 1 < limit && has(scene.tokens, last, Flag.Possessive) && isOwned(scene, last + 1, sport)) return true;
  if (isScore(scene, first, last, from, limit)) return true;
  // "Monaco, who visit Lyon,"
  if (sport === Sport.Subject && last + 2 < limit && sign(scene, last) === COMMA && RELATIVES.some((word) => isWord(scene, last + 1, word)))
    if ((rowAt(scene, last + 2)?.verb ?? '') !== '') return true;
  return first > from && isPlayed(scene, first, from, sport);
}

const RELATIVES = ['who', 'which'];

/** “Chelsea’s striker”; where sport is the subject, a person, too: “Atlanta’s Greg Maddux”. */
const isOwned = (scene: Scene, token: number, sport: Sport): boolean =>
  (rowAt(scene, token)?.player ?? false) ||
  (sport === Sport.Subject && isCapital(scene, token) && isKind(scene.knowledge, scene.tokens, token, Kind.GivenName));

const rowAt = ({ knowledge, text, tokens }: Scene, token: number): LexiconRow<'sport'> | null =>
  (tokens.flags[token] & Flag.Word) !== 0 && (tokens.flags[token] & (Flag.Capital | Flag.Shouted)) !== Flag.Capital
    ? (phraseAt(knowledge, text, tokens, token, token + 1, Kind.Sport)?.row ?? null)
    : null;

/** Words between a result and the preposition that leads to the other team at most. */
const REACH = 4;

/** “beat Kent”, “against Kent”, “a 3-1 win over Kent”, “lost 2-0 to Kent”. */
function isPlayed(scene: Scene, first: number, from: number, sport: Sport): boolean {
  const before = first - 1;
  const verb = rowAt(scene, before)?.verb ?? '';
  if (isWord(scene, before, 'against') || verb === 'over' || (verb === 'meets' && sport === Sport.Subject)) return true;
  // "the English club Chelsea", "bowled out Kent"
  if (isWord(scene, before, 'club') || isWord(scene, before, 'side')) return true;
  if (isWord(scene, before, 'out') && rowAt(scene, before - 1) !== null) return true;
  if (!has(scene.tokens, before, Flag.Word)) return false;
  for (let at = before - 1; at >= Math.max(from, before - REACH); at--) if (leadsTo(scene, at, before)) return true;
  return false;
}

/** Whether what was won, lost or done at `token` has its other side behind the preposition at `link`: “lost … to”, “a win … over”. */
function leadsTo(scene: Scene, token: number, link: number): boolean {
  const against = rowAt(scene, token)?.against ?? '';
  return against !== '' && against.split(' ').some((preposition) => isWord(scene, link, preposition));
}

/** Digits of a score at most. */
const LONGEST_SCORE = 3;

/** “Boston 5, Detroit 3”, “Arsenal 2 Chelsea 1”: two names with a number behind each. */
function isScore(scene: Scene, first: number, last: number, from: number, limit: number): boolean {
  if (!isNumber(scene, last, limit)) return false;
  let other = last + 1;
  if (other < limit && sign(scene, other) === COMMA) other++;
  if (other < limit && isCapital(scene, other)) {
    let end = other + 1;
    while (end < limit && isCapital(scene, end)) end++;
    if (isNumber(scene, end, limit)) return true;
  }
  let score = first - 1;
  if (score > from && sign(scene, score) === COMMA) score--;
  return score > from && isNumber(scene, score, limit) && isCapital(scene, score - 1);
}

const isNumber = ({ tokens }: Scene, token: number, limit: number): boolean =>
  token < limit && has(tokens, token, Flag.Number) && tokens.end[token] - tokens.start[token] <= LONGEST_SCORE;

/** Whether a club's own name stands where no place is likelier: no preposition before it, and a capital that only a name has. */
function isMeant(scene: Scene, { first, last, senses }: Chunk): boolean {
  const { knowledge, tokens } = scene;
  if (!has(tokens, first, Flag.Capital) || (tokens.flags[first] & Flag.Shouted) !== 0) return false;
  if (senses.some((sense) => senseType(knowledge, sense) === 'place' && peopleKnowing(knowledge, sense) >= HOME))
    return isWord(scene, first - 1, 'for');
  if (WHERE.some((word) => isWord(scene, first - 1, word)) && senses.some((sense) => senseType(knowledge, sense) === 'place')) return false;
  const isOther = senses.some((sense) => (knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) !== 0);
  if (!isOther || isWord(scene, first - 1, 'the')) return true;
  // "Chelsea" may be a girl, "Heat" a word: what opens a sentence, or stands beside another name, tells nothing.
  const lone = (first === 0 || !isCapital(scene, first - 1)) && (last >= tokens.count || !isCapital(scene, last));
  return lone && !has(tokens, first, Flag.SentenceStart) && (last >= tokens.count || isLowerWord(scene, last) || has(tokens, last, Flag.Punctuation));
}
