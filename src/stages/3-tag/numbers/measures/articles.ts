import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { plain, type Numeral } from '../forms/numeral.js';
import { isPlural } from '../counted/plurals.js';
import { entryAt, isHyphen, isOneOf, isWord, type Scene } from '../scene.js';
import { AND, CLOSING, OF, US } from '../words.js';

/** "a mile", "a gallon": one of a measure; behind a number, a price or another measure it is a rate ("$50 a barrel"). */
export function articleAt(scene: Scene, token: number, limit: number): Numeral | null {
  const unit = unitAt(scene, token + 1, limit) ?? coinAt(scene, token + 1, limit);
  if (!unit || (unit.last < limit && isHyphen(scene, unit.last))) return null;
  // "1/4 of a gallon" is less than one.
  let before = token > 1 && isWord(scene, token - 1, OF) && isNumber(scene, token - 2) ? token - 2 : token - 1;
  // "500 birr ($4) a sack": the amount said again in brackets is still the price.
  const closed = before > 0 && isWord(scene, before, CLOSING);
  if (closed) before--;
  // "$76 US a barrel"
  if (isWord(scene, before, US) && isNumber(scene, before - 1)) return null;
  const rate =
    before >= 0 &&
    (isNumber(scene, before) ||
      isKind(scene.knowledge, scene.tokens, before, Kind.Unit) ||
      isKind(scene.knowledge, scene.tokens, before, Kind.Currency) ||
      (!closed && (isThings(scene, before) || isOneOf(scene, before, BEFORE_ARTICLE))));
  return rate ? null : plain(token, token + 1, 1, 'words');
}
/** "12 bags a mile": a plural that was counted; in "he pays a tonne" the word is a verb. */
const isThings = (scene: Scene, token: number): boolean =>
  isPlural(scene, token) &&
  ((posOf(scene.knowledge, scene.tokens, token) & Pos.Third) === 0 || isNumber(scene, token - 1) || isNumber(scene, token - 2));

/** A measure whose article counts: "mile", not "second". */
const unitAt = (scene: Scene, at: number, limit: number): { readonly last: number } | null =>
  isKind(scene.knowledge, scene.tokens, at, Kind.Unit) ? entryAt(scene, at, limit, Kind.Unit, (row) => row.case === 'article') : null;

/** "a dollar a day", "a dollar and 42 cents": beside a rate or smaller coins; "a penny for the guy" is no amount. */
function coinAt(scene: Scene, at: number, limit: number): { readonly last: number } | null {
  if (!isKind(scene.knowledge, scene.tokens, at, Kind.Currency) || has(scene.tokens, at, Flag.Capital)) return null;
  const coin = entryAt(scene, at, limit, Kind.Currency, (row) => row.phrase === row.unit && row.least === null);
  if (!coin || coin.last + 1 >= limit) return null;
  return isOneOf(scene, coin.last, RATES) || (isWord(scene, coin.last, AND) && isNumber(scene, coin.last + 1)) ? coin : null;
}
const RATES = wordsOf('a an per each every');

const isNumber = (scene: Scene, token: number): boolean =>
  has(scene.tokens, token, Flag.Number) || isKind(scene.knowledge, scene.tokens, token, Kind.Number);
const BEFORE_ARTICLE = wordsOf('half quarter such many what');
