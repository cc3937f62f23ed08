import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, levelOf, phraseAt, Pos, posOf, SenseFlag, USES } from '../../../../knowledge/index.js';
import { gazetteerAt, type GazetteerHit, isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import { isCapital, isFaith, isLowerWord, isWord, type Scene } from '../scene.js';
import type { Title } from './chunk.js';

/** End of "BBC Hausa", "Interpol Gambia": a listed organisation with a place or people directly behind it is a branch of it; 0 otherwise. */
export function branchEnd(scene: Scene, hit: GazetteerHit, end: number, limit: number): number {
  const { knowledge } = scene;
  if (hit.last >= end || !isCapital(scene, hit.last)) return 0;
  const group = hit.senses.find((sense) => isFirm(knowledge, sense));
  if (group === undefined || senseType(knowledge, group) !== 'group') return 0;
  const place = gazetteerAt(scene, hit.last, limit);
  if (!place || place.last !== end) return 0;
  return place.senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) === 'place') ? end : 0;
}

/** Whether a gazetteer name stands for itself although the run goes on behind it. */
export function standsAlone(scene: Scene, hit: GazetteerHit, end: number, limit: number, title: Title | null): boolean {
  if (hit.last >= end) return true;
  const { knowledge, tokens, text } = scene;
  const firm = hit.senses.find((sense) => isFirm(knowledge, sense));
  if (firm === undefined) return isShoutedTown(scene, hit) && levelOf(knowledge, tokens, hit.last) > 0;
  const next = hit.last;
  if (!isCapital(scene, next)) {
    // A hyphen: "Taliban-TTP" are two names; "Israel-Gaza" likewise, but "Mr Bannon-Harrison" is one man.
    const behind = next + 1;
    if (title !== null && (isKind(knowledge, tokens, behind, Kind.Surname) || isKind(knowledge, tokens, behind, Kind.GivenName))) return false;
    // "El Faro de Oriente" is a longer name than the row knows.
    return behind < end && !isKind(knowledge, tokens, next, Kind.Particle) && gazetteerAt(scene, behind, limit) !== null;
  }
  if (phraseAt(knowledge, text, tokens, next, limit, Kind.Title) || isKind(knowledge, tokens, next, Kind.Role)) return true;
  if (isFaith(scene, next, limit)) return true;
  const type = senseType(knowledge, firm);
  // "Teodoro Obiang" and then "Nguema": a longer name than the row knows.
  if (type === 'person') return hit.words > 1 && levelOf(knowledge, tokens, next) > 0 && !isKind(knowledge, tokens, next, Kind.Surname);
  // "Aidar Zhumabekov", a person, though Aidar is also a battalion.
  const demonym = USES[knowledge.names.use[firm]] === 'demonym';
  if (hit.words === 1 && (title !== null || isPersonal(scene, hit, firm, demonym))) return false;
  if (isKind(knowledge, tokens, next, Kind.GivenName) || gazetteerAt(scene, next, limit)?.senses.some((s) => isFirm(knowledge, s))) return true;
  // "the Russian Khmeimim base", "BAMAKO ATTACK": in a shouted line the capital of the next word tells nothing.
  if (demonym || type === 'place') return levelOf(knowledge, tokens, next) === 0 || (has(tokens, next, Flag.Shouted) && !demonym);
  return true;
}

/** Whether a name may begin a person's: of a people only as a given name, "German Gref", not "French Guyanet". */
const isPersonal = ({ knowledge, tokens }: Scene, { last }: GazetteerHit, sense: number, demonym: boolean): boolean =>
  demonym ? isKind(knowledge, tokens, last - 1, Kind.GivenName) : (knowledge.names.flags[sense] & SenseFlag.Personal) !== 0;

/** People of a town that is where something was, and of one whose name people bear, too. */
const [LARGE, GREAT] = [100_000, 1_000_000];
/** Words of the name behind it at most. */
const LONGEST_NAME = 3;
/** Level of words that are hardly a town by themselves. */
const COMMON = 50;

/** "In Manila Duterte said": a town behind "in", a surname or word that is no English behind it, and then a verb; "In Jackson Pollock saw" may be anybody. */
export function isWhere(scene: Scene, { last, senses }: GazetteerHit, token: number, end: number): boolean {
  const { knowledge, tokens } = scene;
  if (last >= end || end - last > LONGEST_NAME || !isWord(scene, token - 1, 'in') || !isCapital(scene, last) || has(tokens, last, Flag.Upper))
    return false;
  // "in Northern Nigeria": a town, too, but a word before all.
  const level = levelOf(knowledge, tokens, token);
  if (last === token + 1 && level > 0 && level <= COMMON) return false;
  const personal = senses.some((sense) => (knowledge.names.flags[sense] & SenseFlag.Personal) !== 0);
  if (!senses.some((sense) => senseType(knowledge, sense) === 'place' && peopleKnowing(knowledge, sense) >= (personal ? GREAT : LARGE))) return false;
  if (isKind(knowledge, tokens, end - 1, Kind.PlaceWord) || isKind(knowledge, tokens, end - 1, Kind.Organisation)) return false;
  if (levelOf(knowledge, tokens, end - 1) !== 0 && !isKind(knowledge, tokens, end - 1, Kind.Surname)) return false;
  if (end >= tokens.count || !isLowerWord(scene, end)) return false;
  const pos = posOf(knowledge, tokens, end);
  return isKind(knowledge, tokens, end, Kind.Reporting) || ((pos & (Pos.Past | Pos.Third)) !== 0 && (pos & Pos.Plural) === 0);
}

/** People of a town that is known where capitals tell nothing. */
const KNOWN_TOWN = 50_000;

/** "MINISTER KILLED IN BAMAKO ATTACK": the name of a town that is no word, in a shouted line. */
export const isShoutedTown = ({ knowledge, tokens }: Scene, { last, senses }: GazetteerHit): boolean =>
  has(tokens, last - 1, Flag.Shouted) &&
  senses.some(
    (sense) =>
      senseType(knowledge, sense) === 'place' &&
      (knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) === 0 &&
      peopleKnowing(knowledge, sense) >= KNOWN_TOWN,
  );
