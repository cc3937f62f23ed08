import { Flag, has, isTight, type Tokens } from '../../../model/index.js';

const HYPHEN = 45;
const EARLIEST = 1000;
const LATEST = 2100;
/** Links of one chain that are read: no telephone number has more. */
const LONGEST_CHAIN = 8;

/**
 * Whether digits `[first, last)` are a piece of a longer code, "138-2010-2015", "32-2015", "133-03-03-2020": digits joined to
 * them by a hyphen that are neither day nor year. Ranges, "2010-2015" and "August 10-22", are no codes.
 */
export function isPieceOfCode(text: string, tokens: Tokens, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (has(tokens, token, Flag.Word)) return false;
  let at = first;
  for (let links = 0; links < LONGEST_CHAIN; links++) {
    if (at < 2 || !isTight(tokens, at) || !isTight(tokens, at - 1)) return false;
    if (text.charCodeAt(tokens.start[at - 1]) !== HYPHEN || !has(tokens, at - 2, Flag.Number)) return false;
    at -= 2;
    const number = Number(text.slice(tokens.start[at], tokens.end[at]));
    const day = number >= 1 && number <= 31;
    if (!day && !(number >= EARLIEST && number <= LATEST)) return true;
  }
  return true;
}
