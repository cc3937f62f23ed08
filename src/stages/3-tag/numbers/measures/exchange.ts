import { clauseAt } from '../../../../grammar/index.js';
import { Kind, type LexiconRow } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { entryAt, isOneOf, type Scene } from '../scene.js';

/** "the lira slid to 34.2 against the dollar", "1,120 rials to the dollar": what one money is worth in another is a rate. */
export function readExchange(scene: Scene, draft: Draft, limit: number): void {
  const bare = draft.kind === 'count' && draft.unit === null;
  if ((!bare && draft.kind !== 'money') || !isOtherMoney(scene, draft, draft.bodyLast, limit)) return;
  const { subject } = clauseAt(scene.clauses, draft.first);
  const own = subject ? moneyAt(scene, subject.head, subject.head + 1) : null;
  if (bare) {
    if (!own || !subject) return;
    Object.assign(draft, { unit: own.unit, currency: own.currency, currencyCertain: own.certain });
    draft.counted = { start: scene.tokens.start[subject.head], end: scene.tokens.end[subject.head] };
    draft.countedVia = 'phrase';
  }
  draft.kind = 'rate';
  draft.because.push('money.exchange');
}

function isOtherMoney(scene: Scene, draft: Draft, token: number, limit: number): boolean {
  if (token + 1 >= limit || !isOneOf(scene, token, TIES)) return false;
  const at = isOneOf(scene, token + 1, ONE) ? token + 2 : token + 1;
  const other = moneyAt(scene, at, limit);
  return other !== null && other.currency !== draft.currency;
}
const TIES = wordsOf('to against');
const ONE = wordsOf('the a one');

const moneyAt = (scene: Scene, token: number, limit: number): LexiconRow<'currency'> | null =>
  entryAt(scene, token, limit, Kind.Currency, (row) => /\p{L}{3}/u.test(row.phrase))?.row ?? null;
