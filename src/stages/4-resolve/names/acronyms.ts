import type { NameMention, Tagged } from '../../../model/index.js';
import { isAcronymOf } from '../../../text/index.js';

/** An acronym that the article itself introduces: "Full Name (FN)" or "FN (Full Name)". */
export interface Introduction {
  readonly full: NameMention;
  readonly acronym: NameMention;
}

/** All introductions of the article, in its order. */
export function introductions(document: Tagged): readonly Introduction[] {
  const found: Introduction[] = [];
  const { names, text } = document;
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i], names[i + 1]];
    if (a.sentence !== b.sentence || b.first - a.last > 4) continue;
    const between = text.slice(a.end, b.start);
    // "the Weavers' Congress, WC, and", "the Ferry Authority, or Feray, said"
    if (/^, (?:or (?:the )?)?$/.test(between) && text[b.end] === ',') {
      if (isAcronymOf(text.slice(b.start, b.end), text.slice(a.start, a.end))) found.push({ full: a, acronym: b });
      continue;
    }
    if (!/^[’'s]*\s*[([]\s*(?:the |or |aka |a\.k\.a\. |also known as |known as )?["“‘']?$/u.test(between)) continue;
    if (!/^["”’']?\s*[)\],;]/u.test(text.slice(b.end, b.end + 4))) continue;
    const [first, second] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
    if (isAcronymOf(second, first)) found.push({ full: a, acronym: b });
    else if (isAcronymOf(first, second)) found.push({ full: b, acronym: a });
    else if (isForeign(a, b, first, second, between)) found.push({ full: a, acronym: b });
  }
  return found;
}

/** "the Indonesian Red Cross (PMI)": letters that no row knows, alone in brackets behind an organisation, are its name in its own language. */
const isForeign = (full: NameMention, acronym: NameMention, name: string, letters: string, between: string): boolean =>
  full.type === 'group' &&
  acronym.type === 'group' &&
  acronym.senses.length === 0 &&
  between === ' (' &&
  name.includes(' ') &&
  /^\p{Lu}{2,8}$/u.test(letters);
