import { ARTICLE, BE, PREPOSITION, THAT, isIn, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import { Flag, has } from '../../../../model/index.js';
import { beginsKind, Kind, phraseAt } from '../../../../knowledge/index.js';
import type { Scene } from '../scene.js';
import type { Speaker } from './sources.js';

/** "X said that …", "…, X said", "According to X, …": what it covers and what only tells of the speaker. */
export interface Attribution {
  readonly speaker: Speaker;
  /** Tokens whose figures the speaker answers for. */
  readonly covers: Stretch;
  /** Tokens that tell who, when and where it was said: neither place nor date of a claim. */
  readonly silent: Stretch;
  readonly trailing: boolean;
  /** Stands in a relative clause ("which the report calls …"): speaks for that clause alone. */
  readonly aside: boolean;
  /** The words of saying, readable: `"said"`. */
  readonly by: string;
  /** Token of the verb of saying; −1 when none. */
  readonly verb: number;
}

export const SAYING = wordsOf('said says say told tells saying');
export const TRANSFER = wordsOf('told tells informed briefed reminded warned assured');
export const MODAL = wordsOf('will would shall should can could may might must cannot');

/** How a word of saying works: alone, only before "that" or a quotation, for documents and counters, or as a preposition. */
export type Manner = 'verb' | 'tally' | 'pledge' | 'weak' | 'according' | 'participle';

export function sayingAt(scene: Scene, token: number, limit: number): { readonly last: number; readonly manner: Manner } | null {
  const id = scene.tokens.id[token];
  if (!beginsKind(scene.knowledge, id, Kind.Source) && !beginsKind(scene.knowledge, id, Kind.Reporting)) return null;
  if (scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0 || scene.dateAt[token] >= 0 || has(scene.tokens, token, Flag.Masked)) return null;
  // "wrote off 300 million", "called off two strikes"
  if (isIn(scene, token + 1, AWAY)) return null;
  const source = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Source);
  if (source) {
    const { kind } = source.row;
    const verb = kind.includes('verb') ? 'verb' : kind.includes('tally') ? 'tally' : null;
    if (kind === 'according' || kind === 'pledge') return { last: source.last, manner: kind };
    // "a UN report said", "the count stands": a noun, unless what it says follows at once.
    const noun = kind !== 'verb' && kind !== 'tally';
    if (verb && (!noun || isSaid(scene, token, source.last) || isSaidLast(scene, token, source.last, limit)))
      return { last: source.last, manner: verb };
    if (noun && kind !== 'speaker') return null;
  }
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Reporting);
  if (!hit || isIn(scene, token, BE)) return null;
  if (hit.row.form === 'phrase') return { last: hit.last, manner: isIn(scene, token, ACCORDING) ? 'according' : 'verb' };
  return { last: hit.last, manner: hit.row.form === 'participle' ? 'participle' : 'weak' };
}
const ACCORDING = wordsOf('according');
const AWAY = wordsOf('off away');

/** Whether a word that is noun and verb is the verb: a number, "that" or an article right behind it, no article before it. */
const isSaid = (scene: Scene, token: number, after: number): boolean =>
  (scene.figureAt[after] >= 0 ||
    isIn(scene, after, THAT) ||
    (isIn(scene, after, ARTICLE) && scene.mentionAt[after] < 0) ||
    // "The manager of the plant, Prakash Bhattarai, reports damage of …"
    (signAt(scene, token - 1) === ',' && has(scene.tokens, after, Flag.Word))) &&
  !isIn(scene, token - 1, ARTICLE) &&
  !isIn(scene, token - 1, PREPOSITION);

/** "…, the Treasury estimates.": such a word ends the sentence or part, and only a noun phrase stands between a comma and it. */
function isSaidLast(scene: Scene, token: number, after: number, limit: number): boolean {
  if (after < limit && !',.;'.includes(signAt(scene, after) || ' ')) return false;
  let at = token - 1;
  while (at >= 0 && at > token - LONGEST_SUBJECT && signAt(scene, at) !== ',') {
    if (scene.figureAt[at] >= 0 || (scene.mentionAt[at] < 0 && isIn(scene, at, PREPOSITION))) return false;
    at--;
  }
  if (signAt(scene, at) !== ',' || token - at < 2 || isIn(scene, token - 1, ARTICLE)) return false;
  return (isIn(scene, at + 1, ARTICLE) || scene.mentionAt[at + 1] >= 0) && (scene.mentionAt[token - 1] >= 0 || token - at > 2);
}
/** Tokens of "the conflict monitor ACLED" and its comma. */
const LONGEST_SUBJECT = 8;

/** The token behind the last semicolon before `token` that stands in no quotation, not before `floor`. */
export function wallBefore(scene: Scene, token: number, floor: number): number {
  let at = token;
  let quoted = false;
  while (at > floor && (quoted || signAt(scene, at - 1) !== ';')) {
    at--;
    if ('”»"'.includes(signAt(scene, at) || ' ') && !quoted) quoted = true;
    else if ('“«"'.includes(signAt(scene, at) || ' ')) quoted = false;
  }
  return at;
}

/** Whether a figure stands in tokens `[first, last)`. */
export const hasFigure = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (scene.figureAt[token] >= 0) return true;
  return false;
};
