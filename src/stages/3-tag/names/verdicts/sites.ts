import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, phraseAt, SenseFlag } from '../../../../knowledge/index.js';
import { isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, type Scene } from '../scene.js';

/** Kinds of places that a word for them makes by itself; a "New …" or "… State" may be much else. */
const PLAIN: ReadonlySet<string> = new Set(['site', 'water', 'mountain', 'region']);

/** "Carbet Falls", "Lake Tana", "Cemetery of Recoleta": a site, a water or a height is a place by the word for it. */
export function isSite(scene: Scene, { first, last, shape, title, sentence }: Chunk): boolean {
  if (shape !== 'place' || title !== null || scene.headlines[sentence] === 1 || has(scene.tokens, first, Flag.Shouted)) return false;
  // "Willis Towers Watson": what goes on behind the word may be anything.
  if (last < scene.tokens.count && isCapital(scene, last)) return false;
  return isTail(scene, first, last) || isHead(scene, first, last);
}

function isHead({ knowledge, text, tokens }: Scene, first: number, last: number): boolean {
  const head = phraseAt(knowledge, text, tokens, first, last, Kind.PlaceWord);
  if (head === null || head.row.position === 'tail' || head.last >= last) return false;
  // "Northern Nigeria" was cut as a part of a listed place.
  return head.row.kind === 'direction' || (PLAIN.has(head.row.kind) && head.row.kind !== 'region');
}

const LONGEST_TAIL = 3;

function isTail({ knowledge, text, tokens }: Scene, first: number, last: number): boolean {
  for (let at = last - 1; at > first && at >= last - LONGEST_TAIL; at--) {
    const tail = phraseAt(knowledge, text, tokens, at, last, Kind.PlaceWord);
    if (tail?.last !== last || tail.row.position === 'head' || !PLAIN.has(tail.row.kind)) continue;
    // "Grace Hill", "Sharon Street": as like as not a person.
    return !(at === first + 1 && isKind(knowledge, tokens, first, Kind.GivenName) && isKind(knowledge, tokens, at, Kind.Surname));
  }
  return false;
}

/** Letters and people from which a town in capitals is no acronym. */
const LONG = 5;
const KNOWN = 50_000;

/** "MUMBAI, May 3", "SIEGE OF BAMAKO": a well-known town in capitals whose name is no word, no person’s and no other row’s. */
export function isUpperTown({ knowledge, tokens }: Scene, { first, last, senses, title }: Chunk): boolean {
  if (title !== null || last - first !== 1 || !has(tokens, first, Flag.Upper) || tokens.end[first] - tokens.start[first] < LONG) return false;
  let known = false;
  for (const sense of senses) {
    if ((knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) !== 0) return false;
    if (senseType(knowledge, sense) === 'place') known ||= peopleKnowing(knowledge, sense) >= KNOWN;
    else if (isFirm(knowledge, sense)) return false;
  }
  return known;
}
