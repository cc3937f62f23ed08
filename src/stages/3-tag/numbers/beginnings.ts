import { Flag, has } from '../../../model/index.js';
import { beginsKind, isKind, Kind } from '../../../knowledge/index.js';
import { wordsOf } from '../../../text/index.js';
import { gluedAt } from './forms/glued.js';
import type { Numeral } from './forms/numeral.js';
import { numeralAt } from './forms/numerals.js';
import { signed } from './forms/signs.js';
import { refuse } from './refusals/refusals.js';
import { Begin, Role, roleAt } from './roles.js';
import { matchAt, shapeOf } from './rule.js';
import { IDIOM } from './rules/refusals.js';
import { isOneOf, isWord, type Scene } from './scene.js';
import { A, AN, THAT, THE } from './words.js';

/** The numbers that begin at tokens `[first, limit)` of a sentence, in their order; idioms are refused. */
export function numeralsOf(scene: Scene, first: number, limit: number): Numeral[] {
  const { tokens } = scene;
  const { flags, id, hash } = tokens;
  const { begins } = scene.roles;
  const found: Numeral[] = [];
  // Most tokens are turned away here, so that this loop asks nothing but columns.
  for (let at = first; at < limit; at++) {
    if ((flags[at] & (Flag.Number | Flag.Alphanumeric)) === 0) {
      if (hash[at] === A || hash[at] === AN || hash[at] === THE) {
        if (!isArticled(scene, at, limit)) continue;
      } else if (id[at] < 0 || begins[id[at]] === 0) continue;
    }
    if ((flags[at] & Flag.Masked) !== 0) continue;
    const idiom = roleAt(scene, at, limit, Role.Idiom);
    if (idiom && !opensShare(scene, idiom.last, limit) && !isStated(scene, at, first)) {
      refuse(scene, IDIOM, at, idiom.last);
      at = idiom.last - 1;
      continue;
    }
    if (idiomOnly(scene, at)) continue;
    const numeral = has(tokens, at, Flag.Alphanumeric) ? gluedAt(scene, at, limit) : numeralAt(scene, at, limit);
    if (!numeral) continue;
    // "two scores" counts results
    if (numeral.role === 'numeral' && found.at(-1)?.last === at) continue;
    found.push(signed(scene, numeral, first));
    at = numeral.last - 1;
  }
  return found;
}

/** "estimated that one child dies": "that" opens what is said. */
const isStated = (scene: Scene, token: number, first: number): boolean =>
  token > first && isWord(scene, token, THAT) && isKind(scene.knowledge, scene.tokens, token - 1, Kind.Reporting);

/** "said that one in three farms": no idiom, when it goes on as a share does. */
function opensShare(scene: Scene, token: number, limit: number): boolean {
  if (token >= limit || !isOneOf(scene, token, SHARE_LINKS)) return false;
  const opens = matchAt(scene, SHARE, token, limit) > token;
  // What the shape took in here is nothing to the number that is read next.
  scene.captures = {};
  return opens;
}
const SHARE = shapeOf('(in | out of) every? number:whole');
const SHARE_LINKS = wordsOf('in out');

/** "at", "in": words that begin idioms ("at one point") and no number. */
function idiomOnly({ tokens, roles }: Scene, at: number): boolean {
  const id = tokens.id[at];
  return id >= 0 && (tokens.flags[at] & Flag.Number) === 0 && roles.begins[id] === Begin.Idiom;
}

/** "a hundred", "a mile", "a couple": an article before a number word, a unit, or a word that makes a phrase with it. */
function isArticled(scene: Scene, at: number, limit: number): boolean {
  if (at + 1 >= limit) return false;
  const next = scene.tokens.id[at + 1];
  if (has(scene.tokens, at + 1, Flag.Punctuation)) return true;
  if (next < 0) return false;
  return (
    scene.roles.behindArticle[next] === 1 ||
    scene.roles.begins[next] !== 0 ||
    beginsKind(scene.knowledge, next, Kind.Unit) ||
    beginsKind(scene.knowledge, next, Kind.Currency)
  );
}
