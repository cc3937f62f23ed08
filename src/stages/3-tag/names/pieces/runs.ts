import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, levelOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { isCapital, sign, type Scene } from '../scene.js';

const HYPHEN = 45;
const DOT = 46;
const AMPERSAND = 38;
const APOSTROPHES: readonly number[] = [39, 0x2019];

/** Tokens `[first, last)` whose words are capitalised, with the particles, initials and hyphens that belong between them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const isHyphen = (scene: Scene, token: number): boolean => {
  const c = sign(scene, token);
  return c === HYPHEN || (c >= 0x2010 && c <= 0x2013);
};
const isTight = (scene: Scene, token: number): boolean => (scene.tokens.flags[token] & Flag.SpaceBefore) === 0;

/** The run that begins at `token` and ends before `limit`; null when no name can begin here. */
export function runAt(scene: Scene, token: number, limit: number): Run | null {
  if (!isCapital(scene, token)) {
    // "al-Zawahiri", "bin Laden": a particle in lower case before a capital.
    if (!isKind(scene.knowledge, scene.tokens, token, Kind.Particle) || (scene.tokens.flags[token] & Flag.Masked) !== 0) return null;
    const next = afterParticles(scene, token, limit);
    if (next < 0) return null;
    const particle = scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]);
    const hyphenated = isHyphen(scene, token + 1) && isTight(scene, token + 1);
    if (!(hyphenated ? ARABIC_ARTICLE : LEADING_PARTICLE).test(particle)) return null;
    return { first: token, last: extend(scene, next + 1, limit) };
  }
  return { first: token, last: extend(scene, token + 1, limit) };
}

/** Particles that begin a name even in lower case; "de", "la", "the" before a capital are more often French or Spanish articles. */
const LEADING_PARTICLE = /^(?:al|bin|ibn|bint|abu|umm|van|von)$/;
/** Forms of the Arabic article, told from English "as" and "at" by their hyphen. */
const ARABIC_ARTICLE = /^(?:al|el|as|ad|ar|an|ash|at|az|ul)$/;

/** Token of the capitalised word behind one to three particles, −1 when there is none. */
function afterParticles(scene: Scene, token: number, limit: number): number {
  let at = token;
  for (let steps = 0; steps < 6 && at < limit; steps++) {
    if (isParticle(scene, at, limit) || (isHyphen(scene, at) && isTight(scene, at))) at++;
    else break;
  }
  return at > token && at < limit && isCapital(scene, at) ? at : -1;
}

/** A particle; the assimilated Arabic articles ("ad-Din") only with their hyphen, since "as" and "at" are English. */
function isParticle(scene: Scene, token: number, limit: number): boolean {
  if (!isKind(scene.knowledge, scene.tokens, token, Kind.Particle)) return false;
  if (!/^(?:as|ad|ar|an|ash|at|az|in|on|to|the|and|or|by)$/i.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token]))) return true;
  return token + 1 < limit && isHyphen(scene, token + 1) && isTight(scene, token + 1);
}

/** Longer runs are no names but shouted text or tables; cutting them keeps the cost of hostile text linear. */
const LONGEST_RUN = 40;

function extend(scene: Scene, from: number, sentenceEnd: number): number {
  const limit = Math.min(sentenceEnd, from + LONGEST_RUN);
  const { flags } = scene.tokens;
  let last = from;
  while (last < limit) {
    if ((flags[last] & Flag.Masked) !== 0) break;
    if (isCapital(scene, last)) {
      last++;
      continue;
    }
    const tight = isTight(scene, last);
    const next = last + 1;
    if (next >= limit) break;
    if (tight && isHyphen(scene, last) && isTight(scene, next)) {
      // "Asia-Pacific", "Al-Shabaab al-Mujahideen"; "COVID-19" keeps its number; "Taliban-led" ends before the hyphen.
      const behind = isKind(scene.knowledge, scene.tokens, next, Kind.Particle) ? afterParticles(scene, next, limit) : next;
      if (behind >= 0 && behind < limit && isCapital(scene, behind)) {
        last = behind + 1;
        continue;
      }
      if ((flags[next] & Flag.Number) !== 0) {
        last = next + 1;
        continue;
      }
      // "Ayaan Hirsi Ali-Warsame", "Tehrik-i-Taliban": one lower-case link between two hyphens.
      if (next + 2 < limit && isHyphen(scene, next + 1) && isTight(scene, next + 1) && isTight(scene, next + 2) && isCapital(scene, next + 2)) {
        last = next + 3;
        continue;
      }
      break;
    }
    if (tight && sign(scene, last) === DOT && isCapital(scene, next) && isInitialOrAbbreviation(scene, last - 1)) {
      last = next + 1;
      continue;
    }
    if (sign(scene, last) === AMPERSAND && isCapital(scene, next)) {
      last = next + 1;
      continue;
    }
    if (
      (flags[last] & Flag.Possessive) !== 0 &&
      isCapital(scene, next) &&
      (isOwnersPlural(scene, last - 1) ||
        isPlaceTail(scene, next, limit) ||
        isOfficeOf(scene, last - 1, next, limit) ||
        isFoundation(scene, last - 1, next, limit))
    ) {
      last = next + 1;
      continue;
    }
    const nickname = nicknameEnd(scene, last, limit);
    if (nickname > 0) {
      last = nickname;
      continue;
    }
    // "Growers’ Union": the plural takes the bare sign.
    if (tight && APOSTROPHES.includes(sign(scene, last)) && !isTight(scene, next) && isCapital(scene, next) && isOwnersPlural(scene, last - 1)) {
      last = next + 1;
      continue;
    }
    const behind = afterParticles(scene, last, limit);
    if (behind >= 0) {
      last = behind + 1;
      continue;
    }
    break;
  }
  return last;
}

const QUOTES = new Set([34, 0x201c, 0x201d, 0x2018, 0x2019, 39]);
const isQuote = (scene: Scene, token: number): boolean => QUOTES.has(sign(scene, token)) && has(scene.tokens, token, Flag.Punctuation);

/** End of a quoted nickname between a given name and a surname: "Joaquín “Chino” Arrieta"; 0 when none stands at `token`. */
function nicknameEnd(scene: Scene, token: number, limit: number): number {
  if (!isQuote(scene, token) || isTight(scene, token) || !isKind(scene.knowledge, scene.tokens, token - 1, Kind.GivenName)) return 0;
  for (let close = token + 2; close <= token + 3 && close + 1 < limit; close++) {
    if (!isCapital(scene, token + 1)) return 0;
    if (isQuote(scene, close)) return isTight(scene, close) && !isTight(scene, close + 1) && isCapital(scene, close + 1) ? close + 2 : 0;
  }
  return 0;
}

/** "Queen Anne’s County", "St. Peter’s Square". */
function isPlaceTail(scene: Scene, token: number, limit: number): boolean {
  const word = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.PlaceWord);
  return word !== null && word.row.position === 'tail';
}

/** "Women’s Group", "People’s Party", "Children’s Hospital": the possessive of an ordinary word for people belongs to the name. */
const isOwnersPlural = (scene: Scene, token: number): boolean =>
  levelOf(scene.knowledge, scene.tokens, token) > 0 &&
  lexnameOf(scene.knowledge, scene.tokens, token) === Lexname.Person &&
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Plural) !== 0;

/** "Prosecutor’s Office", "Magistrate’s Court": an office named after who holds it, not after a person. */
function isOfficeOf(scene: Scene, owner: number, office: number, limit: number): boolean {
  const { knowledge, tokens, text } = scene;
  if (!isKind(knowledge, tokens, owner, Kind.Role) && !isKind(knowledge, tokens, owner, Kind.Title)) return false;
  if (isKind(knowledge, tokens, owner, Kind.Surname)) return false;
  const word = phraseAt(knowledge, text, tokens, office, limit, Kind.Organisation);
  return word !== null && word.row.position !== 'head';
}

/** Institutions that bear the name of a founder, saint or king. */
const FOUNDATIONS = new Set(['university', 'hospital', 'company', 'religious_body']);

/** "King’s College", "St Mary’s Hospital", "Nicholson’s Limited": the possessive of a personal name or rank directly before such a word. */
function isFoundation(scene: Scene, owner: number, word: number, limit: number): boolean {
  const { knowledge, tokens, text } = scene;
  if (![Kind.Title, Kind.Role, Kind.Surname, Kind.GivenName].some((kind) => isKind(knowledge, tokens, owner, kind))) return false;
  const tail = phraseAt(knowledge, text, tokens, word, limit, Kind.Organisation);
  return tail !== null && tail.row.position !== 'head' && FOUNDATIONS.has(tail.row.kind);
}

function isInitialOrAbbreviation(scene: Scene, token: number): boolean {
  const { start, end, flags } = scene.tokens;
  // "left the US. There": letters without dots between take no dot behind.
  if ((flags[token] & (Flag.Upper | Flag.Dotted)) === Flag.Upper) return false;
  return (
    end[token] - start[token] === 1 ||
    isKind(scene.knowledge, scene.tokens, token, Kind.Abbreviation) ||
    isKind(scene.knowledge, scene.tokens, token, Kind.Title)
  );
}
