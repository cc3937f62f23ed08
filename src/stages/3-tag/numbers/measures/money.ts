import { Flag, has } from '../../../../model/index.js';
import { Kind, isKind, type LexiconRow } from '../../../../knowledge/index.js';
import type { Draft } from '../draft.js';
import { type Captures, entryAt, entryBefore, isHyphen, isTightTo, isWord, signOf, textOf, type Scene } from '../scene.js';
import { times } from '../forms/numeral.js';
import { Role, roleAt } from '../roles.js';

import { A, AT, MORE, OF, TO, US } from '../words.js';

/** "RM23.50": the currency that the number was written with. */
export function gluedMoney(scene: Scene, draft: Draft, sentenceFirst: number): string | null {
  const { glued, first } = draft.numeral;
  if (!glued) return null;
  take(draft, glued);
  if (first > sentenceFirst && isTightTo(scene, first) && scene.text[scene.tokens.start[first] - 1] === '$')
    draft.first = draft.bodyFirst = first - 1;
  return glued.phrase;
}

/** "$5", "Rs 20 crore", "dollar 22.5 million". */
export function moneyBefore(scene: Scene, draft: Draft, sentenceFirst: number, limit: number): string | null {
  const before = entryBefore(
    scene,
    draft.bodyFirst,
    sentenceFirst,
    Kind.Currency,
    5,
    (row) => row.position !== 'after' && row.position !== 'glued' && isMoneyWord(row),
    (first) => signOf(scene, first) !== 97,
  );
  if (!before || !(isSymbol(scene, before.first) || draft.numeral.form !== 'vague')) return null;
  // "dollar 22.5 million": a word stands before digits only.
  if (/\p{Ll}{3}/u.test(before.row.phrase) && draft.numeral.form !== 'digits') return null;
  take(draft, before.row);
  draft.first = draft.bodyFirst = before.first;
  scaleBy(draft, before.row);
  behindPrefix(scene, draft, limit);
  return before.row.phrase;
}

/** "40 billion yen", "five dollars", "tens of millions of dollars", "75 USD million". */
export function moneyBehind(scene: Scene, draft: Draft, _sentenceFirst: number, limit: number): string | null {
  let at = draft.bodyLast;
  if (at >= limit) return null;
  if (isHyphen(scene, at) && isTightTo(scene, at) && at + 1 < limit && isTightTo(scene, at + 1)) at++;
  let ofWord = at;
  if (isWord(scene, at, OF) && draft.numeral.form === 'vague') ofWord = at + 1;
  const after = entryAt(
    scene,
    ofWord,
    limit,
    Kind.Currency,
    (row, last) => row.position !== 'before' && row.position !== 'glued' && isFit(scene, draft, row, ofWord, last, limit),
  );
  if (!after) return null;
  take(draft, after.row);
  scaleBy(draft, after.row);
  draft.last = draft.bodyLast = after.last;
  // "75 USD million"
  const scale = roleAt(scene, after.last, limit, Role.Scale);
  if (scale && draft.value !== null && draft.numeral.scale === 1) {
    draft.value = times(draft.value, scale.row.value ?? 1);
    draft.last = draft.bodyLast = scale.last;
  }
  return after.row.phrase;
}

/** A word for money that is itself a scale. */
function scaleBy(draft: Draft, row: LexiconRow<'currency'>): void {
  if (row.scale !== null && row.scale >= 1000 && draft.value !== null) draft.value = times(draft.value, row.scale);
}

const isMoneyWord = (row: LexiconRow<'currency'>): boolean => row.scale === null || row.scale >= 1 || row.position === 'both';

const isSymbol = (scene: Scene, token: number): boolean => has(scene.tokens, token, Flag.Punctuation) || has(scene.tokens, token, Flag.Upper);

/** A code or a short word behind a number is money only where it cannot be another word: "42 LE", "10 c", "200p", "5 marks". */
function isFit(scene: Scene, draft: Draft, row: LexiconRow<'currency'>, first: number, last: number, limit: number): boolean {
  const value = draft.value ?? draft.min ?? 0;
  if (row.least !== null && value < row.least) return false;
  const written = textOf(scene, first, last);
  const tight = isTightTo(scene, first);
  if (row.phrase.length === 1 && /\p{L}/u.test(row.phrase)) {
    // "118.5p", "14.7c", "68 p at": lower case as coins are written
    return (
      written === row.phrase && (tight || last >= limit || !has(scene.tokens, last, Flag.Word) || isWord(scene, last, AT) || isWord(scene, last, TO))
    );
  }
  // A code in capitals must be in capitals, unless it stands at the end of a short text: "ten all" is no lek, "20 try" no lira.
  if (/^[A-Z]{3}$/.test(row.phrase) && written !== row.phrase)
    return /^[a-z]{3}$/.test(written) && ['usd', 'eur', 'gbp', 'rmb', 'btc', 'inr'].includes(written);
  return true;
}

function take(draft: Draft, row: LexiconRow<'currency'>): void {
  draft.kind = 'money';
  draft.currency = row.currency;
  draft.currencyCertain = row.certain;
  draft.unit = row.unit;
}

/** "$31.20 US", "$10 dollars", "MAUD 60", "$4 million US". */
function behindPrefix(scene: Scene, draft: Draft, limit: number): void {
  const at = draft.bodyLast;
  if (at >= limit) return;
  if (isWord(scene, at, US) && has(scene.tokens, at, Flag.Upper) && draft.unit === 'dollar') {
    draft.currency = 'USD';
    draft.currencyCertain = true;
    draft.last = draft.bodyLast = at + 1;
    return;
  }
  const again = entryAt(scene, at, limit, Kind.Currency, (row) => row.unit === draft.unit && row.position !== 'before' && row.scale === null);
  if (again) draft.last = draft.bodyLast = again.last;
}

/** Smaller coins and bare hundredths: "13 dollars and forty-five cents", "20 rupees 43", "$4.25" has none. */
export function smallerCoins(scene: Scene, draft: Draft, _first: number, limit: number, { n }: Captures): string | null {
  if (
    draft.value === null ||
    draft.numeral.glued !== null ||
    !Number.isInteger(draft.value) ||
    draft.unit === 'cent' ||
    draft.unit === 'penny' ||
    draft.numeral.scale >= 1000
  )
    return null;
  const joined = n.first > draft.bodyLast;
  if (!(has(scene.tokens, n.first, Flag.Number) || isKind(scene.knowledge, scene.tokens, n.first, Kind.Number) || isWord(scene, n.first, A)))
    return null;
  const value = Number(n.value);
  if (value >= 100 || value < 1 || !Number.isInteger(value)) return null;
  const coin = entryAt(scene, n.last, limit, Kind.Currency, (row) => row.scale !== null && row.scale < 1);
  const ends =
    n.last >= limit ||
    !(
      has(scene.tokens, n.last, Flag.Word | Flag.Number) ||
      scene.text[scene.tokens.start[n.last]] === '$' ||
      scene.text[scene.tokens.start[n.last]] === '%' ||
      isHyphen(scene, n.last)
    ) ||
    (joined && isWord(scene, n.last, MORE));
  if (!coin && !ends) return null;
  const named = draft.bodyLast > draft.numeral.last;
  if (!coin && !named && !joined && n.phrase?.digits && value < 10) return null;
  draft.value += coin ? value * (coin.row.scale ?? 0.01) : value / 100;
  draft.value = Number(draft.value.toFixed(4));
  draft.last = draft.bodyLast = coin ? coin.last : n.last;
  return coin?.row.phrase ?? '';
}
