import { Flag, has, type Rule } from '../../../../model/index.js';
import { entityText, Kind, isKind, levelOf, phraseAt, Pos, posOf, USES } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { boundary, owns } from './ends.js';
import { runAt, type Run } from './runs.js';
import { afterLink, complement, COORDINATES, isLinkable, isMatter } from './complements.js';
import { isCapital, isFunctionWord, isWord, type Scene } from '../scene.js';

/** An organisation told by its own words: "Ministry of …", "… Brigade". */
export interface OrganisationShape {
  readonly last: number;
  readonly kind: string;
  readonly because: string;
}

/** Longest organisation that begins at `token` inside `run` and ends before `limit`, told by a head or a tail; null when none. */
export function organisationAt(scene: Scene, token: number, run: Run, limit: number): OrganisationShape | null {
  for (const { find } of ORGANISATIONS) {
    const found = find(scene, token, run, limit);
    if (found !== null) return UNITS.has(found.kind) && isUnitNumber(scene, found.last, limit) ? { ...found, last: found.last + 1 } : found;
  }
  return null;
}

/** "Light Infantry Battalion 427": the number of a unit, unless it counts what follows ("the Karen Brigade 40 men"). */
function isUnitNumber({ tokens, knowledge }: Scene, token: number, limit: number): boolean {
  if (token >= limit || !has(tokens, token, Flag.Number) || !has(tokens, token, Flag.SpaceBefore) || tokens.end[token] - tokens.start[token] > 4)
    return false;
  const next = token + 1;
  return next >= limit || (posOf(knowledge, tokens, next) & (Pos.Plural | Pos.Noun)) === 0;
}

/** How an organisation is told by its own words; the first rule that finds one is right. */
export const ORGANISATIONS: readonly Rule<(scene: Scene, token: number, run: Run, limit: number) => OrganisationShape | null>[] = [
  { id: 'organisation.head', reads: 'the word for it stands first: “Ministry of Health”, “Jaish al-Adl”', find: byHead },
  { id: 'organisation.tail', reads: 'the word for it stands last: “Haqqani Brigade”, “Bank of Ghana”, “Task Force Rawafid”', find: byTail },
  {
    id: 'organisation.shared-tail',
    reads: 'matters joined by “and” share one tail: “Food and Agricultural Research Institute”',
    find: byDistantTail,
  },
];

function byHead(scene: Scene, token: number, run: Run, limit: number): OrganisationShape | null {
  const { knowledge, text, tokens } = scene;
  const head = phraseAt(knowledge, text, tokens, token, limit, Kind.Organisation);
  if (!head || head.row.position === 'tail' || !isCapital(scene, token) || isPlainPlural(scene, token, head.last, limit)) return null;
  const because = `rule group.head "${head.row.phrase}"`;
  let last = head.last;
  // "Military Region 5", "Task Force 150": the number alone tells one unit from the others.
  if (last === run.last && UNITS.has(head.row.kind) && head.row.position === 'both' && isUnitNumber(scene, last, limit))
    return { last, kind: head.row.kind, because };
  if (isWord(scene, last - 1, 'of') || isWord(scene, last - 1, 'for') || isWord(scene, last - 1, 'on')) {
    last = complement(scene, last, limit, head.row.kind);
    return last < 0 ? null : { last, kind: head.row.kind, because };
  }
  const linked = afterLink(scene, last, limit, head.row.kind);
  if (linked >= 0) return { last: linked, kind: head.row.kind, because };
  if (last < run.last) return { last: boundary(scene, last, run.last, limit), kind: head.row.kind, because };
  return null;
}

/** "Soldiers of the SDF fled": a plural that only its sentence gives a capital, before a group; "Friends of Syria" is a name. */
function isPlainPlural(scene: Scene, token: number, last: number, limit: number): boolean {
  const { tokens, knowledge } = scene;
  if (!has(tokens, token, Flag.SentenceStart) || (posOf(knowledge, tokens, token) & Pos.Plural) === 0 || !isWord(scene, last - 1, 'of')) return false;
  const named = isWord(scene, last, 'the') ? last + 1 : last;
  const hit = gazetteerAt(scene, named, limit);
  if (hit?.senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) === 'group')) return true;
  const run = named < limit && isCapital(scene, named) ? runAt(scene, named, limit) : null;
  return run !== null && byHead(scene, named, run, limit) !== null;
}

function byTail(scene: Scene, token: number, run: Run, limit: number): OrganisationShape | null {
  const { knowledge, text, tokens } = scene;
  let found: OrganisationShape | null = null;
  for (let at = token + 1; at < run.last; at++) {
    if (!isCapital(scene, at)) continue;
    const title = phraseAt(knowledge, text, tokens, at, run.last, Kind.Title);
    const form = phraseAt(knowledge, text, tokens, at, run.last, Kind.Organisation);
    // "Pvt" is a rank, too, and "Pvt Ltd" a firm.
    const rank = title !== null && (form === null || form.last <= title.last);
    if (rank && !title.row.ambiguous && title.row.position !== 'after' && title.last < run.last && !owns(scene, title.last)) break;
    // "Kenyan Ministry of …", "Federal Court of …": a head behind adjectives of nation or rank.
    const head = byHead(scene, at, run, limit);
    if (head && qualifies(scene, token, at)) return head;
    if (head && isListedGroup(scene, token, at)) return null;
    // "Hall of Fame" is a tail that goes beyond the run; in "Company of Kenya" the tail is not the head "Company of".
    const tail =
      phraseAt(knowledge, text, tokens, at, run.last, Kind.Organisation) ?? phraseAt(knowledge, text, tokens, at, limit, Kind.Organisation);
    // "the Taliban Ministry of Defense": the owner and its office are two names.
    if (OFFICES.has(tail?.row.kind ?? '') && isListedGroup(scene, token, at)) return null;
    if (!tail || tail.row.position === 'head' || !isWrittenSo(scene, at, tail.row.phrase)) continue;
    // "TROOPS FROM THE KACHIN ARMY": where all is shouted, a name does not reach over a word between names.
    if (crosses(scene, token, at)) return null;
    const linked = isLinkable(tail.row.kind) ? afterLink(scene, tail.last, limit, tail.row.kind) : -1;
    found = { last: linked >= 0 ? linked : tail.last, kind: tail.row.kind, because: `rule group.tail "${tail.row.phrase}"` };
    if (linked >= 0) break;
    // "Task Force Rawafid", "Guerrilla Front Malambuan": the unit's own name stands behind the word for it.
    if (
      UNITS.has(tail.row.kind) &&
      tail.last < run.last &&
      isCapital(scene, tail.last) &&
      levelOf(knowledge, tokens, tail.last) === 0 &&
      !gazetteerAt(scene, tail.last, limit)
    ) {
      return { ...found, last: boundary(scene, tail.last, run.last, limit) };
    }
    at = tail.last - 1;
  }
  return found;
}

/** "Food and Agricultural Research Institute": matters joined by "and" before one tail that all of them share. */
function byDistantTail(scene: Scene, token: number, run: Run, limit: number): OrganisationShape | null {
  const next = run.last + 1;
  if (next >= limit || !isWord(scene, run.last, 'and') || run.last - token > MOST_MATTERS + 1 || !isCapital(scene, next)) return null;
  // "Swiss Tropical and Public Health Institute", but "American Food and Drug Administration" are two names.
  const listed = gazetteerAt(scene, token + 1, limit)?.senses.some((sense) => isFirm(scene.knowledge, sense)) ?? false;
  const from = isListedLand(scene, token) && !listed ? token + 1 : token;
  if (from === run.last || run.last - from > MOST_MATTERS) return null;
  for (let at = from; at < run.last; at++) if (!isCapital(scene, at) || !isPlainMatter(scene, at)) return null;
  if (!isPlainMatter(scene, next)) return null;
  const rest = runAt(scene, next, limit);
  const tail = rest && byTail(scene, next, rest, limit);
  return tail && COORDINATES.has(tail.kind) ? { ...tail, because: `${tail.because}, joined by "and"` } : null;
}

/** Words of a matter at most. */
const MOST_MATTERS = 3;

/** A country or its people: "Bangladesh Garment and Industrial Workers Federation", "Swiss Tropical and Public Health Institute". */
function isListedLand(scene: Scene, token: number): boolean {
  const { knowledge } = scene;
  return (
    gazetteerAt(scene, token, token + 1)?.senses.some(
      (sense) =>
        USES[knowledge.names.use[sense]] === 'demonym' ||
        (isFirm(knowledge, sense) && entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'country'),
    ) ?? false
  );
}

/** An ordinary word that is no organisation, office or person by itself. */
const isPlainMatter = (scene: Scene, token: number): boolean =>
  isMatter(scene, token) &&
  ![Kind.Organisation, Kind.Title, Kind.Role, Kind.PlaceWord, Kind.GivenName].some((kind) => isKind(scene.knowledge, scene.tokens, token, kind)) &&
  !gazetteerAt(scene, token, token + 1)?.senses.some((sense) => isFirm(scene.knowledge, sense));

const OFFICES = new Set(['ministry', 'intelligence_service', 'agency']);

/** Whether a row names a group with exactly these words. */
function isListedGroup(scene: Scene, first: number, last: number): boolean {
  const hit = gazetteerAt(scene, first, last);
  return (
    hit !== null && hit.last === last && hit.senses.some((sense) => isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) === 'group')
  );
}

/** "Volkswagen AG", but "Moussa Ag Intalla": letters that stand for a form of company are capitals. */
const isWrittenSo = ({ tokens }: Scene, token: number, phrase: string): boolean =>
  phrase.length > SHORT || phrase !== phrase.toUpperCase() || has(tokens, token, Flag.Upper);
const SHORT = 4;

function crosses(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (has(scene.tokens, token, Flag.Shouted) && isFunctionWord(scene, token) && !isWord(scene, token, 'of') && !isWord(scene, token, 'and'))
      return true;
  return false;
}

const UNITS = new Set(['military', 'military_unit', 'armed_group', 'movement']);

/** Whether all words before a head are a nation's or rank's adjective ("Afghan", "Federal", "National"). */
function qualifies(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    const pos = posOf(scene.knowledge, scene.tokens, token);
    if ((pos & Pos.Adjective) !== 0) continue;
    const hit = gazetteerAt(scene, token, to);
    if (!hit?.senses.some((sense) => USES[scene.knowledge.names.use[sense]] === 'demonym')) return false;
    token = hit.last - 1;
  }
  return true;
}
