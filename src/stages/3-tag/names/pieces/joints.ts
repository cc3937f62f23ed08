import { Flag, has, type Rule } from '../../../../model/index.js';
import { isKind, Kind, levelOf, Lexname, lexnameOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { isCapital, sign, type Scene } from '../scene.js';
import { afterParticles, isHyphenated, isTight } from './particles.js';

/** Token behind the capitalised word that is joined by what stands at `token` to the one before; −1 when the rule joins nothing. */
type Joint = (scene: Scene, token: number, limit: number) => number;

const DOT = 46;
const AMPERSAND = 38;
const APOSTROPHES: readonly number[] = [39, 0x2019];

/** What may stand inside a run although it has no capital, in the order in which it is tried. */
export const JOINTS: readonly Rule<Joint>[] = [
  {
    id: 'run.hyphen',
    reads: 'a hyphen before a capital or a number: “Asia-Pacific”, “Al-Shabaab al-Mujahideen”, “COVID-19”; “Taliban-led” ends before it',
    find: (scene, token, limit) => {
      if (!isHyphenated(scene, token)) return -1;
      const next = token + 1;
      const behind = isKind(scene.knowledge, scene.tokens, next, Kind.Particle) ? afterParticles(scene, next, limit) : next;
      if (behind >= 0 && behind < limit && isCapital(scene, behind)) return behind + 1;
      return has(scene.tokens, next, Flag.Number) ? next + 1 : -1;
    },
  },
  {
    id: 'run.hyphened-link',
    reads: 'one word in lower case between two hyphens: “Whitton-upon-Ashe”',
    find: (scene, token, limit) =>
      token + 3 < limit && isHyphenated(scene, token) && isHyphenated(scene, token + 2) && isCapital(scene, token + 3) ? token + 4 : -1,
  },
  {
    id: 'run.second-half',
    reads: 'the second half of a given name behind its family name: “Rhee Chang-yong”, “Cao Xue-qin”; in “Wagner-linked” it is English',
    find: (scene, token) => {
      const { knowledge, tokens } = scene;
      const half = token + 1;
      if (!isHyphenated(scene, token) || !has(tokens, half, Flag.Word) || has(tokens, half, Flag.Capital)) return -1;
      if (levelOf(knowledge, tokens, half) > 0 || tokens.end[half] - tokens.start[half] > LONGEST_HALF) return -1;
      if (token < 2 || !isCapital(scene, token - 2)) return -1;
      return levelOf(knowledge, tokens, token - 2) === 0 || isKind(knowledge, tokens, token - 2, Kind.Surname) ? token + 2 : -1;
    },
  },
  {
    id: 'run.elision',
    reads: 'a particle that has lost its vowel before a name: “Henri d’Orves”, “Toussaint l’Ouverture”',
    find: (scene, token) => (isElided(scene, token) ? token + 1 : -1),
  },
  {
    id: 'run.initial',
    reads: 'the dot of an initial, title or abbreviation: “J. Smith”, “St. Petersburg”',
    find: (scene, token) =>
      isTight(scene, token) && sign(scene, token) === DOT && isCapital(scene, token + 1) && isInitialOrAbbreviation(scene, token - 1)
        ? token + 2
        : -1,
  },
  {
    id: 'run.ampersand',
    reads: '“Marks & Spencer”',
    find: (scene, token) => (sign(scene, token) === AMPERSAND && isCapital(scene, token + 1) ? token + 2 : -1),
  },
  {
    id: 'run.owners',
    reads: 'the possessive of an ordinary word for people: “Women’s Group”, “Children’s Hospital”; the plural takes the bare sign: “Growers’ Union”',
    find: (scene, token) => {
      const bare = isTight(scene, token) && APOSTROPHES.includes(sign(scene, token)) && !isTight(scene, token + 1);
      return (bare || isPossessive(scene, token)) && isCapital(scene, token + 1) && isOwnersPlural(scene, token - 1) ? token + 2 : -1;
    },
  },
  {
    id: 'run.place-tail',
    reads: 'a possessive before the tail of a place: “Queen Anne’s County”, “St. Peter’s Square”',
    find: (scene, token, limit) => {
      if (!isPossessive(scene, token) || !isCapital(scene, token + 1)) return -1;
      const word = phraseAt(scene.knowledge, scene.text, scene.tokens, token + 1, limit, Kind.PlaceWord);
      return word !== null && word.row.position === 'tail' ? token + 2 : -1;
    },
  },
  {
    id: 'run.office',
    reads: 'an office named after who holds it: “Prosecutor’s Office”, “Magistrate’s Court”',
    find: (scene, token, limit) => {
      const { knowledge, tokens } = scene;
      const owner = token - 1;
      if (!isPossessive(scene, token) || !isCapital(scene, token + 1)) return -1;
      if (!isKind(knowledge, tokens, owner, Kind.Role) && !isKind(knowledge, tokens, owner, Kind.Title)) return -1;
      return !isKind(knowledge, tokens, owner, Kind.Surname) && bodyAt(scene, token + 1, limit) !== null ? token + 2 : -1;
    },
  },
  {
    id: 'run.foundation',
    reads: 'the possessive of a personal name or rank before an institution: “King’s College”, “St Mary’s Hospital”, “Nicholson’s Limited”',
    find: (scene, token, limit) => {
      if (!isPossessive(scene, token) || !isCapital(scene, token + 1)) return -1;
      if (!FOUNDERS.some((kind) => isKind(scene.knowledge, scene.tokens, token - 1, kind))) return -1;
      return FOUNDATIONS.has(bodyAt(scene, token + 1, limit) ?? '') ? token + 2 : -1;
    },
  },
  {
    id: 'run.nickname',
    reads: 'a quoted nickname between a given name and a surname: “Joaquín “Chino” Arrieta”',
    find: (scene, token, limit) => {
      if (!isQuote(scene, token) || isTight(scene, token) || !isKind(scene.knowledge, scene.tokens, token - 1, Kind.GivenName)) return -1;
      for (let close = token + 2; close <= token + 3 && close + 1 < limit; close++) {
        if (!isCapital(scene, token + 1)) return -1;
        if (isQuote(scene, close)) return isTight(scene, close) && !isTight(scene, close + 1) && isCapital(scene, close + 1) ? close + 2 : -1;
      }
      return -1;
    },
  },
  {
    id: 'run.particles',
    reads: 'particles before a capital: “Osama bin Laden”, “Ursula von der Leyen”',
    find: (scene, token, limit) => {
      const behind = afterParticles(scene, token, limit);
      return behind < 0 ? -1 : behind + 1;
    },
  },
];

/** Letters of a Korean or Chinese syllable at most. */
const LONGEST_HALF = 6;

/** "d’Orves": one letter and an apostrophe before a capital. */
function isElided({ tokens, text }: Scene, token: number): boolean {
  const from = tokens.start[token];
  if (tokens.end[token] - from <= 3 || !APOSTROPHES.includes(text.charCodeAt(from + 1))) return false;
  const capital = text.charAt(from + 2);
  return (text[from] === 'd' || text[from] === 'l') && capital !== capital.toLowerCase();
}

const isPossessive = (scene: Scene, token: number): boolean => has(scene.tokens, token, Flag.Possessive);

const QUOTES: ReadonlySet<number> = new Set([34, 0x201c, 0x201d, 0x2018, 0x2019, 39]);
const isQuote = (scene: Scene, token: number): boolean => QUOTES.has(sign(scene, token)) && has(scene.tokens, token, Flag.Punctuation);

/** “Women”, “People”: an ordinary plural for people. */
function isOwnersPlural({ knowledge, tokens }: Scene, token: number): boolean {
  const kind = lexnameOf(knowledge, tokens, token);
  return (
    (kind === Lexname.Person || kind === Lexname.Tops) &&
    levelOf(knowledge, tokens, token) > 0 &&
    (posOf(knowledge, tokens, token) & Pos.Plural) !== 0
  );
}

/** Kind of the organisation whose tail stands at `token`, null when none does. */
function bodyAt(scene: Scene, token: number, limit: number): string | null {
  const word = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Organisation);
  return word !== null && word.row.position !== 'head' ? word.row.kind : null;
}

/** Institutions that bear the name of a founder, saint or king. */
const FOUNDATIONS: ReadonlySet<string> = new Set(['university', 'hospital', 'company', 'religious_body']);
const FOUNDERS: readonly Kind[] = [Kind.Title, Kind.Role, Kind.Surname, Kind.GivenName];

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
