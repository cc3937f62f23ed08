import { Flag, has, type Tokens } from '../../../model/index.js';
import { isKind, Kind, type Knowledge, phraseAt } from '../../../knowledge/index.js';

const NONE: ReadonlySet<number> = new Set();

/**
 * Hashes of the single words that the article once writes behind the head of a storm, an operation or a vessel: "Cyclone Freddy", "USS Cole".
 * From then on the bare word means that storm or ship, whoever else bears it.
 */
export function eventNames(text: string, tokens: Tokens, knowledge: Knowledge): ReadonlySet<number> {
  let found: Set<number> | null = null;
  for (let token = 0; token + 1 < tokens.count; token++) {
    if ((tokens.flags[token] & PLAIN) !== CAPITAL || !isKind(knowledge, tokens, token, Kind.NotName)) continue;
    const head = phraseAt(knowledge, text, tokens, token, tokens.count, Kind.NotName);
    if (head === null || !NAMING.has(head.row.category) || !isBareWord(tokens, head.last)) continue;
    if (head.row.category === 'vessel' && !has(tokens, token, Flag.Upper)) continue;
    (found ??= new Set()).add(tokens.hash[head.last]);
  }
  return found ?? NONE;
}

const NAMING = new Set(['event-head', 'vessel']);
const PLAIN = Flag.Word | Flag.Capital | Flag.Masked;
const CAPITAL = Flag.Word | Flag.Capital;

/** Whether one capitalised word stands at `token`, and no second one behind it. */
const isBareWord = (tokens: Tokens, token: number): boolean =>
  token < tokens.count && (tokens.flags[token] & PLAIN) === CAPITAL && (token + 1 >= tokens.count || (tokens.flags[token + 1] & PLAIN) !== CAPITAL);
