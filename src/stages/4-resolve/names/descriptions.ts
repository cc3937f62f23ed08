import { Flag, has, type NameMention, type Tagged } from '../../../model/index.js';
import { Kind, phraseAt, type Knowledge } from '../../../knowledge/index.js';
import { kindsFor } from './kinds.js';
import type { Description } from './seen-names.js';

/** How far behind a name its apposition is looked for, in words. */
const REACH = 7;

/** Start of a name → what the text calls its entity right there: "the charity Oxfam", "Rubber Circle, a Chinese firm in Gao", "the Kokcha river". */
export function descriptionsOf(document: Tagged, knowledge: Knowledge): ReadonlyMap<number, readonly Description[]> {
  const found = new Map<number, readonly Description[]>();
  for (const name of document.names) {
    if (name.type === 'person') continue;
    const told = [before(document, knowledge, name), behind(document, knowledge, name), headed(document, knowledge, name)].filter(
      (one) => one !== null,
    );
    if (told.length > 0) found.set(name.start, told);
  }
  return found;
}

/** "the logistics group Transnet": the noun stands right before the name. */
function before(document: Tagged, knowledge: Knowledge, name: NameMention): Description | null {
  const { tokens } = document;
  const from = document.sentences[name.sentence].first;
  for (let back = 2; back >= 1; back--) {
    const token = name.first - back;
    if (token < from || has(tokens, token, Flag.Capital)) continue;
    const hit = phraseAt(knowledge, document.text, tokens, token, name.first, Kind.Reference);
    if (hit && hit.last === name.first) return describe(hit.row, name);
  }
  return null;
}

/** "the Kokcha river", "Soum province": the noun goes on with the name of a place. */
function headed(document: Tagged, knowledge: Knowledge, name: NameMention): Description | null {
  const { tokens, text } = document;
  if (name.type !== 'place' || name.last >= document.sentences[name.sentence].last || has(tokens, name.last, Flag.Capital)) return null;
  const hit = phraseAt(knowledge, text, tokens, name.last, document.sentences[name.sentence].last, Kind.Reference);
  // "Gao road" is no name of Gao.
  return hit && hit.last === name.last + 1 && isLand(document, knowledge, name.last) ? describe(hit.row, name) : null;
}

/** Whether the word means a stretch of land or water, so that it can be the place itself: "river", "province"; not "road", "port". */
export const isLand = ({ text, tokens }: Tagged, knowledge: Knowledge, token: number): boolean =>
  LAND.has(phraseAt(knowledge, text, tokens, token, token + 1, Kind.PlaceWord)?.row.kind ?? '');
/** Kinds of words for a stretch of land or water, in `place-words.csv`. */
const LAND: ReadonlySet<string> = new Set(['region', 'water', 'mountain']);

/** "…, a Chinese firm that": the first noun of an apposition that begins with an article. */
function behind(document: Tagged, knowledge: Knowledge, name: NameMention): Description | null {
  const { tokens, text } = document;
  const limit = document.sentences[name.sentence].last;
  const comma = name.last;
  if (comma + 2 >= limit || text[tokens.start[comma]] !== ',') return null;
  if (!/^(?:an?|the)$/.test(text.slice(tokens.start[comma + 1], tokens.end[comma + 1]))) return null;
  for (let token = comma + 2; token < Math.min(limit, comma + 2 + REACH); token++) {
    if (has(tokens, token, Flag.Punctuation) && text[tokens.start[token]] !== '-') return null;
    const hit = phraseAt(knowledge, text, tokens, token, limit, Kind.Reference);
    if (hit && !has(tokens, token, Flag.Capital)) return describe(hit.row, name);
  }
  return null;
}

function describe(
  { phrase, type, kind }: { readonly phrase: string; readonly type: string; readonly kind: string },
  name: NameMention,
): Description | null {
  if (!type.split(' ').includes(name.type)) return null;
  const noun = phrase.toLowerCase();
  return { noun: noun.slice(noun.lastIndexOf(' ') + 1), kinds: [...kindsFor(kind.split(' '))].filter((one) => one !== '') };
}
