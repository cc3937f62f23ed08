import { Kind, isKind, levelOf, phraseAt } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { boundary } from './ends.js';
import { runAt } from './runs.js';
import { isCapital, isWord, type Scene } from '../scene.js';

/** Whether a name of this kind can go on with "of X" behind its tail. */
export const isLinkable = (kind: string): boolean => kind !== 'company' && kind !== 'media';

/** End of "of X", "for X", "on X" behind an organisation word, −1 when it does not go on so. */
export function afterLink(scene: Scene, token: number, limit: number, kind: string): number {
  if (token + 1 >= limit) return -1;
  if (!LINKS.some((link) => isWord(scene, token, link))) return -1;
  // "the Magistrate Court on Monday", "the Army with General Okello": a day or a person is no matter of an organisation.
  const { knowledge, tokens, text } = scene;
  if (isKind(knowledge, tokens, token + 1, Kind.Weekday) || isKind(knowledge, tokens, token + 1, Kind.Month)) return -1;
  const title = phraseAt(knowledge, text, tokens, token + 1, limit, Kind.Title);
  if (title && !title.row.ambiguous && title.row.position !== 'after' && isCapital(scene, title.last)) return -1;
  // "the League for the Barcelona side": behind these links stands a matter ("for Women"), seldom a name.
  if (!isWord(scene, token, 'of') && !isMatter(scene, isWord(scene, token + 1, 'the') ? token + 2 : token + 1)) return -1;
  return complement(scene, token + 1, limit, kind);
}

const LINKS = ['of', 'for', 'on', 'against', 'with', 'to'];

/** Offices whose matters are coordinated: "Ministry of Labour, Health and Welfare". */
export const COORDINATES = new Set([
  'ministry',
  'government',
  'agency',
  'committee',
  'court',
  'legislature',
  'ngo',
  'university',
  'organisation',
  'international_organisation',
  'think_tank',
  'party',
  'movement',
]);

/** End of the matter of an organisation that begins at `token`, with all that is joined to it; −1 when none stands there. */
export function complement(scene: Scene, token: number, limit: number, kind: string): number {
  let at = token;
  if (isWord(scene, at, 'the') || isWord(scene, at, 'all')) at++;
  if (at >= limit || !isCapital(scene, at)) return -1;
  const run = runAt(scene, at, limit);
  if (!run) return -1;
  let last = boundary(scene, at, run.last, limit);
  if (last < run.last) return last;
  if (COORDINATES.has(kind)) last = coordinated(scene, last, limit);
  const linked =
    (isWord(scene, last, 'of') || isWord(scene, last, 'for')) && !isBodyAt(scene, last + 1, limit)
      ? complement(scene, last + 1, Math.min(limit, last + 12), kind)
      : -1;
  return linked >= 0 ? linked : last;
}

/** "the Institute of Hearing of the National Institutes of Health": a listed body of several words is a name of its own. */
function isBodyAt(scene: Scene, token: number, limit: number): boolean {
  const hit = isWord(scene, token, 'the') ? gazetteerAt(scene, token + 1, limit) : null;
  if (hit === null || hit.words === 1) return false;
  return hit.senses.some((sense) => isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) === 'group');
}

/** "…, Health and Welfare": goes on over commas and "and" only with ordinary words, never over another name. */
function coordinated(scene: Scene, from: number, limit: number): number {
  let last = from;
  let at = from;
  while (at + 1 < limit) {
    const comma = scene.text[scene.tokens.start[at]] === ',';
    const and = isWord(scene, at, 'and');
    if (!comma && !and) break;
    let next = at + 1;
    if (comma && isWord(scene, next, 'and')) next++;
    if (next >= limit || !isCapital(scene, next) || !isMatter(scene, next)) break;
    const run = runAt(scene, next, limit);
    if (!run) break;
    at = boundary(scene, next, run.last, limit);
    if (isWord(scene, next - 1, 'and')) {
      last = at;
      break;
    }
  }
  return last;
}

/** Whether a capital word can be a matter: an English word that no row makes a person or place. */
export function isMatter(scene: Scene, token: number): boolean {
  const level = levelOf(scene.knowledge, scene.tokens, token);
  if (level === 0) return false;
  const hit = gazetteerAt(scene, token, scene.tokens.count);
  return !hit?.senses.some((sense) => isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) !== 'group');
}
